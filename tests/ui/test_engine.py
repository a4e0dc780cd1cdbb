"""One assistant a process: opened once by many cold sessions, and always over the newest index."""

import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from index.errors import StoreError
from qa.assistant import Assistant
from ui.engine import engine


class Stub:
    """Stands for an assistant and its index: what `engine` touches of them."""

    def __init__(self, index: SimpleNamespace) -> None:
        self.index = index
        index.encoder = SimpleNamespace(query=lambda text: None)


def test_many_cold_sessions_open_the_index_once(monkeypatch: pytest.MonkeyPatch) -> None:
    engine.clear()
    opened: list[Path] = []

    def slowly(path: Path) -> Stub:
        opened.append(path)
        time.sleep(0.3)
        return Stub(SimpleNamespace())

    monkeypatch.setattr(Assistant, "open", slowly)
    barrier = threading.Barrier(8)
    engines: list[object] = []

    def session() -> None:
        barrier.wait()
        engines.append(engine("somewhere"))

    threads = [threading.Thread(target=session) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(engines) == 8
    assert len(set(map(id, engines))) == 1
    assert opened == [Path("somewhere")]
    engine.clear()


def test_a_failure_to_open_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    engine.clear()
    answers = iter([StoreError("chưa có"), Stub(SimpleNamespace())])

    def flaky(path: Path) -> Stub:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(Assistant, "open", flaky)
    with pytest.raises(StoreError):
        engine("somewhere")
    assert engine("somewhere")
    engine.clear()

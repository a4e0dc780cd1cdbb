"""One assistant a process: opened once by many cold sessions, and always over the newest index."""

import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from index.errors import StoreError
from qa.assistant import Assistant
from ui.engine import Engine, engine


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
    engines: list[Engine] = []

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


def test_follows_the_index_to_a_new_generation() -> None:
    newer = SimpleNamespace()
    newer.refresh = lambda: newer
    older = SimpleNamespace(refresh=lambda: newer)
    served = Engine(Stub(older))  # type: ignore[arg-type]
    first = served.assistant()
    assert first.index is newer
    assert served.assistant() is first


def test_keeps_serving_when_the_newest_cannot_be_opened() -> None:
    def broken() -> None:
        raise StoreError("hỏng")

    older = SimpleNamespace(refresh=broken)
    assert Engine(Stub(older)).assistant().index is older  # type: ignore[arg-type]

"""One assistant a process: opened once by many cold sessions, and always over the newest index."""

import shutil
import threading
import time
from pathlib import Path

import pytest

from index.errors import StoreError
from qa.assistant import Assistant
from ui.engine import engine


def test_many_cold_sessions_open_the_index_once(
    monkeypatch: pytest.MonkeyPatch, index_path: Path
) -> None:
    engine.clear()
    opened: list[Path] = []
    really = Assistant.open

    def slowly(path: Path) -> Assistant:
        opened.append(path)
        time.sleep(0.3)
        return really(path)

    monkeypatch.setattr(Assistant, "open", slowly)
    barrier = threading.Barrier(8)
    engines: list[object] = []

    def session() -> None:
        barrier.wait()
        engines.append(engine(str(index_path)))

    threads = [threading.Thread(target=session) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(engines) == 8
    assert len(set(map(id, engines))) == 1
    assert opened == [index_path]
    engine.clear()


def test_a_failure_to_open_is_tried_again(tmp_path: Path, index_path: Path) -> None:
    engine.clear()
    path = tmp_path / "index"
    with pytest.raises(StoreError):
        engine(str(path))
    shutil.copytree(index_path, path)
    assert engine(str(path))
    engine.clear()

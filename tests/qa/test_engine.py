"""The engine: many askers, one index, generations that change under them."""

import shutil
import threading
import time
import weakref
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from benchmarks.askers import Askers
from benchmarks.questions import BLIND, load
from index.encoder import Encoder
from index.errors import StoreError
from index.store import Index
from index.update import add, remove
from qa.assistant import Assistant
from qa.engine import Engine

QUESTION = "Trong quý IV năm 2031 kho lưu trữ đã số hóa bao nhiêu trang tài liệu?"
REPORT = """Báo cáo của kho lưu trữ

Trong quý IV năm 2031, kho lưu trữ đã số hóa 41.709 trang tài liệu.
"""


@pytest.fixture
def index(tmp_path: Path, five_index: Path) -> Path:
    """The five reports in an index that may be changed."""
    return Path(shutil.copytree(five_index, tmp_path / "index"))


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "kho-luu-tru.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_a_new_generation_is_served_from_the_next_question(
    index: Path, report: Path, encoder: Encoder
) -> None:
    engine = Engine(Assistant.open(index))
    before = engine.assistant()
    assert before.ask(QUESTION).abstained
    add([report], index, encoder)
    after = engine.assistant()
    assert after.ask(QUESTION).answer == "41.709 trang tài liệu"
    assert engine.assistant() is after
    remove([report.name], index)
    assert engine.assistant().ask(QUESTION).abstained
    # Whoever still holds an earlier one keeps getting its answers.
    assert after.ask(QUESTION).answer == "41.709 trang tài liệu"


def test_the_generation_before_is_let_go_of(index: Path, report: Path, encoder: Encoder) -> None:
    engine = Engine(Assistant.open(index))
    engine.assistant().ask(QUESTION)
    before = weakref.ref(engine.assistant().index)
    add([report], index, encoder)
    assert engine.assistant().index is not before()
    assert before() is None


def test_one_that_cannot_be_opened_leaves_the_last_good_one(
    index: Path, report: Path, encoder: Encoder
) -> None:
    engine = Engine(Assistant.open(index))
    before = engine.assistant()
    add([report], index, encoder)
    for file in (index / "generations").glob("*/manifest.json"):
        file.write_text("{}", encoding="utf-8")
    assert engine.assistant() is before
    assert not before.ask("Tỉnh nào có 93,4% TTHC trực tuyến?").abstained


def test_nobody_waits_while_another_opens(
    index: Path, report: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = Engine(Assistant.open(index))
    before = engine.assistant()
    add([report], index, encoder)
    opening, go_on = threading.Event(), threading.Event()
    really = Index.open

    def slowly(path: Path, encoder: Encoder | None = None) -> Index:
        opening.set()
        assert go_on.wait(30)
        return really(path, encoder)

    monkeypatch.setattr(Index, "open", slowly)
    found: list[Assistant] = []
    opener = threading.Thread(target=lambda: found.append(engine.assistant()))
    opener.start()
    assert opening.wait(30)
    assert engine.assistant() is before
    go_on.set()
    opener.join()
    assert found[0] is engine.assistant() is not before


def test_32_askers_get_what_one_alone_gets_while_generations_change(
    index: Path, report: Path, encoder: Encoder
) -> None:
    askers = Askers(Engine(Assistant.open(index)), load([BLIND])[:20])
    changed = threading.Event()
    with ThreadPoolExecutor(1) as apart:
        running = apart.submit(askers.run, 32, lambda: not changed.is_set())
        try:
            while not askers.generations:
                time.sleep(0.1)
            for change in range(3):
                remove([report.name], index) if change % 2 else add([report], index, encoder)
                for _ in range(600):
                    if askers.generations >= change + 2:
                        break
                    time.sleep(0.1)
        finally:
            changed.set()
        run = running.result()
    assert (run.errors, run.wrong) == ([], [])
    assert run.generations == 4
    assert len(run.times) >= 32


def test_a_failure_is_counted(index: Path) -> None:
    class Broken:
        def assistant(self) -> Assistant:
            raise StoreError("hỏng")

    going = iter([True, True, False, False])
    run = Askers(Broken(), load([BLIND])).run(2, lambda: next(going))  # type: ignore[arg-type]
    assert not run.times
    assert len(run.errors) == 2

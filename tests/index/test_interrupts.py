"""Ctrl-C is told as such, wherever it falls."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.interrupts import Interrupted, interruptible

ROOT = Path(__file__).parents[2]

PRESSED_IN_SOURCE_TEXT = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from index.interrupts import Interrupted, interruptible
try:
    with interruptible():
        exec("import os, signal; os.kill(os.getpid(), signal.SIGINT); [i for i in range(9)]")
except Interrupted:
    sys.exit(130)
"""


@pytest.fixture(autouse=True)
def as_in_a_terminal() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def press() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_the_exit_status_is_kept_where_source_text_was_being_executed(tmp_path: Path) -> None:
    (tmp_path / "pressed.py").write_text(PRESSED_IN_SOURCE_TEXT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pressed"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 130


def test_an_error_a_library_made_of_it_is_still_ctrl_c() -> None:
    def imported() -> None:
        try:
            press()
        except BaseException as error:
            raise ImportError("initialization failed") from error

    with pytest.raises(Interrupted), interruptible():
        imported()


def test_other_errors_pass() -> None:
    with pytest.raises(ImportError), interruptible():
        raise ImportError
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_ctrl_c_stays_ignored_where_it_was() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with interruptible():
        press()


def test_a_thread_other_than_the_main_one_is_let_be() -> None:
    seen: list[object] = []

    def run() -> None:
        with interruptible():
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert seen == [signal.default_int_handler]

"""Ctrl-C during a command, told apart from every other failure.

Two things hide it. CPython ends the process by the signal, whatever status it was to exit with,
once a KeyboardInterrupt has left an `exec` of source text, as dataclasses run while modules are
imported. And an extension module interrupted while it is imported reports an ImportError.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

INTERRUPTED = 130  # exit status: 128 + SIGINT, as shells give it


class Interrupted(BaseException):
    """Ctrl-C was pressed."""


@contextmanager
def interruptible() -> Iterator[None]:
    """Raise Interrupted on Ctrl-C, also where a library made another error of it.

    Where Ctrl-C is ignored, has a handler of another program, or is no concern of this thread,
    nothing changes.
    """
    before = signal.getsignal(signal.SIGINT)
    on_main_thread = threading.current_thread() is threading.main_thread()
    if before is not signal.default_int_handler or not on_main_thread:
        yield
        return
    pressed = False

    def press(_signal: int, _frame: FrameType | None) -> None:
        nonlocal pressed
        pressed = True
        raise Interrupted

    signal.signal(signal.SIGINT, press)
    try:
        yield
    except Exception as error:
        if pressed:
            raise Interrupted from error
        raise
    finally:
        signal.signal(signal.SIGINT, before)

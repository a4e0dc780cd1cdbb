"""One assistant for many askers, always over the newest generation of its index."""

import gc
import threading

from index.errors import ReportsError
from qa.assistant import Assistant

# What readers remember makes Python look through all of it for garbage again and again, 0.2 s at a
# time, and asking leaves next to none. In objects, and rounds of the younger ones before the older.
_GARBAGE = 50_000, 10, 10


class Engine:
    """An assistant that follows its index; safe to share between threads.

    Nobody waits for a new generation but the one asker who finds it and opens it: the others are
    answered from the generation before until then. Whoever holds an assistant may go on asking
    it, whatever is served meanwhile. The process looks for garbage seldom from then on.
    """

    def __init__(self, assistant: Assistant) -> None:
        gc.set_threshold(*_GARBAGE)
        self._assistant = assistant
        self._opening = threading.Lock()

    def assistant(self) -> Assistant:
        """The assistant over the newest generation that opens; the last good one otherwise."""
        if self._opening.acquire(blocking=False):
            try:
                self._follow()
            finally:
                self._opening.release()
        return self._assistant

    def _follow(self) -> None:
        index = self._assistant.index
        try:
            newest = index.refresh()
        except ReportsError:
            return
        if newest is not index:
            self._assistant = type(self._assistant)(newest)
            del index
            gc.collect()  # the generation before

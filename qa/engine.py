"""One assistant for many askers, always over the newest generation of its index."""

import threading

from index.errors import ReportsError
from qa.assistant import Assistant


class Engine:
    """An assistant that follows its index; safe to share between threads.

    Nobody waits for a new generation but the one asker who finds it and opens it: the others are
    answered from the generation before until then. Whoever holds an assistant may go on asking
    it, whatever is served meanwhile.
    """

    def __init__(self, assistant: Assistant) -> None:
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

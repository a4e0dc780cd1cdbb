"""A library over an index, kept up to date behind the pages that read it."""

import logging
import sqlite3
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.errors import ReportsError
from qa.catalogue.catalogue import Entry
from service.library.holdings import Choices, Holding, Wanted, choices, find
from service.library.indicators import (
    Indicator,
    Reported,
    figures_of,
    indicator,
    indicators,
    reported,
)
from service.library.storage import Storage
from service.library.updating import read_figures, take_over

if TYPE_CHECKING:
    from index.store import Index

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many documents have had their figures read, of how many."""

    done: int
    total: int

    @property
    def complete(self) -> bool:
        return self.done >= self.total


class Library:
    """What the documents of an index hold; safe to share between threads."""

    def __init__(self, index: "Index") -> None:
        self._storage = Storage(index.path)
        self._lock = threading.Lock()
        self._followed: int | None = None
        self._thread: threading.Thread | None = None

    def follow(self, index: "Index", wait: float = 0.0) -> None:
        """Take over what an index holds, in the background.

        wait: seconds to wait for it, so that a small change is seen at once.
        """
        with self._lock:
            if self._followed != index.generation and not self._busy():
                self._followed = index.generation
                self._thread = threading.Thread(target=self._update, args=(index,), daemon=True)
                self._thread.start()
            thread = self._thread
        if thread and wait:
            thread.join(wait)

    def _busy(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    @property
    def updating(self) -> bool:
        """Whether it is being brought up to date right now."""
        with self._lock:
            return self._busy()

    @property
    def progress(self) -> Progress:
        [(done, total)] = self._storage.rows("SELECT count(figures), count(*) FROM documents")
        return Progress(done, total)

    def find(self, wanted: Wanted, first: int = 0, count: int = 20) -> tuple[list[Holding], int]:
        """A page of the documents that are wanted, and how many there are in all."""
        return find(self._storage, wanted, first, count)

    def choices(self) -> Choices:
        """What the list can be filtered by."""
        return choices(self._storage)

    def figures_of(self, document_id: str) -> list[Entry]:
        """The figures of a document in order; empty too while they are not read yet."""
        return figures_of(self._storage, document_id)

    def indicators(
        self, words: str = "", shared: bool = True, first: int = 0, count: int = 50
    ) -> tuple[list[Indicator], int]:
        """Indicators by their names, the most widely reported first, and their number."""
        return indicators(self._storage, words, shared, first, count)

    def indicator(self, key: str) -> Indicator | None:
        """The indicator of a key, None when no report tells of it any more."""
        return indicator(self._storage, key)

    def reported(self, key: str) -> list[Reported]:
        """Every figure of an indicator, by place and time."""
        return reported(self._storage, key)

    def _update(self, index: "Index") -> None:
        try:
            take_over(self._storage, index)
            read_figures(self._storage, index)
        except (ReportsError, OSError, sqlite3.Error):
            _log.exception("could not bring the library up to date")
            with self._lock:
                self._followed = None  # the next page that is drawn tries again

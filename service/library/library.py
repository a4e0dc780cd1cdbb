"""A library over an index, kept up to date behind the pages that read it."""

import hashlib
import json
import logging
import sqlite3
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from index.documents import Document
from index.errors import ReportsError
from index.vietnamese import fold, tokens
from qa import catalogue
from service.library.holdings import Choices, Holding, Wanted, choices, find
from service.library.indicators import (
    Indicator,
    Reported,
    figures_of,
    indicator,
    indicators,
    reported,
)
from service.library.storage import SHAPE, Storage

if TYPE_CHECKING:
    from index.store import Index

# Documents written at once; what a killed process has to read again.
BATCH = 20
# The summary of indicators is made again whenever so many times more documents were read.
GROWTH = 2
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

    def figures_of(self, document_id: str) -> list[catalogue.Entry]:
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
            _take_over(self._storage, index)
            _read_figures(self._storage, index)
        except (ReportsError, OSError, sqlite3.Error):
            _log.exception("could not bring the library up to date")
            with self._lock:
                self._followed = None  # the next page that is drawn tries again


def _take_over(storage: Storage, index: "Index") -> None:
    """Make the list of documents that of the index; their figures are read later."""
    known: dict[str, str] = dict(storage.rows("SELECT id, stamp FROM documents"))
    changed: list[tuple[Document, str, str | None]] = []
    for document_id in index.documents:
        document, copy_of = index.document(document_id), index.original_of(document_id)
        stamp = _stamp(document, copy_of)
        if known.pop(document_id, None) != stamp:
            changed.append((document, stamp, copy_of))
        if len(changed) == BATCH:
            _write_documents(storage, changed)
            changed = []
    _write_documents(storage, changed)
    if known:
        with storage.writing() as connection:
            for document_id in known:
                _forget(connection, document_id)
            _summarise(connection)


def _stamp(document: Document, copy_of: str | None) -> str:
    """Changes whenever anything that is kept of a document would."""
    facts = [
        SHAPE, catalogue.RULES, document.sha256, document.title, document.province,
        document.district, document.published, document.event, document.source, copy_of,
        len(document.text),
    ]  # fmt: skip
    return hashlib.blake2b(json.dumps(facts).encode(), digest_size=12).hexdigest()


def _write_documents(
    storage: Storage, changed: list[tuple[Document, str, str | None]]
) -> None:
    prepared = [(document, stamp, copy_of, _words(document)) for document, stamp, copy_of in changed]
    with storage.writing() as connection:
        for document, stamp, copy_of, words in prepared:
            _forget(connection, document.id)
            day = document.published or document.event
            row = connection.execute(
                "INSERT INTO documents (id, stamp, title, province, published, event, year, source,"
                " suffix, copy_of, sorted_title) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    document.id,
                    stamp,
                    document.title,
                    document.province,
                    document.published,
                    document.event,
                    int(day[:4]) if day else None,
                    document.source,
                    PurePosixPath(document.id).suffix.lower().lstrip("."),
                    copy_of,
                    fold(document.title),
                ],
            )
            connection.execute(
                "INSERT INTO words (rowid, head_kept, head, text_kept, text) VALUES (?, ?, ?, ?, ?)",
                [row.lastrowid, *words],
            )


def _words(document: Document) -> tuple[str, str, str, str]:
    """The words a document is found by, with their accents and without: its head, its text."""
    head = " ".join(filter(None, [document.title, document.province, document.source, document.district]))
    found = tokens(head), tokens(document.text)
    return tuple(  # type: ignore[return-value]
        " ".join(getattr(token, form) for token in part) for part in found for form in ("key", "folded")
    )


def _forget(connection: sqlite3.Connection, document_id: str) -> None:
    for (number,) in connection.execute("SELECT number FROM documents WHERE id = ?", [document_id]):
        connection.execute("DELETE FROM figures WHERE document = ?", [number])
        connection.execute("DELETE FROM words WHERE rowid = ?", [number])
        connection.execute("DELETE FROM documents WHERE number = ?", [number])


def _read_figures(storage: Storage, index: "Index") -> None:
    """Read the figures of the documents that have none yet, leaving others room to work."""
    read = 0
    summarise_at = BATCH
    for batch in _unread(storage):
        found = []
        for number, document_id in batch:
            began = time.perf_counter()
            found.append((number, catalogue.entries(index.document(document_id))))
            if read > BATCH:  # whoever asks meanwhile must not wait for this
                time.sleep(time.perf_counter() - began)
        read += len(batch)
        with storage.writing() as connection:
            for number, entries in found:
                _write_figures(connection, number, entries)
            if read >= summarise_at:
                _summarise(connection)
                summarise_at *= GROWTH
    if read:
        with storage.writing() as connection:
            _summarise(connection)


def _unread(storage: Storage) -> Iterator[list[tuple[int, str]]]:
    query = "SELECT number, id FROM documents WHERE figures IS NULL ORDER BY number LIMIT ?"
    while batch := storage.rows(query, [BATCH]):
        yield [(number, document_id) for number, document_id in batch]


def _write_figures(
    connection: sqlite3.Connection, number: int, entries: list[catalogue.Entry]
) -> None:
    connection.execute("DELETE FROM figures WHERE document = ?", [number])
    connection.executemany(
        f"INSERT INTO figures VALUES ({', '.join('?' * 15)})",
        [
            [
                number,
                entry.start,
                entry.end,
                entry.text,
                entry.kind,
                entry.amount,
                entry.nature,
                entry.key,
                entry.name,
                entry.place,
                entry.part,
                entry.year,
                entry.period,
                *entry.sentence,
            ]
            for entry in entries
        ],
    )
    connection.execute("UPDATE documents SET figures = ? WHERE number = ?", [len(entries), number])


def _summarise(connection: sqlite3.Connection) -> None:
    """Each indicator with its commonest name, the shortest of those said equally often."""
    connection.execute("DELETE FROM indicators")
    rows = connection.execute(
        "SELECT f.key, f.name, min(f.kind), count(*), group_concat(DISTINCT f.document),"
        " group_concat(DISTINCT f.place) FROM figures f JOIN documents d ON d.number = f.document"
        " WHERE f.key <> '' AND d.copy_of IS NULL GROUP BY f.key, f.name ORDER BY f.key"
    )
    names: dict[str, list[tuple[int, str]]] = {}
    kinds: dict[str, str] = {}
    seen: dict[str, tuple[set[str], set[str], int]] = {}
    for key, name, kind, count, documents, places in rows:
        names.setdefault(key, []).append((count, name))
        kinds[key] = kind
        before = seen.get(key, (set(), set(), 0))
        told = {place for place in (places or "").split(",") if place}
        seen[key] = before[0] | set(documents.split(",")), before[1] | told, before[2] + count
    connection.executemany(
        "INSERT INTO indicators VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            [key, name, f" {' '.join(token.folded for token in tokens(name))} {fold(name)}"]
            + [kinds[key], len(seen[key][0]), len(seen[key][1]), seen[key][2]]
            for key, said in names.items()
            for name in [min(said, key=lambda one: (-one[0], len(one[1]), one[1]))[1]]
        ],
    )

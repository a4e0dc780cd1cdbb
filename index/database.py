"""The documents and passages of a generation, in one SQLite file that is never altered.

Reading goes to the file each time, so that a million passages need no memory.
"""

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

from index.documents import Document
from index.passages import Passage

_COLUMNS = [field.name for field in fields(Document)]
_TABLES = f"""
CREATE TABLE documents (
    number INTEGER PRIMARY KEY, first INTEGER NOT NULL, stop INTEGER NOT NULL,
    {", ".join(f'"{name}" TEXT' for name in _COLUMNS)}, UNIQUE (id));
CREATE TABLE passages (
    number INTEGER PRIMARY KEY, document TEXT NOT NULL,
    start INTEGER NOT NULL, stop INTEGER NOT NULL, text TEXT NOT NULL);
CREATE TABLE files (
    name TEXT PRIMARY KEY, location TEXT, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
    sha256 TEXT NOT NULL, reason TEXT);
"""


@dataclass(frozen=True, slots=True)
class File:
    """A file that was looked at, whether or not it became a document.

    name: the document's id or, for a file that did not become one, its path below the corpus.
    location: where it lies, None for a file of the corpus. size in bytes. reason: why it is not
    a document, None when it is.
    """

    name: str
    location: str | None
    size: int
    mtime_ns: int
    sha256: str
    reason: str | None = None


class DatabaseWriter:
    """Fills a new file; documents are to come in order of their ids."""

    def __init__(self, path: Path) -> None:
        # Whoever dies here leaves a draft that nobody reads: no journal is needed.
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.executescript(
            f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {_TABLES} BEGIN"
        )
        self.documents = 0
        self.passages = 0

    def add(self, document: Document, passages: Sequence[Passage]) -> None:
        values = [*astuple(document)[:-1], json.dumps(document.found, ensure_ascii=False)]
        first, stop = self.passages, self.passages + len(passages)
        marks = ", ".join("?" * (len(values) + 3))
        self._connection.execute(
            f"INSERT INTO documents VALUES ({marks})", [self.documents, first, stop, *values]
        )
        self._connection.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?)",
            [(first + i, p.document, p.start, p.end, p.text) for i, p in enumerate(passages)],
        )
        self.documents += 1
        self.passages = stop

    def add_files(self, files: Iterable[File]) -> None:
        rows = [astuple(file) for file in files]
        self._connection.executemany("INSERT INTO files VALUES (?, ?, ?, ?, ?, ?)", rows)

    def close(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("COMMIT")
        self._connection.close()


class Database:
    """A finished file, opened for reading only; safe to share between threads.

    It is opened at once and for good, so that it can be read after it was deleted.
    """

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._lock = threading.Lock()
        self._rows("SELECT count(*) FROM sqlite_master")

    def _rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._connection.execute(query, values).fetchall()

    def ids(self) -> list[str]:
        """Ids of all documents, sorted."""
        return [row[0] for row in self._rows("SELECT id FROM documents ORDER BY number")]

    def document(self, document_id: str) -> Document | None:
        if not _storable(document_id):
            return None
        columns = ", ".join(f'"{name}"' for name in _COLUMNS)
        rows = self._rows(f"SELECT {columns} FROM documents WHERE id = ?", [document_id])
        if not rows:
            return None
        values = dict(zip(_COLUMNS, rows[0], strict=True))
        return Document(**{**values, "found": json.loads(values["found"])})

    def passages_of(self, document_id: str) -> range | None:
        if not _storable(document_id):
            return None
        rows = self._rows("SELECT first, stop FROM documents WHERE id = ?", [document_id])
        return range(*rows[0]) if rows else None

    def passages(self, numbers: Sequence[int]) -> dict[int, Passage]:
        """Passages by number; those that do not exist are left out."""
        found = {}
        for at in range(0, len(numbers), 500):
            part = [int(number) for number in numbers[at : at + 500]]
            marks = ", ".join("?" * len(part))
            query = f"SELECT * FROM passages WHERE number IN ({marks})"
            found.update({row[0]: Passage(*row[1:]) for row in self._rows(query, part)})
        return found

    def texts(self, size: int = 1000) -> Iterator[tuple[int, str]]:
        """Number and text of every passage, in order, read `size` at a time."""
        at = 0
        while rows := self._rows(
            "SELECT number, text FROM passages WHERE number >= ? ORDER BY number LIMIT ?",
            [at, size],
        ):
            yield from rows
            at = rows[-1][0] + 1

    def files(self) -> dict[str, File]:
        return {row[0]: File(*row) for row in self._rows("SELECT * FROM files")}

    def close(self) -> None:
        with self._lock:
            self._connection.close()


def _storable(name: str) -> bool:
    """False for a name with bytes that are not UTF-8, which SQLite refuses to look for."""
    return name.encode("utf-8", "replace").decode() == name

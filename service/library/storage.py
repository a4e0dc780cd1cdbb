"""The file a library is kept in: SQLite beside the index, made again whenever its shape changes.

It holds nothing that the index does not: deleting it costs time only. Where the index's folder
cannot be written, it lies in a folder of this process.
"""

import os
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAME = "library.sqlite3"
WAIT = 10.0  # seconds for another writer to finish
# Raised when a table below, or what is written into one, changes.
SHAPE = 2

_TABLES = """
CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    stamp TEXT NOT NULL,
    title TEXT NOT NULL,
    province TEXT,
    published TEXT,
    event TEXT,
    year INTEGER,
    source TEXT,
    suffix TEXT NOT NULL,
    copy_of TEXT,
    sorted_title TEXT NOT NULL,
    figures INTEGER
) STRICT;
CREATE INDEX documents_unread ON documents (number) WHERE figures IS NULL;
CREATE TABLE figures (
    document INTEGER NOT NULL REFERENCES documents (number),
    first INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    amount REAL,
    nature TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    place TEXT NOT NULL,
    part TEXT NOT NULL,
    year INTEGER,
    period TEXT NOT NULL,
    sentence_first INTEGER NOT NULL,
    sentence_stop INTEGER NOT NULL
) STRICT;
CREATE INDEX figures_of_document ON figures (document, first);
CREATE INDEX figures_of_indicator ON figures (key) WHERE key <> '';
CREATE TABLE indicators (
    key TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    sought TEXT NOT NULL,
    kind TEXT NOT NULL,
    documents INTEGER NOT NULL,
    places INTEGER NOT NULL,
    figures INTEGER NOT NULL
) STRICT;
CREATE VIRTUAL TABLE words USING fts5 (
    head_kept, head, text_kept, text, tokenize = "unicode61 remove_diacritics 0"
);
"""


class Storage:
    """The file, opened anew for each use; safe between threads and between processes."""

    def __init__(self, folder: Path) -> None:
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        self._path = folder / NAME
        try:
            self._prepare()
        except (OSError, sqlite3.OperationalError):
            self._temporary = tempfile.TemporaryDirectory(prefix="hoi-dap-cds-library-")
            self._path = Path(self._temporary.name) / NAME
            self._prepare()

    def _prepare(self) -> None:
        os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))
        try:
            with self.writing() as connection:
                [(shape,)] = connection.execute("PRAGMA user_version").fetchall()
            if shape == SHAPE:
                return
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            pass  # damaged: it is made again
        self._make_again()

    def _make_again(self) -> None:
        for ending in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
        os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))
        with self._connection() as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(f"BEGIN;{_TABLES}PRAGMA user_version = {SHAPE};COMMIT;")

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(self._path, timeout=WAIT, isolation_level=None)
        try:
            yield connection
        finally:
            connection.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is written, or nothing."""
        with self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with self._connection() as connection:
            return connection.execute(query, values).fetchall()

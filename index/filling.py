"""Filling the file of documents and passages, from nothing or from a copy of the one before."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from pathlib import Path

from index.copies import Pair, Sketch
from index.database import COLUMNS, File
from index.documents import Document
from index.passages import Passage

_TABLES = f"""
CREATE TABLE documents (
    first INTEGER NOT NULL, stop INTEGER NOT NULL, copy_of TEXT, hashes BLOB NOT NULL,
    length INTEGER NOT NULL, {", ".join(f'"{name}" TEXT' for name in COLUMNS)}, text TEXT,
    UNIQUE (id));
CREATE INDEX stated ON documents (
    province, district, source, published, event, copy_of, first, stop, id);
CREATE INDEX copies ON documents (copy_of, id) WHERE copy_of IS NOT NULL;
CREATE TABLE passages (
    number INTEGER PRIMARY KEY, document TEXT NOT NULL,
    start INTEGER NOT NULL, stop INTEGER NOT NULL);
CREATE TABLE pairs (one TEXT, other TEXT);
CREATE TABLE dead (first INTEGER, stop INTEGER);
CREATE TABLE files (
    name TEXT PRIMARY KEY, location TEXT, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
    sha256 TEXT NOT NULL, reason TEXT);
"""
_row = attrgetter(*(field.name for field in fields(File)))  # `astuple` copies, and takes long
_ORIGINAL = "(SELECT text FROM documents o WHERE o.id = documents.copy_of)"


class DatabaseWriter:
    """Fills a file; passages are numbered as they come, and a number is never given twice.

    rows: numbers given so far. documents, passages: how many there are now.
    """

    def __init__(self, path: Path, rows: int = 0) -> None:
        """rows: numbers given in the file that is there already; 0 makes a new one."""
        fresh = not path.exists()
        # Whoever dies here leaves a draft that nobody reads: no journal is needed.
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + (_TABLES if fresh else "")
        )
        self._connection.execute("BEGIN")
        self._connection.execute(
            f"UPDATE documents SET text = {_ORIGINAL} WHERE copy_of IS NOT NULL AND text IS NULL"
        )
        self.rows = rows

    def add(self, document: Document, passages: Sequence[Passage], sketch: Sketch) -> None:
        """Put a document in; one without passages is a copy (see `finish`)."""
        first = self.rows
        values = {name: getattr(document, name) for name in COLUMNS}
        values["found"] = json.dumps(document.found, ensure_ascii=False)
        row: list[object] = [first, first + len(passages), None, sketch.hashes, sketch.length]
        row += [*values.values(), document.text]
        marks = ", ".join("?" * len(row))
        self._connection.execute(f"INSERT INTO documents VALUES ({marks})", row)
        self._number(document.id, passages)

    def remove(self, document_id: str) -> None:
        self.silence(document_id)
        self._connection.execute("DELETE FROM documents WHERE id = ?", [document_id])

    def silence(self, document_id: str) -> None:
        """Take a document's passages out; it stays to be shown."""
        query = "SELECT first, stop FROM documents WHERE id = ?"
        [(first, stop)] = self._connection.execute(query, [document_id]).fetchall()
        if first < stop:
            self._connection.execute(
                "DELETE FROM passages WHERE number >= ? AND number < ?", [first, stop]
            )
            self._connection.execute("INSERT INTO dead VALUES (?, ?)", [first, stop])
            self._connection.execute(
                "UPDATE documents SET first = 0, stop = 0 WHERE id = ?", [document_id]
            )

    def speak(self, document_id: str, passages: Sequence[Passage]) -> None:
        """Give passages to a document that had none."""
        self._connection.execute(
            "UPDATE documents SET first = ?, stop = ? WHERE id = ?",
            [self.rows, self.rows + len(passages), document_id],
        )
        self._number(document_id, passages)

    def finish(self, files: Iterable[File], pairs: set[Pair], copies: Mapping[str, str]) -> None:
        """Write what is known of the files and of who is whose copy."""
        run = self._connection.execute
        run("DELETE FROM files")
        run("DELETE FROM pairs")
        run("UPDATE documents SET copy_of = NULL WHERE copy_of IS NOT NULL")
        many = self._connection.executemany
        many("INSERT INTO files VALUES (?, ?, ?, ?, ?, ?)", [_row(file) for file in files])
        many("INSERT INTO pairs VALUES (?, ?)", sorted(pairs))
        many(
            "UPDATE documents SET copy_of = ? WHERE id = ?",
            [(original, copy) for copy, original in sorted(copies.items())],
        )
        run(f"UPDATE documents SET text = NULL WHERE copy_of IS NOT NULL AND text = {_ORIGINAL}")

    @property
    def documents(self) -> int:
        return self._count("documents")

    @property
    def passages(self) -> int:
        return self._count("passages")

    def close(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("COMMIT")
        self._connection.close()

    def _count(self, table: str) -> int:
        [(count,)] = self._connection.execute(f"SELECT count(*) FROM {table}").fetchall()
        return int(count)

    def _number(self, document_id: str, passages: Sequence[Passage]) -> None:
        self._connection.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?)",
            [(self.rows + at, document_id, p.start, p.end) for at, p in enumerate(passages)],
        )
        self.rows += len(passages)

"""The documents and passages of a generation, in one SQLite file that is never altered.

Reading goes to the file each time, so that a million passages need no memory. A passage is kept
as a span of its document; documents with one and the same text keep it once. A copy of another
document (`index.copies`) has no passages: searches find the original only.
"""

import json
import sqlite3
import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import groupby
from pathlib import Path
from typing import Any

from index.copies import Pair, Sketch
from index.documents import Document
from index.passages import Passage

COLUMNS = [field.name for field in fields(Document) if field.name != "text"]
_TEXT = "coalesce(d.text, (SELECT text FROM documents o WHERE o.id = d.copy_of))"
_PART = 500  # values in one question
# What documents are counted and chosen by. The index `stated` of `index.filling` holds it all, so
# that a large archive is asked without reading a text.
_STATED = {
    "id": "id",
    "province": "province",
    "district": "district",
    "source": "source",
    "year": "substr(coalesce(published, event), 1, 4)",
}

Stated = Mapping[str, Collection[str | None]]


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
        return [row[0] for row in self._rows("SELECT id FROM documents ORDER BY id")]

    def document(self, document_id: str) -> Document | None:
        if not _storable(document_id):
            return None
        columns = ", ".join(f'"{name}"' for name in COLUMNS)
        rows = self._rows(f"SELECT {_TEXT}, {columns} FROM documents d WHERE id = ?", [document_id])
        if not rows:
            return None
        values = dict(zip(["text", *COLUMNS], rows[0], strict=True))
        return Document(**{**values, "found": json.loads(values["found"])})

    def passages_of(self, document_id: str) -> range | None:
        if not _storable(document_id):
            return None
        rows = self._rows("SELECT first, stop FROM documents WHERE id = ?", [document_id])
        return range(*rows[0]) if rows else None

    def counted(self, column: str) -> dict[str | None, int]:
        """Each value of a column with the number of documents that state it; None: state none.

        column: `id`, `province`, `district`, `source` or `year`.
        """
        told = _STATED[column]
        return dict(self._rows(f"SELECT {told}, count(*) FROM documents GROUP BY {told}"))

    def spans(self, stated: Stated, or_copies: bool = False) -> list[tuple[int, int]]:
        """First number and end of the passages of documents, in no order.

        Of those that state, of each column, one of the values given; or_copies: also of those a
        copy of which does. What has no passages, or is chosen both ways, may come too often.
        """
        conditions, values = ["TRUE"], list[str | None]()
        for column, wanted in stated.items():
            told, marks = _STATED[column], ", ".join("?" * len(wanted))
            nothing = f" OR {told} IS NULL" if None in wanted else ""
            conditions.append(f"({told} IN ({marks}){nothing})")
            values += wanted
        chosen = f"FROM documents WHERE {' AND '.join(conditions)}"
        found = self._rows(f"SELECT first, stop {chosen}", values)
        if or_copies:
            copied = f"SELECT copy_of {chosen} AND copy_of IS NOT NULL"
            found += self._rows(f"SELECT first, stop FROM documents WHERE id IN ({copied})", values)
        return found

    def passages(self, numbers: Sequence[int]) -> dict[int, Passage]:
        """Passages by number; those that do not exist are left out."""
        rows: list[tuple[Any, ...]] = []
        for at in range(0, len(numbers), _PART):
            part = [int(number) for number in numbers[at : at + _PART]]
            marks = ", ".join("?" * len(part))
            query = f"SELECT * FROM passages WHERE number IN ({marks}) ORDER BY document"
            rows += self._rows(query, part)
        found = {}
        for document_id, own in groupby(rows, key=lambda row: row[1]):
            [(text,)] = self._rows(f"SELECT {_TEXT} FROM documents d WHERE id = ?", [document_id])
            for number, _, start, stop in own:
                found[number] = Passage(document_id, start, stop, text[start:stop])
        return found

    def texts(self, first: int = 0) -> Iterator[tuple[int, str]]:
        """Number and text of every passage from a number on, in order, a document at a time."""
        order = "SELECT id FROM documents WHERE stop > first AND first >= ? ORDER BY first"
        for (document_id,) in self._rows(order, [first]):
            for number, passage in sorted(self.passages(list(self._range(document_id))).items()):
                yield number, passage.text

    def _range(self, document_id: str) -> range:
        return self.passages_of(document_id) or range(0)

    def copies(self) -> dict[str, str]:
        """Copy → original."""
        query = "SELECT id, copy_of FROM documents WHERE copy_of IS NOT NULL"
        return {copy: original for copy, original in self._rows(query)}  # noqa: C416

    def copies_of(self, document_id: str) -> list[str]:
        """Ids of a document's copies, sorted."""
        query = "SELECT id FROM documents WHERE copy_of = ? ORDER BY id"
        return [row[0] for row in self._rows(query, [document_id])]

    def sketches(self) -> dict[str, Sketch]:
        rows = self._rows("SELECT id, hashes, length, published FROM documents")
        return {name: Sketch(*rest) for name, *rest in rows}

    def pairs(self) -> set[Pair]:
        """(copy, original) of all that could be such, chosen or not."""
        return {(one, other) for one, other in self._rows("SELECT * FROM pairs")}

    def dead(self) -> list[range]:
        """Numbers of passages that are no more."""
        return [range(first, stop) for first, stop in self._rows("SELECT * FROM dead")]

    def files(self) -> dict[str, File]:
        return {row[0]: File(*row) for row in self._rows("SELECT * FROM files")}

    def file(self, name: str) -> File | None:
        rows = self._rows("SELECT * FROM files WHERE name = ?", [name])
        return File(*rows[0]) if rows else None

    def close(self) -> None:
        with self._lock:
            self._connection.close()


def _storable(name: str) -> bool:
    """False for a name with bytes that are not UTF-8, which SQLite refuses to look for."""
    return name.encode("utf-8", "replace").decode() == name

"""Bringing a library up to date with its index: first what it lists, then the figures."""

import hashlib
import json
import logging
import re
import sqlite3
import time
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from index.documents import Document
from index.vietnamese import fold, tokens
from qa.catalogue import catalogue
from service.library.storage import SHAPE, Storage
from service.library.summary import summarise

if TYPE_CHECKING:
    from index.store import Index

# Documents written at once; what a killed process has to read again.
BATCH = 20
# Titles in quotation marks stand among the others.
_MARKS_BEFORE = re.compile(r"^\W+")
_log = logging.getLogger(__name__)
# The summary of indicators is made again whenever so many times more documents were read.
GROWTH = 2


def take_over(storage: Storage, index: "Index") -> None:
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
            summarise(connection)


def _stamp(document: Document, copy_of: str | None) -> str:
    """Changes whenever anything that is kept of a document would."""
    facts = [
        SHAPE, catalogue.rules(), document.sha256, document.title, document.province,
        document.district, document.published, document.event, document.source, copy_of,
        len(document.text),
    ]  # fmt: skip
    return hashlib.blake2b(json.dumps(facts).encode(), digest_size=12).hexdigest()


def _write_documents(storage: Storage, changed: list[tuple[Document, str, str | None]]) -> None:
    prepared = [
        (document, stamp, copy_of, _words(document)) for document, stamp, copy_of in changed
    ]
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
                    _MARKS_BEFORE.sub("", fold(document.title)),
                ],
            )
            connection.execute(
                "INSERT INTO words (rowid, head_kept, head, text_kept, text) VALUES (?, ?, ?, ?, ?)",
                [row.lastrowid, *words],
            )


def _words(document: Document) -> tuple[str, str, str, str]:
    """The words a document is found by, with their accents and without: its head, its text."""
    head = " ".join(
        filter(None, [document.title, document.province, document.source, document.district])
    )
    found = tokens(head), tokens(document.text)
    return tuple(  # type: ignore[return-value]
        " ".join(getattr(token, form) for token in part)
        for part in found
        for form in ("key", "folded")
    )


def _forget(connection: sqlite3.Connection, document_id: str) -> None:
    for (number,) in connection.execute("SELECT number FROM documents WHERE id = ?", [document_id]):
        connection.execute("DELETE FROM figures WHERE document = ?", [number])
        connection.execute("DELETE FROM words WHERE rowid = ?", [number])
        connection.execute("DELETE FROM documents WHERE number = ?", [number])


def read_figures(storage: Storage, index: "Index") -> None:
    """Read the figures of the documents that have none yet, leaving others room to work."""
    read = 0
    summarise_at = BATCH
    for batch in _unread(storage):
        found = []
        for number, document_id in batch:
            began = time.perf_counter()
            found.append((number, _entries(index.document(document_id))))
            if read > BATCH:  # whoever asks meanwhile must not wait for this
                time.sleep(time.perf_counter() - began)
        read += len(batch)
        with storage.writing() as connection:
            for number, entries in found:
                _write_figures(connection, number, entries)
            if read >= summarise_at:
                summarise(connection)
                summarise_at *= GROWTH
    if read:
        with storage.writing() as connection:
            summarise(connection)


def _entries(document: Document) -> list[catalogue.Entry]:
    """The figures of a document; one that cannot be understood never stops the rest."""
    try:
        return catalogue.entries(document)
    except Exception:
        _log.exception("could not read the figures of %r", document.id)
        return []


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

"""Indicators of a library: what several reports measure, and each figure they state for it."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from index.vietnamese import fold, normalize
from qa.catalogue.catalogue import Entry
from service.library.storage import Storage

_FIGURE = (
    "d.id, f.first, f.stop, f.text, f.kind, f.amount, f.nature, f.key, f.name, f.place, f.part,"
    " f.year, f.period, f.sentence_first, f.sentence_stop"
)
_NAMES = [field.name for field in fields(Entry) if field.name != "sentence"]


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured, in plain words, and how many reports, provinces and figures tell of it."""

    key: str
    name: str
    kind: str
    documents: int
    places: int
    figures: int


@dataclass(frozen=True, slots=True)
class Reported:
    """A figure with what is known of its report."""

    entry: Entry
    title: str
    published: str | None
    source: str | None


def indicators(
    storage: Storage, words: str = "", shared: bool = True, first: int = 0, count: int = 50
) -> tuple[list[Indicator], int]:
    """Indicators whose name holds all the words typed, the most widely reported first.

    shared: only those of more than one report. Returns a page of them and their number.
    """
    conditions, values = ["documents > 1"] if shared else [], []
    for word in fold(normalize(words[:200])).split()[:12]:
        conditions.append("sought LIKE ? ESCAPE '\\'")
        escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        values.append(f"% {escaped}%")
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    [(total,)] = storage.rows(f"SELECT count(*) FROM indicators{where}", values)
    rows = storage.rows(
        f"SELECT key, name, kind, documents, places, figures FROM indicators{where}"
        " ORDER BY places DESC, documents DESC, figures DESC, name LIMIT ? OFFSET ?",
        [*values, count, first],
    )
    return [Indicator(*row) for row in rows], total


def indicator(storage: Storage, key: str) -> Indicator | None:
    """The indicator of a key, None when no report tells of it any more."""
    rows = storage.rows(
        "SELECT key, name, kind, documents, places, figures FROM indicators WHERE key = ?", [key]
    )
    return Indicator(*rows[0]) if rows else None


def reported(storage: Storage, key: str) -> list[Reported]:
    """Every figure of an indicator, by place and time; copies of a report tell nothing more."""
    rows = storage.rows(
        f"SELECT {_FIGURE}, d.title, d.published, d.source FROM figures f"
        " JOIN documents d ON d.number = f.document"
        " WHERE f.key = ? AND d.copy_of IS NULL ORDER BY f.place, f.year, f.period, d.id, f.first",
        [key],
    )
    return [Reported(_entry(row[:15]), *row[15:]) for row in rows]


def figures_of(storage: Storage, document_id: str) -> list[Entry]:
    """The figures of a document in order."""
    rows = storage.rows(
        f"SELECT {_FIGURE} FROM figures f JOIN documents d ON d.number = f.document"
        " WHERE d.id = ? ORDER BY f.first",
        [document_id],
    )
    return [_entry(row) for row in rows]


def _entry(row: Sequence[Any]) -> Entry:
    *values, first, stop = row
    return Entry(**dict(zip(_NAMES, values, strict=True)), sentence=(first, stop))

"""The indicators of all figures in a library, each named as most reports name it."""

import sqlite3
from dataclasses import dataclass, field

from index.vietnamese import fold, tokens


@dataclass
class _Told:
    """What is told of one indicator: its names with how often each is said, and by whom."""

    kind: str
    names: list[tuple[int, str]] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The commonest name, the shortest of those said equally often."""
        return min(self.names, key=lambda said: (-said[0], len(said[1]), said[1]))[1]


def summarise(connection: sqlite3.Connection) -> None:
    """Make the table of indicators anew; copies of a report count for nothing."""
    rows = connection.execute(
        "SELECT f.key, f.name, min(f.kind), count(*), group_concat(DISTINCT f.document),"
        " group_concat(DISTINCT f.place) FROM figures f JOIN documents d ON d.number = f.document"
        " WHERE f.key <> '' AND d.copy_of IS NULL GROUP BY f.key, f.name"
    )
    found: dict[str, _Told] = {}
    for key, name, kind, count, documents, places in rows:
        told = found.setdefault(key, _Told(kind))
        told.names.append((count, name))
        told.documents.update(documents.split(","))
        told.places.update(place for place in (places or "").split(",") if place)
    connection.execute("DELETE FROM indicators")
    connection.executemany(
        "INSERT INTO indicators VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            [
                key,
                told.name,
                _sought(told.name),
                told.kind,
                len(told.documents),
                len(told.places),
                sum(count for count, _ in told.names),
            ]
            for key, told in found.items()
        ],
    )


def _sought(name: str) -> str:
    """What an indicator is found by: its name without accents, with y and i alike too."""
    return f" {' '.join(token.folded for token in tokens(name))} {fold(name)}"

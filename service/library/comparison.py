"""The figures of an indicator side by side: rows of a table, points of a chart, a file to keep."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from qa.catalogue.catalogue import Entry
from service.library.indicators import Reported

ACHIEVED, TARGET = "achieved", "target"
# What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MONTHS = {"h1": 6, "h2": 12, "q1": 3, "q2": 6, "q3": 9, "q4": 12}


@dataclass
class Row:
    """What one report says of one place and period; several figures where it states several."""

    place: str
    part: str
    year: int | None
    period: str
    report: Reported
    achieved: list[Reported] = field(default_factory=list)
    target: list[Reported] = field(default_factory=list)
    other: list[Reported] = field(default_factory=list)


def rows(reported: Iterable[Reported]) -> list[Row]:
    """The figures by place, period and report, the latest period of a place first."""
    found: dict[tuple[object, ...], Row] = {}
    for one in reported:
        entry = one.entry
        key = (entry.place, entry.part, entry.year, entry.period, entry.document)
        row = found.setdefault(key, Row(*key[:4], report=one))
        column = {ACHIEVED: row.achieved, TARGET: row.target}.get(entry.nature, row.other)
        column.append(one)
    return sorted(found.values(), key=_order)


def _order(row: Row) -> tuple[object, ...]:
    year, month = row.year or 0, month_of(row.period)
    return (
        not row.place,
        row.place,
        bool(row.part),
        row.part,
        -year,
        -month,
        row.report.entry.document,
    )


def month_of(period: str) -> int:
    """The month in which a part of a year ends: "q1" 3, "9m" 9, "m5" 5, a whole year 12."""
    if period in _MONTHS:
        return _MONTHS[period]
    return int(period.strip("m")) if period.strip("m").isdigit() else 12


def drawable(entry: Entry) -> bool:
    """Whether a figure has a size and says how much was reached or is to be."""
    return entry.amount is not None and entry.nature in (ACHIEVED, TARGET)


def as_csv(
    name: str,
    reported: Sequence[Reported],
    headings: Sequence[str],
    spell: Callable[[Reported], Sequence[object]],
) -> bytes:
    """A file that spreadsheets open with its Vietnamese letters: UTF-8 with a byte order mark.

    spell: the values of a figure in the order of the headings behind the first, which is `name`.
    """
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(headings)
    for one in reported:
        writer.writerow([_harmless(value) for value in (name, *spell(one))])
    return file.getvalue().encode("utf-8-sig")


def _harmless(value: object) -> object:
    """A text that no spreadsheet runs: one that begins like a formula is marked as text."""
    if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA):
        return f"'{value}"
    return "" if value is None else value

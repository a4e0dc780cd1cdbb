"""What of a comparison can be drawn: the values that are numbers, all of one unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.vietnamese import fold
from qa.answer import Cell
from qa.texts.figures import value_of

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# What may stand before a number that is a quantity; a rank ("hạng 3") has no length to draw.
_BOUNDS = frozenset(
    (
        *("dat", "tren", "hon", "gan", "khoang", "tu", "duoi", "chi", "co"),
        *("it nhat", "toi thieu", "xap xi", "khong qua", "toi da"),
        *("dat tren", "dat hon", "dat gan", "dat khoang"),
    )
)


@dataclass(frozen=True, slots=True)
class Point:
    """One value: what it is for, its number, how it is written, and its citation's index."""

    label: str
    period: str
    value: float
    written: str
    nature: str
    citation: int


@dataclass(frozen=True, slots=True)
class Plot:
    """Values that can be drawn together; `over_time` when they are one thing at several times."""

    points: tuple[Point, ...]
    over_time: bool


def plot(cells: Sequence[Cell], *, labelled: bool = False) -> Plot | None:
    """The values of a comparison that can be drawn; None unless two are numbers of one unit, and
    not all of them nothing.

    labelled: the cells are told apart by their labels.
    """
    measured = [(cell, quantity) for cell in cells if (quantity := _quantity(cell.value))]
    if len(measured) < 2 or len({unit for _, (_, unit) in measured}) > 1:
        return None
    if not any(value for _, (value, _) in measured):
        return None  # bars of nothing show nothing
    places = {cell.place for cell, _ in measured}
    periods = [cell.period for cell, _ in measured]
    over_time = (
        not labelled
        and len(places) == 1
        and len(set(periods)) == len(periods)
        and all(_YEAR.search(period) for period in periods)
    )
    if over_time:
        measured.sort(key=lambda one: (_YEAR.findall(one[0].period)[-1], one[0].period))
    several_periods = len(set(periods)) > 1
    points = tuple(
        Point(
            label=cell.label if labelled else _label(cell, several_periods),
            period=cell.period,
            value=value,
            written=cell.value,
            nature=cell.nature,
            citation=cell.citation,
        )
        for cell, (value, _) in measured
    )
    return Plot(points, over_time)


def _label(cell: Cell, with_period: bool) -> str:
    parts = [cell.place, cell.period if with_period or not cell.place else ""]
    return ", ".join(part for part in parts if part) or cell.value


def _quantity(written: str) -> tuple[float, str] | None:
    """The number and the unit of "trên 80%", "4,79 tỷ đồng"; None for a rank, a ratio, words."""
    numbers = list(_NUMBER.finditer(written))
    if len(numbers) != 1:
        return None
    before = fold(written[: numbers[0].start()]).strip()
    if before and before not in _BOUNDS:
        return None
    value = value_of(numbers[0].group())
    return None if value is None else (value, fold(written[numbers[0].end() :]).strip())

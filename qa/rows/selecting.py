"""Which rows of a table are meant, and which of its columns tells what is asked of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from index.vietnamese import fold
from qa.readers.reading import Reading
from qa.rows.asking import RowsAsked, scale_of
from qa.tables.fitting import FIGURES, is_rank, kind_fit
from qa.tables.meeting import Meeting
from qa.tables.reading import MISSED, STRICTNESS
from qa.tables.table import Row, Table
from qa.tables.values import quantity, says_none
from qa.texts.paragraph import Paragraph
from qa.texts.period import agreement, find_periods

# What may stand for whatever the rows are.
_GENERAL = ("dia phuong", "don vi", "noi", "co quan")
_DENIED = re.compile(r"\b(?:chua|khong)\b")
# A group of rows is meant of whose own words more than this share is said.
MOSTLY_SAID = 0.5
# "huyện nào" asks for towns of that level, too.
_LEVELS = {
    "huyen": ("huyen", "thi xa", "thanh pho", "tp", "tx", "quan"),
    "xa": ("xa", "phuong", "thi tran"),
}


@dataclass
class Selecting:
    """The rows asked for of one table; `reading` is of the question after their figures."""

    asked: RowsAsked
    reading: Reading
    table: Table
    line: Paragraph

    @cached_property
    def meeting(self) -> Meeting:
        return Meeting(self.reading, self.table, self.line)

    @property
    def names_rows(self) -> bool:
        """Whether what is asked for is what the rows are: "mấy nhiệm vụ" of a column "Nhiệm vụ"."""
        heading = re.split(r"[,;/]", fold(self.table.headings[self.table.key]))
        heads = [part.strip() for part in heading if part.strip()]
        if self.asked.types:
            known = bool(self._types & set(heads)) or any(map(self._is_of_type, self.table.rows))
            return known or any(one in heads for one in _GENERAL) or self._lists_them
        said, called = self.asked.said, [*_GENERAL, *heads]
        if self.asked.wanted == "count":
            return any(f"{said} ".startswith(f"{one} ") for one in called)
        return any(f" {one} " in f" {said} " for one in called)

    @property
    def _lists_them(self) -> bool:
        """Whether provinces are asked for, and the rows are such."""
        return "tinh" in self._types and self.meeting.places.lists_provinces

    @cached_property
    def stated(self) -> dict[int, list[str]]:
        """The values that the question says, by their column of words."""
        found: dict[int, list[str]] = {}
        for at in self.table.texts:
            if at == self.table.key:
                continue
            values = dict.fromkeys(self.table.column(at))
            said = [value for value in values if self._is_typed(value)]
            said = said or [value for value in values if self._is_stated(value)]
            if said and len(said) < len(values):
                found[at] = said
        return found

    def _is_typed(self, value: str) -> bool:
        """Whether a value stands in the question word by word: "chưa triển khai"."""
        return not self.meeting.is_over(value) and self.meeting.is_typed(value)

    def _is_stated(self, value: str) -> bool:
        if self.meeting.is_over(value):
            return False
        if self.meeting.exact(value) == 1.0:
            return True
        question = self.reading.question
        asked, told = question.period, find_periods(value)
        return bool(asked and asked.part and told) and agreement(asked, told[0]) == 1.0

    @cached_property
    def rows(self) -> list[Row]:
        """The rows of the sort and group asked for, with the values that the question says."""
        rows = [row for row in self.table.parts if self.table.name(row)]
        rows = self._narrowed(rows, [row for row in rows if self._is_of_type(row)])
        groups = self._groups
        rows = [row for row in rows if not groups or row.group in groups]
        if self.asked.choice:
            return self._chosen_from(rows)
        for at, values in self.stated.items():
            rows = [row for row in rows if self._has(row, at, values)]
        return rows

    def _chosen_from(self, rows: list[Row]) -> list[Row]:
        """The row of each thing that one is to be chosen from; none unless each has its own."""
        found = [self._called(rows, one) for one in self.asked.choice]
        named = [row for row in found if row is not None]
        return named if len(set(named)) == len(found) else []

    def _called(self, rows: list[Row], name: str) -> Row | None:
        """The one row whose name holds most words of another name."""
        words = {key for key, _ in self.meeting.words_of(name)}
        shares = []
        for row in rows:
            own = {key for key, _ in self.meeting.words_of(self.table.name(row))}
            shares.append(len(words & own) / max(1, min(len(words), len(own))))
        best = max(shares, default=0.0)
        alone = best > MOSTLY_SAID and shares.count(best) == 1
        return rows[shares.index(best)] if alone else None

    def _narrowed(self, rows: list[Row], some: list[Row]) -> list[Row]:
        return some if some else rows

    def _is_of_type(self, row: Row) -> bool:
        name = fold(self.table.name(row))
        return any(name.startswith((f"{one} ", f"{one}.")) for one in self._types)

    @cached_property
    def _types(self) -> frozenset[str]:
        """What the rows may begin with, of the level that is asked for."""
        return frozenset(other for one in self.asked.types for other in _LEVELS.get(one, (one,)))

    @cached_property
    def _groups(self) -> frozenset[str]:
        """The groups of rows that the question names."""
        meeting = self.meeting
        groups = {row.group for row in self.table.rows if row.group}
        said = {group: set(meeting.words_of(group)) for group in groups}
        common = set.intersection(*said.values()) if len(groups) > 1 else set()
        return frozenset(
            group
            for group in groups
            if meeting.said_of(said[group] - common) > MOSTLY_SAID or self._is_named(group)
        )

    def _is_named(self, group: str) -> bool:
        """Whether the question says a group's whole name, the number before it aside."""
        name = re.sub(r"^\s*(?:[ivx]+|[a-z]|\d+)[.)]\s*", "", fold(group)).strip()
        return (
            bool(name)
            and f" {name} " in f" {re.sub(r'[,.?;:]', ' ', self.reading.question.plain)} "
        )

    def _has(self, row: Row, column: int, values: Iterable[str]) -> bool:
        own = fold(self.table.value(row, column))
        return any(fold(value) in own for value in values)

    @cached_property
    def _conditions(self) -> str:
        """What the conditions and the name of the rows say."""
        said = [value for values in self.stated.values() for value in values]
        said += [self.table.headings[at] for at in (*self.stated, self.table.key)]
        return " | ".join([*said, *self._groups, *self.asked.types, *self.asked.choice])

    def among(self) -> list[int]:
        """The columns that may be of the kind asked for."""
        question = self.reading.question
        fits = {
            at: max((kind_fit(question, self.table, row, at) for row in self.table.rows), default=0)
            for at in self.table.measures
        }
        best = max(fits.values(), default=0.0)
        return [
            at for at, fit in fits.items() if fit and (fit == best or question.asks not in FIGURES)
        ]

    def fit(self, column: int | None) -> float:
        """How surely the table, and a column of it, is what is asked about; 0 without rows."""
        if not self.rows:
            return 0.0
        meeting, row = self.meeting, self.rows[0]
        headings = self.table.headings
        held = meeting.held(self._conditions)
        if column is not None:
            held |= meeting.held(headings[column])
        fit = meeting.share(held) ** STRICTNESS
        fit *= 1.0 if meeting.names_in(self._conditions) else MISSED
        fit *= 1.0 if self._is_of_the_place(row) else MISSED
        dated = column if column is not None else self.table.key
        if not meeting.sorts.year(row, dated):
            fit *= MISSED
        elif not meeting.sorts.period(row, dated):
            fit *= max(MISSED, self.reading.times.period_fit(self.line, (0, len(self.line.text))))
        return fit if column is None else fit * meeting.column(column, self.among())

    def is_rank(self, column: int) -> bool:
        """Whether the least of a column is the best: "Hạng"."""
        return is_rank(self.table.headings[column])

    def _is_of_the_place(self, row: Row) -> bool:
        return any(
            self.meeting.places.is_asked(one) for one in self.rows
        ) or self.meeting.places.is_asked(row)

    def meets(self, row: Row, column: int) -> bool:
        """Whether a row's figure stands to the asked one as it should."""
        if self.asked.aim:
            return self._meets_the_aim(row, column)
        cell = self.table.value(row, column)
        if self.asked.comparison == "=" and _DENIED.search(fold(self.table.headings[column])):
            return False  # "thôn chưa có sóng": what there is none of is told by a figure
        if self.asked.comparison == "=" and self.asked.value == 0:
            return bool(cell) and says_none(cell)
        value = quantity(cell)
        if value is None or self.asked.value is None:
            return False
        scale = scale_of(self.table.unit(row, column))
        wanted = self.asked.value
        if scale and self.asked.scale:
            wanted *= self.asked.scale / scale
        return _stands(value, self.asked.comparison, wanted)

    def _meets_the_aim(self, row: Row, column: int) -> bool:
        aim = self.aim_of(column)
        if aim is None:
            return False
        value, wanted = (quantity(self.table.value(row, at)) for at in (column, aim))
        return (
            value is not None
            and wanted is not None
            and _stands(value, self.asked.comparison, wanted)
        )

    def aim_of(self, column: int) -> int | None:
        """The column of what was planned for what another tells."""
        meeting = self.meeting
        aims = [at for at in self.table.measures if meeting.sorts.is_aim(at) and at != column]
        own = meeting.held(self.table.headings[column])
        return max(
            aims, key=lambda at: len(meeting.held(self.table.headings[at]) & own), default=None
        )


def _stands(value: float, comparison: str, other: float) -> bool:
    return {
        ">": value > other,
        ">=": value >= other,
        "<": value < other,
        "<=": value <= other,
        "=": value == other,
    }[comparison]

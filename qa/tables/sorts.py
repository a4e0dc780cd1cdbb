"""What sort of column is asked for: of which year, and whether what was planned or reached."""

import re
from collections.abc import Sequence
from functools import cached_property

from index.vietnamese import fold
from qa.questions.question import Question
from qa.tables.table import Row, Table
from qa.texts.period import Period, find_periods

# Of another sort than the asked one, or no row asked for by name: of this much use it still is.
UNNAMED = 0.25
# A column of an earlier year where none is asked about.
EARLIER = 0.7

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_AIM = re.compile(r"\b(?:muc tieu|chi tieu(?! chuyen)|ke hoach|du toan|duoc giao)\b")
# What is reached is asked about, of what was aimed at.
_HELD_AGAINST = re.compile(r"\b(?:đạt|vượt|hoàn thành|so với|theo)(?: \w+){0,2} $", re.IGNORECASE)
_HELD_AGAINST_FOLDED = re.compile(r"\b(?:dat|vuot|hoan thanh|so voi|theo)(?: \w+){0,2} $")


class Sorts:
    """The years and aims that one question asks for, and those of one table."""

    def __init__(self, question: Question, table: Table) -> None:
        self.question, self.table = question, table

    def fit(self, column: int, among: Sequence[int]) -> float:
        """Whether a column is of the time asked about, and an aim where an aim is asked for."""
        heading = fold(self.table.headings[column])
        fit = 1.0
        aims = [at for at in among if self.is_aim(at)]
        if aims and len(aims) < len(among) and (column in aims) != self._asks_aim:
            fit *= UNNAMED
        years = [set(_YEAR.findall(self.table.headings[at])) for at in among]
        own = set(_YEAR.findall(heading))
        wanted = self._years
        if wanted and own and not wanted & own:
            fit *= UNNAMED**2
        elif not wanted and own and any(max(own) < max(other) for other in years if other):
            fit *= EARLIER
        return fit

    @cached_property
    def _years(self) -> set[str]:
        asked = self.question.period
        if asked and asked.year:
            return {str(asked.year)}
        return set(_YEAR.findall(self.question.text))

    @cached_property
    def _asks_aim(self) -> bool:
        """Whether the question asks for what is planned."""
        question = self.question
        against = _HELD_AGAINST_FOLDED if question.folded else _HELD_AGAINST
        rows = fold(self.table.headings[self.table.key])  # "chỉ tiêu nào" asks for such a row
        named = list(_AIM.finditer(question.plain))
        if not any(one.group() in rows for one in named) and question.nature == "target":
            return True
        return any(
            one.group() not in rows and not against.search(question.text, 0, one.start())
            for one in named
        )

    def year(self, row: Row, column: int) -> bool:
        """Whether nothing that says the year of a cell says another one than the asked."""
        if not self._years:
            return True
        *near, caption = self._dated(row, column)
        for text in near:
            if told := set(_YEAR.findall(text)):
                return bool(told & self._years)
        told = set(_YEAR.findall(caption))
        return not told or bool(told & self._years) or self._has_the_year

    def period(self, row: Row, column: int) -> Period | None:
        """The time that the table itself says a cell is of."""
        for text in self._dated(row, column):
            if found := [one for one in find_periods(text) if one.year]:
                return found[0]
        return None

    def _dated(self, row: Row, column: int) -> Sequence[str]:
        """What may say the time of a cell, the nearest first."""
        return self.table.headings[column], self.table.name(row), row.group, self.table.caption

    def names_the_year(self, row: Row, column: int) -> bool:
        """Whether the table says of which year a cell is, or has others of the asked one."""
        return self.period(row, column) is not None or self._has_the_year

    @cached_property
    def _has_the_year(self) -> bool:
        """Whether a column is of the asked year; those without a year go with it."""
        heads = (set(_YEAR.findall(heading)) for heading in self.table.headings)
        return any(self._years & years for years in heads)

    def is_aim(self, column: int) -> bool:
        """Whether a column says what is planned."""
        return _AIM.search(fold(self.table.headings[column])) is not None

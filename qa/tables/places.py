"""Which places the rows of a table are of, and whether they are those asked about."""

import re
from functools import cached_property

from index.places import find_districts
from index.vietnamese import fold
from qa.questions.question import Question
from qa.tables.table import Row, Table
from qa.tables.words import Asked, provinces_in

_CITY = re.compile(r"\b(?:thanh pho|tp\.?|thi xa|huyen) $")


class Places:
    """The places that one question names, held against one table."""

    def __init__(self, question: Question, table: Table) -> None:
        self.question, self.table = question, table

    def is_of_the_report(self, one: Asked) -> bool:
        """Whether a word names the place that the whole report is on: the province, not its city,
        or the district, not its town."""
        question, document = self.question, self.table.document
        at = one.unit.start
        if not self.lists_provinces and any(
            mention.start <= at < mention.end
            and mention.name == document.province
            and not _CITY.search(question.plain, 0, mention.start)
            for mention in question.mentions
        ):
            return True
        return any(
            start <= at < end and name in document.title and not self._is_called(end)
            for (start, end), name in find_districts(question.text)
        )

    @cached_property
    def lists_provinces(self) -> bool:
        """Whether the rows are of several provinces."""
        named = (provinces_in(self.table.name(row)) for row in self.table.rows)
        return len(frozenset[str]().union(*named)) > 1

    def _is_called(self, end: int) -> bool:
        """Whether a row is called what the question says up to there."""
        names = (fold(self.table.name(row)) for row in self.table.rows)
        return any(name and self.question.plain[:end].endswith(name) for name in names)

    def is_asked(self, row: Row) -> bool:
        """Whether the row, or else the report, is of a place asked about."""
        asked = self.question.place_names
        if not asked:
            return True
        named = provinces_in(self.table.name(row))
        if named:
            return bool(named & asked)
        document = self.table.document
        over = f"{document.title} {self.table.caption} {row.group}"
        return document.province in asked or bool(provinces_in(over) & asked)

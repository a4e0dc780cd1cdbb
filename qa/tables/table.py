"""A table of a report: its rows, its columns and what they are read under."""

import re
from dataclasses import dataclass
from functools import cached_property

from index.documents import Document
from index.vietnamese import Span, fold
from qa.tables.values import is_figure, is_year, unit_named

# Of the filled cells of a column so many are figures where it measures something.
MOSTLY = 0.6

_ORDINAL = re.compile(r"(?:stt|tt|so tt|so thu tu|no\.?|#)")
_UNITS = re.compile(r"(?:don vi(?: tinh)?|dvt)")
_WHOLE = re.compile(
    r"(?:tong(?: (?:cong|so|chung|hop))?|cong|toan (?:tinh|huyen|thanh pho|nganh|quoc|vung|xa)"
    r"|(?:binh quan|trung binh)(?: chung| toan tinh)?|chung(?: toan tinh)?|ca nuoc)\b(?! ty)"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: its span in the document and those of its values, None where empty.

    `group` is the line above it that heads a group of rows ("I. Khối sở, ngành").
    """

    start: int
    end: int
    values: tuple[Span | None, ...]
    group: str = ""


@dataclass(frozen=True)
class Table:
    """A table of a document; `headings` has a name for each column, `caption` what stands over it."""

    document: Document
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    caption: str

    def value(self, row: Row, column: int) -> str:
        """What a cell says, empty where nothing."""
        span = row.values[column]
        return self.document.text[slice(*span)] if span else ""

    def column(self, column: int) -> list[str]:
        """The values of a column, top down, those that there are."""
        return [value for row in self.rows if (value := self.value(row, column))]

    @cached_property
    def ordinals(self) -> frozenset[int]:
        """The columns that only number the rows, or name the unit of their figures."""
        return frozenset(
            at
            for at, heading in enumerate(self.headings)
            if _ORDINAL.fullmatch(fold(heading)) or at == self.unit_column
        )

    @cached_property
    def unit_column(self) -> int | None:
        """The column that says in which unit a row counts."""
        return next(
            (
                at
                for at, heading in enumerate(self.headings)
                if _UNITS.fullmatch(fold(heading))
                and sum(bool(unit_named(value)) for value in self.column(at))
                >= MOSTLY * len(self.column(at))
            ),
            None,
        )

    @cached_property
    def measures(self) -> frozenset[int]:
        """The columns of figures."""
        return frozenset(at for at in range(len(self.headings)) if self._is_measure(at))

    def _is_measure(self, at: int) -> bool:
        values = self.column(at)
        told = sum(is_figure(value) for value in values)
        years = sum(is_year(value) for value in values)
        return at not in self.ordinals and told >= MOSTLY * len(values) and told > years

    @cached_property
    def key(self) -> int:
        """The column that names the rows: the first that neither numbers nor measures."""
        free = [at for at in range(len(self.headings)) if at not in self.ordinals | self.measures]
        return free[0] if free else 0

    def name(self, row: Row) -> str:
        """What a row is called."""
        return self.value(row, self.key)

    def is_whole(self, row: Row) -> bool:
        """Whether a row sums up the others: "Tổng cộng"."""
        named = (self.value(row, at) for at in (self.key, *self.texts, *self.ordinals))
        first = next((name for name in named if name), "")
        return _WHOLE.match(fold(first)) is not None

    @cached_property
    def texts(self) -> tuple[int, ...]:
        """The columns of words."""
        return tuple(
            at for at in range(len(self.headings)) if at not in self.ordinals | self.measures
        )

    @cached_property
    def parts(self) -> tuple[Row, ...]:
        """The rows that are no sum of others."""
        return tuple(row for row in self.rows if not self.is_whole(row))

    def unit(self, row: Row, column: int) -> str:
        """The unit that stands beside the row or over the table for a bare figure, or nothing."""
        if self.unit_column is not None and (own := self.value(row, self.unit_column)):
            return own
        return unit_named(self.headings[column]) or unit_named(self.caption)

"""How the words of a question meet a table: its rows, its headings and what it stands under."""

import re
from collections.abc import Collection, Sequence
from functools import cached_property

from index.vietnamese import fold
from qa.readers.holding import frame
from qa.readers.reading import Reading
from qa.tables.places import Places
from qa.tables.sorts import UNNAMED, Sorts
from qa.tables.table import Row, Table
from qa.tables.values import quantity
from qa.tables.words import Asked, Keys, asked_words, held_by, words_in
from qa.texts.paragraph import Paragraph

# A word counts for so much where it stands over the table, and in the heading of another column.
FRAMED, ELSEWHERE = 0.9, 0.5
# What a figure weighs that the question states and a cell says.
STATED = 6.0
# A row whose words are met half as well is the asked one with a quarter of the chance.
SHARPNESS = 2
# A row is named by so many of its words.
NAMED = 0.75
# Of two rows or headings that meet the same words the one with fewer others is meant.
_EXACT, _EXACT_HEADING = 0.2, 0.35
# A word that stands over all columns tells so little of one.
OVER = 0.3
_SUMS = frozenset({"tong", "so", "tong so"})
# A heading says at least this share of what only a heading could say.
TOLD = 0.4
# Of who bears one of these the other tells nothing.
_OPPOSED = (("pho", "truong"), ("truong", "pho"), ("tang", "giam"), ("giam", "tang"))
_WHOLE_ASKED = re.compile(
    r"\b(?:tong(?: cong| so)?|toan (?:tinh|huyen|thanh pho|nganh|quoc)|ca (?:tinh|huyen|nuoc)|tat ca"
    r"|binh quan|trung binh)\b"
)
_WHERE = re.compile(r"\b(?:o dau|tai dau|cho nao)\b")
_SPOT = re.compile(r"\b(?:dia diem|dia chi|tru so|noi (?:to chuc|hoc|lam|tiep))\b")
_MARKS = re.compile(r"[,.?;:!]")


def _has(text: str, word: str) -> bool:
    return re.search(rf"\b{word}\b", text) is not None


class Meeting:
    """One question over one table."""

    def __init__(self, reading: Reading, table: Table, line: Paragraph) -> None:
        """`line` is any row of the table: what stands over it holds for all of them."""
        self.question, self.table, self._line = reading.question, table, line
        self._folded = reading.question.folded
        self.words = asked_words(reading.question, reading.matcher)
        self.places = Places(reading.question, table)
        self.sorts = Sorts(reading.question, table)
        self._over = frame(line, self._folded).keys | self.held(table.caption)

    def held(self, text: str) -> Keys:
        """What a text holds: the keys of its words and their groups of synonyms."""
        return held_by(text, self._folded)

    @cached_property
    def _headings(self) -> list[Keys]:
        return [self.held(heading) for heading in self.table.headings]

    @cached_property
    def _rows(self) -> dict[Row, Keys]:
        table = self.table
        return {
            row: self.held(
                " | ".join([*(table.value(row, at) for at in table.texts), table.name(row)])
            )
            for row in table.rows
        }

    @cached_property
    def stated(self) -> list[float]:
        """The figures that the question says."""
        text = self.question.text
        said = (quantity(text[unit.start : unit.end]) for unit in self.question.stated)
        return [value for value in said if value is not None]

    def says(self, row: Row, column: int, value: float) -> bool:
        """Whether a cell says a figure."""
        return column in self.table.measures and quantity(self.table.value(row, column)) == value

    @cached_property
    def _row_words(self) -> list[Asked]:
        """The words that tell some rows from others."""
        rows = self._rows.values()
        words = [one for one in self.words if not self.places.is_of_the_report(one)]
        count = {one: sum(one.stands_in(held) for held in rows) for one in words}
        return [one for one in words if 0 < count[one] < max(2, len(rows))]

    @cached_property
    def _hits(self) -> dict[Row, float]:
        """How much of what tells rows apart stands in each."""
        hits = {}
        for row, held in self._rows.items():
            hit = sum(one.weight for one in self._row_words if one.stands_in(held))
            told = sum(
                any(self.says(row, at, value) for at in self.table.measures)
                for value in self.stated
            )
            hits[row] = hit + STATED * told
        return hits

    def row(self, row: Row) -> float:
        """How surely a row is the one asked about."""
        best = max(self._hits.values())
        if not best:
            if self.table.is_whole(row):
                return 1.0
            return UNNAMED if len(self.table.parts) > 1 else 1.0
        whole = self._whole_asked
        if whole is not None:
            return 1.0 if row == whole else UNNAMED
        fit = (self._hits[row] / best) ** SHARPNESS
        if self.table.is_whole(row) and not self._asks_whole:
            fit *= UNNAMED
        return fit * (1 - _EXACT * (1 - self.exact(self.table.name(row))))

    @cached_property
    def _asks_whole(self) -> bool:
        return _WHOLE_ASKED.search(self.question.plain) is not None

    @cached_property
    def _whole_asked(self) -> Row | None:
        """The sum, where it is asked for and no row is named."""
        wholes = [row for row in self.table.rows if self.table.is_whole(row)]
        if len(wholes) != 1 or not self._asks_whole:
            return None
        named = (self.exact(self.table.name(row)) for row in self.table.parts)
        return None if max(named, default=0.0) >= NAMED else wholes[0]

    def exact(self, text: str) -> float:
        """The share of a text's words that the question has."""
        return self.said_of(self.words_of(text))

    def words_of(self, text: str) -> Collection[tuple[str, int]]:
        """The words of a text that tell something, each with its group of synonyms."""
        return set(words_in(text, self._folded))

    def said_of(self, words: Collection[tuple[str, int]]) -> float:
        """The share of words that the question has; 0 of none."""
        met = sum(key in self._asked or group in self._asked for key, group in words)
        return met / len(words) if words else 0.0

    @cached_property
    def _asked(self) -> Keys:
        groups = (one.unit.group for one in self.words if one.unit.group >= 0)
        return frozenset([*(one.key for one in self.words), *groups])

    def column(self, column: int, among: Sequence[int]) -> float:
        """How surely a column is the one asked for, among those that could be."""
        headings = self._headings
        sorts = {at: self.sorts.fit(at, among) for at in among}
        plain = [at for at in among if sorts[at] == 1.0]
        peers = plain if column in plain else among
        count = {one: sum(one.stands_in(headings[at]) for at in peers) for one in self.words}
        telling = [one for one in self.words if 0 < count[one] < max(2, len(peers))]
        hits = {
            at: sum(self._telling(one) for one in telling if one.stands_in(headings[at]))
            for at in peers
        }
        best = max(hits.values(), default=0.0)
        if not best and self.is_called(column):
            return sorts[column]
        if not best:
            return sorts[column] * (1.0 if plain == [column] else 1 / max(1, len(plain)))
        fit = (
            hits[column]
            / best
            * (1 - _EXACT_HEADING * (1 - self.exact(self.table.headings[column])))
        )
        return fit * sorts[column]

    def _telling(self, one: Asked) -> float:
        """What a word is worth to tell columns apart: little where it stands over the table, or
        asks for all."""
        said = fold(self.question.text[one.unit.start : one.unit.end])
        return one.weight * (OVER if one.stands_in(self._captioned) or said in _SUMS else 1.0)

    @cached_property
    def _captioned(self) -> Keys:
        return self.held(self.table.caption)

    def is_typed(self, text: str) -> bool:
        """Whether the question says a text word by word."""
        return f" {fold(text)} " in f" {_MARKS.sub(' ', self.question.plain)} "

    def is_over(self, text: str) -> bool:
        """Whether the title of the report or of the table holds a text."""
        return fold(text) in fold(f"{self.table.document.title} {self.table.caption}")

    def is_given(self, row: Row, column: int) -> bool:
        """Whether the question says itself what a cell says."""
        if column in self.table.measures:
            return any(self.says(row, column, value) for value in self.stated)
        value = self.table.value(row, column)
        return bool(value) and self.exact(value) == 1.0

    def differs(self, row: Row, column: int) -> bool:
        """Whether a column is of heads where a deputy is asked for, or the other way round."""
        said = fold(f"{self.table.headings[column]} {row.group}")
        plain = self.question.plain
        return any(
            _has(plain, one)
            and not _has(plain, other)
            and _has(said, other)
            and not _has(said, one)
            for one, other in _OPPOSED
        )

    def is_called(self, column: int) -> bool:
        """Whether a column is what the question word stands with: "phường nào" and "Phường"."""
        focus = self.question.plain[slice(*self.question.focus)]
        heading = fold(self.table.headings[column])
        if _WHERE.search(focus):
            return _SPOT.search(heading) is not None
        heads = (part.strip() for part in re.split(r"[,;/]", heading))
        return any(part and f" {part} " in f" {focus} " for part in heads)

    def is_headed(self, column: int) -> bool:
        """Whether the question has a word of a column's heading."""
        return any(one.stands_in(self._headings[column]) for one in self.words)

    def coverage(self, row: Row, column: int) -> float:
        """The share of the question that a cell's row, its heading and what is over them hold."""
        here = self._rows[row] | self._headings[column] | self.held(row.group)
        for at in range(len(self.table.headings)):
            if any(self.says(row, at, value) for value in self.stated):
                here |= self._headings[at]
        return self.share(here)

    def share(self, here: Keys) -> float:
        """The share of the question that is held here, else over the table or in its headings."""
        total = sum(one.weight for one in self.words)
        if not total:
            return 1.0
        elsewhere = frozenset[str | int]().union(*self._headings)
        met = 0.0
        for one in self.words:
            if one.stands_in(here):
                met += one.weight
            elif one.stands_in(self._over):
                met += FRAMED * one.weight
            elif one.stands_in(elsewhere):
                met += ELSEWHERE * one.weight
        return met / total

    def names(self, row: Row) -> bool:
        """Whether the row, or what it stands under, holds every name that the question has."""
        cells = (self.table.value(row, at) for at in (*self.table.texts, self.table.key))
        return self.names_in(" | ".join([*cells, row.group]))

    def tells_another(self, row: Row, column: int) -> bool:
        """Whether much of what the question says, and neither row nor report does, is not said by
        the heading: "tỷ lệ hài lòng" of "Tỷ lệ nộp trực tuyến"."""
        elsewhere = self._rows[row] | self.held(row.group) | self._over
        heading = self._headings[column]
        met = sum(one.weight for one in self.words if one.stands_in(heading))
        left = [one for one in self.words if not one.stands_in(elsewhere | heading)]
        unmet = sum(one.weight for one in left)
        return len(left) > 1 and 0 < met < TOLD * (met + unmet)

    def names_in(self, text: str) -> bool:
        """Whether every name that the question has stands in a text, over the table or in its
        headings; without accents, which may have been guessed."""
        held = self._over_folded | held_by(text, True)
        named = [unit.folded for name in self.question.names for unit in name]
        named += [key for name in self.question.districts for key, _ in words_in(name, True)]
        return held.issuperset(named)

    @cached_property
    def _over_folded(self) -> Keys:
        table = self.table
        return frame(self._line, True).keys | held_by(
            " | ".join([table.caption, *table.headings]), True
        )

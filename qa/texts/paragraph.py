"""A paragraph of a report laid out for reading: its units, and how near they stand.

Two units are as near as the smallest part that holds both: segment (between commas or in
brackets), clause (between semicolons), sentence, paragraph.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, wraps
from itertools import accumulate
from typing import Concatenate, ParamSpec, TypeVar, cast

from index.documents import Document
from index.places import Mention, find_districts, find_provinces
from index.tables import Cell, cells
from index.vietnamese import Span, clauses, fold, sentences
from qa.texts.brands import brands
from qa.texts.organizations import Organization, organizations
from qa.texts.period import Period, find_periods
from qa.words.terms import Columns, Unit, Units

_SEGMENT_BREAK = re.compile(r"[,():\[\]\"“”|]|\s[-–]\s")
_ITEM = re.compile(r"\s*(?:[-–•+*]|\d{1,2}[.)]|[a-zđ][.)])\s")
_NUMBERING = re.compile(r"[\dIVX]{1,4}[.)]?")
ITEM_LENGTH, LONGEST_LIST, INTRO_LENGTH = 240, 30, 500

Asked = ParamSpec("Asked")
Found = TypeVar("Found")


def kept(
    find: Callable[Concatenate["Paragraph", Asked], Found],
) -> Callable[Concatenate["Paragraph", Asked], Found]:
    """What a function finds of a paragraph, and maybe of a place in it, is kept with the paragraph."""

    @wraps(find)
    def known(paragraph: "Paragraph", *asked: Asked.args, **named: Asked.kwargs) -> Found:
        key = (find, *asked, *named.values())
        if key not in paragraph.found:
            paragraph.found[key] = find(paragraph, *asked, **named)
        return cast(Found, paragraph.found[key])

    return known


@dataclass(frozen=True)
class Paragraph:
    """A line of a document; offsets of units, periods and places point into its text."""

    document: Document
    start: int
    end: int
    found: dict[tuple[object, ...], object] = field(default_factory=dict, repr=False, compare=False)
    """For `kept`."""

    @cached_property
    def text(self) -> str:
        return self.document.text[self.start : self.end]

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def intro(self) -> str:
        """What a list item or a table's row is read under: the lines that introduce it."""
        text = self.document.text
        if not self.is_item:
            return ""
        lines = [line for line in text[: self.start].split("\n") if line.strip()]
        for line in reversed(lines[-LONGEST_LIST:]):
            if len(line) > ITEM_LENGTH or line.rstrip().endswith(":"):
                return line[-INTRO_LENGTH:]
        return ""

    @cached_property
    def is_item(self) -> bool:
        text = self.text
        return len(text) <= ITEM_LENGTH and ("|" in text or _ITEM.match(text) is not None)

    @cached_property
    def header(self) -> list[str]:
        """The column headings of the table that this line is a row of; none for others."""
        if "|" not in self.text:
            return []
        columns = self.text.count("|")
        heading: list[str] = []
        for line in reversed(
            [x for x in self.document.text[: self.start].split("\n") if x.strip()]
        ):
            if line.count("|") != columns:
                break
            heading = [cell.strip() for cell in line.split("|")]
        return heading

    def heading_of(self, offset: int) -> str:
        """The column heading over a character offset; empty outside tables."""
        column = self.text[:offset].count("|")
        return self.header[column] if column < len(self.header) else ""

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The cells of a table's row written out with its headings; none for other lines."""
        return cells(self.text)

    def labels_of(self, offset: int) -> list[Span]:
        """What says of what a cell's value is: its column's heading and the row's first words."""
        here = next((cell for cell in self.cells if cell.value[0] <= offset < cell.value[1]), None)
        return [here.heading, *self.row_names] if here else []

    @cached_property
    def row_names(self) -> list[Span]:
        """The values at the head of a row that name it, up to its first figure."""
        named: list[Span] = []
        for cell in self.cells:
            value = self.text[slice(*cell.value)]
            if any(map(str.isdigit, value)):
                if named or not _NUMBERING.fullmatch(value):
                    break
                continue
            named.append(cell.value)
        return named

    @cached_property
    def columns(self) -> Columns:
        """Its units column by column: to look for some of them, which does not take their places."""
        return Columns(self.text)

    @cached_property
    def units(self) -> Units:
        return Units(self.columns)

    @cached_property
    def starts(self) -> list[int]:
        return [start for start, _ in self.columns.spans]

    @cached_property
    def sentences(self) -> list[Span]:
        return sentences(self.text)

    @cached_property
    def clauses(self) -> dict[Span, list[Span]]:
        """The clauses of each sentence."""
        return {sentence: clauses(self.text, sentence) for sentence in self.sentences}

    @cached_property
    def layout(self) -> list[tuple[int, int, int]]:
        """For each unit the numbers of its sentence, clause and segment."""
        count, ends = len(self.starts), [end for _, end in self.columns.spans]
        sentences = [bisect_right(ends, end) for _, end in self.sentences]
        clauses = [bisect_right(ends, end) for spans in self.clauses.values() for _, end in spans]
        segments = {at for at in (*sentences, *clauses) if at}
        for match in _SEGMENT_BREAK.finditer(self.text):
            at = self.unit_at(match.start())
            if not at or ends[at - 1] <= match.start():
                segments.add(at)
        numbers = [_numbered(cuts, count) for cuts in (sentences, clauses, segments)]
        return list(zip(*numbers, strict=True))

    @cached_property
    def periods(self) -> list[Period]:
        return find_periods(self.text, self.folded)

    @cached_property
    def provinces(self) -> list[Mention]:
        return find_provinces(self.text, tokens=self.columns.tokens)

    @cached_property
    def districts(self) -> list[tuple[Span, str]]:
        return find_districts(self.text)

    @cached_property
    def brands(self) -> list[Span]:
        return sorted(match.span() for match in brands(self.text))

    @cached_property
    def organizations(self) -> list[Organization]:
        return organizations(self.text)

    def unit_at(self, offset: int) -> int:
        """The number of the first unit that starts at or after a character offset."""
        return bisect_left(self.starts, offset)

    def units_in(self, span: Span) -> list[Unit]:
        """The units that start in a span."""
        return self.units[self.unit_at(span[0]) : self.unit_at(span[1])]

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds a character offset."""
        return _holding(self.sentences, offset)

    def clause_at(self, offset: int) -> Span:
        """The clause that holds a character offset."""
        sentence = self.sentence_at(offset)
        return _holding(self.clauses[sentence], offset)


def _numbered(cuts: Iterable[int], count: int) -> Iterator[int]:
    """For each of so many units how many cuts stand before or at it."""
    steps = [0] * (count + 1)
    for cut in cuts:
        steps[cut] += 1
    return accumulate(steps[:count])


def _holding(spans: list[Span], offset: int) -> Span:
    """The first span that ends behind an offset, else the last."""
    return next((span for span in spans if offset < span[1]), spans[-1])


@lru_cache(maxsize=4096)
def _paragraph(key: "_Key", start: int, end: int) -> Paragraph:
    return Paragraph(key.document, start, end)


class _Key:
    """A document as a cache key: its id, its content and what is known of it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._key = (document.id, document.sha256 or document.text, document.province)

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self._key == other._key


def paragraphs(document: Document, start: int, end: int) -> list[Paragraph]:
    """The paragraphs of a document that a span touches, analysed once and kept."""
    text = document.text
    at = text.rfind("\n", 0, start) + 1
    key = _Key(document)
    found = []
    end = min(end, len(text))
    while at < end:
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        if stop > at:
            found.append(_paragraph(key, at, stop))
        at = stop + 1
    return found

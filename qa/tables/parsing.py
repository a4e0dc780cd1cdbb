"""Lines of a report → its tables.

Reports hold tables as lines: "Huyện: Bắc Hà; Quá hạn: 81" (see `index.tables`), or, in text that
was typed so, "Bắc Hà | 81" under a line of headings.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from index.documents import Document
from index.tables import cells, headings
from index.vietnamese import Span, fold
from qa.tables.table import MOSTLY, Row, Table
from qa.tables.values import is_figure, is_year

# What may stand over a table, and between its rows as the head of a group of them.
CAPTION_LINES, CAPTION_LENGTH, GROUP_LENGTH = 3, 200, 120
# Typed with bars, fewer lines than these make no table.
FEWEST_LINES = 3
HEADING_LENGTH = 120
# Of a longer table each row is read by itself, as any line is.
LONGEST = 400

_CAPTION = re.compile(r"(?:bang|bieu|phu luc)(?: so)? ?\d|phu luc\b|bieu\b")
_NUMBERED = re.compile(r"\s*(?:[IVX]+|[A-ZĐ]|\d+)[.)]\s")
_ENDED = re.compile(r"[.!?…]\s*$")


def row_at(document: Document, start: int) -> tuple[Table, Row] | None:
    """The row that begins at an offset of a document, with its table; None outside tables."""
    if "|" not in document.text and "; " not in document.text:
        return None
    return _rows(_Known(document)).get(start)


def tables_of(document: Document) -> Sequence[Table]:
    """The tables of a document, top down."""
    return _tables(_Known(document))


class _Known:
    """A document as a cache key."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._key = document.id, document.sha256 or document.text

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and self._key == other._key


@lru_cache(maxsize=256)
def _rows(known: _Known) -> dict[int, tuple[Table, Row]]:
    return {row.start: (table, row) for table in _tables(known) for row in table.rows}


Line = tuple[int, str]
"""Where a line begins in its document, and what it says."""


@lru_cache(maxsize=256)
def _tables(known: _Known) -> tuple[Table, ...]:
    document = known.document
    lines = list(_lines(document.text))
    found: list[Table] = []
    at = 0
    while at < len(lines):
        stop = _written_out(lines, at) or _typed(lines, at)
        if not stop:
            at += 1
            continue
        rows, caption = lines[at:stop], _caption(lines, at)
        if len(rows) > LONGEST:
            at = stop
            continue
        if cells(lines[at][1]):
            found.append(_of_cells(document, rows, caption, _first_group(lines, at, stop)))
        else:
            found.append(_of_bars(document, rows, caption))
        at = stop
    return tuple(found)


def _lines(text: str) -> Iterable[Line]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, line
        at += len(line) + 1


def _written_out(lines: Sequence[Line], at: int) -> int:
    """Behind the last row of a table of written out rows that begins there; 0 where none does."""
    if not cells(lines[at][1]):
        return 0
    stop = at + 1
    while stop < len(lines):
        behind = stop + (not cells(lines[stop][1]) and _may_head_a_group(lines[stop][1]))
        if behind >= len(lines) or not _are_of_one(lines[at][1], lines[behind][1]):
            break
        stop = behind + 1
    return stop if stop - at > 1 else 0


def _are_of_one(line: str, other: str) -> bool:
    """Whether two rows have most columns of the shorter one in common."""
    one, two = headings(line), headings(other)
    return len(one & two) > MOSTLY * min(len(one), len(two))


def _may_head_a_group(line: str) -> bool:
    return (
        len(line) <= GROUP_LENGTH
        and not _ENDED.search(line)
        and "|" not in line
        and not _CAPTION.match(fold(line))
    )


def _typed(lines: Sequence[Line], at: int) -> int:
    """Behind the last line of a table typed with bars; 0 where none begins."""
    bars = lines[at][1].count("|")
    stop = at
    while stop < len(lines) and bars and lines[stop][1].count("|") == bars:
        stop += 1
    heads = [cell.strip() for cell in lines[at][1].split("|")]
    named = all(cell and len(cell) <= HEADING_LENGTH for cell in heads[1:-1] or heads)
    told = any(is_figure(cell) and not is_year(cell) for cell in heads)
    return stop if stop - at >= FEWEST_LINES and named and not told else 0


def _of_cells(document: Document, lines: Sequence[Line], caption: str, group: str = "") -> Table:
    named: dict[str, int] = {}
    read: list[tuple[int, str, str, dict[str, Span]]] = []
    for start, line in lines:
        told = {line[slice(*cell.heading)]: cell.value for cell in cells(line)}
        if not told:
            group = line.strip()
            continue
        for heading in told:
            named.setdefault(heading, len(named))
        read.append((start, line, group, told))
    rows = [
        Row(
            start,
            start + len(line),
            tuple(
                (start + told[heading][0], start + told[heading][1]) if heading in told else None
                for heading in named
            ),
            group,
        )
        for start, line, group, told in read
    ]
    return Table(document, tuple(named), tuple(rows), caption)


def _first_group(lines: Sequence[Line], at: int, stop: int) -> str:
    """The line right over the rows that heads a group as others between them do: "I. …", "II. …"."""
    above = lines[at - 1][1].strip() if at else ""
    others = (line for _, line in lines[at:stop] if not cells(line))
    numbered = _NUMBERED.match(above) and any(_NUMBERED.match(line) for line in others)
    return above if numbered else ""


def _of_bars(document: Document, lines: Sequence[Line], caption: str) -> Table:
    width = lines[0][1].count("|") + 1
    spans = [list(_between_bars(start, line)) for start, line in lines]
    used = [at for at in range(width) if any(row[at] for row in spans[1:])]
    first = spans[0]
    named = [document.text[slice(*span)] if (span := first[at]) else "" for at in used]
    rows = [
        Row(start, start + len(line), tuple(row[at] for at in used))
        for (start, line), row in zip(lines[1:], spans[1:], strict=True)
        if not re.fullmatch(r"[\s|:\-–]*", line)
    ]
    return Table(document, tuple(named), tuple(rows), caption)


def _between_bars(start: int, line: str) -> Iterable[Span | None]:
    at = 0
    for cell in line.split("|"):
        left = at + len(cell) - len(cell.lstrip())
        right = at + len(cell.rstrip())
        yield (start + left, start + right) if right > left else None
        at += len(cell) + 1


def _caption(lines: Sequence[Line], at: int) -> str:
    """The short lines right over a table: its name, and in what it counts."""
    over: list[str] = []
    for _, line in reversed(lines[max(0, at - CAPTION_LINES) : at]):
        if cells(line) or "|" in line or len(line) > CAPTION_LENGTH:
            break
        over.insert(0, line.strip())
        if _CAPTION.match(fold(line)):
            break
    return " ".join(over)

"""Tables as text: each row a line that says what its figures are of.

    Tỉnh: Lào Cai; Tỷ lệ hồ sơ trực tuyến: 81,2%; Mục tiêu: 80%

A row read alone, searched alone or quoted alone keeps its meaning, and every cell has an exact
span. `row_lines` writes this form, `cells` reads it back: text is all that is stored of a table.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from index.vietnamese import Span, fold, normalize

HEADING_LENGTH = 160
LAYOUT_CELL = 240
HEADING_ROWS = 3
LETTERHEAD_ROWS = 6
_FULL_ROW = 0.6

_CELL = re.compile(rf"(?P<heading>[^:;|]{{1,{HEADING_LENGTH}}}): (?P<value>[^;]*[^;\s])(?:; |$)")
_NUMERIC = re.compile(r"[-–+±(]?\s*\d[\d.,\s]*\s*%?\)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_COLUMN_NUMBER = re.compile(r"\(?\s*(\d{1,2}|[A-Z])\s*\)?(?:\s*=.*)?")
_UNIT = re.compile(
    r"\(\s*(?:(?:đơn vị|đvt)(?: tính)?\s*:?\s*)?"
    r"(?P<unit>%|(?:nghìn |triệu |tỷ |ngàn )?(?:đồng|USD)|điểm)\s*\)\s*$",
    re.IGNORECASE,
)
# The head and the foot of an official letter are laid out as tables without being any.
_LETTERHEAD = re.compile(
    r"\b(?:cong hoa xa hoi chu nghia|doc lap\W+tu do|noi nhan\s*:|(?:tm|kt|tl|tuq)\.)"
)
_SPACES = re.compile(r"\s+")
CORNER = "Mục"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row, as spans in the row's line."""

    heading: Span
    value: Span


@lru_cache(maxsize=4096)
def cells(line: str) -> tuple[Cell, ...]:
    """The cells of a table's row; none for a line that is no row."""
    found, at = [], 0
    while at < len(line):
        match = _CELL.match(line, at)
        if not match or not _is_heading(match["heading"]):
            return ()
        found.append(Cell(match.span("heading"), match.span("value")))
        at = match.end()
    named = {line[slice(*cell.heading)] for cell in found}
    return tuple(found) if len(found) > 1 and len(named) == len(found) else ()


def _is_heading(text: str) -> bool:
    first = text[0]
    return (first.isupper() or first.isdigit() or first in "(%") and not re.search(
        r"[.!?…]\s", text
    )


def same_table(line: str, other: str) -> bool:
    """Whether two rows' lines have a column in common."""
    return bool(headings(line) & headings(other))


def headings(line: str) -> set[str]:
    """The column headings that a row's line names."""
    return {line[slice(*cell.heading)] for cell in cells(line)}


def row_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a table given as a grid, merged cells repeated in each place they cover.

    Rows without headings over them become "a | b" lines, and what only lays out a page (the head
    of an official letter) a line for each paragraph.
    """
    grid = _trimmed(rows)
    if not grid:
        return []
    if len(grid[0]) == 1 or _is_layout(grid):
        return _paragraphs(grid)
    start, end = _between_letterheads(grid)
    if (start, end) != (0, len(grid)):
        inner = row_lines(grid[start:end])
        return [*_paragraphs(grid[:start]), *inner, *_paragraphs(grid[end:])]
    captions = _captions(grid)
    lines, grid = _paragraphs(grid[:captions]), grid[captions:]
    depth = _heading_depth(grid)
    if not depth:
        return lines + [" | ".join(_flat(cell) for cell in row if cell) for row in grid]
    named = _headings(grid[:depth])
    written: list[str] = []
    used: set[str] = set()
    for at, row in enumerate(grid[depth:]):
        if not at and _numbers_columns(row):
            continue
        filled = _distinct(row)
        if len(filled) == 1:
            written.append(filled[0])
            continue
        used.update(heading for heading, cell in zip(named, row, strict=True) if cell)
        written.append(_row(named, row))
    idle = dict.fromkeys(heading for heading in named if heading not in used)
    return [*lines, *([" | ".join(idle)] if idle else []), *written]


def _row(named: Sequence[str], row: Sequence[str]) -> str:
    parts = []
    for heading, cell in zip(named, row, strict=True):
        if cell:
            value = _flat(cell).replace(";", ",").rstrip(", ")
            parts.append(f"{heading}: {_with_unit(heading, value)}")
    return "; ".join(parts)


def _with_unit(heading: str, value: str) -> str:
    """A bare number takes the unit its heading states, or it would be a number of nothing."""
    unit = _UNIT.search(heading)
    if not unit or not _NUMERIC.fullmatch(value) or value.endswith("%"):
        return value
    return f"{value}{'' if unit['unit'] == '%' else ' '}{unit['unit']}"


def _trimmed(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """A rectangle of normal text without its blank rows and columns."""
    width = max((len(row) for row in rows), default=0)
    grid = [[normalize(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
    grid = [row for row in grid if any(row)]
    used = [at for at in range(width) if any(row[at] for row in grid)]
    return [[row[at] for at in used] for row in grid]


def _between_letterheads(grid: list[list[str]]) -> tuple[int, int]:
    """The rows between a letter's head and foot that stand in the same sheet."""
    found = [at for at, row in enumerate(grid) if _LETTERHEAD.search(fold("\n".join(row)))]
    start = max((at + 1 for at in found if at < LETTERHEAD_ROWS), default=0)
    foot = [at for at in found if at >= max(start, len(grid) - LETTERHEAD_ROWS)]
    return start, min(foot, default=len(grid))


def _is_layout(grid: list[list[str]]) -> bool:
    text = fold("\n".join(cell for row in grid for cell in row))
    if len(grid) <= LETTERHEAD_ROWS and _LETTERHEAD.search(text):
        return True
    few = len(grid) == 1 or (len(grid) == 2 and len(grid[0]) == 2)
    numeric = any(_is_number(cell) for row in grid for cell in row)
    return (few and not numeric) or any(len(cell) > LAYOUT_CELL for cell in grid[0])


def _paragraphs(grid: Sequence[Sequence[str]]) -> list[str]:
    return [
        line
        for row in grid
        for cell in dict.fromkeys(row)
        for line in cell.split("\n")
        if line.strip()
    ]


def _captions(grid: list[list[str]]) -> int:
    """How many leading rows only say what the table is: they fill one cell, or few of them."""
    filled = [sum(map(bool, row)) for row in grid]
    full = _FULL_ROW * max(filled)
    for at, row in enumerate(grid):
        heads_a_full_row = at + 1 < len(grid) and filled[at + 1] >= full
        if len(_distinct(row)) > 1 and (filled[at] >= full or heads_a_full_row):
            return at
    return 0


def _heading_depth(grid: list[list[str]]) -> int:
    """How many leading rows are headings: a second one only under a heading that spans columns."""
    depth = 0
    for row in grid[: min(HEADING_ROWS, len(grid) - 1)]:
        if any(_is_number(cell) or len(cell) > HEADING_LENGTH for cell in row):
            break
        if depth and not _spans(grid[depth - 1]):
            break
        if not depth and sum(map(bool, row)) < max(2, len(row) / 2) and not _spans(row):
            break
        if depth and _numbers_columns(row):
            break
        depth += 1
    return depth


def _numbers_columns(row: Sequence[str]) -> bool:
    """Whether a row only counts the columns: "A B 1 2", "(1) (2) (3)"."""
    found = [_COLUMN_NUMBER.fullmatch(cell) for cell in dict.fromkeys(filter(None, row))]
    numbers = [match[1] for match in found if match and match[1].isdigit()]
    return (
        len(found) > 2
        and all(found)
        and len(numbers) > 1
        and numbers == [str(number) for number in range(1, len(numbers) + 1)]
    )


def _spans(row: Sequence[str]) -> bool:
    """Whether a heading covers several columns: it is repeated, or blanks follow it."""
    return any(not right or left == right for left, right in pairwise(row))


def _headings(rows: Sequence[Sequence[str]]) -> list[str]:
    filled = []
    for depth, row in enumerate(rows):
        last, cells_of_row = "", []
        for at, cell in enumerate(row):
            below = any(other[at] for other in rows[depth + 1 :])
            last = cell or (last if below else "")
            cells_of_row.append(last)
        filled.append(cells_of_row)
    named = [" – ".join(_distinct(column)) for column in zip(*filled, strict=True)]
    unique: list[str] = []
    for label in (_label(heading) or CORNER for heading in named):
        again = sum(other == label or other.startswith(f"{label} (") for other in unique)
        unique.append(f"{label} ({again + 1})" if label in unique else label)
    return unique


def _label(heading: str) -> str:
    flat = re.sub(r"\s*[:;|]+\s*", ", ", _flat(heading)).strip(" ,.")
    return flat[:1].upper() + flat[1:]


def _flat(cell: str) -> str:
    return _SPACES.sub(" ", cell).strip()


def _distinct(row: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(_flat(cell) for cell in row if cell))


def _is_number(cell: str) -> bool:
    return bool(_NUMERIC.fullmatch(cell)) and not _YEAR.fullmatch(cell.strip())

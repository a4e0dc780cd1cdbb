"""Excel workbooks: every sheet a heading and its tables, each cell as the sheet shows it."""

import datetime
import io
import math
import re
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from index.errors import DocumentError
from index.formats.content import Block, Content, paragraphs, table
from index.formats.guards import check_archive
from index.formats.limits import Limits
from index.formats.loading import encoding_of_font, fixed, looks_old
from index.formats.properties import office_facts

_PLAIN_SHEET = re.compile(r"(?i)^(?:sheet|trang tính|trang)\s*\d*$")
_DECIMALS = re.compile(r"[0#?]\.([0#?]+)")
_WIDEST = 1024
_MOST_CELLS = 5_000_000


def read_xlsx(path: Path, limits: Limits) -> Content:
    """The sheets that are not hidden; formulas as the values they last had."""
    import openpyxl

    check_archive(path, limits)
    # Read now: a file given by its name would be judged by its suffix.
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()), data_only=True)
    fonts = [font.name for font in book._fonts]
    old = next(filter(None, map(encoding_of_font, fonts)), None)
    found: list[Block] = []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        rows = _grid(sheet, old)
        blocks = [block for part in _parts(rows) for block in table(part)]
        if blocks and not _PLAIN_SHEET.match(sheet.title):
            found += paragraphs(sheet.title)
        found += blocks
    return Content(tuple(found), office_facts(book.properties))


def _grid(sheet: Any, old: str | None) -> list[list[str]]:
    """The texts of a sheet, merged cells repeated in each place they cover.

    old: the encoding of the workbook's old fonts. Cells typed with their keyboard but shown in
    another font are told by their letters.
    """
    if (sheet.max_row or 0) * (sheet.max_column or 0) > _MOST_CELLS:
        raise DocumentError(
            f"trang tính {sheet.title!r} trải tới ô {sheet.dimensions.rpartition(':')[2]}, quá rộng;"
            " hãy xoá các dòng, cột thừa rồi lưu lại"
        )
    grid = []
    for row in sheet.iter_rows(max_col=min(sheet.max_column or 1, _WIDEST)):
        texts = []
        for cell in row:
            text = shown_text(cell.value, cell.number_format)
            encoding = encoding_of_font(cell.font.name) if old else None
            if old and encoding is None and looks_old(text):
                encoding = old
            texts.append(fixed(text, encoding) if text and encoding else text)
        grid.append(texts)
    for area in sheet.merged_cells.ranges:
        if area.min_row > len(grid) or area.min_col > len(grid[0]):
            continue
        text = grid[area.min_row - 1][area.min_col - 1]
        for row in grid[area.min_row - 1 : area.max_row]:
            width = min(area.max_col, len(row)) - area.min_col + 1
            row[area.min_col - 1 : area.min_col - 1 + width] = [text] * width
    return grid


def _parts(rows: list[list[str]]) -> list[list[list[str]]]:
    """The tables of a sheet, parted by blank rows when another heading follows."""
    parts: list[list[list[str]]] = [[]]
    for row in rows:
        if any(row):
            parts[-1].append(row)
        elif parts[-1] and len(parts[-1]) > 1:
            parts.append([])
    joined: list[list[list[str]]] = []
    for part in filter(None, parts):
        if joined and not _opens_table(part):
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def _opens_table(part: list[list[str]]) -> bool:
    """Whether a part begins with headings of its own rather than going on with figures."""
    first = [cell for cell in part[0] if cell]
    return len(part) > 1 and not any(re.match(r"[-\d]", cell) for cell in first)


def shown_text(value: object, number_format: str) -> str:
    """A value as a Vietnamese sheet shows it: 0.812 in a percent format is "81,2%"."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, datetime.datetime):
        day = f"{value.day:02}/{value.month:02}/{value.year}"
        return day if value.time() == datetime.time() else f"{day} {value:%H:%M}"
    if isinstance(value, datetime.date):
        return f"{value.day:02}/{value.month:02}/{value.year}"
    if isinstance(value, int | float) and math.isfinite(value):
        return _number(value, number_format or "")
    return str(value)


def _number(value: float, number_format: str) -> str:
    percent = "%" in number_format
    # The digits that are shown, not the binary fraction behind them: 0.5815 is 58,2% in "0.0%".
    exact = Decimal(f"{value:.15g}") * (100 if percent else 1)
    decimals = _DECIMALS.search(number_format.split(";")[0])
    if decimals or percent or number_format in ("0", "#,##0"):
        places = len(decimals[1]) if decimals else 0
        exact = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{exact:f}"
    if "." in text and (not decimals or "#" in decimals[1]):
        text = text.rstrip("0").rstrip(".")
    whole, _, fraction = text.partition(".")
    if "#,##0" in number_format or "# ##0" in number_format:
        whole = f"{int(whole):,}".replace(",", ".")
    return whole + ("," + fraction if fraction else "") + ("%" if percent else "")

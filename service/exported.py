"""Tables for a spreadsheet: CSV that Excel opens with its letters right and runs nothing of."""

import csv
import io
from collections.abc import Iterable, Sequence

_BOM = "\ufeff"  # or Excel takes Vietnamese letters for those of Windows-1252
# A cell that begins so is a formula to a spreadsheet, also behind spaces (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A table as CSV in UTF-8 with a byte order mark; no cell is a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([harmless(name) for name in header])
    writer.writerows([harmless(value) for value in row] for row in rows)
    return f"{_BOM}{text.getvalue()}".encode()


def harmless(value: object) -> object:
    """A cell that a spreadsheet shows and does not reckon; numbers stay numbers."""
    if not isinstance(value, str):
        return "" if value is None else value
    begins = value.lstrip(" \u00a0\ufeff\u200b").startswith(_FORMULA) or value.startswith(_FORMULA)
    return f"'{value}" if begins else value

"""Rows of a report's tables drawn as the table they came from, highlights in their cells."""

from collections.abc import Sequence
from itertools import takewhile

from index.tables import cells, same_table
from index.vietnamese import Span
from ui.markup import Highlight, highlighted, safe


def rows_from(text: str, lines: Sequence[Span]) -> int:
    """How many lines at the beginning are rows of one table; 0 when the first is none."""
    if not lines or not cells(text[slice(*lines[0])]):
        return 0
    first = text[slice(*lines[0])]
    return len(list(takewhile(lambda line: same_table(first, text[slice(*line)]), lines)))


def table_html(text: str, rows: Sequence[Span], highlights: Sequence[Highlight]) -> str:
    """Rows as an HTML table with the highlighted parts of their values marked."""
    lines = {row: cells(text[slice(*row)]) for row in rows}
    columns = dict.fromkeys(
        text[row[0] + cell.heading[0] : row[0] + cell.heading[1]]
        for row, found in lines.items()
        for cell in found
    )
    head = "".join(f'<th scope="col">{safe(column)}</th>' for column in columns)
    body = ""
    for row, found in lines.items():
        values = {
            text[row[0] + cell.heading[0] : row[0] + cell.heading[1]]: (
                row[0] + cell.value[0],
                row[0] + cell.value[1],
            )
            for cell in found
        }
        body += "<tr>" + "".join(_cell(text, values.get(name), highlights) for name in columns)
        body += "</tr>"
    return f'<div class="rows"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _cell(text: str, span: Span | None, highlights: Sequence[Highlight]) -> str:
    return f"<td>{highlighted(text, span, highlights) if span else ''}</td>"

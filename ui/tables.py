"""Rows of a report's tables drawn as the table they came from, highlights in their cells."""

from collections.abc import Callable, Sequence
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
    return cells_html(text, rows, lambda span: highlighted(text, span, highlights))


def cells_html(text: str, rows: Sequence[Span], draw: Callable[[Span], str]) -> str:
    """Rows as an HTML table; `draw` makes the HTML of each value."""
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
        found_values = (values.get(name) for name in columns)
        drawn = "".join(f"<td>{draw(value) if value else ''}</td>" for value in found_values)
        body += f"<tr>{drawn}</tr>"
    return f'<div class="rows"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'

"""A part of a text as HTML: cut to a length, highlighted, its table rows as a table."""

from collections.abc import Sequence

from index.vietnamese import Span, sentences
from ui.markup import Highlight, highlighted
from ui.tables import rows_from, table_html


def sentence_around(text: str, start: int, end: int) -> Span:
    """The sentences of a text that a span touches."""
    # A line break always ends a sentence, so only the lines around the span are split.
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    lines = text[first : last if last >= 0 else len(text)]
    touched = [
        (first + begin, first + stop)
        for begin, stop in sentences(lines)
        if first + begin < end and start < first + stop
    ]
    return (min(start, touched[0][0]), max(end, touched[-1][1])) if touched else (start, end)


def quoted(text: str, whole: Span, shown: Span, highlights: Sequence[Highlight]) -> str:
    """The part `shown` of a sentence `whole`; the row of a table as a table of one row."""
    end = text.find("\n", whole[0])
    row = (text.rfind("\n", 0, whole[0]) + 1, end if end >= 0 else len(text))
    if rows_from(text, [row]):
        return table_html(text, [row], highlights)
    return ellipsis(text, whole, shown, highlights)


def ellipsis(text: str, whole: Span, shown: Span, highlights: Sequence[Highlight]) -> str:
    """The part `shown` of a span `whole`, with dots where something is left out."""
    before = "… " if shown[0] > whole[0] else ""
    after = " …" if shown[1] < whole[1] else ""
    return before + highlighted(text, shown, highlights) + after


def clip(text: str, whole: Span, kept: Span, limit: int) -> Span:
    """The part of a span to show: at most `limit` characters, `kept` inside, cut at spaces."""
    start, end = whole
    if end - start <= limit:
        return whole
    room = max(0, limit - (kept[1] - kept[0]))
    before = min(room // 2, kept[0] - start)
    first = kept[0] - before
    last = min(end, kept[1] + room - before)
    first = max(start, last - max(limit, kept[1] - kept[0])) if last == end else first
    first = min(first, kept[0])
    if first > start:
        space = text.find(" ", first, kept[0])
        first = space + 1 if space >= 0 else kept[0]
    if last < end:
        space = text.rfind(" ", kept[1], last)
        last = space if space >= 0 else kept[1]
    return first, last

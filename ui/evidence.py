"""What an answer rests on: cited sentences with their spans highlighted, and passages read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from index.documents import Document
from index.errors import ReportsError
from index.vietnamese import Span, sentences
from qa.answer import Citation, ReadPassage
from ui.article import open_article
from ui.markup import Highlight, highlighted, safe
from ui.tables import rows_from, table_html
from ui.text import date, say

if TYPE_CHECKING:
    from index.store import Index

SHOWN_CITATIONS = 4
SENTENCE_LIMIT = 400
PASSAGE_LIMIT = 360


def draw_citations(
    index: "Index", citations: Sequence[Citation], key: str, shown: int = SHOWN_CITATIONS
) -> None:
    """Draw the citations as numbered cards; those beyond the first `shown` fold away."""
    if not citations:
        return
    if len(citations) > 1:
        st.html(f'<h3 class="label">{safe(say("sources"))}</h3>')
    for number, citation in enumerate(citations[:shown], start=1):
        _draw_citation(index, citation, number, key, numbered=len(citations) > 1)
    rest = citations[shown:]
    if rest:
        with st.expander(say("sources.more", count=len(rest))):
            for number, citation in enumerate(rest, start=shown + 1):
                _draw_citation(index, citation, number, key, numbered=True)


def draw_passages(index: "Index", passages: Sequence[ReadPassage], key: str) -> None:
    """Draw passages that were read, best first, each with a way into its article."""
    for number, passage in enumerate(passages, start=1):
        document = find_document(index, passage.document)
        # A report's first passage starts with the title, which stands below it anyway.
        text = passage.text.removeprefix(document.title if document else "").strip()
        shown = _clip(text, (0, len(text)), (0, 0), PASSAGE_LIMIT)
        with st.container(border=True, gap="xsmall", key=f"card-{key}-p{number}"):
            st.html(
                f'<div class="passage">{_ellipsis(text, (0, len(text)), shown, [])}</div>'
                + _source(document.title, document.province, document.published)
                if document
                else f'<div class="passage">{safe(text)}</div>'
            )
            _draw_open(document, passage.start, passage.end, None, f"open-{key}-p{number}")


def other_passages(
    passages: Sequence[ReadPassage], citations: Sequence[Citation]
) -> list[ReadPassage]:
    """The passages in which nothing shown as a citation stands."""
    return [
        passage
        for passage in passages
        if not any(
            citation.document == passage.document
            and passage.start <= citation.start
            and citation.end <= passage.end
            for citation in citations
        )
    ]


def find_document(index: "Index", identifier: str) -> Document | None:
    """A document of the index, or None when it was removed since the answer."""
    try:
        return index.document(identifier)
    except ReportsError:
        return None


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


def _draw_citation(
    index: "Index", citation: Citation, number: int, key: str, numbered: bool
) -> None:
    document = find_document(index, citation.document)
    if document and document.text[citation.start : citation.end] != citation.quote:
        document = None
    text = document.text if document else citation.quote
    start, end = (citation.start, citation.end) if document else (0, len(citation.quote))
    highlights = [Highlight(start, end, "evidence")]
    if citation.mark and citation.mark != (citation.start, citation.end):
        shift = start - citation.start
        highlights.append(
            Highlight(citation.mark[0] + shift, citation.mark[1] + shift, "answer-mark")
        )
    sentence = sentence_around(text, start, end)
    shown = _clip(text, sentence, (start, end), SENTENCE_LIMIT)
    with st.container(border=True, gap="xsmall", key=f"card-{key}-c{number}"):
        st.html(
            f'<blockquote class="quote" id="{citation_anchor(key, number)}">'
            + (f'<span class="number">{number}</span>' if numbered else "")
            + f"{_quoted(text, sentence, shown, highlights)}</blockquote>"
            + _source(citation.title, citation.province, citation.published)
            + ("" if document else f'<p class="quiet">{safe(say("changed"))}</p>')
        )
        _draw_open(document, citation.start, citation.end, citation.mark, f"open-{key}-c{number}")


def citation_anchor(key: str, number: int) -> str:
    """The HTML id of a citation's card, for links from a table to it."""
    return f"trich-{key}-{number}"


def _draw_open(
    document: Document | None, start: int, end: int, mark: Span | None, key: str
) -> None:
    if document and st.button(say("open"), key=key, type="tertiary", icon=":material/article:"):
        open_article(document, start, end, mark)


def _source(title: str, province: str | None, published: str | None) -> str:
    facts = " · ".join(safe(fact) for fact in (province, date(published)) if fact)
    return f'<p class="source"><cite>{safe(title)}</cite><span class="facts">{facts}</span></p>'


def _quoted(text: str, whole: Span, shown: Span, highlights: Sequence[Highlight]) -> str:
    """The cited sentence; the row of a table as a table of one row."""
    end = text.find("\n", whole[0])
    row = (text.rfind("\n", 0, whole[0]) + 1, end if end >= 0 else len(text))
    if rows_from(text, [row]):
        return table_html(text, [row], highlights)
    return _ellipsis(text, whole, shown, highlights)


def _ellipsis(text: str, whole: Span, shown: Span, highlights: Sequence[Highlight]) -> str:
    before = "… " if shown[0] > whole[0] else ""
    after = " …" if shown[1] < whole[1] else ""
    return before + highlighted(text, shown, highlights) + after


def _clip(text: str, whole: Span, kept: Span, limit: int) -> Span:
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

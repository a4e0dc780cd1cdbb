"""What an answer rests on: cited sentences with their spans highlighted, and passages read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from index.documents import Document
from index.errors import ReportsError
from index.vietnamese import Span
from qa.answer import Citation, ReadPassage
from ui.article import open_article
from ui.markup import Highlight, safe
from ui.quotes import clip, ellipsis, quoted, sentence_around
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
        _draw_citation(index, citation, number, key)
    rest = citations[shown:]
    if rest:
        with st.expander(say("sources.more", count=len(rest))):
            for number, citation in enumerate(rest, start=shown + 1):
                _draw_citation(index, citation, number, key)


def draw_passages(index: "Index", passages: Sequence[ReadPassage], key: str) -> None:
    """Draw passages that were read, best first, each with a way into its article."""
    for number, passage in enumerate(passages, start=1):
        document = find_document(index, passage.document)
        # A report's first passage starts with the title, which stands below it anyway.
        text = passage.text.removeprefix(document.title if document else "").strip()
        shown = clip(text, (0, len(text)), (0, 0), PASSAGE_LIMIT)
        with st.container(border=True, gap="xsmall", key=f"card-{key}-p{number}"):
            st.html(
                f'<div class="passage">{ellipsis(text, (0, len(text)), shown, [])}</div>'
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


def _draw_citation(index: "Index", citation: Citation, number: int, key: str) -> None:
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
    shown = clip(text, sentence, (start, end), SENTENCE_LIMIT)
    with st.container(border=True, gap="xsmall", key=f"card-{key}-c{number}"):
        st.html(
            f'<blockquote class="quote" id="{citation_anchor(key, number)}">'
            f'<span class="number">[{number}]</span>'
            f"{quoted(text, sentence, shown, highlights)}</blockquote>"
            + _source(citation.title, citation.province, citation.published)
            + _copies(citation)
            + ("" if document else f'<p class="quiet">{safe(say("changed"))}</p>')
        )
        _draw_open(document, citation.start, citation.end, citation.mark, f"open-{key}-c{number}")


def citation_anchor(key: str, number: int) -> str:
    """The HTML id of a citation's card, for links to it."""
    return f"trich-{key}-{number}"


def citation_mark(key: str, number: int) -> str:
    """The number of a citation as a link to its card: "[1]"."""
    title = safe(say("cited", number=number))
    anchor = citation_anchor(key, number)
    return f'<a class="number" href="#{anchor}" aria-label="{title}">[{number}]</a>'


def _draw_open(
    document: Document | None, start: int, end: int, mark: Span | None, key: str
) -> None:
    if document and st.button(say("open"), key=key, type="tertiary", icon=":material/article:"):
        open_article(document, start, end, mark)


def _copies(citation: Citation) -> str:
    if not citation.copies:
        return ""
    return f'<p class="quiet">{safe(say("copies", names=", ".join(citation.copies)))}</p>'


def _source(title: str, province: str | None, published: str | None) -> str:
    facts = " · ".join(safe(fact) for fact in (province, date(published)) if fact)
    return f'<p class="source"><cite>{safe(title)}</cite><span class="facts">{facts}</span></p>'

"""A whole article beside the conversation, scrolled to the cited span."""

import re
from collections.abc import Sequence

import streamlit as st

from index.documents import Document
from index.vietnamese import Span
from ui.markup import Highlight, highlighted, plain, safe
from ui.scripts import scroll_to_article_span
from ui.tables import rows_from, table_html
from ui.text import date, say

LONGEST = 200_000
WIDTH = 720  # as in the style sheet, which makes room for it beside the conversation
TITLE = 140
_LINE = re.compile(r"[^\n]+")


def open_article(document: Document, start: int, end: int, mark: Span | None) -> None:
    """Open the drawer with an article, its cited span highlighted and in view."""
    name = document.title if len(document.title) <= TITLE else f"{document.title[:TITLE]}…"
    drawer = st.dialog(plain(name), width=WIDTH, position="right")
    drawer(_draw)(document, start, end, mark)


def _draw(document: Document, start: int, end: int, mark: Span | None) -> None:
    highlights = [Highlight(start, end, "evidence target")]
    if mark and mark != (start, end):
        highlights.append(Highlight(*mark, "answer-mark"))
    first, last = max(0, start - LONGEST // 2), min(len(document.text), end + LONGEST // 2)
    cut = f'<p class="quiet">{safe(say("article.part"))}</p>'
    notice = cut if last - first < len(document.text) else ""
    lines = _lines(document, first, last)
    # The drawer lies outside the page's own element, which is what tells CSS light from dark.
    scheme = "dark" if st.context.theme.type == "dark" else "light"
    body = _facts(document) + notice + _body(document, lines, highlights)
    # In focus, it scrolls by the keyboard.
    st.html(f'<article class="article {scheme}" tabindex="0">{body}</article>')
    scroll_to_article_span()


def _body(
    document: Document, lines: Sequence[tuple[str, Span]], highlights: Sequence[Highlight]
) -> str:
    """The lines as paragraphs, and rows of a table as the table."""
    html, at = "", 0
    while at < len(lines):
        spans = [span for _, span in lines[at:]]
        if count := rows_from(document.text, spans):
            html += table_html(document.text, spans[:count], highlights)
            at += count
            continue
        tag, span = lines[at]
        html += f"<{tag}>{highlighted(document.text, span, highlights)}</{tag}>"
        at += 1
    return html


def _lines(document: Document, first: int, last: int) -> list[tuple[str, Span]]:
    """The article's lines with the HTML element of each: the first one is the title."""
    spans = [match.span() for match in _LINE.finditer(document.text, first, last)]
    return [("h2" if span == (0, len(document.title)) else "p", span) for span in spans]


def _facts(document: Document) -> str:
    event = document.event if document.event != document.published else None
    facts = [
        document.province,
        document.district,
        date(document.published),
        say("event", date=date(event)) if event else None,
        say("author", name=document.author) if document.author else None,
        document.source,
        document.id,
    ]
    shown = "".join(f"<li>{safe(fact)}</li>" for fact in facts if fact)
    return f'<ul class="facts">{shown}</ul>'

"""One document open for reading: its figures underlined and listed, its cuts, its original."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from index.documents import Document
from index.vietnamese import Span
from service.corpus import corpus_path
from service.library import Library
from service.library.originals import original
from ui.annotated import Numbered, article_html
from ui.evidence import find_document
from ui.markup import safe
from ui.text import date, say, size
from ui.wording import measured

if TYPE_CHECKING:
    from index.store import Index

# Characters of an article drawn at once, and figures listed beside them.
A_PART = 60_000


def draw(index: "Index", library: Library, document_id: str, close: Callable[[], None]) -> None:
    """Draw a document of the index, or say that there is none of this name."""
    st.button(
        say("reading.back"),
        key="back",
        type="tertiary",
        icon=":material/arrow_back:",
        on_click=close,
    )
    document = find_document(index, document_id)
    if document is None:
        st.html(
            f'<div class="nothing" role="alert"><h2>{safe(say("reading.gone"))}</h2>'
            f"<p>{safe(say('reading.gone.more'))}</p></div>"
        )
        return
    figures = [
        Numbered(number, entry)
        for number, entry in enumerate(library.figures_of(document_id), start=1)
        if document.text[entry.start : entry.end] == entry.text
    ]
    text, beside = st.columns([7, 3], gap="large")
    with text:
        st.html(_facts(index, document))
        cuts = _draw_tools(index, document)
        part = _draw_part(document)
        st.html(
            f'<article class="article reading">{article_html(document, part, figures, cuts)}</article>'
        )
    with beside, st.container(key="beside"):
        st.html(_list(figures, part))


def _facts(index: "Index", document: Document) -> str:
    event = document.event if document.event != document.published else None
    copies = [index.original_of(document.id), *index.copies_of(document.id)]
    facts = [
        document.province,
        document.district,
        date(document.published),
        say("event", date=date(event)) if event else None,
        say("author", name=document.author) if document.author else None,
        document.source,
        say("reading.copies", names=", ".join(filter(None, copies))) if any(copies) else None,
        document.id,
    ]
    shown = "".join(f"<li>{safe(fact)}</li>" for fact in facts if fact)
    return f'<ul class="facts">{shown}</ul>'


def _draw_tools(index: "Index", document: Document) -> list[int]:
    """The way to the original, and whether the cuts are shown; gives where they are."""
    with st.container(key="tools", horizontal=True, vertical_alignment="center"):
        notice = _draw_original(index, document)
        shown = st.toggle(
            say("reading.passages"),
            key="passages",
            help=say("reading.passages.help"),
            width="content",
        )
    if notice:
        st.html(f'<p class="quiet">{safe(notice)}</p>')
    if not shown:
        return []
    if first := index.original_of(document.id):
        whole = find_document(index, first)
        title = whole.title if whole else first
        st.html(f'<p class="quiet">{safe(say("reading.passages.copy", title=title))}</p>')
        return []
    return [passage.start for passage in index.passages(index.passages_of(document.id))]


def _draw_original(index: "Index", document: Document) -> str | None:
    """A button that hands out the original; gives why there is none, or what is amiss with it."""
    found = original(index, document, corpus_path())
    path = found.path
    if path is None:
        return say(f"reading.download.{found.problem}")
    st.download_button(
        say("reading.download", size=size(found.size)),
        path.read_bytes,
        file_name=path.name,
        mime="application/octet-stream",
        key="original",
        icon=":material/download:",
        on_click="ignore",
    )
    return say("reading.download.changed") if found.changed else None


def _draw_part(document: Document) -> Span:
    """The part of a long article to draw, chosen by its number."""
    parts = _parts(document.text)
    if len(parts) == 1:
        return parts[0]
    number = st.pagination(len(parts), key=f"part-{document.id}", max_visible_pages=5)
    st.html(f'<p class="quiet">{safe(say("reading.part", number=number, count=len(parts)))}</p>')
    return parts[min(number, len(parts)) - 1]


def _parts(text: str) -> list[Span]:
    """A text in parts of about A_PART characters, cut between lines where there are any."""
    parts, start = [], 0
    while len(text) - start > A_PART:
        line = text.rfind("\n", start + A_PART // 2, start + A_PART)
        stop = line + 1 if line >= 0 else start + A_PART
        parts.append((start, stop))
        start = stop
    return [*parts, (start, len(text))]


def _list(figures: Sequence[Numbered], part: Span) -> str:
    """The figures of the part that is drawn, each a link to where it stands."""
    if not figures:
        return f'<p class="quiet">{safe(say("reading.figures.none"))}</p>'
    here = [figure for figure in figures if part[0] <= figure.entry.start < part[1]]
    rows = "".join(
        f'<li><a href="#{figure.anchor}"><b>{safe(figure.entry.text)}</b> '
        f"{safe(figure.entry.name or say('reading.unnamed'))}</a>"
        f'<span class="facts">{safe(" · ".join(filter(None, measured(figure.entry))))}</span></li>'
        for figure in here
    )
    rest = len(figures) - len(here)
    more = say("reading.figures.elsewhere", count=rest) if rest else ""
    return (
        f'<h2 class="label">{safe(say("reading.figures", count=len(here)))}</h2>'
        f'<ol class="measured">{rows}</ol><p class="quiet">{safe(more)}</p>'
    )

"""The library: every document with what is known of it, found as one types; one opens to be read."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

import streamlit as st

from index.vietnamese import fold
from service.library import Library
from service.library.holdings import (
    RELEVANCE,
    SORTS,
    Choices,
    Holding,
    Wanted,
    searched_pattern,
)
from ui import reading
from ui.evidence import find_document
from ui.frame import draw_style
from ui.holdings import draw_progress, library_of
from ui.markup import Highlight, highlighted, plain, safe
from ui.opening import open_assistant
from ui.text import date, number, say

if TYPE_CHECKING:
    from index.store import Index

A_PAGE = 20
LOOKED_THROUGH = 200_000
AROUND, MARKS = 110, 200
# What the address calls each choice, so that a link brings them back.
SEARCH, PROVINCES, YEARS, SOURCES, KINDS, SORT, PAGE = (
    "tim", "tinh", "nam", "nguon", "loai", "xep", "trang",
)  # fmt: skip
DOCUMENT = "document"
_Value = TypeVar("_Value")
_FILTERS = (PROVINCES, YEARS, SOURCES, KINDS)


def page() -> st.Page:
    """This page in the navigation."""
    return st.Page(draw, title=say("page.library"), url_path="thu-vien")


def draw() -> None:
    """Draw the list of documents, or the one that the address names."""
    draw_style("library")
    assistant = open_assistant()
    if assistant is None:
        return
    index = assistant.index
    library = library_of(index)
    draw_progress(library)
    document = st.query_params.get(DOCUMENT)
    if document is not None:
        reading.draw(index, library, document, _close)
        return
    st.html(f'<h1 class="page-title">{safe(say("library.title"))}</h1>')
    _draw_list(index, library)


def _close() -> None:
    st.query_params.pop(DOCUMENT, None)


def _draw_list(index: "Index", library: Library) -> None:
    choices = library.choices()
    words = st.text_input(
        say("library.search"),
        key=SEARCH,
        type="search",
        live=True,
        placeholder=say("library.search.hint"),
        label_visibility="collapsed",
        max_chars=200,
        on_change=_first_page,
        bind="query-params",
    )
    wanted = _wanted(words or "", choices)
    page = st.session_state.get(PAGE, 1)
    found, total = library.find(wanted, (page - 1) * A_PAGE, A_PAGE)
    if not found and total and page > 1:  # the address asks for a page that is no more
        _first_page()
        found, total = library.find(wanted, 0, A_PAGE)
    narrowed = bool(wanted.words.strip()) or any(st.session_state.get(name) for name in _FILTERS)
    if not total and not narrowed:  # the library is only being read; its progress stands above
        return
    said = "library.found" if narrowed else "library.count"
    st.html(f'<p class="quiet" role="status">{safe(say(said, count=number(total)))}</p>')
    if not found:
        st.html(
            f'<div class="nothing"><h2>{safe(say("library.none"))}</h2>'
            f"<p>{safe(say('library.none.more'))}</p></div>"
        )
    with st.container(key="holdings", gap=None):
        for place, holding in enumerate(found):
            _draw_holding(index, holding, wanted.words, place)
    _draw_pages(total)


def _wanted(words: str, choices: Choices) -> Wanted:
    """What the widgets ask for; the filters fold away on a small screen."""
    chosen = sum(bool(st.session_state.get(name)) for name in _FILTERS)
    label = say("library.filters.count", count=chosen) if chosen else say("library.filters")
    with st.container(key="narrowing", horizontal=True, vertical_alignment="bottom"):
        with st.popover(label, icon=":material/filter_list:", width="content"):
            provinces = _several(PROVINCES, "library.province", choices.provinces)
            years = _several(YEARS, "library.year", choices.years)
            sources = _several(SOURCES, "library.source", choices.sources)
            kinds = _several(KINDS, "library.kind", choices.suffixes)
            st.button(
                say("library.clear"),
                key="clear",
                type="tertiary",
                icon=":material/close:",
                disabled=not chosen,
                on_click=_clear_filters,
            )
        sort = _sort(bool(words.strip()))
    return Wanted(words, provinces, years, sources, kinds, sort)


def _several(key: str, label: str, there: Iterable[_Value]) -> tuple[_Value, ...]:
    """A choice of several values; the address names them as they are shown."""
    names = {_name(value): value for value in there}
    chosen = st.multiselect(
        say(label),
        list(names),
        key=key,
        placeholder=say("library.any"),
        on_change=_first_page,
        select_all=False,
        bind="query-params",
    )
    return tuple(names[name] for name in chosen if name in names)


def _name(value: object) -> str:
    return say("library.unknown") if value is None else str(value)


def _sort(searching: bool) -> str:
    # With words to look for the best match comes first, unless another order was chosen.
    orders = [RELEVANCE, *(s for s in SORTS if s != RELEVANCE)] if searching else SORTS[:-1]
    names = {say(f"library.sort.{order}"): order for order in orders}
    chosen = st.selectbox(
        say("library.sort"),
        list(names),
        key=f"{SORT}-{'tim' if searching else 'xem'}",
        on_change=_first_page,
        label_visibility="collapsed",
        width=220,
        persist_state="session",
    )
    return names.get(chosen, orders[0])


def _clear_filters() -> None:
    for name in _FILTERS:
        st.session_state[name] = []
    _first_page()


def _first_page() -> None:
    st.session_state[PAGE] = 1


def _draw_holding(index: "Index", holding: Holding, words: str, place: int) -> None:
    with st.container(key=f"holding-{place}", gap=None):
        st.button(
            plain(holding.title),
            key=f"read-{place}",
            type="tertiary",
            on_click=_open(holding.id),
        )
        st.html(_facts(holding) + _found_in_text(index, holding, words))


def _open(document: str) -> Callable[[], None]:
    def opened() -> None:
        st.query_params[DOCUMENT] = document

    return opened


def _facts(holding: Holding) -> str:
    counted = (
        say("library.figures.wait")
        if holding.figures is None
        else say("library.figures", count=number(holding.figures))
    )
    facts = [
        holding.province or say("compare.unplaced"),
        date(holding.published or holding.event),
        holding.source,
        holding.suffix.upper() or None,
        say("library.copy") if holding.copy_of else None,
    ]
    shown = "".join(f"<li>{safe(fact)}</li>" for fact in facts if fact)
    return f'<ul class="facts">{shown}<li class="counted">{safe(counted)}</li></ul>'


def _found_in_text(index: "Index", holding: Holding, words: str) -> str:
    """The part of the text that says most of the words, marked."""
    pattern = searched_pattern(words)
    document = find_document(index, holding.id) if pattern else None
    if pattern is None or document is None:
        return ""
    folded = fold(document.text[:LOOKED_THROUGH])
    matches = list(islice(pattern.finditer(folded, len(document.title)), MARKS))
    if not matches:
        return ""
    best = max(matches, key=lambda match: (_said_near(matches, match), -match.start()))
    start, end = _window(document.text, best.start(), best.end())
    marks = [
        Highlight(*match.span(), "found")
        for match in matches
        if start <= match.start() and match.end() <= end
    ]
    before, after = "… " if start else "", " …" if end < len(document.text) else ""
    shown = highlighted_all(document.text, (start, end), marks)
    return f'<p class="snippet">{before}{shown}{after}</p>'


def _said_near(matches: Sequence[re.Match[str]], around: re.Match[str]) -> int:
    """How many different words stand near one of them."""
    near = (m for m in matches if abs(m.start() - around.start()) < AROUND)
    return len({match.group() for match in near})


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """The words around a place, inside its line."""
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    first = max(line, start - AROUND)
    last = min(stop if stop >= 0 else len(text), end + AROUND)
    first = text.find(" ", first, start) + 1 if first > line else first
    space = text.rfind(" ", end, last)
    return first or line, space if last < len(text) and space > end else last


def highlighted_all(text: str, span: tuple[int, int], marks: Sequence[Highlight]) -> str:
    """Text with each of several separate parts highlighted."""
    html, at = "", span[0]
    for mark in marks:
        html += safe(text[at : mark.start]) + highlighted(text, (mark.start, mark.end), [mark])
        at = mark.end
    return html + safe(text[at : span[1]])


def _draw_pages(total: int) -> None:
    count = -(-total // A_PAGE)
    if count > 1:
        with st.container(key="pages", horizontal_alignment="center"):
            st.pagination(count, key=PAGE, max_visible_pages=5)

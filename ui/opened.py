"""The index and the library over it, opened for a page; or the page says why there is none."""

from typing import TYPE_CHECKING

import streamlit as st

from index.errors import ReportsError
from service.library import Library
from ui.engine import engine, index_path
from ui.markup import safe
from ui.text import number, say

if TYPE_CHECKING:
    from index.store import Index

# Seconds that a page waits for a library to take over a small change of its index.
AT_ONCE = 0.25
AGAIN = 1.5


@st.cache_resource(show_spinner=False)
def _library(path: str, _index: "Index") -> Library:
    return Library(_index)


def opened_index() -> "Index | None":
    """The newest index that opens; None when there is none, and the page says so."""
    try:
        with st.spinner(say("opening")):
            index = engine(index_path()).assistant().index
    except ReportsError as error:
        _draw_problem(say("error.index"), str(error), say("error.reload"))
        return None
    if not len(index.documents):
        _draw_problem(say("error.empty"), say("error.add"), say("error.reload"))
        return None
    if index.warning:
        st.html(f'<p class="note" role="status">{safe(index.warning)}</p>')
    return index


def library_of(index: "Index") -> Library:
    """The library over an index, being brought up to date if need be."""
    library = _library(index_path(), index)
    library.follow(index, AT_ONCE)
    return library


def draw_progress(library: Library) -> None:
    """How far the figures have been read, until all are; then the page is drawn again."""
    if library.updating or not library.progress.complete:
        st.fragment(_progress, run_every=AGAIN)(library)


def _progress(library: Library) -> None:
    if not library.updating:
        st.rerun()
    done = library.progress
    share = done.done / done.total if done.total else 0.0
    text = say("library.reading", done=number(done.done), total=number(done.total))
    st.progress(share, text=text)


def _draw_problem(problem: str, remedy: str, then: str) -> None:
    st.html(
        f'<div class="problem" role="alert"><h1>{safe(problem)}</h1>'
        f"<p>{safe(remedy)}</p><p>{safe(then)}</p></div>"
    )

"""The library over the index, opened for a page and kept in step with it."""

from typing import TYPE_CHECKING

import streamlit as st

from service.library import Library
from ui.engine import index_path
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


def library_of(index: "Index") -> Library:
    """The library over an index, being brought up to date if need be."""
    library = _library(index_path(), index)
    library.follow(index, AT_ONCE)
    return library


def draw_progress(library: Library) -> None:
    """How far the figures have been read, until all are; then the page is drawn again."""
    if library.updating:
        st.fragment(_progress, run_every=AGAIN)(library)
    elif not library.progress.complete:
        st.html(f'<p class="note" role="status">{safe(say("library.unread"))}</p>')


def _progress(library: Library) -> None:
    if not library.updating:
        st.rerun()
    read = library.progress
    text = say("library.reading", done=number(read.done), total=number(read.total))
    st.progress(read.done / read.total if read.total else 0.0, text=text)

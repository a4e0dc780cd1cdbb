"""What every page shares: its configuration, style, name and language switch."""

import logging
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from ui import memory
from ui.markup import safe
from ui.text import LANGUAGE_KEY, LANGUAGES, VIETNAMESE, say

_log = logging.getLogger(__name__)
_HERE = Path(__file__).parent


def configure() -> None:
    """Set the title, icon and layout of the browser's page."""
    st.set_page_config(
        page_title=say("product"),
        page_icon=(_HERE / "icon.svg").read_text(encoding="utf-8"),
        layout="centered",
        # With an entry of its own, the menu is shown, and with it the choice of light or dark.
        menu_items={"About": say("about")},
    )


def run(draw: Callable[[], None]) -> None:
    """Draw the frame and a page in it; whatever fails there is logged and said in plain words."""
    _draw()
    try:
        memory.follow_address()
        draw()
        memory.keep_address()
    except Exception:
        _log.exception("could not draw the page")
        st.html(f'<p class="note" role="alert">{safe(say("error.unexpected"))}</p>')


def draw_style(page: str) -> None:
    """Draw the style sheet of one page, over that of all."""
    st.html(_HERE / f"{page}.css")


def _draw() -> None:
    """Draw the style sheet and the line with the product's name and the language switch."""
    st.html(_HERE / "style.css")
    with st.container(
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
        key="frame",
    ):
        st.html(f'<p class="product">{safe(say("product"))}</p>', width="content")
        st.segmented_control(
            say("language"),
            list(LANGUAGES),
            default=VIETNAMESE,
            required=True,
            key=LANGUAGE_KEY,
            label_visibility="collapsed",
            bind="query-params",
        )

"""A dialog that stays open until it is answered or closed, whatever else redraws the page."""

from collections.abc import Callable
from typing import Literal

import streamlit as st

from ui.markup import plain
from ui.signin import require_staff

_KEY = "dialog"
_TITLE = 120


def opens_dialog(label: str, icon: str, kind: str, subject: str) -> None:
    """Draw the button that opens the dialog of a kind about a subject."""
    st.button(
        label,
        key=f"{kind}-{subject}",
        icon=f":material/{icon}:",
        type="tertiary",
        on_click=_open,
        args=(kind, subject),
    )


def opened_subject(kind: str) -> str | None:
    """What the open dialog is about, if it is one of this kind."""
    opened: tuple[str, str] = st.session_state.get(_KEY, ("", ""))
    return opened[1] if opened[0] == kind else None


def draw_dialog(
    title: str, draw: Callable[[], None], width: Literal["small", "medium"] = "small"
) -> None:
    """Draw the open dialog over the page."""
    name = title if len(title) <= _TITLE else f"{title[:_TITLE]}…"
    st.dialog(plain(name), width=width, on_dismiss=close_dialog)(_draw)(draw)


def _draw(draw: Callable[[], None]) -> None:
    require_staff()
    scheme = "dark" if st.context.theme.type == "dark" else "light"
    with st.container(key=f"dialog-{scheme}"):
        draw()


def close_dialog() -> None:
    """Have no dialog open; a rerun takes it off the page."""
    st.session_state.pop(_KEY, None)


def _open(kind: str, subject: str) -> None:
    st.session_state[_KEY] = (kind, subject)

"""A question on its way: typed, clicked or brought by a link, and the turn it becomes."""

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

from qa.scope import Scope
from service.asking import take_turn
from service.conversations import Turn
from ui import memory
from ui.filters import choose, scope
from ui.sharing import PARAMETERS, shared
from ui.text import say

if TYPE_CHECKING:
    from qa.assistant import Assistant

_CLICKED: Final = "clicked"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to answer; `alone` when the conversation before it is not to be heeded."""

    question: str
    alone: bool = False


def ask(question: str) -> None:
    """Ask a question with the next drawing of the page: for the callbacks of buttons."""
    if question:
        st.session_state[_CLICKED] = Asked(question)


def ask_alone(question: str) -> None:
    """Ask a question that was found to be answered by itself."""
    st.session_state[_CLICKED] = Asked(question, alone=True)


def pending() -> Asked | None:
    """The question that was clicked or brought by a link, once; a link's scope is chosen too."""
    clicked: Asked | None = st.session_state.pop(_CLICKED, None)
    if clicked or memory.turns() or memory.cleared():
        return clicked
    link = shared()
    if link is None:
        return None
    question, within = link
    choose(within)
    return Asked(question, alone=True)


def answer(assistant: "Assistant", asked: Asked) -> None:
    """Answer a question within the reports chosen, remember the turn, and draw the page anew."""
    with st.spinner(say("searching")):
        turn = _turn(assistant, asked, scope())
    memory.remember(turn)
    memory.keep_address(without=PARAMETERS)
    st.rerun()


def _turn(assistant: "Assistant", asked: Asked, within: Scope) -> Turn:
    history = [] if asked.alone else memory.turns()
    try:
        return take_turn(assistant, asked.question, history, within)
    except Exception:
        _log.exception("could not answer")
        return Turn(asked.question, within, error=say("error.unexpected"))

"""The conversation of one browser window: in its session, in its address, and in the records."""

import logging
from collections.abc import Collection
from typing import Final

import streamlit as st

from service.conversations import Turn, load_conversation, new_conversation, save_conversation
from service.errors import RecordsError
from service.questions import log_question
from service.records import Records
from ui.text import LANGUAGE_KEY

CONVERSATION: Final = "c"  # in the page's address
_TURNS, _NAME, _CLEARED = "turns", "conversation", "cleared"
# What belongs to the turns of one conversation, and goes with them.
_WITH_TURNS: Final = ("verdicts",)
_log = logging.getLogger(__name__)


def turns() -> list[Turn]:
    """The turns so far, oldest first."""
    return list(st.session_state.get(_TURNS, ()))


def name() -> str:
    """What the conversation is called in the records; empty before its first turn."""
    return str(st.session_state.get(_NAME) or "")


def cleared() -> list[Turn]:
    """The turns that were cleared last, while that can be undone."""
    return list(st.session_state.get(_CLEARED, ((), None))[0])


def follow_address() -> None:
    """Take up the conversation that the page's address names, after a reload or with Back."""
    named = st.query_params.get(CONVERSATION)
    if not named or named == name():
        return
    found = None
    try:
        found = load_conversation(Records.open(), named)
    except RecordsError:
        _log.exception("could not read a conversation")
    if found is None:
        st.query_params.pop(CONVERSATION, None)
        return
    _forget()
    st.session_state[_TURNS] = found
    st.session_state[_NAME] = named
    # Whoever goes on with it goes on with a copy: the link may have come from somebody else.
    st.session_state["restored"] = True


def address() -> dict[str, str]:
    """What names the conversation in a page's address."""
    return {CONVERSATION: name()} if name() else {}


def keep_address(without: Collection[str] = ()) -> None:
    """Name the conversation in the page's address, on every page; leave some parameters out."""
    now = {key: st.query_params.get_all(key) for key in st.query_params}
    wanted = {key: values for key, values in now.items() if key not in without}
    wanted |= {key: [value] for key, value in address().items()}
    if wanted == now:
        return
    if LANGUAGE_KEY not in wanted:
        st.query_params.from_dict(wanted)  # at once: each change is a step of Back
        return
    # What a widget is bound to can only stay as it is.
    for key in now.keys() - wanted.keys():
        st.query_params.pop(key)
    st.query_params.update(address())


def remember(turn: Turn) -> None:
    """Add a turn, and keep it with those before; what cannot be written is logged only.

    The page's address is left to `keep_address`.
    """
    st.session_state[_TURNS] = [*turns(), turn]
    st.session_state.pop(_CLEARED, None)
    if st.session_state.pop("restored", False) or not name():
        st.session_state[_NAME] = new_conversation()
    try:
        records = Records.open()
        save_conversation(records, name(), turns())
        if turn.answer:
            log_question(records, turn.answer)
    except RecordsError:
        _log.exception("could not keep the conversation")


def clear() -> None:
    """Begin a new conversation; `restore` brings the last one back."""
    st.session_state[_CLEARED] = (turns(), name())
    _forget()
    st.query_params.pop(CONVERSATION, None)


def restore() -> None:
    """Undo `clear`."""
    st.session_state[_TURNS], st.session_state[_NAME] = st.session_state.pop(_CLEARED)
    keep_address()


def _forget() -> None:
    for key in (_TURNS, _NAME, "restored", *_WITH_TURNS):
        st.session_state.pop(key, None)

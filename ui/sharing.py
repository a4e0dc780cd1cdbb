"""An answer as an address: the question and the reports it was put to."""

from dataclasses import asdict
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from qa.scope import EVERYTHING, Scope
from service.conversations import Turn
from ui.text import ENGLISH, LANGUAGE_KEY, language

QUESTION: Final = "q"
# The fields of a scope as they stand in the address.
NAMES: Final = {"provinces": "tinh", "years": "nam", "sources": "nguon", "documents": "tai-lieu"}
MOST_VALUES = 50  # of a field; a link may come from anyone
PARAMETERS: Final = (QUESTION, *NAMES.values())


def share_link(turn: Turn) -> str:
    """The part of the page's address that asks a turn's question again."""
    understood = turn.answer.understood if turn.answer else ""
    address: dict[str, object] = {QUESTION: understood or turn.question}
    address |= {NAMES[field]: values for field, values in asdict(turn.scope).items() if values}
    if language() == ENGLISH:
        address[LANGUAGE_KEY] = ENGLISH
    return f"?{urlencode(address, doseq=True)}"


def shared() -> tuple[str, Scope] | None:
    """The question and the scope of the link that opened the page; None when it is no link."""
    question = st.query_params.get(QUESTION)
    if not question:
        return None
    chosen = {
        field: tuple(dict.fromkeys(st.query_params.get_all(name)))[:MOST_VALUES]
        for field, name in NAMES.items()
    }
    return question, Scope(**chosen) if any(chosen.values()) else EVERYTHING

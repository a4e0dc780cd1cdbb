"""The assistant for a page to use, or in its place what is wrong and how to mend it."""

from typing import TYPE_CHECKING

import streamlit as st

from index.errors import IndexMissingError, ReportsError
from ui.engine import engine, index_path
from ui.markup import safe
from ui.text import say

if TYPE_CHECKING:
    from qa.assistant import Assistant


def open_assistant() -> "Assistant | None":
    """The assistant over the newest reports; None, with the problem drawn, where there is none."""
    try:
        with st.spinner(say("opening")):
            assistant = engine(index_path()).assistant()
    except IndexMissingError as error:
        _draw_problem(say("error.empty"), [say("error.add"), str(error), say("error.reload")])
        return None
    except ReportsError as error:
        _draw_problem(say("error.index"), [str(error), say("error.reload")])
        return None
    if not len(assistant.index.documents):
        remedies = [say("error.add"), say("error.add.command"), say("error.reload")]
        _draw_problem(say("error.empty"), remedies)
        return None
    if assistant.index.warning:
        st.html(f'<p class="note" role="status">{safe(assistant.index.warning)}</p>')
    return assistant


def _draw_problem(problem: str, remedies: list[str]) -> None:
    told = "".join(f"<p>{safe(remedy)}</p>" for remedy in remedies)
    st.html(f'<div class="problem" role="alert"><h1>{safe(problem)}</h1>{told}</div>')

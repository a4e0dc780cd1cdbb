"""The question-and-answer page."""

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from index.errors import ReportsError
from qa.answer import Answer
from ui.answer import draw_answer, shared_question
from ui.engine import engine, index_path, sample_questions
from ui.markup import plain, safe
from ui.scripts import focus_question_box, scroll_to_question
from ui.text import LANGUAGES, language, say

if TYPE_CHECKING:
    from qa.assistant import Assistant

SAMPLES = 4
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with its answer, or with the reason there is none."""

    question: str
    answer: Answer | None = None
    error: str | None = None


def draw() -> None:
    """Draw the page: the conversation so far, the question box, and the next answer."""
    try:
        with st.spinner(say("opening")):
            assistant = engine(index_path()).assistant()
    except ReportsError as error:
        _draw_problem(say("error.index"), str(error), say("error.reload"))
        return
    if not len(assistant.index.documents):
        _draw_problem(say("error.empty"), say("error.add"), say("error.reload"))
        return
    if assistant.index.warning:
        st.html(f'<p class="note" role="status">{safe(assistant.index.warning)}</p>')
    turns: list[Turn] = st.session_state.setdefault("turns", [])
    asked = _asked(turns)
    for number, turn in enumerate(turns):
        _draw_turn(assistant, turn, number)
    if asked:
        _draw_next(assistant, asked, turns)
    elif not turns:
        _draw_welcome(assistant)
    _keep_address(turns)
    if turns:
        scroll_to_question(_anchor(len(turns) - 1))


def _asked(turns: list[Turn]) -> str | None:
    """The question to answer now: typed, clicked, or brought by a shared link."""
    with st.bottom:
        typed = st.chat_input(say("ask"), key="question")
        with st.container(key="below", horizontal=True):
            if turns:
                st.button(
                    say("new"), key="new", type="tertiary", icon=":material/add:", on_click=_clear
                )
        focus_question_box(LANGUAGES[language()])
    clicked: str | None = st.session_state.pop("clicked", None)
    linked = None if turns or "cleared" in st.session_state else st.query_params.get("q")
    return typed or clicked or linked


def _draw_next(assistant: "Assistant", question: str, turns: list[Turn]) -> None:
    """Draw the question while it is being answered, then the page with its answer."""
    history = [turn.question for turn in turns if turn.answer]
    st.session_state.pop("cleared", None)
    _draw_question(question, len(turns))
    with st.spinner(say("searching")):
        turn = _answered(assistant, question, history)
    turns.append(turn)
    st.rerun()


def _keep_address(turns: list[Turn]) -> None:
    """Let the page's address ask the last answered question again."""
    answers = [turn.answer for turn in turns if turn.answer]
    if answers:
        st.query_params["q"] = shared_question(answers[-1])
    else:
        st.query_params.pop("q", None)


def _answered(assistant: "Assistant", question: str, history: list[str]) -> Turn:
    try:
        return Turn(question, answer=assistant.ask(question, history))
    except ReportsError as error:
        return Turn(question, error=str(error))
    except Exception:
        _log.exception("could not answer")
        return Turn(question, error=say("error.unexpected"))


def _draw_turn(assistant: "Assistant", turn: Turn, number: int) -> None:
    _draw_question(turn.question, number)
    with st.chat_message(say("reply"), avatar=":material/account_balance:"):
        if turn.answer:
            draw_answer(assistant.index, turn.answer, str(number))
        else:
            st.html(f'<p class="note" role="alert">{safe(turn.error or "")}</p>')


def _draw_question(question: str, number: int) -> None:
    with st.chat_message(say("you"), avatar=":material/person:"):
        st.html(f'<h2 class="question" id="{_anchor(number)}">{safe(question)}</h2>')


def _anchor(number: int) -> str:
    return f"cau-{number}"


def _draw_welcome(assistant: "Assistant") -> None:
    index = assistant.index
    count = len(index.documents)
    st.html(
        f'<div class="welcome"><h1>{safe(say("welcome"))}</h1>'
        f"<p>{safe(say('welcome.more', count=count))}</p></div>"
    )
    cleared: list[Turn] = st.session_state.get("cleared", [])
    if cleared:
        with st.container(key="undo", horizontal=True, vertical_alignment="center"):
            message = safe(say("cleared", count=len(cleared)))
            st.html(f'<p class="quiet" role="status">{message}</p>', width="content")
            st.button(say("undo"), key="restore", type="tertiary", on_click=_restore)
    samples = sample_questions(index_path(), index.generation, SAMPLES, index)
    if samples:
        st.html(f'<h3 class="label">{safe(say("samples"))}</h3>')
    with st.container(key="samples", gap="xsmall"):
        for number, sample in enumerate(samples):
            st.button(
                plain(sample),
                key=f"sample-{number}",
                width="stretch",
                on_click=_click,
                args=(sample,),
            )


def _click(question: str) -> None:
    st.session_state["clicked"] = question


def _clear() -> None:
    st.session_state["cleared"] = st.session_state.pop("turns", [])


def _restore() -> None:
    st.session_state["turns"] = st.session_state.pop("cleared", [])


def _draw_problem(problem: str, remedy: str, then: str) -> None:
    st.html(
        f'<div class="problem" role="alert"><h1>{safe(problem)}</h1>'
        f"<p>{safe(remedy)}</p><p>{safe(then)}</p></div>"
    )

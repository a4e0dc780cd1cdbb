"""The question-and-answer page."""

from typing import TYPE_CHECKING

import streamlit as st

from service.conversations import Turn
from ui import asking, memory
from ui.actions import draw_actions
from ui.answer import draw_answer
from ui.engine import sample_questions
from ui.export import draw_export
from ui.filters import draw_filters
from ui.markup import plain, safe
from ui.opening import open_assistant
from ui.scripts import focus_question_box, let_copy, scroll_to_question
from ui.text import LANGUAGES, language, say

if TYPE_CHECKING:
    from qa.assistant import Assistant


def page() -> st.Page:
    """This page in the navigation."""
    return st.Page(draw, title=say("page.chat"), url_path="hoi-dap", default=True)


def draw() -> None:
    """Draw the page: the conversation so far, the question box, and the next answer."""
    assistant = open_assistant()
    if assistant is None:
        return
    turns = memory.turns()
    waiting = asking.pending()
    typed = _draw_question_box(assistant, turns)
    asked = asking.Asked(typed) if typed else waiting
    for number, turn in enumerate(turns):
        _draw_turn(assistant, turn, number)
    if asked:
        _draw_question(asked.question, len(turns))
        asking.answer(assistant, asked)
    elif not turns:
        _draw_welcome(assistant)
    else:
        let_copy()
        scroll_to_question(_anchor(len(turns) - 1))


def _draw_question_box(assistant: "Assistant", turns: list[Turn]) -> str | None:
    """The box, and below it what concerns the whole conversation."""
    with st.bottom:
        typed = st.chat_input(say("ask"), key="question")
        with st.container(key="below", horizontal=True, gap="small", vertical_alignment="center"):
            draw_filters(assistant.retriever.scopes.facets)
            if turns:
                draw_export(turns)
                st.button(
                    say("new"),
                    key="new",
                    type="tertiary",
                    icon=":material/add:",
                    on_click=memory.clear,
                )
        focus_question_box(LANGUAGES[language()])
    return typed


def _draw_turn(assistant: "Assistant", turn: Turn, number: int) -> None:
    _draw_question(turn.question, number)
    with st.chat_message(say("reply"), avatar=":material/account_balance:"):
        if turn.answer is None:
            st.html(f'<p class="note" role="alert">{safe(turn.error or "")}</p>')
            return
        draw_answer(assistant.index, turn, turn.answer, str(number))
        draw_actions(turn, turn.answer, f"{memory.name()}-{number}")


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
    cleared = memory.cleared()
    if cleared:
        with st.container(key="undo", horizontal=True, vertical_alignment="center"):
            message = safe(say("cleared", count=len(cleared)))
            st.html(f'<p class="quiet" role="status">{message}</p>', width="content")
            st.button(say("undo"), key="restore", type="tertiary", on_click=memory.restore)
    samples = sample_questions(index)
    if samples:
        st.html(f'<h2 class="label">{safe(say("samples"))}</h2>')
    with st.container(key="samples", gap="xsmall"):
        for number, sample in enumerate(samples):
            st.button(
                plain(sample),
                key=f"sample-{number}",
                width="stretch",
                on_click=asking.ask_alone,
                args=(sample,),
            )

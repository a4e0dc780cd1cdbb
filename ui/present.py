"""The presentation: one answer a screen, for a projector and a remote control."""

from typing import TYPE_CHECKING, Final

import streamlit as st

from service.conversations import Turn
from ui import asking, chat, memory
from ui.answer import headline
from ui.engine import sample_questions
from ui.markup import plain, safe
from ui.opening import open_assistant
from ui.scripts import let_keys_turn_slides
from ui.text import date, say

if TYPE_CHECKING:
    from qa.assistant import Assistant

LETTER = 24  # pixels high, of a chart
_SLIDE: Final = "slide"


def page() -> st.Page:
    """This page in the navigation."""
    return st.Page(draw, title=say("page.present"), url_path="trinh-chieu")


def draw() -> None:
    """Draw one answer of the conversation, or after the last one the questions to go on with."""
    let_keys_turn_slides()
    with st.container(key="presenting"):  # the style sheet makes all of it large
        assistant = open_assistant()
        if assistant is None:
            return
        turns = [turn for turn in memory.turns() if turn.answer]
        at = _slide(turns)
        waiting = asking.pending()
        if waiting:
            st.session_state.pop(_SLIDE, None)  # on to its answer, which becomes the last
            _draw_question(waiting.question)
            asking.answer(assistant, waiting)
        if at < len(turns):
            _draw_turn(turns[at], at)
        else:
            _draw_ask(assistant, turns)
        _draw_controls(at, len(turns))


def _slide(turns: list[Turn]) -> int:
    """The slide shown: the last answer at first; one beyond it are the questions to go on with."""
    last = max(len(turns) - 1, 0)
    return min(int(st.session_state.setdefault(_SLIDE, last)), len(turns))


def _draw_turn(turn: Turn, at: int) -> None:
    answer = turn.answer
    if answer is None:
        return
    _draw_question(turn.question)
    key = f"slide-{at}"
    st.html(headline(answer, key))
    if answer.cells:
        from ui.chart import draw_chart  # altair takes seconds to import

        draw_chart(answer, key, LETTER)
    sources = "".join(
        f'<li id="trich-{key}-{number}"><cite>{safe(cited.title)}</cite>'
        f" · {safe(cited.province or '')} · {safe(date(cited.published))}</li>"
        for number, cited in enumerate(answer.citations, start=1)
    )
    st.html(f'<ol class="sources">{sources}</ol>')


def _draw_ask(assistant: "Assistant", turns: list[Turn]) -> None:
    title = say("present.ask") if turns else say("welcome")
    st.html(f'<h1 class="slide-title">{safe(title)}</h1>')
    index = assistant.index
    asked = {turn.question for turn in turns}
    samples = sample_questions(index)
    with st.container(key="samples", gap="small"):
        for number, sample in enumerate(one for one in samples if one not in asked):
            st.button(
                plain(sample),
                key=f"sample-{number}",
                width="stretch",
                on_click=asking.ask_alone,
                args=(sample,),
            )
    with st.form("slide-form", border=False, clear_on_submit=True):
        st.text_input(say("ask"), key="slide-question")
        st.form_submit_button(
            say("present.answer"), on_click=lambda: asking.ask(st.session_state["slide-question"])
        )


def _draw_question(question: str) -> None:
    st.html(f'<h2 class="question">{safe(question)}</h2>')


def _draw_controls(at: int, count: int) -> None:
    """The buttons that the keyboard presses; the last slide is the one to ask on."""
    with st.container(
        key="slide-controls", horizontal=True, vertical_alignment="center", gap="small"
    ):
        place = say("present.place", number=at + 1, count=count + 1)
        st.html(f'<p class="quiet" role="status">{place}</p>', width="content")
        _button("previous", ":material/arrow_back:", at - 1, at == 0)
        _button("next", ":material/arrow_forward:", at + 1, at >= count)
        if st.button(
            say("present.exit"),
            key="slide-exit",
            icon=":material/close:",
            type="tertiary",
            help=say("present.keys"),
        ):
            st.switch_page(chat.page(), query_params=memory.address())


def _button(name: str, icon: str, to: int, disabled: bool) -> None:
    st.button(
        say(f"present.{name}"),
        key=f"slide-{name}",
        icon=icon,
        disabled=disabled,
        on_click=_turn_to,
        args=(to,),
    )


def _turn_to(slide: int) -> None:
    st.session_state[_SLIDE] = slide

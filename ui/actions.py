"""What can be done with an answer: copy it, share it, say whether it was useful."""

import logging
from functools import partial

import streamlit as st

from qa.answer import Answer
from service.conversations import Turn
from service.errors import RecordsError
from service.exports.content import as_text
from service.feedback import change_feedback, give_feedback, withdraw_feedback
from service.records import Records
from ui.export import labels
from ui.markup import safe
from ui.sharing import share_link
from ui.text import duration, say

UP = 1
_VERDICTS = "verdicts"  # turn → number and thumb of the feedback given; see `ui.memory`
_log = logging.getLogger(__name__)


def draw_actions(turn: Turn, answer: Answer, key: str) -> None:
    """Draw the line below an answer, and the box for a reason once a thumb was given.

    The page lets the buttons copy: `ui.scripts.let_copy`.
    """
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"actions-{key}"
    ):
        st.html(_copying(turn, answer), width="content")
        st.feedback(
            "thumbs", key=f"thumbs-{key}", on_change=partial(_judge, answer, key), width="content"
        )
    if key in st.session_state.get(_VERDICTS, {}):
        _draw_reason(answer, key)


def _copying(turn: Turn, answer: Answer) -> str:
    total = answer.timings_ms.get("total")
    time = f"<span>{safe(say('time', time=duration(total)))}</span>" if total is not None else ""
    return (
        '<div class="quiet footer">'
        + _copy_button("copy", as_text(turn, labels()))
        + _copy_button("copy.link", share_link(turn), is_link=True)
        + f"{time}</div>"
    )


def _copy_button(name: str, text: str, *, is_link: bool = False) -> str:
    kind = " is-link" if is_link else ""
    return (
        f'<span class="copying"><button type="button" class="copy">{safe(say(name))}</button>'
        f'<span class="to-copy{kind}">{safe(text)}</span>'
        f'<span class="copy-done">{safe(say(f"{name}.done"))}</span>'
        f'<span class="copy-failed">{safe(say("copy.failed"))}</span>'
        '<span class="copied" role="status"></span></span>'
    )


def _draw_reason(answer: Answer, key: str) -> None:
    number, thumb, told = st.session_state[_VERDICTS][key]
    if told:
        st.html(f'<p class="quiet" role="status">{safe(say("feedback.thanks"))}</p>')
        return
    with (
        st.form(f"reason-{key}", border=False),
        st.container(horizontal=True, vertical_alignment="bottom", gap="small"),
    ):
        field = f"reason-text-{key}"
        st.text_input(say("feedback.up" if thumb == UP else "feedback.down"), key=field)
        st.form_submit_button(
            say("feedback.send"), on_click=partial(_tell, key, number, thumb, field)
        )


def _judge(answer: Answer, key: str) -> None:
    """Keep a thumb, change it, or take it back."""
    verdicts = st.session_state.setdefault(_VERDICTS, {})
    thumb = st.session_state.get(f"thumbs-{key}")
    given = verdicts.pop(key, None)
    try:
        records = Records.open()
        if thumb is None:
            if given:
                withdraw_feedback(records, given[0])
            return
        if given:
            number = given[0]
            change_feedback(records, number, thumb == UP)
        else:
            number = give_feedback(records, answer, thumb == UP)
        verdicts[key] = (number, thumb, False)
    except RecordsError:
        _log.exception("could not keep feedback")
        st.toast(say("feedback.failed"))


def _tell(key: str, number: int, thumb: int, field: str) -> None:
    """Add the reason to a thumb."""
    try:
        change_feedback(Records.open(), number, thumb == UP, st.session_state[field])
    except RecordsError:
        _log.exception("could not keep feedback")
        st.toast(say("feedback.failed"))
        return
    st.session_state[_VERDICTS][key] = (number, thumb, True)

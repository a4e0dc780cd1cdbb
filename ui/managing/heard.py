"""What readers asked and said: the inbox of feedback and the log of questions, each for download."""

import datetime
from collections.abc import Callable, Sequence

import streamlit as st

from service.exported import csv_bytes
from service.feedback import Feedback, handle_feedback
from service.questions import Asked, handle_question
from service.records import Records
from ui.managing.documents import paged
from ui.markup import safe
from ui.text import duration, moment, number, say


def draw_feedback(records: Records, found: list[Feedback]) -> None:
    """Draw the inbox: what is not seen to first."""
    if not found:
        st.html(f'<p class="quiet">{safe(say("feedback.none"))}</p>')
        return
    header = ["given", "useful", "reason", "question", "answer", "documents", "handled"]
    _draw_download("feedback", [say(f"csv.{name}") for name in header], lambda: [
        [
            moment(one.given),
            say("feedback.was_up" if one.useful else "feedback.was_down"),
            one.reason,
            one.question,
            one.answer or "",
            "; ".join(one.documents),
            moment(one.handled) if one.handled else "",
        ]
        for one in found
    ])  # fmt: skip
    for one in paged(found, "feedback"):
        with st.container(key=f"feedback-{one.id}", gap="xsmall", border=True):
            _draw_feedback(records, one)


def draw_questions(records: Records, found: list[Asked]) -> None:
    """Draw the log of questions: the unanswered ones first."""
    if not found:
        st.html(f'<p class="quiet">{safe(say("questions.none"))}</p>')
        return
    header = ["question", "understood", "times", "last", "result", "kind", "confidence",
              "milliseconds", "handled"]  # fmt: skip
    _draw_download("questions", [say(f"csv.{name}") for name in header], lambda: [
        [
            one.question,
            one.understood,
            one.times,
            moment(one.last),
            say("questions.unanswered" if one.abstained else "questions.answered"),
            say(f"kind.{one.kind}"),
            round(one.confidence, 3),
            round(one.milliseconds),
            moment(one.handled) if one.handled else "",
        ]
        for one in found
    ])  # fmt: skip
    for place, one in enumerate(paged(found, "questions")):
        with st.container(key=f"question-{place}", gap="xsmall", border=True):
            _draw_question(records, one, place)


def _draw_feedback(records: Records, one: Feedback) -> None:
    thumb = say("feedback.was_up" if one.useful else "feedback.was_down")
    answer = say("feedback.answer", answer=one.answer) if one.answer else say("abstained")
    reason = f"<p>{safe(one.reason)}</p>" if one.reason else ""
    cited = f" · {safe('; '.join(one.documents))}" if one.documents else ""
    st.html(
        f'<p class="document">{safe(one.question)}</p>'
        f'<p class="{"good" if one.useful else "bad"}">{safe(thumb)}</p>{reason}'
        f'<p class="quiet">{safe(answer)} · {safe(moment(one.given))}{cited}</p>'
    )
    label = say("handled.undo" if one.handled else "handled.do")
    if st.button(label, key=f"handle-{one.id}", type="tertiary", icon=":material/check:"):
        handle_feedback(records, one.id, handled=not one.handled)
        st.rerun()


def _draw_question(records: Records, one: Asked, place: int) -> None:
    result = say("questions.unanswered" if one.abstained else "questions.answered")
    facts = [
        say("questions.times", count=number(one.times)),
        moment(one.last),
        say(f"kind.{one.kind}"),
        say("questions.confidence", share=number(100 * one.confidence)),
        duration(one.milliseconds),
    ]
    st.html(
        f'<p class="document">{safe(one.question)}</p>'
        f'<p class="{"bad" if one.abstained else "good"}">{safe(result)}</p>'
        f'<p class="quiet">{safe(" · ".join(facts))}</p>'
    )
    if one.abstained:
        label = say("handled.undo" if one.handled else "handled.do")
        if st.button(label, key=f"seen-{place}", type="tertiary", icon=":material/check:"):
            handle_question(records, one.understood, handled=not one.handled)
            st.rerun()


def _draw_download(
    name: str, header: Sequence[str], rows: Callable[[], list[list[object]]]
) -> None:
    st.download_button(
        say("csv"),
        data=lambda: csv_bytes(header, rows()),
        file_name=f"{name}-{datetime.date.today():%Y-%m-%d}.csv",
        mime="text/csv",
        key=f"csv-{name}",
        icon=":material/download:",
        on_click="ignore",
    )

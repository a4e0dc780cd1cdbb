"""The page of staff: add, correct and remove reports; read what visitors asked and said."""

from pathlib import Path

import streamlit as st

from index.errors import IndexMissingError, ReportsError
from service.feedback import inbox
from service.questions import asked
from service.records import Records
from service.trash import Trash
from ui.engine import engine, index_path
from ui.managing.adding import draw_adding
from ui.managing.changes import draw_changes, uploads
from ui.managing.documents import draw_documents
from ui.managing.heard import draw_feedback, draw_questions
from ui.managing.kept import draw_kept
from ui.managing.state import draw_state
from ui.markup import safe
from ui.signin import draw_sign_out, staff_name
from ui.text import number, say

ADDRESS = "quan-ly"
_STYLE = Path(__file__).parent / "managing" / "style.css"


def page() -> st.Page:
    """This page in the navigation."""
    return st.Page(draw, title=say("page.manage"), url_path=ADDRESS)


def draw() -> None:
    """Draw the page for who is signed in; `ui.signin.for_staff` keeps others away."""
    st.html(_STYLE)
    with st.container(
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
        key="manage-head",
    ):
        st.html(f"<h1>{safe(say('page.manage'))}</h1>", width="content")
        draw_sign_out(staff_name() or "")
    st.html(f'<h2 class="label">{safe(say("add"))}</h2>')
    draw_adding()
    draw_changes()
    _draw_tabs()


def _draw_tabs() -> None:
    """Draw what is kept, a tab each; only the open one is read and drawn."""
    kept = Trash(uploads().corpus).entries()
    try:
        records = Records.open()
        found = inbox(records)
        questions = asked(records)
    except ReportsError as error:
        _draw_problem(error)
        return
    waiting = sum(one.handled is None for one in found)
    unanswered = sum(one.abstained and one.handled is None for one in questions)
    names = {
        "documents": say("tab.documents"),
        "questions": _counted("tab.questions", unanswered),
        "feedback": _counted("tab.feedback", waiting),
        "kept": _counted("tab.kept", len(kept)),
        "state": say("tab.state"),
    }
    chosen = st.pills(
        say("tabs"),
        list(names),
        default="documents",
        required=True,
        format_func=names.__getitem__,
        key="tab",
        label_visibility="collapsed",
    )
    match chosen:
        case "questions":
            draw_questions(records, questions)
        case "feedback":
            draw_feedback(records, found)
        case "kept":
            draw_kept(kept)
        case _:
            _draw_of_index(chosen)


def _draw_of_index(chosen: str | None) -> None:
    try:
        index = engine(index_path()).assistant().index
    except IndexMissingError:
        st.html(f'<p class="quiet" role="status">{safe(say("manage.empty"))}</p>')
        return
    except ReportsError as error:
        _draw_problem(error)
        return
    if chosen == "state":
        draw_state(index)
    elif len(index.documents):
        draw_documents(index)
    else:
        st.html(f'<p class="quiet" role="status">{safe(say("manage.empty"))}</p>')


def _counted(key: str, count: int) -> str:
    return f"{say(key)} ({number(count)})" if count else say(key)


def _draw_problem(error: ReportsError) -> None:
    st.html(f'<p class="note" role="alert">{safe(str(error))}</p>')

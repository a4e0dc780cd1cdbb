"""The documents of the index: find one, correct what is known of it, replace it, remove it."""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import streamlit as st

from index.places import provinces
from index.sidecar import FIELDS
from index.vietnamese import fold
from service.corpus import file_of
from ui.managing.adding import draw_replacing
from ui.managing.changes import uploads
from ui.managing.dialogs import close_dialog, draw_dialog, opened_subject, opens_dialog
from ui.markup import plain, safe
from ui.text import date, say

if TYPE_CHECKING:
    from index.store import Index

_T = TypeVar("_T")

PER_PAGE = 10
_WORD = re.compile(r"\w+")
_DATES = ("published", "event")
_EARLIEST = datetime.date(1990, 1, 1)
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Row:
    """A document as it is listed; `location` is where it lies when outside the corpus."""

    id: str
    title: str
    facts: Mapping[str, str]
    location: str | None

    @property
    def words(self) -> str:
        """What the document is found by; each word begins after a space."""
        text = fold(" ".join([self.id, self.title, *self.facts.values()]).casefold())
        return f" {' '.join(_WORD.findall(text))} {text}"


def draw_documents(index: "Index") -> None:
    """Draw the list of documents, found as one types, with what can be done to each."""
    rows = _rows(str(index.path), index.generation, index)
    typed = st.text_input(say("documents.find", count=len(rows)), key="find", max_chars=_LONGEST)
    wanted = fold(typed.casefold()).split()
    found = [row for row in rows if all(f" {word}" in row.words for word in wanted)]
    if not found:
        st.html(f'<p class="quiet" role="status">{safe(say("documents.none"))}</p>')
        return
    for shown in paged(found, "documents"):
        with st.container(key=f"document-{shown.id}", gap="xsmall", border=True):
            _draw_row(shown)
    for kind, (_, draw) in _DIALOGS.items():
        subject = opened_subject(kind)
        if row := next((row for row in rows if row.id == subject), None):
            draw_dialog(row.title, partial(draw, row), "medium")


def paged(items: list[_T], key: str) -> list[_T]:
    """The items of the chosen page, with the choice of pages above them if there are several."""
    pages = -(-len(items) // PER_PAGE)
    if pages <= 1:
        return items
    chosen = st.pagination(pages, key=f"page-{key}-{pages}")
    return items[(chosen - 1) * PER_PAGE : chosen * PER_PAGE]


def _draw_row(row: Row) -> None:
    facts = [row.facts.get("province"), date(row.facts.get("published")), row.id]
    shown = " · ".join(safe(fact) for fact in facts if fact)
    st.html(f'<p class="document">{safe(row.title)}</p><p class="quiet">{shown}</p>')
    with st.container(horizontal=True, gap="small"):
        for kind, (icon, _) in _DIALOGS.items():
            opens_dialog(say(f"document.{kind}"), icon, kind, row.id)


def _draw_correcting(row: Row) -> None:
    if _refused(row):
        return
    shown = {name: row.facts.get(name, "") for name in FIELDS}
    with st.form(f"facts-{row.id}", border=False):
        entered = {name: _field(name, value, row.id) for name, value in shown.items()}
        st.html(f'<p class="quiet">{safe(say("facts.more"))}</p>')
        if st.form_submit_button(say("facts.save"), type="primary"):
            if entered != shown:
                uploads().correct(row.id, row.title, shown, entered)
            close_dialog()
            st.rerun()


def _field(name: str, value: str, document: str) -> str:
    """One fact to be entered; dates as ISO, an empty one as ""."""
    label, key = say(f"fact.{name}"), f"fact-{name}-{document}"
    if name in _DATES:
        day = datetime.date.fromisoformat(value) if value else None
        first = min(_EARLIEST, day or _EARLIEST)
        last = max(datetime.date.today(), day or datetime.date.today())
        chosen = st.date_input(
            label, day, min_value=first, max_value=last, format="DD/MM/YYYY", key=key
        )
        return chosen.isoformat() if isinstance(chosen, datetime.date) else ""
    if name == "province":
        names = list(dict.fromkeys([*([value] if value else []), *sorted(provinces())]))
        chosen_name = st.selectbox(
            label,
            names,
            index=names.index(value) if value else None,
            placeholder=say("fact.unstated"),
            format_func=plain,
            key=key,
        )
        return chosen_name or ""
    return st.text_input(label, value, max_chars=_LONGEST, key=key).strip()


def _draw_replacing(row: Row) -> None:
    if not _refused(row):
        st.html(f"<p>{safe(say('replace.more'))}</p>")
        draw_replacing(row.id)


def _draw_removing(row: Row) -> None:
    here = row.location or file_of(uploads().corpus, row.id)
    question = "remove.sure" if here else "remove.forever"
    if row.location:
        question = "remove.outside"
    st.html(f"<p>{safe(say(question, name=row.id))}</p>")
    with st.container(horizontal=True):
        if st.button(say("remove.do"), type="primary", key="remove-sure"):
            uploads().remove({row.id: row.title})
            close_dialog()
            st.rerun()
        if st.button(say("remove.not"), key="remove-not"):
            close_dialog()
            st.rerun()


def _refused(row: Row) -> bool:
    """Say why a file cannot be written to, if it cannot."""
    if row.location is None and file_of(uploads().corpus, row.id):
        return False
    where = row.location or str(uploads().corpus)
    message = say("document.elsewhere" if row.location else "document.missing", where=where)
    st.html(f'<p class="note" role="alert">{safe(message)}</p>')
    return True


_DIALOGS: dict[str, tuple[str, Callable[[Row], None]]] = {
    "correct": ("edit", _draw_correcting),
    "replace": ("upload", _draw_replacing),
    "remove": ("delete", _draw_removing),
}


@st.cache_data(show_spinner=False, max_entries=2)
def _rows(path: str, generation: int, _index: "Index") -> list[Row]:
    """All documents of a generation, made once for all sessions."""
    files = _index.database.files()
    found = []
    for name, document in _index.documents.items():
        facts = {field: getattr(document, field) or "" for field in FIELDS}
        location = files[name].location if name in files else None
        found.append(Row(name, document.title, facts, location))
    return sorted(found, key=lambda row: (row.facts["published"] or "", row.id), reverse=True)

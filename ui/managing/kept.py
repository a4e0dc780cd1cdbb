"""What changes took away and the trash keeps: bring it back, or delete it for good."""

from functools import partial

import streamlit as st

from service.trash import Kept, Trash
from ui.managing.changes import uploads
from ui.managing.dialogs import close_dialog, draw_dialog, opened_subject, opens_dialog
from ui.managing.documents import paged
from ui.markup import safe
from ui.text import moment, say


def draw_kept(entries: list[Kept]) -> None:
    """Draw the entries of the trash, the latest first."""
    if not entries:
        st.html(f'<p class="quiet">{safe(say("kept.none"))}</p>')
        return
    st.html(f'<p class="quiet">{safe(say("kept.more"))}</p>')
    for entry in paged(entries, "kept"):
        with st.container(key=f"kept-{entry.id}", gap="xsmall", border=True):
            _draw_entry(entry)


def _draw_entry(entry: Kept) -> None:
    why = say(f"kept.{entry.why}", at=moment(entry.at))
    st.html(
        f'<p class="document">{safe(entry.title)}</p>'
        f'<p class="quiet">{safe(why)} · {safe(entry.document)}</p>'
    )
    with st.container(horizontal=True, gap="small"):
        if st.button(
            say("kept.restore"), key=f"restore-{entry.id}", icon=":material/undo:", type="tertiary"
        ):
            uploads().restore({entry.id: entry.title})
            st.rerun()
        opens_dialog(say("kept.discard"), "delete", "discard", entry.id)
    if opened_subject("discard") == entry.id:
        draw_dialog(entry.title, partial(_draw_discarding, entry))


def _draw_discarding(entry: Kept) -> None:
    st.html(f"<p>{safe(say('discard.sure'))}</p>")
    with st.container(horizontal=True):
        if st.button(say("kept.discard"), type="primary", key="discard-sure"):
            Trash(uploads().corpus).discard(entry)
            close_dialog()
            st.rerun()
        if st.button(say("remove.not"), key="discard-not"):
            close_dialog()
            st.rerun()

"""What the index is made of, and having it follow the folder of reports."""

from typing import TYPE_CHECKING

import streamlit as st

from ui.managing.changes import uploads
from ui.markup import safe
from ui.text import moment, number, say, size

if TYPE_CHECKING:
    from index.store import Index


def draw_state(index: "Index") -> None:
    """Draw the facts of the index in service, and the button that brings it up to date."""
    manifest = index.manifest
    encoder = manifest.encoder
    facts = {
        "documents": number(manifest.documents),
        "copies": number(manifest.copies),
        "passages": number(manifest.passages),
        "generation": number(manifest.generation),
        "created": moment(manifest.created),
        "encoder": say("state.encoder.is", name=encoder["name"], numbers=encoder["dimension"]),
        "size": size(index.size),
        "index": str(index.path.absolute()),
        "corpus": str(uploads().corpus),
    }
    rows = "".join(
        f"<dt>{safe(say(f'state.{name}'))}</dt><dd>{safe(value)}</dd>"
        for name, value in facts.items()
    )
    st.html(f'<dl class="state">{rows}</dl>')
    if index.warning:
        st.html(f'<p class="note" role="alert">{safe(index.warning)}</p>')
    st.html(f'<p class="quiet">{safe(say("follow.more"))}</p>')
    if st.button(say("follow.do"), key="follow", icon=":material/sync:"):
        uploads().follow()
        st.rerun()

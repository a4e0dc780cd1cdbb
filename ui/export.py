"""The conversation as a file to take away."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

import streamlit as st

from service.conversations import Turn
from service.exports import FORMATS
from service.exports.content import Labels, laid_out
from ui.text import date, say

NATURES = ("achieved", "target", "exceeded", "change", "previous")


def draw_export(turns: Sequence[Turn]) -> None:
    """Draw the window with a button for each kind of file; none is made before it is wanted."""
    today = _today()
    with st.popover(say("export"), icon=":material/download:", type="tertiary", key="export"):
        st.html(f'<p class="quiet">{say("export.about")}</p>')
        for name, form in FORMATS.items():
            st.download_button(
                say(f"export.{name}"),
                data=partial(form.make, laid_out(turns, labels())),
                file_name=say("export.file", date=today) + form.suffix,
                mime=form.mime,
                key=f"export-{name}",
                on_click="ignore",
                width="stretch",
            )


def labels() -> Labels:
    """The words around what is exported, in the language of the interface."""
    return Labels(
        title=say("product"),
        made=say("export.made", date=date(_today())),
        understood=say("understood"),
        abstained=say("abstained"),
        computed=say("computed"),
        notes=say("sources"),
        columns=tuple(
            say(f"cell.{name}") for name in ("label", "place", "period", "value", "nature")
        ),
        natures={name: say(f"nature.{name}") for name in NATURES},
        undated=say("date.unknown"),
    )


def _today() -> str:
    return datetime.now().date().isoformat()

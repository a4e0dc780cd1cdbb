"""Uploading reports: choose files, say what to do where a name is taken, add them."""

from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from index.formats import SUFFIXES
from index.formats.limits import Limits
from service.changes import Taken
from service.corpus import existing_name, safe_name
from service.uploads import Upload
from ui.managing.changes import uploads
from ui.managing.dialogs import close_dialog
from ui.markup import safe
from ui.text import say

_ROUND = "upload-round"  # a new key empties the chooser
_TAKEN: tuple[Taken, ...] = ("replace", "both", "skip")


def draw_adding() -> None:
    """Draw the chooser of files and, once there are some, the button that adds them."""
    queue = uploads()
    relabel_chooser()
    limits = Limits.from_environment()
    st.html(f'<p class="quiet">{safe(say("add.more", megabytes=limits.megabytes))}</p>')
    files = st.file_uploader(
        say("add.files"),
        type=sorted(suffix.removeprefix(".") for suffix in SUFFIXES),
        accept_multiple_files=True,
        max_upload_size=limits.megabytes,
        key=f"files-{st.session_state.get(_ROUND, 0)}",
    )
    if not files:
        return
    there = {file.name for file in files if existing_name(queue.corpus, safe_name(file.name))}
    taken: Taken = "replace"
    if there:
        names = "".join(f"<li>{safe(name)}</li>" for name in sorted(there))
        st.html(f'<p class="note">{safe(say("add.taken"))}</p><ul class="names">{names}</ul>')
        taken = st.radio(
            say("add.choice"), _TAKEN, format_func=lambda way: say(f"add.{way}"), key="taken"
        )
    if st.button(say("add.do", count=len(files)), type="primary", key="add"):
        _add(files, taken)


def relabel_chooser() -> None:
    """Say in the chosen language what Streamlit's chooser of files says in English."""
    chooser = '[data-testid="stFileUploaderDropzone"]'
    st.html(
        f'<style>{chooser} button p::after {{ content: "{say("add.browse")}"; }}'
        '[data-testid="stFileUploaderDropzoneInstructions"]'
        f'::after {{ content: "{say("add.drop")}"; }}</style>'
    )


def draw_replacing(document: str) -> None:
    """Draw the chooser of one file that becomes the new version of a document."""
    relabel_chooser()
    suffix = Path(document).suffix
    file = st.file_uploader(
        say("replace.file", suffix=suffix),
        type=[suffix.removeprefix(".")],
        max_upload_size=Limits.from_environment().megabytes,
        key=f"version-{document}",
    )
    pressed = st.button(say("replace.do"), type="primary", key="replace", disabled=file is None)
    if pressed and file is not None:
        uploads().add([Upload(file.name, file.getbuffer(), document=document)])
        close_dialog()
        st.rerun()


def _add(files: list[UploadedFile], taken: Taken) -> None:
    try:
        uploads().add([Upload(file.name, file.getbuffer(), taken) for file in files])
    except OSError as error:
        message = say("add.failed", reason=error.strerror or str(error))
        st.html(f'<p class="note" role="alert">{safe(message)}</p>')
        return
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.rerun()

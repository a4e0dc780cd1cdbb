"""The one assistant of this process, shared by all sessions."""

import importlib
import os
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from index.errors import ReportsError

if TYPE_CHECKING:
    from index.store import Index
    from qa.engine import Engine

SAMPLES = 4


def index_path() -> str:
    """Where the index lies: the environment variable HOIDAP_INDEX, or `.index`."""
    return os.environ.get("HOIDAP_INDEX") or ".index"


@st.cache_resource(show_spinner=False)
def engine(path: str) -> "Engine":
    """Open the index once a process, however many sessions ask at the same moment.

    Raises `ReportsError` when it cannot be opened; that is not remembered, so the next page
    load tries again.
    """
    # Slow to import: not before there is a page to show.
    from qa.assistant import Assistant
    from qa.engine import Engine

    assistant = Assistant.open(Path(path))
    threading.Thread(target=assistant.index.warm_up).start()
    return Engine(assistant)


def sample_questions(index: "Index") -> list[str]:
    """Questions the reports of a generation answer, made once for all visitors."""
    return _samples(str(index.path), index.generation, index)


def prepare() -> None:
    """Do what the first visitor would otherwise wait for."""
    importlib.import_module("ui.chat")
    with suppress(ReportsError):  # whoever asks first is told
        sample_questions(engine(index_path()).assistant().index)


@st.cache_data(show_spinner=False, max_entries=4)
def _samples(path: str, generation: int, _index: "Index") -> list[str]:
    from qa.samples import sample_questions as made_from

    return made_from(_index, SAMPLES)

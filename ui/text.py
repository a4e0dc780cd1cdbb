"""The chosen language of the interface, and how it says strings, dates and times."""

from datetime import datetime
from typing import Any, Final

import streamlit as st

from ui.strings import STRINGS

# As they stand on the switch and in the page's address ("?lang=English").
VIETNAMESE: Final = "Việt"
ENGLISH: Final = "English"
LANGUAGES: Final = {VIETNAMESE: "vi", ENGLISH: "en"}
LANGUAGE_KEY: Final = "lang"


def language() -> str:
    """The language chosen for the interface: `VIETNAMESE` or `ENGLISH`."""
    chosen = st.session_state.get(LANGUAGE_KEY) or st.query_params.get(LANGUAGE_KEY)
    return chosen if chosen in LANGUAGES else VIETNAMESE


def say(key: str, **values: Any) -> str:
    """A string of the interface in the chosen language."""
    return STRINGS[key][language() == ENGLISH].format(**values)


def date(iso: str | None) -> str:
    """An ISO date as dd/mm/yyyy, or the words for an unknown one."""
    if not iso:
        return say("date.unknown")
    return "/".join(reversed(iso.split("-")))


def moment(iso: str) -> str:
    """An ISO moment as dd/mm/yyyy hh:mm of this machine's clock."""
    return datetime.fromisoformat(iso).astimezone().strftime("%d/%m/%Y %H:%M")


def duration(milliseconds: float) -> str:
    """A time for people: "12 ms", "1,4 giây"."""
    if milliseconds < 1000:
        return f"{max(milliseconds, 1):.0f} ms"
    seconds = f"{milliseconds / 1000:.1f}"
    return f"{seconds} s" if language() == ENGLISH else f"{seconds.replace('.', ',')} giây"


def number(value: float, decimals: int = 0) -> str:
    """A number for people: "1.234,5" in Vietnamese, "1,234.5" in English."""
    written = f"{value:,.{decimals}f}"
    return written if language() == ENGLISH else written.translate(str.maketrans(",.", ".,"))


def size(byte_count: int) -> str:
    """The size of a file for people: "640 B", "12 KB", "1,4 MB"."""
    if byte_count < 1000:
        return f"{byte_count} B"
    if byte_count < 1_000_000:
        return f"{number(byte_count / 1000)} KB"
    return f"{number(byte_count / 1_000_000, 1)} MB"

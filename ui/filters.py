"""Which reports are searched: chosen in a small window, shown as chips to remove."""

from dataclasses import asdict
from typing import Final

import streamlit as st

from qa.scope import UNSTATED, Facets, Scope
from ui.markup import plain
from ui.text import say

FIELDS: Final = ("provinces", "years", "sources")
SHORTEST_CHOICE = 2
LONGEST_CHIP = 40


def scope() -> Scope:
    """The reports chosen now."""
    return Scope(**{field: tuple(_chosen(field)) for field in asdict(Scope())})


def choose(wanted: Scope) -> None:
    """Choose the reports of a scope: of a shared link, or of an earlier question."""
    for field, values in asdict(wanted).items():
        st.session_state[_key(field)] = list(values)


def draw_filters(facets: Facets) -> None:
    """Draw the window to choose in and a chip for each choice; nothing where there is no choice."""
    present = {field: getattr(facets, field) for field in FIELDS}
    offered = {
        field: counts
        for field, counts in present.items()
        if len(counts) >= SHORTEST_CHOICE or _chosen(field)
    }
    if offered:
        with st.popover(say("filter"), icon=":material/filter_alt:", type="tertiary", key="filter"):
            for field, counts in offered.items():
                _draw_choice(field, counts)
    for field, values in asdict(scope()).items():
        for value in values:
            st.button(
                plain(_cut(name_of(field, value))),
                key=f"chip-{field}-{value}",
                icon=":material/close:",
                icon_position="right",
                help=say("filter.remove"),
                on_click=_remove,
                args=(field, value),
            )


def name_of(field: str, value: str) -> str:
    """A chosen value in words."""
    return say(f"filter.{field}.none") if value == UNSTATED else value


def described(chosen: Scope) -> str:
    """A scope in words: "Quảng Ninh, Thái Bình · 2023"."""
    told = [[name_of(field, value) for value in all_] for field, all_ in asdict(chosen).items()]
    return " · ".join(", ".join(names) for names in told if names)


def _draw_choice(field: str, counts: dict[str, int]) -> None:
    # What was chosen stays, though no report may hold it any more: a link means what it says.
    gone = [value for value in _chosen(field) if value not in counts]
    st.multiselect(
        say(f"filter.{field}"),
        [*counts, *gone],
        key=_key(field),
        format_func=lambda value: f"{name_of(field, value)} ({counts.get(value, 0)})",
        placeholder=say("filter.all"),
        persist_state="session",
    )


def _remove(field: str, value: str) -> None:
    st.session_state[_key(field)] = [one for one in _chosen(field) if one != value]


def _chosen(field: str) -> list[str]:
    return list(st.session_state.get(_key(field), ()))


def _key(field: str) -> str:
    return f"scope-{field}"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_CHIP else f"{text[:LONGEST_CHIP]}…"

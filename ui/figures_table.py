"""The figures of an indicator as a table, a card a row on a small screen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from service.library.comparison import Row, rows
from service.library.indicators import Indicator, Reported
from ui.article import open_article
from ui.evidence import find_document
from ui.markup import plain, safe
from ui.text import date, say
from ui.wording import period

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from index.store import Index

ROWS = 25


def draw_table(index: "Index", shown: Sequence[Reported], indicator: Indicator) -> None:
    table = rows(shown)
    pages = -(-len(table) // ROWS)
    page = min(st.session_state.get("rows", 1), pages)
    part = table[(page - 1) * ROWS : page * ROWS]
    other = any(row.other for row in table)
    with st.container(key="figures", gap=None):
        _draw_heading(other)
        for place, row in enumerate(part):
            _draw_row(index, row, indicator, place, other)
    if pages > 1:
        with st.container(key="pages", horizontal_alignment="center"):
            st.pagination(pages, key="rows", max_visible_pages=5)


def _widths(other: bool) -> list[int]:
    return [5, 3, 3, 3, 7] if other else [5, 3, 3, 7]


def _draw_heading(other: bool) -> None:
    names = ["place", "achieved", "target", *(["other"] if other else []), "report"]
    with st.container(key="heading"):
        for column, name in zip(st.columns(_widths(other)), names, strict=True):
            column.html(f'<p class="label">{safe(say(f"compare.column.{name}"))}</p>')


def _draw_row(index: "Index", row: Row, indicator: Indicator, place: int, other: bool) -> None:
    with st.container(key=f"row-{place}"):
        columns = st.columns(_widths(other), vertical_alignment="top")
        when = period(row.year, row.period) or say("compare.undated")
        where = row.place or say("compare.unplaced")
        part = f'<span class="part">{safe(row.part)}</span>' if row.part else ""
        columns[0].html(
            f'<p class="where"><b>{safe(where)}</b>{part}<span class="facts">{safe(when)}</span></p>'
        )
        _draw_values(index, columns[1], row.achieved, f"{place}-a", say("compare.column.achieved"))
        _draw_values(index, columns[2], row.target, f"{place}-t", say("compare.column.target"))
        if other:
            _draw_values(index, columns[3], row.other, f"{place}-o", "")
        said = row.report.entry.name
        named = say("compare.said", name=said) if said != indicator.name else ""
        facts = " · ".join(filter(None, [date(row.report.published), row.report.source]))
        columns[-1].html(
            f'<p class="source"><cite>{safe(row.report.title)}</cite>'
            f'<span class="facts">{safe(facts)}</span><span class="facts">{safe(named)}</span></p>'
        )


def _draw_values(
    index: "Index",
    column: "DeltaGenerator",
    said: Sequence[Reported],
    key: str,
    label: str,
) -> None:
    """The figures of a cell; each opens its article at the sentence that states it."""
    with column:
        if not said:
            st.html('<span class="empty"></span>')
        elif label:
            st.html(f'<p class="label narrow">{safe(label)}</p>')
        for place, one in enumerate(said):
            entry = one.entry
            text = entry.text
            if entry.nature not in ("achieved", "target"):
                text = f"{say(f'nature.{entry.nature}')}: {text}"
            if st.button(plain(text), key=f"value-{key}-{place}", type="tertiary"):
                document = find_document(index, entry.document)
                if document and document.text[entry.start : entry.end] == entry.text:
                    open_article(document, *entry.sentence, (entry.start, entry.end))

"""Comparison: an indicator that several reports tell of, and every figure they state for it."""

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from service.library import Library
from service.library.comparison import Row, as_csv, rows
from service.library.indicators import Indicator, Reported
from ui.article import open_article
from ui.charts import Points, bars, has_lines, lines, png, points, unit_of
from ui.evidence import find_document
from ui.frame import draw_style
from ui.markup import plain, safe
from ui.opened import draw_progress, library_of, opened_index
from ui.text import ENGLISH, date, language, number, say
from ui.wording import period

if TYPE_CHECKING:
    from index.store import Index

A_PAGE, ROWS = 15, 25
INDICATOR, SEARCH, SHARED, PAGE = "indicator", "tim-chi-tieu", "nhieu-bao-cao", "trang-chi-tieu"
TABLE, BARS, LINES = VIEWS = ("table", "bars", "lines")
_COLUMNS = ("place", "part", "year", "period", "nature", "value", "number", "unit", "said",
            "quote", "title", "published", "source", "document", "start", "end")  # fmt: skip
_log = logging.getLogger(__name__)


def draw() -> None:
    """Draw the indicators to choose from, or the one that the address names."""
    draw_style("library")
    draw_style("compare")
    index = opened_index()
    if index is None:
        return
    library = library_of(index)
    key = st.query_params.get(INDICATOR)
    chosen = library.indicator(key) if key else None
    if key is None:
        _draw_choice(library)
    elif chosen is None:
        _draw_back()
        st.html(f'<div class="nothing" role="alert"><h2>{safe(say("compare.gone"))}</h2></div>')
    else:
        _draw_back()
        _draw_indicator(index, library, chosen)


# Choosing an indicator


def _draw_choice(library: Library) -> None:
    st.html(
        f'<h1 class="page-title">{safe(say("compare.title"))}</h1>'
        f'<p class="quiet">{safe(say("compare.lead"))}</p>'
    )
    draw_progress(library)
    words = st.text_input(
        say("compare.search"),
        key=SEARCH,
        type="search",
        live=True,
        placeholder=say("compare.search.hint"),
        label_visibility="collapsed",
        max_chars=200,
        on_change=_first_page,
        persist_state="session",
    )
    shared = st.toggle(
        say("compare.shared"),
        value=True,
        key=SHARED,
        on_change=_first_page,
        persist_state="session",
    )
    page = st.session_state.get(PAGE, 1)
    found, total = library.indicators(words or "", shared, (page - 1) * A_PAGE, A_PAGE)
    st.html(f'<p class="quiet" role="status">{safe(say("compare.count", count=number(total)))}</p>')
    if not total:
        nothing = "compare.none" if words or shared is False else "compare.none.yet"
        st.html(
            f'<div class="nothing"><h2>{safe(say(nothing))}</h2>'
            f"<p>{safe(say('compare.none.more'))}</p></div>"
        )
    with st.container(key="holdings", gap=None):
        for place, indicator in enumerate(found):
            with st.container(key=f"holding-{place}", gap=None):
                st.button(
                    plain(indicator.name),
                    key=f"read-{place}",
                    type="tertiary",
                    on_click=_choose(indicator.key),
                )
                st.html(_reach(indicator))
    count = -(-total // A_PAGE)
    if count > 1:
        with st.container(key="pages", horizontal_alignment="center"):
            st.pagination(count, key=PAGE, max_visible_pages=5)


def _choose(key: str) -> Callable[[], None]:
    def chosen() -> None:
        st.query_params[INDICATOR] = key

    return chosen


def _first_page() -> None:
    st.session_state[PAGE] = 1


def _reach(indicator: Indicator) -> str:
    facts = [
        _counted("compare.place", indicator.places),
        _counted("compare.report", indicator.documents),
        say("compare.figures", count=number(indicator.figures)),
    ]
    return f'<ul class="facts">{"".join(f"<li>{safe(fact)}</li>" for fact in facts)}</ul>'


def _counted(name: str, count: int) -> str:
    return say(name) if count == 1 else say(f"{name}s", count=number(count))


# One indicator


def _draw_back() -> None:
    st.button(
        say("compare.back"),
        key="back",
        type="tertiary",
        icon=":material/arrow_back:",
        on_click=_go_back,
    )


def _go_back() -> None:
    st.query_params.pop(INDICATOR, None)


def _draw_indicator(index: "Index", library: Library, indicator: Indicator) -> None:
    st.html(f'<h1 class="page-title">{safe(indicator.name)}</h1>{_reach(indicator)}')
    reported = library.reported(indicator.key)
    with st.container(key="choosing", horizontal=True, vertical_alignment="center"):
        view = st.segmented_control(
            say("compare.view"),
            VIEWS,
            default=TABLE,
            format_func=lambda name: say(f"compare.{name}"),
            required=True,
            key="view",
            label_visibility="collapsed",
            persist_state="session",
        )
        shown = _narrowed(reported, indicator.key)
    unit = unit_of(indicator.kind, indicator.key)
    if not shown:
        st.html(f'<p class="nothing">{safe(say("compare.nothing"))}</p>')
        return
    drawn = points(shown, unit, dated=view == LINES)
    if view == TABLE:
        _draw_table(index, shown, indicator)
    else:
        _draw_chart(drawn, view, indicator)
    if unit == "rank":
        st.html(f'<p class="quiet">{safe(say("compare.lower_better"))}</p>')
    _draw_downloads(index, shown, indicator, drawn, view)
    st.html(f'<p class="quiet">{safe(say("compare.note"))}</p>')


def _narrowed(reported: Sequence[Reported], key: str) -> list[Reported]:
    """The figures of the places and years chosen; those of a whole place unless asked otherwise."""
    has_parts = any(one.entry.part for one in reported)
    whole = any(not one.entry.part for one in reported)
    places = sorted({one.entry.place for one in reported if one.entry.place})
    years = sorted({one.entry.year for one in reported if one.entry.year}, reverse=True)
    with st.popover(say("library.filters"), icon=":material/filter_list:", width="content"):
        chosen_places = st.multiselect(
            say("compare.filter.places"), places, key=f"places-{key}", placeholder=say("library.any")
        )
        chosen_years = st.multiselect(
            say("compare.filter.years"), years, key=f"years-{key}", placeholder=say("library.any")
        )
    parts = has_parts and (not whole or st.toggle(say("compare.parts"), key=f"parts-{key}"))
    return [
        one
        for one in reported
        if (parts or not one.entry.part)
        and (not chosen_places or one.entry.place in chosen_places)
        and (not chosen_years or one.entry.year in chosen_years)
    ]


def _draw_table(index: "Index", shown: Sequence[Reported], indicator: Indicator) -> None:
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
    index: "Index", column: "st.delta_generator.DeltaGenerator", said: Sequence[Reported], key: str, label: str
) -> None:
    """The figures of a cell; each opens its article at the sentence that states it."""
    with column:
        if said and label:
            st.html(f'<p class="label narrow">{safe(label)}</p>')
        for place, one in enumerate(said):
            entry = one.entry
            text = entry.text
            if entry.nature not in ("achieved", "target"):
                text = f"{say(f'nature.{entry.nature}')}: {text}"
            if st.button(plain(text), key=f"value-{key}-{place}", type="tertiary", help=say("compare.open")):
                document = find_document(index, entry.document)
                if document and document.text[entry.start : entry.end] == entry.text:
                    open_article(document, *entry.sentence, (entry.start, entry.end))


def _draw_chart(drawn: Points, view: str, indicator: Indicator) -> None:
    if view == LINES and not has_lines(drawn):
        st.html(f'<p class="note" role="status">{safe(say("compare.one_period"))}</p>')
        return
    dark = st.context.theme.type == "dark"
    chart = bars(drawn, dark) if view == BARS else lines(drawn, dark)
    places = len({row["place"] for row in drawn.rows})
    said = say("compare.chart", name=indicator.name, count=len(drawn.rows), places=places)
    st.altair_chart(chart, key=f"chart-{view}", alt=said)
    if drawn.left_out:
        text = say("compare.not_drawn", count=number(drawn.left_out))
        st.html(f'<p class="quiet">{safe(text)}</p>')


# Files to keep


def _draw_downloads(
    index: "Index", shown: Sequence[Reported], indicator: Indicator, drawn: Points, view: str
) -> None:
    name = indicator.key.split(".")[1] or "chi-tieu"
    with st.container(key="downloads", horizontal=True):
        st.download_button(
            say("compare.csv"),
            _csv(index, shown, indicator),
            file_name=f"{name}.csv",
            mime="text/csv",
            key="csv",
            icon=":material/table:",
            on_click="ignore",
        )
        if view != TABLE and drawn.rows:
            chart = bars(drawn) if view == BARS else lines(drawn)
            st.download_button(
                say("compare.png"),
                lambda: png(chart, indicator.name),
                file_name=f"{name}.png",
                mime="image/png",
                key="png",
                icon=":material/image:",
                on_click="ignore",
            )


def _csv(index: "Index", shown: Sequence[Reported], indicator: Indicator) -> Callable[[], bytes]:
    """Makes the file when it is asked for; the words of the interface are taken now."""
    headings = [say("csv.indicator"), *(say(f"csv.{column}") for column in _COLUMNS)]
    natures = {one.entry.nature: say(f"nature.{one.entry.nature}") for one in shown}
    unit = say(f"unit.{unit_of(indicator.kind, indicator.key)}")
    english = language() == ENGLISH
    periods = {
        (one.entry.year, one.entry.period): period(one.entry.year, one.entry.period) for one in shown
    }

    def spelt(one: Reported) -> list[object]:
        entry = one.entry
        document = find_document(index, entry.document)
        amount = "" if entry.amount is None else f"{entry.amount:.12g}"
        return [
            entry.place,
            entry.part,
            entry.year,
            periods[entry.year, entry.period] if entry.period else "",
            natures[entry.nature],
            entry.text,
            amount if english else amount.replace(".", ","),
            unit,
            entry.name,
            document.text[slice(*entry.sentence)] if document else "",
            one.title,
            one.published,
            one.source,
            entry.document,
            entry.start,
            entry.end,
        ]

    return lambda: as_csv(indicator.name, shown, headings, spelt)

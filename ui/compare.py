"""Comparison: an indicator that several reports tell of, and every figure they state for it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from service.library import Library
from service.library.indicators import Indicator, Reported
from ui.figures_table import draw_table
from ui.frame import draw_style
from ui.holdings import draw_progress, library_of
from ui.markup import plain, safe
from ui.opening import open_assistant
from ui.text import number, say

if TYPE_CHECKING:
    from index.store import Index
    from ui.charts import Chart, Points

A_PAGE = 15
INDICATOR, SEARCH, SHARED, PAGE = "indicator", "tim-chi-tieu", "nhieu-bao-cao", "trang-chi-tieu"
TABLE, BARS, LINES = VIEWS = ("table", "bars", "lines")


def page() -> st.Page:
    """This page in the navigation."""
    return st.Page(draw, title=say("page.compare"), url_path="so-sanh")


def draw() -> None:
    """Draw the indicators to choose from, or the one that the address names."""
    draw_style("library")
    draw_style("compare")
    assistant = open_assistant()
    if assistant is None:
        return
    index = assistant.index
    library = library_of(index)
    draw_progress(library)
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
    # What draws charts takes long to import; the app imports every page before its first.
    from ui.charts import points, unit_of
    from ui.downloads import draw_downloads

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
    chart = None
    if view == TABLE:
        st.html(f'<p class="quiet">{safe(say("compare.open"))}</p>')
        draw_table(index, shown, indicator)
    else:
        chart = _draw_chart(points(shown, unit, dated=view == LINES), view, indicator)
    if unit == "rank":
        st.html(f'<p class="quiet">{safe(say("compare.lower_better"))}</p>')
    draw_downloads(index, shown, indicator, chart)
    st.html(f'<p class="quiet">{safe(say("compare.note"))}</p>')


def _narrowed(reported: Sequence[Reported], key: str) -> list[Reported]:
    """The figures of the places and years chosen; those of a whole place unless asked otherwise."""
    has_parts = any(one.entry.part for one in reported)
    whole = any(not one.entry.part for one in reported)
    places = sorted({one.entry.place for one in reported if one.entry.place})
    years = sorted({one.entry.year for one in reported if one.entry.year}, reverse=True)
    with st.popover(say("library.filters"), icon=":material/filter_list:", width="content"):
        chosen_places = st.multiselect(
            say("compare.filter.places"),
            places,
            key=f"places-{key}",
            placeholder=say("library.any"),
            select_all=False,
        )
        chosen_years = st.multiselect(
            say("compare.filter.years"),
            years,
            key=f"years-{key}",
            placeholder=say("library.any"),
            select_all=False,
        )
    parts = has_parts and (not whole or st.toggle(say("compare.parts"), key=f"parts-{key}"))
    return [
        one
        for one in reported
        if (parts or not one.entry.part)
        and (not chosen_places or one.entry.place in chosen_places)
        and (not chosen_years or one.entry.year in chosen_years)
    ]


def _draw_chart(drawn: "Points", view: str, indicator: Indicator) -> "Chart | None":
    """Draw the figures as bars or lines; gives the chart as it is on paper, None without one."""
    from ui.charts import bars, has_lines, legend_html, lines

    if view == LINES and not has_lines(drawn):
        st.html(f'<p class="note" role="status">{safe(say("compare.one_period"))}</p>')
        return None
    dark = st.context.theme.type == "dark"
    if view == BARS:
        st.html(legend_html(drawn, dark))
    places = len({row["place"] for row in drawn.rows})
    said = say("compare.chart", name=indicator.name, count=len(drawn.rows), places=places)
    chart = bars(drawn, dark) if view == BARS else lines(drawn, dark)
    st.altair_chart(chart, key=f"chart-{view}", alt=said)
    if drawn.left_out:
        text = say("compare.not_drawn", count=number(drawn.left_out))
        st.html(f'<p class="quiet">{safe(text)}</p>')
    return bars(drawn, legend=True) if view == BARS else lines(drawn)

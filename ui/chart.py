"""A comparison drawn: bars, or a line where one thing is reported at several times."""

import altair as alt
import streamlit as st

from qa.answer import Cell
from qa.plotting import Plot, Point, plot
from ui.text import say

BAR, LINE = 52, 240  # pixels high: of each bar, of a line's whole chart
_COLOURS = {"light": ("#1d3f73", "#b4560f"), "dark": ("#9dbcec", "#f0b37e")}


def draw_chart(cells: tuple[Cell, ...], key: str) -> None:
    """Draw the values that are numbers of one unit; nothing when fewer than two are."""
    drawn = plot(cells)
    if drawn is None:
        return
    told = "; ".join(f"{point.label}: {point.written}" for point in drawn.points)
    chart = _line(drawn) if drawn.over_time else _bars(drawn)
    st.altair_chart(chart, key=f"chart-{key}", width="stretch", alt=say("chart", told=told))


def _bars(drawn: Plot) -> alt.LayerChart:
    order = list(dict.fromkeys(point.label for point in drawn.points))
    natures = sorted({point.nature for point in drawn.points})
    base = _base(drawn.points).encode(
        x=alt.X("value:Q", axis=None, scale=alt.Scale(zero=True, padding=60)),
        y=alt.Y("label:N", sort=order, axis=alt.Axis(title=None, labelLimit=180, ticks=False)),
    )
    bars = base.mark_bar(cornerRadiusEnd=3, color=_colours()[0])
    if len(natures) > 1:
        base = base.encode(yOffset=alt.YOffset("nature:N"))
        bars = base.mark_bar(cornerRadiusEnd=3).encode(
            color=alt.Color(
                "nature:N",
                scale=alt.Scale(range=list(_colours())),
                legend=alt.Legend(title=None, orient="bottom"),
            )
        )
    text = base.mark_text(align="left", dx=6, fontWeight=600).encode(text="written:N")
    return alt.LayerChart(layer=[bars, text]).properties(
        height=BAR * max(len(order), len(drawn.points))
    )


def _line(drawn: Plot) -> alt.LayerChart:
    order = [point.period for point in drawn.points]
    base = _base(drawn.points).encode(
        x=alt.X("period:N", sort=order, axis=alt.Axis(title=None, labelAngle=0, ticks=False)),
        y=alt.Y("value:Q", axis=None, scale=alt.Scale(zero=True)),
    )
    line = base.mark_line(color=_colours()[0], point=alt.OverlayMarkDef(color=_colours()[0]))
    text = base.mark_text(dy=-14, fontWeight=600).encode(text="written:N")
    return alt.LayerChart(layer=[line, text]).properties(height=LINE)


def _base(points: tuple[Point, ...]) -> alt.Chart:
    rows = [
        {
            "label": point.label,
            "period": point.period,
            "value": point.value,
            "written": f"{point.written} [{point.citation + 1}]",
            "nature": say(f"nature.{point.nature}"),
        }
        for point in points
    ]
    return alt.Chart(alt.Data(values=rows)).encode(
        tooltip=[
            alt.Tooltip("label:N", title=say("cell.place")),
            alt.Tooltip("written:N", title=say("cell.value")),
            alt.Tooltip("nature:N", title=say("cell.nature")),
        ]
    )


def _colours() -> tuple[str, str]:
    return _COLOURS["dark" if st.context.theme.type == "dark" else "light"]

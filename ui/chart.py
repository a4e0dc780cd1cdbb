"""A comparison drawn: bars, or a line where one thing is reported at several times."""

from dataclasses import dataclass

import altair as alt
import streamlit as st

from qa.answer import Answer
from qa.comparing.plotting import Plot, Point, plot
from ui.text import say

LETTER = 15  # pixels high, in a page; a bar and a line's chart are so many times as high
BAR, LINE = 3.8, 16
LONGEST_LABEL = 12  # letters' heights


@dataclass(frozen=True, slots=True)
class _Colours:
    text: str
    first: str
    second: str


_LIGHT = _Colours("#1b2430", "#1d3f73", "#b4560f")
_DARK = _Colours("#e9edf3", "#9dbcec", "#f0b37e")


def draw_chart(answer: Answer, key: str, letter: int = LETTER) -> None:
    """Draw the values that are numbers of one unit; nothing when fewer than two are.

    letter: how high the letters are, in pixels; all else goes by it.
    """
    drawn = plot(answer.cells, labelled=answer.labelled)
    if drawn is None:
        return
    told = "; ".join(f"{point.label}: {point.written}" for point in drawn.points)
    chart = _line(drawn, letter) if drawn.over_time else _bars(drawn, letter)
    st.altair_chart(
        chart.configure_view(strokeWidth=0),
        key=f"chart-{key}",
        width="stretch",
        alt=say("chart", told=told),
    )


def _bars(drawn: Plot, letter: int) -> alt.Chart:
    """Bars with name and value before them, where both fit on any screen."""
    natures = sorted({point.nature for point in drawn.points})
    axis = _axis(letter)
    axis.labelExpr = "split(datum.label, '\\n')"
    axis.labelOffset = -0.6 * letter  # half a line up: each label is two lines
    legend = alt.Legend(title=None, orient="bottom", labelFontSize=letter)
    colour = alt.Color(
        "nature:N",
        scale=alt.Scale(range=[_colours().first, _colours().second]),
        legend=legend if len(natures) > 1 else None,
    )
    return (
        _base(drawn.points)
        .mark_bar(cornerRadiusEnd=3)
        .encode(
            x=alt.X("value:Q", axis=None, scale=alt.Scale(zero=True)),
            y=alt.Y("named:N", sort=None, axis=axis, scale=alt.Scale(paddingInner=0.3)),
            color=colour,
        )
        .properties(height=round(BAR * letter) * len(drawn.points))
    )


def _line(drawn: Plot, letter: int) -> alt.LayerChart:
    order = [point.period for point in drawn.points]
    base = _base(drawn.points).encode(
        x=alt.X("period:N", sort=order, axis=_axis(letter)),
        y=alt.Y("value:Q", axis=None, scale=alt.Scale(zero=True, padding=1.5 * letter)),
    )
    colour = _colours().first
    line = base.mark_line(
        color=colour, strokeWidth=3, point=alt.OverlayMarkDef(color=colour, size=80)
    )
    text = base.mark_text(
        dy=-letter, fontWeight=600, fontSize=letter, color=_colours().text
    ).encode(text="written:N")
    return alt.LayerChart(layer=[line, text]).properties(height=LINE * letter)


def _base(points: tuple[Point, ...]) -> alt.Chart:
    rows = [
        {
            "label": point.label,
            "named": f"{point.label}\n{point.written} [{point.citation + 1}]",
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


def _axis(letter: int) -> alt.Axis:
    return alt.Axis(
        title=None,
        domain=False,
        ticks=False,
        labelAngle=0,
        labelColor=_colours().text,
        labelFontSize=letter,
        labelLimit=LONGEST_LABEL * letter,
        labelPadding=8,
    )


def _colours() -> _Colours:
    return _DARK if st.context.theme.type == "dark" else _LIGHT

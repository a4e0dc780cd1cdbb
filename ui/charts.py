"""Charts of an indicator: bars with their targets, or lines through time. Nothing is estimated."""

import datetime
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import altair as alt

from qa.catalogue import Entry
from service.library.comparison import ACHIEVED, TARGET, drawable, month_of
from service.library.indicators import Reported
from ui.text import ENGLISH, language, say
from ui.wording import period

MOST_BARS, STEP = 60, 30
# Colours of what was reached and what was aimed at: on paper, on a dark screen.
_LIGHT, _DARK = ("#1d3f73", "#c2410c"), ("#9dbcec", "#f2a274")
_SCALES: Final = {"money": 1e9, "foreign": 1e6}
_VIETNAMESE: Final = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", ""]}
_PNG: Final = {"font": "Liberation Sans, DejaVu Sans, sans-serif", "fontSize": 13}


@dataclass(frozen=True, slots=True)
class Points:
    """What of an indicator can be drawn, and how many of its figures cannot."""

    rows: list[dict[str, Any]]
    left_out: int
    unit: str


def unit_of(kind: str, key: str) -> str:
    """What an indicator is measured in: percent, rank, score, count, money or foreign."""
    return "foreign" if kind == "money" and "ngoai-te" in key else kind


def points(reported: Sequence[Reported], unit: str, dated: bool) -> Points:
    """The figures as points of a chart; those of no known year only where time is not an axis."""
    drawn = [one.entry for one in reported if drawable(one.entry)]
    drawn = [entry for entry in drawn if entry.year is not None] if dated else drawn
    wanted = [one for one in reported if one.entry.nature in (ACHIEVED, TARGET)]
    return Points([_point(entry, unit) for entry in drawn], len(wanted) - len(drawn), unit)


def _point(entry: Entry, unit: str) -> dict[str, Any]:
    where = ", ".join(filter(None, [entry.part, entry.place])) or say("compare.unplaced")
    when = period(entry.year, entry.period) or say("compare.undated")
    month = month_of(entry.period)
    at = datetime.date(entry.year, month, 28).isoformat() if entry.year else None
    return {
        "place": where,
        "period": when,
        "label": f"{where} · {when}",
        "at": at,
        "amount": (entry.amount or 0.0) / _SCALES.get(unit, 1.0),
        "text": entry.text,
        "nature": say(f"nature.{entry.nature}"),
        "order": f"{entry.year or 0:04d}{month:02d}",
    }


def bars(found: Points, dark: bool = False) -> alt.Chart:
    """A bar for each place and period, with a stroke where its target lies."""
    achieved, target = say(f"nature.{ACHIEVED}"), say(f"nature.{TARGET}")
    shown = list(dict.fromkeys(row["label"] for row in _by_size(found)))[:MOST_BARS]
    rows = [row for row in found.rows if row["label"] in set(shown)]
    colours = alt.Color(
        "nature:N",
        scale=alt.Scale(domain=[achieved, target], range=list(_DARK if dark else _LIGHT)),
        legend=alt.Legend(title=None, orient="top"),
    )
    ranks = found.unit == "rank"
    x = alt.X(
        "amount:Q",
        title=say(f"compare.axis.{found.unit}"),
        scale=alt.Scale(zero=not ranks, reverse=ranks, nice=True),
        axis=alt.Axis(format="~r" if ranks else ",~f", grid=True),
    )
    y = alt.Y("label:N", sort=shown, title=None, axis=alt.Axis(labelLimit=260))
    base = alt.Chart(alt.Data(values=rows)).encode(x=x, y=y, color=colours, tooltip=_tooltip())
    reached = alt.datum.nature == achieved
    mark = base.mark_point(filled=True, size=130) if ranks else base.mark_bar(height=16)
    layers = [
        mark.transform_filter(reached),
        base.mark_tick(thickness=4, size=24).transform_filter(alt.datum.nature == target),
    ]
    chart = alt.layer(*layers).properties(height=alt.Step(STEP))
    return _localised(chart)


def lines(found: Points, dark: bool = False) -> alt.Chart:
    """A line for each place through what it reached; only what is reported is a point."""
    rows = [row for row in found.rows if row["nature"] == say(f"nature.{ACHIEVED}")]
    scheme = alt.Scale(scheme="tableau20" if not dark else "set2")
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X("at:T", title=None, axis=alt.Axis(format="%m/%Y", tickCount=6, labelOverlap=True)),
        y=alt.Y(
            "amount:Q",
            title=say(f"compare.axis.{found.unit}"),
            scale=alt.Scale(zero=False, reverse=found.unit == "rank", nice=True),
            axis=alt.Axis(format=",~f"),
        ),
        color=alt.Color(
            "place:N",
            scale=scheme,
            legend=alt.Legend(title=None, orient="bottom", columns=2, labelLimit=220),
        ),
        tooltip=_tooltip(),
    )
    chart = alt.layer(base.mark_line(strokeWidth=2.5), base.mark_point(filled=True, size=90))
    return _localised(chart.properties(height=420))


def has_lines(found: Points) -> bool:
    """Whether any place has what it reached at two times."""
    achieved = say(f"nature.{ACHIEVED}")
    seen = {(row["place"], row["at"]) for row in found.rows if row["nature"] == achieved}
    return len({place for place, _ in seen}) < len(seen)


def png(chart: alt.Chart, title: str) -> bytes:
    """A picture of a chart on white, twice the size of the screen's, drawn on this machine."""
    titled = chart.properties(title=alt.TitleParams(title, anchor="start", offset=12), width=760)
    titled = titled.configure(background="#ffffff", font=_PNG["font"], padding=20)
    titled = titled.configure_axis(labelFontSize=13, titleFontSize=13).configure_title(fontSize=18)
    titled = titled.configure_legend(labelFontSize=13).configure_view(stroke=None)
    file = io.BytesIO()
    titled.save(file, format="png", scale_factor=2)
    return file.getvalue()


def _by_size(found: Points) -> list[dict[str, Any]]:
    """What was reached first, from the best on; then what is only aimed at."""
    achieved = say(f"nature.{ACHIEVED}")
    sign = 1 if found.unit == "rank" else -1
    return sorted(
        found.rows, key=lambda row: (row["nature"] != achieved, sign * row["amount"], row["label"])
    )


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("place:N", title=say("compare.column.place")),
        alt.Tooltip("period:N", title=say("compare.column.period")),
        alt.Tooltip("text:N", title=say("cell.value")),
        alt.Tooltip("nature:N", title=say("compare.kind")),
    ]


def _localised(chart: alt.Chart) -> alt.Chart:
    """Numbers as the interface's language writes them."""
    options: dict[str, Any] = {"renderer": "svg", "actions": False}
    if language() != ENGLISH:
        options["formatLocale"] = _VIETNAMESE
    return chart.properties(usermeta={"embedOptions": options})

"""Charts of an indicator: bars with their targets, or lines through time. Nothing is estimated."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import altair as alt

from qa.catalogue.catalogue import Entry
from service.library.comparison import ACHIEVED, TARGET, drawable, month_of
from service.library.indicators import Reported
from service.library.picture import as_png
from ui.markup import safe
from ui.text import ENGLISH, language, say
from ui.wording import period

MOST_BARS, STEP = 60, 40
# Labels in two lines: the place over its period, and a period's part over its year.
_TWO_LINES = "split(datum.label, ' · ')"
_BEFORE_YEAR = "split(replace(datum.label, / (năm )?(?=\\d{4}$)/, '\\n'), '\\n')"
# Colours of what was reached and what was aimed at: on paper, on a dark screen.
_LIGHT, _DARK = ("#1d3f73", "#c2410c"), ("#9dbcec", "#f2a274")
_FONT_SIZE = 12
_INK = {False: "#1b2430", True: "#e9edf3"}
Chart = alt.LayerChart | alt.FacetChart
_SCALES: Final = {"money": 1e9, "foreign": 1e6}
_VIETNAMESE: Final = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", ""]}


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


def bars(found: Points, dark: bool = False, legend: bool = False) -> Chart:
    """A bar for each place and period, with a stroke where its target lies; ranks as points."""
    shown = list(dict.fromkeys(row["label"] for row in _by_size(found)))[:MOST_BARS]
    rows = [row for row in found.rows if row["label"] in set(shown)]
    ranks = found.unit == "rank"
    scale = alt.Scale(reverse=True, zero=False, nice=False, padding=24) if ranks else alt.Scale()
    x = alt.X(
        "amount:Q",
        title=say(f"compare.axis.{found.unit}"),
        scale=scale,
        axis=alt.Axis(format="~r" if ranks else ",~f", tickCount=5, **_ink(dark)),
    )
    places = alt.Axis(labelExpr=_TWO_LINES, labelLimit=240, labelOffset=-7, **_ink(dark))
    y = alt.Y("label:N", sort=shown, title=None, axis=places)
    colour = _natures(found, dark, legend)
    base = alt.Chart(alt.Data(values=rows)).encode(x=x, y=y, color=colour, tooltip=_tooltip())
    reached = alt.datum.nature == say(f"nature.{ACHIEVED}")
    said = alt.Chart(alt.Data(values=rows)).mark_text(
        align="left", dx=10 if ranks else 6, fontSize=_FONT_SIZE
    )
    mark = base.mark_point(filled=True, size=130, opacity=1) if ranks else base.mark_bar(height=18)
    layers = [
        mark.transform_filter(reached),
        base.mark_tick(thickness=4, size=28, opacity=1).transform_filter(~reached),
        said.encode(x=x, y=y, text="text:N", color=alt.value(_INK[dark])).transform_filter(reached),
    ]
    return _localised(alt.layer(*layers).properties(height=alt.Step(STEP)))


def lines(found: Points, dark: bool = False) -> Chart:
    """A line for each place through what it reached; only what is reported is a point."""
    rows = _through_time(found)
    times = list(dict.fromkeys(row["period"] for row in sorted(rows, key=lambda row: row["order"])))
    x = alt.X(
        "period:N",
        sort=times,
        title=None,
        axis=alt.Axis(labelAngle=0, labelExpr=_BEFORE_YEAR, grid=True, **_ink(dark)),
        scale=alt.Scale(padding=0.3),
    )
    y = alt.Y(
        "amount:Q",
        title=say(f"compare.axis.{found.unit}"),
        scale=alt.Scale(zero=False, reverse=found.unit == "rank", nice=True),
        axis=alt.Axis(format=",~f", tickCount=6, **_ink(dark)),
    )
    colour = alt.Color(
        "place:N",
        scale=alt.Scale(scheme="set2" if dark else "dark2"),
        legend=alt.Legend(
            title=None,
            orient="bottom",
            columns=2,
            labelLimit=200,
            symbolOpacity=1,
            labelColor=_INK[dark],
        ),
    )
    base = alt.Chart(alt.Data(values=rows)).encode(x=x, y=y, color=colour, tooltip=_tooltip())
    said = base.mark_text(dy=-14, fontSize=_FONT_SIZE).encode(
        text="text:N", color=alt.value(_INK[dark])
    )
    chart = alt.layer(
        base.mark_line(strokeWidth=2.5).encode(order="order:O"),
        base.mark_point(filled=True, size=90, opacity=1),
        said,
    )
    return _localised(chart.properties(height=420))


def legend_html(found: Points, dark: bool) -> str:
    """What the colours of the bars mean, for the screen: it wraps where a chart's own does not."""
    return (
        '<p class="legend">'
        + "".join(
            f'<span><i style="background:{colour}"></i>{safe(nature)}</span>'
            for nature, colour in _colours(found, dark).items()
        )
        + "</p>"
    )


def _ink(dark: bool) -> dict[str, Any]:
    """The words of an axis, dark enough to be read."""
    return {"labelColor": _INK[dark], "titleColor": _INK[dark], "labelFontSize": _FONT_SIZE}


def _colours(found: Points, dark: bool) -> dict[str, str]:
    """The colour of each nature that is there, by its name."""
    named = zip((ACHIEVED, TARGET), _DARK if dark else _LIGHT, strict=True)
    there = {row["nature"] for row in found.rows}
    said = ((say(f"nature.{nature}"), colour) for nature, colour in named)
    return {name: colour for name, colour in said if name in there}


def _natures(found: Points, dark: bool, legend: bool) -> alt.Color:
    colours = _colours(found, dark)
    return alt.Color(
        "nature:N",
        scale=alt.Scale(domain=list(colours), range=list(colours.values())),
        legend=alt.Legend(title=None, orient="top", symbolOpacity=1) if legend else None,
    )


def has_lines(found: Points) -> bool:
    """Whether any place has what it reached at two times."""
    return bool(_through_time(found))


def _through_time(found: Points) -> list[dict[str, Any]]:
    """What places reached that report it of more than one time."""
    achieved = [row for row in found.rows if row["nature"] == say(f"nature.{ACHIEVED}")]
    times: dict[str, set[str]] = {}
    for row in achieved:
        times.setdefault(row["place"], set()).add(row["at"])
    return [row for row in achieved if len(times[row["place"]]) > 1]


def picture(chart: Chart, title: str) -> Callable[[], bytes]:
    """Makes a PNG of a chart when it is asked for. Raises ValueError when it cannot be drawn."""
    drawn, locale = chart.to_dict(), None if language() == ENGLISH else _VIETNAMESE
    return lambda: as_png(drawn, title, locale)


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


def _localised(chart: Chart) -> Chart:
    """Numbers as the interface's language writes them."""
    options: dict[str, Any] = {"renderer": "svg", "actions": False}
    if language() != ENGLISH:
        options["formatLocale"] = _VIETNAMESE
    return chart.properties(usermeta={"embedOptions": options})

"""What of a comparison can be kept: its figures as CSV, its chart as PNG."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from service.library.comparison import as_csv
from service.library.indicators import Indicator, Reported
from ui.charts import Chart, picture, unit_of
from ui.evidence import find_document
from ui.text import ENGLISH, language, say
from ui.wording import period

if TYPE_CHECKING:
    from index.store import Index

_COLUMNS = ("place", "part", "year", "period", "nature", "value", "number", "unit", "said",
            "quote", "title", "published", "source", "document", "start", "end")  # fmt: skip


def draw_downloads(
    index: "Index", shown: Sequence[Reported], indicator: Indicator, chart: Chart | None
) -> None:
    """Draw the ways to keep these figures and, where there is one, their chart on paper."""
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
        if chart is not None:
            st.download_button(
                say("compare.png"),
                picture(chart, indicator.name),
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
        (one.entry.year, one.entry.period): period(one.entry.year, one.entry.period)
        for one in shown
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

"""What is known of a figure in words: how it is meant, when, where."""

from qa.catalogue.catalogue import Entry
from qa.questions.indicators import period_name
from qa.texts.period import Period
from ui.text import ENGLISH, language, say

_PARTS = {"h1": "first half of", "h2": "second half of"}


def measured(entry: Entry) -> list[str]:
    """How a figure is meant, when it was measured and where, as far as is known."""
    where = ", ".join(filter(None, [entry.part, entry.place]))
    return [say(f"nature.{entry.nature}"), period(entry.year, entry.period), where]


def period(year: int | None, part: str) -> str:
    """A year or a part of one: "quý I năm 2022", "6 tháng đầu năm 2024"; "" for none."""
    if year is None and not part:
        return ""
    if language() != ENGLISH:
        return period_name(Period(0, 0, year, part or None))
    said = str(year or "")
    if part in _PARTS:
        return f"{_PARTS[part]} {said}".strip()
    if part.startswith("q"):
        return f"Q{part[1:]} {said}".strip()
    if part.startswith("m"):
        return f"{part[1:]}/{said}" if said else f"month {part[1:]}"
    return f"{part[:-1]} months of {said}".removesuffix(" of ") if part else said

"""How well the time a figure is of is the one that a question asks about."""

import re
from functools import cached_property

from index.documents import Document
from index.vietnamese import Span
from qa.questions.question import Question
from qa.readers.holding import LEAD
from qa.readers.turns import year_in_turn
from qa.texts.dating import measured_periods, period_in_bracket, period_of
from qa.texts.paragraph import Paragraph
from qa.texts.period import agreement

OTHER_YEARS = 0.7
# Of half a year where the whole of it is asked for.
PART_OF_YEAR = 0.3
# A figure whose sentence names another year than the one aimed at, or none.
OTHER_HORIZON, UNSAID_HORIZON = 0.6, 0.95
LEADING_YEAR, NAMED_YEAR = 0.95, 0.85

# "50% hộ vào năm 2025": the year behind a figure is its own.
_OWN_HORIZON = re.compile(r"%?[^\d,;:.]{0,24}")
_WHOLE_YEAR = re.compile(r"\b(?:ca|tron|nguyen) nam\b")
_TWO_YEARS = re.compile(r"\b(20\d\d)\s?[-–]\s?(20\d\d)\b")
_YEAR = re.compile(r"\b20[0-4]\d\b")

# Of the very day that is asked about, in a report that leaves its year out.
DAY_SAID = 0.85
_BESIDE = re.compile(r"[^\d,;:.]{0,30}")
_DAY = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-]\d{4}")


class Times:
    """The periods of one question, held against spans of reports."""

    def __init__(self, question: Question) -> None:
        self.question = question

    def period_fit(self, paragraph: Paragraph, span: Span) -> float:
        """How well the period of a span is the one asked about."""
        asked = self.question.period
        if asked is None:
            return 1.0
        stated = year_in_turn(paragraph, span) or period_of(paragraph, span)
        fit = agreement(asked, stated)
        if 0.0 < fit < DAY_SAID and self._says_day(paragraph, span):
            return DAY_SAID
        counted = self.question.kind == "number"
        if (
            stated
            and stated.part
            and asked.part is None
            and _WHOLE_YEAR.search(self.question.plain)
        ):
            return PART_OF_YEAR
        if self._years_asked and not self._years_asked.search(paragraph.document.text):
            return OTHER_YEARS**2
        if (
            counted
            and (stated is None or stated.year is None)
            and asked.year
            and other_years(paragraph.document, asked.year)
        ):
            fit *= OTHER_YEARS
        elif stated is None and asked.year and asked.part is None:
            fit = max(fit, _named_year_fit(paragraph.document, asked.year))
        if fit == 0.0 and asked.year and not period_in_bracket(paragraph, span):
            start, end = paragraph.clause_at(span[0])
            named = [p for p in measured_periods(paragraph) if start <= p.start < end]
            if any(p.year == asked.year and agreement(asked, p) > 0 for p in named):
                return 0.8
        return fit

    def horizon_fit(self, paragraph: Paragraph, span: Span) -> float:
        """How well a figure is of the year that the question aims at: "đến năm 2025"."""
        if self.question.period or not self._aimed:
            return 1.0
        start, end = paragraph.sentence_at(span[0])
        named = [p for p in paragraph.periods if p.year and start <= p.start < end]
        before = [p for p in named if p.start < span[0]]
        if not named:
            return UNSAID_HORIZON
        behind = [p for p in named if _OWN_HORIZON.fullmatch(paragraph.folded, span[1], p.start)]
        nearest = (behind[:1] or before[-1:] or named[:1])[0]
        if nearest.year in self._aimed:
            return 1.0
        others = not {p.year for p in named} & self._aimed
        return OTHER_HORIZON if behind or others else UNSAID_HORIZON

    def _says_day(self, paragraph: Paragraph, span: Span) -> bool:
        """Whether the day asked about stands before a span in its clause, or right behind it."""
        if self._day is None:
            return False
        start, end = paragraph.clause_at(span[0])
        if self._day.search(paragraph.text, start, span[0]):
            return True
        behind = self._day.search(paragraph.text, span[1], end)
        return behind is not None and bool(
            _BESIDE.fullmatch(paragraph.text, span[1], behind.start())
        )

    @cached_property
    def _day(self) -> re.Pattern[str] | None:
        """The day that is asked about, as a report writes it that leaves the year out."""
        asked = self.question.period
        day = _DAY.fullmatch(self.question.text, asked.start, asked.end) if asked else None
        if day is None:
            return None
        return re.compile(rf"(?<![\d.,/-])0?{int(day[1])}[/-]0?{int(day[2])}(?!\d|%|[.,/-]\d)")

    @cached_property
    def _years_asked(self) -> re.Pattern[str] | None:
        """The two years of a school year that is asked about, as reports may write them."""
        asked = self.question.period
        years = _TWO_YEARS.search(self.question.text, asked.start, asked.end) if asked else None
        return re.compile(rf"{years[1]}\s?[-–]\s?{years[2]}") if years else None

    @cached_property
    def _aimed(self) -> frozenset[int | None]:
        return frozenset(p.year for p in self.question.periods if p.horizon)


def _named_year_fit(document: Document, year: int) -> float:
    """How well a figure without a time may be of a year that its report names ("ICT Index 2019")."""
    if str(year) in document.text[:LEAD]:
        return LEADING_YEAR
    return NAMED_YEAR if str(year) in document.text else 0.0


def other_years(document: Document, year: int) -> bool:
    """Whether a report names years but not this one."""
    return str(year) not in document.text and _YEAR.search(document.text) is not None

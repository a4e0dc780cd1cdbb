"""When a figure of a report was measured."""

import re
from functools import lru_cache

from index.vietnamese import Span, fold
from qa.texts.paragraph import Paragraph, kept
from qa.texts.period import Period, find_periods
from qa.words.spelt import Spelt

# A period this many characters behind a figure may be its own ("hạng 3 … năm 2022").
NEAR = 60
_PAUSE = re.compile(r"[,;(]")
# "năm 2022 có 640 hồ sơ thì đến năm 2023 …": the time behind is of what comes next.
_OTHER = Spelt(r"[,;(]|\b(?:thì|còn|sang|nhưng|trong khi)\b")
# "giảm từ 21 (2023) còn 17 (2025)", "cao hơn 2024 (91%) và 2023 (88%)": beside a bracket stands its own.
_IN_BRACKET = re.compile(r"(?: [^\W\d]+)?\s?\((?:năm |hồi |cuối |đầu |của )?", re.IGNORECASE)
_BASE = re.compile(r"\bso voi(?: cung ky)?(?: nam)?\s*$|\bcung ky\s*(?:nam)?\s*$")
# "kết quả 6 tháng đầu năm, nhiệm vụ trọng tâm 6 tháng cuối năm": nothing was measured in the latter.
_PLANNED = re.compile(
    r"\b(?:nhiem vu|phuong huong|giai phap|chuong trinh cong tac|ke hoach(?: cong tac)?)"
    r"(?: (?:trong tam|chu yeu|trong|cho|cua))*\s$"
)
# "năm trước đó" counts from the year named before, "năm ngoái" from the report's.
_BEFORE = re.compile(
    r"(?<!so voi )(?<!hon )(?<!bang )(?<!cung ky )(?<!ky )\b(?:(?P<now>nam ngoai)|nam (?:lien )?truoc(?: do)?)\b"
)
_AHEAD = Spelt(r"\s*(?:tới|sắp tới|này|nay|năm nay|sang năm|năm sau)\b")
_NEXT = Spelt(r"\s*(?:tới|sắp tới|sang năm|năm sau)\b")
_TO_DATE = re.compile(r"\b(?:den nay|hien nay|den thoi diem nay|hien tai)\b")


@kept
def period_of(paragraph: Paragraph, span: Span) -> Period | None:
    """The period a figure was measured in: the nearest named in its clause, its sentence, or
    before it in the paragraph; else that of the report itself. None when nothing tells."""
    if heading := paragraph.heading_of(span[0]):
        for period in find_periods(heading):
            return _dated(period, paragraph)
    sentence = paragraph.sentence_at(span[0])
    clause = paragraph.clause_at(span[0])
    usable = measured_periods(paragraph)
    left = paragraph.folded[clause[0] : span[0]]
    if _TO_DATE.search(left) and not any(
        clause[0] + left.rfind("nay") < p.start < span[0] for p in usable
    ):
        return report_period(paragraph)
    if year_before := _year_before(paragraph, clause, span, usable):
        return year_before
    for scope in (clause, sentence):
        inside = [p for p in usable if scope[0] <= p.start < scope[1]]
        before = [p for p in inside if p.start < span[0]]
        after = [p for p in inside if span[1] <= p.start < span[1] + NEAR]
        if own := period_in_bracket(paragraph, span):
            return _dated(own, paragraph)
        parted = (_OTHER if before else _PAUSE).search
        if after and not parted(paragraph.text, span[1], after[0].start):
            return _dated(after[0], paragraph)
        if before:
            return _dated(before[-1], paragraph)
    earlier = [p for p in usable if p.start < span[0]]
    if earlier:
        return _dated(earlier[-1], paragraph)
    if paragraph.intro:
        intro = fold(paragraph.intro)
        introduced = [
            period
            for period in find_periods(paragraph.intro)
            if not period.horizon and not _BASE.search(intro[: period.start])
        ]
        if introduced:
            return _dated(introduced[-1], paragraph)
    return report_period(paragraph)


def period_in_bracket(paragraph: Paragraph, span: Span) -> Period | None:
    """The period in brackets right behind a figure, or right before a figure in brackets."""
    text = paragraph.text
    for one in measured_periods(paragraph):
        if _IN_BRACKET.fullmatch(text, span[1], one.start) and text[one.end : one.end + 1] in ")":
            return one
        if text[one.end : span[0]] == " (":
            return one
    return None


def _year_before(
    paragraph: Paragraph, clause: Span, span: Span, usable: list[Period]
) -> Period | None:
    """The year before the one named last, or before the report's, where a figure's own words say
    so: "năm trước đó chỉ có …"."""
    left = paragraph.folded[clause[0] : span[0]]
    said = next(reversed(list(_BEFORE.finditer(left))), None)
    if said is None or any(clause[0] + said.end() <= p.start < span[0] for p in usable):
        return None
    named = [p for p in usable if p.year and p.start < clause[0] + said.start()]
    year = named[-1].year if named and not said["now"] else None
    if year is None:
        report = report_period(paragraph)
        year = report.year if report else None
    return Period(0, 0, year - 1) if year else None


@kept
def measured_periods(paragraph: Paragraph) -> list[Period]:
    """The periods of a paragraph that figures were measured in: neither aimed at nor planned,
    nor what others are compared with ("so với năm 2021")."""
    return [
        period
        for period in paragraph.periods
        if not period.horizon
        and not _BASE.search(paragraph.folded[max(0, period.start - 22) : period.start])
        and not _PLANNED.search(paragraph.folded, max(0, period.start - 48), period.start)
    ]


def report_period(paragraph: Paragraph) -> Period | None:
    """The time a report is of: what its title says, else the year it was published or the
    meeting it tells of was held."""
    titled = _titled(paragraph.document.title)
    if titled and titled.year:
        return Period(0, 0, titled.year, titled.part)
    day = paragraph.document.published or paragraph.document.event
    return Period(0, 0, int(day[:4])) if day else None


def reported_in(asked: Period, paragraph: Paragraph) -> bool:
    """Whether a month is the one in which a report was published, or the one before."""
    day = paragraph.document.published or paragraph.document.event
    if not (day and asked.year and asked.part and asked.part[0] == "m"):
        return False
    months = 12 * int(day[:4]) + int(day[5:7]) - (12 * asked.year + int(asked.part[1:]))
    return 0 <= months <= 1


@lru_cache(maxsize=256)
def _titled(title: str) -> Period | None:
    """The first period that a title names."""
    return next((period for period in find_periods(title) if not period.horizon), None)


def _dated(period: Period, paragraph: Paragraph) -> Period:
    """A period without a year takes the year of the report ("6 tháng đầu năm")."""
    if period.year is not None:
        return period
    report = report_period(paragraph)
    year = report.year if report else None
    if year and _is_to_come(period, paragraph):
        year -= 1
    elif year and _is_of_next_year(period, paragraph):
        year += 1
    return Period(period.start, period.end, year, period.part)


def _is_of_next_year(period: Period, paragraph: Paragraph) -> bool:
    """Whether a month is named as one to come though the report's own year is past it."""
    day = paragraph.document.published or paragraph.document.event or ""
    month = re.fullmatch(r"m(\d+)", period.part or "")
    if not month or not day[5:7].isdigit() or int(month[1]) > int(day[5:7]):
        return False
    return bool(_NEXT.match(paragraph.text, period.end))


def _is_to_come(period: Period, paragraph: Paragraph) -> bool:
    """Whether a month without a year is later in the year than the report: it is the year before's."""
    day = paragraph.document.published or paragraph.document.event or ""
    month = re.fullmatch(r"m(\d+)", period.part or "")
    if not month or not day[5:7].isdigit() or int(month[1]) <= int(day[5:7]):
        return False
    return not _AHEAD.match(paragraph.text, period.end)

"""Times from one date to another ("từ 13 đến 17/5", "nhiệm kỳ 2020-2021") and days of the week."""

import re
from collections.abc import Sequence
from itertools import pairwise

from index.vietnamese import Span
from qa.texts.paragraph import Paragraph

# What stands between the two dates of a time, and how far apart they may be ("đến hết ngày").
_UNTIL = re.compile(r"\s*(?:đến|tới|-|–)\s*(?:hết\s+)?(?:(?:ngày|tháng|năm)\s+)?\d", re.IGNORECASE)
_NEXT = 10
# Two days of one month that is said once: "16-17/10/2025", "từ 13 đến 17/5", "ngày 26 và 27/6".
_DAYS = re.compile(
    r"(?<![\w.,/-])(?:ngày\s)?(?P<first>\d{1,2})\s?(?:đến|tới|-|–|và)\s?(?:hết\s)?(?:ngày\s)?(?P<last>\d{1,2})"
    r"(?:\s?[/-]\s?(?P<month>\d{1,2})(?:\s?[/-]\s?(?:19|20)\d\d)?|\stháng\s(?P<named>\d{1,2})(?:\snăm\s(?:19|20)\d\d)?)"
    r"(?![\w%]|[.,/-]\d|\s(?:điểm|triệu|tỷ|người))",
    re.IGNORECASE,
)
# A time is asked for: by its two ends, by its length, or by the word for it.
_ASKS = re.compile(
    r"\b(?:keo dai|tu .* (?:den|toi)|trong nhung ngay|(?:nhung|cac) ngay nao|thoi gian nao|giai doan nao"
    r"|nhiem ky nao|nam hoc nao|khoa nao)\b"
)
# These are always of two years, which stand behind the word for them.
_TERM = re.compile(r"(?:nhiem ky|giai doan|nam hoc|khoa) nao\b")
DAY_OF_WEEK = (
    r"(?i:thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])(?!\s(?:trong|về|toàn|cả|trên))|chủ nhật)(?!\w)"
)
_WEEKDAYS = re.compile(
    rf"(?<!\w)(?<!lần )(?<!người )(?<!hạng )(?<!đứng )(?<!xếp ){DAY_OF_WEEK}"
    rf"(?:(?:,|,?\svà|\s?[-–]|\sđến|\stới)\s?(?:{DAY_OF_WEEK}|(?:hai|ba|tư|năm|sáu|bảy|[2-7])(?!\w)))*",
    re.IGNORECASE,
)


def asks_time(plain: str) -> bool:
    """Whether a question, without accents, asks for a time from one date to another."""
    return _ASKS.search(plain) is not None


def asks_term(focus: str) -> str | None:
    """The word for the two years that a question asks for, of its folded focus."""
    found = _TERM.search(focus)
    return found.group().removesuffix(" nao") if found else None


def times(text: str, dates: Sequence[Span]) -> list[Span]:
    """The times that begin and end with one of the dates found in a text, or with a day alone."""
    found = [
        (first[0], last[1])
        for first, last in pairwise(dates)
        if last[0] - first[1] <= _NEXT and _UNTIL.match(text, first[1], last[1])
    ]
    days = [match.span() for match in _DAYS.finditer(text) if _are_days(match)]
    return sorted({*found, *(one for one in days if not any(_meets(one, t) for t in found))})


def _are_days(match: re.Match[str]) -> bool:
    first, last = int(match["first"]), int(match["last"])
    month = int(match["month"] or match["named"])
    return 0 < first < last <= 31 and 0 < month <= 12


def _meets(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def weekdays(paragraph: Paragraph) -> list[Span]:
    """The days of the week that a paragraph names, those in a row as one: "thứ ba và thứ năm"."""
    return [match.span() for match in _WEEKDAYS.finditer(paragraph.text)]

"""What a page says of its article: title, dates, author; each with the words it stood in."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, takewhile

from index.furniture import PROSE_LENGTH, Line
from index.vietnamese import LOWER, UPPER, fold, sentences

_DAY = r"(?P<day>\d{1,2})"
_DATE = re.compile(
    rf"\b{_DAY}\s?[/.-]\s?(?P<month>\d{{1,2}})\s?[/.-]\s?(?P<year>(?:19|20)\d\d)\b"
    r"|\b(?P<iso_year>20\d\d)-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)\b"
    r"|\bngay\s+(?P<long_day>\d{1,2})\s+thang\s+(?P<long_month>\d{1,2})\s+nam\s+(?P<long_year>\d{4})"
)
_DATE_LINE_WORDS = re.compile(
    r"\b(thu|hai|ba|tu|nam|sau|bay|chu nhat|cn|ngay|thang|luc|gio|phut|cap nhat|dang( tai| bai)?|tin"
    r"|xuat ban|phat hanh|gmt|utc|am|pm|sa|ch|luot|xem|doc|views?|a|on|date|published|updated)\b"
    r"|[^a-z]"
)
_DATE_LINE_REST = 16
_BESIDE = re.compile(r"\s*[|•·»]\s*")
# A page's first line may name the site.
_SITE = re.compile(r"(?:cong|trang) (?:thong )?tin\b|(?:bao|tap chi) [\w ]{0,40}\bdien tu$")
_PUBLISHED = re.compile(
    r"\b(?:dang|cap nhat|xuat ban|phat hanh|luc|thu|chu nhat|ngay|published|updated)\b|\b\d{1,2}[:h]\d\d\b"
)

_EVENT = re.compile(
    r"^\W{0,3}(?:sang|chieu|toi|trua|ngay)\s+(?:ngay\s+)?(\d{1,2})/(\d{1,2})(?:/(\d{4}))?\b"
)
_TARGET_YEAR = re.compile(
    r"(?:den|toi|giai doan|huong den|truoc)\s+(?:het\s+)?(?:nam\s+)?20\d\d(?:\s*-\s*20\d\d)?"
)
_YEAR = re.compile(r"\b(20\d\d)\b")

_NAME = rf"[{UPPER}][{LOWER}]+(?:\s[{UPPER}][{LOWER}]*\.?){{1,4}}"
_BYLINE = re.compile(
    rf"^(?:(?P<label>(?:[Tt]ác giả|[Bb]ài|[Tt]in|[Ảả]nh|[Nn]guồn|[Tt]heo|[Nn]gười viết|[Tt]hực hiện|PV|BBT)"
    rf"(?:\s*(?:,|và|&|-|/)?\s*(?:[Bb]ài|[Ảả]nh|tin))*\s*:?)\s*)?"
    rf"(?P<name>{_NAME}(?:\s*(?:,|-|–|và|&)\s*{_NAME})*|(?:[{UPPER}]\.?\s?){{1,4}}|TTXVN|PV|BBT)"
    r"(?:\s*[-–(/,].{0,60})?\s*\.?$"
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page taken apart: the article's lines and the facts around them, None if unstated."""

    title: str
    body: list[Line]
    published: str | None = None
    author: str | None = None
    event: str | None = None
    found: dict[str, str] = field(default_factory=dict)


def read_page(lines: Sequence[Line]) -> Page:
    """Take the lines of an article apart into title, date, author and body."""
    found: dict[str, str] = {}
    dates = {line.number: day for line in lines if (day := line_date(line))}
    for line in takewhile(lambda one: not one.is_prose, lines):
        if line.number not in dates and (day := _date_beside(line)):
            dates[line.number] = day
    title = _title(lines, dates)
    published = None
    dated = _publication_line(lines, dates, title)
    if dated:
        published = dates[dated.number]
        found["published"] = dated.text
    body = [line for line in lines if line.number not in dates and line is not title]
    body = [line for line in body if not title or line.number > title.number]
    if title:
        found["title"] = title.text
    title_text = _FONT_BUTTONS.sub("", title.text) if title else ""
    return _page(title_text, body, published, found)


def article_page(title: str, lines: Sequence[Line]) -> Page:
    """Take the lines of an article apart whose title is known, and may stand in them."""
    same = fold(title)
    dates = {line.number: day for line in lines if (day := line_date(line))}
    dated = next((line for line in lines if line.number in dates), None)
    body = [line for line in lines if line.number not in dates and fold(line.text) != same]
    found = {"published": dated.text} if dated else {}
    return _page(title, body, dates[dated.number] if dated else None, found)


def _page(title: str, body: list[Line], published: str | None, found: dict[str, str]) -> Page:
    body, byline = _cut_byline(body)
    author = None
    if byline:
        match = _BYLINE.match(byline.text)
        author = match["name"].strip() if match else None
        found["author"] = byline.text
    event = event_of(line.text for line in body)
    if event:
        found["event"] = event[1]
    return Page(title, body, published, author, event[0] if event else None, found)


_FONT_BUTTONS = re.compile(r"\s+A\s+A$")


def line_date(line: Line) -> str | None:
    """The ISO date of a line that holds nothing but a date, else None."""
    folded = fold(line.text)
    match = _DATE.search(folded)
    if not match or len(line.text) > PROSE_LENGTH:
        return None
    rest = _DATE_LINE_WORDS.sub("", folded[: match.start()] + folded[match.end() :])
    return _iso(match) if len(rest) <= _DATE_LINE_REST else None


def _date_beside(line: Line) -> str | None:
    """The ISO date of a header line that sets it apart from other things with marks, with a word
    or an hour to say what it is: "Cập nhật: 05/12/2024 | Người viết: Trung Dân"."""
    if len(line.text) > PROSE_LENGTH:
        return None
    for part in _BESIDE.split(fold(line.text)):
        match = _DATE.search(part)
        if match is None:
            continue
        around = f"{part[: match.start()]} {part[match.end() :]}"
        if _PUBLISHED.search(around) and len(_DATE_LINE_WORDS.sub("", around)) <= _DATE_LINE_REST:
            return _iso(match)
    return None


def _iso(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    for prefix in ("", "iso_", "long_"):
        if groups[prefix + "year"]:
            numbers = (int(groups[prefix + part]) for part in ("year", "month", "day"))
            try:
                return date(*numbers).isoformat()
            except ValueError:
                return None
    return None


def _title(lines: Sequence[Line], dates: dict[int, str]) -> Line | None:
    """The last title-like line before the first date line, else the first before the prose."""
    candidates: list[Line] = []
    for line in lines:
        if line.number in dates:
            if candidates:
                return candidates[-1]
        elif line.is_prose and (candidates or len(line.text) > 200):
            break
        elif len(line.folded.split()) >= 4 and not line.text.isdigit():
            candidates.append(line)
    if not candidates:
        return lines[0] if lines and len(lines[0].text) <= 200 else None
    return next((line for line in candidates if not _SITE.match(line.folded)), candidates[0])


def _publication_line(
    lines: Sequence[Line], dates: dict[int, str], title: Line | None
) -> Line | None:
    """The date line next after the title; failing that the earliest date anywhere.

    A date above the title is often the clock of the day the page was saved, which is never
    before the day of publication.
    """
    dated = [line for line in lines if line.number in dates]
    after = [line for line in dated if title and line.number > title.number]
    return after[0] if after else min(dated, key=lambda line: dates[line.number], default=None)


def _cut_byline(body: list[Line]) -> tuple[list[Line], Line | None]:
    """End the article at the author's name; what a page prints after it is not the article."""
    last_prose = max((at for at, line in enumerate(body) if line.is_prose), default=-1)
    for at in range(last_prose + 1, len(body)):
        if _BYLINE.match(body[at].text):
            return body[:at], body[at]
    if body and (last := body[-1]) and (match := _BYLINE.search(_last_words(last.text))):
        return body, last if match["label"] else None
    return body, None


def _last_words(text: str) -> str:
    return text[-60:].rpartition(". ")[2]


def event_of(body: Iterable[str]) -> tuple[str, str] | None:
    """The date of the meeting reported on, when the first sentences state it with its year.

    "Chiều 15/7 … 6 tháng cuối năm 2022" is 2022-07-15; a year that is only aimed at
    ("đến năm 2025") tells nothing of when the meeting was.
    """
    for line in islice(body, 3):
        for start, end in sentences(line)[:2]:
            sentence = line[start:end]
            folded = fold(sentence)
            match = _EVENT.search(folded)
            if not match:
                continue
            day, month, year = match.groups()
            years = set(_YEAR.findall(_TARGET_YEAR.sub("", folded)))
            if not year and len(years) != 1:
                return None
            try:
                found = date(int(year or years.pop()), int(month), int(day))
            except ValueError:
                return None
            return found.isoformat(), sentence
    return None

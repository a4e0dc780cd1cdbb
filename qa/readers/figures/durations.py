"""Lengths of time as answers: "bao lâu"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.vietnamese import Span
from qa.questions.question import Question
from qa.readers.figures.states import ASKS_FORMER
from qa.readers.owners import named_fit, owner_fit
from qa.readers.reading import Candidate, Reading, span_candidate
from qa.texts.paragraph import Paragraph, kept
from qa.words.spelt import Spelt

_NUMBER = (
    r"(?:\d+(?:[.,]\d+)?(?:\s?[-–]\s?\d+(?:,\d+)?)?"
    r"|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nửa|vài)(?:\smươi)?"
    r"(?:\s(?:một|mốt|hai|ba|bốn|tư|lăm|sáu|bảy|tám|chín))?)"
)
_UNIT = r"(?:thế kỷ|năm|tháng|tuần|ngày|giờ|tiếng|phút|giây|buổi|đêm|học kỳ)"
_BOUND = r"(?:hơn|gần|dưới|trên|khoảng|chừng|tối đa|tối thiểu|ít nhất|không quá|chưa đầy|chưa tới|chưa đến)"
_DURATION = re.compile(
    rf"(?<![\w.,/])(?:{_BOUND}\s)?(?P<number>{_NUMBER}\s{_UNIT}(?:\s\d{{1,2}}\s(?:phút|giây|ngày|tháng)|\srưỡi)?)(?![\w/])"
    r"(?:\s(?:làm việc|đồng hồ))?",
    re.IGNORECASE,
)
# A point in time, or the part of the year that a report is about.
_DATED_BEFORE = re.compile(
    r"(?:\b(?:ngày|tháng|năm|lúc|hồi|quý|thứ|mùng|mồng|khóa|số|lần|nhiệm kỳ)|[/-])\s?$",
    re.IGNORECASE,
)
_DATED_BEHIND = re.compile(
    r"\s(?:đầu|cuối|qua|nay|tuổi|sáng|chiều|trưa|đêm|hôm|ngày \d+|tháng \d+|năm \d+|trước)(?!\w)|\s?[-/]\d"
)
# What it was before, or ought to be, beside what it is: "từ 95 phút còn 40 phút", "thay vì 26 phút".
_FORMER_BEFORE = re.compile(
    r"\b(?:thay vì|thay cho|thay cho mức|trước đây|trước kia|trước đó|lúc trước|trước|so với|hồi \w+ \d+|quy định)"
    r"(?:\s(?:là|phải|cần|gửi thư|mất|hết|tới|đến|chờ|những|khoảng|của|hồi|kỳ)){0,3}\s$",
    re.IGNORECASE,
)
_FORMER_BEHIND = re.compile(
    r"[^,;.\d]{0,30}?\s(?:xuống|còn|lên|thành)\s(?:\w+\s){0,2}?\d|[^,;.]{0,12}\s(?:trước đây|trước kia)"
)
_FORMER_PART = re.compile(r"(?:^|[.;]\s)(?:trước đây|trước kia|trước)\b[^.;]*$", re.IGNORECASE)
_FROM = re.compile(r"\btừ\s$", re.IGNORECASE)
_FORMERLY = Spelt(r"\b(?:hồi trước|ngày trước|hồi chưa|hồi xưa|xưa|quy định|cũ)\b")
# By how much it was shortened, where the question asks for no change.
_CHANGE = re.compile(
    r"\b(?:rút ngắn|giảm|bớt|cắt|nhanh hơn|sớm hơn|chậm hơn|lâu hơn|tăng|vượt|tiết kiệm)"
    r"(?:\s(?:được|thêm|đi|hơn|yêu cầu|khoảng|bình quân|trung bình)){0,2}\s$",
    re.IGNORECASE,
)
_ASKS_CHANGE = Spelt(
    r"\b(?:rút|giảm|bớt|cắt|nhanh|sớm|chậm|trễ|muộn|lâu hơn|tăng|quá hạn|tiết kiệm|đỡ)\b"
)
# "Sau sáu tháng …": it only dates what is told.
_OPENS = re.compile(r"(?:^|[.;]\s)(?:sau|trong|qua|chỉ sau)\s$", re.IGNORECASE)
OTHER_STATE, UNSAID_STATE, CHANGED_BY, DATING = 0.5, 0.7, 0.4, 0.5
# What a length of time loses whose words lack all that stands around the question word.
ASIDE = 0.15


@dataclass(frozen=True, slots=True)
class _Duration:
    """A length of time and what it is of what is told: its state before, a change, a date."""

    span: Span
    former: bool
    change: bool
    dating: bool


def asks_how_long(question: Question) -> bool:
    """Whether a question asks for a length of time."""
    start, end = question.focus
    return question.text[start:end].lower() in ("bao lâu", "bao lau")


def read_durations(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The lengths of time that a paragraph tells."""
    found = _durations(paragraph)
    if not found:
        return []
    spans: Sequence[Span] = [one.span for one in found]
    owners = reading.territories(paragraph, spans)
    asked = reading.question.text
    former = bool(ASKS_FORMER.search(reading.question.plain) or _FORMERLY.search(asked))
    changes = _ASKS_CHANGE.search(asked) is not None
    return [
        span_candidate(
            reading,
            paragraph,
            one.span,
            one.span,
            {
                "state": _state_fit(one, former),
                "change": CHANGED_BY if one.change and not changes else 1.0,
                "dating": DATING if one.dating else 1.0,
                "owner": owner_fit(reading, paragraph, one.span, spans),
                "named": named_fit(reading, paragraph, one.span, figure=True),
                "about": 1
                - ASIDE * (1 - reading.about(reading.match(paragraph, one.span, owners[one.span]))),
            },
            owners[one.span],
        )
        for one in found
    ]


def _state_fit(one: _Duration, former: bool) -> float:
    if one.former == former:
        return 1.0
    return UNSAID_STATE if former else OTHER_STATE


@kept
def _durations(paragraph: Paragraph) -> tuple[_Duration, ...]:
    text = paragraph.text
    found = []
    for match in _DURATION.finditer(text):
        before = text[max(0, match.start() - 40) : match.start("number")]
        if _DATED_BEFORE.search(before) or _DATED_BEHIND.match(text, match.end()):
            continue
        lead = text[max(0, match.start() - 40) : match.start()]
        start, _ = paragraph.sentence_at(match.start())
        told_before = _FORMER_PART.search(text[start : match.start()]) is not None
        behind = _FORMER_BEHIND.match(text, match.end()) is not None
        found.append(
            _Duration(
                match.span(),
                told_before
                or _FORMER_BEFORE.search(lead) is not None
                or (behind and bool(_FROM.search(lead))),
                _CHANGE.search(lead) is not None or _CHANGE.search(before) is not None,
                _OPENS.search(lead) is not None,
            )
        )
    return tuple(found)

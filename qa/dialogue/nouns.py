"""What a question counts or measures: "hồ sơ trực tuyến" in "bao nhiêu hồ sơ trực tuyến được …"."""

import re

from index.vietnamese import Span
from qa.questions.indicators import spoken
from qa.questions.question import Question
from qa.questions.worded import MEASURED

# Where a noun ends; without accents only by words that no syllable of a noun is written like.
_ENDS = (
    r"\b(?:được|bị|đã|đang|sẽ|có|là|của|ở|tại|trong|ngoài|trên|dưới|tính|đến|vào|từ|năm|qua|bằng|theo|sau|khi|do|để"
    r"|cho|với|thuộc|nhờ|về|mà|thì|hoàn thành|đạt|chiếm|rồi|vậy|nhỉ|ạ|không|chưa)\b|[,.?;:()]"
)
_ENDS_FOLDED = r"\b(?:được|đã|của|trong|trên|tính|năm|là|đạt|rồi|không|chưa|có|tại)\b|[,.?;:()]"
# A share is of a noun with all that is said of it.
_ENDS_OF_SHARE = r"\b(?:là|của|ở|tại|trong|đạt|chiếm|bằng|năm|rồi|vậy|nhỉ|ạ|hiện)\b|[,.?;:()]"
_MEASURED = r"\b(?:tỷ lệ|tỉ lệ|tỷ trọng|số lượng|tổng số|số|mức|chỉ tiêu|mục tiêu|kinh phí|doanh thu|phấn đấu)\s+"


def asked_noun(question: Question) -> Span | None:
    """Where the noun stands that is counted or measured; None where there is none."""
    if question.asks not in MEASURED:
        return None
    behind = noun_at(question, question.focus[1])
    if behind:
        return behind
    for measured in spoken(_MEASURED, question.text, question.folded):
        found = noun_at(question, measured.end() - 1, _ENDS_OF_SHARE)
        if found and measured.end() <= question.focus[0]:
            return found
    return None


def noun_at(question: Question, start: int, ends_at: str | None = None) -> Span | None:
    """The noun phrase that begins behind a place in a question, up to its verb or preposition.

    `ends_at`: a rule of words that end it instead of these.
    """
    text = question.text
    start += len(text[start:]) - len(text[start:].lstrip())
    rule = ends_at or (_ENDS_FOLDED if question.folded else _ENDS)
    ends = [match.start() for match in spoken(rule, text, question.folded)]
    ends += [mention.start for mention in question.mentions]
    ends += [period.start for period in question.periods]
    ends += [question.focus[0]] if question.focus[0] > start else []
    end = min((one for one in ends if one >= start), default=len(text))
    end = start + len(text[start:end].rstrip())
    return (start, end) if re.search(r"\w\w", text[start:end]) else None

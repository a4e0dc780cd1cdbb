"""Words that deny, and questions that ask of those that do not: "cơ quan nào chưa có …"."""

import re
from collections.abc import Iterable
from functools import lru_cache

from index.vietnamese import Span, fold
from qa.readers.reading import Reading
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt

# Not "không quá 5 ngày", "không gian", "không dùng tiền mặt", "không chỉ".
DENIES = (
    r"\b(?:chưa|(?<!hàng )(?<!cho )không|chẳng)\b(?! (?:(?:trả |bằng |cần )?tiền mặt|quá|dưới|chỉ|những|kể|gian|khí"
    r"|dùng tiền|giấy|phận|còn|ít|biết|thể|bao giờ|đến|tới|đầy|hoàn (?:lại|toàn))\b)"
)
DENIAL = re.compile(DENIES, re.IGNORECASE)
DENIAL_FOLDED = re.compile(
    r"\b(?:chua|(?<!cho )khong|chang)\b"
    r"(?! (?:(?:tra |bang |can )?tien mat|qua|duoi|chi|nhung|gian|khi|dung tien|giay|con|it))"
)
# One of which nothing is denied is rather one of the others.
AFFIRMED = 0.45
_LISTED = re.compile(r"\s*(?:,|;|và|,\s?và|cùng)\s*(?:các\s|xã\s|huyện\s|phường\s)?")
# "có … không", "… chưa?" ask whether.
_WHETHER = re.compile(r"\b(?:không|chưa|khong|chua)\W*$", re.IGNORECASE)
# "nào đến nay vẫn chưa", "nào ở Gò Mây không"; of "vừa cho máy vừa không thu" the deed is asked for, too.
_WHO_NOT = re.compile(
    r"\b(?:nao|ai)(?: (?:cua|o|tai|trong|thuoc)(?: (?!(?:vua|chua|khong|chang|van|den)\b)\w+){1,5}?)?"
    r",?(?: (?:den nay|toi nay|van|hien nay|hien|con|thi|lai|cung|hau nhu|co ban|nam nay|luc do))* (?=chua|khong|chang)"
)
# "chưa có hệ thống gì", "không hỗ trợ loại thẻ nào": so many words between at most; "không biết làm gì",
# "không … thế nào" ask for more than a thing.
_ASKED_THING = Spelt(r"(?<!thế )\b(?:gì|nào)\b")
_NEAR_ASKED = 4
# What is not so may be told by other words.
LACKS = re.compile(
    r"\b(?:thiếu|trễ|quá hạn|vắng|bỏ trống|nợ|chậm|từ chối|khuyết|trượt|trừ|ngoại trừ|vướng|chờ|đợi|thấp|kém)\b",
    re.IGNORECASE,
)


def denial_of(folded: bool) -> re.Pattern[str]:
    """The pattern of a denial in a question that is typed with or without accents."""
    return DENIAL_FOLDED if folded else DENIAL


def asks_denied(reading: Reading) -> bool:
    """Whether a question asks of those that do not."""
    asked = _WHETHER.sub("", reading.question.text)
    return denial_of(reading.question.folded).search(asked) is not None


def asks_who_does_not(reading: Reading) -> bool:
    """Whether the question denies right behind "nào": "những đơn vị nào đến nay vẫn chưa nộp"."""
    question = reading.question
    return _denies_behind(question.text, question.focus[0], question.folded)


@lru_cache(maxsize=16)
def _denies_behind(question: str, focus: int, folded: bool) -> bool:
    asked = _WHO_NOT.search(fold(question), focus)
    if asked is None or _WHETHER.match(question, asked.end()):
        return False
    return denial_of(folded).match(question, asked.end()) is not None


def asks_what_is_not(reading: Reading) -> bool:
    """Whether the question denies right before what it asks for: "huyện chưa có hệ thống gì"."""
    question = reading.question
    return _denies_before(question.text, question.focus[0], question.folded)


@lru_cache(maxsize=16)
def _denies_before(question: str, focus: int, folded: bool) -> bool:
    asked = _ASKED_THING.search(question, focus)
    if asked is None:
        return False
    clause = max(question.rfind(mark, 0, asked.start()) for mark in ",:") + 1
    found = list(denial_of(folded).finditer(question, clause, asked.start()))
    between = fold(question[found[-1].end() : asked.start()]).split() if found else []
    return bool(found) and len(between) <= _NEAR_ASKED and "thi" not in between


def denies(text: str, start: int, end: int) -> bool:
    """Whether a part of a text denies something, in whatever words."""
    return any(words.search(text, start, end) for words in (DENIAL, LACKS))


def denied_fit(reading: Reading, paragraph: Paragraph, span: Span, rivals: Iterable[Span]) -> float:
    """Whether a name is one of which its clause denies something, where the question asks for
    such; `rivals` are the names of the paragraph."""
    if not asks_who_does_not(reading):
        return 1.0
    start, end = paragraph.clause_at(span[0])
    named = [one for one in rivals if start <= one[0] < end]
    text, last = paragraph.text, span[1]
    for one in named:
        if one[0] >= last and _LISTED.fullmatch(text, last, one[0]):
            last = one[1]
    until = min((one[0] for one in named if one[0] >= last), default=end)
    first = min((one[0] for one in named), default=span[0])
    told = ((start, min(first, span[0])), (last, until))
    return 1.0 if any(denies(text, *part) for part in told) else AFFIRMED

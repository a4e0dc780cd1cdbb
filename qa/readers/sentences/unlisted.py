"""Things that a report only counts: "6 mô hình chậm tiến độ" names no answer to "những mô hình nào"."""

import re
from functools import lru_cache

from index.vietnamese import Span, fold
from qa.readers.reading import Reading
from qa.readers.sentences.enumerations import NEXT
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt

# They are only counted; others are told of where the report counts them elsewhere; fewer than half as many.
UNLISTED, OTHERS, FEWER = 0.2, 0.4, 0.6
# So near behind where they are counted a sentence goes on with them.
NEAR = 500
_GOES_ON = re.compile(
    r"[\s\"“+–-]*(?:Đó là|Trong đó|Cụ thể|Gồm|Bao gồm|Một là|Thứ nhất|Tiêu biểu|Điển hình|Nổi bật|Đáng chú ý)"
)
_NUMERALS = "hai ba bốn năm sáu bảy tám chín mười".split()
_NUMBER = rf"(?:\d+(?:/\d+)?|{'|'.join(_NUMERALS)})"
# A number that tells one of several counts none: "kế hoạch 59 của …", "quận 6".
_ONE_OF = "".join(
    f"(?<!{noun} )"
    for noun in "hoạch quyết án định thị tư số quận phường lớp khóa khoá cấp khối nhóm ngày tháng quý năm"
    " thứ sim mức".split()
)
_HEAD = r"[^\W\d]+(?: (?!(?:nào|gì)\b)[^\W\d]+)?"
# "Sáu mô hình … là những mô hình nào", "những mô hình nào …", "kể tên 6 mô hình …".
_ASKED = tuple(
    Spelt(rule)
    for rule in (
        rf"\b(?:những|các) (?P<head>{_HEAD})(?: [^\s,?]+){{0,4}}? (?:nào|gì)\b",
        rf"{_ONE_OF}(?<![\w.,/-]){_NUMBER} (?P<head>{_HEAD})(?: [^\s,?]+){{0,3}}? nào\b",
        rf"{_ONE_OF}(?<![\w.,/-]){_NUMBER} (?P<head>[^\W\d]+ [^\W\d]+)\b[^?]*\b(?:là|gồm) gì\b",
        rf"\b(?:kể|nêu|liệt kê|điểm|gọi)(?: rõ| ra)?(?: tên)?(?: cả)? {_NUMBER} (?P<head>[^\W\d]+ [^\W\d]+)\b",
    )
)
# What introduces them, and one of them in quotation marks or by its letter.
_OPENS = re.compile(
    r"\b(?:gồm|như|đó là|là|cụ thể|trong đó có|tiêu biểu|điển hình|nhất là|mang tên|tập trung vào)\b|:|[\"“]"
    r"|\((?!\s?(?:đạt|chiếm|tăng|giảm|mục tiêu|\d))|\ba\)|\b1\)",
    re.IGNORECASE,
)
_IS = re.compile(r"\b(?:là|với|đều thuộc|cả)\W+(?:\w+\W+)?$", re.IGNORECASE)
_MOST = 4


def listed_fit(reading: Reading, paragraph: Paragraph, span: Span) -> float:
    """Whether a span that counts the things asked for also says which they are; and one that does
    not count them may be about others."""
    asked = _asked(reading.question.text)
    if asked is None:
        return 1.0
    head, count = asked
    # A question without accents meets the report without them.
    text = paragraph.folded if reading.question.folded else paragraph.text
    inside = [
        match
        for match in _counting(head).of(text).finditer(text, *span)
        if count is None or _value(match["count"]) == count
    ]
    if inside:
        return 1.0 if any(_are_listed(paragraph, match) for match in inside) else UNLISTED
    if count is None:
        return 1.0
    told = _places(paragraph.document.text, head, count, reading.question.folded)
    start = paragraph.start + span[0]
    if _GOES_ON.match(paragraph.text, span[0]) and any(
        place < start < place + NEAR for place in told
    ):
        return 1.0
    if told:
        return OTHERS
    return 1.0 if len(NEXT.findall(paragraph.text, *span)) + 1 >= count / 2 else FEWER


@lru_cache(maxsize=64)
def _places(text: str, head: str, count: int, folded: bool) -> tuple[int, ...]:
    """Where a report counts so many of them."""
    text = fold(text) if folded else text
    found = _counting(head).of(text).finditer(text)
    return tuple(match.start() for match in found if _value(match["count"]) == count)


@lru_cache(maxsize=16)
def _asked(question: str) -> tuple[str, int | None] | None:
    """The noun of the several things that a question asks for and how many they are said to be."""
    asked = next((found for one in _ASKED if (found := one.search(question))), None)
    if asked is None:
        return None
    head = asked["head"].lower()
    counted = _counting(head).search(question)
    return head, _value(counted["count"]) if counted else None


@lru_cache(maxsize=64)
def _counting(head: str) -> Spelt:
    """A number and what it counts."""
    return Spelt(rf"{_ONE_OF}(?<![\w.,/-])(?P<count>{_NUMBER}) {re.escape(head)}\b")


def _are_listed(paragraph: Paragraph, counted: re.Match[str]) -> bool:
    """Whether what is counted is counted up, behind it or before."""
    start, end = paragraph.clause_at(counted.start())
    text = paragraph.text
    if _OPENS.search(text, counted.end(), end) or _IS.search(text, start, counted.start()):
        return True
    number = _value(counted["count"])
    if text.count("; ", counted.end(), paragraph.sentence_at(counted.start())[1]) == number - 1:
        return True  # clause by clause: "3 dịch vụ về …; …; …"
    least = min(number, _MOST) - 1
    return len(NEXT.findall(text, counted.end(), end)) >= max(1, least)


def _value(count: str) -> int:
    digits = count.split("/")[0]
    if digits.isdigit():
        return int(digits)
    return [fold(word) for word in _NUMERALS].index(fold(digits).lower()) + 2

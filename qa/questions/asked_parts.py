"""The whole that a question asks for a part of: "Trong 35 chỉ tiêu của Kế hoạch 37, hoàn thành mấy chỉ tiêu?"."""

from functools import lru_cache
from typing import NamedTuple

from index.vietnamese import Span
from qa.words.spelt import Spelt

_MANY = r"(?:bao nhiêu|mấy)"
_WHOLE = Spelt(
    r"\b(?:trong(?: tổng)?(?: số)?|(?:trên|của) tổng(?: số)?) (?P<number>\d[\d.]*)"
    r" (?P<noun>[^\W\d]+(?: [^\W\d]+)?)(?: [^\s,?;]+)*?"
    rf"(?=[,?;]|\W*$| (?:đã |có |thì |được |đạt |hoàn thành )*{_MANY}\b)"
)
_COUNTS = Spelt(rf"\b{_MANY}\b(?! (?:phần|%))")
# "trong 6 tháng đầu năm" is when.
_TIMES = frozenset(
    """năm tháng ngày tuần quý giờ phút giây tiếng thập thế kỳ vụ mùa đợt buổi phiên hôm khóa lần ca
    nam thang ngay tuan quy gio phut giay tieng thap the ky vu mua dot buoi phien hom khoa lan""".split()
)


class Whole(NamedTuple):
    """Where a question tells it, how many it is of what, and where that stands."""

    span: Span
    number: str
    noun: Span


@lru_cache(maxsize=256)
def whole_asked(text: str) -> Whole | None:
    """The whole of which a question asks how many do something; None if it tells none."""
    if not any(map(str.isdigit, text)) or not _COUNTS.search(text):
        return None
    for found in _WHOLE.of(text).finditer(text):
        if found["noun"].lower().split()[0] not in _TIMES:
            return Whole(found.span(), found["number"], found.span("noun"))
    return None

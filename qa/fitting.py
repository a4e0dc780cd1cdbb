"""Whether a name can be the one that is asked for: of its kind, one alone, and news."""

import re

from index.vietnamese import UPPER, fold
from qa.questions.indicators import spoken
from qa.questions.question import Question
from qa.texts.organizations import organizations
from qa.words.terms import units

PLACES = frozenset({"superlative", "province", "places"})
_TYPE = r"\b(?P<type>\w+) nào\b"
_TYPES = r"\b(?:(?P<of>\w+) )?(?P<type>\w+) nào\b"
_PROPER = re.compile(rf"(?<=\s)[{UPPER}]|^[{UPPER}]\S*\s[{UPPER}]")
_SEVERAL = re.compile(r"^(?:một số|nhiều|hai|ba|bốn|năm|\d+)\s|\b(?:các|những)\b")
_TIME = re.compile(
    r"(?:sáng|trưa|chiều|tối|ngày|tháng|quý|đến (?:nay|thời điểm|cuối|hết|năm)|trong (?:năm|tháng)|hiện(?: nay| tại)?)"
    r"\b"
)
_ORGANIZATION = re.compile(r"(?:bộ|sở|ngân hàng|công ty|tập đoàn|ban|cục|ông|bà|đồng chí)\s")
_PLACE_NOUNS = frozenset("huyen xa phuong quan tinh thanh pho".split())
_PLACE_TYPES = frozenset("huyện xã phường quận thị tỉnh thôn buôn".split())
# Beside these the name of a place holds hardly a word in small letters.
_PLACE_WORDS = _PLACE_NOUNS | frozenset("thi tran va dao vung khu thon".split())
_PLAIN = 3
# What a sentence opens with names nothing: "Để thực hiện có hiệu quả cao nhất".
_LED = re.compile(r"(?:để|khi|với|nhằm|vì|do|tuy|mặc dù|nếu|qua|sau|trước|trong đó|theo)\s")
_LOCAL = re.compile(r"(?:huyện|xã|phường|quận|thị xã|thị trấn)\s")


def asks_for_place(question: Question) -> bool:
    asked = spoken(_TYPE, question.text, question.folded)
    typed = bool(asked) and fold(asked[0]["type"]) in _PLACE_NOUNS
    return question.asks in PLACES or typed


def is_one(question: Question, text: str) -> bool:
    """Whether a name is of one thing, and of a place where a place is asked for."""
    if _SEVERAL.search(text.lower()) or _TIME.match(text.lower()) or _LED.match(text.lower()):
        return False
    if not asks_for_place(question):
        asked = spoken(_TYPE, question.text, question.folded)
        place = bool(asked) and asked[0]["type"] in _PLACE_TYPES
        return place or text.lower().split()[0] not in _PLACE_TYPES
    asked = spoken(_TYPE, question.text, question.folded)
    if asked and fold(asked[0]["type"]) in ("tinh", "thanh") and _LOCAL.match(text.lower()):
        return False
    # "Giải quyết thủ tục trên cổng Sông Mây" tells of what is done in a place.
    plain = [word for word in text.split() if word[0].islower() and fold(word) not in _PLACE_WORDS]
    named = bool(_PROPER.search(text)) and len(plain) <= _PLAIN
    return named and not _ORGANIZATION.match(text.lower())


def is_of_type(question: Question, text: str) -> bool:
    """Whether a name begins as what is asked for does: "cấp xã" for "cấp nào"."""
    asked = spoken(_TYPES, question.text, question.folded)
    return bool(asked) and fold(text).split()[:1] in [
        fold(word).split() for word in asked[0].groups("")
    ]


def is_body(text: str) -> bool:
    """Whether a name is of an organisation, told by its head or its spelling: "VNPT"."""
    return bool(organizations(text)) or any(word.isupper() for word in text.split())


def is_news(question: Question, text: str) -> bool:
    """Whether a name holds more than the words of the question."""
    asked = {unit.key for unit in question.units}
    return any(unit.key not in asked and not unit.is_stop for unit in units(text))

"""What a Vietnamese question asks for, told by its question words."""

import re
from dataclasses import dataclass
from functools import lru_cache

from index.vietnamese import Span, fold
from qa.questions.asking_rules import RULES
from qa.words.spelt import fold_pattern


@dataclass(frozen=True, slots=True)
class Asked:
    """The kind of answer asked for and the span of the question word (empty at the end)."""

    kind: str
    focus: Span


# "lớp AI": artificial intelligence, not who; where nothing else is asked it is who.
_ARTIFICIAL = re.compile(r"\bAI\b")
# "từ mấy tuổi thì ai cũng có": everybody, where another word asks; without accents "ai cung cap" is who
# provides.
_EVERYBODY = re.compile(
    r"\b(?:(?:ai )?ai(?= (?:cũng|nấy|đó|khác|cung(?! (?:cap|ung|tac|nhau)\b)|nay|khac)\b)|(?<=bất cứ )ai|(?<=bất kỳ )ai"
    r"|(?<=bat cu )ai|(?<=bat ky )ai)\b",
    re.IGNORECASE,
)
# "mấy xã đó vướng gì", "mấy năm gần đây": several of them, where another word asks.
_SEVERAL = re.compile(
    r"(?<!số )(?<!thứ )(?<!hạng )(?<!lớp )(?<!cấp )\bmấy(?= (?:"
    r"(?:năm|tháng|tuần|ngày|hôm) (?:gần đây|nay|qua|trước|vừa qua|vừa rồi|tới|liền)\b"
    r"|(?!(?:giờ|phút|giây|ngày|tháng|năm|tuần|lần|phần|điểm|bậc|tỷ|tỉ|triệu|nghìn|ngàn|trăm|đồng|nơi|chỗ)\b)))"
)
_OTHER_WORD = re.compile(
    r"\b(?:ai|gì|nào(?! đó)|(?<!mấy )(?<!ngôi )sao|đâu)\b|^\W*mấy\b(?=.*(?<!và )(?<!, )\bbao nhiêu\b)"
)
# Without accents "dau" is "đầu" and "sao" may be a star.
_OTHER_FOLDED = re.compile(r"\b(?:ai|gi|nao(?! do))\b|^\W*may\b(?=.*(?<!va )(?<!, )\bbao nhieu\b)")
# "bị phạt bao nhiêu vậy": what only makes a question sound friendly, at its end.
_PARTICLES = re.compile(r"(?:\s(?:vậy|thế|nhỉ|ạ|nhé|vay|the|nhi|nhe|a|z))+(?=\W*$)")
# "Cho em hỏi tỷ lệ ký số …": what is asked begins behind it.
_OPENING = re.compile(
    r"\W*(?:xin )?(?:làm ơn |lam on )?(?:cho|xin)(?: (?:em|tôi|toi|mình|minh|anh|chị|chi))?"
    r" (?:hỏi|hoi|biết|biet)"
    r"(?: (?:là|la|rằng|rang|về|ve))?[,:]? (?=\w)"
)
_DENIED = re.compile(r"\b(?:không|chẳng|chưa)\b[^,?]*?\b(?:ai|gì|nào|đâu)\b")


@lru_cache(maxsize=2)
def _patterns(folded: bool) -> list[tuple[str, re.Pattern[str]]]:
    return [(kind, re.compile(fold_pattern(rule) if folded else rule)) for kind, rule in RULES]


def asked(question: str, *, folded: bool) -> Asked | None:
    """The kind a question asks for; None for a text without a question word.

    `folded` asks the unaccented patterns of an unaccented question.
    """
    artificial = question if question.isupper() else _ARTIFICIAL.sub("__", question)
    everybody = _EVERYBODY.sub(_blank, artificial)
    for said in dict.fromkeys((everybody, artificial, question)):
        text = fold(said) if folded else said.lower()
        opening = _OPENING.match(text)
        start = opening.end() if opening else 0
        text = text[start:]
        text = _PARTICLES.sub("", _with_one_question_word(text, folded))
        for kind, pattern in _patterns(folded):
            match = pattern.search(text)
            if match:
                first, last = match.span("focus")
                return Asked(kind, (start + first, start + last))
    return None


def _blank(match: re.Match[str]) -> str:
    return "_" * len(match.group())


def _with_one_question_word(text: str, folded: bool) -> str:
    """A question in small letters without a "mấy" that does not ask, as long as before."""
    several, denied = _several(folded)
    if not several.search(text):
        return text
    others = _OTHER_FOLDED if folded else _OTHER_WORD
    if not others.search(denied.sub("", text)):
        return text
    return several.sub("___", text)


@lru_cache(maxsize=2)
def _several(folded: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    if not folded:
        return _SEVERAL, _DENIED
    return re.compile(fold_pattern(_SEVERAL.pattern)), re.compile(fold_pattern(_DENIED.pattern))

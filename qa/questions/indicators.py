"""What is compared and in which words: kinds of figures, periods, "cao hơn", "thấp nhất"."""

import re
from decimal import Decimal
from functools import lru_cache

from index.vietnamese import fold, has_diacritics
from qa.questions.asking_rules import INDEX
from qa.questions.question import Question
from qa.texts.period import Period
from qa.words.spelt import fold_pattern

_KINDS = (
    ("rank", r"\b(?:hạng|thứ mấy|xếp|đứng thứ|vị trí|thứ bậc)\b"),
    ("score", rf"\bđiểm\b|{INDEX}\b"),
    ("percent", r"\b(?:tỷ lệ|tỉ lệ|phần trăm|tỷ trọng|tỉ trọng)\b|%"),
    ("money", r"\b(?:kinh phí|vốn|tiền|ngân sách|doanh thu|cước|giá|chi phí|thất thoát|đầu tư)\b"),
)
# Words of a small extreme, which no report of one side holds.
_LOWER = (
    r"\b(?:thấp|ít|nhỏ|kém|yếu|chậm|hẹp|rẻ|ngắn|vắng|ế|tệ|dở|bét)(?: \w+){0,4}? (?:nhất|hơn)\b"
    r"|\b(?:đứng|xếp|bảng) (?:cuối|chót|bét)\b|\bcuối\b|\bđội sổ\b|\b(?:chót|bét) bảng\b"
)


@lru_cache(maxsize=256)
def _compiled(rule: str, folded: bool) -> re.Pattern[str]:
    return re.compile(fold_pattern(rule) if folded else rule)


def spoken(rule: str, text: str, folded: bool) -> list[re.Match[str]]:
    """Where a rule, written with accents, holds in a question typed with or without them."""
    return list(_compiled(rule, folded).finditer(fold(text) if folded else text.lower()))


def like(text: str, words: str) -> str:
    """Words as a text is typed: without accents where it has none."""
    return words if has_diacritics(text) else fold(words)


def indicator_kind(question: Question) -> str:
    """The kind of figure that a comparison is about, from its words."""
    for kind, rule in _KINDS:
        if spoken(rule, question.text, question.folded):
            return kind
    return "number"


def wants_lowest(question: Question) -> bool:
    return bool(spoken(_LOWER, question.text, question.folded))


def period_name(period: Period) -> str:
    """A period in Vietnamese words: "quý I năm 2022", "6 tháng đầu năm 2024"."""
    parts = {"h1": "6 tháng đầu năm", "h2": "6 tháng cuối năm"}
    quarters = {"q1": "quý I năm", "q2": "quý II năm", "q3": "quý III năm", "q4": "quý IV năm"}
    if period.part is None:
        return f"năm {period.year}"
    name = parts.get(period.part) or quarters.get(period.part)
    if name is None:
        number = period.part.strip("m")
        name = f"tháng {number} năm" if period.part.startswith("m") else f"{number} tháng năm"
    return f"{name} {period.year}" if period.year else name


def written(number: float) -> str:
    """A computed number as Vietnamese writes it: 1234.5 is "1.234,5"."""
    plain = Decimal(str(round(number, 6))).normalize()
    return f"{plain:,f}".translate(str.maketrans(",.", ".,"))

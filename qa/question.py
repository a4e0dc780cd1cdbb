"""A question understood: what is asked, of which place and period, in which words."""

import re
from dataclasses import dataclass
from functools import cached_property

from index.places import Mention, find_districts, find_provinces, parts, provinces
from index.vietnamese import UPPER, Span, has_diacritics, normalize, tokens
from qa.asking import asked, fold_pattern
from qa.errors import QuestionError
from qa.period import Period, find_periods
from qa.terms import Unit, from_english, is_stop_folded, units

MAXIMUM_CHARACTERS = 2000

# The answer kinds of the JSON contract for each way of asking.
_ANSWER_KINDS = {
    "percent": "number",
    "rank": "number",
    "score": "number",
    "money": "number",
    "change": "number",
    "count": "number",
    "office": "person",
    "superlative": "compare",
    "yesno": "passage",
    "how": "passage",
}

_TARGET = re.compile(
    r"\b(?:mục tiêu|chỉ tiêu|phấn đấu|kế hoạch đề ra|phải đạt|phải đưa|cần đạt|đặt ra|đề ra|yêu cầu đạt"
    r"|hướng tới|dự kiến)\b"
)
_EXCEEDED = re.compile(r"\bvượt\b")
_CHANGED = re.compile(r"\b(?:tăng|giảm)\b")
_CAPITAL_NAME = re.compile(rf"[{UPPER}]\w*(?:\s[{UPPER}]\w*)+")
_DOCUMENT_NAME = (
    r"\b(?:nghị quyết|quyết định|kế hoạch|chỉ thị|thông tư|công văn|đề án|nghị định|thông báo)"
    r"\s+(?:số\s+)?(?P<number>\d+(?:[/-][\w&/-]+)?)"
)


@dataclass(frozen=True)
class Question:
    """A question in normal form and what it was read as; spans point into `text`.

    `asks` is the fine kind ("percent", "rank", "office" …), `kind` the answer's kind in the
    JSON contract. `nature` is what of a figure is asked: achieved, target, exceeded, change.
    """

    text: str
    original: str
    asks: str
    focus: Span
    folded: bool
    nature: str
    provinces: tuple[str, ...]
    mentions: tuple[Mention, ...]
    districts: tuple[str, ...]
    periods: tuple[Period, ...]
    units: tuple[Unit, ...]

    @property
    def kind(self) -> str:
        return _ANSWER_KINDS.get(self.asks, self.asks)

    @cached_property
    def period(self) -> Period | None:
        """The period asked about; aimed-at years ("đến năm 2025") are none."""
        return next((period for period in self.periods if not period.horizon), None)

    @cached_property
    def place_names(self) -> frozenset[str]:
        """The provinces that count as the ones asked about, merged ones with their parts."""
        names = set(self.provinces)
        for name in self.provinces:
            if name in provinces().values():
                names.update(parts(name))
        return frozenset(names)

    @cached_property
    def content(self) -> tuple[Unit, ...]:
        """The units that say what is asked about, without place, period and question word."""
        outside = [self.focus, *((m.start, m.end) for m in self.mentions)]
        outside += [(p.start, p.end) for p in self.periods]
        return tuple(
            unit
            for unit in self.units
            if not any(start <= unit.start < end for start, end in outside)
            and not (is_stop_folded(unit) if self.folded else unit.is_stop)
        )

    @cached_property
    def figures(self) -> tuple[Unit, ...]:
        """The numbers the question states: they must stand in the evidence."""
        inside = [(p.start, p.end) for p in self.periods]
        return tuple(
            unit
            for unit in self.units
            if unit.kind in ("number", "percent")
            and not any(start <= unit.start < end for start, end in inside)
        )

    @cached_property
    def document_numbers(self) -> tuple[str, ...]:
        """Keys of the official documents named: "59/kh-ubnd", "571"."""
        found = [unit.folded for unit in self.units if unit.kind == "document"]
        pattern = fold_pattern(_DOCUMENT_NAME) if self.folded else _DOCUMENT_NAME
        for match in re.finditer(pattern, self.text.lower()):
            found += [token.folded for token in tokens(match["number"])[:1]]
        return tuple(dict.fromkeys(found))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Capitalised names in the question other than provinces."""
        taken = [(m.start, m.end) for m in self.mentions]
        return tuple(
            match.group()
            for match in _CAPITAL_NAME.finditer(self.text)
            if not any(s < match.end() and match.start() < e for s, e in taken)
        )


def understand(text: str) -> Question:
    """Read a question. Raises `QuestionError` if it is empty, wordless or too long."""
    original = normalize(text).replace("\n", " ").strip()
    if not original:
        raise QuestionError("Câu hỏi trống: hãy gõ câu hỏi rồi nhấn Enter")
    if len(original) > MAXIMUM_CHARACTERS:
        raise QuestionError(
            f"Câu hỏi dài {len(original)} ký tự, quá giới hạn {MAXIMUM_CHARACTERS}: hãy hỏi ngắn hơn"
        )
    if not tokens(original):
        raise QuestionError("Câu hỏi không có chữ hay số nào: hãy hỏi bằng lời")
    english = from_english(original)
    question = english or original
    folded = english is not None or not has_diacritics(original)
    found = (asked(question, folded=False) if english else None) or asked(question, folded=folded)
    mentions = tuple(find_provinces(question, proper=False)) or tuple(
        find_provinces(original, proper=False) if english else ()
    )
    asks = found.kind if found else "how"
    focus = found.focus if found else (len(question), len(question))
    named = tuple(dict.fromkeys(mention.name for mention in mentions))
    if asks == "province" and not named and len(named) > 1:
        asks = "compare"
    return Question(
        text=question,
        original=original,
        asks=asks,
        focus=focus,
        folded=folded,
        nature=_nature(question, asks, folded),
        provinces=named,
        mentions=mentions,
        districts=tuple(dict.fromkeys(name for _, name in find_districts(question))),
        periods=tuple(find_periods(question)),
        units=tuple(units(question, any_case=True)),
    )


def _nature(question: str, asks: str, folded: bool) -> str:
    text = question.lower()

    def says(pattern: re.Pattern[str]) -> bool:
        return bool(re.search(fold_pattern(pattern.pattern) if folded else pattern.pattern, text))

    if asks not in ("percent", "number", "score", "money", "change", "rank", "compare", "superlative"):
        return "achieved"
    if says(_EXCEEDED) and asks == "change":
        return "exceeded"
    if says(_CHANGED) and asks == "change":
        return "change"
    if says(_TARGET) and not re.search(r"(?:bao nhiêu|mấy|nhieu|may)\s+(?:mục tiêu|chỉ tiêu|muc|chi)", text):
        return "target"
    return "achieved"

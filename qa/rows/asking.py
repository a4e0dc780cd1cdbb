"""What a question asks of the rows of a table together: the extreme, some of them, how many."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from index.vietnamese import fold
from qa.questions.indicators import indicator_kind, like, spoken, wants_lowest
from qa.questions.question import Question, understand
from qa.texts.figures import value_of

Wanted = Literal["extreme", "some", "count"]

# What asks for one or several of them; the thing stands before "nào", or behind "bao nhiêu".
_SEVERAL = (
    r"\b(?:những|các)\b(?=[^\d?]{1,40}? (?:nào|gì)\b)"
    r"|\b(?:liệt kê|kể tên|nêu tên|kể)(?: ra)?(?: tên)?(?: (?:những|các))?(?= \w)"
)
_WHICH = r"(?P<said>[^\W\d]+(?:,? [^\W\d]+){0,5}) (?P<which>nào)\b"
_COUNT = r"\b(?:có )?(?:tất cả |tổng cộng )?(?:bao nhiêu|mấy)(?= (?P<said>[^\W\d]+(?: [^\W\d]+)?))"
# What a row may be called before its name: "xã, thị trấn nào", "bao nhiêu huyện".
_TYPE = (
    r"(?:tỉnh|huyện|thị xã|thành phố|quận|xã|(?<!địa )phường|(?<!dia )phuong|thị trấn|(?<!cơ )sở"
    r"|(?<!co )(?<!ho )so|(?<!văn )(?<!van )(?:ban|phòng|phong))"
)
_TYPES = (
    rf"\b(?P<before>(?:{_TYPE}(?:,| và| hoặc)? )*{_TYPE}) nào\b"
    rf"|\b(?:bao nhiêu|mấy) (?P<behind>{_TYPE}(?:(?:,| và| hoặc)? {_TYPE})*)\b"
)
_EXTREME = (
    r"\b(?P<adj>nhiều|ít|cao|thấp|lớn|nhỏ|tốt|kém|nhanh|chậm|đông|vắng|dài|ngắn|tốn|mạnh|yếu|rẻ|đắt)"
    r"(?= (?:[^\W\d]+ ){0,8}nhất\b)|(?<=\w )nhất\b(?! (?:trí|định|quán|thể|loạt|thời|thiết))"
    r"|\b(?:đứng|xếp|dẫn) (?:đầu|cuối|chót|bét)\b|\b(?:đầu|cuối|chót) bảng\b|\b(?:đội sổ|quán quân)\b"
)
_MORE = (
    r"\b(?:nhiều|ít|cao|thấp|lớn|nhỏ|tốt|kém|nhanh|chậm|đông|vắng|dài|ngắn|tốn|rẻ|đắt)"
    r"(?= (?:[^\W\d]+ ){0,8}hơn\b)|\bhơn(?=\W*$)"
)
_NONE = r"\b(?:không|chưa)(?: hề)?(?: còn| để| phát sinh| xảy ra| có){1,3}(?= \w)"
_UNIT = r"(?P<unit>\s?(?:%|phần trăm|(?:nghìn|ngàn|triệu|tỷ|tỉ)(?: đồng)?|đồng|điểm))?"
_NUMBER = r"(?P<number>\d[\d.,]*)"
_BOUNDS = (
    (">=", rf"\b(?:đạt )?từ (?:mức )?{_NUMBER}{_UNIT}(?= [^\d?]{{0,30}}?trở lên)"),
    ("<=", rf"\b(?:đạt )?từ (?:mức )?{_NUMBER}{_UNIT}(?= [^\d?]{{0,30}}?trở xuống)"),
    (">=", rf"\b(?:tối thiểu|ít nhất|không dưới|không ít hơn) (?:là )?{_NUMBER}{_UNIT}"),
    ("<=", rf"\b(?:tối đa|nhiều nhất|không quá|không vượt quá) (?:là )?{_NUMBER}{_UNIT}"),
    (
        "<",
        rf"\b(?:dưới|ít hơn|thấp hơn|nhỏ hơn|kém hơn|chưa (?:đến|tới|đạt|được)) (?:mức )?{_NUMBER}{_UNIT}",
    ),
    (">", rf"\b(?:trên|hơn|vượt(?: quá)?|cao hơn|nhiều hơn|lớn hơn) (?:mức )?{_NUMBER}{_UNIT}"),
    ("=", rf"\b(?:đạt|bằng|đúng|có) (?:mức )?{_NUMBER}{_UNIT}"),
)
_AIM = r"(?P<aim>kế hoạch|chỉ tiêu|mục tiêu)(?: (?:được )?(?:giao|đề ra|đặt ra))?"
_REACHED = (
    (
        "<",
        rf"\b(?:chưa|không|hụt|dưới|thấp hơn|kém)(?: (?:đạt|hoàn thành|được|bằng))? (?:so với )?{_AIM}\b",
    ),
    (">", rf"\b(?:vượt|cao hơn|hơn)(?: mức)? {_AIM}\b"),
    (">=", rf"\b(?:đã )?(?:đạt|hoàn thành) {_AIM}\b"),
)
_CHANGED = r"\b(?:tăng|giảm|cải thiện|tụt|thay đổi)\b"
_CHOICE = (
    r"^(?:giữa )?(?P<one>[^,?]+?) (?:và|hay|hoặc|với) (?P<other>[^,?]+)(?:,|\bthì\b)[^,]+ nào\b"
)
_REST = r"\btrở (?:lên|xuống)\b"
_SCALES = {"nghin": 1e3, "ngan": 1e3, "trieu": 1e6, "ty": 1e9, "ti": 1e9}


@dataclass(frozen=True, slots=True)
class RowsAsked:
    """Which rows are wanted, by what, and the question after what their column tells.

    `comparison` is how a figure stands to `value`, in the unit `scale` times one; where `aim`
    holds, to what was planned. `said` is what names the thing asked for, `types` what such rows
    may begin with ("huyen", "thi xa"), folded both. `choice` are those that one is chosen from.
    """

    wanted: Wanted
    matter: Question
    said: str
    types: frozenset[str]
    lowest: bool = False
    comparison: str = ""
    value: float | None = None
    scale: float = 0.0
    aim: bool = False
    choice: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def rows_asked(question: Question) -> RowsAsked | None:
    """What is asked of the rows together; None where one thing alone may be asked for."""
    if question.asks in ("yesno", "compare", "reason", "date"):
        return None
    text, folded = question.text, question.folded
    spans: list[tuple[int, int]] = []
    extreme = spoken(_EXTREME, text, folded)
    comparison, value, scale, aim = _condition(question, spans, bool(extreme))
    several, which = spoken(_SEVERAL, text, folded), spoken(_WHICH, text, folded)
    count = spoken(_COUNT, text, folded)
    choice = _choice(question) if which and not (extreme or comparison) else ()
    if choice:
        wanted: Wanted = "extreme"
        spans += [match.span() for match in spoken(_MORE, text, folded)]
    elif extreme and (several or which) and not comparison:
        wanted = "extreme"
        spans += [match.span() for match in extreme]
    elif count and not which:
        wanted = "count"
    elif several or (which and comparison and (comparison != "=" or value == 0)):
        wanted = "some"
    else:
        return None
    spans += [match.span("which") for match in which]
    spans += [match.span() for match in (*several, *count)]
    matter = _without(question, spans)
    if matter is None:
        return None
    said = fold(" ".join(match["said"] for match in (count if wanted == "count" else which)))
    types = frozenset(
        fold(one)
        for match in spoken(_TYPES, text, folded)
        for one in re.findall(fold(_TYPE) if folded else _TYPE, match["before"] or match["behind"])
    )
    lowest = wants_lowest(question)
    return RowsAsked(wanted, matter, said, types, lowest, comparison, value, scale, aim, choice)


def _choice(question: Question) -> tuple[str, ...]:
    """What one is to be chosen from: "A và B, nhiệm vụ nào nhiều kinh phí hơn"."""
    if not spoken(_MORE, question.text, question.folded):
        return ()
    told = spoken(_CHOICE, question.text, question.folded)
    return (told[0]["one"], told[0]["other"]) if told else ()


def _condition(
    question: Question, spans: list[tuple[int, int]], extreme: bool
) -> tuple[str, float | None, float, bool]:
    """How a figure must stand to another; where that is said is added to the spans."""
    text, folded = question.text, question.folded
    for comparison, rule in _REACHED:
        if found := spoken(rule, text, folded):
            spans.append(found[0].span())
            return comparison, None, 0.0, True
    for comparison, rule in _BOUNDS:
        for found_one in spoken(rule, text, folded):
            value = value_of(found_one["number"].rstrip(".,"))
            if value is None:
                continue
            spans.append(found_one.span())
            spans += [rest.span() for rest in spoken(_REST, text, folded)]
            unit = fold(found_one["unit"] or "").strip()
            return comparison, value, _SCALES.get(unit.split(" ")[0], 0.0), False
    if not extreme and (found := spoken(_NONE, text, folded)):
        spans.append(found[0].span())
        return "=", 0.0, 0.0, False
    return "", None, 0.0, False


def _without(question: Question, spans: list[tuple[int, int]]) -> Question | None:
    """The question after the figure of a row, without the words that several are asked by."""
    text = question.text
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    text = " ".join(text.split()).strip(" ?,.;:")
    if not text:
        return None
    matter = understand(f"{text} {like(question.text, 'là bao nhiêu')}?")
    changed = spoken(_CHANGED, question.text, question.folded)
    asks = "change" if changed else indicator_kind(question)
    return replace(matter, asks=asks, districts=question.districts)


def scale_of(unit: str) -> float:
    """What one of a unit is worth: 1e6 for "triệu đồng"; 0 where it says nothing."""
    words = fold(unit).split()
    return _SCALES.get(words[0], 0.0) if words else 0.0

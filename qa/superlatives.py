"""The highest, the largest, the most important: as a sentence says it, else by figures."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.vietnamese import UPPER, fold, tokens
from qa.answer import Answer
from qa.extremes import named_extreme, says_extreme
from qa.findings import Find, Findings, abstained, answered
from qa.indicators import indicator_kind, spoken, wants_lowest
from qa.labels import label_of_figure
from qa.parting import Part
from qa.question import Question
from qa.readers.reading import Candidate
from qa.sides import LIKE_THE_BEST, Side, cells, side

_ASKS = (
    r"\b(?:nào|gì|ai|đâu)\b.*\b(?P<adj>\w+) nhất\b(?! (?:trí|là|định|quán|thể|loạt|thời|thiết))"
    r"|\b(?P<first>\w+) nhất\b.*\b(?:nào|gì|đâu)\b"
    r"|\bnào\b.*\b(?:đứng|xếp|dẫn) (?:đầu|cuối|chót|bét|nhất)\b"
)
_MANY = r"\b(?:bao nhiêu|mấy)\b"
# "nhất" is part of these words, or asks for a time.
_NO_EXTREME = frozenset("mới gần thứ thống hợp duy đồng moi gan thu thong hop duy dong".split())
_PLACES = frozenset({"superlative", "province", "places"})
_OPEN = _PLACES | {"organization", "how", "list", "document", "number", "percent"}
_TYPE = r"\b(?P<type>\w+) nào\b"
_PROPER = re.compile(rf"(?<=\s)[{UPPER}]|^[{UPPER}]\S*\s[{UPPER}]")
SENTENCES = 8


def is_superlative(question: Question) -> bool:
    """Whether the one that is highest or lowest of several is asked for."""
    if question.asks == "superlative":
        return True
    found = spoken(_ASKS, question.text, question.folded)
    return (
        question.asks in _OPEN
        and bool(found)
        and (found[0]["adj"] or found[0]["first"] or "") not in _NO_EXTREME
        and not spoken(_MANY, question.text, question.folded)
    )


def superlative(question: Question, find: Find, threshold: float) -> Answer:
    """The one that a report calls highest or lowest, else the extreme of those reported."""
    asks_place = question.asks in _PLACES
    if asks_place:
        stated = find(replace(question, asks="province"))
        best = next((c for c in stated.candidates if says_extreme(question, c)), None)
        if best and best.score >= threshold:
            return answered(stated, best.text, [best], kind="province")
    sentences = find(replace(question, asks="how"))
    named = _named(question, sentences, threshold)
    if named and _is_of_type(question, named.text):
        return answered(sentences, named.text, [named], kind=_kind(asks_place))
    numbers = find(replace(question, asks=indicator_kind(question)))
    sides = _by_place(question, numbers, threshold) if asks_place else []
    sides = sides or _by_label(question, numbers, threshold)
    if named and not (sides and all(_is_of_type(question, one.label) for one in sides)):
        return answered(sentences, named.text, [named], kind=_kind(asks_place))
    if len(sides) < 2:
        return abstained(numbers)
    lowest = wants_lowest(question) != (sides[0].kind == "rank")
    order = sorted(sides, key=lambda one: one.value or 0.0, reverse=not lowest)
    text = f"{order[0].label}: {order[0].found.text}"
    used = [one.found for one in order]
    answer = answered(numbers, text, used, computed=True, kind="compare")
    return replace(answer, cells=cells(answer, order))


def _kind(asks_place: bool) -> str:
    return "province" if asks_place else "passage"


def _named(question: Question, sentences: Findings, threshold: float) -> Candidate | None:
    """What the best sentence that names an extreme calls so."""
    for candidate in sentences.candidates[:SENTENCES]:
        if candidate.score < threshold:
            break
        span = named_extreme(question, candidate.paragraph, candidate.quote)
        if not span:
            continue
        text = candidate.paragraph.text[slice(*span)]
        if _is_news(question, text) and _is_one(question, text):
            return replace(candidate, span=span, text=text)
    return None


def _is_one(question: Question, text: str) -> bool:
    """Whether a name is of one thing, and of a place where a place is asked for."""
    if re.match(r"(?:các|những|một số|nhiều|hai|ba|bốn|năm|\d+)\s", text.lower()):
        return False
    return question.asks not in _PLACES or bool(_PROPER.search(text))


def _is_of_type(question: Question, text: str) -> bool:
    """Whether a name begins as what is asked for does: "cấp xã" for "cấp nào"."""
    asked = spoken(_TYPE, question.text, question.folded)
    return bool(asked) and fold(text).split()[:1] == [fold(asked[0]["type"])]


def _is_news(question: Question, text: str) -> bool:
    """Whether a name holds more than the words of the question."""
    asked = {unit.key for unit in question.units}
    return any(token.key not in asked for token in tokens(text))


def _good(numbers: Findings, threshold: float) -> list[Candidate]:
    """The achieved figures that answer about as well as the best."""
    if numbers.best is None:
        return []
    enough = max(threshold, LIKE_THE_BEST * numbers.best.score)
    return [c for c in numbers.candidates if c.score >= enough and c.nature == "achieved"]


def _by_place(question: Question, numbers: Findings, threshold: float) -> list[Side]:
    by_place: dict[str, Candidate] = {}
    for candidate in _good(numbers, threshold):
        if candidate.place:
            by_place.setdefault(candidate.place, candidate)
    sides = [
        side(Part(replace(question, provinces=(place,)), place), found)
        for place, found in by_place.items()
    ]
    sides = [one for one in sides if one.value is not None]
    return sides if len(sides) > 1 else []


def _by_label(question: Question, numbers: Findings, threshold: float) -> list[Side]:
    """The figures of one paragraph or table, each by what it is said of."""
    good = _good(numbers, threshold)
    if not good:
        return []
    best = good[0]
    table = bool(best.paragraph.header)
    heading = best.paragraph.heading_of(best.span[0])
    found: dict[str, Side] = {}
    for candidate in good:
        paragraph = candidate.paragraph
        if paragraph.document.id != best.paragraph.document.id:
            continue
        if (
            (paragraph.heading_of(candidate.span[0]) != heading)
            if table
            else paragraph != best.paragraph
        ):
            continue
        label = label_of_figure(paragraph, candidate.span)
        one = side(Part(question, label), candidate)
        if label and one.value is not None and _is_news(question, label):
            found.setdefault(fold(label), one)
    sides = [one for one in found.values() if one.kind == next(iter(found.values())).kind]
    return sides if table or _are_alike([one.label for one in sides]) else []


def _are_alike(labels: Sequence[str]) -> bool:
    """Whether labels name things of one sort: "chính quyền số", "kinh tế số"; "VNPT", "Viettel"."""
    words = [fold(label).split() for label in labels]
    return (
        len({one[0] for one in words}) == 1
        or len({one[-1] for one in words}) == 1
        or all(label[:1].isupper() for label in labels)
    )

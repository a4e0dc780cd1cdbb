"""The highest, the largest, the most important: as a sentence says it, else by figures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.vietnamese import UPPER, fold
from qa.answer import Answer
from qa.catalogue.labels import label_of_figure
from qa.comparing.compare import compare
from qa.comparing.extremes import named_extreme, says_extreme, says_with_same_verb, tells_extreme
from qa.comparing.ranking import asks_extreme_change, ranked_in_a_sentence, without_choice
from qa.comparing.sides import LIKE_THE_BEST, Side, cells, side
from qa.findings import Find, Findings, abstained, answered
from qa.fitting import PLACES, asks_for_place, is_body, is_news, is_of_type, is_one
from qa.questions.coordination import conjuncts
from qa.questions.indicators import indicator_kind, spoken, wants_lowest
from qa.questions.question import Question
from qa.questions.worded import Part
from qa.readers.locating import names_any
from qa.readers.reading import Candidate
from qa.texts.figures import figures
from qa.words.terms import units

_ASKS = (
    r"\b(?:nào|gì|ai|đâu)\b.*\b(?P<adj>\w+) nhất\b(?! (?:trí|là|định|quán|thể|loạt|thời|thiết|(?:hoặc |hay )?nhì))"
    r"|\b(?P<first>\w+) nhất\b.*\b(?:nào|gì|đâu|ai)\b"
    r"|\b(?:nào|ai)\b.*\b(?:(?:đứng|xếp|dẫn) (?:đầu|cuối|chót|bét|nhất)|đội sổ|(?:cuối|chót|bét|đầu) bảng|quán quân)\b"
)
_MANY = r"\b(?:bao nhiêu|mấy)\b"
# The figure is asked for too: "… là ai, đóng bao nhiêu?".
_AND_HOW_MANY = r"\b(?:nào|ai)\b\s*(?:,|và)(?: \w+){0,4} (?:bao nhiêu|mấy)\b[^,]*$"
# "nhất" is part of these words, or asks for a time.
_NO_EXTREME = frozenset(
    "mới gần thứ thống hợp duy đồng hạng giải moi gan thu thong hop duy dong hang giai".split()
)
_OPEN = PLACES | {"organization", "how", "list", "document", "number", "percent"}
# A trade, not a body: "ngành nào năng suất cao nhất".
_TRADE = r"\bngành(?: nghề| hàng)? nào\b"
_AT = re.compile(r"^(?!.*\bnao\b).*\bnhat\b.*\b(?:o|tai|thuoc)(?: dia ban)?\s$")
SENTENCES = 8
# A sentence beside a good one counts less; one of the type or with the verb asked for more.
NEIGHBOURS, BESIDE = 3, 0.75
OF_TYPE, SAME_VERB = 0.2, 0.15
# A ranking names at least so many places.
RANKING = 3
# So many words may be a place without a name ("khu vực miền núi").
LONGEST_PLACE = 5
_NAME = re.compile(rf"(?<!\w)[{UPPER}]\w*(?:\s[{UPPER}]\w*)*")


def is_superlative(question: Question) -> bool:
    """Whether the one that is highest or lowest of several is asked for."""
    if question.asks == "superlative":
        return True
    if question.asks == "list" and _counts(question):
        return False  # "ba bộ nào chậm nhất": the sentence counts them up
    if question.asks == "province" and _AT.search(question.plain[: question.focus[0]]):
        return False  # "hang dài nhất nước nằm ở tỉnh nào": where the thing called so is
    found = spoken(_ASKS, question.text, question.folded)
    return (
        question.asks in _OPEN
        and bool(found)
        and (found[0]["adj"] or found[0]["first"] or "") not in _NO_EXTREME
        and (
            not spoken(_MANY, question.text, question.folded)
            or bool(spoken(_AND_HOW_MANY, question.text, question.folded))
        )
    )


def _counts(question: Question) -> bool:
    """Whether so many are asked for: "ba bộ nào"."""
    return fold(question.text[slice(*question.focus)]) not in ("nhung", "cac")


def superlative(question: Question, find: Find, threshold: float) -> Answer:
    """The one that a report calls highest or lowest, else the extreme of those reported.

    Where the question names several to choose from it is one of them.
    """
    choices = [question.text[slice(*span)] for span in conjuncts(question)]
    if len(choices) > 1:
        compared = compare(question, find, threshold)
        if compared.computed:
            return compared
    answer = _extreme(question, find, threshold)
    if len(choices) > 1 and answer.answer and not _is_a_choice(answer.answer, choices):
        return replace(answer, answer=None, citations=(), cells=(), computed=False, note=None)
    return answer


def _is_inside(question: Question, found: Candidate) -> bool:
    """Whether a place stands in a report that names the province whose parts are asked about."""
    names = question.place_names
    return not names or names_any(found.paragraph.document, names)


def _is_a_choice(said: str, choices: Sequence[str]) -> bool:
    """Whether an answer names one of the things that a question lets choose from."""
    words = {unit.folded for unit in units(said)}
    return any(
        words & {unit.folded for unit in units(choice) if not unit.is_stop} for choice in choices
    )


def _extreme(question: Question, find: Find, threshold: float) -> Answer:
    asks_place = asks_for_place(question)
    if asks_place:
        stated = find(replace(question, asks="province"))
        best = next(
            (c for c in stated.candidates if says_extreme(question, c) and _is_inside(question, c)),
            None,
        )
        if best and best.score >= threshold:
            return answered(stated, best.text, [best], kind="province")
    elif question.asks == "organization" and not spoken(_TRADE, question.text, question.folded):
        stated = find(question)
        best = next((c for c in stated.candidates if says_extreme(question, c)), None)
        if best and best.score >= max(threshold, LIKE_THE_BEST * stated.candidates[0].score):
            return answered(stated, best.text, [best])
    elif question.asks == "document" and question.period:
        # What is called so of another year is read in the same words.
        return abstained(find(question))
    sentences = find(replace(question, asks="how"))
    named = _named(question, sentences, threshold)
    if named and is_of_type(question, named.text):
        return answered(sentences, named.text, [named], kind=_kind(asks_place))
    numbers = find(replace(question, asks=indicator_kind(question)))
    sides = []
    if not asks_extreme_change(question):
        sides = _by_place(question, numbers, threshold) if asks_place else []
    ranked = [] if sides else ranked_in_a_sentence(question, sentences, threshold)
    if ranked:
        sides, numbers = ranked, sentences
    if not sides and not asks_extreme_change(question):
        sides = _by_label(question, numbers, threshold)
    typed = bool(ranked) or all(is_of_type(question, one.label) for one in sides)
    if named and not (sides and typed):
        return answered(sentences, named.text, [named], kind=_kind(asks_place))
    if len(sides) < 2 and (named := _named(question, sentences, threshold, around=True)):
        return answered(sentences, named.text, [named], kind=_kind(asks_place))
    if len(sides) < 2 and question.asks == "how":
        matter = find(without_choice(question))
        sides = ranked_in_a_sentence(question, matter, threshold)
    if len(sides) < 2:
        return abstained(numbers)
    lowest = wants_lowest(question) != (sides[0].kind == "rank")
    order = sorted(sides, key=lambda one: one.value or 0.0, reverse=not lowest)
    first = [one for one in order if one.value == order[0].value]
    text = f"{', '.join(one.label for one in first)}: {order[0].found.text}"
    used = [one.found for one in order]
    answer = answered(numbers, text, used, computed=True, kind="compare")
    return replace(answer, cells=cells(answer, order))


def tells_of_it(sentence: Candidate) -> bool:
    """Whether a sentence says of something that it is the extreme, or gives figures to compare."""
    start, end = sentence.quote
    told = [f for f in figures(sentence.paragraph) if start <= f.span[0] < end]
    return tells_extreme(sentence.text) or len(told) >= RANKING


def _kind(asks_place: bool) -> str:
    return "province" if asks_place else "passage"


def _named(
    question: Question, sentences: Findings, threshold: float, *, around: bool = False
) -> Candidate | None:
    """What the reports call so in a good sentence; with `around`, in one beside it."""
    best: tuple[float, Candidate] | None = None
    for candidate, near in _beside(sentences, threshold):
        if (near < 1.0) != around:
            continue
        paragraph, quote = candidate.paragraph, candidate.quote
        span = named_extreme(question, paragraph, quote)
        text = paragraph.text[slice(*span)] if span else ""
        if near < 1.0 and not (is_of_type(question, text) or asks_for_place(question)):
            span = named_extreme(question, paragraph, quote, opening=True)
        if not span or not is_news(question, text) or not is_one(question, text):
            continue
        if asks_for_place(question) and not _may_be_place(question, text):
            continue
        if question.asks == "organization" and not (is_of_type(question, text) or is_body(text)):
            continue
        worth = near * candidate.score + OF_TYPE * is_of_type(question, text)
        worth += SAME_VERB * says_with_same_verb(question, paragraph, quote)
        if best is None or worth > best[0]:
            best = worth, replace(candidate, span=span, quote=quote, text=text)
    return best[1] if best else None


def _may_be_place(question: Question, text: str) -> bool:
    """Whether a text may be a place: a short one, or one with a name that the question has not."""
    if text.count(" ") < LONGEST_PLACE:
        return True
    return any(fold(name.group()) not in question.plain for name in _NAME.finditer(text, 1))


def _beside(sentences: Findings, threshold: float) -> Iterator[tuple[Candidate, float]]:
    """The good sentences, and those around them, each with how far it counts."""
    good = [c for c in sentences.candidates[:SENTENCES] if c.score >= threshold]
    for candidate in good:
        yield candidate, 1.0
        paragraph = candidate.paragraph
        here = next(
            (at for at, span in enumerate(paragraph.sentences) if span[1] > candidate.quote[0]), 0
        )
        for at, span in enumerate(paragraph.sentences):
            if 0 < abs(at - here) <= NEIGHBOURS:
                text = paragraph.text[slice(*span)]
                near = BESIDE ** abs(at - here)
                yield replace(candidate, span=span, quote=span, text=text), near


def _good(numbers: Findings, threshold: float) -> list[Candidate]:
    """The achieved figures that answer about as well as the best."""
    if numbers.best is None:
        return []
    enough = max(threshold, LIKE_THE_BEST * numbers.best.score)
    return [c for c in numbers.candidates if c.score >= enough and c.nature == "achieved"]


def _by_place(question: Question, numbers: Findings, threshold: float) -> list[Side]:
    by_place: dict[str, Candidate] = {}
    good = _good(numbers, threshold)
    named: dict[str, set[str | None]] = {}
    for candidate in good:
        named.setdefault(candidate.paragraph.document.id, set()).add(candidate.place)
    ranking = max(named, key=lambda document: len(named[document]), default="")
    if len(named.get(ranking, ())) >= RANKING:
        good = [c for c in good if c.paragraph.document.id == ranking]
    for candidate in good:
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
    sentence = best.paragraph.sentence_at(best.span[0])
    beside = [c for c in good if c.paragraph == best.paragraph and c.span[0] < sentence[1]]
    beside = [c for c in beside if c.span[0] >= sentence[0]]
    good = beside if len(beside) > 1 else good
    table = bool(best.paragraph.header)
    heading = best.paragraph.heading_of(best.span[0])
    found: dict[str, Side] = {}
    for candidate in good:
        paragraph = candidate.paragraph
        if paragraph.document.id != best.paragraph.document.id:
            continue
        here = paragraph.heading_of(candidate.span[0])
        if here != heading or (not table and paragraph != best.paragraph):
            continue
        label = label_of_figure(paragraph, candidate.span)
        one = side(Part(question, label), candidate)
        if label and one.value is not None and is_news(question, label):
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

"""Yes and no: a claim held against what the reports say."""

import re
from dataclasses import replace

from index.vietnamese import fold, number_key
from qa.answer import Answer
from qa.compare import gather
from qa.contradictions import contradicts, turned
from qa.degrees import behind_others, is_of_all, only_some
from qa.extremes import named_extreme
from qa.figures import Figure
from qa.findings import Find, Findings, abstained, answered
from qa.indicators import indicator_kind, spoken, wants_lowest
from qa.parting import periods_of
from qa.people import people
from qa.polarity import is_negated, is_refuted, judge
from qa.question import Question
from qa.readers.reading import Candidate
from qa.sides import cells, listed, value_in
from qa.slots import (
    Slot,
    claim_of,
    claimed_figures,
    day_slot,
    figure_slot,
    person_slot,
    same_day,
)
from qa.statements import NO, YES, said_in_a_sentence, tells_of
from qa.targets import reached_by_figures

_COMPARED = r"\b(?:cao|thấp|nhiều|ít|lớn|nhỏ|tốt|kém|nhanh|chậm) hơn\b"
_REACHES = r"\b(?:đạt|vượt|hoàn thành)\b.*\b(?:mục tiêu|chỉ tiêu|kế hoạch)\b"
_EXTREME = (
    r"\b(?:(?!(?:hợp|thống|đồng|duy) nhất)\w+ nhất|dẫn đầu|đứng đầu|đứng cuối|xếp cuối|đứng chót)\b"
    r"(?! (?:trí|định|quán))"
)
# Whether it is done yet asks for the deed, not for the one who did it.
_YET = r"\bđã\b.*\bchưa\W*$"
_ALIKE = r"\b(?:như|giống|cũng|cùng|đều|tương tự)\b"
_AT_LEAST = re.compile(r"\b(?:tren|hon|vuot|it nhat|toi thieu|qua)\s*$")
_AT_MOST = re.compile(r"\b(?:duoi|chua toi|chua den|khong qua|toi da|chua day)\s*$")
_ABOUT = re.compile(r"\b(?:khoang|gan|xap xi|chung)\s*$")
ABOUT = 0.05
SENTENCES = 8
# The last words of a claim are what it claims.
TAIL = 3
LIKE_THE_BEST = 0.6
# A figure claimed is another's where one told much nearer to it is not the same.
NEARLY, HALF = 0.9, 0.5


def verify(question: Question, find: Find, threshold: float) -> Answer:
    """Whether the reports say what the question claims, with what they say instead if not."""
    ways = (
        _compared,
        behind_others,
        only_some,
        _reached,
        _day,
        _of_each,
        _figures,
        _person,
        _extreme,
    )
    for way in ways:
        answer = way(question, find, threshold)
        if answer is not None:
            return answer
    return said_in_a_sentence(question, find, threshold)


def _says(rule: str, question: Question) -> bool:
    return bool(spoken(rule, question.text, question.folded))


def _compared(question: Question, find: Find, threshold: float) -> Answer | None:
    """ "A cao hơn B": the figures of both, and which is the higher."""
    several = len(question.provinces) > 1 or len(periods_of(question)) > 1
    if not several or not _says(_COMPARED, question):
        return None
    compared = gather(question, find, threshold)
    sides = compared.sides
    if not compared.complete or len(sides) != 2 or any(one.value is None for one in sides):
        return abstained(compared.findings)
    first, second = ((one.value or 0.0) * (-1 if one.kind == "rank" else 1) for one in sides)
    holds = first < second if wants_lowest(question) else first > second
    text = f"{YES if holds else NO}. {listed(sides, numbered=True)}"
    used = [one.found for one in sides]
    answer = answered(compared.findings, text, used, computed=True, kind="compare")
    return replace(answer, cells=cells(answer, sides))


def _reached(question: Question, find: Find, threshold: float) -> Answer | None:
    """Whether what was achieved meets the target, when one report states both."""
    if not _says(_REACHES, question):
        return None
    asks = indicator_kind(question)
    if answer := reached_by_figures(question, find, threshold):
        return answer
    achieved = find(replace(question, asks=asks, nature="achieved", stated=()))
    target = find(replace(question, asks=asks, nature="target", stated=()))
    if not (achieved.best and target.best) or achieved.best.score < threshold:
        return None
    wanted = target.best
    got = _beside(achieved, wanted, threshold) or achieved.best
    same = got.paragraph == wanted.paragraph and wanted.nature == "target"
    (got_value, kind, _), (wanted_value, _, _) = value_in(got), value_in(wanted)
    if not same or got.nature != "achieved" or got_value is None or wanted_value is None:
        return None
    met = got_value <= wanted_value if kind == "rank" else got_value >= wanted_value
    return answered(
        achieved,
        f"{YES if met != is_negated(claim_of(question)) else NO}, {got.text} (mục tiêu {wanted.text})",
        [got, wanted],
        computed=True,
        kind="passage",
    )


def _beside(achieved: Findings, wanted: Candidate, threshold: float) -> Candidate | None:
    """The figure that a target stands beside: "67,2% (mục tiêu 70%)"."""
    clause = wanted.paragraph.clause_at(wanted.span[0])
    near = [
        c
        for c in achieved.candidates
        if c.paragraph == wanted.paragraph
        and c.nature == "achieved"
        and c.score >= threshold
        and clause[0] <= c.span[0] < clause[1]
    ]
    return min(near, key=lambda c: abs(c.span[0] - wanted.span[0]), default=None)


def _day(question: Question, find: Find, threshold: float) -> Answer | None:
    slot = day_slot(question)
    if slot is None:
        return None
    findings = find(slot.question)
    best = findings.best
    if best is None or best.score < threshold:
        return None
    good = [c for c in findings.candidates if c.score >= max(threshold, LIKE_THE_BEST * best.score)]
    same = next((c for c in good if same_day(slot.said, c.text)), None)
    return _answer(findings, same is not None, same or best)


def _of_each(question: Question, find: Find, threshold: float) -> Answer | None:
    """ "A đạt 93,4% như B": a figure claimed of several places must be that of each."""
    if len(question.provinces) < 2 or not _says(_ALIKE, question):
        return None
    each = [replace(question, provinces=(name,)) for name in question.provinces]
    told = [answer for one in each if (answer := _figures(one, find, threshold))]
    if len(told) < len(each):
        return None
    return min(told, key=lambda one: (not (one.answer or "").startswith(NO), not one.abstained))


def _figures(question: Question, find: Find, threshold: float) -> Answer | None:
    """ "93,4% … đúng không?": the figure reported in the place of the one claimed."""
    claimed = [] if _says(_REACHES, question) else claimed_figures(question)
    if not claimed:
        return None
    figure = claimed[0]
    findings = find(figure_slot(question, figure).question)
    best = findings.best
    good = [c for c in findings.candidates if c.score >= threshold]
    good = [c for c in good if c.score >= LIKE_THE_BEST * good[0].score]
    right = next((c for c in good if _is_of(question, c) and _meets(question, figure, c)), None)
    if right and turned(question.text, figure.span[0], right.paragraph.text, right.span[0]):
        return _quoted(findings, right)
    if right and is_of_all(question):
        return None  # so many are meant, whatever is said of them
    if right and _is_nearly(right, best) and (right is best or question.period is None):
        return _answer(findings, True, right) if _tells(question, right) else abstained(findings)
    true_of = _true_elsewhere(question, find, threshold)
    if best and good and (_is_of(question, best) or not true_of):
        used = [best, *([true_of] if true_of else [])]
        note = f"{true_of.text} mới là nơi có số liệu này" if true_of else None
        return answered(findings, f"{NO}, {best.text}", used, note=note, kind="passage")
    if true_of:
        return answered(findings, f"{NO}, {true_of.text}", [true_of], kind="passage")
    return abstained(findings)


def _is_nearly(found: Candidate, best: Candidate | None) -> bool:
    return best is not None and found.score >= NEARLY * best.score


def _tells(question: Question, found: Candidate) -> bool:
    """Whether the sentence of a figure tells of half of what is claimed."""
    paragraph = found.paragraph
    sentence = paragraph.sentence_at(found.span[0])
    content = question.content
    return judge(claim_of(question), content, content, paragraph, sentence).met >= HALF


def _is_of(question: Question, found: Candidate) -> bool:
    """Whether a figure is of the place that the claim names."""
    names = question.place_names
    return not names or found.place is None or found.place in names


def _meets(question: Question, claimed: Figure, found: Candidate) -> bool:
    """Whether a figure found is the one claimed, or lies where the claim puts it."""
    said = number_key(question.text[slice(*claimed.span)].rstrip("%")).split("/")[0]
    numbers = {number_key(n) for n in re.findall(r"\d+(?:[.,/]\d+)*", found.text)}
    if said in numbers | {number.split("/")[0] for number in numbers}:
        return True
    value, kind, unit = value_in(found)
    if value is None or claimed.value is None or (kind, unit) != (claimed.kind, claimed.unit):
        return False
    before = fold(question.text[: claimed.span[0]])
    if _AT_LEAST.search(before):
        return value >= claimed.value
    if _AT_MOST.search(before):
        return value <= claimed.value
    return bool(_ABOUT.search(before)) and abs(value - claimed.value) <= ABOUT * claimed.value


def _true_elsewhere(question: Question, find: Find, threshold: float) -> Candidate | None:
    """The place of which the claimed figure is reported, when it is not the one claimed."""
    if not question.provinces:
        return None
    found = find(replace(question, asks="province", provinces=()))
    best = next((c for c in found.candidates if c.text not in question.provinces), None)
    return best if best and best.score >= threshold else None


def _person(question: Question, find: Find, threshold: float) -> Answer | None:
    """ "do ông Lê Hải Hòa chủ trì": who is said to do it; of what many do, only a yes."""
    slot: Slot | None = person_slot(question)
    if slot is None or _says(_YET, question):
        return None
    findings = find(slot.question)
    good = [c for c in findings.candidates if c.score >= threshold]
    said = fold(slot.said)
    same = next((c for c in good if said in fold(c.text) or fold(c.text) in said), None)
    if same and (slot.shared or same.score >= LIKE_THE_BEST * good[0].score):
        if not slot.shared and same.text != good[0].text and same.score < good[0].score:
            return _answer(findings, False, good[0])
        return None if _is_in_doubt(question, same) else _answer(findings, True, same)
    if good and not slot.shared:
        return _answer(findings, False, good[0])
    return None


def _is_in_doubt(question: Question, found: Candidate) -> bool:
    """Whether the sentence that names the person denies what is claimed of them, or tells too
    little of it."""
    claim, tail = claim_of(question), question.content[-TAIL:]
    paragraph = found.paragraph
    quote = paragraph.sentence_at(found.span[0])
    if contradicts(claim, paragraph.text[slice(*found.quote)]) is not False:
        return True
    if not tells_of(question, people(question.text), replace(found, quote=quote)):
        return True
    return judge(claim, tail, tail, paragraph, quote).denies and not is_negated(claim)


def _extreme(question: Question, find: Find, threshold: float) -> Answer | None:
    """ "X có phải là … yếu nhất không": what the reports call so."""
    if not _says(_EXTREME, question):
        return None
    findings = find(replace(question, asks="how", stated=()))
    # A name stands in the report as it is asked or as its abbreviation is understood.
    asked = {unit.folded for unit in question.units} | set(
        re.findall(r"\w+", fold(question.original))
    )
    other: Candidate | None = None
    for candidate in findings.candidates[:SENTENCES]:
        if candidate.score < threshold:
            break
        span = named_extreme(question, candidate.paragraph, candidate.quote)
        if span is None:
            continue
        text = candidate.paragraph.text[slice(*span)]
        named = replace(candidate, span=span, text=text)
        other = other or named
        if set(fold(_name_in(text)).split()) <= asked:
            return _answer(findings, True, named)
    return None if other is None else _answer(findings, False, other)


def _name_in(text: str) -> str:
    """The capitalised words of what is called an extreme: "Việt Nam liên tục"; all without any."""
    said = [word for word in text.split() if word[0].isupper()]
    return " ".join(said) if len(said) > 1 else text


def _quoted(findings: Findings, found: Candidate) -> Answer:
    """No, and the sentence that says otherwise."""
    paragraph = found.paragraph
    sentence = paragraph.sentence_at(found.span[0])
    told = paragraph.text[slice(*sentence)].strip(" .;,")
    start = paragraph.text.index(told, sentence[0])
    span = start, start + len(told)
    found = replace(found, span=span, quote=span, text=f"“{told}”")
    return answered(findings, f"{NO}. {found.text}", [found], kind="passage")


def _answer(findings: Findings, holds: bool, found: Candidate) -> Answer:
    paragraph = found.paragraph
    told = paragraph.text[slice(*paragraph.sentence_at(found.span[0]))]
    if holds and is_refuted(told.strip(" .;,")) and not is_refuted(findings.question.text):
        return _quoted(findings, found)
    text = f"{YES if holds else NO}, {found.text}"
    return answered(findings, text, [found], kind="passage")

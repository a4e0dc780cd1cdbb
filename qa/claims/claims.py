"""Yes and no: a claim held against what the reports say."""

import re
from dataclasses import replace

from index.vietnamese import fold
from qa.answer import Answer
from qa.claims.affirming import affirms, tells_the_deed
from qa.claims.contradictions import contradicts
from qa.claims.degrees import behind_others, only_some
from qa.claims.figures_claimed import figures_claimed, of_each_place
from qa.claims.limits import is_of_one_alone
from qa.claims.of_each import claims_of_each, of_all
from qa.claims.particulars import says, vouches
from qa.claims.placed import told_elsewhere
from qa.claims.polarity import ANY, is_negated, judge
from qa.claims.statements import NO, YES, said_in_a_sentence, tells_of
from qa.claims.targets import falls_below, meets_a_target, reached_by_figures
from qa.claims.told_of import told_of_another
from qa.claims.universals import is_of_all
from qa.claims.verdicts import quoted, verdict
from qa.comparing.compare import gather
from qa.comparing.extremes import named_extreme
from qa.comparing.sides import cells, listed, value_in
from qa.findings import Find, Findings, abstained, answered
from qa.questions.between import between
from qa.questions.indicators import indicator_kind, spoken, wants_lowest
from qa.questions.parting import periods_of
from qa.questions.question import Question
from qa.questions.slots import (
    Slot,
    claim_of,
    day_slot,
    days_in,
    person_slot,
    same_day,
    typed_claim,
)
from qa.readers.reading import Candidate
from qa.texts.people import people

_COMPARED = r"\b(?:cao|thấp|nhiều|ít|lớn|nhỏ|tốt|kém|nhanh|chậm)(?: \w+){0,4}? hơn\b"
_EXTREME = (
    r"\b(?:(?!(?:hợp|thống|đồng|duy) nhất)\w+ nhất|dẫn đầu|(?<!người )đứng đầu|đứng cuối|xếp cuối|đứng chót)\b"
    r"(?! (?:trí|định|quán))"
)
_HEADS = frozenset({"tinh", "huyen", "xa", "phuong", "quan"})
# Whether it is done yet asks for the deed, not for the one who did it.
_YET = r"\bđã\b.*\bchưa\W*$"
SENTENCES = 8
# The last words of a claim are what it claims.
TAIL = 3
LIKE_THE_BEST, BY_FAR = 0.6, 0.4
# What another said must be as much of what is claimed as this to deny who said it.
SAID_ALIKE = 0.8


def verify(question: Question, find: Find, threshold: float) -> Answer:
    """Whether the reports say what the question claims, with what they say instead if not."""
    ways = (
        _compared,
        behind_others,
        only_some,
        _reached,
        _day,
        of_each_place,
        figures_claimed,
        _person,
        _extreme,
    )
    if each := claims_of_each(question):
        return of_all([verify(one, find, threshold) for one in each])
    told = (way(question, find, threshold) for way in ways)
    answer = next((one for one in told if one is not None), None)
    answer = answer or said_in_a_sentence(question, find, threshold)
    if not (answer.answer or "").startswith(NO) and (
        elsewhere := told_elsewhere(question, find, threshold)
    ):
        return quoted(*elsewhere)
    return answer


def _says(rule: str, question: Question) -> bool:
    return bool(spoken(rule, question.text, question.folded))


def _compared(question: Question, find: Find, threshold: float) -> Answer | None:
    """ "A cao hơn B": the figures of both, and which is the higher."""
    several = (
        len(question.provinces) > 1
        or len(periods_of(question)) > 1
        or between(question) is not None
    )
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
    claim = typed_claim(question)
    # Of all of them, or of one alone, the two figures of one tell nothing.
    if not meets_a_target(question) or is_of_all(claim) or is_of_one_alone(claim):
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
        f"{YES if met != falls_below(question) else NO}, {got.text} (mục tiêu {wanted.text})",
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
    # Whether there is any asks for the thing, not for its day: "hôm 30/3 có hội nghị nào không".
    if slot is None or _says(ANY, question):
        return None
    findings = find(slot.question)
    best = findings.best
    if best is None or best.score < threshold:
        return None
    good = [c for c in findings.candidates if c.score >= max(threshold, LIKE_THE_BEST * best.score)]
    same = next((c for c in good if same_day(slot.said, c.text)), None)
    if same and (holds := affirms(question, same)) is not True:
        return None if holds is None else quoted(findings, same)
    if same and not vouches(question, same):
        return None
    sentence = best.paragraph.text[slice(*best.paragraph.sentence_at(best.span[0]))]
    if same is None and any(same_day(slot.said, day) for day in days_in(sentence)):
        # It stands beside the day that was taken for the answer; as another's day it counts for none.
        beside = [c.score for c in findings.candidates if same_day(slot.said, c.text)]
        if not beside or max(beside) > BY_FAR * best.score:
            return None
    return verdict(findings, same is not None, same or best)


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
            return _someone_else(question, findings, good[0])
        return None if _is_in_doubt(question, same) else verdict(findings, True, same)
    if good and not slot.shared:
        return _someone_else(question, findings, good[0])
    return None


def _someone_else(question: Question, findings: Findings, found: Candidate) -> Answer | None:
    """No, and who it is; None where the sentence tells of both, each another part of the claim."""
    if not _is_person(found):
        return None
    sentence = replace(found, quote=found.paragraph.sentence_at(found.span[0]))
    named = people(question.text)
    # That another does something else denies nothing, nor that another says the like.
    if told_of_another(question, named, sentence) or not tells_of(question, named, sentence):
        return None
    if says(question, named) and not tells_of(question, named, sentence, SAID_ALIKE):
        return None
    return verdict(findings, False, found)


def _is_person(found: Candidate) -> bool:
    """Whether a candidate is someone's name: a body or a place that does it too denies no one."""
    start, end = found.span
    return any(
        one.name[0] < end and start < one.name[1] for one in people(found.paragraph.text)
    ) and not any(one.start < end and start < one.end for one in found.paragraph.provinces)


def _is_in_doubt(question: Question, found: Candidate) -> bool:
    """Whether the sentence that names the person denies what is claimed of them, or tells too
    little of it."""
    claim, tail = claim_of(question), question.content[-TAIL:]
    paragraph = found.paragraph
    quote = paragraph.sentence_at(found.span[0])
    if contradicts(typed_claim(question), paragraph.text[slice(*found.quote)]) is not False:
        return True
    if not tells_the_deed(question, found):
        return True
    if not tells_of(question, people(question.text), replace(found, quote=quote)):
        return True
    if not vouches(question, found):
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
        if _words(_name_in(text)) <= asked:
            return verdict(findings, True, named)
    return None if other is None else verdict(findings, False, other)


def _words(name: str) -> set[str]:
    """The words of a name, without what kind of place it is: "Huyện Mộc Châu"."""
    words = re.findall(r"\w+", fold(name))
    return set(words[1:] if len(words) > 1 and words[0] in _HEADS else words)


def _name_in(text: str) -> str:
    """The capitalised words of what is called an extreme: "Việt Nam liên tục"; all without any."""
    said = [word for word in text.split() if word[0].isupper()]
    return " ".join(said) if len(said) > 1 else text

"""Yes and no: a claim held against what the reports say."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.vietnamese import UPPER, Span, fold, number_key
from qa.answer import Answer
from qa.compare import gather
from qa.extremes import named_extreme
from qa.figures import Figure, measured_periods
from qa.findings import Find, Findings, abstained, answered
from qa.indicators import indicator_kind, spoken, wants_lowest
from qa.paragraph import Paragraph
from qa.parting import periods_of
from qa.polarity import Verdict, is_negated, judge
from qa.question import Question
from qa.readers.reading import Candidate, quote_around
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
from qa.terms import Unit

YES, NO = "Có", "Không"

_COMPARED = r"\b(?:cao|thấp|nhiều|ít|lớn|nhỏ|tốt|kém|nhanh|chậm) hơn\b"
_REACHES = r"\b(?:đạt|vượt|hoàn thành)\b.*\b(?:mục tiêu|chỉ tiêu|kế hoạch)\b"
_EXTREME = r"\b(?:\w+ nhất|dẫn đầu|đứng đầu|đứng cuối|xếp cuối|đứng chót)\b(?! (?:trí|định|quán))"
_DONE = r"\bđã\b.*\bchưa\W*$"
_PLANNED = re.compile(r"\b(?:sẽ|dự kiến|phấn đấu|mục tiêu|đang lấy ý kiến|hướng tới|đặt ra)\b")
_ROLE = r"\bvới (?:tư cách|danh nghĩa|vai trò)\s+(?:là\s+)?(?P<role>[^,;.?]+)"
_IS = re.compile(r"^(?P<who>.+?)\s(?:có phải )?là\s(?P<what>.+)$", re.IGNORECASE)
_PREDICATE = r"\bcó\s+(?:phải\s+|bị\s+|được\s+)?(?P<said>.+?)\W*(?:không|chưa|chứ|ko)?\W*$"
_AT_LEAST = re.compile(r"\b(?:tren|hon|vuot|it nhat|toi thieu|qua)\s*$")
_AT_MOST = re.compile(r"\b(?:duoi|chua toi|chua den|khong qua|toi da|chua day)\s*$")
_ABOUT = re.compile(r"\b(?:khoang|gan|xap xi|chung)\s*$")
ABOUT = 0.05
SENTENCES = 8
LIKE_THE_BEST = 0.6
# Of the words of a claim and of its predicate this much must stand in one sentence.
SPOKEN_OF, SAID = 0.5, 0.34
PREDICATE_WEIGHT = 0.5
LONGEST_QUOTE = 260


def verify(question: Question, find: Find, threshold: float) -> Answer:
    """Whether the reports say what the question claims, with what they say instead if not."""
    for way in (_compared, _reached, _day, _figures, _person, _extreme):
        answer = way(question, find, threshold)
        if answer is not None:
            return answer
    return _sentence(question, find, threshold)


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
        f"{YES if met else NO}, {got.text} (mục tiêu {wanted.text})",
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
    return _answer(findings, same_day(slot.said, best.text), best)


def _figures(question: Question, find: Find, threshold: float) -> Answer | None:
    """ "93,4% … đúng không?": the figure reported in the place of the one claimed."""
    claimed = [] if _says(_REACHES, question) else claimed_figures(question)
    if not claimed:
        return None
    figure = claimed[0]
    findings = find(figure_slot(question, figure).question)
    best = findings.best
    true_of = None
    if best is None or best.score < threshold or not _meets(question, figure, best):
        true_of = _true_elsewhere(question, find, threshold)
    if best and best.score >= threshold:
        if _meets(question, figure, best):
            return _answer(findings, True, best)
        used = [best, *([true_of] if true_of else [])]
        note = f"{true_of.text} mới là nơi có số liệu này" if true_of else None
        return answered(findings, f"{NO}, {best.text}", used, note=note, kind="passage")
    if true_of:
        return answered(findings, f"{NO}, {true_of.text}", [true_of], kind="passage")
    return abstained(findings)


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
    if slot is None:
        return None
    findings = find(slot.question)
    good = [c for c in findings.candidates if c.score >= threshold]
    said = fold(slot.said)
    same = next((c for c in good if said in fold(c.text) or fold(c.text) in said), None)
    if same and (slot.shared or same.score >= LIKE_THE_BEST * good[0].score):
        if not slot.shared and same.text != good[0].text and same.score < good[0].score:
            return _answer(findings, False, good[0])
        return _answer(findings, True, same)
    if good and not slot.shared:
        return _answer(findings, False, good[0])
    return None


def _extreme(question: Question, find: Find, threshold: float) -> Answer | None:
    """ "X có phải là … yếu nhất không": what the reports call so."""
    if not _says(_EXTREME, question):
        return None
    findings = find(replace(question, asks="how", stated=()))
    asked = {unit.folded for unit in question.units}
    for candidate in findings.candidates[:SENTENCES]:
        if candidate.score < threshold:
            break
        span = named_extreme(question, candidate.paragraph, candidate.quote)
        if span is None:
            continue
        text = candidate.paragraph.text[slice(*span)]
        is_so = set(fold(text).split()) <= asked
        named = replace(candidate, span=span, text=text)
        return _answer(findings, is_so, named)
    return None


def _sentence(question: Question, find: Find, threshold: float) -> Answer:
    """The sentence that speaks of the claim, and whether it affirms or denies it."""
    findings, wide = find(replace(question, asks="how", stated=())), False
    if question.provinces and (findings.best is None or findings.best.score < threshold):
        # The place may be one that a report on another one speaks of.
        findings, wide = find(replace(question, asks="how", stated=(), provinces=())), True
    best = findings.best
    if best is None or best.score < threshold:
        return abstained(findings)
    claim = claim_of(question)
    predicate = _predicate(question)
    heard: list[tuple[float, Candidate, Verdict]] = []
    for candidate in findings.candidates[:SENTENCES]:
        if candidate.score < LIKE_THE_BEST * best.score:
            break
        if not _holds_names(question, candidate, wide) or _of_another_year(question, candidate):
            continue
        verdict = judge(claim, predicate, question.content, candidate.paragraph, candidate.quote)
        if _other_role(question, candidate):
            return _quoted(findings, False, candidate, verdict.span)
        if candidate.score >= threshold:
            heard.append((candidate.score + PREDICATE_WEIGHT * verdict.met, candidate, verdict))
    if not heard:
        return abstained(findings)
    _, chosen, verdict = max(heard, key=lambda one: one[0])
    if verdict.met < SAID or max(chosen.score, verdict.met) < SPOKEN_OF:
        return abstained(findings)
    denies = verdict.denies != is_negated(claim)
    planned = _says(_DONE, question) and _is_planned(chosen.paragraph, verdict.span)
    holds = not denies and not planned and not _said_of_another(question, chosen)
    return _quoted(findings, holds, chosen, verdict.span)


def _predicate(question: Question) -> Sequence[Unit]:
    """The units of what is said of the subject: behind "có", or between "đã" and "chưa"."""
    for rule in (
        _PREDICATE,
        r"\bcòn\s+(?P<said>.+?)\W*không\W*$",
        r"\bđã\s+(?P<said>.+?)\W*(?:hay\s+)?chưa\W*$",
    ):
        found = spoken(rule, question.text, question.folded)
        if found and not _says(r"\bcó (?:đúng|phải)(?: vậy)? (?:không|ko)\W*$", question):
            start, end = found[0].span("said")
            return [unit for unit in question.content if start <= unit.start < end]
    return ()


def _holds_names(question: Question, candidate: Candidate, wide: bool) -> bool:
    """Whether a sentence, or what frames it, holds the numbers in the claim's names."""
    paragraph = candidate.paragraph
    here = {unit.folded.rstrip("%") for unit in paragraph.units}
    numbers = {u.folded.rstrip("%") for u in question.stated}
    if not numbers <= here and not numbers <= set(_numbers(paragraph)):
        return False
    return not wide or all(
        any(mention.name == place for mention in paragraph.provinces)
        for place in question.provinces
    )


def _of_another_year(question: Question, candidate: Candidate) -> bool:
    """Whether a sentence names the time it tells of, and not the one asked about."""
    if question.period is None or question.period.year is None:
        return False
    start, end = candidate.quote
    named = [p.year for p in measured_periods(candidate.paragraph) if start <= p.start < end]
    return bool(named) and question.period.year not in named


def _said_of_another(question: Question, chosen: Candidate) -> bool:
    """ "A có phải là B không": whether the clause that tells of B names another than A."""
    found = _IS.match(question.text)
    if found is None:
        return False
    who = [word.strip(",.") for word in found["who"].split() if word[:1].isupper()]
    start = found.start("what")
    what = [unit for unit in question.content if unit.start >= start]
    if not who or not what:
        return False
    paragraph = chosen.paragraph
    verdict = judge(found["what"], what, what, paragraph, chosen.quote)
    clause = paragraph.text[slice(*paragraph.clause_at(verdict.span[0]))]
    named = re.match(rf"\W*(?P<name>[{UPPER}]\S*(?:\s[{UPPER}]\S*)*)[^,;]*?\slà\s", clause)
    return bool(named) and not any(word in clause for word in who[:1])


def _numbers(paragraph: Paragraph) -> list[str]:
    return re.findall(r"\d+(?:[.,]\d+)*", paragraph.document.title)


def _other_role(question: Question, chosen: Candidate) -> bool:
    """Whether the sentence names another role than the claim: "với tư cách khách mời"."""
    asked = spoken(_ROLE, question.text, question.folded)
    text = chosen.paragraph.text[slice(*chosen.quote)]
    told = spoken(_ROLE, text, question.folded)
    if not asked or not told:
        return False
    role = set(fold(asked[0]["role"]).split()[:3])
    return not role & set(fold(told[0]["role"]).split()[:3])


def _is_planned(paragraph: Paragraph, span: Span) -> bool:
    """Whether a segment tells of what is still to come when the report was published."""
    clause = paragraph.clause_at(span[0])
    text = paragraph.text[slice(*clause)].lower()
    published = paragraph.document.published or paragraph.document.event
    years = [p.year for p in paragraph.periods if clause[0] <= p.start < clause[1] and p.year]
    later = bool(published and years and min(years) > int(published[:4]))
    return later or bool(_PLANNED.search(text))


def _answer(findings: Findings, holds: bool, found: Candidate) -> Answer:
    text = f"{YES if holds else NO}, {found.text}"
    return answered(findings, text, [found], kind="passage")


def _quoted(findings: Findings, holds: bool, chosen: Candidate, span: Span) -> Answer:
    """The verdict with the clause that gives it, word for word."""
    paragraph = chosen.paragraph
    quote = chosen.quote
    if quote[1] - quote[0] > LONGEST_QUOTE:
        quote = quote_around(paragraph, span)
    said = paragraph.text[slice(*quote)].strip(" .;,")
    start = paragraph.text.index(said, quote[0])
    shown = replace(chosen, span=(start, start + len(said)), quote=quote, text=said)
    verdict = YES if holds else NO
    return answered(findings, f"{verdict}. “{said}”", [shown], kind="passage")

"""Yes and no: a claim held against what the reports say."""

import re
from dataclasses import replace

from index.vietnamese import fold, number_key
from qa.answer import Answer
from qa.compare import compare
from qa.findings import Find, abstained, answered
from qa.indicators import indicator_kind, period_name
from qa.question import Question
from qa.readers.places import is_telling, stated_ranks
from qa.readers.reading import Candidate
from qa.sides import value_in

YES, NO = "Có", "Không"

_NEGATION = re.compile(r"\b(?:chua|khong|chang|con cach|con thap|kem|cham)\b")
_NOT_NEGATED = re.compile(r"\bkhong (?:dung tien mat|gian mang|gian|chi)\b")
_TAG = re.compile(r"(?:\W*\b(?:co|hay|khong|chua)\b)+\W*$")
_COMPARED = re.compile(r"\b(?:cao|thap|nhieu|it|lon|nho|tot|kem) hon\b")
_REACHES = re.compile(r"\b(?:dat|vuot|hoan thanh)\b.*\b(?:muc tieu|chi tieu|ke hoach)\b")
CLAIM_COVERAGE = 0.5


def verify(question: Question, find: Find, threshold: float) -> Answer:
    """Whether the reports say what the question claims, with what they say instead if not."""
    folded = fold(question.text)
    if _COMPARED.search(folded) and (len(question.provinces) > 1 or len(question.periods) > 1):
        return _compared(question, find, threshold)
    numbers = set(question.document_numbers)
    claimed = [u for u in question.figures if is_telling(u) and u.key not in numbers]
    ranks = stated_ranks(question)
    if (claimed or ranks) and not _REACHES.search(folded):
        keys = ranks or {unit.key.rstrip("%") for unit in claimed}
        return _figure_claim(question, find, keys, threshold)
    if _REACHES.search(folded) and (reached := _reached(question, find, threshold)):
        return reached
    findings = find(replace(question, asks="how"))
    best = findings.best
    if best is None or best.score < max(threshold, CLAIM_COVERAGE):
        return abstained(findings)
    said = _NOT_NEGATED.sub("", best.paragraph.folded[slice(*best.quote)])
    asked_negative = bool(_NEGATION.search(_NOT_NEGATED.sub("", _claim(question))))
    agrees = bool(_NEGATION.search(said)) == asked_negative
    return answered(findings, YES if agrees else NO, [best], kind="passage")


def _reached(question: Question, find: Find, threshold: float) -> Answer | None:
    """Whether what was achieved meets the target, when one report states both."""
    asks = indicator_kind(question)
    achieved = find(replace(question, asks=asks, nature="achieved", stated=()))
    target = find(replace(question, asks=asks, nature="target", stated=()))
    if not (achieved.best and target.best) or achieved.best.score < threshold:
        return None
    got, wanted = achieved.best, target.best
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


def _claim(question: Question) -> str:
    """The folded claim without its question word."""
    start, end = question.focus
    return _TAG.sub("", fold(question.text[:start] + " " + question.text[end:]))


def _figure_claim(question: Question, find: Find, claimed: set[str], threshold: float) -> Answer:
    kind = "percent" if any(unit.kind == "percent" for unit in question.figures) else None
    kind = "rank" if stated_ranks(question) else kind
    measured = find(replace(question, asks=kind or indicator_kind(question), stated=()))
    best = measured.best
    if best and best.score >= threshold:
        if _numbers(best) & claimed:
            return answered(measured, f"{YES}, {best.text}", [best], kind="passage")
        true_of = _true_elsewhere(question, find, threshold)
        used = [best, *([true_of] if true_of else [])]
        note = f"{true_of.text} mới là nơi có số liệu này" if true_of else None
        return answered(measured, f"{NO}, {best.text}", used, note=note, kind="passage")
    true_of = _true_elsewhere(question, find, threshold)
    if true_of:
        return answered(measured, f"{NO}, {true_of.text}", [true_of], kind="passage")
    return abstained(measured)


def _true_elsewhere(question: Question, find: Find, threshold: float) -> Candidate | None:
    """The place of which the claimed figure is reported, when it is not the one claimed."""
    if not question.provinces:
        return None
    found = find(replace(question, asks="province", provinces=()))
    best = next((c for c in found.candidates if c.text not in question.provinces), None)
    return best if best and best.score >= threshold else None


def _numbers(candidate: Candidate) -> set[str]:
    found = {number_key(number) for number in re.findall(r"\d+(?:[.,/]\d+)*", candidate.text)}
    return found | {number.split("/")[0] for number in found}


def _compared(question: Question, find: Find, threshold: float) -> Answer:
    answer = compare(question, find, threshold)
    if answer.abstained or not answer.computed or answer.answer is None:
        return answer
    claims_first = answer.answer.startswith(_first_named(question))
    verdict = YES if claims_first else NO
    return replace(answer, answer=f"{verdict}. {answer.answer}")


def _first_named(question: Question) -> str:
    if len(question.provinces) > 1:
        return question.provinces[0]
    place = question.provinces[0] if question.provinces else ""
    periods = [period for period in question.periods if not period.horizon]
    return f"{place} {period_name(periods[0])}".strip() if periods else place

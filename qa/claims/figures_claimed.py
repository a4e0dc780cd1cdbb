"""Claims of a figure: "93,4% … đúng không?" asks for the figure in its place."""

import re
from dataclasses import replace

from index.vietnamese import fold, number_key
from qa.answer import Answer
from qa.claims.affirming import affirms, counts_otherwise, holds_figures
from qa.claims.bounds import allows, on_the_other_side
from qa.claims.contradictions import turned
from qa.claims.degrees import is_of_all
from qa.claims.kinds import is_of_another_kind
from qa.claims.particulars import denies_figure, holds_claimed, vouches
from qa.claims.polarity import ANY, judge
from qa.claims.statements import NO, YES
from qa.claims.targets import meets_a_target
from qa.claims.universals import falls_short
from qa.claims.verdicts import quoted, verdict
from qa.comparing.sides import value_in
from qa.findings import Find, Findings, abstained, answered
from qa.questions.indicators import spoken
from qa.questions.question import Question
from qa.questions.slots import claim_of, claimed_figures, figure_slot, typed_claim
from qa.readers.reading import Candidate
from qa.texts.figure_units import SCALES
from qa.texts.figures import Figure

_ALIKE = r"\b(?:như|giống|cũng|cùng|đều|tương tự)\b"
_AT_LEAST = re.compile(r"\b(?:tren|hon|vuot|it nhat|toi thieu|qua)\s*$")
_ONLY = re.compile(r"\b(?:moi|chi)(?: (?!tren|hon)\w+){0,2} (?:tren|hon|qua)\s*$")
_AT_MOST = re.compile(r"\b(?:duoi|chua toi|chua den|khong qua|toi da|chua day)\s*$")
_ABOUT = re.compile(r"\b(?:khoang|gan|xap xi|chung)\s*$")
ABOUT = 0.05
# A figure of so many digits is of one place.
SPECIFIC = 3
# A figure claimed is another's where one told much nearer to it is not the same.
NEARLY, ALIKE, HALF = 0.9, 0.999, 0.5
# A sentence with all the figures claimed is heard from a fainter one.
ALL_TOLD = 0.75
LIKE_THE_BEST = 0.6
_IN_WORDS = {
    str(at): word
    for at, word in enumerate("một hai ba bốn năm sáu bảy tám chín mười".split(), start=1)
}
SENTENCES = 8


def of_each_place(question: Question, find: Find, threshold: float) -> Answer | None:
    """ "A đạt 93,4% như B": a figure claimed of several places must be that of each."""
    if len(question.provinces) < 2 or not spoken(_ALIKE, question.text, question.folded):
        return None
    each = [replace(question, provinces=(name,)) for name in question.provinces]
    told = [answer for one in each if (answer := figures_claimed(one, find, threshold))]
    if len(told) < len(each):
        return None
    return min(told, key=lambda one: (not (one.answer or "").startswith(NO), not one.abstained))


def figures_claimed(question: Question, find: Find, threshold: float) -> Answer | None:
    """ "93,4% … đúng không?": the figure reported in the place of the one claimed."""
    of_other = spoken(ANY, question.text, question.folded) or meets_a_target(question)
    claimed = [] if of_other else claimed_figures(question)
    if not claimed:
        return None
    figure = claimed[0]
    findings = find(figure_slot(question, figure).question)
    best = findings.best
    if len(claimed) > 1 and (told := _all_told(question, findings, threshold)):
        return quoted(findings, told, YES)
    if best and best.score >= threshold:
        allowed = allows(question, figure, best)
        if allowed is not None:
            return verdict(findings, allowed, best)
    good = [c for c in findings.candidates if c.score >= threshold]
    good = [c for c in good if c.score >= LIKE_THE_BEST * good[0].score]
    right = next((c for c in good if _is_of(question, c) and _meets(question, figure, c)), None)
    if right and turned(question.text, figure.span[0], right.paragraph.text, right.span[0]):
        return quoted(findings, right)
    if right and on_the_other_side(question, figure, right):
        return verdict(findings, False, right)
    if right and counts_otherwise(question, right):
        return quoted(findings, right)
    if right and is_of_all(question):
        return None  # so many are meant, whatever is said of them
    nearly = _is_nearly(right, best) and (question.period is None or _is_nearly(right, best, ALIKE))
    if right and nearly and (holds := affirms(question, right)) is not True:
        return None if holds is None else quoted(findings, right)
    if right and nearly and vouches(question, right) is None:
        return None
    if right and nearly and is_of_another_kind(question, right):
        return abstained(findings)
    if right and nearly:
        return verdict(findings, True, right) if _tells(question, right) else abstained(findings)
    # "100%" may be told by "toàn bộ", and denied by "11/20"; by another share only if it is of them.
    of_all = (figure.kind, figure.value) == ("percent", 100)
    if of_all and not (best and good and _is_short_of_all(question, best)):
        return None
    if best and good and not denies_figure(question, figure, best, findings.candidates[:SENTENCES]):
        return None if of_all else abstained(findings)
    true_of = _true_elsewhere(question, figure, find, threshold)
    if best and good and (_is_of(question, best) or not true_of):
        used = [best, *([true_of] if true_of else [])]
        note = f"{true_of.text} mới là nơi có số liệu này" if true_of else None
        return answered(findings, f"{NO}, {best.text}", used, note=note, kind="passage")
    if true_of:
        return answered(findings, f"{NO}, {true_of.text}", [true_of], kind="passage")
    return abstained(findings)


def _is_short_of_all(question: Question, found: Candidate) -> bool:
    paragraph = found.paragraph
    told = paragraph.text[slice(*paragraph.sentence_at(found.span[0]))]
    return falls_short(typed_claim(question), told) is True


def _all_told(question: Question, findings: Findings, threshold: float) -> Candidate | None:
    """A figure in a sentence that affirms the claim and gives all of its figures in their order."""
    for found in findings.candidates[:SENTENCES]:
        if found.score < ALL_TOLD * threshold:
            break
        told = holds_figures(question, found) and _tells(question, found)
        if told and affirms(question, found) and vouches(question, found):
            return found
    return None


def _is_nearly(found: Candidate | None, best: Candidate | None, share: float = NEARLY) -> bool:
    return found is not None and best is not None and found.score >= share * best.score


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
    said = number_key(question.text[slice(*claimed.span)].rstrip("% ")).split("/")[0]
    numbers = {number_key(n) for n in re.findall(r"\d+(?:[.,/]\d+)*", found.text)}
    if said in numbers | {number.split("/")[0] for number in numbers}:
        return True
    if said in _IN_WORDS and _IN_WORDS[said] == found.text.lower().split()[0]:
        return True
    value, kind, unit = value_in(found)
    if value is None or claimed.value is None:
        return False
    # "15 nghìn" is 15.000.
    scales = scale_of(unit), scale_of(claimed.unit)
    if None not in scales and value * (scales[0] or 1) == claimed.value * (scales[1] or 1):
        return True
    if (kind, unit) != (claimed.kind, claimed.unit):
        return False
    if value == claimed.value:
        return True  # "thứ ba"
    before = fold(question.text[: claimed.span[0]])
    if _AT_LEAST.search(before):
        # "mới có hơn 90%": so many and hardly more.
        return value >= claimed.value and not _ONLY.search(before)
    if _AT_MOST.search(before):
        return value <= claimed.value
    return bool(_ABOUT.search(before)) and abs(value - claimed.value) <= ABOUT * claimed.value


def scale_of(unit: str) -> int | None:
    """What a unit multiplies a count by: "" 1, "nghin" 1,000; None for a unit of anything."""
    scale = 1
    for word in unit.split():
        if word not in SCALES:
            return None
        scale *= SCALES[word]
    return scale


def _true_elsewhere(
    question: Question, figure: Figure, find: Find, threshold: float
) -> Candidate | None:
    """The place of which the claimed figure is reported, when it is not the one claimed."""
    if not question.provinces:
        return None
    found = find(replace(question, asks="province", provinces=()))
    best = next((c for c in found.candidates if c.text not in question.provinces), None)
    if best is None or best.score < threshold or not holds_claimed(question, figure, best):
        return None
    # A small round figure may be that of each of them.
    digits = re.sub(r"\D", "", question.text[slice(*figure.span)])
    return best if len(digits) >= SPECIFIC else None

"""Claims of the utmost: that one is the first of all, that all of so many did something."""

import re
from dataclasses import replace

from qa.answer import Answer
from qa.claims.otherwise import FIRST
from qa.claims.particulars import counts_the_same, holds_claimed
from qa.claims.statements import NO
from qa.comparing.sides import value_in
from qa.findings import Find, answered
from qa.questions.indicators import spoken
from qa.questions.question import Question
from qa.questions.slots import claimed_figures, figure_slot
from qa.readers.reading import Candidate
from qa.texts.figures import Figure, figures

_ALL = r"\b(?:toàn bộ|tất cả|đều|hết|cả)\b(?! thảy)"
# Before a smaller figure these say that it is all that did.
_ONLY = re.compile(r"\b(?:chi|moi|chi co|moi co|trong do|gom|bai bo|con)\b[^,;.\d]{0,40}$")
_OF_THEM = re.compile(r"[^,;.\d]{0,80}\btrong (?:tong )?(?:so )?(?=\d)")
_DONE = r"\b(?:hoàn thành|đạt|làm xong|hoàn tất|thực hiện xong|giải quyết xong)\b"
_SAYS_DONE = re.compile(_DONE, re.IGNORECASE)
SENTENCES, ALIKE = 4, 0.9


def is_of_all(question: Question) -> bool:
    """Whether a claim is of all of so many: "cả 54 thủ tục đều …"."""
    return bool(spoken(_ALL, question.text, question.folded)) and bool(_counted(question))


def behind_others(question: Question, find: Find, threshold: float) -> Answer | None:
    """No, where a report gives the place that is said to lead another rank than the first."""
    if not question.provinces or not spoken(FIRST, question.text, question.folded):
        return None
    found = find(replace(question, asks="rank", stated=()))
    best = found.best
    if best is None or best.score < threshold or best.place not in question.place_names:
        return None
    value, kind, _ = value_in(best)
    if kind != "rank" or value is None or value == 1:
        return None
    return answered(found, f"{NO}, {best.text}", [best], kind="passage")


def only_some(question: Question, find: Find, threshold: float) -> Answer | None:
    """No, where the sentence that tells of them says that fewer did."""
    if not is_of_all(question):
        return None
    claimed = _counted(question)[0]
    sentences = find(replace(question, asks="how"))
    for found in sentences.candidates[:SENTENCES]:
        if found.score < threshold:
            break
        if fewer := _fewer(found, claimed):
            return answered(sentences, f"{NO}, {fewer.text}", [fewer], kind="passage")
    return _done_of(question, claimed, find, threshold)


def _done_of(question: Question, claimed: Figure, find: Find, threshold: float) -> Answer | None:
    """No, where a report that tells of so many says elsewhere how many fewer are done: of "toàn bộ
    27 mục tiêu" "đã đạt 11 mục tiêu"."""
    if not spoken(_DONE, question.text, question.folded):
        return None
    numbers = find(figure_slot(question, claimed).question)
    told = [one for one in numbers.candidates[:SENTENCES] if one.score >= threshold]
    for best in told:
        if best.score < ALIKE * told[0].score or best.nature == "target":
            continue
        value, kind, _ = value_in(best)
        if value is None or claimed.value is None or kind != "count" or value >= claimed.value:
            continue
        paragraph = best.paragraph
        done = _SAYS_DONE.search(paragraph.text[slice(*paragraph.sentence_at(best.span[0]))])
        known = any(
            one.paragraph.document.id == paragraph.document.id
            and holds_claimed(question, claimed, one)
            for one in told
        )
        if done and known and counts_the_same(question, claimed, best):
            return answered(numbers, f"{NO}, {best.text}", [best], kind="passage")
    return None


def _counted(question: Question) -> list[Figure]:
    return [figure for figure in claimed_figures(question) if figure.kind == "count"]


def _fewer(found: Candidate, claimed: Figure) -> Candidate | None:
    """A smaller figure that a sentence gives as part of the one that is claimed."""
    paragraph = found.paragraph
    start, end = found.quote
    told = [
        f for f in figures(paragraph) if start <= f.span[0] < end and f.kind in ("count", "ratio")
    ]
    if not any(figure.value == claimed.value for figure in told):
        return None
    for figure in told:
        if figure.value is None or claimed.value is None or figure.value >= claimed.value:
            continue
        only = _ONLY.search(paragraph.folded[start : figure.whole[0]])
        if only or _OF_THEM.match(paragraph.folded[figure.whole[1] : end]):
            text = paragraph.text[slice(*figure.whole)]
            return replace(found, span=figure.whole, text=text)
    return None

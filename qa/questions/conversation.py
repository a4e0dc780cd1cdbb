"""Follow-ups: what a short question leaves out is taken from the one before it."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from index.errors import ReportsError
from index.vietnamese import fold, has_diacritics
from qa.questions.filling import COMPARED, SPEAKER, TARGET, WHY, filled
from qa.questions.indicators import spoken
from qa.questions.question import Question, understand
from qa.questions.references import Recall, points_back, with_referents

REMEMBERED = 8
# A question of so many telling words is whole, whatever frames it; of so few it is not.
WHOLE, SHORT = 4, 2
_AGAIN = r"\bthì\s+(?:sao|thế nào|bao nhiêu)\b|\bnữa\W*$"
_OPENED = r"^\W*(?:thế còn|vậy còn|còn|thế|vậy)\s"
_OPENED_FOLDED = r"^\W*(?:the con|vay con|con|the|vay)\s"
_POINTING = ("noi", "do", "nay", "ay", "vay", "muc", "tieu", "chi")


def _forgotten(_: Question) -> None:
    """Recalls nothing."""


def resolve(text: str, history: Sequence[str], recall: Recall = _forgotten) -> Question:
    """A question read in its conversation; a complete one ignores what came before.

    Only the last `REMEMBERED` turns count. `recall` gives the answer of an earlier question,
    for one that points at it ("ông ấy"). Raises `QuestionError` as `understand` does.
    """
    question = understand(text)
    if is_complete(question):
        return question
    previous: Question | None = None
    for turn in history[-REMEMBERED:]:
        with suppress(ReportsError):
            previous = _read_after(understand(turn), previous, _forgotten)
    return _read_after(question, previous, recall)


def _read_after(question: Question, previous: Question | None, recall: Recall) -> Question:
    """A question filled from the one before it; as it is when that cannot be read."""
    if previous is None or is_complete(question):
        return question
    try:
        if points_back(question) and not spoken(SPEAKER, question.text, question.folded):
            pointed = understand(with_referents(question, previous, recall))
            if pointed.text != question.text:
                return pointed
        text = filled(question, previous)
        return understand(fold(text) if not has_diacritics(previous.text) else text)
    except ReportsError:
        return question


def is_complete(question: Question) -> bool:
    """Whether a question can be answered without the conversation."""
    text, folded = question.text, question.folded
    if points_back(question) or spoken(_AGAIN, text, folded) or _is_opened(text):
        return False
    content = [unit for unit in question.content if unit.folded not in _POINTING]
    few = len(content) <= SHORT
    framed = bool(
        question.provinces or question.names or question.districts or question.document_numbers
    )
    if few and (spoken(SPEAKER, text, folded) or (spoken(WHY, text, folded) and not framed)):
        return False
    if spoken(rf"^\W*{COMPARED}", text, folded) and few:
        return False
    if spoken(TARGET, text, folded) and len(content) < WHOLE and not framed:
        return False
    if not content:
        return False
    return framed or len(content) >= WHOLE or bool(question.figures)


def is_carried(question: Question, text: str) -> bool:
    """Whether the period asked about stands in an earlier question only."""
    period = question.period
    return period is not None and question.text[period.start : period.end] not in text


def undated(question: Question) -> Question:
    """The question without the period that it carried along."""
    return replace(question, asked_period=None)


def _is_opened(text: str) -> bool:
    return any(re.match(rule, text, re.IGNORECASE) for rule in (_OPENED, _OPENED_FOLDED))

"""A claim made of several people at once: "A và B cùng sinh năm 1965" is one of A and one of B."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qa.answer import Answer
from qa.claims.statements import NO
from qa.questions.indicators import spoken
from qa.questions.question import Question, understand
from qa.texts.people import people

_ALIKE = r"\b(?:cùng|đều)\b"
_JOINED = re.compile(r"\s*(?:,|và)\s*(?:(?:ông|bà|đồng chí)\s)?", re.IGNORECASE)


def claims_of_each(question: Question) -> list[Question]:
    """The claim of each of the people it is made of alike; none where it is of one."""
    alike = spoken(_ALIKE, question.text, question.folded)
    if not alike:
        return []
    text = question.text
    named = [one.name for one in people(text) if one.name[1] <= alike[0].start()]
    joined = all(_JOINED.fullmatch(text, one[1], other[0]) for one, other in pairwise(named))
    rest = text[alike[0].end() :].strip()
    if len(named) < 2 or not joined or text[named[-1][1] : alike[0].start()].strip():
        return []
    each = [understand(f"{text[slice(*name)]} {rest}") for name in named]
    return [replace(one, original=question.original) for one in each if one.asks == "yesno"]


def of_all(answers: Sequence[Answer]) -> Answer:
    """One answer to claims of each: what denies it of one, or what says it of all."""
    for answer in answers:
        if answer.abstained or (answer.answer or "").startswith(NO):
            return answer
    citations = tuple(dict.fromkeys(one for answer in answers for one in answer.citations))
    return replace(answers[0], citations=citations)

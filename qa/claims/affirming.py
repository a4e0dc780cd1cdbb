"""Whether the sentence that names the figure or the day of a claim affirms the claim as well.

"Bỏ quá 10% số buổi có được thi không?": the 10% is found, and the sentence that gives it says
"không được thi".
"""

import re
from dataclasses import replace
from itertools import pairwise

from index.vietnamese import UPPER, Span, fold, number_key
from qa.claims.contradictions import contradicts
from qa.claims.otherwise import is_otherwise
from qa.claims.particulars import vouches
from qa.claims.polarity import is_negated, judge
from qa.claims.statements import predicate_of
from qa.questions.question import Question
from qa.questions.slots import claim_of, claimed_figures, typed_claim
from qa.readers.reading import Candidate
from qa.texts.people import people

# So much of the predicate must be denied.
DENIED = 0.5
# And so much of it told.
TOLD = 0.5
# The first words of a predicate say what is done.
DEED = 2
_CONTRAST = re.compile(r";\s|\s(?:(?<!vẫn )còn (?=ở |tại |với |[A-ZĐ])|trong khi)")
_DIGIT = re.compile(r"\d")
_NAMED = re.compile(rf"[{UPPER}]")


def affirms(question: Question, found: Candidate) -> bool | None:
    """Whether a sentence that holds a figure or a day claimed affirms the claim: False where it
    excludes it, None where it denies it or tells nothing of its point."""
    paragraph = found.paragraph
    sentence = paragraph.sentence_at(found.span[0])
    told = paragraph.text[slice(*sentence)]
    claim = claim_of(question)
    excluded = contradicts(typed_claim(question), told)
    if excluded is not False:
        return False if excluded else None
    predicate = predicate_of(question)
    verdict = judge(claim, predicate, question.content, paragraph, sentence)
    negative = is_negated(claim)
    if predicate and verdict.denies and verdict.denied >= DENIED and not negative:
        return None
    if not negative and is_otherwise(question, replace(found, quote=sentence), verdict.span):
        return False
    # "Có đồng ý cho 10 tỷ không": that 10 billion are asked for tells nothing of it.
    if not tells_the_deed(question, found) or _tells_of_others(question, told):
        return None
    return not _is_contrasted(question, found, sentence)


def tells_the_deed(question: Question, found: Candidate) -> bool:
    """Whether a sentence tells of what is asked to be so or not: "có đồng ý … không"."""
    predicate = predicate_of(question)
    if not predicate:
        return True
    paragraph = found.paragraph
    sentence = paragraph.sentence_at(found.span[0])
    claim = claim_of(question)
    deed = predicate[:DEED]
    return (
        judge(claim, predicate, question.content, paragraph, sentence).met >= TOLD
        and judge(claim, deed, question.content, paragraph, sentence).met > TOLD
    )


def _tells_of_others(question: Question, told: str) -> bool:
    """Whether a sentence names people, and none of those of the claim."""
    claimed = {_given(question.text[slice(*one.name)]) for one in people(question.text)}
    named = {_given(told[slice(*one.name)]) for one in people(told)}
    return bool(claimed and named) and not claimed & named


def _given(name: str) -> str:
    return fold(name).split()[-1]


def _is_contrasted(question: Question, found: Candidate, sentence: Span) -> bool:
    """Whether the one claimed about stands on the other side of a contrast than the figure:
    "ở Lào là 17% còn ở Philippines là 15%"."""
    text = found.paragraph.text
    edges = [
        sentence[0],
        *(sentence[0] + one.start() for one in _CONTRAST.finditer(text[slice(*sentence)])),
        sentence[1],
    ]
    sides = [fold(text[a:b]) for a, b in pairwise(edges)]
    own = next((at for at, edge in enumerate(edges[1:]) if found.span[0] < edge), 0)
    # A clause that names no one goes on about the one before it.
    if not _NAMED.search(text[edges[own] : edges[own + 1]]):
        return False
    names = [" ".join(unit.folded for unit in name) for name in question.names]
    claimed = found.paragraph.text[slice(*found.span)]
    return any(
        name not in sides[own]
        and any(
            name in side and _DIGIT.search(side) and fold(claimed) not in side for side in sides
        )
        for name in names
    )


def counts_otherwise(question: Question, found: Candidate) -> bool:
    """Whether the sentence of a day or a figure counts what is claimed beside it and finds another
    number: "cả 19 bệnh viện" where "13 bệnh viện"."""
    return vouches(question, found) is False


def holds_figures(question: Question, found: Candidate) -> bool:
    """Whether the sentence of a figure holds all that are claimed, in the order they are."""
    paragraph = found.paragraph
    told = _numbers(paragraph.text[slice(*paragraph.sentence_at(found.span[0]))])
    said = [question.text[slice(*figure.span)] for figure in claimed_figures(question)]
    at = -1
    for number in (number for text in said for number in _numbers(text)):
        if number not in told[at + 1 :]:
            return False
        at = told.index(number, at + 1)
    return True


def _numbers(text: str) -> list[str]:
    """The numbers of a text, each as one key however it is written."""
    return [number_key(number) for number in re.findall(r"\d+(?:[.,]\d+)*", text)]

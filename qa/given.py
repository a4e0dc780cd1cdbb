"""Reads one text that comes with the question, without an index."""

import re
from collections.abc import Callable
from dataclasses import replace

from index.documents import Document
from index.vietnamese import Span, normalize
from qa.questions.question import Question
from qa.readers.matching import Frequency, Matcher
from qa.readers.reading import Candidate, Reading, candidates_in_order
from qa.readers.sentences.part import Parts
from qa.texts.paragraph import Paragraph, paragraphs

# How near in meaning a sentence is to the question, as the cosine of their vectors.
Meaning = Callable[[str], float]

# A sentence with nothing written as what is asked for.
OTHER_SHAPE = 0.75
# What only the sentence before says of one that begins with a pronoun.
REFERRED = 0.7
# Cosines differ by hundredths where shares of words differ by tenths.
MEANING = 6.0
_PRONOUN = re.compile(
    r"^\W*(?:ông|bà|anh|cô|chị|nó|họ|đây|người này|[^,.]{0,25}\b(?:này|đó))\b", re.IGNORECASE
)


def read_text(
    question: Question,
    text: str,
    frequency: Frequency,
    count: int,
    meaning: Meaning | None = None,
) -> Candidate | None:
    """The part of a text that answers best, its sentence the quote; None without any words.

    `frequency` tells in how many of `count` texts like this one a unit stands.
    """
    said = normalize(text)
    document = Document(id="", title="", text=said, sha256=said)
    reading = Reading(question, Matcher(question, frequency, count))
    found = [
        _candidate(reading, paragraph, number, meaning)
        for paragraph in paragraphs(document, 0, len(said))
        if paragraph.units
        for number in range(len(paragraph.sentences))
    ]
    if not found:
        return None
    best = candidates_in_order(found)[0]
    return replace(best, span=Parts(reading, best.paragraph, best.quote).best)


def _candidate(
    reading: Reading, paragraph: Paragraph, number: int, meaning: Meaning | None
) -> Candidate:
    sentence = paragraph.sentences[number]
    text = paragraph.text[slice(*sentence)]
    first, last = paragraph.unit_at(sentence[0]), paragraph.unit_at(sentence[1])
    met = reading.matcher.match(paragraph, first, last).coverage
    fit = 1.0 if Parts(reading, paragraph, sentence).fits else OTHER_SHAPE
    score = fit * (met + _said(reading, paragraph, number)) / 2
    if meaning:
        score += MEANING * meaning(text)
    return Candidate(paragraph, sentence, sentence, text, score)


def _said(reading: Reading, paragraph: Paragraph, number: int) -> float:
    """The share of the question, each word weighed by its rarity, that a sentence itself says.

    One that begins with a pronoun tells of what the sentence before it names.
    """
    start, end = reading.question.focus
    here = _keys(reading, paragraph, number)
    refers = number and _PRONOUN.match(paragraph.text[slice(*paragraph.sentences[number])])
    before = _keys(reading, paragraph, number - 1) if refers else frozenset()
    met = total = 0.0
    for unit in {
        reading.matcher.key(unit): unit
        for unit in reading.question.units
        if not start <= unit.start < end
    }.values():
        key, weight = reading.matcher.key(unit), reading.matcher.weigh(unit)
        total += weight
        met += weight * (1.0 if key in here else REFERRED if key in before else 0.0)
    return met / total if total else 0.0


def _keys(reading: Reading, paragraph: Paragraph, number: int) -> frozenset[str]:
    start, end = paragraph.sentences[number]
    inside: Span = paragraph.unit_at(start), paragraph.unit_at(end)
    return frozenset(reading.matcher.key(unit) for unit in paragraph.units[slice(*inside)])

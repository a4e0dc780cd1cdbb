"""Whole sentences as answers: "vì sao", "như thế nào", "những … nào"."""

import re

from index.vietnamese import Span
from qa.matching import Match
from qa.paragraph import Paragraph, paragraphs
from qa.readers.reading import Candidate, Reading

# Words by which a sentence gives a reason or opens a list: (weak, strong) by kind asked.
_CUES = {
    "reason": (
        re.compile(r"\b(?:vi|boi|nham|do|nho|nen|con thieu|chua du|han che|thieu)\b"),
        re.compile(
            r"\b(?:nguyen nhan|ly do|boi vi|la do|la vi|ma vi|phan do|phan lon do|chu yeu do|bat nguon|xuat phat"
            r"|do (?:nguoi|chua|thieu|khong|nhieu|mot so|cac|viec|kho|dac thu|trinh do|han che|so|nhan luc"
            r"|kinh phi)|vi (?:the|chua|thieu|khong|nhieu|muc|viec)|khien|dan den|nho (?:viec|vao|co))\b"
        ),
    ),
    "list": (
        re.compile(r"\b(?:gom|bao gom|nhu|la|tap trung|trong do|cu the)\b\s*:?|:|;"),
        re.compile(r"\b(?:gom|bao gom)\b|:.*;"),
    ),
}
STRONG, WEAK, UNCUED = 1.25, 1.05, 0.7
SHORTEST = 15
TITLE = 0.7
# A question without a question word names what it asks for first: "Vốn điều lệ của …".
HEADLESS = 0.5
SENTENCE_LENGTH = 450


def read_sentences(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The sentences of a paragraph, by how much of the question they say."""
    found = []
    before: Span | None = None
    for sentence in paragraph.sentences:
        for span in _parts(reading, paragraph, sentence):
            if span[1] - span[0] < SHORTEST:
                continue
            fit = TITLE if paragraph.start == 0 else 1.0
            fit *= reading.place_fit(paragraph, span) * max(
                0.5, reading.period_fit(paragraph, span)
            )
            match = reading.match(paragraph, span)
            if _is_headless(reading, match):
                fit *= HEADLESS
            found.append(
                Candidate(
                    paragraph=paragraph,
                    span=span,
                    quote=span,
                    text=paragraph.text[slice(*span)],
                    score=_coverage(reading, paragraph, span, before)
                    * fit
                    * (1 - 0.5 * match.lost),
                )
            )
        before = sentence
    return found


def _is_headless(reading: Reading, match: Match) -> bool:
    question = reading.question
    if question.asks != "how" or question.focus[0] < question.focus[1]:
        return False
    head = {reading.matcher.key(unit) for unit in question.content[:2]}
    return head <= {reading.matcher.key(term.unit) for term in match.missing}


def _parts(reading: Reading, paragraph: Paragraph, sentence: Span) -> list[Span]:
    """A sentence, or the clauses of one too long to be read out; a list stays whole."""
    if sentence[1] - sentence[0] <= SENTENCE_LENGTH or reading.question.asks == "list":
        return [sentence]
    return [sentence, *paragraph.clauses[sentence]]


def _coverage(reading: Reading, paragraph: Paragraph, span: Span, before: Span | None) -> float:
    coverage = reading.match(paragraph, span).coverage
    cues = _CUES.get(reading.question.asks)
    if not cues:
        return coverage
    text = paragraph.folded[slice(*span)]
    weak, strong = cues
    cued = STRONG if strong.search(text) else WEAK if weak.search(text) else UNCUED
    if reading.question.asks == "reason" and before and cued == STRONG:
        # The fact stands in the sentence before, its reason in this one.
        joined = reading.match(paragraph, (before[0], span[1])).coverage
        coverage = max(coverage, 0.95 * joined)
    elif reading.question.asks == "reason" and cued == STRONG and paragraph.start:
        earlier = paragraphs(paragraph.document, paragraph.start - 2, paragraph.start - 1)
        whole = [reading.match(one, (0, len(one.text))).coverage for one in earlier]
        coverage = max([coverage, *(0.85 * one for one in whole)])
    return min(1.0, coverage * cued)

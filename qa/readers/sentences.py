"""Whole sentences as answers: "vì sao", "như thế nào", "những … nào"."""

import re

from qa.paragraph import Paragraph
from qa.readers.reading import Candidate, Reading

_CAUSE = re.compile(r"\b(?:nguyen nhan|do|vi|boi|ly do|xuat phat tu|bat nguon|nham|de)\b")
_STRONG_CAUSE = re.compile(
    r"\b(?:nguyen nhan|ly do|do nguoi|boi vi|la do|la vi|mot phan do|phan lon do|chu yeu do)\b"
)
_LISTING = re.compile(r"\b(?:gom|bao gom|nhu|la|tap trung|trong do|cu the)\b\s*:?|:|;")

_CUES = {
    "reason": (_CAUSE, _STRONG_CAUSE),
    "list": (_LISTING, re.compile(r"\b(?:gom|bao gom)\b|:.*;")),
}
LONGEST = 700


def read_sentences(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The sentences of a paragraph, by how much of the question they say."""
    cues = _CUES.get(reading.question.asks)
    found = []
    for start, end in paragraph.sentences:
        if end - start < 15:
            continue
        span = (start, end)
        fit = reading.place_fit(paragraph, span) * max(0.5, reading.period_fit(paragraph, span))
        match = reading.match(paragraph, span)
        coverage = match.coverage
        if cues:
            text = paragraph.folded[start:end]
            weak, strong = cues
            bonus = 0.25 if strong.search(text) else 0.1 if weak.search(text) else -0.15
            coverage = max(0.0, min(1.0, coverage + bonus * coverage))
        found.append(
            Candidate(
                paragraph=paragraph,
                span=span,
                quote=span,
                text=paragraph.text[start:end],
                score=coverage * fit * (1 - 0.5 * match.lost),
            )
        )
    return found

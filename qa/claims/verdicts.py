"""The answer to a claim: yes or no, with what a report says."""

from dataclasses import replace

from qa.answer import Answer
from qa.claims.polarity import is_refuted
from qa.claims.statements import NO, YES
from qa.findings import Findings, answered
from qa.readers.reading import Candidate


def quoted(findings: Findings, found: Candidate, said: str = NO) -> Answer:
    """The verdict, no where nothing else is said, and the sentence that gives it."""
    paragraph = found.paragraph
    sentence = paragraph.sentence_at(found.span[0])
    told = paragraph.text[slice(*sentence)].strip(" .;,")
    start = paragraph.text.index(told, sentence[0])
    span = start, start + len(told)
    found = replace(found, span=span, quote=span, text=f"“{told}”")
    return answered(findings, f"{said}. {found.text}", [found], kind="passage")


def verdict(findings: Findings, holds: bool, found: Candidate) -> Answer:
    """Yes or no and what was found; no where its sentence calls it false."""
    paragraph = found.paragraph
    told = paragraph.text[slice(*paragraph.sentence_at(found.span[0]))]
    if holds and is_refuted(told.strip(" .;,")) and not is_refuted(findings.question.text):
        return quoted(findings, found)
    text = f"{YES if holds else NO}, {found.text}"
    return answered(findings, text, [found], kind="passage")

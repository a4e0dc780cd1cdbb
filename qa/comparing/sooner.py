"""Which of two came first: by the days that reports tell of each."""

import re
from dataclasses import replace

from qa.answer import Answer
from qa.findings import Find, Findings, abstained, answered
from qa.questions.between import Between, between
from qa.questions.indicators import like, spoken
from qa.questions.question import Question, understand
from qa.readers.numbered import tells_of_documents
from qa.readers.reading import Candidate

_ASKED = r"\bnào\b.*(?P<when>\b(?:(?P<first>trước|sớm)|sau|muộn)(?: hơn)?\W*$)"
_DAY = re.compile(r"\b(?P<day>\d{1,2})[/-](?P<month>\d{1,2})(?:[/-](?P<year>\d{4}))?\b")
SHORTLIST = 4


def sooner(question: Question, find: Find, threshold: float) -> Answer | None:
    """The earlier or the later of two things named at the head of a question; None where none are."""
    asked = next(iter(spoken(_ASKED, question.text, question.folded)), None)
    chosen = between(question) if asked else None
    if asked is None or chosen is None:
        return None
    found = [_day_of(question, chosen, at, find, threshold) for at in (0, 1)]
    told = [one for one in found if one is not None]
    findings = Findings(question, find(question).evidence, [one for one, _ in told])
    if len(told) < len(found) or told[0][1] == told[1][1]:
        return abstained(findings)
    order = sorted((0, 1), key=lambda at: told[at][1], reverse=not asked["first"])
    said = "; ".join(f"{chosen.names[at]}: {told[at][0].text}" for at in order)
    used = [told[at][0] for at in order]
    text = f"{chosen.names[order[0]]} ({said})"
    return answered(findings, text, used, computed=True, kind="compare")


def _day_of(
    question: Question, chosen: Between, at: int, find: Find, threshold: float
) -> tuple[Candidate, tuple[int, int, int]] | None:
    """The day that a good sentence tells of one of the two, and the year it is of."""
    folded = question.folded
    rest = chosen.rest
    for match in reversed(spoken(r"\s?\b(?:trước|sớm|sau|muộn)(?: hơn)?\W*$", rest, folded)):
        rest = rest[: match.start()]
    when = like(question.text, "ngày nào")
    read = understand(f"{chosen.halves[at]} {rest} {when}?")
    places = read.provinces or question.provinces[:1]
    read = replace(read, asks="date", original=question.original, folded=folded, provinces=places)
    year = read.period.year if read.period else question.period and question.period.year
    for found in find(read).candidates[:SHORTLIST]:
        if found.score < threshold:
            break
        paragraph = found.paragraph
        sentence = paragraph.sentence_at(found.span[0])
        if read.document_numbers and not tells_of_documents(
            read, paragraph, sentence, found.span[0]
        ):
            continue
        day = _DAY.search(found.text)
        if day is None:
            continue
        told = paragraph.document.published or paragraph.document.event
        of = int(day["year"]) if day["year"] else year or (int(told[:4]) if told else None)
        if of is not None:
            return found, (of, int(day["month"]), int(day["day"]))
    return None

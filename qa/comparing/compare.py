"""Comparisons: a figure for each thing asked about, and what follows from them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.answer import Answer, loose_figures
from qa.comparing.sides import (
    Side,
    cells,
    choose_together,
    conclusion,
    difference_in_kind,
    listed,
    over_time,
    side,
)
from qa.findings import Find, Findings, abstained, answered, cite
from qa.questions.indicators import spoken
from qa.questions.parting import label_of, parts, periods_of
from qa.questions.question import Question
from qa.questions.worded import Part
from qa.readers.reading import Candidate
from qa.texts.figures import figures

# Above this share of the threshold a side may be reported after all: it is not denied.
UNCERTAIN = 0.6
_TWO = 2
_MORE = r"\b(?:cao|thấp|nhiều|ít|lớn|nhỏ|tốt|kém|nhanh|chậm|đông|sớm|muộn|đắt|rẻ|dài|ngắn)(?: \w+){0,7}? hơn\b"
_COMPARES = re.compile(r"\b(?:hơn(?! \d)|so với|bằng nhau|ngang|kém|thua|gấp|nhất)\b")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Compared:
    """What was found for each part, and the parts that surely are not reported."""

    findings: Findings
    sides: Sequence[Side]
    denied: Sequence[Part]
    complete: bool


def gather(question: Question, find: Find, threshold: float) -> Compared:
    """A figure for each part of a question, searched for side by side."""
    asked = parts(question)
    found = [(part, find(part.question)) for part in asked]
    chosen = choose_together(found, threshold)
    for at, part in enumerate(asked):
        if chosen[at] is None and part.question.period and _is_loose(question):
            # One period named for several places may be meant for the last alone.
            wider = replace(part.question, asked_period=None)
            part = Part(wider, label_of(wider), part.words)
            found[at] = (part, find(wider))
            chosen[at] = choose_together(found[at : at + 1], threshold)[0]
    for at, part in enumerate(asked):
        if chosen[at] is None and any(chosen) and part.question.nature == "achieved":
            # What was aimed at stands beside what was achieved, and is said to be that.
            aimed = Part(replace(part.question, nature="target"), part.label, part.words)
            found[at] = (aimed, find(aimed.question))
            chosen[at] = _only_aimed(choose_together(found[at : at + 1], threshold)[0])
    sides = [side(part, one) for (part, _), one in zip(found, chosen, strict=True) if one]
    denied = [
        part
        for (part, findings), one in zip(found, chosen, strict=True)
        if one is None and (findings.best is None or findings.best.score < UNCERTAIN * threshold)
    ]
    evidence = [one for _, findings in found for one in findings.evidence]
    last = found[-1][1]
    # One figure found for two parts answers at most one of them.
    told = {
        (one.found.paragraph.document.id, one.found.paragraph.start, one.found.span)
        for one in sides
    }
    complete = len(told) == len(asked) > 1
    return Compared(Findings(question, evidence, last.candidates), sides, denied, complete)


def compare(question: Question, find: Find, threshold: float) -> Answer:
    """A figure for each thing asked about, and the conclusion in words.

    Abstains unless every side is reported, saying which is.
    """
    compared = gather(question, find, threshold)
    sides = compared.sides
    if not compared.complete:
        return abstained(compared.findings, _what_is_there(sides, compared.denied))
    if _is_one_told_twice(sides) or _are_unlike(sides):
        return abstained(compared.findings)
    concluded = None if _of_several_things(sides) else conclusion(question, sides)
    text = listed(sides, numbered=True)
    if concluded is None and loose_figures(text, tuple(cite(one.found) for one in sides)):
        text = listed(sides, numbered=False)
    answer = answered(
        compared.findings,
        f"{concluded} ({text})" if concluded else text,
        [one.found for one in sides],
        computed=concluded is not None,
        note=None if _of_several_things(sides) else difference_in_kind(sides),
        kind="compare",
    )
    return replace(answer, cells=cells(answer, sides))


def tells_of_both(question: Question, sentence: Candidate) -> bool:
    """Whether a sentence that is said to a question which of two is more holds the figures of two
    or compares; a sentence that tells of one alone is no answer to it."""
    if question.asks != "compare" or not spoken(_MORE, question.text, question.folded):
        return True
    start, end = sentence.quote
    paragraph = sentence.paragraph
    told = [
        figure
        for figure in figures(paragraph)
        if start <= figure.span[0] < end
        and not any(one.start <= figure.span[0] < one.end for one in paragraph.periods)
        and not _YEAR.fullmatch(paragraph.text[slice(*figure.span)])
    ]
    return len(told) >= _TWO or bool(_COMPARES.search(paragraph.text[start:end].lower()))


def _only_aimed(found: Candidate | None) -> Candidate | None:
    return found if found and found.nature == "target" else None


def _of_several_things(sides: Sequence[Side]) -> bool:
    """Whether each part asks of something else: "bao nhiêu kế hoạch và bao nhiêu quyết định"."""
    return all(re.search(r"\b(?:bao nhiêu|mấy|bao nhieu|may)\b", one.part.words) for one in sides)


def _is_one_told_twice(sides: Sequence[Side]) -> bool:
    """Whether the same figure was found for two times though one of them is not told with it."""
    if len(sides) != _TWO or not over_time(sides) or sides[0].value != sides[1].value:
        return False
    years = [one.part.question.period.year if one.part.question.period else None for one in sides]
    return any(
        year is not None and str(year) not in one.found.paragraph.text
        for year, one in zip(years, sides, strict=True)
    )


def _are_unlike(sides: Sequence[Side]) -> bool:
    """Whether "bao nhiêu" alone, asked behind another "bao nhiêu", met a figure of another kind."""
    bare = any(re.search(r"\b(?:bao nhiêu|mấy|bao nhieu|may)\W*$", one.part.words) for one in sides)
    return bare and _of_several_things(sides) and len({one.kind for one in sides}) > 1


def _is_loose(question: Question) -> bool:
    return len(question.provinces) > 1 and len(periods_of(question)) == 1


def _what_is_there(sides: Sequence[Side], missing: Sequence[Part]) -> str | None:
    lacking = [part.label for part in missing if part.label]
    if not sides or not lacking:
        return None
    there = ", ".join(one.label for one in sides)
    return f"Có số liệu của {there}, không có của {', '.join(lacking)}"

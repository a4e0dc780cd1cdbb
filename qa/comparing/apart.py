"""Which of several figures of one sentence each of two things has: "4 con đực, 7 con cái"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.vietnamese import Span
from qa.questions.worded import Part
from qa.readers.reading import Candidate
from qa.texts.figures import figures
from qa.texts.paragraph import Paragraph
from qa.words.terms import units

_TWO, OTHERS = 2, 0.3
_MARK = re.compile(r"[;:()]|[,.](?=\s|$)|\svà\s")


def told_apart(asked: Sequence[Part]) -> list[frozenset[str]]:
    """Of each of two parts the words that tell it from the other: "đực" of "voi đực hay voi cái"."""
    # What a comma parts stands in several segments: "cấp tỉnh, huyện".
    if len(asked) != _TWO or any("," in part.words for part in asked):
        return [frozenset()] * len(asked)
    words = [frozenset(unit.folded for unit in units(part.words)) for part in asked]
    return [one - other for one, other in zip(words, words[::-1], strict=True)]


def beside_its_own(own: frozenset[str], found: Candidate) -> Candidate:
    """A candidate counts less where the words of its part stand beside another figure of the
    sentence, and not beside its own: "4 con đực, 7 con cái"."""
    paragraph = found.paragraph
    start, end = paragraph.sentence_at(found.span[0])
    listed = [one for one in figures(paragraph) if start <= one.span[0] < end]
    here = [
        own <= {u.folded for u in paragraph.units_in(_segment(paragraph, one.whole))}
        for one in listed
    ]
    if not any(here):
        return found
    mine = any(
        held
        for one, held in zip(listed, here, strict=True)
        if found.span[0] <= one.span[0] < found.span[1]
    )
    return found if mine else replace(found, score=OTHERS * found.score)


def _segment(paragraph: Paragraph, figure: Span) -> Span:
    """What stands around a figure up to the next marks."""
    before = [m.end() for m in _MARK.finditer(paragraph.text, 0, figure[0])]
    behind = _MARK.search(paragraph.text, figure[1])
    return before[-1] if before else 0, behind.start() if behind else len(paragraph.text)

"""The part of a sentence that says the answer: what stands where the question word stood.

Spans that could be it begin behind a pause, a word of the question or a word such as "là", and
end before one. Each is weighed by how near the words of the question stand, on the side where
they stand in the question, and by how what is asked for is written. The part is the span that
overlaps most with all likely ones: where nothing decides, it grows to the clause.
"""

import math
import re
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from index.vietnamese import Span
from qa.readers.names import names, persons, stands_in
from qa.readers.reading import Reading
from qa.readers.sentences.alignment import Alignment
from qa.readers.sentences.cues import (
    COMMAS,
    ENDS,
    IS,
    LENGTHS,
    LINKS,
    NUMBER_WORDS,
    OPENERS,
    TIME_OPENERS,
    WHOLE,
)
from qa.readers.sentences.shapes import shape
from qa.readers.sentences.typed import numbers, times
from qa.texts.paragraph import Paragraph

_PAUSE = re.compile(r"[,;:.()\[\]\"“”?!|…]|\s[-–]\s")
_STRONG = re.compile(r"[;?!|…]|\.(?=\s)|\s[-–]\s")
_JOINED = re.compile(r"\s?,\s(?:và\s)?|\s(?:và|-|–)\s")

# How many of the best spans are compared, and how much a better one is likelier.
LIKELY, SHARPNESS = 40, 1.6
# What a boundary is worth: the sentence's, a pause, a colon, a word of the question beside it.
OPENING, CLOSING, PAUSE, COLON, SAID_BEFORE, SAID_AFTER = 0.2, 0.6, 0.5, 1.2, 0.7, 0.5
# One right where the question word stood.
IN_PLACE, IN_PLACE_TWICE, UP_TO = 0.5, 1.2, 0.6
NEARNESS, INSIDE, SUBJECT = 2.0, -0.8, 0.5
# The words of the question stand before "là" where its predicate is asked for, behind it
# where its subject is.
PREDICATE = 1.0
OPEN_BRACKET, CUT_NAME, CUT_WORD, OVER_STRONG, OVER_COMMA = -1.0, -1.0, -0.7, 1.5, 0.5
# For names of persons.
BY_PLACE, AT_BEGINNING, BESIDE, LEAST = 3.0, 0.3, 0.3, 0.2


def answering_part(reading: Reading, paragraph: Paragraph, sentence: Span) -> Span:
    """The span inside a sentence that answers; the whole sentence where nothing tells."""
    return Parts(reading, paragraph, sentence).best


class Parts:
    """The spans of one sentence that could answer one question."""

    def __init__(self, reading: Reading, paragraph: Paragraph, sentence: Span) -> None:
        self.aligned = Alignment(reading, paragraph, sentence)
        self.text, self.sentence, self.units = paragraph.text, sentence, paragraph.units
        self.first, self.last = self.aligned.first, self.aligned.last
        self.question = reading.question
        self.shape = shape(self.question)

    @cached_property
    def best(self) -> Span:
        if self.shape == "person" and self.person:
            return self.person
        weighed = self._weighed()
        if not weighed:
            return self.sentence
        start, end = _agreed(weighed)
        return self.units[start].start, self.units[end - 1].end

    @property
    def fits(self) -> bool:
        """Whether the sentence holds anything written as what is asked for."""
        if self.shape == "person":
            return self.person is not None
        return self.shape not in ("number", "time") or bool(self.typed)

    @cached_property
    def person(self) -> Span | None:
        """The person named nearest to the words of the question, who is not in it."""
        found = persons(self.text, self.sentence, self.aligned.asked)
        places = [self.aligned.units_of(span) for span, _ in found]
        best: tuple[float, Span] | None = None
        for (span, looks), (start, end) in zip(found, places, strict=True):
            if self._is_said(span):
                continue
            rivals = [one for one, _ in places if one != start]
            worth = looks + BY_PLACE * self.aligned.nearness(start, end, rivals)
            worth += AT_BEGINNING * (start == self.first)
            worth += BESIDE * (start - 1 in self.aligned.met)
            if best is None or worth > best[0]:
                best = worth, span
        if best is None or best[0] <= LEAST:
            return None
        return self._row(best[1], [span for span, _ in found])

    def _is_said(self, span: Span) -> bool:
        return stands_in(self.text[slice(*span)], self.aligned.asked)

    def _row(self, span: Span, named: Sequence[Span]) -> Span:
        """A name with those that "và" or a comma joins to it."""
        start, end = span
        for first, last in named:
            if first > end and _JOINED.fullmatch(self.text[end:first]):
                end = last
        for first, last in reversed(named):
            if last < start and _JOINED.fullmatch(self.text[last:start]):
                start = first
        return span if self._is_said((start, end)) else (start, end)

    @cached_property
    def typed(self) -> dict[tuple[int, int], float]:
        """The spans, from unit to unit, that are written as what is asked for."""
        asked = self.question.text.lower()
        found: list[tuple[Span, float]] = []
        if self.shape == "number":
            found = numbers(self.text, self.sentence, asked, asked[self.question.focus[1] :])
        elif self.shape == "time":
            found = times(self.text, self.sentence, asked)
        elif self.shape in ("name", "place"):
            worth = 1.2 if self.shape == "name" else 0.7
            found = [(span, worth) for span in names(self.text, self.sentence)]
        return {
            self.aligned.units_of(span): worth for span, worth in found if not self._is_said(span)
        }

    def _starts(self) -> dict[int, float]:
        """The units that the answer may begin with, and how much tells for each."""
        start, end = self.question.focus
        before = [u.key for u in self.question.units if u.end <= start][-2:] if start < end else []
        openers = {**OPENERS["any"], **OPENERS.get(self.shape, {})}
        typed = {one for one, _ in self.typed}
        met = self.aligned.met
        timeless = self.shape == "time" and not self.typed
        found = {}
        for at in range(self.first, self.last):
            gap, told = self.aligned.gap(at), [0.5] if at in typed else []
            if at == self.first:
                told.append(OPENING)
            elif _PAUSE.search(gap):
                told.append(COLON if ":" in gap else PAUSE)
            if timeless and self.units[at].key in TIME_OPENERS:
                told.append(1.4)
            in_place = 0.0
            if at > self.first:
                key = self.units[at - 1].key
                if at - 1 in met and at not in met:
                    told.append(SAID_BEFORE)
                if key in openers and not _STRONG.search(gap):
                    said = PREDICATE * self.aligned.before(at) if key in IS else 0.0
                    told.append(openers[key] + said)
                if before and key == before[-1]:
                    twice = len(before) > 1 and at > 1 and self.units[at - 2].key == before[0]
                    in_place = IN_PLACE_TWICE if twice else IN_PLACE
            if (told or in_place) and self.units[at].key not in LINKS:
                found[at] = max(told, default=0.0) + in_place
        return found

    def _ends(self) -> dict[int, float]:
        """The units before which the answer may end, and how much tells for each."""
        after = [u.key for u in self.question.units if u.start >= self.question.focus[1]][:1]
        typed = {one for _, one in self.typed}
        met = self.aligned.met
        found = {}
        for at in range(self.first + 1, self.last + 1):
            gap, told, up_to = self.aligned.gap(at), [0.4] if at in typed else [], 0.0
            if at == self.last:
                told.append(CLOSING)
            elif _PAUSE.search(gap):
                told.append(0.8 if _STRONG.search(gap) else 0.6)
            else:
                key = self.units[at].key
                if at in met and at - 1 not in met:
                    told.append(SAID_AFTER)
                if key in ENDS and self.shape not in WHOLE:
                    told.append(0.35)
                up_to = UP_TO if [key] == after else 0.0
            if (told or up_to) and self.units[at - 1].key not in LINKS:
                found[at] = max(told, default=0.0) + up_to
        return found

    def _weighed(self) -> list[tuple[float, int, int]]:
        """The likeliest spans, from unit to unit, best first."""
        starts, ends, over = self._starts(), self._ends(), self._over()
        telling = list(accumulate((not self._is_empty(at) for at in range(self.last)), initial=0))
        typical, spread, reach = LENGTHS[self.shape]
        weighed = []
        for start, opened in starts.items():
            for end, closed in ends.items():
                if end <= start or end - start > reach or telling[start] == telling[end]:
                    continue
                length = (math.log((end - start) / typical) / spread) ** 2 / 2
                crossed = over[end] - over[start + 1]
                worth = opened + closed - length - crossed + self._looks(start, end)
                weighed.append((worth + NEARNESS * self.aligned.nearness(start, end), start, end))
        return sorted(weighed, reverse=True)[:LIKELY]

    def _over(self) -> list[float]:
        """What it costs a span to go on over all gaps before each unit and those before it."""
        comma = COMMAS.get(self.shape, OVER_COMMA)
        costs = [0.0] * self.last
        for at in range(self.first, self.last):
            gap = self.aligned.gap(at)
            costs[at] = OVER_STRONG if _STRONG.search(gap) else comma if _PAUSE.search(gap) else 0.0
        return list(accumulate(costs, initial=0.0))

    def _is_empty(self, at: int) -> bool:
        return self.units[at].is_stop and self.units[at].key not in NUMBER_WORDS

    @cached_property
    def _opened(self) -> list[tuple[int, int]]:
        """How many brackets are open where each unit begins and where it ends."""
        steps = ((one == "(") - (one == ")") for one in self.text[: self.sentence[1]])
        opened = list(accumulate(steps, initial=0))
        return [(opened[start], opened[end]) for start, end in self.aligned.spans[: self.last]]

    def _looks(self, start: int, end: int) -> float:
        """How much a span is written as what is asked for."""
        uncut, compound = self.aligned.uncut, self.aligned.compound
        worth = INSIDE * self.aligned.inside(start, end)
        worth += CUT_NAME * (start in uncut or end in uncut)
        worth += CUT_WORD * ((start in compound) + (end in compound))
        worth += OPEN_BRACKET * (self._opened[start][0] != self._opened[end - 1][1])
        subject = start == self.first and end < self.last and self.units[end].key in IS
        if subject and self.shape != "definition":
            worth += SUBJECT + PREDICATE * (1 - self.aligned.before(end))
        if (start, end) in self.typed:
            worth += self.typed[start, end]
        elif self.typed and self.shape in ("number", "time"):
            whole = any(start <= one and end >= other for one, other in self.typed)
            worth -= 0.3 if whole else 2.0
        elif any(start <= one < end for one, _ in self.typed):
            worth += 0.3
        return worth


def _agreed(weighed: Sequence[tuple[float, int, int]]) -> tuple[int, int]:
    """The span that overlaps most, in the mean over all likely ones."""
    top = weighed[0][0]
    likely = [(math.exp(SHARPNESS * (worth - top)), start, end) for worth, start, end in weighed]

    def agreement(span: tuple[int, int]) -> float:
        start, end = span
        return sum(
            weight * 2 * common / (end - start + until - other)
            for weight, other, until in likely
            if (common := min(end, until) - max(start, other)) > 0
        )

    return max(((start, end) for _, start, end in weighed), key=agreement)

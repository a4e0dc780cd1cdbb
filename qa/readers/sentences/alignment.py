"""The words of a question found in one sentence, and how near they stand to a part of it."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from operator import mul

from index.vietnamese import Span, fold
from qa.readers.names import names
from qa.readers.reading import Reading
from qa.texts.paragraph import Paragraph

# So many units away a word tells half.
NEAR = 5
# A word on the other side of the span than it is of the question word.
OTHER_SIDE = 0.6
# Units that a rival between makes the way longer.
RIVAL = 5
# Two units that mostly stand together in the paragraph are one word.
COMPOUND = 0.6


class Alignment:
    """One sentence beside one question; positions are those of the paragraph's units."""

    def __init__(self, reading: Reading, paragraph: Paragraph, sentence: Span) -> None:
        self.reading, self.paragraph, self.sentence = reading, paragraph, sentence
        self.question = reading.question
        self.asked = fold(self.question.text)
        self.units, self.spans = paragraph.units, paragraph.columns.spans
        self.first, self.last = paragraph.unit_at(sentence[0]), paragraph.unit_at(sentence[1])
        self._before: dict[int, list[float]] = {}
        self._from: dict[int, list[float]] = {}

    @cached_property
    def terms(self) -> list[tuple[list[int], float, int]]:
        """Where each term of the question stands in the sentence, its share of what the question
        tells, and on which side of the question word it stood (-1, 0 unknown, 1)."""
        start, end = self.question.focus
        total = sum(term.weight for term in self.reading.matcher.terms) or 1.0
        found = []
        for term in self.reading.matcher.terms:
            places = [
                at
                for at, _ in self.reading.matcher.positions(term.unit, self.paragraph)
                if self.first <= at < self.last
            ]
            side = 0 if start == end else -1 if term.unit.start < start else 1
            if places:
                found.append((places, term.weight / total, side))
        return found

    @cached_property
    def met(self) -> frozenset[int]:
        """The units that say a term of the question."""
        return frozenset(at for places, _, _ in self.terms for at in places)

    def nearness(self, start: int, end: int, rivals: Sequence[int] = ()) -> float:
        """How near the terms stand around the units start … end - 1 (0–1)."""
        if not rivals:
            nearer = map(max, self._nearness_before(start), self._nearness_from(end))
            return sum(map(mul, self._weights, nearer))
        total = 0.0
        for places, weight, side in self.terms:
            best = 0.0
            for at in places:
                if start <= at < end:
                    continue
                distance = start - at if at < start else at - end + 1
                if any(at < one < start or end <= one < at for one in rivals):
                    distance += RIVAL
                other_side = side > 0 if at < start else side < 0
                best = max(best, _worth(distance, other_side=other_side))
            total += weight * best
        return total

    @cached_property
    def _weights(self) -> list[float]:
        return [weight for _, weight, _ in self.terms]

    def _nearness_before(self, start: int) -> list[float]:
        """How near each term stands before a unit (0–1)."""
        if start not in self._before:
            nearest = (max((at for at in one[0] if at < start), default=None) for one in self.terms)
            self._before[start] = [
                0.0 if at is None else _worth(start - at, other_side=side > 0)
                for at, (_, _, side) in zip(nearest, self.terms, strict=True)
            ]
        return self._before[start]

    def _nearness_from(self, end: int) -> list[float]:
        """How near each term stands from a unit on (0–1)."""
        if end not in self._from:
            nearest = (min((at for at in one[0] if at >= end), default=None) for one in self.terms)
            self._from[end] = [
                0.0 if at is None else _worth(at - end + 1, other_side=side < 0)
                for at, (_, _, side) in zip(nearest, self.terms, strict=True)
            ]
        return self._from[end]

    def inside(self, start: int, end: int) -> float:
        """The share of the question that stands in the span alone."""
        return sum(weight for first, last, weight in self._reach if start <= first and last < end)

    @cached_property
    def _reach(self) -> list[tuple[int, int, float]]:
        """The first and the last place of each term, and its weight."""
        return [(min(places), max(places), weight) for places, weight, _ in self.terms]

    def before(self, at: int) -> float:
        """The share of what is met that stands before a unit; a half where nothing is."""
        met = sum(weight for _, weight, _ in self.terms)
        early = sum(weight for places, weight, _ in self.terms if places[0] < at)
        return early / met if met else 0.5

    def gap(self, at: int) -> str:
        """What stands between a unit and the one before it."""
        start = self.spans[at - 1][1] if at > self.first else self.sentence[0]
        end = self.spans[at][0] if at < self.last else self.sentence[1]
        return self.paragraph.text[start:end]

    def units_of(self, span: Span) -> tuple[int, int]:
        return self.paragraph.unit_at(span[0]), self.paragraph.unit_at(span[1])

    @cached_property
    def uncut(self) -> frozenset[int]:
        """The units before which a name would be cut in two."""
        return frozenset(
            at
            for span in names(self.paragraph.text, self.sentence)
            for start, end in [self.units_of(span)]
            for at in range(start + 1, end)
        )

    @cached_property
    def compound(self) -> frozenset[int]:
        """The units that mostly stand behind the one before them: "viên" in "sinh viên"."""
        keys = self.paragraph.columns.keys
        alone, together = Counter(keys), Counter(pairwise(keys))
        return frozenset(
            at
            for at in range(max(1, self.first), self.last)
            for left, right in [(keys[at - 1], keys[at])]
            if together[left, right] > 1
            and together[left, right] >= COMPOUND * max(alone[left], alone[right])
            and not self.units[at - 1].is_stop
            and not self.units[at].is_stop
        )


def _worth(distance: int, *, other_side: bool) -> float:
    """What a word that stands so many units away is worth."""
    return (OTHER_SIDE if other_side else 1.0) / (1 + distance / NEAR)

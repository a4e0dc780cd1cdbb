"""How well a place in a report meets the words of a question.

Each content word of the question, and each pair of neighbours among them, is looked for
around the place; it counts the more the rarer it is and the nearer it stands. This is the
alignment that Vietnamese invites: the question word stands where the answer stands, so the
words beside the one stand beside the other.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from qa.questions.question import Question
from qa.readers.holding import paragraph_intro_keys
from qa.readers.nearness import Nearness, Places, Share
from qa.texts.paragraph import Paragraph
from qa.words.terms import Unit, is_light_folded

Frequency = Callable[[Unit], int]

CONTEXT = 0.3
SYNONYM = 0.85
PAIR_GAP = 3
# A word that stands in no passage tells as much as one that stands in this many.
LEAST = 1.0
LIGHT = 0.35
# A word in small letters that no report holds is rather said otherwise than denied.
UNKNOWN = 0.35
# Two neighbours of the question that stand together in the title or lead: what it is about.
TOPIC = 0.5
# A word of the line that introduces a list or heads a table.
INTRO = 0.75
PAIR_WEIGHT = 0.8
NO_PAIR = 0.7


@dataclass(frozen=True, slots=True)
class Term:
    """A content unit of the question and how much it tells (its inverse frequency)."""

    unit: Unit
    weight: float


@dataclass(frozen=True, slots=True)
class Match:
    """Share of the question's weight met around a place (0–1), and the terms not met."""

    coverage: float
    missing: tuple[Term, ...]
    lost: float
    """The largest share of the question's weight that one unmet term carries."""


@dataclass(slots=True, eq=False)
class Framing:
    """What frames the paragraphs of a report: the keys of title and lead, all (`context`) and in a `line`;
    `named`, keys of names that the report refers to elsewhere."""

    context: frozenset[str] = frozenset()
    line: str = ""
    named: frozenset[str] = frozenset()


class Matcher:
    """Meets one question with many places; built once a question."""

    def __init__(self, question: Question, frequency: Frequency, count: int) -> None:
        """`frequency` tells in how many of the `count` passages a unit stands."""
        self.question = question
        self._frequency, self._count = frequency, count
        seen: dict[str, Term] = {}
        for unit in question.content:
            weight = self.weigh(unit)
            found = frequency(unit)
            if not found and question.text[unit.start : unit.end].islower():
                weight *= UNKNOWN
            if is_light_folded(unit) if question.folded else unit.is_light:
                weight *= LIGHT
            seen.setdefault(self.key(unit), Term(unit, weight))
        self.terms = list(seen.values())
        content = question.content
        self._content = [(unit, self.key(unit)) for unit in content]
        terms = {id(term.unit): at for at, term in enumerate(self.terms)}
        # Of each unit of content the number of its term, None where an earlier one has the key.
        self._term_of = [terms.get(id(unit)) for unit in content]
        position = {id(unit): at for at, unit in enumerate(question.units)}
        # Neighbours among the units of content, by their numbers, and what they weigh.
        self._pairs = [
            (at, at + 1, PAIR_WEIGHT * (seen[self.key(left)].weight + seen[self.key(right)].weight))
            for at, (left, right) in enumerate(pairwise(content))
            if position[id(right)] - position[id(left)] == 1
        ]
        self._asked: frozenset[str | int] = frozenset(
            said
            for unit in question.units
            for said in (self.key(unit), f"{self.key(unit)}%", unit.group)
            if said != -1
        )
        self._total = sum(term.weight for term in self.terms) + sum(pair[2] for pair in self._pairs)
        self._bare: dict[tuple[Framing, frozenset[str]], _LaidOut] = {}
        # By the reports' ids, for whoever reads with it.
        self.framings: dict[str, Framing] = {}
        self._places: dict[int, dict[str | int, list[int]]] = {}
        self._paragraphs: dict[int, _LaidOut] = {}
        # A paragraph is known by its identity as long as it is held.
        self._held: list[Paragraph] = []

    def weigh(self, unit: Unit) -> float:
        """How much a unit tells: its inverse frequency."""
        found = max(self._frequency(unit), LEAST)
        return math.log(1 + (self._count + 1) / (found + 0.5))

    def is_unknown(self, unit: Unit) -> bool:
        """Whether no passage holds a unit."""
        return not self._frequency(unit)

    def key(self, unit: Unit) -> str:
        """What a unit is compared by: without accents for an unaccented question."""
        return unit.folded if self.question.folded else unit.key

    def positions(self, unit: Unit, paragraph: Paragraph) -> Places:
        """Where a unit of the question stands in a paragraph, itself (1) or a synonym."""
        places, key = self._places_in(paragraph), self.key(unit)
        own, kin = places.get(key), places.get(unit.group)
        found = [(at, 1.0) for at in own] if own else []
        if unit.kind == "number" and not found:
            found = [(at, 0.9) for at in places.get(f"{key}%", ())]
            keys = self._keys_in(paragraph)
            found += [(at, 0.9) for at, other in enumerate(keys) if _is_numbered(other, key)]
        if kin:
            there = {at for at, _ in found}
            found += [(at, SYNONYM) for at in kin if at not in there]
        return found

    def _keys_in(self, paragraph: Paragraph) -> Sequence[str]:
        columns = paragraph.columns
        return columns.folded if self.question.folded else columns.keys

    def _places_in(self, paragraph: Paragraph) -> dict[str | int, list[int]]:
        """Where a paragraph holds keys and groups of the question's units."""
        known = self._places.get(id(paragraph))
        if known is None:
            self._held.append(paragraph)
            known = self._places[id(paragraph)] = {}
            asked = self._asked
            columns: tuple[Sequence[str | int], ...] = (
                self._keys_in(paragraph),
                paragraph.columns.groups,
            )
            for column in columns:
                for at in [at for at, said in enumerate(column) if said in asked]:
                    known.setdefault(column[at], []).append(at)
        return known

    def match(
        self,
        paragraph: Paragraph,
        first: int,
        last: int,
        framing: Framing | None = None,
        share: Share | None = None,
    ) -> Match:
        """Meet the question around the units `first` … `last - 1` of a paragraph.

        `share` tells how far a unit of the same sentence belongs to this place rather than to
        a rival.
        """
        if not self.terms or not paragraph.columns.keys:
            return Match(0.0, (), 0.0)
        laid = self._laid_out(paragraph, framing or Framing())
        near = Nearness(paragraph, first, last, share)
        met = lost = 0.0
        missing: list[Term] = []
        paired = False
        for term, floor, places in laid.terms:
            best = max(floor, near.best(places)) if places else floor
            met += best * term.weight
            if best < CONTEXT:
                missing.append(term)
                lost = max(lost, term.weight)
        for weight, floor, places in laid.pairs:
            worth = near.best(places) if places else 0.0
            met += weight * max(worth, floor)
            paired = paired or worth > 0 or floor > 0
        coverage = met / self._total
        if laid.pairs and not paired:
            coverage *= NO_PAIR
        return Match(coverage, tuple(missing), lost / self._total)

    def bound(self, paragraph: Paragraph, framing: Framing) -> float:
        """The most of the question's weight (0–1) that any place of a paragraph can meet."""
        if not self.terms or not paragraph.columns.keys:
            return 0.0
        laid = self._laid_out(paragraph, framing)
        most = 0.0
        for term, floor, places in laid.terms:
            most += term.weight * (max(floor, *map(_worth, places)) if places else floor)
        for weight, floor, places in laid.pairs:
            most += weight * (max(floor, *map(_worth, places)) if places else floor)
        return most / self._total

    def _laid_out(self, paragraph: Paragraph, framing: Framing) -> "_LaidOut":
        """Where the question's words stand in a paragraph; found once."""
        known = self._paragraphs.get(id(paragraph))
        if known is None:
            known = self._paragraphs[id(paragraph)] = self._lay_out(paragraph, framing)
        return known

    def _lay_out(self, paragraph: Paragraph, framing: Framing) -> "_LaidOut":
        introduced = framing.named
        if intro := paragraph_intro_keys(paragraph, self.question.folded):
            introduced |= intro
        bare, places = self._framed(framing, introduced), self._places_in(paragraph)
        found = {
            at: self.positions(unit, paragraph)
            for at, (unit, key) in enumerate(self._content)
            if key in places or unit.group in places or unit.kind == "number"
        }
        if not found:
            return bare
        terms, pairs = bare.terms[:], bare.pairs[:]
        for at, where in found.items():
            number = self._term_of[at]
            if number is not None:
                terms[number] = (*terms[number][:2], where)
        for number, (left, right, _) in enumerate(self._pairs):
            if left in found and right in found:
                pairs[number] = (*pairs[number][:2], self._together(left, right, found, places))
        return _LaidOut(terms, pairs)

    def _framed(self, framing: Framing, introduced: frozenset[str]) -> "_LaidOut":
        """A paragraph that holds no word of the question: what each is worth for what frames it.

        Found once a report, but for paragraphs that others introduce.
        """
        known = self._bare.get((framing, introduced))
        if known is None:
            line = f" {framing.line} "
            paired = [(self._content[at][1], self._content[to][1]) for at, to, _ in self._pairs]
            together = [f" {left} {right} " in line for left, right in paired]
            topical = {
                key for pair, is_so in zip(paired, together, strict=True) if is_so for key in pair
            }
            terms: list[tuple[Term, float, Places]] = []
            for term in self.terms:
                key = self.key(term.unit)
                floor = INTRO if key in introduced else 0.0
                if not floor and key in framing.context:
                    floor = TOPIC if key in topical else CONTEXT
                terms.append((term, floor, ()))
            pairs: list[tuple[float, float, Places]] = [
                (weight, INTRO if introduced.issuperset(keys) else TOPIC if is_so else 0.0, ())
                for keys, is_so, (_, _, weight) in zip(paired, together, self._pairs, strict=True)
            ]
            known = self._bare[framing, introduced] = _LaidOut(terms, pairs)
        return known

    def _together(
        self,
        left: int,
        right: int,
        positions: Mapping[int, Places],
        places: Mapping[str | int, list[int]],
    ) -> Places:
        """Where two units of content stand beside each other."""
        found = []
        group = self._content[left][0].group
        if group >= 0 and group == self._content[right][0].group:
            # A synonym of one syllable meets both: "lãi" for "lợi nhuận".
            found = [(at, SYNONYM) for at in places.get(group, ())]
        for at, kind in positions[left]:
            for beside, other in positions[right]:
                gap = beside - at
                if 1 <= gap <= PAIR_GAP:
                    found.append((at, kind * other * (1.0 if gap == 1 else 0.8)))
        return found


_worth = itemgetter(1)


def _is_numbered(key: str, number: str) -> bool:
    """Whether a key begins with a number as a whole: "52/63", "11-nq/tu", "09-nq/tu" of "9"."""
    if not key.lstrip("0").startswith(number):
        return False
    rest = key.lstrip("0")[len(number) :]
    return rest[:1] == "/" or (rest[:1] == "-" and rest[1:2].isalpha())


class _LaidOut(NamedTuple):
    """Of each term and pair: its weight, what it is worth at least, and its places."""

    terms: list[tuple[Term, float, Places]]
    pairs: list[tuple[float, float, Places]]

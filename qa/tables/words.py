"""The words of a question and of a table's cells, as they are held against each other."""

from dataclasses import dataclass
from functools import lru_cache

from index.places import find_districts, find_provinces
from qa.questions.question import Question
from qa.readers.matching import LIGHT, Matcher
from qa.words.terms import Columns, Unit, is_light_folded, is_stop_folded

Keys = frozenset[str | int]


@dataclass(frozen=True, slots=True)
class Asked:
    """A word of the question with what it weighs."""

    unit: Unit
    key: str
    weight: float

    def stands_in(self, held: Keys) -> bool:
        return self.key in held or (self.unit.group >= 0 and self.unit.group in held)


def asked_words(question: Question, matcher: Matcher) -> list[Asked]:
    """The words of a question that may stand in a table, names of places with them."""
    outside = [question.focus, *((p.start, p.end) for p in question.periods)]
    # Of a comparison one place is asked about at a time.
    outside += [(m.start, m.end) for m in question.mentions if m.name not in question.provinces]
    found: dict[str, Asked] = {}
    for unit in question.units:
        if any(start <= unit.start < end for start, end in outside) or unit in question.stated:
            continue
        if is_stop_folded(unit) if question.folded else unit.is_stop:
            continue
        light = is_light_folded(unit) if question.folded else unit.is_light
        weight = matcher.weigh(unit) * (LIGHT if light else 1.0)
        found.setdefault(matcher.key(unit), Asked(unit, matcher.key(unit), weight))
    return list(found.values())


@lru_cache(maxsize=8192)
def held_by(text: str, folded: bool) -> Keys:
    columns = Columns(text)
    keys = columns.folded if folded else columns.keys
    return frozenset([*keys, *(group for group in columns.groups if group >= 0)])


@lru_cache(maxsize=8192)
def words_in(text: str, folded: bool) -> tuple[tuple[str, int], ...]:
    columns = Columns(text)
    keys = columns.folded if folded else columns.keys
    found = []
    for at, key in enumerate(keys):
        unit = columns.unit(at)
        if not (is_stop_folded(unit) if folded else unit.is_stop):
            found.append((key, unit.group))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=2048)
def provinces_in(text: str) -> frozenset[str]:
    return frozenset(one.name for one in find_provinces(text))


@lru_cache(maxsize=2048)
def districts_in(text: str) -> frozenset[str]:
    return frozenset(name for _, name in find_districts(text))

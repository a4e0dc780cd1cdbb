"""Question → passages: words and meaning searched side by side, and fused."""

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from index.lexical import COMMON, FOLDED, KEPT, LexicalIndex, Terms, rarity
from index.passages import Passage
from index.store import Index
from index.vietnamese import tokens
from qa.questions.question import Question
from qa.scope import EVERYTHING, Scope, Scopes
from qa.words.terms import Unit, expansions, units

DEPTH = 30  # of each search; 50 found no more answers
# Words weigh more than meaning: figures and names decide here, and equal weights lost.
LEXICAL_WEIGHT = 0.65
FOLDED_WEIGHT = 0.35
ABBREVIATION_WEIGHT = 0.5
FRAME_WEIGHT = 0.5
Found = tuple[np.ndarray, np.ndarray]
"""Passage ids (int64) and their scores (float32), best first."""
_NOTHING = np.zeros(0, np.int64), np.zeros(0, np.float32)
_NARROWED = 8  # sets of passages remembered, of at most 8 MB in a million


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage found for a question; the score is 1 for the best in both searches."""

    identifier: int
    passage: Passage
    score: float


class Retriever:
    """Searches one index; safe to share between threads."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.scopes = Scopes(index)
        # A comparison asks its parts in the same words.
        self._vector = lru_cache(maxsize=256)(index.vector)
        self._of_place = lru_cache(maxsize=None)(self._reports_on)
        self._allowed = lru_cache(maxsize=_NARROWED)(self._allowed_by)
        self._threads = ThreadPoolExecutor(os.cpu_count(), "meaning")

    def search(
        self,
        question: Question,
        k: int,
        scope: Scope = EVERYTHING,
        meanwhile: Callable[[list[Evidence]], None] | None = None,
    ) -> list[Evidence]:
        """The k best passages, best first; narrowed to the scope, and within it to the places
        asked about if reported on.

        meanwhile: told the k best by the words alone, while another thread looks for the meaning:
        mostly the same ones in another order.
        """
        allowed = self.allowed(question, scope)
        meaning = self._threads.submit(self._by_meaning, question.original, allowed)
        lexical = self._by_words(question, DEPTH, allowed)
        worded: list[Evidence] = []
        if meanwhile:
            worded = self._best(fuse(lexical, _NOTHING), k)
            meanwhile(worded)
        return self._best(fuse(lexical, meaning.result()), k, worded)

    def glance(self, question: Question, k: int, scope: Scope = EVERYTHING) -> list[Evidence]:
        """The k best passages by the words alone, in half of the time."""
        lexical = self._by_words(question, k, self.allowed(question, scope))
        return self._best(fuse(lexical, _NOTHING), k)

    def _by_words(self, question: Question, k: int, allowed: np.ndarray | None) -> Found:
        terms = query_terms(question, self.index.lexical)
        return self.index.lexical.search(terms, k, allowed)

    def _by_meaning(self, text: str, allowed: np.ndarray | None) -> Found:
        return self.index.vectors.search(self._vector(text), DEPTH, allowed)

    def _best(
        self, fused: dict[int, float], k: int, known: Sequence[Evidence] = ()
    ) -> list[Evidence]:
        """The evidence of the k best scores; known: some whose passages need not be looked up."""
        best = sorted(fused.items(), key=lambda item: (-item[1], item[0]))[:k]
        passages = {one.identifier: one.passage for one in known}
        missing = [at for at, _ in best if at not in passages]
        passages.update(zip(missing, self.index.passages(missing), strict=True))
        return [Evidence(at, passages[at], score) for at, score in best]

    def allowed(self, question: Question, scope: Scope = EVERYTHING) -> np.ndarray | None:
        """Passages within the scope of reports on the places asked about, and on no one province.

        All of the scope when no report at all is on those places; None for all there are.
        """
        return self._allowed(self._provinces.intersection(question.place_names), scope)

    def _allowed_by(self, places: frozenset[str], scope: Scope) -> np.ndarray | None:
        inside = self.scopes.passages(scope)
        if not places:
            return inside
        # One province at a time: of each the passages are looked up once, however it is asked about.
        of_places = np.zeros(self.index.vectors.rows, bool)
        for place in {*places, None}:
            of_places[self._of_place(place)] = True
        if inside is None:
            return np.flatnonzero(of_places)
        return inside[of_places[inside]]

    def _reports_on(self, place: str | None) -> np.ndarray:
        return self.index.passage_ids({"province": [place]})

    @cached_property
    def _provinces(self) -> frozenset[str | None]:
        return frozenset(self.index.counted("province"))

    @cached_property
    def localities(self) -> tuple[str, ...]:
        """The districts that some report is about."""
        return tuple(sorted(name for name in self.index.counted("district") if name))

    def frequency(self, unit: Unit, folded: bool) -> int:
        """In how many passages a unit stands."""
        if folded:
            return self.index.lexical.document_frequency(unit.folded, FOLDED)
        return self.index.lexical.document_frequency(unit.key, KEPT)


def fuse(lexical: Found, dense: Found) -> dict[int, float]:
    """Scores of both searches, each brought to 0–1 and weighted, summed by passage."""
    fused: dict[int, float] = {}
    for (ids, scores), weight, floor in (
        (lexical, LEXICAL_WEIGHT, 0.0),
        (dense, 1 - LEXICAL_WEIGHT, None),
    ):
        if not len(ids):
            continue
        low = float(scores.min()) if floor is None else floor
        span = float(scores.max()) - low or 1.0
        for identifier, score in zip(ids.tolist(), scores.tolist(), strict=True):
            fused[identifier] = fused.get(identifier, 0.0) + weight * (score - low) / span
    return fused


def query_terms(question: Question, lexical: LexicalIndex | None = None) -> Terms:
    """The words to search for, weighted: content most, place and period less.

    Each is looked for with its accents and, at less weight, without. What is common without them
    in the index to be searched is looked for once, at the weight of both: that is half of the work
    in a large index, and finds as much.
    """
    kept: dict[str, float] = {}
    folded: dict[str, float] = {}
    content = set(question.content)
    for unit in question.units:
        start, end = question.focus
        if start <= unit.start < end:
            continue
        weight = 1.0 if unit in content else FRAME_WEIGHT if unit.kind != "word" else 0.0
        if not weight:
            continue
        if question.folded:
            _raise(folded, _ways(unit, folded=True), weight)
            continue
        worth = _worth_of_folded(unit, lexical)
        _raise(kept, _ways(unit), weight * (1.0 + FOLDED_WEIGHT * worth))
        if not worth:
            _raise(folded, _ways(unit, folded=True), weight * FOLDED_WEIGHT)
    for short in abbreviations_of(question):
        for token in tokens(short):
            folded.setdefault(token.folded, ABBREVIATION_WEIGHT)
    return Terms(kept, folded)


def _worth_of_folded(unit: Unit, lexical: LexicalIndex | None) -> float:
    """What a common word's form without accents is worth beside the one with; 0 where rare."""
    if lexical is None or (folded := lexical.document_frequency(unit.folded, FOLDED)) <= COMMON:
        return 0.0
    kept = lexical.document_frequency(unit.key, KEPT)
    return rarity(folded, lexical.count) / rarity(kept, lexical.count) if kept else 0.0


def _raise(weights: dict[str, float], keys: Iterable[str], weight: float) -> None:
    for key in keys:
        weights[key] = max(weights.get(key, 0.0), weight)


def _ways(unit: Unit, *, folded: bool = False) -> tuple[str, ...]:
    key = unit.folded if folded else unit.key
    return (key, key.removesuffix("%")) if unit.kind == "percent" else (key,)


def abbreviations_of(question: Question) -> list[str]:
    """The abbreviations whose full form the question holds, spelt out or not."""
    held = f" {' '.join(unit.folded for unit in question.units)} "
    return [short for short, full in _full_forms() if full in held]


@lru_cache(maxsize=1)
def _full_forms() -> list[tuple[str, str]]:
    full_forms = ((short, units(full)) for short, full in expansions().items())
    return [(short, f" {' '.join(unit.folded for unit in full)} ") for short, full in full_forms]

"""How the reports write the words around a question: side by side, and with which capitals."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from operator import add

import numpy as np

from index.lexical import COMMON, FOLDED, KEPT, Terms
from index.store import Index
from index.vietnamese import folded_key, word_key

WORD = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(rf"({WORD.pattern})")
PASSAGES = 16
LOOKED_FOR = 8  # words; more only where more are not common
_REMEMBERED = 512
# Stands before the key of a capitalised word, and between words that more than a space parts.
_CAPITAL, _BREAK = "^", "|"


class _Passage:
    """Its words, their keys, and the keys in a line, plain and with the capitals marked."""

    def __init__(self, text: str, folded: bool) -> None:
        pieces = _WORDS.split(text)
        self.words = pieces[1::2]
        self.keys = list(map(folded_key if folded else word_key, self.words))
        self._breaks = ["" if gap == " " else f"{_BREAK} " for gap in pieces[:-1:2]]

    @cached_property
    def plain(self) -> list[str]:
        """The keys without diacritics."""
        return list(map(folded_key, self.words))

    @cached_property
    def line(self) -> str:
        return f" {' '.join(map(add, self._breaks, self.keys))} "

    @cached_property
    def marked(self) -> str:
        columns = zip(self._breaks, self.words, self.keys, strict=True)
        marked = (
            f"{gap}{_CAPITAL}{key}" if _is_capital(word) else gap + key
            for gap, word, key in columns
        )
        return f" {' '.join(marked)} "


def _is_capital(word: str) -> bool:
    # A heading in capitals says nothing of which words are names.
    return word[0].isupper() and (len(word) == 1 or not word.isupper())


@dataclass(frozen=True, slots=True)
class Usage:
    """The passages that hold most of a question's words, for counting in."""

    passages: tuple[_Passage, ...]

    def beside(self, left: str, right: str) -> int:
        """How often two words stand side by side."""
        pair = f" {left} {right} "
        return sum(passage.line.count(pair) for passage in self.passages)

    def named(self, left: str, right: str) -> int:
        """How often two words stand side by side, both capitalised."""
        pair = f" {_CAPITAL}{left} {_CAPITAL}{right} "
        return sum(passage.marked.count(pair) for passage in self.passages)

    def forms(self, key: str) -> Counter[str]:
        """How a word is written, and how often."""
        return Counter(
            word
            for passage in self.passages
            if key in passage.keys
            for word, own in zip(passage.words, passage.keys, strict=True)
            if own == key
        )


@dataclass(frozen=True, slots=True)
class Accented:
    """Keys of words: how often two stand together, and the words that each one follows."""

    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    follows: dict[str, set[str]] = field(default_factory=dict)


class Usages:
    """Looks words up in one index; safe to share between threads."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._passage = lru_cache(maxsize=_REMEMBERED)(_Passage)

    def frequency(self, key: str, folded: bool) -> int:
        """In how many passages a word stands."""
        return self._index.lexical.document_frequency(key, FOLDED if folded else KEPT)

    def around(self, weights: dict[str, float], folded: bool) -> Usage:
        """How words are used in the passages that hold most of them."""
        terms = Terms({}, weights) if folded else Terms(weights, {})
        found, _ = self._index.lexical.search(terms, PASSAGES)
        return Usage(tuple(self._read(found, folded)))

    def about(self, keys: Sequence[str], folded: bool) -> Usage:
        """How words are used in the passages that hold most of the rarer of them."""
        return self.around(self._telling(keys, folded), folded)

    def accented(self, folded: Sequence[str]) -> Accented:
        """How words without accents are written, and stand together, in the reports."""
        found, _ = self._index.lexical.search(Terms({}, self._telling(folded, True)), PASSAGES)
        words, wanted = set(folded), set(pairwise(folded))
        accented = Accented()
        for passage in self._read(found, False):
            before, plain_before = "", ""
            for key, plain in zip(passage.keys, passage.plain, strict=True):
                if plain in words:
                    accented.follows.setdefault(key, set()).add(before)
                    if (plain_before, plain) in wanted:
                        accented.pairs[before, key] += 1
                before, plain_before = key, plain
        return accented

    def _telling(self, keys: Sequence[str], folded: bool) -> dict[str, float]:
        """The words to find passages by, all alike: those that are not common, and the rarest."""
        often = {key: self.frequency(key, folded) for key in keys}
        rarest = sorted(filter(often.get, often), key=often.__getitem__)[:LOOKED_FOR]
        return {key: 1.0 for key in often if often[key] <= COMMON or key in rarest}

    def _read(self, numbers: np.ndarray, folded: bool) -> list[_Passage]:
        return [self._passage(one.text, folded) for one in self._index.passages(numbers)]

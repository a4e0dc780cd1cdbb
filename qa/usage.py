"""How the reports write the words around a question: side by side, and with which capitals."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from index.lexical import FOLDED, KEPT, Terms
from index.store import Index
from index.vietnamese import folded_key, word_key

WORD = re.compile(r"[^\W\d_]+")
PASSAGES = 16
_REMEMBERED = 512


@dataclass(frozen=True, slots=True)
class Written:
    """A word of a passage: its key, itself, and whether only a space parts it from the last."""

    key: str
    word: str
    joined: bool


@dataclass(slots=True)
class Usage:
    """Counts over passages: words side by side by their keys, and how each is written."""

    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    named: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Of the pairs, those of two capitalised words."""
    forms: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, passage: Iterable[Written]) -> None:
        before: Written | None = None
        for word in passage:
            self.forms.setdefault(word.key, Counter())[word.word] += 1
            if before and word.joined:
                pair = (before.key, word.key)
                self.pairs[pair] += 1
                if before.word[0].isupper() and word.word[0].isupper():
                    self.named[pair] += 1
            before = word


class Usages:
    """Looks words up in one index; safe to share between threads."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._passage = lru_cache(maxsize=_REMEMBERED)(self._read)

    def frequency(self, key: str, folded: bool) -> int:
        """In how many passages a word stands."""
        return self._index.lexical.document_frequency(key, FOLDED if folded else KEPT)

    def around(self, weights: dict[str, float], folded: bool) -> Usage:
        """How words are used in the passages that hold most of them."""
        terms = Terms({}, weights) if folded else Terms(weights, {})
        found, _ = self._index.lexical.search(terms, PASSAGES)
        usage = Usage()
        for number in found.tolist():
            usage.add(self._passage(number, folded))
        return usage

    def _read(self, number: int, folded: bool) -> tuple[Written, ...]:
        text = self._index.passage(number).text
        key = folded_key if folded else word_key
        words, end = [], 0
        for match in WORD.finditer(text):
            word = match.group()
            words.append(Written(key(word), word, text[end : match.start()] == " "))
            end = match.end()
        return tuple(words)

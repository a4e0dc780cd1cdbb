"""Which words of a question are in doubt: no report holds them and no table knows them."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from index.places import find_provinces, provinces
from index.vietnamese import Span, folded_key, has_diacritics, word_key
from qa.spelling.slips import CARRIED, LOST, edits
from qa.spelling.usage import WORD, Usages
from qa.spelling.vocabulary import vocabulary
from qa.words.english import from_english
from qa.words.wordlists import words as words_of

_SHORTEST, _LONGEST = 3, 24
_TITLES = frozenset("ông bà anh chị chú cô bác thầy".split())
_GLUED_BEFORE = re.compile(r"[\d/@_&'’-]$|\w\.$")
_GLUED_AFTER = re.compile(r"[\d/@_&'’-]|\.\w")

Keys = tuple[str, ...]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the question with what tells whether it is a slip."""

    span: Span
    typed: str
    key: str
    known: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as its words."""

    text: str
    folded: bool
    english: bool
    words: tuple[Word, ...]

    def neighbour(self, at: int, step: int) -> Word | None:
        """The word beside one, when it is sure and only a space parts the two."""
        beside = at + step
        sure = self.touch(at, beside) and self.words[beside].known
        return self.words[beside] if sure else None

    def pairs(self, at: int, keys: Keys) -> list[Pair]:
        """The pairs of neighbours that words would stand in here."""
        left, right = self.neighbour(at, -1), self.neighbour(at, +1)
        pairs = [*pairwise(keys)]
        pairs += [(left.key, keys[0])] if left else []
        pairs += [(keys[-1], right.key)] if right else []
        return pairs

    def is_name(self, at: int) -> bool:
        return at > 0 and self.words[at].typed[0].isupper()

    def touching(self, at: int) -> int:
        """How many words stand beside one with only a space between."""
        return sum(self.touch(at, at + step) for step in (-1, +1))

    def touch(self, at: int, beside: int) -> bool:
        if not 0 <= beside < len(self.words):
            return False
        first, last = sorted((self.words[at].span, self.words[beside].span))
        return self.text[first[1] : last[0]] == " "


def read_words(text: str, usages: Usages) -> Asked:
    """The words of a question, each known or in doubt."""
    folded = not has_diacritics(text)
    english = from_english(text) is not None or _is_english(text)
    known = vocabulary(folded, english).written
    places = [(m.start, m.end) for m in find_provinces(text, proper=False)]
    words = []
    for match in WORD.finditer(text):
        typed, span = match.group(), match.span()
        key = folded_key(typed) if folded else word_key(typed)
        sure = (
            not _SHORTEST <= len(typed) <= _LONGEST
            or typed.isupper()
            or key in known
            or (typed[0].isupper() and typed in words_of("surnames.txt"))
            or _in_name(text, span)
            or any(start <= span[0] < end for start, end in places)
            or usages.frequency(key, folded) > 0
        )
        words.append(Word(span, typed, key, sure))
    asked = Asked(text, folded, english, tuple(words))
    near = [at for at, word in enumerate(words) if word.known and _is_near_province(asked, at)]
    for at in near:
        words[at] = replace(words[at], known=False)
    return replace(asked, words=tuple(words)) if near else asked


@lru_cache(maxsize=2)
def province_pairs(folded: bool) -> frozenset[Pair]:
    """Two words side by side in the names of provinces."""
    key = folded_key if folded else word_key
    parts = (part.split() for name in provinces() for part in name.split(" - "))
    return frozenset(pair for part in parts for pair in pairwise(map(key, part)))


def _is_near_province(asked: Asked, at: int) -> bool:
    """Whether a known word is a slip away from one of a province whose other word is beside it.

    Only of two capitalised words that no third one precedes ("Thi Bình", not "Lê Thi Bình").
    """
    for first in (at - 1, at):
        if first < 0 or first + 1 >= len(asked.words) or not asked.touch(first, first + 1):
            continue
        pair = asked.words[first], asked.words[first + 1]
        if not all(word.typed[0].isupper() and not word.typed.isupper() for word in pair):
            continue
        if first and asked.touch(first - 1, first):
            before = asked.words[first - 1].typed
            if before[0].isupper() or before in _TITLES:
                continue
        keys = pair[0].key, pair[1].key
        if keys in province_pairs(asked.folded):
            continue
        for name in province_pairs(asked.folded):
            here, other = at - first, 1 - (at - first)
            if keys[other] == name[other] and keys[here] != name[here]:
                meant = ((key, cost) for key, cost in edits(keys[here], asked.folded))
                if any(key == name[here] and cost <= LOST + CARRIED for key, cost in meant):
                    return True
    return False


def _is_english(text: str) -> bool:
    """Whether at least half of the words are English, whatever became of the question word."""
    words = [word_key(word) for word in WORD.findall(text)]
    return 2 * sum(word in _foreign() for word in words) >= len(words) > 0


@lru_cache(maxsize=1)
def _foreign() -> frozenset[str]:
    return frozenset(vocabulary(False, True).written.keys() - vocabulary(False).written.keys())


def _in_name(text: str, span: Span) -> bool:
    """Whether a word is part of an address, a document's number or a code ("a.gov.vn", "Q1")."""
    before, after = text[max(0, span[0] - 2) : span[0]], text[span[1] : span[1] + 2]
    return bool(_GLUED_BEFORE.search(before) or _GLUED_AFTER.match(after))

"""Slips of the finger in a question, mended before it is read.

A word is a slip when no report holds it and this program does not know it. What was meant is
one edit away, is known or held, and stands beside its neighbours in the reports or in how
questions are worded. A name that the reports do not hold is never made one they hold.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from index.places import find_provinces, provinces
from index.syllables import spell
from index.vietnamese import Span, fold, folded_key, has_diacritics, word_key
from qa.people import FAMILY
from qa.slips import CARRIED, LOST, SPLIT, edits, is_valid, splits
from qa.terms import from_english
from qa.usage import WORD, Usage, Usages
from qa.vocabulary import Vocabulary, vocabulary

# More unknown words than this, or most of them unknown: not Vietnamese, or not of the reports.
_MOST = 4
_GLUED_BEFORE = re.compile(r"[\d/@_&'’-]$|\w\.$")
_GLUED_AFTER = re.compile(r"[\d/@_&'’-]|\.\w")
_SHORTEST, _SHORT, _LONGEST = 3, 3, 24
_CANDIDATES = 12
_REMEMBERED = 1024
_TITLES = frozenset("ông bà anh chị chú cô bác thầy".split())
_VOWEL = re.compile(r"[aeiouy]")

# What a neighbour's evidence is worth against the cost of an edit.
_BESIDE = 2.0

Keys = tuple[str, ...]
Pair = tuple[str, str]
Guesses = dict[Keys, float]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the question with what tells whether it is a slip."""

    span: Span
    typed: str
    key: str
    known: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question as its words."""

    text: str
    folded: bool
    english: bool
    words: tuple[_Word, ...]

    def neighbour(self, at: int, step: int) -> _Word | None:
        """The word beside one, when it is sure and only a space parts the two."""
        beside = at + step
        sure = self.touch(at, beside) and self.words[beside].known
        return self.words[beside] if sure else None

    def touching(self, at: int) -> int:
        """How many words stand beside one with only a space between."""
        return sum(self.touch(at, at + step) for step in (-1, +1))

    def touch(self, at: int, beside: int) -> bool:
        if not 0 <= beside < len(self.words):
            return False
        first, last = sorted((self.words[at].span, self.words[beside].span))
        return self.text[first[1] : last[0]] == " "


class Speller:
    """Mends the slips of questions about one index; safe to share between threads."""

    def __init__(self, usages: Usages) -> None:
        self._usages = usages
        self._guesses = lru_cache(maxsize=_REMEMBERED)(self._guess)

    def mend(self, text: str) -> str:
        """The question without its slips; as it is when there are none that evidence mends."""
        asked = self._read(text)
        slips = [at for at, word in enumerate(asked.words) if not word.known]
        # An English question has words that neither reports nor tables need know.
        few = asked.english or 2 * len(slips) <= len(asked.words) + 1
        if not slips or len(slips) > _MOST or not few:
            return text
        guesses = {
            at: self._guesses(asked.words[at].key, asked.folded, asked.english) for at in slips
        }
        guesses = {at: guess for at, guess in guesses.items() if guess}
        if not guesses:
            return text
        usage = self._usages.around(_weights(asked.words, guesses), asked.folded)
        mended = asked.text
        for at in sorted(guesses, reverse=True):
            start, end = asked.words[at].span
            if meant := self._choose(asked, at, guesses[at], usage):
                mended = mended[:start] + meant + mended[end:]
        return mended

    def _read(self, text: str) -> "_Asked":
        folded = not has_diacritics(text)
        english = from_english(text) is not None
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
                or (typed[0].isupper() and typed in FAMILY)
                or _in_name(text, span)
                or any(start <= span[0] < end for start, end in places)
                or self._usages.frequency(key, folded) > 0
            )
            words.append(_Word(span, typed, key, sure))
        asked = _Asked(text, folded, english, tuple(words))
        near = [at for at, word in enumerate(words) if word.known and _is_near_province(asked, at)]
        for at in near:
            words[at] = replace(words[at], known=False)
        return replace(asked, words=tuple(words)) if near else asked

    def _guess(self, typed: str, folded: bool, english: bool) -> Guesses:
        """The words that may have been meant, each with what its edit costs; likeliest first."""
        known = vocabulary(folded, english).written
        found: Guesses = {}
        for key, cost in edits(typed, folded):
            if key not in known and not self._usages.frequency(key, folded):
                continue
            if cost < found.get((key,), math.inf):
                found[(key,)] = cost
        if not is_valid(typed, folded):
            for parts in splits(typed, folded):
                if all(part in known or self._usages.frequency(part, folded) for part in parts):
                    found[parts] = SPLIT

        def worth(item: tuple[Keys, float]) -> float:
            keys, cost = item
            return cost - 0.1 * math.log1p(min(self._usages.frequency(k, folded) for k in keys))

        return dict(sorted(found.items(), key=worth)[:_CANDIDATES])

    def _choose(self, asked: "_Asked", at: int, guesses: Guesses, usage: Usage) -> str | None:
        """What the evidence says was meant; None when it does not say enough."""
        word, known = asked.words[at], vocabulary(asked.folded, asked.english)
        left, right = asked.neighbour(at, -1), asked.neighbour(at, +1)
        name = word.typed[0].isupper() and at > 0
        valid = is_valid(word.key, asked.folded)
        ranked: list[tuple[float, int, int, Keys]] = []
        for keys, cost in guesses.items():
            pairs = _beside(keys, left, right)
            seen = [usage.beside(*pair) for pair in pairs]
            if valid:
                seen = [n and n - usage.named(*pair) for n, pair in zip(seen, pairs, strict=True)]
            worded = [pair in known.pairs for pair in pairs]
            sides = sum(n > 0 or also for n, also in zip(seen, worded, strict=True))
            strong = sum(n > 1 or also for n, also in zip(seen, worded, strict=True))
            frequency = min(self._usages.frequency(key, asked.folded) for key in keys)
            score = _BESIDE * sides + 0.3 * math.log1p(sum(seen)) + 0.2 * math.log1p(frequency)
            ranked.append((score - cost, sides, strong, keys))
        ranked.sort(reverse=True)
        _, sides, strong, keys = ranked[0]
        alone = len(ranked) == 1 or not ranked[1][1]
        cost = guesses[keys]
        slight = cost <= LOST + CARRIED
        if valid and name:
            pairs = _beside(keys, left, right)
            names = _provinces(asked.folded) | (known.pairs - known.asking)
            typed = _beside((word.key,), left, right)
            held = any(usage.beside(*pair) for pair in typed)
            enough = slight and not held and any(pair in names for pair in pairs)
        elif valid or len(keys) > 1:
            asking = any(pair in known.pairs for pair in _beside(keys, left, right))
            enough = sides >= 2 or strong == len(keys) - 1 + asked.touching(at) == 1
            near = slight and len(keys) == 1 and (asking or (alone and strong > 0))
            enough = enough or near
        elif name:
            enough = sides > 0
        elif len(word.key) <= _SHORT or not _VOWEL.search(fold(word.typed)):
            spoken = all(is_valid(key, asked.folded) for key in keys)
            enough = slight and spoken and (sides >= 2 or strong > 0 or (alone and sides > 0))
        else:
            enough = sides > 0 or _is_clear(guesses)
            keys = keys if sides else min(guesses, key=guesses.__getitem__)
        if not enough:
            return None
        written = " ".join(_written(key, usage, known, asked.folded) for key in keys)
        return _cased(word.typed, written)


def _is_clear(guesses: Guesses) -> bool:
    """Whether one guess is so much nearer than the others that no neighbour need tell."""
    nearest, *others = sorted(guesses.values())
    return nearest <= LOST and (not others or others[0] >= nearest + LOST)


def _beside(keys: Keys, left: _Word | None, right: _Word | None) -> list[Pair]:
    """The pairs of neighbours that a guess would stand in."""
    pairs = [*pairwise(keys)]
    pairs += [(left.key, keys[0])] if left else []
    pairs += [(keys[-1], right.key)] if right else []
    return pairs


@lru_cache(maxsize=2)
def _provinces(folded: bool) -> frozenset[Pair]:
    """The names of provinces that are two words."""
    key = folded_key if folded else word_key
    names = (tuple(map(key, name.split())) for name in provinces())
    return frozenset((name[0], name[1]) for name in names if len(name) == 2)


def _is_near_province(asked: "_Asked", at: int) -> bool:
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
        for name in _provinces(asked.folded):
            here, other = at - first, 1 - (at - first)
            if keys[other] == name[other] and keys[here] != name[here]:
                meant = ((key, cost) for key, cost in edits(keys[here], asked.folded))
                if any(key == name[here] and cost <= LOST + CARRIED for key, cost in meant):
                    return True
    return False


def _in_name(text: str, span: Span) -> bool:
    """Whether a word is part of an address, a document's number or a code ("a.gov.vn", "Q1")."""
    before, after = text[max(0, span[0] - 2) : span[0]], text[span[1] : span[1] + 2]
    return bool(_GLUED_BEFORE.search(before) or _GLUED_AFTER.match(after))


def _weights(words: Sequence[_Word], guesses: dict[int, Guesses]) -> dict[str, float]:
    """What to search for: the guesses, their neighbours most, and the rest of the question."""
    weights = {word.key: 0.5 for word in words if word.known}
    for at, guess in guesses.items():
        for beside in (at - 1, at + 1):
            if 0 <= beside < len(words) and words[beside].known:
                weights[words[beside].key] = 1.5
        for keys in guess:
            weights.update(dict.fromkeys(keys, 1.0))
    return weights


def _written(key: str, usage: Usage, known: Vocabulary, folded: bool) -> str:
    """A key as the reports write it, in small letters where it is a syllable."""
    forms = usage.forms(key)
    if forms:
        form = forms.most_common(1)[0][0]
        form = fold(form) if folded else form
        return form.lower() if is_valid(key, folded) else form
    written = known.written.get(key, key if folded else spell(key)).lower()
    return fold(written) if folded else written


def _cased(typed: str, written: str) -> str:
    if typed.isupper() and len(typed) > 1:
        return written.upper()
    return written[0].upper() + written[1:] if typed[0].isupper() else written

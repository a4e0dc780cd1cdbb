"""Slips of the finger in a question, mended before it is read.

A word is a slip when no report holds it and this program does not know it. What was meant is
one edit away, is known or held, and stands beside its neighbours in the reports or in how
questions are worded. A name that the reports do not hold is never made one they hold.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.vietnamese import fold, folded_key, word_key
from qa.spelling.doubts import Asked, Keys, Word, province_pairs, read_words
from qa.spelling.slips import CARRIED, LOST, SPLIT, edits, is_valid, splits
from qa.spelling.syllables import spell, split_key
from qa.spelling.telex import from_telex
from qa.spelling.usage import Usage, Usages
from qa.spelling.vocabulary import Vocabulary, vocabulary
from qa.words.terms import STOP

# More unknown words than this, or most of them unknown: not Vietnamese, or not of the reports.
_MOST, _MOST_ENGLISH = 4, 8
_SHORT = 3
_CANDIDATES = 12
_REMEMBERED = 1024
_VOWEL = re.compile(r"[aeiouy]")

# What a neighbour is worth against the cost of an edit, and more in the words of asking.
_BESIDE, _ASKED = 2.0, 1.5

Guesses = dict[Keys, float]


class Speller:
    """Mends the slips of questions about one index; safe to share between threads."""

    def __init__(self, usages: Usages) -> None:
        self._usages = usages
        self._guesses = lru_cache(maxsize=_REMEMBERED)(self._guess)

    def mend(self, text: str) -> str:
        """The question without its slips; as it is when there are none that evidence mends."""
        asked = read_words(text, self._usages)
        slips = [at for at, word in enumerate(asked.words) if not word.known]
        # An English question has words that neither reports nor tables need know.
        most = _MOST_ENGLISH if asked.english else min(_MOST, (len(asked.words) + 1) // 2)
        if not 0 < len(slips) <= most:
            return text
        guesses = {
            at: self._guesses(asked.words[at].typed.lower(), asked.folded, asked.english)
            for at in slips
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

    def _guess(self, typed: str, folded: bool, english: bool) -> Guesses:
        """The words that may have been meant, each with what its edit costs; likeliest first."""
        known = vocabulary(folded, english).written

        def is_held(key: str) -> bool:
            return key in known or self._usages.frequency(key, folded) > 0

        key = folded_key(typed) if folded else word_key(typed)
        valid = is_valid(key, folded)
        found: Guesses = {}
        for meant, cost in edits(key, folded):
            if cost < found.get((meant,), math.inf) and is_held(meant):
                found[(meant,)] = cost
        if not valid:
            found |= {parts: SPLIT for parts in splits(typed, folded) if all(map(is_held, parts))}
        keys = None if valid or english else from_telex(typed)
        if keys:
            meant = fold(split_key(keys)[0]) if folded else keys
            if is_valid(meant, folded) and is_held(meant):
                found[(meant,)] = 0.0

        def worth(item: tuple[Keys, float]) -> float:
            keys, cost = item
            return cost - 0.1 * math.log1p(min(self._usages.frequency(k, folded) for k in keys))

        return dict(sorted(found.items(), key=worth)[:_CANDIDATES])

    def _choose(self, asked: Asked, at: int, guesses: Guesses, usage: Usage) -> str | None:
        """What the evidence says was meant; None when it does not say enough."""
        word, known = asked.words[at], vocabulary(asked.folded, asked.english)
        ranked = sorted(
            (self._weigh(asked, at, keys, cost, usage) for keys, cost in guesses.items()),
            reverse=True,
        )
        keys: Keys | None = None
        if _is_enough(asked, at, ranked, usage):
            keys = ranked[0].keys
        elif not (is_valid(word.key, asked.folded) or asked.is_name(at) or len(word.key) <= _SHORT):
            keys = _nearest(word.typed, guesses, _stops(asked.folded))
        if keys is None:
            return None
        written = " ".join(_written(key, usage, known, asked.folded) for key in keys)
        return _cased(word.typed, written)

    def _weigh(self, asked: Asked, at: int, keys: Keys, cost: float, usage: Usage) -> "_Evidence":
        known = vocabulary(asked.folded, asked.english)
        pairs = asked.pairs(at, keys)
        seen = [usage.beside(*pair) for pair in pairs]
        if is_valid(asked.words[at].key, asked.folded):
            seen = [n and n - usage.named(*pair) for n, pair in zip(seen, pairs, strict=True)]
        worded = [pair in known.pairs for pair in pairs]
        sides = sum(n > 0 or also for n, also in zip(seen, worded, strict=True))
        strong = sum(n > 1 or also for n, also in zip(seen, worded, strict=True))
        frequency = min(self._usages.frequency(key, asked.folded) for key in keys)
        score = _BESIDE * sides + _ASKED * any(pair in known.asking for pair in pairs)
        score += 0.3 * math.log1p(sum(seen)) + 0.2 * math.log1p(frequency) - cost
        return _Evidence(score, sides, strong, cost, keys, any(worded))


@dataclass(frozen=True, slots=True, order=True)
class _Evidence:
    """What speaks for a guess: neighbours it is seen or known beside, and those surely so."""

    score: float
    sides: int
    strong: int
    cost: float
    keys: Keys
    worded: bool


def _is_enough(asked: Asked, at: int, ranked: Sequence[_Evidence], usage: Usage) -> bool:
    """Whether the best guess is believed: the better the typed word, the more must speak."""
    word, best = asked.words[at], ranked[0]
    alone = len(ranked) == 1 or not ranked[1].sides
    slight = best.cost <= LOST + CARRIED
    valid = is_valid(word.key, asked.folded)
    if valid and asked.is_name(at):
        tables = vocabulary(asked.folded, asked.english)
        named = province_pairs(asked.folded)
        held = any(usage.beside(*pair) for pair in asked.pairs(at, (word.key,)))
        meant = any(
            pair in named or (pair in tables.pairs and pair not in tables.asking)
            for pair in asked.pairs(at, best.keys)
        )
        return slight and not held and meant
    if valid or len(best.keys) > 1:
        sure = best.strong == len(best.keys) - 1 + asked.touching(at) == 1
        near = slight and len(best.keys) == 1 and (best.worded or (alone and best.strong > 0))
        return best.sides >= 2 or sure or near
    if asked.is_name(at):
        return best.sides > 0
    if len(word.key) <= _SHORT or not _VOWEL.search(fold(word.typed)):
        spoken = all(is_valid(key, asked.folded) for key in best.keys)
        told = best.sides >= 2 or best.strong > 0 or (alone and best.sides > 0)
        return slight and spoken and told
    return best.sides > 0


def _nearest(typed: str, guesses: Guesses, stops: frozenset[str]) -> Keys | None:
    """The guess that needs no neighbour to tell: the one linking word, or much the nearest."""
    linking = [keys for keys, cost in guesses.items() if cost <= LOST and keys[0] in stops]
    if len(linking) == 1:
        return linking[0]
    nearest, *others = sorted(guesses, key=guesses.__getitem__)
    cost = guesses[nearest]
    clear = cost <= LOST and (not others or guesses[others[0]] >= cost + LOST)
    return nearest if clear and _VOWEL.search(fold(typed)) else None


@lru_cache(maxsize=2)
def _stops(folded: bool) -> frozenset[str]:
    return frozenset(map(folded_key if folded else word_key, STOP))


def _weights(words: Sequence[Word], guesses: dict[int, Guesses]) -> dict[str, float]:
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

"""Slips of the finger in a question, mended before it is read.

A word is a slip when no report holds it and this program does not know it. What was meant is
one edit away, is known or held, and stands beside its neighbours in the reports or in how
questions are worded. A name that the reports do not hold is never made one they hold.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from index.places import find_provinces, provinces
from index.syllables import folded_is_syllable, is_syllable, spell, split_key, tones
from index.vietnamese import Span, fold, folded_key, has_diacritics, normalize, word_key
from qa.terms import ENGLISH, from_english
from qa.usage import WORD, Usage, Usages
from qa.vocabulary import Vocabulary, english, vocabulary

_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
_PLAIN = "abcdefghijklmnopqrstuvwxyz"
# More unknown words than this, or most of them unknown: not Vietnamese, or not of the reports.
_MOST = 4
_GLUED_BEFORE = re.compile(r"[\d/@_&'’-]$|\w\.$")
_GLUED_AFTER = re.compile(r"[\d/@_&'’-]|\.\w")
_SHORTEST, _SHORT, _LONGEST = 2, 3, 24
_CANDIDATES = 12

# What an edit costs against the evidence of a neighbour, which is worth `_BESIDE`.
_BESIDE = 2.0
_SWAP, _DOUBLED, _LOST, _TONE, _EXTRA, _OTHER, _SPLIT = 0.0, 0.0, 0.2, 0.3, 0.5, 0.9, 0.6
# The lost letter carried the tone.
_CARRIED = 0.1

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
    words: tuple[_Word, ...]

    def neighbour(self, at: int, step: int) -> _Word | None:
        """The word beside one, when it is sure and only a space parts the two."""
        beside = at + step
        if not 0 <= beside < len(self.words) or not self.words[beside].known:
            return None
        first, last = sorted((self.words[at].span, self.words[beside].span))
        return self.words[beside] if self.text[first[1] : last[0]] == " " else None


class Speller:
    """Mends the slips of questions about one index; safe to share between threads."""

    def __init__(self, usages: Usages) -> None:
        self._usages = usages

    def mend(self, text: str) -> str:
        """The question without its slips; as it is when there are none that evidence mends."""
        asked = self._read(normalize(text))
        slips = [at for at, word in enumerate(asked.words) if not word.known]
        if not slips or len(slips) > _MOST or 2 * len(slips) > len(asked.words) + 1:
            return text
        guesses = {at: self._guesses(asked.words[at].key, asked.folded) for at in slips}
        guesses = {at: guess for at, guess in guesses.items() if guess}
        if not guesses:
            return text
        usage = self._usages.around(_weights(asked.words, guesses), asked.folded)
        mended = asked.text
        for at in sorted(guesses, reverse=True):
            start, end = asked.words[at].span
            if meant := self._choose(asked, at, guesses[at], usage):
                mended = mended[:start] + meant + mended[end:]
        return mended if mended != asked.text else text

    def _read(self, text: str) -> "_Asked":
        folded = not has_diacritics(text)
        foreign = (
            english() if (folded and ENGLISH.search(text)) or from_english(text) else frozenset()
        )
        known = vocabulary(folded).written
        places = [(m.start, m.end) for m in find_provinces(text, proper=False)]
        whole = text.isupper()
        words = []
        for match in WORD.finditer(text):
            typed, span = match.group(), match.span()
            key = folded_key(typed) if folded else word_key(typed)
            sure = (
                not _SHORTEST <= len(typed) <= _LONGEST
                or (typed.isupper() and not whole)
                or key in known
                or typed.lower() in foreign
                or _in_name(text, span)
                or any(start <= span[0] < end for start, end in places)
                or self._usages.frequency(key, folded) > 0
            )
            words.append(_Word(span, typed, key, sure))
        return _Asked(text, folded, tuple(words))

    def _guesses(self, typed: str, folded: bool) -> Guesses:
        """The words that may have been meant, each with what its edit costs; likeliest first."""
        known = vocabulary(folded).written
        found: Guesses = {}
        for key, cost in _edits(typed, folded):
            if key not in known and not self._usages.frequency(key, folded):
                continue
            if cost < found.get((key,), math.inf):
                found[(key,)] = cost
        if not _is_valid(typed, folded):
            for parts in _splits(typed, folded):
                if all(part in known or self._usages.frequency(part, folded) for part in parts):
                    found[parts] = _SPLIT

        def worth(item: tuple[Keys, float]) -> float:
            keys, cost = item
            return cost - 0.1 * math.log1p(min(self._usages.frequency(k, folded) for k in keys))

        return dict(sorted(found.items(), key=worth)[:_CANDIDATES])

    def _choose(self, asked: "_Asked", at: int, guesses: Guesses, usage: Usage) -> str | None:
        """What the evidence says was meant; None when it does not say enough."""
        word, known = asked.words[at], vocabulary(asked.folded)
        left, right = asked.neighbour(at, -1), asked.neighbour(at, +1)
        name = word.typed[0].isupper() and at > 0
        valid = _is_valid(word.key, asked.folded)
        ranked: list[tuple[float, int, int, Keys]] = []
        for keys, cost in guesses.items():
            seen = {pair: usage.pairs[pair] for pair in _beside(keys, left, right)}
            if valid:
                seen = {pair: count - usage.named[pair] for pair, count in seen.items()}
            sides = sum(count > 0 or pair in known.pairs for pair, count in seen.items())
            strong = sum(count > 1 or pair in known.pairs for pair, count in seen.items())
            frequency = min(self._usages.frequency(key, asked.folded) for key in keys)
            score = _BESIDE * sides + 0.3 * math.log1p(sum(seen.values()))
            score += 0.2 * math.log1p(frequency) - cost
            ranked.append((score, sides, strong, keys))
        _, sides, strong, keys = max(ranked)
        if valid and name:
            enough = (
                any(pair in _provinces(asked.folded) for pair in _beside(keys, left, right))
                and guesses[keys] <= _LOST + _CARRIED
            )
        elif valid or len(keys) > 1:
            wanted = len(keys) - 1 + bool(left) + bool(right)
            enough = sides >= 2 or (strong == wanted == 1)
        else:
            enough = sides > 0 or (not name and len(word.key) > _SHORT and len(ranked) == 1)
        if not enough:
            return None
        written = " ".join(_written(key, usage, known, asked.folded) for key in keys)
        return _cased(word.typed, written)


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


def _is_valid(key: str, folded: bool) -> bool:
    return folded_is_syllable(key) if folded else is_syllable(key)


def _edits(key: str, folded: bool) -> Iterator[tuple[str, float]]:
    """The keys one slip away, each with its cost."""
    letters, tone = (key, "") if folded else split_key(key)
    for changed, cost in _letter_edits(letters, _PLAIN if folded else _LETTERS):
        if folded:
            yield changed, cost
            continue
        fitting = tones(changed)
        if tone in fitting or not fitting:
            yield changed + tone, cost
        if not tone and cost:
            yield from ((changed + other, cost + _CARRIED) for other in fitting if other)
    if not folded:
        yield from ((letters + other, _TONE) for other in tones(letters) if other != tone)


def _letter_edits(letters: str, alphabet: str) -> Iterator[tuple[str, float]]:
    for at in range(len(letters) - 1):
        if letters[at] != letters[at + 1]:
            yield letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :], _SWAP
    for at, letter in enumerate(letters):
        doubled = letters[at - 1 : at] == letter
        yield letters[:at] + letters[at + 1 :], _DOUBLED if doubled else _EXTRA
        for other in alphabet:
            if other != letter:
                alike = fold(other) == fold(letter)
                yield letters[:at] + other + letters[at + 1 :], _TONE if alike else _OTHER
    for at in range(len(letters) + 1):
        for other in alphabet:
            yield letters[:at] + other + letters[at:], _LOST


def _splits(key: str, folded: bool) -> Iterator[tuple[str, str]]:
    """Two syllables typed without the space between them."""
    letters, tone = (key, "") if folded else split_key(key)
    for at in range(2, len(letters) - 1):
        one, other = letters[:at], letters[at:]
        ways = [(one, other + tone), (one + tone, other)] if tone else [(one, other)]
        yield from (way for way in ways if all(_is_valid(part, folded) for part in way))


def _written(key: str, usage: Usage, known: Vocabulary, folded: bool) -> str:
    """A key as the reports write it, in small letters where it is a syllable."""
    forms = usage.forms.get(key)
    if forms:
        form = fold(forms.most_common(1)[0][0]) if folded else forms.most_common(1)[0][0]
        return form.lower() if _is_valid(key, folded) else form
    written = known.written.get(key, key if folded else spell(key)).lower()
    return fold(written) if folded else written


def _cased(typed: str, written: str) -> str:
    if typed.isupper() and len(typed) > 1:
        return written.upper()
    return written[0].upper() + written[1:] if typed[0].isupper() else written

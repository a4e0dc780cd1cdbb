"""What a word may have been before the finger slipped: the keys one edit away, with costs."""

from collections.abc import Iterator

from index.vietnamese import fold, folded_key, word_key
from qa.spelling.syllables import folded_is_syllable, is_syllable, split_key, tones

_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
_PLAIN = "abcdefghijklmnopqrstuvwxyz"
_BASE = {letter: fold(letter) for letter in _LETTERS + _PLAIN}

# Two letters swapped, one doubled, one lost, a mark or tone, one too many, another one, no space.
SWAP, DOUBLED, LOST, MARK, EXTRA, OTHER, SPLIT = 0.0, 0.0, 0.2, 0.35, 0.5, 0.9, 0.6
# The lost letter carried the tone.
CARRIED = 0.1


def is_valid(key: str, folded: bool) -> bool:
    """Whether a key is of a syllable."""
    return folded_is_syllable(key) if folded else is_syllable(key)


def edits(key: str, folded: bool) -> Iterator[tuple[str, float]]:
    """The keys one slip away, each with its cost; of a syllable those that are syllables too.

    That a letter was taken for another is believed only where the outcome is no syllable.
    """
    valid = is_valid(key, folded)
    if folded:
        for changed, cost in _letter_edits(key, _PLAIN, others=not valid):
            if not valid or folded_is_syllable(changed):
                yield changed, cost
        return
    letters, tone = split_key(key)
    for changed, cost in _letter_edits(letters, _LETTERS, others=not valid):
        fitting = tones(changed)
        if tone in fitting or not (fitting or valid):
            yield changed + tone, cost
        if not tone and cost:
            for other in fitting:
                if other:
                    yield changed + other, cost + CARRIED
    for other in tones(letters):
        if other != tone:
            yield letters + other, MARK


def _letter_edits(letters: str, alphabet: str, *, others: bool) -> Iterator[tuple[str, float]]:
    for at in range(len(letters) - 1):
        if letters[at] != letters[at + 1]:
            yield letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :], SWAP
    for at, letter in enumerate(letters):
        before, after = letters[:at], letters[at + 1 :]
        yield before + after, DOUBLED if before[-1:] == letter else EXTRA
        for other in alphabet:
            alike = _BASE[other] == _BASE.get(letter)
            if other != letter and (alike or others):
                yield before + other + after, MARK if alike else OTHER
    for at in range(len(letters) + 1):
        before, after = letters[:at], letters[at:]
        for other in alphabet:
            yield before + other + after, LOST


def splits(word: str, folded: bool) -> Iterator[tuple[str, str]]:
    """Keys of two syllables typed without the space between them."""
    key = folded_key if folded else word_key
    for at in range(2, len(word) - 1):
        parts = key(word[:at]), key(word[at:])
        if all(is_valid(part, folded) for part in parts):
            yield parts

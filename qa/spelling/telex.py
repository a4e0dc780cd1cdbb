"""Telex keys left in a word by an input method that was off: "nhieeuf" for "nhiều"."""

import re

# The letters that two keystrokes make; longest first.
_TELEX = (
    ("uow", "ươ"), ("dd", "đ"), ("aa", "â"), ("ee", "ê"), ("oo", "ô"), ("aw", "ă"), ("ow", "ơ"),
    ("uw", "ư"),
)  # fmt: skip
_TELEX_TONES = {"f": "1", "s": "2", "x": "3", "r": "4", "j": "5"}
_VOWEL = re.compile(r"[aăâeêioôơuưy]")


def from_telex(word: str) -> str | None:
    """The key that was meant by a word in small letters typed in Telex; None if it is not."""
    letters, tone = word, ""
    vowel = _VOWEL.search(word)
    if vowel is None:
        return None
    for at in range(len(word) - 1, vowel.start(), -1):
        if word[at] in _TELEX_TONES:
            letters, tone = word[:at] + word[at + 1 :], _TELEX_TONES[word[at]]
            break
    for typed, letter in _TELEX:
        letters = letters.replace(typed, letter)
    return None if letters + tone == word else letters + tone

"""Patterns of words with their accents, for texts with and without.

Without accents a word is mostly several: "con" may be "còn", "moi" "mỗi" or "mới". So a text that
has any is met with the pattern as it is written, and only one without as folded.
"""

import re
from collections.abc import Collection
from functools import lru_cache

from index.vietnamese import fold, has_diacritics


def fold_pattern(pattern: str) -> str:
    """A pattern without accents; its escapes (\\b, \\W) keep their case."""
    return "".join(
        part if part.startswith(("\\", "(?P")) else fold(part)
        for part in re.split(r"(\\.|\(\?P<\w+>)", pattern)
    )


def is_spelt(typed: str, forms: Collection[str], text: str) -> bool:
    """Whether what was found without accents is one of these forms with them; anything is in a
    text that has none."""
    return typed.lower() in forms or not _is_accented(text)


class Spelt:
    """A pattern with accents, in letters of either case."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def of(self, text: str) -> re.Pattern[str]:
        """The pattern to look through a text with."""
        return _compiled(self.pattern, not _is_accented(text))

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """As of `re.Pattern`."""
        if start == 0 and end is None:
            return _found(self.pattern, text)
        return self.of(text).search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """As of `re.Pattern`."""
        return self.of(text).match(text, start, len(text) if end is None else end)


@lru_cache(maxsize=2048)
def _is_accented(text: str) -> bool:
    return has_diacritics(text)


# A question is asked the same for every candidate.
@lru_cache(maxsize=8192)
def _found(pattern: str, text: str) -> re.Match[str] | None:
    return _compiled(pattern, not _is_accented(text)).search(text)


@lru_cache(maxsize=256)
def _compiled(pattern: str, folded: bool) -> re.Pattern[str]:
    return re.compile(fold_pattern(pattern) if folded else pattern, re.IGNORECASE)

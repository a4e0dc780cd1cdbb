"""The word tables of `qa/data` that names and offices are recognised by."""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from index.vietnamese import LOWER, fold

_DATA = Path(__file__).parents[1] / "data"
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|th|tr|ch|ph|qu|[bcdghklmnprstvx])?"
    r"(?:uye|uya|uay|uai|oai|oay|oao|oeo|uyu|ieu|yeu|uou|uoi|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|ua|ue"
    r"|ui|uo|uu|uy|ye|[aeiouy])(?:ch|nh|ng|[cmnpt])?"
)


@lru_cache(maxsize=32)
def words(name: str) -> tuple[str, ...]:
    """The entries of a table of words between commas."""
    return tuple(re.split(r",\s+", " ".join(lines(name))))


@lru_cache(maxsize=4)
def pairs(name: str) -> dict[str, str]:
    """The rows of a table of two columns."""
    return {left: right for left, _, right in (line.partition("\t") for line in lines(name))}


def lines(name: str) -> list[str]:
    """The lines of a table without its comments."""
    read = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in read if line and not line.startswith("#")]


def any_of(entries: Iterable[str]) -> str:
    """A pattern for entries, the longest first; one in small letters may begin with a capital."""
    ordered = sorted(set(entries), key=lambda entry: (-len(entry), entry))
    return f"(?:{'|'.join(map(_either_case, ordered))})"


def _either_case(entry: str) -> str:
    return " ".join(
        f"[{word[0].upper()}{word[0]}]{re.escape(word[1:])}"
        if word[0] in LOWER
        else re.escape(word)
        for word in entry.split(" ")
    )


@lru_cache(maxsize=8192)
def is_vietnamese(word: str) -> bool:
    """Whether a word is spelt as a Vietnamese syllable can be."""
    return _SYLLABLE.fullmatch(fold(word)) is not None


class Before:
    """A pattern of what a text ends with, and the last words one of which it ends with itself.

    Such a word is seldom there, and looking for it is much quicker than for the pattern.
    """

    REACH = 64

    def __init__(self, pattern: re.Pattern[str], entries: Iterable[str], marks: str = "") -> None:
        """`entries` are the words or phrases of the pattern of which one is its last letters;
        it may end with a number too, and with one of the `marks`."""
        self._pattern, self._marks = pattern, marks
        self._last = tuple({entry.split()[-1].lower() for entry in entries})

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The match in a part of a text, within the last `REACH` characters of it."""
        end = len(text) if end is None else end
        start = max(start, end - self.REACH)
        words = text[start:end].split()
        if not words:
            return None
        last = words[-1]
        if last.isalpha():
            possible = last.lower().endswith(self._last)
        else:
            possible = last[-1].isalnum() or last[-1] in self._marks
        return self._pattern.search(text, start, end) if possible else None

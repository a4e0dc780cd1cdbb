"""The word tables of `qa/data` that names and offices are recognised by."""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from index.vietnamese import LOWER, fold

_DATA = Path(__file__).with_name("data")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|th|tr|ch|ph|qu|[bcdghklmnprstvx])?"
    r"(?:uye|uya|uay|uai|oai|oay|oao|oeo|uyu|ieu|yeu|uou|uoi|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|ua|ue"
    r"|ui|uo|uu|uy|ye|[aeiouy])(?:ch|nh|ng|[cmnpt])?"
)


@lru_cache(maxsize=32)
def words(name: str) -> tuple[str, ...]:
    """The entries of a table of words between commas."""
    return tuple(re.split(r",\s+", " ".join(_lines(name))))


@lru_cache(maxsize=4)
def pairs(name: str) -> dict[str, str]:
    """The rows of a table of two columns."""
    return {left: right for left, _, right in (line.partition("\t") for line in _lines(name))}


def _lines(name: str) -> list[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


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

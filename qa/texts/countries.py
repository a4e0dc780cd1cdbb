"""The countries and continents that a text names."""

import re
from functools import lru_cache

from index.vietnamese import LOWER, UPPER, Span, one_spelling
from qa.words.wordlists import is_vietnamese, words


def countries(text: str) -> list[Span]:
    """The spans of the countries and continents a text names; "Thuỵ Sĩ" as "Thụy Sĩ"."""
    spelt = one_spelling(text)
    return [match.span() for match in _named().finditer(spelt) if not _is_of_name(text, match)]


_BEHIND = re.compile(rf"\s(?P<word>[{UPPER}][{LOWER}]+)")
_BEFORE = re.compile(rf"(?P<word>[{UPPER}][{LOWER}]+)\s$")


_LANGUAGE = re.compile(r"\b(?:[Tt]iếng|[Cc]hữ)\s$")


def _is_of_name(text: str, country: re.Match[str]) -> bool:
    """Whether a syllable is of a Vietnamese name ("Nhật Cường", "Mỹ Tho", "Tuấn Anh") or a language's."""
    if _LANGUAGE.search(text, max(0, country.start() - 8), country.start()):
        return True
    if " " in country.group() or not is_vietnamese(country.group()):
        return False
    beside = (_BEHIND.match(text, country.end()), _BEFORE.search(text[: country.start()][-12:]))
    return any(one is not None and is_vietnamese(one["word"]) for one in beside)


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    names = sorted(map(one_spelling, words("countries.txt")), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?!\w)")

"""Whether one name of a body is short for another: "Sở TT-TT", "Sở Thông tin và Truyền thông"."""

import re

_WORD = re.compile(r"[^\W\d_]+")
# A short form stands for no less than this.
LEAST = 3


def initials(name: str) -> str:
    """The first letters of a name's words, and all of its abbreviations: "Sở GD-ĐT" → "SGDĐT"."""
    words = [word for word in _WORD.findall(name) if word.lower() != "và"]
    return "".join(word if _is_short(word) else word[0].upper() for word in words)


def is_short_for(one: str, other: str) -> bool:
    """Whether one of two names is the other with words abbreviated; either may go on."""
    if not any(map(_is_short, _WORD.findall(one))) and not any(
        map(_is_short, _WORD.findall(other))
    ):
        return False
    short, long = sorted((initials(one), initials(other)), key=len)
    return len(short) >= LEAST and long.startswith(short)


def _is_short(word: str) -> bool:
    return len(word) > 1 and word.isupper()

"""Which kinds of things a text speaks of, where one kind excludes the others: "di động", "cố định"."""

from collections.abc import Mapping
from functools import lru_cache

from qa.words.spelt import Spelt
from qa.words.wordlists import lines


@lru_cache(maxsize=1024)
def kinds_apart(text: str) -> Mapping[int, frozenset[int]]:
    """Of each line of the table that a text says a kind of, the numbers of these."""
    if not _ANY.search(text):
        return {}
    found = {
        line: frozenset(at for at, said in enumerate(kinds) if said.search(text))
        for line, kinds in enumerate(_KINDS)
    }
    return {line: kinds for line, kinds in found.items() if kinds}


def _read() -> list[list[str]]:
    return [
        ["|".join(word.strip() for word in kind.split("=")) for kind in line.split("|")]
        for line in lines("kinds_apart.txt")
    ]


_KINDS = [[Spelt(rf"\b(?:{kind})\b") for kind in line] for line in _read()]
_ANY = Spelt(rf"\b(?:{'|'.join(kind for line in _read() for kind in line)})\b")

"""Synonyms: words that reports and questions say for the same thing share a group."""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from index.vietnamese import folded_key, tokens, word_key

_FILE = Path(__file__).parents[1] / "data" / "synonyms.txt"
# The letters of a Vietnamese syllable without its accents: "app" and "cctv" are none.
_SYLLABLE = re.compile(
    r"(?:[cgknpt]h|gi|ngh?|qu|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)


def groups(keys: Sequence[str], *, folded: bool = False) -> list[int]:
    """The synonym group of each of the words with these keys, -1 for none; the longest form wins.

    `folded` compares them without accents.
    """
    found, forms, end = [-1] * len(keys), _forms(folded), 0
    for at in [at for at, key in enumerate(keys) if key in forms]:
        if at < end:
            continue
        form: _Form | None = forms[keys[at]]
        step, group = at, -1
        while form is not None:
            step += 1
            if form.group is not None:
                end, group = step, form.group
            form = form.longer.get(keys[step]) if step < len(keys) else None
        if group >= 0:
            found[at:end] = [group] * (end - at)
    return found


def is_compound(first: str, second: str) -> bool:
    """Whether two words, by their keys, are one of two syllables that the table holds."""
    form = _forms(False).get(first)
    longer = form.longer.get(second) if form else None
    return longer is not None and longer.group is not None


class _Form:
    """The beginning of some forms: the group of the one that ends here (-1 for a compound of
    none, None where none ends), and by their next word those that are longer."""

    __slots__ = ("group", "longer")

    def __init__(self) -> None:
        self.group: int | None = None
        self.longer: dict[str, _Form] = {}


@lru_cache(maxsize=2)
def _forms(folded: bool) -> dict[str, _Form]:
    """All forms, by their first word."""
    root = _Form()
    for words, group in _groups(folded).items():
        form = root
        for word in words:
            form = form.longer.setdefault(word, _Form())
        form.group = group
    return root.longer


def _groups(folded: bool) -> dict[tuple[str, ...], int]:
    """The forms by their words; one that could be another word is left out.

    Without accents one syllable is mostly many words, and some forms are of two groups.
    """
    found: dict[tuple[str, ...], int] = {}
    unclear: set[tuple[str, ...]] = set()
    for number, forms in enumerate(synonyms()):
        for form in forms:
            words = _words(form, folded)
            if folded and (len(words) == 1 and _SYLLABLE.fullmatch(words[0])):
                continue
            if found.setdefault(words, number) != number:
                unclear.add(words)
    for words in unclear:
        del found[words]
    for compound in () if folded else compounds():
        found.setdefault(_words(compound, folded), -1)
    return found


def _words(form: str, folded: bool) -> tuple[str, ...]:
    """The keys of a form's words; thousands are read at the first question, so words alone
    are not tokenized."""
    words = form.split()
    if all(map(str.isalpha, words)):
        return tuple(map(folded_key if folded else word_key, words))
    return tuple(word.folded if folded else word.key for word in tokens(form))


def _lines() -> list[str]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def synonyms() -> tuple[list[str], ...]:
    """The synonym groups by their numbers, each with its forms, the commonest first."""
    return tuple(line.split(" = ") for line in _lines() if not line.startswith("!"))


def compounds() -> list[str]:
    """Words that hold a form of a group by their letters only, and are of none."""
    lines = (line.removeprefix("!") for line in _lines() if line.startswith("!"))
    return [compound.strip() for line in lines for compound in line.split(",")]

"""The words that this program itself knows: what questions are asked in, places, offices.

A word of these tables is no slip of the finger, even where no report holds it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from index.places import provinces
from index.vietnamese import folded_key, word_key
from qa import asking, people, terms

_DATA = Path(__file__).with_name("data")
_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
# What a pattern says besides its words.
_SYNTAX = re.compile(r"\\.|\(\?P<\w+>|\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Keys of words, each with how it is written, and keys of two that stand side by side."""

    written: dict[str, str]
    pairs: frozenset[tuple[str, str]]


@lru_cache(maxsize=4)
def vocabulary(folded: bool, english: bool = False) -> Vocabulary:
    """The known words; `folded` keys them without diacritics, `english` adds the English ones."""
    key = folded_key if folded else word_key
    written: dict[str, str] = {}
    pairs: set[tuple[str, str]] = set()
    for phrase in [*_phrases(), *(_english() if english else ())]:
        words = _WORD.findall(phrase)
        for word in words:
            written.setdefault(key(word), word)
        pairs.update(pairwise(map(key, words)))
    return Vocabulary(written, frozenset(pairs))


def _english() -> list[str]:
    lines = (_DATA / "english.tsv").read_text(encoding="utf-8").splitlines()
    phrases = [line.partition("\t")[0] for line in lines if not line.startswith("#")]
    linking = [*_WORD.findall(terms.ENGLISH.pattern), *_WORD.findall(terms.LEFT_OVER.pattern)]
    return [*phrases, *linking]


def _phrases() -> list[str]:
    short = [name for name in terms.expansions() if name.isalpha()]
    literal = [run for _, rule in asking.RULES for run in _RUN.findall(_SYNTAX.sub("|", rule))]
    tables = [
        line
        for name in ("phrases.txt", "light.txt")
        for line in (_DATA / name).read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    for line in (_DATA / "synonyms.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            tables += line.split(" = ")
    return [
        *tables,
        *literal,
        *short,
        *terms.STOP,
        *terms.expansions().values(),
        *provinces(),
        *people.FAMILY,
    ]

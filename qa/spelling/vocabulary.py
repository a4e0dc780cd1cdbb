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
from qa.questions.asking_rules import RULES
from qa.words import english, terms

_DATA = Path(__file__).parents[1] / "data"
_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
# What a pattern says besides its words.
_SYNTAX = re.compile(r"\\.|\(\?P<\w+>|\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Keys of words, each with how it is written, and of two that stand side by side.

    `asking` are the pairs that questions are asked in ("bao nhiêu"), `pairs` those and others.
    """

    written: dict[str, str]
    pairs: frozenset[tuple[str, str]]
    asking: frozenset[tuple[str, str]]


def vocabulary(folded: bool, english: bool = False) -> Vocabulary:
    """The known words; `folded` keys them without diacritics, `english` adds the English ones."""
    return _vocabulary(folded, english)


@lru_cache(maxsize=4)
def _vocabulary(folded: bool, english: bool) -> Vocabulary:
    key = folded_key if folded else word_key
    written: dict[str, str] = {}
    pairs: set[tuple[str, str]] = set()
    asking: set[tuple[str, str]] = set()
    foreign = _english() if english else []
    for phrases, told in ((_asking(), asking), (_naming(), pairs), (foreign, pairs)):
        for phrase in phrases:
            words = _WORD.findall(phrase)
            for word in words:
                written.setdefault(key(word), word)
            told.update(pairwise(map(key, words)))
    return Vocabulary(written, frozenset(pairs | asking), frozenset(asking))


def _english() -> list[str]:
    phrases = [line.partition("\t")[0] for line in _lines("english.tsv")]
    linking = [*_WORD.findall(english.ENGLISH.pattern), *_WORD.findall(english.LEFT_OVER.pattern)]
    return [*phrases, *linking]


def _asking() -> list[str]:
    literal = [run for _, rule in RULES for run in _RUN.findall(_SYNTAX.sub("|", rule))]
    return [*_lines("phrases.txt"), *literal]


def _naming() -> list[str]:
    """Runs of words; those of lists that are no phrases stand alone."""
    synonyms = [form for line in _lines("synonyms.txt") for form in re.split("[=,!]", line)]
    alone = [word for line in _lines("light.txt") for word in line.split()]
    alone += [short for short in terms.expansions() if short.isalpha()]
    full = terms.expansions().values()
    return [*synonyms, *full, *provinces(), *terms.STOP, *alone]


def _lines(name: str) -> list[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]

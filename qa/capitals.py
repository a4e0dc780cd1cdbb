"""The capitals that a question was typed without: names as the reports and the tables write them.

A question in capitals alone is read in small letters first. What is restored is what its typist
would have typed with care: names the reports hold, and those that their frame tells ("huyện …",
"ông Nguyễn …"), so that a name the reports do not hold is still missed in them.
"""

import re
from functools import lru_cache
from pathlib import Path

from index.places import find_provinces
from index.syllables import folded_is_syllable, is_syllable
from index.vietnamese import fold, folded_key, has_diacritics, normalize, tokens, word_key
from qa.people import FAMILY
from qa.terms import STOP, expansions, from_english
from qa.usage import WORD, Usage, Usages
from qa.vocabulary import vocabulary

_DATA = Path(__file__).with_name("data")
# Fewer words in capitals are a code or an abbreviation rather than a question.
_FEWEST = 3
_VOWEL = re.compile(r"[aeiouy]")
_UNITS = frozenset("km kg cm mm ml ha tr ng đ ko hs gb mb".split())
_QUARTER = re.compile(r"(?<=quý )(?:iv|i{1,3})\b|(?<=quy )(?:iv|i{1,3})\b")
_LOCALITY = re.compile(r"\b(?:huyện|thị xã|thị trấn|quận|phường|xã|thành phố|tp\.?)\s+$", re.I)
_TYPES = frozenset("huyện xã quận phường tỉnh huyen xa quan phuong tinh".split())
_TITLE = re.compile(r"\b(?:ông|bà|đồng chí|đ/c|anh|chị)\s+$", re.I)
# Family names that hardly ever are another word.
_SURE = frozenset("nguyễn trần lê huỳnh phan bùi trịnh ngô đặng".split())
_GIVEN_NAMES = 3


def plain_case(text: str) -> str:
    """A question without any small letter in small letters; another as it is."""
    shouted = text.upper() == text != text.lower() and len(WORD.findall(text)) >= _FEWEST
    return text.lower() if shouted else text


class Capitals:
    """Restores capitals for one index; safe to share between threads."""

    def __init__(self, usages: Usages) -> None:
        self._usages = usages

    def restore(self, text: str) -> str:
        """The question with its names capitalised; one that has capitals is as it was typed."""
        asked = normalize(text)
        if not asked or asked[1:] != asked[1:].lower():
            return text
        folded = not has_diacritics(asked)
        letters = list(asked)
        if not from_english(asked):
            self._as_used(asked, folded, letters)
        _as_known(asked, folded, letters)
        letters[0] = letters[0].upper()
        return "".join(letters)

    def _as_used(self, asked: str, folded: bool, letters: list[str]) -> None:
        words = [match.span() for match in WORD.finditer(asked)]
        key = folded_key if folded else word_key
        keys = [key(asked[slice(*span)]) for span in words]
        usage = self._usages.around(dict.fromkeys(keys, 1.0), folded)
        self._as_reported(asked, words, keys, usage, folded, letters)
        if not folded:
            self._as_framed(asked, words, keys, usage, letters)

    def _as_reported(
        self,
        asked: str,
        words: list[tuple[int, int]],
        keys: list[str],
        usage: Usage,
        folded: bool,
        letters: list[str],
    ) -> None:
        """Two words that the reports capitalise side by side, and a word that is no syllable."""
        for at, (start, end) in enumerate(words):
            before = words[at - 1] if at else None
            if before and asked[before[1] : start] == " ":
                named = usage.named(keys[at - 1], keys[at])
                typed = asked[slice(*before)] in _TYPES
                if not typed and 2 * named > usage.beside(keys[at - 1], keys[at]):
                    _capitalise(letters, *before)
                    _capitalise(letters, start, end)
            syllable = folded_is_syllable(keys[at]) if folded else is_syllable(keys[at])
            if keys[at] in vocabulary(folded).written:
                continue
            forms = usage.forms(keys[at])
            if forms and all(form[0].isupper() for form in forms):
                form = forms.most_common(1)[0][0]
                if (
                    not syllable
                    or form.isupper()
                    or "-" in (asked[end : end + 1], asked[start - 1 : start])
                ):
                    letters[start:end] = fold_like(form) if folded else form

    def _as_framed(
        self,
        asked: str,
        words: list[tuple[int, int]],
        keys: list[str],
        usage: Usage,
        letters: list[str],
    ) -> None:
        """Localities and people told by what stands before them, held or not."""
        for at, (start, end) in enumerate(words):
            word = asked[start:end]
            if _LOCALITY.search(asked[:start]):
                length = _locality(asked, words, at, usage, keys)
            elif word in _families() and (word in _SURE or _TITLE.search(asked[:start])):
                length = _person(asked, words, at)
            else:
                continue
            for span in words[at : at + length]:
                _capitalise(letters, *span)


def _locality(
    asked: str, words: list[tuple[int, int]], at: int, usage: Usage, keys: list[str]
) -> int:
    """How many words from `at` on are the name of a locality: two as a rule."""
    run = _run(asked, words, at, 2)
    if not run or _is_descriptor(" ".join(run)) or _is_descriptor(run[0]):
        return 0
    if len(run) == 2:
        together = usage.beside(keys[at], keys[at + 1])
        if together and not usage.named(keys[at], keys[at + 1]):
            return 0
    return len(run)


def _person(asked: str, words: list[tuple[int, int]], at: int) -> int:
    """How many words from `at` on are a person's name: the family's and up to three more."""
    run = _run(asked, words, at + 1, _GIVEN_NAMES)
    return 1 + len(run) if run else 0


def _run(asked: str, words: list[tuple[int, int]], at: int, most: int) -> list[str]:
    """The words from `at` on that may be parts of a name."""
    run: list[str] = []
    end = words[at - 1][1] if at else 0
    for start, stop in words[at : at + most]:
        word = asked[start:stop]
        if (at and asked[end:start].strip()) or word in STOP or (run and _is_common(word)):
            break
        run.append(word)
        end = stop
    return run


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    lines = (_DATA / "light.txt").read_text(encoding="utf-8").splitlines()
    lines += (_DATA / "phrases.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _is_common(word: str) -> bool:
    return word in _common()


@lru_cache(maxsize=1)
def _descriptors() -> frozenset[str]:
    lines = (_DATA / "descriptors.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _is_descriptor(words: str) -> bool:
    return words in _descriptors()


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    return frozenset(name.lower() for name in FAMILY)


def _as_known(asked: str, folded: bool, letters: list[str]) -> None:
    """Provinces, abbreviations, the numbers of documents, quarters."""
    for mention in find_provinces(asked, proper=False):
        typed = asked[mention.start : mention.end]
        if fold(typed) == fold(mention.name) or " " in typed:
            for match in WORD.finditer(typed):
                _capitalise(letters, mention.start + match.start(), mention.start + match.end())
    for token in tokens(asked):
        word = asked[token.start : token.end]
        if token.kind == "document":
            letters[token.start : token.end] = word.upper()
    for match in WORD.finditer(asked):
        word, (start, end) = match.group(), match.span()
        known = _abbreviations(folded).get(word)
        silent = len(word) > 1 and not _VOWEL.search(fold(word)) and word not in _UNITS
        if known and len(known) == len(word):
            letters[start:end] = known
        elif silent and asked[start - 1 : start] != ".":
            letters[start:end] = word.upper()
    for match in _QUARTER.finditer(asked):
        letters[slice(*match.span())] = match.group().upper()


@lru_cache(maxsize=2)
def _abbreviations(folded: bool) -> dict[str, str]:
    return {
        (fold(short) if folded else short.lower()): fold_like(short) if folded else short
        for short in expansions()
    }


def fold_like(word: str) -> str:
    """A word without its diacritics, its capitals kept."""
    folded = zip(word, fold(word), strict=True)
    return "".join(plain.upper() if letter.isupper() else plain for letter, plain in folded)


def _capitalise(letters: list[str], start: int, end: int) -> None:
    """A capital at the start of a word, unless it has one inside already."""
    if start < end:
        letters[start] = letters[start].upper()

"""The capitals that a question was typed without: names as the reports and the tables write them.

A question in capitals alone is read in small letters first. What is restored is what its typist
would have typed with care: names the reports hold, and those that their frame tells ("huyện …",
"ông Nguyễn …"), so that a name the reports do not hold is still missed in them.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from index.places import find_provinces
from index.vietnamese import Span, fold, tokens, word_key
from qa.spelling.syllables import folded_is_syllable, is_syllable, split_key
from qa.spelling.usage import WORD, Usage, Usages
from qa.spelling.vocabulary import vocabulary
from qa.words.english import from_english
from qa.words.terms import STOP, expansions
from qa.words.wordlists import words as words_of

_DATA = Path(__file__).parents[1] / "data"
# Fewer words in capitals are a code or an abbreviation rather than a question.
_FEWEST = 3
_VOWEL = re.compile(r"[aeiouy]")
_UNITS = frozenset("km kg cm mm ml tr ng đ ko hs gb mb".split())
_QUARTER = re.compile(r"(?<=quý )(?:iv|i{1,3})\b")
# They stand before names, and begin sentences, but are no part of a name.
_BEFORE_NAMES = frozenset("huyện xã quận phường tỉnh ông bà chí anh chị".split())
_LOCALITY = re.compile(r"\b(?:huyện|thị xã|thị trấn|quận|phường|xã|thành phố|tp\.?)\s+$", re.I)
_TITLE = re.compile(r"\b(?:ông|bà|đồng chí|đ/c|anh|chị)\s+$", re.I)
# Family names that hardly ever are another word.
_SURE = frozenset("nguyễn trần lê huỳnh phan bùi trịnh ngô đặng".split())
_LOCALITY_WORDS, _GIVEN_NAMES = 2, 3
# "Trường Tiểu học Lý …": so many words further on the name may begin that a head belongs to.
_HEAD = 2


def plain_case(text: str) -> str:
    """A question without any small letter in small letters; another as it is."""
    shouted = text.upper() == text != text.lower() and len(WORD.findall(text)) >= _FEWEST
    return text.lower() if shouted else text


class Capitals:
    """Restores capitals for one index; safe to share between threads."""

    def __init__(self, usages: Usages) -> None:
        self._usages = usages

    def restore(self, text: str) -> str:
        """A question without capitals, save its first letter, with its names capitalised."""
        if text[1:] != text[1:].lower():
            return text
        asked = _Asked(text)
        if from_english(text) is None:
            usage = self._usages.about(asked.keys, folded=False)
            asked.capitalise_as_reported(usage)
            asked.capitalise_as_framed(usage)
        asked.capitalise_as_known()
        asked.letters[0] = asked.letters[0].upper()
        return "".join(asked.letters)


class _Asked:
    """A question on its way: its words, and its letters as they become."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.letters = list(text)
        self.words: Sequence[Span] = [match.span() for match in WORD.finditer(text)]
        self.keys = [word_key(text[slice(*span)]) for span in self.words]

    def capitalise_as_reported(self, usage: Usage) -> None:
        """Two words that the reports capitalise side by side; one they always capitalise."""
        heads = []
        for at in range(1, len(self.words)):
            if not self._joined(at) or self._word(at - 1) in _BEFORE_NAMES:
                continue
            named = usage.named(self.keys[at - 1], self.keys[at])
            if 2 * named > usage.beside(self.keys[at - 1], self.keys[at]):
                self._capitalise(at - 1, at)
            elif named:
                heads.append(at)
        for at in heads[::-1]:
            if any(self._is_capital(after) for after in range(at + 1, at + 1 + _HEAD)):
                self._capitalise(at - 1, at)
        for at, key in enumerate(self.keys):
            syllable, known = is_syllable(key), key in vocabulary(False).written
            forms = None if syllable and known else usage.forms(key)
            if forms and all(form[0].isupper() for form in forms):
                form = forms.most_common(1)[0][0]
                if form.isupper() or self._is_hyphened(at) or not syllable:
                    self.letters[slice(*self.words[at])] = form
            elif not (forms or known or folded_is_syllable(fold(split_key(key)[0]))):
                # A foreign word that no report holds is a brand: "zalopay".
                self._capitalise(at)

    def capitalise_as_framed(self, usage: Usage) -> None:
        """Localities and people told by what stands before them, held or not."""
        for at, (start, _) in enumerate(self.words):
            word, before = self._word(at), self.text[:start]
            if _LOCALITY.search(before):
                self._capitalise(*self._locality(at, usage))
            elif word in _families() and (word in _SURE or _TITLE.search(before)):
                given = self._run(at + 1, _GIVEN_NAMES, self._ends_name(usage, at))
                self._capitalise(*([at, *given] if given else []))

    def capitalise_as_known(self) -> None:
        """Provinces, abbreviations, the numbers of documents, quarters."""
        for mention in find_provinces(self.text, proper=False):
            typed = self.text[mention.start : mention.end]
            if fold(typed) == fold(mention.name):
                capitals = zip(typed, mention.name, strict=True)
                self.letters[mention.start : mention.end] = [
                    letter.upper() if named.isupper() else letter for letter, named in capitals
                ]
            elif " " in typed:
                inside = range(mention.start, mention.end)
                self._capitalise(
                    *(at for at, (start, _) in enumerate(self.words) if start in inside)
                )
        for match in _names()[0].finditer(self.text):
            self.letters[slice(*match.span())] = _names()[1][match.group()]
        upper = [(t.start, t.end) for t in tokens(self.text) if t.kind == "document"]
        upper += [match.span() for match in _QUARTER.finditer(self.text)]
        for at, span in enumerate(self.words):
            word = self._word(at)
            if self.text[span[0] - 1 : span[0]] == ".":
                continue
            if short := _abbreviations().get(word):
                self.letters[slice(*span)] = short
            elif len(word) > 1 and word not in _UNITS and not _VOWEL.search(fold(word)):
                # Without a vowel it is spelt out letter by letter: "fpt".
                upper.append(span)
        for start, end in upper:
            self.letters[start:end] = self.text[start:end].upper()

    def _locality(self, at: int, usage: Usage) -> list[int]:
        """The words from one on that name a locality: two as a rule."""
        run = self._run(at, _LOCALITY_WORDS, self._begins(usage))
        words = [self._word(one) for one in run]
        if not run or words[0] in _descriptors() or " ".join(words) in _descriptors():
            return []
        if len(run) == _LOCALITY_WORDS:
            pair = self.keys[run[0]], self.keys[run[1]]
            if usage.beside(*pair) and not usage.named(*pair):
                return []
        return run

    def _begins(self, usage: Usage) -> Callable[[int], bool]:
        """Whether a word is a common one that begins another phrase: "huyện Lắk | triển khai"."""

        def begins(at: int) -> bool:
            following = self.keys[at + 1] if at + 1 < len(self.keys) else ""
            return self._word(at) in _common() and usage.beside(self.keys[at], following) > 0

        return begins

    def _ends_name(self, usage: Usage, family: int) -> Callable[[int], bool]:
        """Whether a word is no part of a name: a common one, or behind two given names one that the
        reports write in small letters only ("ông Lê Văn Tám | nhớ ra")."""

        def ends(at: int) -> bool:
            forms = usage.forms(self.keys[at]) if at > family + 2 else None
            small = bool(forms) and all(form.islower() for form in forms or ())
            return small or self._word(at) in _common()

        return ends

    def _run(self, at: int, most: int, ends: Callable[[int], bool]) -> list[int]:
        """The words from one on that may be parts of a name."""
        run: list[int] = []
        for one in range(at, min(at + most, len(self.words))):
            word = self._word(one)
            if not self._joined(one) or word in STOP or (run and ends(one)):
                break
            run.append(one)
        return run

    def _word(self, at: int) -> str:
        return self.text[slice(*self.words[at])].lower()

    def _joined(self, at: int) -> bool:
        """Whether only a space, or the dot of "tp.", parts a word from the one before."""
        between = self.text[self.words[at - 1][1] : self.words[at][0]] if at else ""
        return between.lstrip(".") == " "

    def _is_hyphened(self, at: int) -> bool:
        start, end = self.words[at]
        return "-" in (self.text[start - 1 : start], self.text[end : end + 1])

    def _is_capital(self, at: int) -> bool:
        return at < len(self.words) and self.letters[self.words[at][0]].isupper()

    def _capitalise(self, *places: int) -> None:
        for at in places:
            start = self.words[at][0]
            self.letters[start] = self.letters[start].upper()


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(
        word for name in ("light", "phrases") for line in _lines(name) for word in line.split()
    )


@lru_cache(maxsize=1)
def _descriptors() -> frozenset[str]:
    return frozenset(_lines("descriptors"))


def _lines(name: str) -> list[str]:
    lines = (_DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    countries = [name for name in words_of("countries.txt") if " " in name]
    names = {name.lower(): name for name in [*_lines("names"), *countries]}
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest)})\b"), names


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    return frozenset(name.lower() for name in words_of("surnames.txt"))


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, str]:
    return {short.lower(): short for short in expansions() if short.isalpha()}

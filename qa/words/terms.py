"""Text as the units that question and report are compared by.

A unit is a syllable, a number or a document number with its span. Abbreviations count as
the syllables they stand for, and synonyms share a group, so that "TTHC" meets "thủ tục
hành chính" and "nhận được" meets "tiếp nhận".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple, cast, overload

from index.vietnamese import (
    Lexeme,
    Span,
    Tokens,
    fold,
    has_diacritics,
    tokens,
)
from qa.words.thesaurus import groups
from qa.words.wordlists import lines, pairs

SHORT = 64

# Words that ask, link or point and so tell nothing of what is asked about.
STOP = frozenset(
    """là của có được bao nhiêu mấy nào gì ai đâu khi thì mà và với cho về trong ngoài trên dưới tại ở
    từ đến tới theo do bởi vì sao các những một cái này đó kia ấy đã đang sẽ rồi còn cũng đều mới
    vẫn như thế ra vào lên xuống qua để hay hoặc nếu nhưng không chưa phải đúng rất hơn nhất khoảng
    gồm nay đạt bằng thuộc ngày tháng năm lúc hồi vậy à ạ nhé xin biết
    tỉnh thành phố người phần trăm mức làm việc thứ xếp hạng bị so giữa mỗi từng cùng cả toàn
    địa phương nơi đơn vị cụ tôi em anh chị hãy nêu""".split()
)
# Without accents only words that are hardly ever another: "dia chi so" is an address.
_STOP_FOLDED = frozenset(
    """la cua co duoc bao nhieu may nao gi ai dau khi thi ma va voi cho ve trong tai o tu den toi theo do
    boi vi cac nhung mot cai nay da dang se roi con cung deu nhu the ra vao len xuong qua de hay neu
    khong chua hon nhat khoang dat bang thuoc ngay thang nam vay nhe xin biet tinh muc bi moi""".split()
)


class Unit(NamedTuple):
    """A comparable piece of text; units of an abbreviation share its span.

    `group` is the synonym group it belongs to, -1 for none.
    """

    start: int
    end: int
    key: str
    folded: str
    kind: str
    group: int = -1

    @property
    def is_stop(self) -> bool:
        return self.kind == "word" and self.key in _stop_keys()

    @property
    def is_light(self) -> bool:
        """Whether the unit is of a word that reports and questions say in many ways."""
        return self.kind == "word" and self.key in _light_keys()[0]


@lru_cache(maxsize=1)
def _stop_keys() -> frozenset[str]:
    return frozenset(unit.key for word in STOP for unit in tokens(word))


@lru_cache(maxsize=1)
def _light_keys() -> tuple[frozenset[str], frozenset[str]]:
    words = [token for line in lines("light.txt") for token in tokens(line)]
    return frozenset(word.key for word in words), frozenset(word.folded for word in words)


def is_light_folded(unit: Unit) -> bool:
    """Whether an unaccented unit could be of a light word."""
    return unit.kind == "word" and unit.folded in _light_keys()[1]


def is_stop_folded(unit: Unit) -> bool:
    """Whether an unaccented unit could be a stop word."""
    return unit.kind == "word" and unit.folded in _STOP_FOLDED


class Columns:
    """The units of a text column by column; where they stand is found when first asked for."""

    def __init__(self, text: str, *, any_case: bool = False) -> None:
        """As `units` reads it."""
        self.tokens = Tokens(text)
        self._said: list[Lexeme] = self.tokens.lexemes
        self._spelt = _abbreviated(text, self.tokens, any_case)
        if self._spelt:
            self._said = self._said[:]
        for at, end, words in reversed(self._spelt):
            self._said[at:end] = words
        self.keys = [one.key for one in self._said]
        self._plain = any_case and not has_diacritics(text)

    @cached_property
    def folded(self) -> list[str]:
        return [one.folded for one in self._said]

    @cached_property
    def groups(self) -> list[int]:
        return groups(self.folded if self._plain else self.keys, folded=self._plain)

    @cached_property
    def spans(self) -> list[Span]:
        spans = self.tokens.spans
        if self._spelt:
            spans = spans[:]
        for at, end, words in reversed(self._spelt):
            spans[at:end] = [(spans[at][0], spans[end - 1][1])] * len(words)
        return spans

    def unit(self, at: int) -> Unit:
        return Unit(*self.spans[at], *self._said[at], self.groups[at])


class Units(Sequence[Unit]):
    """Units made of columns as they are asked for."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._made: list[Unit | None] = [None] * len(columns.keys)

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, at: int) -> Unit: ...

    @overload
    def __getitem__(self, at: slice) -> list[Unit]: ...

    def __getitem__(self, at: int | slice) -> Unit | list[Unit]:
        made = self._made
        if not isinstance(at, slice):
            found = made[at]
            if found is None:
                found = made[at] = self._columns.unit(at)
            return found
        for one in range(*at.indices(len(made))):
            if made[one] is None:
                made[one] = self._columns.unit(one)
        return cast("list[Unit]", made[at])

    def __iter__(self) -> Iterator[Unit]:
        return iter(self[:])


def units(text: str, *, any_case: bool = False) -> list[Unit]:
    """The units of an NFC text in order, abbreviations spelt out, synonyms grouped.

    `any_case` reads abbreviations in small letters and without accents too, as questions
    type them.
    """
    if len(text) > SHORT:
        return Units(Columns(text, any_case=any_case))[:]
    return list(_short(text, any_case))


@lru_cache(maxsize=4096)
def _short(text: str, any_case: bool) -> tuple[Unit, ...]:
    """The units of a name or a phrase: every question asks for the same ones."""
    return tuple(Units(Columns(text, any_case=any_case)))


# The first of its tokens and the one behind its last, and the words that it stands for.
Spelt = tuple[int, int, tuple[Lexeme, ...]]


def _abbreviated(text: str, tokens: Tokens, any_case: bool) -> list[Spelt]:
    """The abbreviations in a text."""
    if not any_case:
        if _openings().keys().isdisjoint(tokens.typed):
            return []
        alone = _alone(tokens.typed)
        if alone is not None:
            return alone
    starts = [start for start, _ in tokens.spans]
    found, done = [], 0
    for match in _abbreviation(any_case).finditer(text):
        at = bisect_left(starts, match.start(), done)
        if starts[at : at + 1] != [match.start()]:
            continue  # inside a document's number
        done = bisect_left(starts, match.end(), at)
        found.append((at, done, _words(match.group())))
    return found


def _alone(typed: Sequence[str]) -> list[Spelt] | None:
    """Those that are one token; None where only the text tells, for there may be longer ones, or
    a number may stand right beside ("CCCD2")."""
    openings = _openings()
    found: list[Spelt] = []
    for at in [at for at, one in enumerate(typed) if one in openings]:
        ways = openings[typed[at]]
        if any(len(way) > 1 and list(way) == typed[at : at + len(way)] for way in ways):
            return None
        if (typed[at],) in ways:
            beside = [*typed[max(0, at - 1) : at], *typed[at + 1 : at + 2]]
            if not all(map(str.isalpha, beside)):
                return None
            found.append((at, at + 1, _words(typed[at])))
    return found


@lru_cache(maxsize=1)
def _openings() -> dict[str, list[tuple[str, ...]]]:
    """The tokens of each abbreviation, by the first of them."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for short in expansions():
        way = tuple(Tokens(short).typed)
        found.setdefault(way[0], []).append(way)
    return found


@lru_cache(maxsize=1024)
def _words(abbreviation: str) -> tuple[Lexeme, ...]:
    """The words that it stands for, however it is typed."""
    return tuple(Tokens(_abbreviations()[abbreviation.lower()]).lexemes)


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, str]:
    exact = {short.lower(): full for short, full in expansions().items()}
    # "gd" is "GD" rather than "GĐ" without its accents.
    return {fold(short): full for short, full in expansions().items()} | exact


def expansions() -> dict[str, str]:
    """Each known abbreviation as reports write it, with what it stands for."""
    return pairs("abbreviations.tsv")


@lru_cache(maxsize=2)
def _abbreviation(any_case: bool) -> re.Pattern[str]:
    written = list(expansions())
    if any_case:
        written += [fold(short).upper() for short in written]
    alternatives = "|".join(re.escape(short) for short in sorted(set(written), key=len)[::-1])
    first = "".join(sorted({short[0] for short in written}))
    flags = re.IGNORECASE if any_case else 0
    return re.compile(rf"(?<![^\W_])(?=[{first}])(?:{alternatives})(?![^\W_])", flags)

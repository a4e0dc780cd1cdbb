"""Text as the units that question and report are compared by.

A unit is a syllable, a number or a document number with its span. Abbreviations count as
the syllables they stand for, and synonyms share a group, so that "TTHC" meets "thủ tục
hành chính" and "nhận được" meets "tiếp nhận".
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from index.vietnamese import Token, fold, folded_key, has_diacritics, tokens, word_key

_DATA = Path(__file__).with_name("data")
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


@dataclass(frozen=True, slots=True)
class Unit:
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
    lines = (_DATA / "light.txt").read_text(encoding="utf-8").splitlines()
    words = [token for line in lines if not line.startswith("#") for token in tokens(line)]
    return frozenset(word.key for word in words), frozenset(word.folded for word in words)


def is_light_folded(unit: Unit) -> bool:
    """Whether an unaccented unit could be of a light word."""
    return unit.kind == "word" and unit.folded in _light_keys()[1]


def is_stop_folded(unit: Unit) -> bool:
    """Whether an unaccented unit could be a stop word."""
    return unit.kind == "word" and unit.folded in _STOP_FOLDED


def units(text: str, *, any_case: bool = False) -> list[Unit]:
    """The units of an NFC text in order, abbreviations spelt out, synonyms grouped.

    `any_case` reads abbreviations in small letters and without accents too, as questions
    type them.
    """
    return list(_short(text, any_case)) if len(text) <= SHORT else _units(text, any_case)


@lru_cache(maxsize=4096)
def _short(text: str, any_case: bool) -> tuple[Unit, ...]:
    """The units of a name or a phrase: every question asks for the same ones."""
    return tuple(_units(text, any_case))


def _units(text: str, any_case: bool) -> list[Unit]:
    spelt: list[Unit] = []
    abbreviations = {match.start(): match for match in _abbreviation(any_case).finditer(text)}
    end = 0
    for token in tokens(text):
        if token.start < end:
            continue
        match = abbreviations.get(token.start)
        if match:
            end = match.end()
            spelt += _expansion(match.group(), match.start(), end)
        else:
            spelt.append(_unit(token))
    return _grouped(spelt, folded=any_case and not has_diacritics(text))


def _unit(token: Token) -> Unit:
    return Unit(token.start, token.end, token.key, token.folded, token.kind)


def _expansion(abbreviation: str, start: int, end: int) -> list[Unit]:
    words = tokens(_abbreviations()[abbreviation.lower()])
    return [Unit(start, end, word.key, word.folded, word.kind) for word in words]


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, str]:
    pairs = _pairs("abbreviations.tsv")
    exact = {short.lower(): full for short, full in pairs}
    # "gd" is "GD" rather than "GĐ" without its accents.
    return {fold(short): full for short, full in pairs} | exact


@lru_cache(maxsize=1)
def expansions() -> dict[str, str]:
    """Each known abbreviation as reports write it, with what it stands for."""
    return dict(_pairs("abbreviations.tsv"))


@lru_cache(maxsize=2)
def _abbreviation(any_case: bool) -> re.Pattern[str]:
    written = [short for short, _ in _pairs("abbreviations.tsv")]
    if any_case:
        written += [fold(short).upper() for short in written]
    alternatives = "|".join(re.escape(short) for short in sorted(set(written), key=len)[::-1])
    first = "".join(sorted({short[0] for short in written}))
    flags = re.IGNORECASE if any_case else 0
    return re.compile(rf"(?<![^\W_])(?=[{first}])(?:{alternatives})(?![^\W_])", flags)


def _pairs(name: str) -> list[tuple[str, str]]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [
        (left, right)
        for left, _, right in (line.partition("\t") for line in lines if not line.startswith("#"))
    ]


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The forms of the synonym groups, to be looked for longest first."""

    groups: dict[tuple[str, ...], int]
    lengths: dict[str, tuple[int, ...]]
    """How many syllables the forms have that begin with a syllable, most first."""


# The letters of a Vietnamese syllable without its accents: "app" and "cctv" are none.
_SYLLABLE = re.compile(
    r"(?:[cgknpt]h|gi|ngh?|qu|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)


@lru_cache(maxsize=2)
def _phrases(folded: bool) -> _Phrases:
    """The forms by their syllables; a form that could be another word is left out.

    Without accents one syllable is mostly many words, and some forms are of two groups.
    """
    groups: dict[tuple[str, ...], int] = {}
    unclear: set[tuple[str, ...]] = set()
    for number, forms in enumerate(synonyms()):
        for form in forms:
            words = _words(form, folded)
            if folded and (len(words) == 1 and _SYLLABLE.fullmatch(words[0])):
                continue
            if groups.setdefault(words, number) != number:
                unclear.add(words)
    for words in unclear:
        del groups[words]
    for compound in () if folded else _compounds():
        groups.setdefault(_words(compound, folded), -1)
    lengths: dict[str, set[int]] = {}
    for words in groups:
        lengths.setdefault(words[0], set()).add(len(words))
    return _Phrases(groups, {first: tuple(sorted(of))[::-1] for first, of in lengths.items()})


def _words(form: str, folded: bool) -> tuple[str, ...]:
    """The keys of a form's words; thousands are read at the first question, so words alone
    are not tokenized."""
    words = form.split()
    if all(map(str.isalpha, words)):
        return tuple(map(folded_key if folded else word_key, words))
    return tuple(word.folded if folded else word.key for word in tokens(form))


def _synonym_lines() -> list[str]:
    lines = (_DATA / "synonyms.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def synonyms() -> tuple[list[str], ...]:
    """The synonym groups by their numbers, each with its forms, the commonest first."""
    return tuple(line.split(" = ") for line in _synonym_lines() if not line.startswith("!"))


def _compounds() -> list[str]:
    lines = (line.removeprefix("!") for line in _synonym_lines() if line.startswith("!"))
    return [compound.strip() for line in lines for compound in line.split(",")]


def _grouped(spelt: list[Unit], folded: bool) -> list[Unit]:
    phrases = _phrases(folded)
    keys = tuple(unit.folded if folded else unit.key for unit in spelt)
    at = 0
    while at < len(keys):
        for length in phrases.lengths.get(keys[at], ()):
            group = phrases.groups.get(keys[at : at + length])
            if group is None or at + length > len(keys):
                continue
            for position in range(at, at + length) if group >= 0 else ():
                spelt[position] = _in_group(spelt[position], group)
            at += length - 1
            break
        at += 1
    return spelt


def _in_group(unit: Unit, group: int) -> Unit:
    return Unit(unit.start, unit.end, unit.key, unit.folded, unit.kind, group)


_NOT_ENGLISH = re.compile(r"\b(?:bao|nhieu|nao|khong|cua|duoc|la|nhung|o|dau|so sanh)\b")
ENGLISH = re.compile(
    r"\b(which|what|how|who|when|where|why|did|does|the|of|many|much|compare|is|are|was|were)\b",
    re.I,
)


def from_english(question: str) -> str | None:
    """An English question word for word in the reports' Vietnamese; None if it is not English.

    Names and figures stay; the encoder, which reads both languages, sees the original.
    """
    if not ENGLISH.search(question) or _NOT_ENGLISH.search(fold(question)):
        return None
    phrases = _english()
    translated = phrases[0].sub(
        lambda match: phrases[1][match.group().lower()], question.replace("'s", " ")
    )
    return LEFT_OVER.sub("", translated)


_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
# English words that tell nothing; a Vietnamese word of the same letters has its accents here.
LEFT_OVER = re.compile(
    r"\b(?:the|of|on|at|a|an|is|are|was|were|does|do|did|has|have|had|by|for|with|and|or|its|their"
    r"|that|this|from|as|been|be|it|there|in|to|via|through|into|per|all|any|which|what)\b\s*",
    re.I,
)


@lru_cache(maxsize=1)
def _english() -> tuple[re.Pattern[str], dict[str, str]]:
    pairs = dict(_pairs("english.tsv"))
    alternatives = "|".join(re.escape(phrase) for phrase in sorted(pairs, key=len)[::-1])
    return re.compile(rf"\b(?:{alternatives})\b", re.I), pairs

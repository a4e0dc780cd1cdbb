"""The accents that a question was typed without, as the reports and the tables write its words.

Without accents "may" is a machine or how many, "cua" of or a gate. Which is meant is told by the
words beside: the way through the question whose words and pairs are most at home is taken.
"""

import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from index.places import find_provinces
from index.vietnamese import fold, folded_key, has_diacritics, unaccented, word_key
from qa.spelling.syllables import folded_is_syllable, folded_syllables, spell, split_key, tones
from qa.spelling.usage import WORD, Accented, Usages
from qa.spelling.vocabulary import vocabulary
from qa.words.english import from_english
from qa.words.terms import STOP, expansions

# A word of the tables is as common as one of so many passages more; then what it is worth that
# a word is common, that it links, and that it follows many others.
_TABLED = 4.0
_COMMON, _STOP, _FOLLOWS = 0.3, 1.0, 0.7
# So many words that are none without their accents, and one in so many: accents were left out.
_STRANGE, _STRANGE_SHARE = 2, 3
# What standing side by side is worth: in the words of asking, in the other tables, and each time
# the reports double it; with a comma between, so much of it.
_ASKED, _WORDED, _BESIDE = 7.0, 4.0, 2.5
_APART = 0.5

# "bao nhiêu"; "mấy" asks the same and does not follow it, "máy" may. Alone it is "nhiều".
_HOW_MANY, _HOW_MANY_TOO, _MUCH = ("bao", "nhiêu"), word_key("mấy"), word_key("nhiều")

# Behind these "co" is another word: "cơ quan", "cổ phần", "cô giáo", "cờ đỏ".
_YES, _OTHERWISE_CO = (
    word_key("có"),
    frozenset(
        "so quan che khi cau ban hoi phan phieu dong tuc giao gai do truyen kinh to the dien bap hoc".split()
    ),
)

_TOO = word_key("nữa")
# Before these "may" is no machine.
_SO_MANY = frozenset(
    "ty ti trieu nghin ngan phan lan ngay tuan thang gio phut nguoi ho xa huyen tinh".split()
)
# "còn thiếu mấy cơ sở", but "thiếu máy móc".
_LACKING = (["thieu"], ["hut"], ["kem"])
_MACHINES = frozenset("moc tinh chu tram bay anh in quet xet tho lanh bom phat cay xuc do".split())

Pair = tuple[str, str]


class Accents:
    """Restores accents for one index; safe to share between threads."""

    def __init__(self, usages: Usages) -> None:
        self._usages = usages
        self._ways = lru_cache(maxsize=4096)(self._find_ways)

    def restore(self, text: str) -> str:
        """A question without any accent with its accents; another as it is."""
        return text if has_diacritics(text) else self._restored(text)

    def complete(self, text: str) -> str:
        """A question with accents on some words alone with the others'; another as it is."""
        if not has_diacritics(text):
            return text
        known = vocabulary(False).written
        plain = [word_key(w) for w in WORD.findall(text) if not has_diacritics(w)]
        strange = [
            key
            for key in plain
            if key not in known
            and folded_is_syllable(key)
            and not self._usages.frequency(key, False)
        ]
        mixed = len(strange) >= _STRANGE and _STRANGE_SHARE * len(strange) >= len(plain)
        return self._restored(text) if mixed else text

    def _restored(self, asked: str) -> str:
        found = list(WORD.finditer(asked))
        fixed = _provinces(asked, found) | _how_many(found) | _whether(found) | _again(found)
        for at, match in enumerate(found):
            if known := _as_typed(asked, match):
                fixed[at] = known
        path = [word_key(match.group()) for match in found]
        if found and from_english(asked) is None:
            path = self._path(asked, found, fixed)
        for at, key in fixed.items():
            path[at] = key
        letters = list(asked)
        for match, key in zip(found, path, strict=True):
            if not has_diacritics(match.group()):
                letters[slice(*match.span())] = _typed_as(match.group(), key)
        return "".join(letters)

    def _path(
        self, asked: str, found: Sequence[re.Match[str]], fixed: Mapping[int, str]
    ) -> list[str]:
        keys = [folded_key(match.group()) for match in found]
        used = self._usages.accented(keys)
        held = {fold(split_key(key)[0]): key for key in used.follows}
        ways = [self._at_home(self._ways(key) or {held.get(key, key): 0.0}, used) for key in keys]
        ways = [{fixed[at]: 0.0} if at in fixed else way for at, way in enumerate(ways)]
        # A name is a whole: its last word tells nothing of what follows.
        joined = [
            asked[one.end() : other.start()] == " " and (at in fixed) == (at + 1 in fixed)
            for at, (one, other) in enumerate(pairwise(found))
        ]
        return _best_path(ways, joined, used.pairs)

    def _find_ways(self, folded: str) -> dict[str, float]:
        """The words that one without accents may be, each with how common it is."""
        known, stops = vocabulary(False).written, _stops()
        ways: dict[str, float] = {}
        for letters in folded_syllables().get(folded, ()):
            for tone in tones(letters):
                key = letters + tone
                frequency = self._usages.frequency(key, False)
                if frequency or key in known:
                    at_home = frequency + _TABLED * (key in known)
                    ways[key] = _COMMON * math.log1p(at_home) + _STOP * (key in stops)
        return ways

    @staticmethod
    def _at_home(ways: Mapping[str, float], used: Accented) -> dict[str, float]:
        """What follows many words stands by itself; "dụng" is hardly more than a part of some."""
        return {
            key: worth + _FOLLOWS * math.log1p(len(used.follows.get(key, ())))
            for key, worth in ways.items()
        }


def _how_many(found: Sequence[re.Match[str]]) -> dict[int, str]:
    """The keys of "bao nhieu" and "nhieu", in a question always one thing each, and of "may ty"."""
    typed = [match.group().lower() for match in found]
    places = [at for at, pair in enumerate(pairwise(typed)) if pair == ("bao", "nhieu")]
    fixed = {at: _MUCH for at, word in enumerate(typed) if word == "nhieu"}
    fixed |= {at + step: key for at in places for step, key in enumerate(_HOW_MANY)}
    pairs = enumerate(pairwise(typed))
    return fixed | {
        at: _HOW_MANY_TOO
        for at, (word, unit) in pairs
        if word == "may"
        and (unit in _SO_MANY or (typed[at - 1 : at] in _LACKING and unit not in _MACHINES))
        and typed[at - 1 : at] != ["nhieu"]
    }


def _whether(found: Sequence[re.Match[str]]) -> dict[int, str]:
    """The key of the "co" of "co … khong" at the end: "lợn châu Phi có", not "châu Phi cơ"."""
    typed = [match.group().lower() for match in found]
    if typed[-1:] != ["khong"]:
        return {}
    asking = [
        at
        for at, (word, after) in enumerate(pairwise(typed))
        if word == "co" and after not in _OTHERWISE_CO
    ]
    return {asking[-1]: _YES} if asking else {}


def _again(found: Sequence[re.Match[str]]) -> dict[int, str]:
    """The key of a "nua" that ends a question: "còn Bắc Giang nữa", where "nửa" stands before."""
    last = len(found) - 1
    return {last: _TOO} if last > 0 and found[last].group().lower() == "nua" else {}


def _provinces(asked: str, found: Sequence[re.Match[str]]) -> dict[int, str]:
    """The keys of the words that name provinces, by their place."""
    keys: dict[int, str] = {}
    for mention in find_provinces(unaccented(asked), proper=False):
        inside = [at for at, m in enumerate(found) if mention.start <= m.start() < mention.end]
        for at, word in zip(inside, WORD.findall(mention.name), strict=False):
            if folded_key(word) == folded_key(found[at].group()):
                keys[at] = word_key(word)
    return keys


def _as_typed(asked: str, match: re.Match[str]) -> str | None:
    """The key of a word that is read as it is typed or by the tables: "SOC", "CDS", "Hue-S"."""
    typed, (start, end) = match.group(), match.span()
    if has_diacritics(typed):
        return word_key(typed)
    if len(typed) > 1 and typed.isupper() and not asked.isupper():
        return word_key(_abbreviations().get(typed, typed))
    glued = asked[end : end + 1] in ("-", "'") or asked[start - 1 : start] in ("-", "/", "@")
    dotted = re.search(r"\w\.$", asked[:start]) or re.match(r"\.\w", asked[end:])
    return word_key(typed) if glued or dotted else None


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, str]:
    return {fold(short).upper(): short for short in expansions()}


@lru_cache(maxsize=1)
def _stops() -> frozenset[str]:
    return frozenset(word_key(word) for word in STOP)


def _best_path(
    ways: Sequence[Mapping[str, float]], joined: Sequence[bool], pairs: Mapping[Pair, int]
) -> list[str]:
    """One key for each word such that words and neighbours are together most at home."""
    best: dict[str, tuple[float, tuple[str, ...]]] = {
        key: (worth, (key,)) for key, worth in ways[0].items()
    }
    for beside, way in zip(joined, ways[1:], strict=True):
        share = 1.0 if beside else _APART
        step = {}
        for key, worth in way.items():
            score, path = max(
                (before + share * _together((path[-1], key), pairs), path)
                for before, path in best.values()
            )
            step[key] = (score + worth, (*path, key))
        best = step
    return list(max(best.values())[1])


def _together(pair: Pair, pairs: Mapping[Pair, int]) -> float:
    tables = vocabulary(False)
    if pair == (_HOW_MANY[1], _HOW_MANY_TOO):
        return -2 * _ASKED
    worded = _ASKED if pair in tables.asking else _WORDED * (pair in tables.pairs)
    return worded + _BESIDE * math.log2(1 + pairs.get(pair, 0))


def _typed_as(typed: str, key: str) -> str:
    """A key as a word, with the capitals and the final y of what was typed."""
    word = spell(key)
    if len(word) != len(typed):
        return typed
    finals = _AS_Y if typed[-1] in "yY" else _AS_I if typed[-1] in "iI" else {}
    word = word[:-1] + finals.get(word[-1], word[-1])
    return "".join(
        one.upper() if letter.isupper() else one for one, letter in zip(word, typed, strict=True)
    )


# A key does not tell a final y from i.
_AS_Y = dict(zip("iìíĩỉị", "yỳýỹỷỵ", strict=True))
_AS_I = {y: i for i, y in _AS_Y.items()}

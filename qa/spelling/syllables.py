"""Vietnamese syllables: an onset, a rime and a tone, each from a small closed table.

A word is spoken of by its key (`index.vietnamese.word_key`): letters, then the tone's digit.
"""

import re
import unicodedata
from functools import lru_cache

from index.vietnamese import fold

TONES = "12345"

# The initials and rimes that Vietnamese has, as any account of its orthography lists them.
_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split()
_RIMES = frozenset(
    """a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu
    iêc iêm iên iêng iêp iêt iêu y yêm yên yêng yêt yêu ynh yt ych
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om
    on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya uych uynh uyt uyu uyên uyêt
    uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu""".split()
)
_AFTER_QU = frozenset("yên yêt y ynh yt ych".split())
_ALONE = frozenset("y yêm yên yêng yêt yêu".split())
_STOPPED = ("c", "ch", "p", "t")  # such a rime has sắc or nặng
_SHARP, _HEAVY = "2", "5"
_MARKS = dict(zip(TONES, "\u0300\u0301\u0303\u0309\u0323", strict=True))
_FRONT = "eêiy"
# Where reports write y though a key has i: "lý", "tỷ", "quý".
_WRITTEN_Y = re.compile(r"^([klmt]|qu)i$")


def split_key(key: str) -> tuple[str, str]:
    """The letters of a key and its tone's digit, empty for the level tone."""
    return (key[:-1], key[-1]) if key[-1:] in TONES else (key, "")


def is_syllable(key: str) -> bool:
    """Whether a word's key is of a syllable that Vietnamese can have."""
    letters, tone = split_key(key)
    return tone in tones(letters)


def tones(letters: str) -> tuple[str, ...]:
    """The tones that letters can carry; none when they are no syllable."""
    return _syllables().get(letters, ())


@lru_cache(maxsize=1)
def _syllables() -> dict[str, tuple[str, ...]]:
    every, stopped = ("", *TONES), (_SHARP, _HEAVY)
    return {
        onset + rime: stopped if rime.endswith(_STOPPED) else every
        for onset in ("", *_ONSETS)
        for rime in _RIMES
        if _fits(onset, rime)
    }


def _fits(onset: str, rime: str) -> bool:
    if onset == "qu":
        return True
    if rime in _AFTER_QU and rime not in _ALONE:
        return False
    if onset and rime in _ALONE and rime != "y":
        return False
    if onset in ("c", "g", "ng"):
        return rime[0] not in _FRONT or (onset == "g" and rime[0] == "i")
    return onset not in ("k", "gh", "ngh") or rime[0] in _FRONT


def folded_is_syllable(folded: str) -> bool:
    """Whether a word without diacritics is one of some syllable."""
    return folded in folded_syllables()


@lru_cache(maxsize=1)
def folded_syllables() -> dict[str, tuple[str, ...]]:
    """The letters without diacritics of all syllables, each with the letters it may be of."""
    found: dict[str, list[str]] = {}
    for letters in _syllables():
        found.setdefault(fold(letters), []).append(letters)
    return {folded: tuple(ways) for folded, ways in found.items()}


def spell(key: str) -> str:
    """A key as a word in small letters, the tone on the vowel where it is written today."""
    letters, tone = split_key(key)
    letters = _WRITTEN_Y.sub(r"\1y", letters)
    if not tone:
        return letters
    at = _toned(letters)
    return unicodedata.normalize("NFC", letters[: at + 1] + _MARKS[tone] + letters[at + 1 :])


def _toned(letters: str) -> int:
    """Where the tone stands: on a marked vowel, else on the last but one of an open rime."""
    start = next(
        (2 for onset in ("qu", "gi") if letters.startswith(onset) and _vowels(letters[2:])), 0
    )
    places = [start + at for at in _vowels(letters[start:])]
    marked = [at for at in places if letters[at] in "ăâêôơư"]
    if not places:
        return len(letters) - 1
    if marked:
        return marked[-1]
    closed = places[-1] < len(letters) - 1
    return places[-1] if closed or len(places) == 1 else places[-2]


def _vowels(letters: str) -> list[int]:
    return [at for at, letter in enumerate(letters) if fold(letter) in "aeiouy"]

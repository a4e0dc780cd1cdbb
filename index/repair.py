"""Text that reached us in the wrong encoding, brought back to Unicode before anything else.

Vietnamese typed in TCVN3 (".VnTime"), VNI or VISCII shows as Latin letters that Vietnamese does
not have ("chuyÓn ®æi", "chuyeån ñoåi"); UTF-8 read as Windows-1252 as "Chuyá»ƒn Ä‘á»•i"; letters
pasted from Cyrillic or Greek look right and match nothing. The tables are viparse's and ftfy's;
which words to turn is decided here, word by word, because one run of a clean text may be legacy.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from index.syllables import is_vietnamese

LEGACY = ("tcvn3", "vni", "viscii")
_UNICODE = ""
_STATES = (_UNICODE, *LEGACY)

# Letters of Latin-1 that Vietnamese does not use, control codes that VISCII writes letters with,
# signs that stand beside a letter only where they are one, and a capital within small letters.
_FOREIGN = "ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ\x80-\x84\x86-\x9f"
_SIGNS = "¡¢£¤¥¦§¨©ª«¬\u00ad®¯±´µ¶·¸¹»¼½¾×÷"
_ODD = re.compile(
    rf"[{_FOREIGN}]|[{_SIGNS}](?=[^\W\d_])(?<!(?<!\S)«)|(?<=[^\W\d_])[{_SIGNS}](?<!»(?![^\W\d_]))"
    r"|(?<=[a-zà-ý])[À-Ý](?=[a-z\W]|$)"
)
# A text with none of these has nothing odd: much the quicker to look for.
_SUSPECT = re.compile(rf"[{_FOREIGN}{_SIGNS}À-Ý]")
# The lead byte of a Vietnamese letter or of a quotation mark, and a byte that continues it.
_TWICE = re.compile(
    r"[ÃÄÆ][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122 ]|á[º»]|â€"
)
_WORDS = re.compile(r"([ \t\r\n]+)")

_INVALID = 1.0
# A word that could be Unicode but that nobody writes ("sè", which is "số" in TCVN3).
_UNUSUAL = 0.3
# A letter beyond Latin-1 proves that the word is Unicode already.
_PROOF = 3.0
_SWITCH = 0.9
_LEAST_GAIN = 1.5

_LOOK_ALIKES = {
    ord(strange): latin
    for strange, latin in zip(
        "асеорхуАВСЕНІКМОРТХУіјѕЅЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικα",
        "aceopxyABCEHIKMOPTXYijsSJABEZHIKMNOPTYXovika",
        strict=True,
    )
}
_STRANGE = re.compile(r"[\u0370-\u03ff\u0400-\u04ff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
_STRANGE_WORD = re.compile(r"[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W\d_]*)*")
_LATIN_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


def repair(text: str) -> str:
    """The text in Unicode, each letter of its own script; a clean text comes back as it is."""
    if text.isascii():
        return text
    if _TWICE.search(text):
        text = _decoded_once(text)
    if _SUSPECT.search(text) and _ODD.search(text):
        text = _from_legacy(text)
    if _STRANGE.search(text):
        text = _of_one_script(text)
    return text


def _decoded_once(text: str) -> str:
    from ftfy import fix_encoding  # slow to import, and seldom needed

    lines = text.split("\n")
    fixed = [fix_encoding(line) if _TWICE.search(line) else line for line in lines]
    return "\n".join(
        new if _better(new, old) else old for new, old in zip(fixed, lines, strict=True)
    )


def _better(new: str, old: str) -> bool:
    """More words read as Vietnamese than before, and no letter was lost on the way."""
    if "\ufffd" in new and "\ufffd" not in old:
        return False

    def wrong(line: str) -> int:
        return sum(not is_vietnamese(word) for word in line.split())

    gained = wrong(old) - wrong(new)
    return gained > 0 or (gained == 0 and "â€" in old)  # a dash or quotation mark is no word


def _from_legacy(text: str) -> str:
    """Turn the runs of words that are Vietnamese in a legacy encoding and are not as they stand."""
    pieces = _WORDS.split(text)
    words = pieces[::2]
    states = _states(words)
    gained = dict.fromkeys(_STATES, 0.0)
    for word, state in zip(words, states, strict=True):
        if state and _has_letter(word):
            gained[state] += _cost(word, _UNICODE) - _cost(word, state)
    for at, (word, state) in enumerate(zip(words, states, strict=True)):
        if state and gained[state] >= _LEAST_GAIN:
            pieces[2 * at] = _turned(word, state)
    return "".join(pieces)


def _states(words: Sequence[str]) -> list[str]:
    """The encoding of each word: the cheapest way through all, a change of encoding at a price."""
    spent = dict.fromkeys(_STATES, _SWITCH) | {_UNICODE: 0.0}
    came: list[dict[str, str]] = []
    costs: dict[str, dict[str, float]] = {}
    for word in words:
        if word not in costs:
            costs[word] = {state: _cost(word, state) for state in _STATES}
        cheapest = min(_STATES, key=spent.__getitem__)
        step, origin = {}, {}
        for state in _STATES:
            stay, switch = spent[state], spent[cheapest] + _SWITCH
            origin[state] = state if stay <= switch else cheapest
            step[state] = min(stay, switch) + costs[word][state]
        came.append(origin)
        spent = step
    state = min(_STATES, key=spent.__getitem__)
    found = []
    for origin in reversed(came):
        found.append(state)
        state = origin[state]
    return found[::-1]


def _cost(word: str, state: str) -> float:
    if word.isascii():
        return 0.0
    if state and any(map(_is_beyond_latin1, word)):
        return _PROOF
    read = _turned(word, state) if state else unicodedata.normalize("NFC", word)
    if _ODD.search(read) or not is_vietnamese(read):
        return _INVALID
    bare = read.strip("“”‘’\"'.,;:()!?…").lower()
    return _UNUSUAL if bare.isalpha() and not bare.isascii() and bare not in _usual() else 0.0


def _is_beyond_latin1(letter: str) -> bool:
    return letter > "\xff" and letter.isalpha() and letter not in "ŒœŠšŽžŸƒ"


def _has_letter(word: str) -> bool:
    return any(letter.isascii() and letter.isalpha() for letter in word)


@lru_cache(maxsize=1)
def _usual() -> frozenset[str]:
    """The commoner syllables with a mark: those of this project's reports and tables of words."""
    table = Path(__file__).with_name("data") / "syllables.txt"
    return frozenset(table.read_text(encoding="utf-8").split())


@lru_cache(maxsize=65536)
def _turned(word: str, encoding: str) -> str:
    from viparse import fix  # slow to import, and seldom needed

    return fix(word, encoding=encoding)


def _of_one_script(text: str) -> str:
    """Latin letters for their Cyrillic and Greek look-alikes, in words that are Latin otherwise.

    A word of Cyrillic look-alikes only is turned too, unless the text has truly Cyrillic words;
    a Greek one is not: α alone is a sign.
    """
    russian = any(
        len(run) > 1 and any(ord(letter) not in _LOOK_ALIKES for letter in run)
        for run in _CYRILLIC.findall(text)
    )

    def turn(match: re.Match[str]) -> str:
        word = match[0]
        turned = word.translate(_LOOK_ALIKES)
        if word == turned or _STRANGE.search(turned):
            return word
        mixed = _LATIN_LETTER.search(word) is not None
        return turned if mixed or (_CYRILLIC.fullmatch(word) and not russian) else word

    return _STRANGE_WORD.sub(turn, text)

"""Vietnamese spelling: normal form, folding, tokens, sentences and clauses.

The one place that knows how Vietnamese is written. Every span is a pair of character
offsets `(start, end)` into the text that was passed in.
"""

import re
import unicodedata
from functools import cached_property, lru_cache
from typing import NamedTuple

from index.repair import repair

Span = tuple[int, int]

_LETTERS = [
    chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isalpha()
]
# For character classes: "À-Ỹ" would hold small letters too.
UPPER = "".join(letter for letter in _LETTERS if letter.isupper())
LOWER = "".join(letter for letter in _LETTERS if letter.islower())

_INVISIBLE = dict.fromkeys(
    [
        *range(0x00, 0x09),
        *range(0x0B, 0x20),
        *range(0x7F, 0xA0),
        0x00AD,
        0x034F,
        0x115F,
        0x1160,
        0x180E,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        0x3164,
        *range(0xFE00, 0xFE10),
        0xFEFF,
    ]
)
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_PLAIN: dict[int, int | None] = {**_INVISIBLE, **_FULL_WIDTH}
# Looking is several times quicker than translating, and there is seldom anything to find.
_UNPLAIN = re.compile(f"[{re.escape(''.join(map(chr, _PLAIN)))}]")
_LINE_BREAKS = re.compile(r"\r\n?|[\u0085\u2028\u2029\v\f]")
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{3,}")

_TONES = {"\u0300": "1", "\u0301": "2", "\u0303": "3", "\u0309": "4", "\u0323": "5"}
_PUNCTUATION = dict(zip(map(ord, "“”„«»‘’‚‹›´–—−‐‑‒―"), "\"\"\"\"\"''''''-------", strict=True))

_DASH = re.compile("[−‐‑‒–—―]")
_DASHES = str.maketrans(dict.fromkeys("−‐‑‒–—―", "-"))

_NUMBER = r"\d+(?:[.,]\d+)*(?:/\d+(?:[.,]\d+)*)*"
# 59/KH-UBND, 11-NQ/TU, 46/2018/TT-BYT: the number of an official document is one token.
_DOCUMENT_NUMBER = rf"\d+(?:/\d{{4}})?(?:[-/][^\W\d_]{{1,8}}\d{{0,2}}(?![{LOWER}]))+"
_FIGURE = re.compile(rf"(?P<number>{_NUMBER})(?P<percent>\s?%)?")
_NUMBERED = re.compile(rf"(?=\d)(?:{_DOCUMENT_NUMBER}|{_NUMBER}(?:\s?%)?)")
_TOKEN = re.compile(rf"[^\W\d_]+|{_NUMBERED.pattern}")

# A full stop after these does not end a sentence; written as here, or all in capitals.
ABBREVIATIONS = frozenset(
    "TP TX ThS Ths TS PGS GS BS KS CN TTƯT NSƯT NSND Đ/c đ/c ĐC Mr Mrs Ms Dr St v.v Vd vd VD"
    " Tr tr Q P H X KP TTr Th.S".split()
)
_SENTENCE_END = re.compile(r"(?:[.!?]+|…)[\"”’)\]]*(?=\s|$|[-–•+])|\n+")
_CLAUSE_END = re.compile(r";|…|\.\.\.")


class Token(NamedTuple):
    """A word or number of a text: its span, its matching key and its accent-free key.

    `kind` is "word", "number", "percent" or "document" (an official document's number).
    """

    start: int
    end: int
    key: str
    folded: str
    kind: str


def normalize(text: str) -> str:
    """The form a report is stored and shown in: NFC, single spaces, no invisible characters.

    Text in a legacy or wrong encoding is repaired. Otherwise letters, punctuation and tone
    placement stay as the author typed them.
    """
    text = _LINE_BREAKS.sub("\n", repair(text))
    if _UNPLAIN.search(text):
        text = text.translate(_PLAIN)
    text = unicodedata.normalize("NFC", text)
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n")


class _Folding(dict[int, str]):
    """Character → its folded form, for `str.translate`; filled as characters come."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        base = unicodedata.normalize("NFD", character)[0].lower()
        folded = base if len(base) == 1 else character
        if code < 0x3000:  # letters of the world's other scripts would fill it for nothing
            self[code] = folded
        return folded


_FOLDING = _Folding({ord("đ"): "d", ord("Đ"): "d"} | _PUNCTUATION)


def fold(text: str) -> str:
    """Lower case without diacritics, character for character: offsets stay valid.

    Expects NFC, as `normalize` returns it.
    """
    return text.lower() if text.isascii() else text.translate(_FOLDING)


def unaccented(text: str) -> str:
    """`fold` with the capitals kept."""
    letters = zip(text, fold(text), strict=True)
    return "".join(plain.upper() if letter.isupper() else plain for letter, plain in letters)


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """The matching key of a word: lower case, tone written last, final y as i.

    "hoà" and "hòa", "tỷ" and "tỉ", NFC and NFD get one key.
    """
    letters, tone = [], ""
    for character in unicodedata.normalize("NFD", word.lower()):
        if character in _TONES:
            tone = _TONES[character]
        else:
            letters.append(character)
    key = unicodedata.normalize("NFC", "".join(letters))
    return _FINAL_Y.sub(r"\1i", key) + tone


_FINAL_Y = re.compile(r"^(qu|[bcdđghklmnprstvx]+)y$")


@lru_cache(maxsize=65536)
def folded_key(word: str) -> str:
    """`word_key` without diacritics: what an unaccented question is matched on."""
    return _FINAL_Y.sub(r"\1i", fold(unicodedata.normalize("NFC", word)))


@lru_cache(maxsize=65536)
def _modern(word: str) -> str:
    bare = unicodedata.normalize("NFD", word)
    tone = next((mark for mark in bare if mark in _TONES), "")
    letters = unicodedata.normalize("NFC", bare.replace(tone, "", 1)) if tone else ""
    match = _OPEN_RHYME.fullmatch(letters)
    if not match:
        return word
    at = match.start("rhyme")
    marked = unicodedata.normalize("NFC", letters[at] + tone)
    return letters[:at] + marked + letters[at + 1 :]


# "hoà" and "hòa": oa, oe, uy at the end of a word; the u of "qu" belongs to the consonant.
_OPEN_RHYME = re.compile(r"(?i)(?!qu)[^\W\d_]{0,3}?(?P<rhyme>oa|oe|uy)")
_MAYBE_OPEN = re.compile(r"(?i)(?<![^\W\d_])[^\W\d_]{0,4}(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![^\W\d_])")


def one_spelling(text: str) -> str:
    """The text with tones where most of the press puts them ("hòa", "ủy"), of the same length.

    Expects NFC, as `normalize` returns it. For comparing and encoding, never for showing.
    """
    return _MAYBE_OPEN.sub(lambda match: _modern(match[0]), text)


def number_key(number: str) -> str:
    """One key for the ways a number is typed: 93,4 = 93.4; 1.864 = 1864 = 1,864; 09 = 9.

    A single separator before exactly three digits is read as grouping unless the number
    starts with 0; this is for matching, `qa.texts.figures` decides values.
    """
    return "/".join(_simple_number_key(part) for part in number.split("/"))


def _simple_number_key(number: str) -> str:
    grouped = re.fullmatch(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*", number)
    if grouped:
        return re.sub(r"[.,]", "", number)
    whole, _, fraction = re.sub(r"[.,](?=.*[.,])", "", number).replace(",", ".").partition(".")
    whole = whole.lstrip("0") or "0"
    return f"{whole}.{fraction}" if fraction else whole


class Lexeme(NamedTuple):
    """What a token says, wherever it stands: the fields of `Token` but for its span."""

    key: str
    folded: str
    kind: str


def tokens(text: str) -> list[Token]:
    """The words and numbers of an NFC text, in order."""
    found = _TOKEN.finditer(_with_plain_dashes(text))
    return [Token(*match.span(), *lexeme(match.group())) for match in found]


class Tokens:
    """The tokens of a text by columns, where to know what they say is mostly enough: as typed,
    what they say, and where they stand, which is found when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = _with_plain_dashes(text)
        self.typed: list[str] = _TOKEN.findall(self._text)
        self.lexemes = list(map(lexeme, self.typed))

    @cached_property
    def spans(self) -> list[Span]:
        return [match.span() for match in _TOKEN.finditer(self._text)]


def number_tokens(text: str) -> list[Token]:
    """Those of `tokens` that are no words: numbers, percentages, numbers of documents."""
    found = _NUMBERED.finditer(_with_plain_dashes(text))
    return [Token(*match.span(), *lexeme(match.group())) for match in found]


def _with_plain_dashes(text: str) -> str:
    """The text, one character for one: a document's number may be typed with any dash."""
    return text.translate(_DASHES) if _DASH.search(text) else text


@lru_cache(maxsize=32768)
def lexeme(typed: str) -> Lexeme:
    """What a token says that is typed so."""
    if not typed[0].isdecimal():
        return Lexeme(word_key(typed), folded_key(typed), "word")
    figure = _FIGURE.fullmatch(typed)
    if figure is None:
        key, kind = re.sub(r"^0+(?=\d)", "", fold(typed)), "document"
    else:
        key, kind = number_key(figure["number"]), "percent" if figure["percent"] else "number"
    key += "%" if kind == "percent" else ""
    return Lexeme(key, key, kind)


def has_diacritics(text: str) -> bool:
    """Whether any letter carries a Vietnamese mark or is đ."""
    return any(letter != _FOLDING[ord(letter)] for letter in text.lower() if letter.isalpha())


def _is_abbreviation(text: str, stop: int) -> bool:
    word = re.search(r"(?<![\w&])([^\W\d_]+(?:[/.][^\W\d_]+)?)$", text[max(0, stop - 8) : stop])
    if not word:
        return False
    name = word.group(1)
    return (len(name) == 1 and name.isupper()) or name in ABBREVIATIONS


def sentences(text: str) -> list[Span]:
    """Spans of the sentences, trimmed of white space; a line break always ends one."""
    spans, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        if match.group().startswith("\n"):
            spans.append((start, match.start()))
            start = match.end()
        elif _ends_sentence(text, match):
            spans.append((start, match.end()))
            start = match.end()
    spans.append((start, len(text)))
    return _trimmed(text, spans)


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + 3].lstrip()[:1]
    if following and not (following.isupper() or following.isdigit() or following in '"“‘(-–•+'):
        return False
    return match.group()[0] != "." or not _is_abbreviation(text, match.start())


def clauses(text: str, sentence: Span) -> list[Span]:
    """Spans of a sentence's clauses: the parts between semicolons and dots of omission.

    A report's sentence of 2,000 characters is a list of clauses, each a fact of its own.
    """
    start, end = sentence
    spans = []
    for match in _CLAUSE_END.finditer(text, start, end):
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, end))
    said = [span for span in spans if any(map(str.isalnum, text[slice(*span)]))]
    return _trimmed(text, said or [sentence])


def _trimmed(text: str, spans: list[Span]) -> list[Span]:
    kept = []
    for start, end in spans:
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if start < end:
            kept.append((start, end))
    return kept

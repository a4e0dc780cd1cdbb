"""What a report holds, wherever in it: words of its title and lead, names, numbers."""

import re
import string
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from index.documents import Document
from index.vietnamese import Tokens, fold, number_tokens
from qa.texts.paragraph import Paragraph
from qa.words.terms import Columns, Unit

LEAD = 600


class Frame(NamedTuple):
    """Keys of a report's title and lead: all of them, and as they follow each other."""

    keys: frozenset[str]
    line: str


_LETTERS = string.ascii_letters + string.digits
_PARTING = bytes(set(range(256)) - set(_LETTERS.encode()))
_LOWER_Y_AS_I = bytes.maketrans(_LETTERS.encode(), _LETTERS.lower().replace("y", "i").encode())


@lru_cache(maxsize=512)
def _frame(identity: str, text: str, folded: bool) -> Frame:
    columns = Columns(text)
    keys = columns.folded if folded else columns.keys
    return Frame(frozenset(keys), " ".join(keys))


def frame(paragraph: Paragraph, folded: bool) -> Frame:
    """The title and the lead of a paragraph's document."""
    document = paragraph.document
    return _frame(document.sha256 or document.id, document.text[:LEAD], folded)


def may_hold(document: Document, words: Sequence[str]) -> bool:
    """Whether a report may hold some words one after another, accents aside; False is sure.

    Read off its letters, in a tenth of the time that its words take.
    """
    letters = _letters(document.sha256 or document.id, document.text)
    return _plain("".join(words)) in letters


@lru_cache(maxsize=1024)
def _letters(identity: str, text: str) -> bytes:
    return _plain(text)


def _plain(text: str) -> bytes:
    """The letters and digits without accents; a word's key does not tell a final y from i."""
    bare = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return bare.encode("ascii", "ignore").translate(_LOWER_Y_AS_I, _PARTING)


@lru_cache(maxsize=1024)
def _folded_words(identity: str, text: str) -> str:
    return " ".join(lexeme.folded for lexeme in Tokens(text).lexemes)


def holds_name(document: Document, name: Sequence[Unit], typed: str) -> bool:
    """Whether a report names it, word for word, accents aside; mostly it does as it is `typed`."""
    said = f" {' '.join(unit.folded for unit in name)} "
    at = document.text.find(typed)
    if at >= 0 and said in _said_around(document.text, at, at + len(typed)):
        return True
    identity = document.sha256 or document.id
    if all(unit.kind == "word" for unit in name) and not may_hold(
        document, [unit.folded for unit in name]
    ):
        return False
    return said in f" {_folded_words(identity, document.text)} "


def holds_count(document: Document, number: str, noun: str) -> bool:
    """Whether a report counts so many of something; what it names otherwise is left aside."""
    at = document.text.find(f"{number} ")
    while at >= 0:
        behind = at + len(number) + 1
        beside = document.text[at - 1 : at]
        alone = not beside.isdigit() and beside not in (".", ",", "/")
        if alone and fold(document.text[behind : behind + len(noun)]) == fold(noun):
            return True
        at = document.text.find(f"{number} ", behind)
    return False


def _said_around(text: str, start: int, end: int) -> str:
    """Keys of what stands in a span and of the words that it cuts: no token holds a space."""
    start, behind = text.rfind(" ", 0, start) + 1, text.find(" ", end)
    words = Tokens(text[start : behind if behind >= 0 else len(text)])
    return f" {' '.join(lexeme.folded for lexeme in words.lexemes)} "


@lru_cache(maxsize=1024)
def _numbers(identity: str, text: str) -> frozenset[str]:
    return frozenset(token.folded for token in number_tokens(text))


def numbers_of(document: Document) -> frozenset[str]:
    """Keys of all numbers in a report; an official document's short form counts too."""
    keys = _numbers(document.sha256 or document.id, document.text)
    long = [re.split(r"([/-])", key) for key in keys if "-" in key or "/" in key]
    return keys | {"".join(parts[:at]) for parts in long for at in range(1, len(parts), 2)}


@lru_cache(maxsize=1024)
def _keys_of(text: str, folded: bool) -> frozenset[str]:
    columns = Columns(text)
    return frozenset(columns.folded if folded else columns.keys)


def paragraph_intro_keys(paragraph: Paragraph, folded: bool) -> frozenset[str]:
    """Keys of what a list item or a table's row is read under."""
    if not paragraph.is_item:
        return frozenset()
    return _keys_of(paragraph.intro, folded) | _keys_of(" ".join(paragraph.header), folded)

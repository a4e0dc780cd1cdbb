"""What a report holds, wherever in it: words of its title and lead, names, numbers."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from index.documents import Document
from index.vietnamese import Tokens, number_tokens
from qa.paragraph import Paragraph
from qa.terms import Columns, Unit

LEAD = 600


class Frame(NamedTuple):
    """Keys of a report's title and lead: all of them, and as they follow each other."""

    keys: frozenset[str]
    line: str


@lru_cache(maxsize=512)
def _frame(identity: str, text: str, folded: bool) -> Frame:
    columns = Columns(text)
    keys = columns.folded if folded else columns.keys
    return Frame(frozenset(keys), " ".join(keys))


def frame(paragraph: Paragraph, folded: bool) -> Frame:
    """The title and the lead of a paragraph's document."""
    document = paragraph.document
    return _frame(document.sha256 or document.id, document.text[:LEAD], folded)


@lru_cache(maxsize=1024)
def _letters(identity: str, text: str) -> bytes:
    """The letters of a text without accents, in a tenth of the time that its words take."""
    plain = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return _one_y(plain.encode("ascii", "ignore").lower())


def _one_y(letters: bytes) -> bytes:
    """A word's key does not tell a final y from i."""
    return letters.replace(b"y", b"i")


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
    letters = _letters(identity, document.text)
    asked = (unit.folded for unit in name if unit.kind == "word" and unit.folded.isascii())
    if not all(_one_y(word.encode()) in letters for word in asked):
        return False
    return said in f" {_folded_words(identity, document.text)} "


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

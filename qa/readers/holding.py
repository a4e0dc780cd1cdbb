"""What a report holds, wherever in it: words of its title and lead, names, numbers."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from index.documents import Document
from index.vietnamese import tokens
from qa.paragraph import Paragraph
from qa.terms import Unit, units

LEAD = 600


@lru_cache(maxsize=512)
def _context(identity: str, frame: str, folded: bool) -> frozenset[str]:
    keys = [unit.folded if folded else unit.key for unit in units(frame)]
    return frozenset(keys) | {f"{left} {right}" for left, right in pairwise(keys)}


def context(paragraph: Paragraph, folded: bool) -> frozenset[str]:
    """Keys of the title and the lead of a paragraph's document, and of each two neighbours."""
    document = paragraph.document
    return _context(document.sha256 or document.id, document.text[:LEAD], folded)


@lru_cache(maxsize=1024)
def _folded_words(identity: str, text: str) -> str:
    return " ".join(token.folded for token in tokens(text))


def holds_name(document: Document, name: Sequence[Unit]) -> bool:
    """Whether a report names it, word for word, accents aside."""
    words = _folded_words(document.sha256 or document.id, document.text)
    return f" {' '.join(unit.folded for unit in name)} " in f" {words} "


@lru_cache(maxsize=1024)
def _numbers(identity: str, text: str) -> frozenset[str]:
    return frozenset(token.folded for token in tokens(text) if token.kind != "word")


def numbers_of(document: Document) -> frozenset[str]:
    """Keys of all numbers in a report; an official document's short form counts too."""
    keys = _numbers(document.sha256 or document.id, document.text)
    long = [re.split(r"([/-])", key) for key in keys if "-" in key or "/" in key]
    return keys | {"".join(parts[:at]) for parts in long for at in range(1, len(parts), 2)}

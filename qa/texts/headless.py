"""Bodies named without a word for what they are: "VNPT", "Hoa Mai Tech", "BHXH"."""

import re
from collections.abc import Iterator

from index.vietnamese import LOWER, UPPER, Span
from qa.texts.organization_words import company_words, kinds, not_organizations, places
from qa.words.terms import expansions
from qa.words.wordlists import is_vietnamese, pairs

CAPITALS = re.compile(rf"[{UPPER}][{UPPER}\d&.-]+(?![{LOWER}])|[{UPPER}]\w*[{LOWER}][{UPPER}]\w*")
_BRAND = re.compile(
    rf"(?<![\w.@/-])(?:[{UPPER}]{{2,9}}(?:[-&][{UPPER}]\w*)*|[{UPPER}]\w*[{LOWER}\d][{UPPER}]\w*|[{UPPER}][{LOWER}]+)"
    rf"(?![\w@]|[./-]\w)(?:\s(?:[{UPPER}][\w&-]*)(?![\w/]))*"
)
_WORD = re.compile(r"\S+")
# "quý IV", "khóa XIV".
_ROMAN = re.compile(r"[IVX]+")


def headless(text: str) -> Iterator[tuple[Span, str]]:
    """The names of a text that may be of bodies, with their kinds."""
    for match in _BRAND.finditer(text):
        span = _brand(text, match)
        if span and (kind := _short_kind(text[slice(*span)])):
            yield span, kind


def _brand(text: str, match: re.Match[str]) -> Span | None:
    """The part of capitalised words that a company is called by."""
    parts = [
        (m.start() + match.start(), m.end() + match.start()) for m in _WORD.finditer(match.group())
    ]
    said = [text[slice(*part)] for part in parts]
    if _ROMAN.fullmatch(said[0]):
        return None
    if len(said) > 3 and sum(word.isupper() and is_vietnamese(word) for word in said) > 3:
        return None  # a heading
    kept = 0
    ends_so = any(word in company_words() for word in said[1:])
    for at, word in enumerate(said):
        known = word in not_organizations() or (word in places() and not ends_so)
        strange = bool(CAPITALS.fullmatch(word)) or not is_vietnamese(word)
        placed = (kept and " ".join(said[at : at + 2]) in places()) or word in places()
        if known and not at:
            return None
        if strange or ends_so or (kept and placed):
            kept = at + (2 if kept and " ".join(said[at : at + 2]) in places() else 1)
        elif at >= kept:
            break
    if not kept:
        return None
    return parts[0][0], parts[min(kept, len(parts)) - 1][1]


def _short_kind(name: str) -> str:
    """The kind of a name without a head; none for an abbreviation that is of no body ("MXH")."""
    if name in pairs("callings.tsv"):
        return ""
    full = expansions().get(name)
    if full is None:
        return "brand"
    return next((kind for head, kind in kinds().items() if full.startswith(f"{head} ")), "")

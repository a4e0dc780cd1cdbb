"""Which province and district a span of a report tells of."""

import re
from collections.abc import Iterable
from functools import lru_cache

from index.documents import Document
from index.places import find_provinces, written
from index.vietnamese import Span, Tokens
from qa.readers.holding import may_hold
from qa.readers.turns import in_turn
from qa.texts.paragraph import Paragraph, kept

# Characters above a paragraph in which "tại đây" finds its place.
BEFORE = 300

# Another province is mentioned after these, but the sentence does not tell of it.
_COMPARED = re.compile(
    r"\b(?:sau|so voi|hon|kem|nhu|hoc hoi|hoc tap|kinh nghiem|mo hinh|sang|cua cac tinh|cung voi|giap)\s*"
    r"(?:tinh\s*|thanh pho\s*|cua\s*|tai\s*|o\s*)*$"
)


@lru_cache(maxsize=1024)
def _provinces(identity: str, text: str) -> frozenset[str]:
    return frozenset(mention.name for mention in find_provinces(text))


@lru_cache(maxsize=128)
def _ways(province: str) -> list[list[str]]:
    """The words of each way to write a province, without accents."""
    return [[word.folded for word in Tokens(way).lexemes] for way in written(province)]


def names_any(document: Document, provinces: Iterable[str]) -> bool:
    """Whether a report names one of the provinces anywhere."""
    return any(_names(document, province) for province in provinces)


def _names(document: Document, province: str) -> bool:
    if not any(may_hold(document, way) for way in _ways(province)):
        return False
    # Mostly a line names it as it is written; only the last of the ways reads all of the report.
    typed = written(province)
    lines = (line for line in document.text.split("\n") if any(way in line for way in typed))
    if any(mention.name == province for line in lines for mention in find_provinces(line)):
        return True
    return province in _provinces(document.sha256 or document.id, document.text)


@kept
def place_of(paragraph: Paragraph, span: Span) -> str | None:
    """The province a span tells of: the nearest named in its clause, else the report's own; of a
    figure given in turn the one whose turn it is."""
    for name in in_turn(paragraph).get(span, ())[:1]:
        for mention in paragraph.provinces:
            if name.span[0] <= mention.start < name.span[1]:
                return mention.name
    clause = paragraph.clause_at(span[0])
    bracket = _bracket(paragraph, span[0])
    if bracket is not None:
        for mention in paragraph.provinces:
            if mention.end <= bracket and not paragraph.text[mention.end : bracket].strip():
                return mention.name
    inside = [
        mention
        for mention in paragraph.provinces
        if clause[0] <= mention.start < clause[1]
        and not _COMPARED.search(paragraph.folded[max(0, mention.start - 24) : mention.start])
        and _bracket(paragraph, mention.start) in (None, bracket)
    ]
    layout = paragraph.layout
    here = layout[min(paragraph.unit_at(span[0]), len(layout) - 1)][2]
    same = [m for m in inside if layout[paragraph.unit_at(m.start)][2] == here]
    before = [m for m in inside if m.start <= span[0]]
    if same or before:
        return (before or same)[-1 if before else 0].name
    if _HERE.search(paragraph.folded[slice(*clause)]) and (
        pointed := _place_before(paragraph, clause)
    ):
        return pointed
    of_row = [m for m in paragraph.provinces if m.start < span[0]] if paragraph.cells else []
    if of_row:
        return of_row[-1].name
    if paragraph.document.province:
        return paragraph.document.province
    earlier = [m for m in paragraph.provinces if m.start < span[0]]
    return earlier[-1].name if earlier else None


# The place that the sentence before named.
_HERE = re.compile(r"\b(?:tai day|o day|noi day|noi nay|tinh nay|dia phuong nay|thanh pho nay)\b")


def _place_before(paragraph: Paragraph, clause: Span) -> str | None:
    """The province that the words before a clause named last."""
    earlier = [m for m in paragraph.provinces if m.start < clause[0]]
    if earlier:
        return earlier[-1].name
    above = paragraph.document.text[max(0, paragraph.start - BEFORE) : paragraph.start]
    return next((mention.name for mention in reversed(find_provinces(above))), None)


def _bracket(paragraph: Paragraph, offset: int) -> int | None:
    """Where the bracket opens that an offset stands in; None outside brackets."""
    opened = paragraph.text.rfind("(", 0, offset)
    return opened if opened > paragraph.text.rfind(")", 0, offset) else None


@kept
def district_of(paragraph: Paragraph, span: Span) -> str | None:
    """The district a span is limited to, None when it tells of the whole province."""
    clause = paragraph.clause_at(span[0])
    first = 0 if paragraph.cells else clause[0]
    for (start, _), name in paragraph.districts:
        if first <= start < span[0]:
            return name
    own = paragraph.document.district
    if own:
        text = paragraph.text
        sentence = paragraph.sentence_at(span[0])
        if "tỉnh" in text[sentence[0] : sentence[1]].lower():
            return None
        if any(name == own and start < span[0] for (start, _), name in paragraph.districts):
            return own
    return None

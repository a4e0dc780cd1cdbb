"""Where a sentence counts up what is asked for: "Sáu loại lệ phí nói trên gồm: …"."""

import re

from index.vietnamese import Span
from qa.readers.reading import Reading
from qa.texts.paragraph import Paragraph
from qa.words.terms import Unit

OPENER = re.compile(
    r"\b(?:bao gồm|gồm có|gồm|như|đó là|là|trên|về|với|trong|cụ thể|trong đó|tập trung(?: vào)?|qua)\b|:",
    re.IGNORECASE,
)
NEXT = re.compile(r"[,;]\s|\s(?:và|hoặc|cùng)\s")
# Openers that hardly stand for anything else.
_SURE = re.compile(r"\b(?:bao gồm|gồm có|gồm|như|đó là|là)\b\s*:?|:", re.IGNORECASE)
_ASKING = frozenset({"nao", "gi"})
# "như thế nào", "bằng cách nào" ask for no thing; "làm gì" neither.
_MANNER = frozenset({"the", "cach", "lam", "la"})
# So many units before the opener the thing counted up is named.
NEAR, LONGEST_HEAD = 9, 3
COUNTED_UP = 1.3


def counted_up(reading: Reading, paragraph: Paragraph, span: Span) -> float:
    """Whether a span names what the question asks for and counts several of it up."""
    head = _head(reading)
    if not head:
        return 1.0
    text = paragraph.text
    for opener in _SURE.finditer(text, *span):
        if not NEXT.search(text, opener.end(), span[1]):
            break
        last = paragraph.unit_at(opener.start())
        first = max(paragraph.unit_at(span[0]), last - NEAR)
        places = {at for unit in head for at, _ in reading.matcher.positions(unit, paragraph)}
        if any(first <= at < last for at in places):
            return COUNTED_UP
    return 1.0


def _head(reading: Reading) -> list[Unit]:
    """The units of the noun before "nào" or "gì": "loại lệ phí" in "những loại lệ phí nào"."""
    units = reading.question.units
    start = reading.question.focus[0]
    at = next(
        (at for at, unit in enumerate(units) if unit.folded in _ASKING and unit.end > start), None
    )
    if at is None or (at and units[at - 1].folded in _MANNER):
        return []
    head: list[Unit] = []
    # "thông với trục nào": what stands before a link is no part of the noun.
    for unit in reversed(units[max(0, at - LONGEST_HEAD) : at]):
        if unit.is_stop and head:
            break
        head += [] if unit.is_stop or unit.kind != "word" else [unit]
    return head

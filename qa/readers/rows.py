"""Names in a row: where one of "Viettel, MobiFone và VinaPhone" answers, the others do too."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from index.vietnamese import LOWER, UPPER, Span
from qa.readers.countries import countries
from qa.readers.reading import Candidate, quote_around
from qa.texts.organizations import organizations
from qa.texts.paragraph import Paragraph
from qa.texts.people import everyone

_BETWEEN = re.compile(
    r"\s*(?:[,;]|[,;]?\s(?:và|cùng|với|hay|hoặc|&))\s*"
    r"(?:(?:các\s)?(?:ông|bà|anh|chị|đồng chí|GS|PGS|TS|ThS|BS|KTS|LS|tỉnh|nước)\.?\s*)*(?:[-–]\s)?",
    re.IGNORECASE,
)
LONGEST = 160

Spans = Callable[[Paragraph], Sequence[Span]]


# A name beside another is one whatever its family name is.
_NO_NAMES = frozenset(
    "Phó Chủ Giám Bí Trưởng Ủy Uỷ Tỉnh Ông Bà Thường Nguyên Thứ Bộ Tổng Cục Sở Ban Hội Đảng Trung Công Văn Đại".split()
)
_NAME = re.compile(rf"\b[{UPPER}][{LOWER}]+(?:\s[{UPPER}][{LOWER}]+){{1,3}}\b")


def _people(paragraph: Paragraph) -> list[Span]:
    found = [person.name for person in everyone(paragraph.text)]
    places = {(mention.start, mention.end) for mention in paragraph.provinces}
    places |= {span for span, _ in paragraph.districts}
    held = [
        match.span()
        for match in _NAME.finditer(paragraph.text)
        if match.group().split()[0] not in _NO_NAMES and match.span() not in places
    ]
    return found + [span for span in held if not any(a < span[1] and span[0] < b for a, b in found)]


def _organizations(paragraph: Paragraph) -> list[Span]:
    return [one.span for one in organizations(paragraph.text)]


_NAMED: dict[str, Spans] = {
    "person": _people,
    "organization": _organizations,
    "country": lambda paragraph: countries(paragraph.text),
}


def with_row(asks: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, best first, the best one with the names in a row with it."""
    best = candidates[0]
    named = _NAMED.get(asks)
    if named is None or best.text != best.paragraph.text[slice(*best.span)]:
        return list(candidates)
    row = row_around(best.paragraph.text, named(best.paragraph), best.span)
    if row == best.span or row[1] - row[0] > LONGEST:
        return list(candidates)
    quote = quote_around(best.paragraph, row)
    quote = min(quote[0], best.quote[0], row[0]), max(quote[1], best.quote[1], row[1])
    whole = replace(best, span=row, quote=quote, text=best.paragraph.text[slice(*row)])
    rest = [
        one
        for one in candidates[1:]
        if one.paragraph is not best.paragraph or not row[0] <= one.span[0] < row[1]
    ]
    return [whole, *rest]


def row_around(text: str, spans: Sequence[Span], span: Span) -> Span:
    """The span widened to the names that stand in a row with it."""
    beside = {one for one in spans if one[1] <= span[0] or span[1] <= one[0]}
    for row in rows(text, sorted({*beside, span}), _BETWEEN):
        if row[0] <= span[0] < row[1]:
            return row
    return span


def rows(text: str, spans: Sequence[Span], between: re.Pattern[str]) -> list[Span]:
    """Spans, in order, joined where nothing but `between` stands from one to the next."""
    found: list[Span] = []
    for start, end in spans:
        if found and start < found[-1][1]:
            continue
        if found and between.fullmatch(text[found[-1][1] : start]):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found

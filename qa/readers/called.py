"""Whom a question names: in full, or by the end of the name ("ông Tám")."""

import re
from functools import lru_cache

from index.vietnamese import LOWER, UPPER, Span, fold
from qa.paragraph import Paragraph
from qa.people import Person, people
from qa.question import Question
from qa.readers.reading import Reading, quote_around

SHORT_NAME = re.compile(
    rf"(?:ông|bà|đồng chí|anh|chị|Ông|Bà|Đồng chí)\s(?P<name>[{UPPER}][{LOWER}]+(?:\s[{UPPER}][{LOWER}]+)*)"
)
# How far above a paragraph the one is named whom it goes on about.
ABOVE = 600
# Before someone named beside the one asked about.
_BESIDE = re.compile(
    r"(?<!\w)(?:vụ|vụ án|của|với|cùng|thay|thay cho|thay thế|kế nhiệm|sau khi|trước khi|khi|lúc|cho|gặp|bởi|do|vợ"
    r"|chồng|con|mừng|tiễn|thăm|cạnh|sau|trước|và) (?:cựu |nguyên )?(?:(?:ông|bà|anh|chị|đồng chí|bị can|bị cáo) )?$"
)


def is_called(reading: Reading, paragraph: Paragraph, person: Person) -> bool:
    """Whether the question calls the person by the end of the name ("ông Tám")."""
    called = SHORT_NAME.search(reading.question.text)
    name = paragraph.text[slice(*person.name)]
    return called is not None and name.endswith(f" {called['name']}")


def is_asked_about(reading: Reading, paragraph: Paragraph, person: Person) -> bool:
    """Whether the question names the person in full."""
    name = fold(paragraph.text[slice(*person.name)])
    asked = reading.question.plain
    return name in asked and re.search(rf"\b{re.escape(name)}\b", asked) is not None


def is_beside(question: Question, name: str) -> bool:
    """Whether the question names someone only beside another one that it asks about: "bà A trong
    vụ án ông B"."""
    asides = _asides(question.text)
    return name in asides and len(asides) < len(
        {_name(question.text, p) for p in people(question.text)}
    )


@lru_cache(maxsize=16)
def _asides(question: str) -> frozenset[str]:
    """Those whom a question names behind a word that puts them beside someone."""
    named = people(question)
    first = {_name(question, person): person for person in reversed(named)}
    return frozenset(
        name
        for name, person in first.items()
        if _BESIDE.search(
            question[: min([person.name[0], *(o[0] for o in person.offices)])].lower()
        )
    )


def _name(text: str, person: Person) -> str:
    return text[slice(*person.name)]


def is_told_of(reading: Reading, paragraph: Paragraph, at: int) -> bool:
    """Whether the one named last before a place, in the paragraph or above it, is asked about."""
    named = _last_named(paragraph.text[:at])
    if not named:
        start = max(0, paragraph.start - ABOVE)
        named = _last_named(paragraph.document.text[start : paragraph.start])
    return (
        bool(named)
        and re.search(rf"\b{re.escape(fold(named))}\b", reading.question.plain) is not None
    )


def _last_named(text: str) -> str:
    """Who is named last in a text, in full or not."""
    named = people(text)
    if not named:
        return ""
    last = named[-1].name
    short = list(SHORT_NAME.finditer(text, last[1]))
    return short[-1]["name"] if short else text[slice(*last)]


def person_quote(paragraph: Paragraph, person: Person) -> Span:
    """The clause of a name with all of its offices."""
    start = min([person.name[0], *(office[0] for office in person.offices)])
    end = max([person.name[1], *(office[1] for office in person.offices)])
    clause = quote_around(paragraph, (start, end))
    return min(clause[0], start), max(clause[1], end)

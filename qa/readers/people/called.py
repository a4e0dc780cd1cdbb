"""Whom a question names: in full, or by the end of the name ("ông Tám")."""

import re
from functools import lru_cache
from itertools import takewhile

from index.vietnamese import LOWER, UPPER, Span, fold
from qa.questions.question import Question
from qa.readers.reading import Reading, quote_around
from qa.texts.paragraph import Paragraph
from qa.texts.people import Person, people
from qa.words.wordlists import words

SHORT_NAME = re.compile(
    rf"(?:ông|bà|đồng chí|anh|chị|Ông|Bà|Đồng chí)\s(?P<name>[{UPPER}][{LOWER}]+(?:\s[{UPPER}][{LOWER}]+)*)"
)
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# A name is called by so many of its last words at most.
LONGEST_CALLED = 3
# How far above a paragraph the one is named whom it goes on about.
ABOVE = 600
# Before someone named beside the one asked about.
_BESIDE = re.compile(
    r"(?<!\w)(?:vụ|vụ án|của|với|cùng|thay|thay cho|thay thế|kế nhiệm|sau khi|trước khi|khi|lúc|cho|gặp|bởi|do|vợ"
    r"|chồng|con|mừng|tiễn|thăm|cạnh|sau|trước|và) (?:cựu |nguyên )?(?:(?:ông|bà|anh|chị|đồng chí|bị can|bị cáo) )?$"
)


def is_called(reading: Reading, paragraph: Paragraph, person: Person) -> bool:
    """Whether the question calls the person by the end of the name ("ông Tám", "ong tam")."""
    question = reading.question
    called = endings_called(question)
    if not called:
        return False
    name = paragraph.text[slice(*person.name)]
    said = (fold(name) if question.folded else name.lower()).split()
    return any(" ".join(said[at:]) in called for at in range(1, len(said)))


def endings_called(question: Question) -> frozenset[str]:
    """What may be the ends of names behind a title in a question, in small letters; of a name in
    capitals the whole of it."""
    return _endings(question.text, question.folded)


@lru_cache(maxsize=16)
def _endings(text: str, folded: bool) -> frozenset[str]:
    found: set[str] = set()
    said = fold(text) if folded else text.lower()
    for title in _titles(folded).finditer(said):
        behind = [word.group() for word in _WORDS.finditer(text, title.end())][:LONGEST_CALLED]
        capitals = list(takewhile(lambda word: word[0].isupper(), behind))
        if capitals:
            found.add(" ".join(capitals).lower())
        elif text[title.end() :].strip():
            small = [fold(word) if folded else word.lower() for word in behind]
            found.update(" ".join(small[:length]) for length in range(1, len(small) + 1))
    return frozenset(found)


@lru_cache(maxsize=2)
def _titles(folded: bool) -> re.Pattern[str]:
    """Titles before a name; of those without accents that are other words too ("chi" is "chỉ", "có"
    is "cô") only at the question's start."""
    ranks = [word for word in words("professions.txt") if word == word.lower() and " " in word]
    if folded:
        ranked = "|".join(fold(word) for word in ranks)
        return re.compile(rf"\b(?:ong|ba|dong chi|{ranked})\s|^\W*(?:anh|chi|co|thay|bac)\s")
    return re.compile(rf"\b(?:ông|bà|đồng chí|anh|chị|cô|thầy|chú|bác|cụ|{'|'.join(ranks)})\s")


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


# "Ông A tên thật là B": one, by two names.
_OTHER_NAME = re.compile(
    r"\b(?:tên (?:thật|khai sinh|đầy đủ|cúng cơm)|bí danh|bút danh|nghệ danh|pháp danh)\s(?:\w+\s){0,3}$"
)


def _last_named(text: str) -> str:
    """Who is named last in a text, in full or not."""
    named = people(text)
    if not named:
        return ""
    last = named[-1].name
    if len(named) > 1 and _OTHER_NAME.search(text, named[-2].name[1], last[0]):
        last = named[-2].name
    short = list(SHORT_NAME.finditer(text, last[1]))
    return short[-1]["name"] if short else text[slice(*last)]


def person_quote(paragraph: Paragraph, person: Person) -> Span:
    """The clause of a name with all of its offices."""
    start = min([person.name[0], *(office[0] for office in person.offices)])
    end = max([person.name[1], *(office[1] for office in person.offices)])
    clause = quote_around(paragraph, (start, end))
    return min(clause[0], start), max(clause[1], end)

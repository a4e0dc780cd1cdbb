"""Whose real name is asked for: "Tám Mía tên thật là gì" is told by "Lê Văn Tám (Tám Mía)"."""

import re

from index.vietnamese import fold
from qa.readers.reading import Reading
from qa.texts.paragraph import Paragraph
from qa.texts.people import Person

# Someone who is told to be called as the question calls them, and one who is not.
CALLED_SO, NOT_CALLED = 1.25, 0.4
_ASKED = re.compile(r"\b(?:ten that|ho ten that|danh tinh that)\b")
# Behind a name how its bearer is called, and before it that it is the real one.
_ALIAS = re.compile(
    r"\s?(?:\(|,|-|–)?\s?(?:(?:tức(?: là)?|hay|còn gọi là|hay còn gọi là|thường gọi là|biệt danh|biệt hiệu|bí danh"
    r"|nghệ danh|bút danh)\s)?[\"“(]?(?P<alias>[^()]{2,30}?)\)"
    r"|,?\s(?:tức(?: là)?|hay còn gọi là|còn gọi là|biệt danh|bí danh|nghệ danh|bút danh)\s(?P<told>[^,.;()]{2,30})"
)
_REAL = re.compile(r"(?:tên thật|tên khai sinh|tên đầy đủ)(?: của \w+)?(?: là|:)?\s$")
_WORDS = re.compile(r"\w+")


def asks_real_name(reading: Reading) -> bool:
    """Whether the question asks for someone's real name."""
    return _ASKED.search(reading.question.plain) is not None


def alias_fit(reading: Reading, paragraph: Paragraph, person: Person) -> float:
    """How far someone may be whose real name is asked for."""
    if _REAL.search(paragraph.text[: person.name[0]]):
        return CALLED_SO
    alias = _ALIAS.match(paragraph.text, person.name[1])
    said = _WORDS.findall(fold(alias["alias"] or alias["told"])) if alias else []
    asked = _WORDS.findall(reading.question.plain)
    return CALLED_SO if said and all(word in asked for word in said) else NOT_CALLED

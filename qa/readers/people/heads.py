"""Whom a question names by what they are: "tài xế … tên gì", "chủ xe … là ai"."""

import re

from index.vietnamese import fold
from qa.readers.reading import Reading
from qa.texts.paragraph import Paragraph
from qa.texts.people import Person

# Someone of an office who is not said to be what the question names.
OTHER_HEAD = 0.5
# So many units before a name, and so many behind it, tell who that is.
_BEFORE, _BEHIND = 6, 4
_ASKS_NAME = re.compile(
    r"\b(?:ten(?: la)? gi|la ai|la (?:ong|ba|nguoi|vi|anh|chi) nao)\W*(?:vay|the|nhi)?\W*$|^\W*(?:ho |ho va )?ten cua\b"
)
_BEFORE_HEAD = re.compile(
    r"^\W*(?:(?:ho |ho va )?ten cua\s)?(?:(?:ong|ba|anh|chi|co|vi|dong chi|mot|hai|ba|bon|nam|nhung|cac|\d+)\s)*"
)
# Whoever it is may hold any office.
_ANYONE = re.compile(r"(?:nguoi|ai|lanh dao|can bo dung dau|nhan vat)\b")


def head_fit(reading: Reading, paragraph: Paragraph, person: Person) -> float:
    """How far someone of an office may be whom the question names by something else."""
    question = reading.question
    plain = fold(question.text)
    if (person.sure and not person.offices) or not _ASKS_NAME.search(plain):
        return 1.0
    start = _BEFORE_HEAD.match(plain).end()  # type: ignore[union-attr]
    if _ANYONE.match(plain, start):
        return 1.0
    head = next((unit for unit in question.units if unit.start >= start), None)
    if head is None:
        return 1.0
    first, last = paragraph.unit_at(person.name[0]), paragraph.unit_at(person.name[1])
    low, high = map(paragraph.unit_at, paragraph.sentence_at(person.name[0]))
    near = paragraph.units[max(low, first - _BEFORE) : first]
    near += paragraph.units[last : min(high, last + _BEHIND)]
    key = reading.matcher.key
    said = any(key(unit) == key(head) or unit.group == head.group >= 0 for unit in near)
    return 1.0 if said else OTHER_HEAD

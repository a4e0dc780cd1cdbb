"""Whose relative is asked for: "Vợ chủ tịch xã là ai?" asks for no chairman."""

import re

from qa.readers.reading import Reading
from qa.texts.paragraph import Paragraph
from qa.texts.people import Person

# Someone who is not told to be the relative asked for.
NO_RELATIVE = 0.2
_KIN = (
    r"(?:vợ|chồng|(?:con|em|anh|chị|cháu)(?: (?:trai|gái|ruột|rể|dâu|vợ|chồng|họ))+"
    r"|mẹ(?: (?:ruột|vợ|chồng))?|bố(?: vợ| chồng)?|cha|thông gia|tài xế|thư ký)"
)
_ASKED = re.compile(
    rf"(?:^\W*|\b(?:là|của|cho|người) )(?P<kin>{_KIN})(?: của)? (?:ông|bà|anh|chị|cụ|ngài|vị"
    r"|bộ trưởng|thứ trưởng|thủ tướng|chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|bí thư|trưởng|hiệu trưởng)\b",
    re.IGNORECASE,
)
BEFORE, BEHIND = 40, 30


def asked_relative(question: str) -> str:
    """What relative of someone a question asks for, in small letters; empty for none."""
    found = _ASKED.search(question)
    return found["kin"].lower() if found else ""


def relative_fit(reading: Reading, paragraph: Paragraph, person: Person) -> float:
    """How far someone may be the relative that is asked for: who is called so beside the name."""
    kin = asked_relative(reading.question.text)
    if not kin:
        return 1.0
    start, end = paragraph.sentence_at(person.name[0])
    before = paragraph.text[max(start, person.name[0] - BEFORE) : person.name[0]].lower()
    behind = paragraph.text[person.name[1] : min(end, person.name[1] + BEHIND)].lower()
    called = re.compile(rf"\b{kin}\b")
    told = called.search(behind) or any(
        not _SOMEONE.search(before, match.end()) for match in called.finditer(before)
    )
    return 1.0 if told else NO_RELATIVE


# Behind "vợ ông" stands whose wife it is.
_SOMEONE = re.compile(r"\b(?:ông|anh|chủ tịch|giám đốc|bí thư|bộ trưởng)\b")

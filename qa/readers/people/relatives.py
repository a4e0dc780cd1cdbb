"""Whose relative is asked for: "Vợ chủ tịch xã là ai?" asks for no chairman."""

import re

from index.vietnamese import LOWER, UPPER
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
    r"|(?:tân |cựu |nguyên |đương kim |phó )?(?:bộ trưởng|thứ trưởng|thủ tướng|tổng thống|chủ tịch|giám đốc|bí thư"
    r"|trưởng|hiệu trưởng))\b",
    re.IGNORECASE,
)
# "Cha của A Văn B": someone's who is called by the name alone.
_OF_NAME = re.compile(rf"^\W*(?P<kin>(?i:{_KIN})) của (?=[{UPPER}][{LOWER}]+ [{UPPER}])")
# What the other one is called: "A là con trai của B" tells who A's father is.
_CONVERSES = {
    "cha": "con", "bố": "con", "mẹ": "con", "mẹ ruột": "con", "con": "(?:cha|bố|mẹ)", "vợ": "chồng", "chồng": "vợ",
    "anh": "em", "chị": "em", "em": "(?:anh|chị)", "cháu": "(?:ông|bà|chú|bác|cô|dì|cậu)",
}  # fmt: skip
_MORE_KIN = r"(?: (?:trai|gái|ruột|đẻ|cả|út|thứ))*"
BEFORE, BEHIND = 40, 30


def asked_relative(question: str) -> str:
    """What relative of someone a question asks for, in small letters; empty for none."""
    found = _ASKED.search(question) or _OF_NAME.search(question)
    return found["kin"].lower() if found else ""


def relative_fit(reading: Reading, paragraph: Paragraph, person: Person) -> float:
    """How far someone may be the relative that is asked for: who is called so beside the name."""
    kin = asked_relative(reading.question.text)
    if not kin:
        return 1.0
    start, end = paragraph.sentence_at(person.name[0])
    before = paragraph.text[max(start, person.name[0] - BEFORE) : person.name[0]].lower()
    behind = paragraph.text[person.name[1] : min(end, person.name[1] + BEHIND)]
    behind = _OTHER_NAMED.split(behind)[0].lower()  # "ông A nói bà B, vợ ông": B's
    called = re.compile(rf"\b{kin}\b")
    told = called.search(behind) or any(
        not _SOMEONE.search(before, match.end()) for match in called.finditer(before)
    )
    return 1.0 if told or _is_told_of_other(before, kin) else NO_RELATIVE


def _is_told_of_other(before: str, kin: str) -> bool:
    """Whether the words before a name tell that another is the one's child, husband or the like."""
    converse = _CONVERSES.get(kin) or _CONVERSES.get(kin.split()[0])
    if converse is None:
        return False
    return (
        re.search(rf"\blà {converse}{_MORE_KIN} (?:của )?(?:[^\W\d]+ ){{0,4}}$", before) is not None
    )


_OTHER_NAMED = re.compile(rf"(?=[{UPPER}])")
# Behind "vợ ông" stands whose wife it is.
_SOMEONE = re.compile(r"\b(?:ông|anh|chủ tịch|giám đốc|bí thư|bộ trưởng)\b")

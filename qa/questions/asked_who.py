"""Whether a question names someone and asks who that is: "Ông Lê Văn A là ai?"."""

import re

from index.vietnamese import LOWER, UPPER, Span
from qa.texts.people import people

_LEAD = re.compile(
    r".*[,:]|\W|\b(?:ông|bà|đồng chí|anh|chị|người tên|cho (?:tôi )?(?:hỏi|biết)|xin hỏi|cụ|theo báo cáo)\b"
)
_IS_ENDS = re.compile(r"(?<!tên )\blà\s*$")
# "Ông Sửu là ai": one called by the last word of the name.
_CALLED_WHO = re.compile(
    rf"\W*(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Tt]hầy|[Đđ]ồng chí)(?:\s[{UPPER}][{LOWER}]*){{1,2}}\slà\s"
)


def is_asked_who(question: str, focus: Span) -> bool:
    """Whether a question names a person and asks who that is ("Ông Lê Văn A là ai?")."""
    for person in people(question):
        between = question[person.name[1] : focus[0]].lower()
        lead = _LEAD.sub("", question[: person.name[0]].lower())
        asks_after = person.name[1] <= focus[0] and not lead and _IS_ENDS.search(between)
        asks_before = person.name[0] >= focus[1] and re.fullmatch(
            r"\s*là\s*(?:ông|bà|đồng chí|anh|chị)?\s*", question[focus[1] : person.name[0]].lower()
        )
        if not person.offices and (asks_after or asks_before):
            return True
    called = _CALLED_WHO.match(question, 0, focus[0])
    return called is not None and called.end() == focus[0]

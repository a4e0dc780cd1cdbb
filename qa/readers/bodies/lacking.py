"""Who does not, where that is asked: "Những cơ quan nào chưa có …" is told by "UBND các huyện chưa có …".

Those without a name are told by what they are called.
"""

import re
from functools import lru_cache

from index.vietnamese import LOWER, Span
from qa.readers.bodies.kinds import LEADERS, group
from qa.readers.denied import DENIAL, asks_who_does_not
from qa.readers.reading import Candidate, Reading, span_candidate
from qa.texts.paragraph import Paragraph

# A body with a name is told of more surely.
UNNAMED = 0.9
# What the question asks for by a noun that any body may have.
_ANY = re.compile(r"\b(?:co quan|don vi|ben|cap|to chuc|noi)\b[^,?]*?\bnao\b|\bai\b")
# "Một số đơn vị chưa …", "5 đơn vị chưa …" tell none of them.
_NO_SUBJECT = re.compile(r"^(?:một số|một vài|nhiều|có|vài|còn|vẫn còn|\d+)\s", re.IGNORECASE)


def read_lacking(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The bodies that a paragraph says by their kind not to have or to do what is asked."""
    if not _ANY.search(reading.question.plain) or not asks_who_does_not(reading):
        return []
    return [
        span_candidate(reading, paragraph, span, span, {"unnamed": UNNAMED})
        for span in _subjects(paragraph)
        if paragraph.folded[slice(*span)] not in reading.question.plain
    ]


def _subjects(paragraph: Paragraph) -> list[Span]:
    """Who opens a sentence, or a part of one, and is said not to."""
    return [
        match.span("who")
        for match in _opening().finditer(paragraph.text)
        if not _NO_SUBJECT.match(match["who"]) and DENIAL.match(paragraph.text, match.start("not"))
    ]


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    """A group that opens a sentence or a part of one, and the denial behind it."""
    body = rf"(?:{group()}|{LEADERS})"
    return re.compile(
        rf"(?:^|[.;:–-]\s|(?<!\w)(?:do|vì|[Cc]òn|và|[Rr]iêng|rằng|thì|bù lại|trong khi|nhưng|song"
        rf"|[Tt]uy nhiên,?|[Hh]iện|[Hh]iện nay,?|[Đđ]ến nay,?)\s)"
        rf"(?P<who>(?:(?:các|nhóm|những|mọi|cả|tất cả|toàn bộ|hầu hết|phần lớn|đa số)\s(?:các\s)?)?"
        rf"(?i:{body})(?!\w)(?:,?\s(?!(?:chưa|không|chẳng|vẫn|đều|đã|được|có|bị|phải|cần)\b)[{LOWER}\d]+){{0,9}}?)"
        rf",?\s(?:(?:vẫn|đều|hiện|cũng|hãy|còn|đến nay|hiện nay|cơ bản|hầu như|thực sự)\s)*"
        rf"(?=(?P<not>chưa|không|chẳng)\s)",
    )

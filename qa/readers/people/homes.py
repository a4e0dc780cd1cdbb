"""Where someone comes from: "… quê ở đâu", "… là người tỉnh nào". Only what is told as that home answers."""

import re

from index.vietnamese import LOWER, UPPER, Span
from qa.questions.question import Question
from qa.readers.people.called import is_told_of
from qa.readers.reading import Candidate, Reading, quote_around
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt

TOLD = 0.95
# "quê ở đâu", "quê quán của ông là tỉnh nào", "là người tỉnh nào", "sinh ra ở đâu".
_ASKED = re.compile(
    r"(?<!ve )(?<!lang )(?<!dong )(?<!cho )\b(?:que(?: quan| goc| nha)?|nguyen quan|nguoi goc)(?: \w+){0,6}$"
    r"|\bnguoi(?: o)?\s*$|\bla (?:nguoi|dan)(?: goc)?(?: o| den tu)?\s*$"
    r"|\bsinh ra(?: va lon len)?(?: o| tai)?\s*$|\b(?:sinh|chao doi)(?: o| tai)?\s*$"
)
_SOMEONE = Spelt(r"\b(?:ông|bà|anh|chị|cô|thầy|cụ|đồng chí|gs|ts|giáo sư|tiến sĩ|bác sĩ) ")
_WHERE = re.compile(r"\b(?:dau|nao)$")
_TYPE = r"(?:(?:tỉnh|thành phố|TP\.?|huyện|quận|xã|phường|thị xã|thị trấn|thôn|làng|vùng|miền)\s?)?"
_NAME = rf"{_TYPE}[{UPPER}][{LOWER}]+(?:\s[{UPPER}][{LOWER}]+)*"
_HOME = re.compile(
    r"(?<!\w)(?:[Qq]uê(?:\s(?:quán|gốc|nhà|hương))?|[Nn]guyên quán|(?:[Ll]à\s)?người gốc"
    r"|[Ss]inh (?:ra|trưởng)(?: và lớn lên)?|[Ss]inh(?= (?:tại|ở))|[Ss]inh năm \d{4}(?= (?:tại|ở)))"
    rf"(?:\s(?:ở|tại|là|của ông|của bà|ông|bà|gốc))*:?\s(?P<place>{_NAME}(?:\s?[,\-–]\s{_NAME})*)"
)
_FROM = re.compile(rf"(?<!\w)là người (?P<place>{_NAME})")


def asks_home(question: Question) -> bool:
    """Whether the home of someone named is asked for."""
    start, end = question.focus
    return (
        _WHERE.search(question.plain, start, end) is not None
        and _ASKED.search(question.plain[:start].rstrip(" ,")) is not None
        and (bool(question.names) or _SOMEONE.search(question.text) is not None)
    )


def read_homes(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The places that a paragraph tells as the home of the one asked about."""
    found = []
    places = {mention.start: mention.name for mention in paragraph.provinces}
    for match in [*_HOME.finditer(paragraph.text), *_FROM.finditer(paragraph.text)]:
        span: Span = match.span("place")
        named = next((name for at, name in places.items() if span[0] <= at < span[1]), None)
        if match.re is _FROM and named is None:
            continue
        if not is_told_of(reading, paragraph, match.start()):
            continue
        found.append(
            Candidate(
                paragraph=paragraph,
                span=span,
                quote=quote_around(paragraph, (match.start(), span[1])),
                text=paragraph.text[slice(*span)],
                score=TOLD,
                place=named,
                signs={"told": TOLD},
            )
        )
    return found

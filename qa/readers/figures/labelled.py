"""Numbers that name a thing as answers: "tuyến xe buýt số mấy", "gió cấp mấy"."""

import re

from index.vietnamese import Span
from qa.readers.reading import Candidate, Reading, span_candidate
from qa.texts.paragraph import Paragraph

# "số mấy", "cấp mấy" as words with accents, at the end of what is asked: "cấp mấy chữ ký" counts.
_ASKED = re.compile(
    r"\b(?P<head>số|cấp|tầng|lớp|khóa|khoá|quốc lộ|tuyến|vòng) mấy\b"
    r"(?=\W*$|,| (?:của|ở|tại|trong|vậy|thế|nhỉ|vào|thì)\b)"
)
_NUMBER = r"\d{1,4}[a-z]?(?:\s?[-–]\s?\d{1,2})?"
# "trên 90" behind it counts something else.
_END = r"(?![\d.,]*\d|[%/\w])"


def asks_label(reading: Reading) -> str:
    """The word whose number is asked for, empty where something is counted."""
    found = _ASKED.search(reading.question.text.lower())
    return found["head"] if found else ""


def read_labelled(reading: Reading, paragraph: Paragraph, head: str) -> list[Candidate]:
    """The numbers of a paragraph that stand behind the asked word, said with it."""
    told = re.compile(rf"\b{head} {_NUMBER}{_END}", re.IGNORECASE)
    spans: list[Span] = [match.span() for match in told.finditer(paragraph.text)]
    owners = reading.territories(paragraph, spans)
    return [span_candidate(reading, paragraph, span, span, {}, owners[span]) for span in spans]

"""Which time it is as an answer: "mấy lần liên tiếp", "lần thứ mấy" ↔ "lần thứ 11"."""

import re

from qa.questions.question import Question
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt
from qa.words.terms import Unit

# The unit of such a figure: not one that stands behind it.
NTH = "lan thu"
_VALUES = dict(
    zip("nhất hai ba tư năm sáu bảy tám chín mười".split(), map(float, range(1, 11)), strict=True)
)
_NTH = re.compile(
    rf"(?<!\w)lần thứ (?P<number>\d{{1,3}}|{'|'.join(_VALUES)})(?![\w.,/]*\d)(?!\w)", re.I
)
_TIMES = Spelt(r"lần\b")
_ASKED = Spelt(r"lần thứ (?:mấy|bao nhiêu)\b")


def asks_which_time(question: Question) -> bool:
    """Whether the question word asks which time it is: "lần thứ mấy"."""
    return _ASKED.match(question.text, question.focus[0]) is not None


def counts_times(question: Question, noun: list[Unit]) -> bool:
    """Whether what is counted are times: "mấy lần"."""
    return bool(noun) and _TIMES.match(question.text, noun[0].start) is not None


def nth_in(paragraph: Paragraph) -> list[Figure]:
    """The times that a paragraph numbers, in order."""
    found = []
    for match in _NTH.finditer(paragraph.text):
        number = match["number"].lower()
        value = _VALUES[number] if number in _VALUES else float(number)
        found.append(Figure(match.span("number"), match.span(), "count", "achieved", NTH, value))
    return found

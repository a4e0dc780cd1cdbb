"""The digital transformation index (DTI) and its parts: a part's score is not the whole's."""

from qa.readers.reading import Reading
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt

# The pillars of the index and what it calls their ground, as the ministry that makes it names them.
_PART = Spelt(
    r"\b(?:(?:chính quyền|kinh tế|xã hội|hạ tầng|nhận thức|thể chế|nhân lực|nền tảng) số"
    r"|an toàn thông tin(?: mạng)?)\b"
)
_WHOLE = Spelt(r"\b(?:dti|chuyển đổi số|cđs|cds)\b")
_KINDS = ("score", "rank")
OF_A_PART = 0.5


def component_fit(reading: Reading, paragraph: Paragraph, figure: Figure) -> float:
    """How far a score or a rank is of as much of the index as is asked about."""
    question = reading.question
    if question.asks not in _KINDS or figure.kind not in _KINDS:
        return 1.0
    if not _WHOLE.search(question.text) or _PART.search(question.text):
        return 1.0
    start, _ = paragraph.clause_at(figure.span[0])
    return OF_A_PART if _PART.search(paragraph.text, start, figure.span[0]) else 1.0

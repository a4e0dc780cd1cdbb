"""Whether a figure counts those that do or those that do not: "3 thủ tục chưa có ai nộp"."""

import re
from collections.abc import Sequence

from index.vietnamese import Span
from qa.paragraph import Paragraph, kept
from qa.readers.reading import Reading

# Of those that do where the others are asked for; of those asked for.
AFFIRMED, DENIED = 0.8, 1.15

# Not "không quá 5 ngày", "không gian", "không dùng tiền mặt", "không chỉ".
_DENIES = (
    r"\b(?:chưa|(?<!hàng )không|chẳng)\b(?! (?:quá|dưới|chỉ|những|kể|gian|khí|dùng tiền|tiền mặt|giấy|phận|còn|ít|biết"
    r"|thể|bao giờ|đến|tới|đầy|hoàn)\b)"
)
_DENIED = re.compile(_DENIES, re.IGNORECASE)
_PLAIN = re.compile(
    r"\b(?:chua|khong|chang)\b(?! (?:qua|duoi|chi|nhung|gian|khi|dung tien|giay|con|it))"
)
# "có … không", "… chưa?" ask whether.
_WHETHER = re.compile(r"\b(?:không|chưa|khong|chua)\W*$", re.IGNORECASE)
_PAUSE = re.compile(r"[,;:()]\s|\d")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def denial_fit(reading: Reading, paragraph: Paragraph, span: Span, rivals: Sequence[Span]) -> float:
    """How well the words around a figure deny what the question denies; `rivals` are the figures
    of the paragraph."""
    if not asks_denied(reading):
        return 1.0
    if is_denied(paragraph, span):
        return DENIED
    start, end = paragraph.sentence_at(span[0])
    beside = any(start <= one[0] < end and is_denied(paragraph, one) for one in rivals)
    return AFFIRMED if beside else 1.0


def asks_denied(reading: Reading) -> bool:
    """Whether a question asks of those that do not."""
    question = reading.question
    asked = _WHETHER.sub("", question.text)
    return (_PLAIN if question.folded else _DENIED).search(asked) is not None


@kept
def is_denied(paragraph: Paragraph, span: Span) -> bool:
    """Whether words around a figure deny: before it from the last pause on, behind it up to the
    next number."""
    start, end = paragraph.sentence_at(span[0])
    text = paragraph.text
    before = _PAUSE.split(text[start : span[0]])[-1]
    number = _NUMBER.search(text, span[1], end)
    behind = text[span[1] : number.start() if number else end]
    return any(_DENIED.search(words) for words in (before, behind))

"""Doubt at what was just said: "Chắc không, tôi nhớ là 57 mà?"."""

import re

from qa.dialogue.statements import question_word
from qa.dialogue.turns import Turn
from qa.questions.indicators import like, spoken
from qa.questions.question import Question

_DOUBT = (
    r"\b(?:(?:có )?chắc (?:không|chưa|chứ|là|chắn)|chắc$|thật (?:không|sao|à|hả|vậy|chứ|thế)|thật$"
    r"|(?:tôi|mình|em|tui|anh|chị) (?:cứ )?(?:nhớ|tưởng|nghĩ|nghe)|cứ tưởng|tưởng|nghe nói|nhầm không|có nhầm)\b"
)
# A number as it is typed; "hạng 52", "52%".
_VALUE = re.compile(r"\d+(?:[.,/-]\d+)*\s*%?")
# What of the question word a number stands for: "thứ mấy", "bao nhiêu phần trăm".
_FOR_IT = re.compile(
    r"\b(?:mấy|bao nhiêu|nào|gì|may|bao nhieu|nao|gi)\b(?:\s+(?:phần trăm|phan tram))?"
)
# So many words say what is doubted; more are a question of their own.
LONGEST = 12


def doubts(question: Question) -> bool:
    """Whether a question only doubts what was said."""
    if len(question.text.split()) > LONGEST or question.mentions:
        return False
    return bool(spoken(_DOUBT, question.text, question.folded))


def doubted(question: Question, turn: Turn) -> str | None:
    """What was asked before, once more; with a number that is held against the answer, a claim."""
    if not doubts(question):
        return None
    previous = turn.question
    value = _VALUE.search(question.text)
    start = previous.focus[0]
    word = _FOR_IT.search(question_word(previous))
    if value is None or word is None:
        return previous.text
    start, end = start + word.start(), start + word.end()
    claimed = value.group().strip()
    if previous.asks == "date":
        start, end = previous.focus
        claimed = f"{like(previous.text, 'ngày' if '/' in claimed else 'năm')} {claimed}"
    claim = f"{previous.text[:start]}{claimed}{previous.text[end:].rstrip(' ?.')}"
    return f"{claim}, {like(claim, 'đúng không')}?"

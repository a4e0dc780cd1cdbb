"""A question said again without its question word: what it asks about."""

import re

from qa.questions.question import Question

_TAIL = re.compile(
    # "Cao Bằng" is a place.
    r"(?:\s+(?:là|được|đạt|(?<!cao )bằng|tên|do|có|chiếm|khoảng|đứng|xếp|xếp hạng|mức|theo|bởi|vào|với"
    r"|phê duyệt))+\s*$",
    re.IGNORECASE,
)


def statement(previous: Question) -> str:
    """A question without its question word: what it asks about."""
    start, end = previous.focus
    # "huyện nào" asks for a district: the noun stays.
    kept = re.sub(r"\s*\b(?:nào|nao)$", "", previous.text[start:end])
    noun = kept if kept != previous.text[start:end] and previous.asks != "date" else ""
    before = previous.text[:start]
    if previous.asks == "date":
        before = re.sub(r"\s(?:từ|vào|đến|hồi|trong)\s*$", "", before, flags=re.IGNORECASE)
    text = f"{before} {noun} {previous.text[end:]}"
    return _TAIL.sub("", re.sub(r"\s+", " ", text).strip(" ?.,"))


def question_word(question: Question) -> str:
    """The words by which a question asks, as they are typed: "bao nhiêu phần trăm"."""
    return question.text[slice(*question.focus)]

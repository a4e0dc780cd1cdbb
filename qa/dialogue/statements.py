"""A question said again without its question word: what it asks about."""

import re

from qa.questions.question import Question

_TAIL = re.compile(
    r"(?:\s+(?:là|được|đạt|(?<!cao )bằng|tên|do|có|chiếm|khoảng|đứng|xếp|xếp hạng|mức|theo|bởi|vào|với|phê duyệt))+\s*$",
    re.IGNORECASE,
)


def statement(previous: Question) -> str:
    """A question without its question word: what it asks about."""
    start, end = previous.focus
    # "huyện nào" asks for a district: the noun stays.
    kept = re.sub(r"\s*\b(?:nào|nao)$", "", previous.text[start:end])
    noun = kept if kept != previous.text[start:end] else ""
    text = f"{previous.text[:start]} {noun} {previous.text[end:]}"
    return _TAIL.sub("", re.sub(r"\s+", " ", text).strip(" ?.,"))


def question_word(question: Question) -> str:
    """The words by which a question asks, as they are typed: "bao nhiêu phần trăm"."""
    return question.text[slice(*question.focus)]

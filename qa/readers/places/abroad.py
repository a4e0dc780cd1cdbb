"""Provinces and states of other countries: "tỉnh nào của Trung Quốc", "sống ở bang nào"."""

import re

from index.vietnamese import UPPER
from qa.questions.question import Question
from qa.readers.reading import Candidate, Reading, span_candidate
from qa.texts.countries import countries
from qa.texts.paragraph import Paragraph

_ASKED = re.compile(r"\b(?:tinh|bang|vung|khu tu tri|thanh pho|quan) nao$")
_STATE = re.compile(r"\bbang nao$")
_OF = re.compile(r"\s(?:của|ở|tại|bên|thuộc|cua|o|tai|ben|thuoc)\s")
_NAME = rf"[{UPPER}][\w'’-]*(?:\s[{UPPER}][\w'’-]*){{0,2}}"
_TYPED = re.compile(
    rf"(?<!\w)(?P<type>[Tt]ỉnh|(?:[Tt]iểu )?[Bb]ang|[Vv]ùng|[Tt]hành phố|[Qq]uận)\s(?P<name>{_NAME})"
)
_ALIKE = {"tinh": ("tỉnh",), "bang": ("bang", "tiểu bang")}


def asks_abroad(question: Question) -> bool:
    """Whether a part of another country is asked for."""
    start, end = question.focus
    focus = question.plain[start:end]
    if _STATE.search(focus):
        return True
    if not _ASKED.search(focus) or not (of := _OF.match(question.text, end)):
        return False
    return any(
        start == of.end() and question.text[start:last] != "Việt Nam"
        for start, last in countries(question.text)
    )


def read_abroad(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """What a paragraph calls a province, state or city by its type, as the question does."""
    question = reading.question
    asked = question.plain[slice(*question.focus)].removesuffix(" nao").split(" ")[-1]
    spans = []
    for match in _TYPED.finditer(paragraph.text):
        said = match["type"].lower()
        wanted = said in _ALIKE[asked] if asked in _ALIKE else True
        if wanted and match["name"] not in question.text:
            spans.append(match.span("name"))
    return [span_candidate(reading, paragraph, span, span, {}) for span in spans]

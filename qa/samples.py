"""Questions to begin with, made from the reports present and answered rightly by them."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

from index.documents import Document
from index.store import Index
from qa.answer import Answer, ReadPassage
from qa.assistant import Assistant
from qa.scope import EVERYTHING, Scope
from qa.texts.figures import Figure, figures
from qa.texts.paragraph import Paragraph, paragraphs
from qa.texts.people import people

DOCUMENTS_LOOKED_AT = 12
TRIED_A_DOCUMENT = 6
# Of an abstention so many of the nearest passages are looked at, and so many questions asked.
PASSAGES_LOOKED_AT = 6
TRIED_INSTEAD = 8

_SAID_AFTER = re.compile(r"^\s(?P<said>[^\d,;.()…:]{15,75})(?=[,;.(…]|$)")
_SAID_BEFORE = re.compile(
    r"(?:^|[,;.:(]\s?)(?P<said>(?:tỷ lệ|Tỷ lệ) [^\d,;.()…:]{10,80}?) (?:mới |chỉ )?đạt(?: \w+)?\s?$"
)
_CUT_OFF = re.compile(r"(?:^|\s)(?:là|và|của|cho|đến|với|để|trong|được|tại|đó|gồm|như)\s*$")


def sample_questions(index: Index, count: int) -> list[str]:
    """At most `count` questions, of different reports as far as they go.

    Each was asked, and is kept only if the answer is the figure or person it was made from.
    """
    assistant = Assistant(index)
    names = list(index.documents)[:DOCUMENTS_LOOKED_AT]
    by_document = (_answered(assistant, index.document(name)) for name in names)
    rows = zip_longest(*(_take(questions, count) for questions in by_document))
    kept = [question for question in chain.from_iterable(rows) if question]
    return list(dict.fromkeys(kept))[:count]


def questions_instead(
    assistant: Assistant, passages: Sequence[ReadPassage], count: int, scope: Scope = EVERYTHING
) -> list[str]:
    """At most `count` questions that passages answer, of different passages as far as they go.

    Each was asked within the scope, and is kept only if it was answered as the passage says.
    """
    looked_at = passages[:PASSAGES_LOOKED_AT]
    documents = {one.document: assistant.index.document(one.document) for one in looked_at}
    rows = zip_longest(
        *(_told(documents[one.document], one.start, one.end, counts=True) for one in looked_at)
    )
    possible = dict(made for made in chain.from_iterable(rows) if made)
    kept: list[str] = []
    for question, expected in list(possible.items())[:TRIED_INSTEAD]:
        if len(kept) == count:
            break
        if _holds(assistant.ask(question, scope=scope), expected):
            kept.append(question)
    return kept


def _holds(answer: Answer, expected: str) -> bool:
    return answer.answer is not None and expected in answer.answer


def _take(questions: Iterator[str], count: int) -> list[str]:
    return [question for question, _ in zip(questions, range(min(2, count)), strict=False)]


def _answered(assistant: Assistant, document: Document) -> Iterator[str]:
    for tried, (question, expected) in enumerate(_possible(document)):
        if tried >= TRIED_A_DOCUMENT:
            return
        answer = assistant.ask(question)
        cited = {citation.document for citation in answer.citations}
        if _holds(answer, expected) and document.id in cited:
            yield question


def _possible(document: Document) -> Iterator[tuple[str, str]]:
    """Questions a report should answer, with what the answer must hold."""
    return _told(document, 0, len(document.text))


def _told(
    document: Document, start: int, end: int, *, counts: bool = False
) -> Iterator[tuple[str, str]]:
    """Questions on what a part of a report tells; on what it counts too, if wanted."""
    for paragraph in paragraphs(document, start, end):
        for figure in figures(paragraph):
            made = _of_figure(document, paragraph, figure)
            if made is None and counts:
                made = _of_count(document, paragraph, figure)
            if made:
                yield made
        for person in people(paragraph.text):
            if person.offices and document.province:
                name = paragraph.text[slice(*person.name)]
                office = paragraph.text[slice(*person.offices[-1])]
                if office.startswith("Chủ tịch UBND tỉnh"):
                    yield f"Ai là Chủ tịch UBND tỉnh {document.province}?", name


def _of_figure(document: Document, paragraph: Paragraph, figure: Figure) -> tuple[str, str] | None:
    if figure.kind != "percent" or figure.nature != "achieved" or not document.province:
        return None
    number = paragraph.text[slice(*figure.span)]
    if number.startswith("100"):
        return None
    after = _SAID_AFTER.match(paragraph.text[figure.span[1] :])
    if after:
        return f"Tỉnh nào có {number} {after['said'].strip()}?", document.province
    before = _SAID_BEFORE.search(paragraph.text[: figure.span[0]])
    if before:
        said = before["said"]
        return f"{said[0].upper()}{said[1:]} của {document.province} là bao nhiêu?", number
    return None


def _of_count(document: Document, paragraph: Paragraph, figure: Figure) -> tuple[str, str] | None:
    if figure.kind != "count" or figure.nature != "achieved" or not document.province:
        return None
    number = paragraph.text[slice(*figure.span)]
    after = _SAID_AFTER.match(paragraph.text[figure.span[1] :])
    # A small number is often of something the sentence alone makes clear.
    if not after or len(number) < 2 or _CUT_OFF.search(after["said"]):
        return None
    return f"{document.province} có bao nhiêu {after['said'].strip()}?", number

"""`qa.reader`: the candidates of all that was found, best first."""

from typing import Any

import pytest

from qa.assistant import Assistant
from qa.questions.question import Question, understand
from qa.reader import WORTH_ANSWERING, Place, Reader, paragraphs_of
from qa.readers.figures.numbers import read_numbers
from qa.readers.matching import Matcher
from qa.readers.reading import Candidate
from tests.qa.readings import reading
from tests.qa.reports import plain


def reader_of(question: Question, assistant: Assistant) -> Reader:
    frequency = assistant.retriever.frequency
    count = assistant.index.lexical.count
    return Reader(question, Matcher(question, lambda unit: frequency(unit, False), count))


def shown(found: list[Candidate]) -> list[tuple[Place, str, float, float]]:
    return [
        ((one.paragraph.document.id, one.span[0]), one.text, one.score, one.confidence)
        for one in found
    ]


def test_what_was_read_ahead_changes_no_answer(both: Assistant, rows: list[dict[str, Any]]) -> None:
    for row in rows[::9]:
        question = understand(row["question"])
        found = paragraphs_of(both.retriever.search(question, 8), both.index.document)
        reader = reader_of(question, both)
        reader.read_ahead([(one, 1 - prior) for one, prior in found[2:]])
        assert shown(reader.read(found)) == shown(reader_of(question, both).read(found)), row


def test_no_paragraph_is_read_twice(both: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    question = understand("Cao Bằng đã tiếp nhận bao nhiêu kiến nghị của người dân?")
    found = paragraphs_of(both.retriever.search(question, 8), both.index.document)
    reader, read = reader_of(question, both), list[object]()
    read_kind = reader._read_kind
    monkeypatch.setattr(reader, "_read_kind", lambda *one: read.append(one[1]) or read_kind(*one))
    reader.read_ahead(found)
    once = len(read)
    assert reader.read(found)[0].score > WORTH_ANSWERING
    assert 0 < once == len(read)


def test_a_figure_met_by_hardly_a_word_is_no_candidate() -> None:
    asked = "Huyện Gò Mây trồng được bao nhiêu héc-ta rừng phòng hộ?"
    assert read_numbers(reading(asked), plain("Hội đã mở 58 hội nghị.")) == []

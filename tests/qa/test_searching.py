"""`qa.searching`: what a question and its parts look for, once."""

from dataclasses import replace

import pytest

from qa.assistant import Assistant
from qa.questions.question import Question, understand
from qa.scope import EVERYTHING
from qa.searching import Clock, Search

QUESTION = "Thái Bình đạt bao nhiêu phần trăm văn bản điện tử được ký số năm 2024?"


@pytest.fixture
def searched(five: Assistant, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How the index was searched, in order."""
    ways: list[str] = []
    for way in ("search", "glance"):
        really = getattr(five.retriever, way)

        def looked(*asked: object, way: str = way, really: object = really) -> object:
            ways.append(way)
            return really(*asked)  # type: ignore[operator]

        monkeypatch.setattr(five.retriever, way, looked)
    return ways


def search(five: Assistant) -> Search:
    return Search(five.retriever, Clock(), EVERYTHING)


def test_parts_in_the_same_words_are_searched_once(five: Assistant, searched: list[str]) -> None:
    looking, question = search(five), understand(QUESTION)
    sentences = looking.find(replace(question, asks="how"))
    assert looking.find(question).candidates != sentences.candidates
    assert looking.find(question).evidence == sentences.evidence
    looking.find(replace(question, provinces=("Quảng Ninh",)))
    assert searched == ["search", "search"]


def test_what_to_ask_else_is_glanced_at_while_it_is_searched(
    five: Assistant, searched: list[str]
) -> None:
    question = understand(QUESTION)
    wider = replace(question, provinces=(), districts=())
    promised: list[float] = []

    def else_ask(score: float) -> Question:
        promised.append(score)
        return wider

    looking = search(five)
    found = looking.find(question, else_ask)
    assert promised[0] == pytest.approx(found.candidates[0].score, abs=0.15)
    assert searched == ["search", "glance"]
    glanced = looking.glance(wider)
    assert searched == ["search", "glance"]
    assert glanced.candidates == search(five).glance(wider).candidates
    assert found.candidates == search(five).find(question).candidates


def test_nothing_else_to_ask_is_not_glanced_at(five: Assistant, searched: list[str]) -> None:
    search(five).find(understand(QUESTION), lambda score: None)
    assert searched == ["search"]

"""A conversation comes back as it was shown, whatever became of the reports."""

from dataclasses import replace

import pytest

from qa.answer import Answer, Cell, Citation, ReadPassage
from qa.scope import Scope
from service import conversations
from service.conversations import Turn, load_conversation, new_conversation, save_conversation
from service.records import Records

CITATION = Citation(
    "a.txt", "Tin <b>", "Huế", "2023-07-17", 5, 20, "đạt 93,4% hồ sơ", (9, 14), ("b.txt",)
)
ANSWER = Answer(
    question="Tỷ lệ là bao nhiêu?",
    kind="compare",
    answer="93,4%",
    confidence=0.75,
    citations=(CITATION, replace(CITATION, mark=None)),
    passages=(ReadPassage("a.txt", 0, 30, "…", 0.5),),
    computed=True,
    understood="Tỷ lệ hồ sơ là bao nhiêu?",
    note="Có số liệu của Huế",
    cells=(Cell("Huế", "năm 2023", "93,4%", "achieved", 0),),
    timings_ms={"total": 12.5},
)
TURNS = [
    Turn(ANSWER.question, Scope(provinces=("Huế", ""), years=("2023",)), ANSWER),
    Turn("?!", error="Không đọc được câu hỏi"),
    Turn("Sao Hỏa?", answer=replace(ANSWER, answer=None), instead=("Huế đạt bao nhiêu?",)),
]


def test_comes_back_as_it_was(records: Records) -> None:
    identifier = new_conversation()
    save_conversation(records, identifier, TURNS[:1])
    save_conversation(records, identifier, TURNS)
    assert load_conversation(records, identifier) == TURNS


def test_one_that_was_never_kept_is_none(records: Records) -> None:
    assert load_conversation(records, "' OR 1=1 --") is None


def test_ids_cannot_be_guessed() -> None:
    assert len({new_conversation() for _ in range(100)}) == 100
    assert len(new_conversation()) >= 16


@pytest.mark.parametrize("content", ["[{}]", "no json", '[{"question": 1, "scope": {"x": []}}]'])
def test_one_written_by_another_version_is_none(records: Records, content: str) -> None:
    save_conversation(records, "c", TURNS)
    with records.writing() as connection:
        connection.execute("UPDATE conversations SET content = ?", (content,))
    assert load_conversation(records, "c") is None


def test_those_untouched_longest_are_forgotten(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversations, "KEPT", 2)
    moments = iter(["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"])
    monkeypatch.setattr(conversations, "now", lambda: next(moments))
    for name in ("first", "second", "first", "third"):
        save_conversation(records, name, TURNS[:1])
    kept = [name for name in ("first", "second", "third") if load_conversation(records, name)]
    assert kept == ["first", "third"]


def test_of_a_long_conversation_the_latest_turns_are_kept(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversations, "TURNS", 2)
    save_conversation(records, "c", TURNS)
    assert load_conversation(records, "c") == TURNS[1:]

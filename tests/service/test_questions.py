"""The log of questions: one entry a question, unanswered ones on top."""

import pytest

from qa.answer import Answer
from service import questions
from service.questions import asked, handle_question, log_question
from service.records import Records


def answer(question: str, said: str | None = "93,4%", understood: str = "") -> Answer:
    return Answer(
        question=question,
        kind="number",
        answer=said,
        confidence=0.8,
        understood=understood,
        timings_ms={"total": 12.5},
    )


def test_unanswered_questions_come_first_then_the_latest(records: Records) -> None:
    for question, said in [("một", "1"), ("hai", None), ("ba", "3"), ("bốn", None)]:
        log_question(records, answer(question, said))
    found = asked(records)
    assert [entry.question for entry in found] == ["bốn", "hai", "ba", "một"]
    assert [entry.abstained for entry in found] == [True, True, False, False]
    assert (found[0].kind, found[0].confidence, found[0].milliseconds) == ("number", 0.8, 12.5)


def test_a_question_asked_again_is_one_entry_that_tells_how_it_went_last(records: Records) -> None:
    log_question(records, answer("ty le?", None, understood="tỷ lệ?"))
    log_question(records, answer("tỷ lệ?", "5%"))
    [entry] = asked(records)
    assert (entry.times, entry.abstained, entry.understood) == (2, False, "tỷ lệ?")


def test_what_was_seen_to_leaves_the_top_until_it_is_asked_again(records: Records) -> None:
    log_question(records, answer("chưa có", None))
    log_question(records, answer("có", "1"))
    handle_question(records, "chưa có")
    assert [entry.question for entry in asked(records)] == ["có", "chưa có"]
    assert asked(records)[1].handled
    handle_question(records, "chưa có", handled=False)
    assert [entry.question for entry in asked(records)] == ["chưa có", "có"]
    handle_question(records, "chưa có")
    log_question(records, answer("chưa có", None))
    assert asked(records)[0].question == "chưa có"


def test_neither_one_question_nor_many_fill_the_disk(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(questions, "KEPT", 3)
    for number in range(5):
        log_question(records, answer(f"{number}{'a' * 5000}"))
    found = asked(records)
    assert [entry.question[0] for entry in found] == ["4", "3", "2"]
    assert all(len(entry.question) == questions.LONGEST for entry in found)

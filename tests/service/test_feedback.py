"""Feedback is kept with what was answered, can be changed and taken back, and is read in order."""

from qa.answer import Answer, Citation
from service.feedback import (
    change_feedback,
    give_feedback,
    handle_feedback,
    inbox,
    withdraw_feedback,
)
from service.records import Records


def answer(question: str) -> Answer:
    cited = [
        Citation(document, "t", None, None, 0, 1, "q") for document in ("a.txt", "b.txt", "a.txt")
    ]
    return Answer(question, "number", "5%", 0.9, citations=tuple(cited))


def test_keeps_what_was_answered_and_which_documents_were_cited(records: Records) -> None:
    give_feedback(records, answer("tỷ lệ?"), useful=False, reason=" sai năm ")
    [kept] = inbox(records)
    assert (kept.question, kept.answer, kept.reason) == ("tỷ lệ?", "5%", "sai năm")
    assert kept.documents == ("a.txt", "b.txt")
    assert not kept.useful
    assert kept.handled is None


def test_feedback_on_an_abstention_has_no_answer(records: Records) -> None:
    give_feedback(records, Answer("x?", "number", None, 0.1), useful=False)
    assert inbox(records)[0].answer is None


def test_a_reader_may_change_their_mind(records: Records) -> None:
    number = give_feedback(records, answer("một"), useful=False)
    handle_feedback(records, number)
    change_feedback(records, number, useful=True, reason="đúng rồi")
    [kept] = inbox(records)
    assert (kept.useful, kept.reason, kept.handled) == (True, "đúng rồi", None)
    withdraw_feedback(records, number)
    assert inbox(records) == []


def test_what_is_not_seen_to_comes_first_and_complaints_before_praise(records: Records) -> None:
    numbers = {
        name: give_feedback(records, answer(name), useful=name.startswith("hay"))
        for name in ("dở 1", "hay 1", "dở 2", "hay 2", "dở 3")
    }
    handle_feedback(records, numbers["dở 3"])
    order = ["dở 2", "dở 1", "hay 2", "hay 1", "dở 3"]
    assert [kept.question for kept in inbox(records)] == order
    handle_feedback(records, numbers["dở 3"], handled=False)
    assert inbox(records)[0].question == "dở 3"

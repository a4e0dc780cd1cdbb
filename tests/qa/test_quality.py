"""Floors a little under what was measured when these tests were written."""

from pathlib import Path

from qa.assistant import Assistant
from qa.evaluate import Summary, evaluate, inexact, read_questions

DATA = Path(__file__).parents[1] / "data"


def total(summary: Summary) -> dict[str, float]:
    return summary.rows()[-1]


def test_tuning_questions(both: Assistant, summary: Summary) -> None:
    # Measured over 630 questions: 410 of 484 right, 13 wrong, 138 of 146 rightly silent.
    measured = total(summary)
    assert measured["loose_figures"] == 0
    assert sum(inexact(both, result.answer) for result in summary.results) == 0
    assert measured["right"] >= 408
    assert measured["wrong"] <= 15
    assert measured["answered_wrongly"] <= 12
    assert measured["right_document"] >= 0.80
    assert measured["evidence_at_1"] >= 0.88
    assert measured["evidence_at_4"] >= 0.97
    assert measured["mrr"] >= 0.92


def test_questions_kept_for_reporting(both: Assistant) -> None:
    # Written by one who had not seen the code, over reports of their own, and never tuned on:
    # 117 of 192 right, 15 wrong, 66 of 73 rightly silent.
    rows = [r for r in read_questions(DATA / "questions.jsonl") if r["split"] == "report"]
    measured = total(evaluate(both, rows))
    assert measured["loose_figures"] == 0
    assert measured["inexact_citations"] == 0
    assert measured["right"] >= 115
    assert measured["wrong"] <= 22
    assert measured["evidence_at_4"] >= 0.96


def test_the_teams_questions(five: Assistant, shared_summary: Summary) -> None:
    # Measured over 30 questions: all 25 right, none wrong, 5 of 5 rightly silent.
    measured = total(shared_summary)
    assert measured["loose_figures"] == 0
    assert sum(inexact(five, result.answer) for result in shared_summary.results) == 0
    assert measured["right"] >= 24
    assert measured["wrong"] <= 1
    assert measured["answered_wrongly"] == 0
    assert measured["evidence_at_4"] == 1


def test_questions_of_one_who_had_not_seen_the_code(five: Assistant) -> None:
    # Measured over 75 questions: 49 of 60 right when they were written, 60 since; 15 of 15
    # rightly silent.
    measured = total(evaluate(five, read_questions(DATA / "blind.jsonl")))
    assert measured["right"] >= 56
    assert measured["answered_wrongly"] == 0
    assert measured["evidence_at_4"] >= 0.97


def test_claims_comparisons_and_follow_ups(both: Assistant) -> None:
    # Measured over 126 questions: 111 of 120 right, 5 wrong; 5 of 6 rightly silent.
    summary = evaluate(both, read_questions(DATA / "claims.jsonl"))
    measured = {row["kind"]: row for row in summary.rows()}
    assert measured["tất cả"]["loose_figures"] == 0
    assert measured["tất cả"]["answered_wrongly"] <= 1
    assert measured["yesno"]["right"] >= 48
    assert measured["compare"]["right"] >= 22
    assert measured["superlative"]["right"] >= 10
    assert measured["followup"]["right"] >= 21


def test_an_answer_does_not_keep_one_waiting(summary: Summary) -> None:
    # Measured 14 ms and 23 ms on two cores; other work may hold them up.
    measured = total(summary)
    assert measured["p50_ms"] < 300
    assert measured["p95_ms"] < 600


def test_questions_of_thirteen_more_over_the_shipped_reports(five: Assistant) -> None:
    # By thirteen people who had not seen the code: 818 of 940 right, 18 wrong, 389 of 400 rightly
    # silent. The last hundred, before anyone looked at them: 52 of 70 right, 8 wrong, 27 of 30 silent.
    measured = total(evaluate(five, read_questions(DATA / "five.jsonl")))
    assert measured["loose_figures"] == 0
    assert measured["inexact_citations"] == 0
    assert measured["right"] >= 806
    assert measured["wrong"] <= 18
    assert measured["answered_wrongly"] <= 14


def test_conversations_over_the_shipped_reports(five: Assistant) -> None:
    # By six people who had not seen the code: 300 of 365 right, 16 wrong, 120 of 125 rightly silent.
    # The last eighty, before anyone looked at them: 41 of 60 right, 10 wrong, 19 of 20 silent.
    measured = total(evaluate(five, read_questions(DATA / "conversations.jsonl")))
    assert measured["loose_figures"] == 0
    assert measured["inexact_citations"] == 0
    assert measured["right"] >= 292
    assert measured["wrong"] <= 18
    assert measured["answered_wrongly"] <= 8

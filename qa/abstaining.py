"""What to say with an abstention: what the reports do hold that is nearest to the question."""

from dataclasses import replace

from qa.answer import Answer
from qa.compare import UNCERTAIN
from qa.findings import Find
from qa.indicators import period_name
from qa.question import Question

# A time carried along is let go only for an answer as good as this.
SURE = 0.5


def nearest(question: Question, confidence: float, find: Find, threshold: float) -> str | None:
    """ "Có số liệu của Thái Bình, không có của Nghệ An": the same asked elsewhere or at
    another time; None when the reports hold nothing like it."""
    if confidence >= UNCERTAIN * threshold:
        return None
    if question.provinces:
        elsewhere = find(replace(question, provinces=(), districts=()))
        places = [
            candidate.place
            for candidate in elsewhere.candidates
            if candidate.score >= threshold and candidate.place not in (None, *question.provinces)
        ]
        if places:
            there = ", ".join(dict.fromkeys(place for place in places[:3] if place))
            return f"Có số liệu của {there}, không có của {', '.join(question.provinces)}"
    if question.period:
        other = find(replace(question, asked_period=None)).best
        if other and other.score >= threshold and other.period and other.period.year:
            asked = period_name(question.period)
            return f"Có số liệu {period_name(other.period)}, không có {asked}"
    return None


def at_another_time(question: Question, answer: Answer) -> Answer | None:
    """An answer for another time than the one carried along, saying so; None for silence."""
    if answer.confidence < SURE or answer.abstained or question.period is None:
        return None
    asked = period_name(question.period)
    return replace(answer, note=answer.note or f"Không có số liệu {asked}; đây là thời điểm khác")


def merged(question: Question, place: str | None) -> str | None:
    """Says that the answer is of a province which the one asked about has taken in."""
    if place and question.provinces and place not in question.provinces:
        return f"{question.provinces[0]} từ tháng 7/2025 gồm cả {place}; đây là số liệu của {place}"
    return None

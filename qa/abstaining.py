"""What to say with an abstention: what the reports do hold that is nearest to the question."""

from dataclasses import replace

from qa.compare import UNCERTAIN
from qa.findings import Find
from qa.indicators import period_name
from qa.question import Question


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


def merged(question: Question, place: str | None) -> str | None:
    """Says that the answer is of a province which the one asked about has taken in."""
    if place and question.provinces and place not in question.provinces:
        return f"{question.provinces[0]} từ tháng 7/2025 gồm cả {place}; đây là số liệu của {place}"
    return None

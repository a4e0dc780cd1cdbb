"""What to say with an abstention: what the reports do hold that is nearest to the question."""

from dataclasses import replace

from qa.answer import Answer
from qa.comparing.compare import UNCERTAIN
from qa.findings import Find
from qa.questions.indicators import period_name
from qa.questions.question import Question
from qa.texts.period import agreement

# A time carried along is let go only for an answer as good as this.
SURE = 0.5


def wider(question: Question, score: float, threshold: float) -> Question | None:
    """What to ask when the best candidate has that score: the same of any place and time; None
    where it has neither, or may yet be answered."""
    if score >= UNCERTAIN * threshold or not (question.provinces or question.period):
        return None
    return replace(question, provinces=(), districts=(), asked_period=None)


def nearest(question: Question, score: float, glance: Find, threshold: float) -> str | None:
    """ "Có số liệu của Thái Bình, không có của Nghệ An": the same asked elsewhere or at
    another time; None when the reports hold nothing like it."""
    asked_wider = wider(question, score, threshold)
    if asked_wider is None:
        return None
    found = glance(asked_wider)
    good = [candidate for candidate in found.candidates if candidate.score >= threshold]
    asked = question.period
    here = [c for c in good if not question.provinces or c.place in question.place_names]
    other = next((c for c in here if asked and c.period and c.period.year), None)
    if asked and other and other.period and not agreement(asked, other.period):
        return f"Có số liệu {period_name(other.period)}, không có {period_name(asked)}"
    there = [c.place for c in good if c.place and agreement(asked, c.period)]
    there = [place for place in dict.fromkeys(there) if place not in question.place_names]
    if there and question.provinces:
        lacking = ", ".join(question.provinces)
        return f"Có số liệu của {', '.join(there[:3])}, không có của {lacking}"
    return None


def at_another_time(question: Question, answer: Answer) -> Answer | None:
    """An answer for another time than the one carried along, saying so; None for silence."""
    if answer.confidence < SURE or answer.abstained or question.period is None:
        return None
    asked = period_name(question.period)
    return replace(answer, note=answer.note or f"Không có số liệu {asked}; đây là thời điểm khác")


def merged(question: Question, place: str | None) -> str | None:
    """Says that the answer is of a province which the one asked about has taken in."""
    if place in question.place_names and question.provinces and place not in question.provinces:
        return f"{question.provinces[0]} từ tháng 7/2025 gồm cả {place}; đây là số liệu của {place}"
    return None

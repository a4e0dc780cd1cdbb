"""Says when an answer about a unit of the 34 comes from a province it was formed of."""

from collections.abc import Sequence
from dataclasses import replace

from index.places import provinces
from qa.answer import Answer, Citation
from qa.questions.question import Question


def with_merger(question: Question, answer: Answer) -> Answer:
    """The answer with a note on each province it cites under the name of its new unit."""
    parts = _parts_cited(question, answer.citations)
    said = answer.note or ""
    missing = {part: unit for part, unit in parts.items() if part not in said}
    if answer.abstained or not missing:
        return answer
    notes = [
        f"{unit} từ tháng 7/2025 gồm cả {part}; đây là số liệu của {part}"
        for part, unit in missing.items()
    ]
    return replace(answer, note="; ".join([*([said] if said else []), *notes]))


def _parts_cited(question: Question, citations: Sequence[Citation]) -> dict[str, str]:
    """Province cited → the unit asked about that took it in."""
    asked = set(question.provinces)
    return {
        cited.province: provinces()[cited.province]
        for cited in citations
        if cited.province in question.place_names
        and cited.province not in asked
        and provinces().get(cited.province) in asked
    }

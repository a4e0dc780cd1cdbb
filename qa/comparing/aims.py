"""A target that is told only by how far it was exceeded, and how far one was that is told itself: "đạt
79,7% (vượt mục tiêu 29,7%)", "93,4% … (mục tiêu là 80%)"."""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from qa.answer import Answer
from qa.comparing.sides import figure_beside, rows
from qa.findings import Find, Findings, answered
from qa.questions.indicators import written
from qa.questions.question import Question
from qa.readers.reading import Candidate
from qa.texts.figures import Figure, figures
from qa.texts.paragraph import Paragraph

SHORTLIST = 4
# So far behind a figure its comment stands.
REACH = 60
# What the other figure is where one is asked for, and how the two are named.
_OTHER = {"target": "exceeded", "exceeded": "target"}
_NAMED = {"target": "mục tiêu", "exceeded": "mức vượt mục tiêu"}
# Without such words no report gives the other one.
_SAID = {
    "exceeded": re.compile(r"\bvượt\b[^.;]{0,40}\d", re.IGNORECASE),
    "target": re.compile(r"\b(?:mục tiêu|chỉ tiêu|kế hoạch)\b[^.;]{0,40}\d", re.IGNORECASE),
}
_KINDS = frozenset({"percent", "score"})


def by_the_aim(question: Question, find: Find, threshold: float) -> Answer | None:
    """The target, or by how much it was exceeded, computed from what was achieved and the other;
    None where no sentence gives both."""
    other = _OTHER.get(question.nature)
    if other is None:
        return None
    if not any(_SAID[other].search(one.passage.text) for one in find(question).evidence):
        return None
    findings = find(replace(question, nature="achieved"))
    for candidate in findings.candidates[:SHORTLIST]:
        if candidate.confidence < threshold:
            return None
        pair = _commented(candidate, other)
        if pair is None:
            continue
        level, comment = (figure.value for figure in pair)
        if level is None or comment is None or level < comment:
            continue
        value = written(float(Decimal(str(level)) - Decimal(str(comment))))
        return _computed(question, findings, candidate, pair[1], value)
    return None


def _commented(candidate: Candidate, nature: str) -> tuple[Figure, Figure] | None:
    """The figure of a candidate and the one right behind it that is meant as asked."""
    paragraph = candidate.paragraph
    listed = figures(paragraph)
    for level, comment in pairwise(listed):
        if not candidate.span[0] <= level.span[0] < candidate.span[1]:
            continue
        near = comment.whole[0] - level.whole[1] <= REACH
        same = level.kind == comment.kind in _KINDS and _clause(paragraph, level, comment)
        if near and same and level.nature == "achieved" and comment.nature == nature:
            return level, comment
    return None


def _clause(paragraph: Paragraph, one: Figure, other: Figure) -> bool:
    return not any(mark in paragraph.text[one.whole[1] : other.whole[0]] for mark in ";.")


def _computed(
    question: Question, findings: Findings, achieved: Candidate, comment: Figure, value: str
) -> Answer:
    told = figure_beside(achieved, comment)
    percent = comment.kind == "percent"
    if question.nature == "target":
        text = f"{value}%" if percent else f"{value} điểm"
    else:
        text = f"{value} điểm phần trăm" if percent else f"{value} điểm"
    note = f"Tính từ {achieved.text} đạt được và {_NAMED[comment.nature]} {told.text}"
    answer = answered(findings, text, [achieved, told], computed=True, note=note)
    return replace(answer, cells=rows(answer, [("", achieved), ("", told)]))

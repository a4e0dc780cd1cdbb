"""A value of an earlier year that a report gives only by its change since: "hạng 3 …, tăng 4 bậc so
với năm 2021" tells that it was the seventh then."""

import re
from dataclasses import replace
from decimal import Decimal

from index.vietnamese import Span
from qa.answer import Answer
from qa.comparing.sides import figure_beside, rows
from qa.findings import Find, answered
from qa.questions.indicators import period_name, written
from qa.questions.question import Question
from qa.readers.reading import Candidate
from qa.texts.figures import Figure, figures, value_of
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt

# The change of a value by its kind.
_CHANGED = {"rank": "steps", "score": "score", "percent": "percent"}
_WRITTEN = {"rank": "hạng {}", "score": "{} điểm", "percent": "{}%"}
_VERB = Spelt(r"\b(?P<up>tăng|lên|cải thiện|thăng)\b|\b(?P<down>giảm|tụt|xuống|mất|lùi)\b")
_SINCE = re.compile(r"[^.;()]{0,40}?\bso voi (?:cung ky )?(?:nam )?(?P<year>20\d\d)\b")
SHORTLIST = 4


def as_it_was(question: Question, find: Find, threshold: float) -> Answer | None:
    """The value of the year asked about, computed from a later one and its change since then; None
    where no sentence gives both."""
    asked = question.period
    if question.asks not in _CHANGED or not asked or not asked.year or asked.part:
        return None
    since = re.compile(rf"\bso với (?:cùng kỳ )?(?:năm )?{asked.year}\b", re.IGNORECASE)
    if not any(since.search(one.passage.text) for one in find(question).evidence):
        return None
    findings = find(replace(question, asked_period=None))
    for candidate in findings.candidates[:SHORTLIST]:
        if candidate.confidence < threshold:
            return None
        pair = _since(candidate, asked.year)
        if pair is None:
            continue
        level, change, verb = pair
        value = _before(candidate.paragraph, level, change, verb)
        if value is None:
            continue
        told = figure_beside(candidate, change)
        text = _WRITTEN[level.kind].format(written(float(value)))
        note = f"Tính từ {candidate.text} và {verb} {told.text} so với {period_name(asked)}"
        answer = answered(findings, text, [candidate, told], computed=True, note=note)
        cells = rows(answer, [("", candidate), (f"{verb} so với {period_name(asked)}", told)])
        return replace(answer, cells=cells)
    return None


def _since(candidate: Candidate, year: int) -> tuple[Figure, Figure, str] | None:
    """The figure of a candidate, the first change of its kind behind it that is told since a
    year, and the verb of the change."""
    paragraph = candidate.paragraph
    start, end = paragraph.sentence_at(candidate.span[0])
    inside = [one for one in figures(paragraph) if start <= one.span[0] < end]
    at = next((n for n, one in enumerate(inside) if _holds(candidate.span, one.span)), None)
    if at is None:
        return None
    level = inside[at]
    for change in inside[at + 1 :]:
        if change.kind == level.kind and change.nature != "change":
            return None
        if change.kind == _CHANGED.get(level.kind) and change.nature == "change":
            since = _SINCE.match(paragraph.folded, change.whole[1], end)
            verb = _verb(paragraph.text[level.whole[1] : change.span[0]])
            told = since is not None and int(since["year"]) == year and verb
            return (level, change, verb) if told else None
    return None


def _verb(text: str) -> str:
    """The last verb of a change before its figure."""
    found, at = "", 0
    while match := _VERB.search(text, at):
        found, at = match.group(), match.end()
    return found


def _before(paragraph: Paragraph, level: Figure, change: Figure, verb: str) -> Decimal | None:
    now = paragraph.text[slice(*level.span)].split("/")[0]
    by = paragraph.text[slice(*change.span)]
    values = [value_of(now), value_of(by)]
    if None in values:
        return None
    value, step = (Decimal(str(one)) for one in values)
    found = _VERB.search(verb)
    rose = found is not None and found["up"] is not None
    # A better rank is a smaller number.
    before = value + step if rose == (level.kind == "rank") else value - step
    return before if before >= 0 else None


def _holds(span: Span, inner: Span) -> bool:
    return span[0] <= inner[0] < span[1]

"""One thing asked of several places or years in a breath: "Giám đốc sở của A và B là ai?"."""

from dataclasses import replace
from itertools import pairwise

from index.vietnamese import Span, fold
from qa.answer import Answer
from qa.comparing.sides import rows
from qa.findings import Find, Findings, answered
from qa.questions.indicators import spoken
from qa.questions.parting import label_of, periods_of
from qa.questions.question import Question, understand
from qa.readers.reading import Candidate
from qa.retriever import Evidence

KINDS = frozenset({"person", "date", "document", "organization"})
_BESIDE = (
    r"^\s*(?:,|và|với|cùng|lẫn|,? còn|hay)?\s*(?:của |ở |tại )?(?:hai )?"
    r"(?:tỉnh |thành phố |tp\.? |năm )?$"
)
_EACH = r"\b(?:lần lượt|tương ứng|mỗi (?:tỉnh|nơi|bên|năm))\b"
# What is said of several only.
_OF_SEVERAL = r"\b(?:lần lượt|tương ứng|hai|ba|bốn|những|các|mỗi)\b"


def asks_each(question: Question) -> bool:
    """Whether someone or something is asked for of each of several places or years."""
    return question.asks in KINDS and bool(_several(question))


def is_said_of_each(question: Question) -> bool:
    """Whether one alone is no answer: several places are named, or "lần lượt" says so."""
    in_turn = bool(spoken(_EACH, question.text, question.folded))
    return in_turn or len(question.provinces) > 1


def told_of_each(question: Question, find: Find, threshold: float) -> Answer | None:
    """What is told of each place or year; None unless every one is, by another each."""
    found: list[tuple[str, Candidate]] = []
    evidence: list[Evidence] = []
    spans = _several(question)
    named = len(question.provinces) > 1
    for start, end in spans:
        text = question.text
        alone = f"{text[: spans[0][0]]}{text[start:end]}{text[spans[-1][1] :]}"
        part = understand(_of_one(alone, question.folded))
        findings = find(replace(part, asks=question.asks, districts=question.districts))
        best = findings.best
        if best is None or best.confidence < threshold:
            return None
        found.append((text[start:end] if named else label_of(part), best))
        evidence += findings.evidence
    if len({fold(one.text) for _, one in found}) < len(found):
        return None
    text = "; ".join(f"{label}: {one.text}" if named else one.text for label, one in found)
    used = [one for _, one in found]
    answer = answered(Findings(question, evidence, used), text, used)
    # Who or when it was is neither achieved nor aimed at.
    cells = tuple(replace(cell, nature="") for cell in rows(answer, found))
    return replace(answer, cells=cells)


def _several(question: Question) -> list[Span]:
    """Where the places, else the years, stand that are named side by side."""
    places = [(one.start, one.end) for one in question.mentions]
    years = [(one.start, one.end) for one in periods_of(question)]
    for spans in (places, years):
        gaps = [question.text[one[1] : other[0]] for one, other in pairwise(spans)]
        if gaps and all(spoken(_BESIDE, gap, question.folded) for gap in gaps):
            return spans
    return []


def _of_one(text: str, folded: bool) -> str:
    """A question without the words that say that several are meant."""
    for match in reversed(spoken(_OF_SEVERAL, text, folded)):
        text = f"{text[: match.start()].rstrip()} {text[match.end() :].lstrip()}"
    return text.strip()

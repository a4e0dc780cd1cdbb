"""What reading a question brought: evidence and candidates, and how an answer is made of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qa.answer import Answer, Citation, ReadPassage
from qa.questions.question import Question
from qa.readers.reading import Candidate
from qa.retriever import Evidence


@dataclass(frozen=True)
class Findings:
    """A question with its evidence and its candidates, best first."""

    question: Question
    evidence: Sequence[Evidence]
    candidates: Sequence[Candidate]

    @property
    def best(self) -> Candidate | None:
        return self.candidates[0] if self.candidates else None


Find = Callable[[Question], Findings]


def cite(candidate: Candidate) -> Citation:
    """The candidate's quote as a citation; its span marked where the answer says it."""
    offset = candidate.paragraph.start
    start, end = candidate.quote
    quoted = candidate.paragraph.document.text[offset + start : offset + end]
    start += len(quoted) - len(quoted.lstrip())
    end -= len(quoted) - len(quoted.rstrip())
    said = candidate.paragraph.text[slice(*candidate.span)]
    mark: tuple[int, int] | None = (offset + candidate.span[0], offset + candidate.span[1])
    if said not in candidate.text or candidate.span == candidate.quote:
        mark = None
    return Citation.of(candidate.paragraph.document, offset + start, offset + end, mark)


def passages(evidence: Sequence[Evidence], cited: Sequence[Citation]) -> tuple[ReadPassage, ...]:
    """The passages read, those that hold a citation first; each stands once."""

    def place(one: Evidence) -> int:
        for at, citation in enumerate(cited):
            same = one.passage.document == citation.document
            if same and one.passage.start < citation.end and citation.start < one.passage.end:
                return at
        return len(cited)

    once = {one.identifier: one for one in sorted(evidence, key=lambda one: one.score)}
    ordered = sorted(once.values(), key=lambda one: (place(one), -one.score, one.identifier))
    return tuple(
        ReadPassage(
            one.passage.document, one.passage.start, one.passage.end, one.passage.text, one.score
        )
        for one in ordered
    )


def answered(
    findings: Findings,
    text: str,
    used: Sequence[Candidate],
    *,
    confidence: float | None = None,
    computed: bool = False,
    note: str | None = None,
    kind: str | None = None,
) -> Answer:
    """An answer with a citation for each candidate it used."""
    citations = tuple(dict.fromkeys(cite(candidate) for candidate in used))
    if confidence is None:
        confidence = min(candidate.confidence for candidate in used)
    return Answer(
        question=findings.question.original,
        kind=kind or findings.question.kind,
        answer=text,
        confidence=min(1.0, confidence),
        citations=citations,
        passages=passages(findings.evidence, citations),
        computed=computed,
        note=note,
    )


def abstained(findings: Findings, note: str | None = None) -> Answer:
    """An abstention that shows the nearest passages."""
    best = findings.best
    return Answer(
        question=findings.question.original,
        kind=findings.question.kind,
        answer=None,
        confidence=best.confidence if best else 0.0,
        passages=passages(findings.evidence, ()),
        note=note,
    )

"""The street in a few lines: question → evidence → candidates → answer."""

import time
from collections.abc import Sequence
from pathlib import Path

from index.store import Index
from qa.answer import Answer, Citation, ReadPassage, loose_figures
from qa.matching import Matcher
from qa.question import Question, understand
from qa.reader import read
from qa.readers.reading import Candidate
from qa.retriever import Evidence, Retriever

PASSAGES_READ = 12
# Below this confidence the assistant says that the reports do not tell; see `qa.evaluate`.
THRESHOLD = 0.42


class Assistant:
    """Answers questions over one index; safe to share between threads."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.retriever = Retriever(index)

    @classmethod
    def open(cls, path: Path) -> "Assistant":
        """Open the index at a path. Raises `StoreError` if it is missing or damaged."""
        return cls(Index.open(path))

    def ask(self, text: str, history: Sequence[str] = ()) -> Answer:
        """Answer a question; `history` holds the earlier questions of the conversation.

        Raises `QuestionError` for a question that cannot be read.
        """
        timings: dict[str, float] = {}
        started = time.perf_counter()
        question = understand(text)
        understood = time.perf_counter()
        evidence = self.retriever.search(
            question, PASSAGES_READ, lambda step, seconds: timings.update({step: 1000 * seconds})
        )
        retrieved = time.perf_counter()
        matcher = Matcher(
            question,
            lambda unit: self.retriever.frequency(unit, question.folded),
            self.index.lexical.count,
        )
        candidates = read(question, evidence, matcher, self.index)
        answer = compose(question, candidates, evidence)
        finished = time.perf_counter()
        timings["understand"] = 1000 * (understood - started)
        timings["retrieve"] = 1000 * (retrieved - understood)
        timings["read"] = 1000 * (finished - retrieved)
        timings["total"] = 1000 * (finished - started)
        return Answer(**{**_fields(answer), "question": text, "timings_ms": timings})


def _fields(answer: Answer) -> dict:
    return {name: getattr(answer, name) for name in Answer.__slots__}


def compose(
    question: Question, candidates: Sequence[Candidate], evidence: Sequence[Evidence]
) -> Answer:
    """The best candidate with its citation, or an abstention with the nearest passages."""
    best = candidates[0] if candidates else None
    confidence = min(1.0, best.score) if best else 0.0
    if best is None or confidence < THRESHOLD:
        return Answer(
            question=question.original,
            kind=question.kind,
            answer=None,
            confidence=confidence,
            passages=_passages(evidence, None),
            understood=question.original,
        )
    citations = (cite(best),)
    if loose_figures(best.text, citations):
        raise AssertionError(f"figure outside its citation: {best.text!r}")
    return Answer(
        question=question.original,
        kind=question.kind,
        answer=best.text,
        confidence=confidence,
        citations=citations,
        passages=_passages(evidence, citations[0]),
        understood=question.original,
    )


def cite(candidate: Candidate) -> Citation:
    """The candidate's quote as a citation, its span marked."""
    offset = candidate.paragraph.start
    start, end = candidate.quote
    mark = (offset + candidate.span[0], offset + candidate.span[1])
    return Citation.of(candidate.paragraph.document, offset + start, offset + end, mark)


def _passages(evidence: Sequence[Evidence], cited: Citation | None) -> tuple[ReadPassage, ...]:
    """The passages read, the one that holds the answer first."""

    def holds(one: Evidence) -> bool:
        return (
            cited is not None
            and one.passage.document == cited.document
            and one.passage.start < cited.end
            and cited.start < one.passage.end
        )

    ordered = sorted(evidence, key=lambda one: (not holds(one), -one.score))
    return tuple(
        ReadPassage(
            one.passage.document, one.passage.start, one.passage.end, one.passage.text, one.score
        )
        for one in ordered
    )

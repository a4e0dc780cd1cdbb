"""The street in a few lines: question → evidence → candidates → answer."""

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from index.store import Index
from qa.abstaining import merged, nearest
from qa.answer import Answer, loose_figures
from qa.choosing import choose
from qa.claims import verify
from qa.compare import compare, superlative
from qa.conversation import resolve
from qa.findings import Findings, abstained, answered
from qa.matching import Matcher
from qa.mending import Mender
from qa.question import Question, understand
from qa.reader import read
from qa.retriever import Retriever

PASSAGES_READ = 12
# Below this confidence the assistant says that the reports do not tell; see `qa.evaluate`.
THRESHOLD = 0.4


class Assistant:
    """Answers questions over one index; safe to share between threads."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.retriever = Retriever(index)
        self.mender = Mender(index)

    @classmethod
    def open(cls, path: Path) -> "Assistant":
        """Open the index at a path. Raises `StoreError` if it is missing or damaged."""
        return cls(Index.open(path))

    def ask(self, text: str, history: Sequence[str] = ()) -> Answer:
        """Answer a question; `history` holds the earlier questions of the conversation.

        Raises `QuestionError` for a question that cannot be read.
        """
        clock = _Clock()
        question = resolve(text, history, self._understand).knowing(self.retriever.localities)
        clock.lap("understand")
        answer = self._answer(question, clock)
        return replace(
            answer, question=text, understood=question.original, timings_ms=clock.timings()
        )

    def _understand(self, text: str) -> Question:
        return understand(self.mender.mend(text))

    def _answer(self, question: Question, clock: "_Clock") -> Answer:
        def find(part: Question) -> Findings:
            return self._find(part, clock)

        if question.asks == "yesno":
            return verify(question, find, THRESHOLD)
        if question.asks == "compare" or (
            len(question.provinces) > 1 and question.kind == "number"
        ):
            return compare(question, find, THRESHOLD)
        if question.asks == "superlative":
            return superlative(question, find, THRESHOLD)
        findings = find(question)
        chosen = choose(findings)
        if chosen is None or chosen[0].score < THRESHOLD:
            confidence = findings.best.score if findings.best else 0.0
            return abstained(findings, nearest(question, confidence, find, THRESHOLD))
        said, others = chosen
        note = merged(question, said.place)
        answer = answered(findings, said.text, [said, *others], note=note)
        if loose := loose_figures(said.text, answer.citations):
            raise AssertionError(f"figures outside their citation: {loose}")
        return answer

    def _find(self, question: Question, clock: "_Clock") -> Findings:
        clock.lap("read")
        evidence = self.retriever.search(question, PASSAGES_READ)
        clock.lap("retrieve")
        matcher = Matcher(
            question,
            lambda unit: self.retriever.frequency(unit, question.folded),
            self.index.lexical.count,
        )
        candidates = read(question, evidence, matcher, self.index)
        clock.lap("read")
        return Findings(question, evidence, candidates)


class _Clock:
    """Milliseconds of each step, summed where a step is taken more than once."""

    def __init__(self) -> None:
        self._started = self._last = time.perf_counter()
        self._spent: dict[str, float] = {"understand": 0.0, "retrieve": 0.0, "read": 0.0}

    def lap(self, step: str) -> None:
        now = time.perf_counter()
        self._spent[step] += 1000 * (now - self._last)
        self._last = now

    def timings(self) -> dict[str, float]:
        self.lap("read")
        return {**self._spent, "total": 1000 * (self._last - self._started)}

"""The street in a few lines: question → evidence → candidates → answer."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from index.store import Index
from qa import ways
from qa.abstaining import at_another_time
from qa.answer import Answer
from qa.dialogue.conversation import (
    REMEMBERED,
    Resolved,
    is_carried,
    resolve,
    undated,
)
from qa.findings import Findings, abstained
from qa.merged import with_merger
from qa.questions.courtesy import is_courtesy
from qa.questions.question import Question, understand
from qa.retriever import Retriever
from qa.scope import EVERYTHING, Scope
from qa.searching import Clock, Search
from qa.spelling.mending import Mender

# What is said beside an answer that was looked for in one report only.
SAME_REPORT = "Tìm trong báo cáo vừa trích dẫn"
# What is said to a greeting or to thanks.
NOTHING_ASKED = "Mời bạn hỏi về nội dung các báo cáo: một số liệu, một người, một văn bản"


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

    def ask(self, text: str, history: Sequence[str] = (), scope: Scope = EVERYTHING) -> Answer:
        """Answer a question; `history` holds the earlier questions of the conversation.

        `scope`: the reports that are searched, before anything is ranked. Raises
        `QuestionError` for a question that cannot be read.
        """
        clock = Clock()
        if is_courtesy(text):
            return _nothing_asked(text, clock)
        asking = _Asking(self.retriever, clock, scope)
        asked = self.mender.mend(text)
        told = [turn for turn in history if not is_courtesy(turn)]
        earlier = [self.mender.mend(turn) for turn in told[-REMEMBERED:]]
        resolved = resolve(asked, earlier, asking.recall, asking.knowing)
        clock.lap("understand")
        question, answer = asking.first_answered(resolved)
        if answer.abstained and is_carried(question, asked):
            again = Resolved((undated(question),), resolved.earlier)
            _, elsewhen = asking.first_answered(again)
            answer = at_another_time(question, elsewhen) or answer
        answer = with_merger(question, answer)
        citations = tuple(
            replace(citation, copies=self.index.copies_of(citation.document))
            for citation in answer.citations
        )
        return replace(
            answer,
            question=text,
            understood=question.original,
            citations=citations,
            timings_ms=clock.timings(),
        )

    def find(self, question: Question) -> Findings:
        """The evidence and the candidates of a question, best first."""
        return Search(self.retriever, Clock(), EVERYTHING).find(question)


class _Asking:
    """One question being asked; what its conversation needs twice is answered once."""

    def __init__(self, retriever: Retriever, clock: Clock, scope: Scope) -> None:
        self._retriever, self._clock, self._scope = retriever, clock, scope
        self._answers: dict[Question, Answer] = {}

    def recall(self, earlier: Question) -> str | None:
        """What was said to an earlier question."""
        return self._answer(self.knowing(earlier)).answer

    def first_answered(self, resolved: Resolved) -> tuple[Question, Answer]:
        """The first reading of a question that has an answer; the likeliest where none has.

        In a conversation an answer that was given just before is none, and what no reading finds
        may stand in the report that was spoken of.
        """
        silent: list[tuple[Question, Answer]] = []
        for reading in resolved.readings:
            question = self.knowing(reading)
            answer = self._unless_said(self._answer(question), resolved)
            if not answer.abstained:
                return question, answer
            silent.append((question, answer))
        if resolved.alone and (documents := self._spoken_of(resolved.earlier)):
            question = self.knowing(resolved.alone)
            found = self._answer_within(question, replace(self._scope, documents=documents))
            answer = self._unless_said(found, resolved)
            if not answer.abstained:
                return question, replace(answer, note=answer.note or SAME_REPORT)
        return silent[0]

    def _unless_said(self, answer: Answer, resolved: Resolved) -> Answer:
        """The answer; withheld where one of the earlier questions had just that."""
        new = answer.is_new_each_time or (resolved.contrasted and answer.is_marked)
        if new and any(answer.repeats(self._answer(one)) for one in resolved.earlier):
            return answer.withheld()
        return answer

    def _spoken_of(self, earlier: Sequence[Question]) -> tuple[str, ...]:
        """The reports cited last in the conversation."""
        cited = (self._answer(question).citations for question in earlier)
        last = next((citations for citations in cited if citations), ())
        return tuple(dict.fromkeys(citation.document for citation in last))

    def knowing(self, question: Question) -> Question:
        """The question with the localities of the reports that it names."""
        return question.knowing(self._retriever.localities)

    def _answer(self, question: Question) -> Answer:
        if question not in self._answers:
            self._answers[question] = self._answer_within(question, self._scope)
        return self._answers[question]

    def _answer_within(self, question: Question, scope: Scope) -> Answer:
        return ways.answer(question, Search(self._retriever, self._clock, scope))


def _nothing_asked(text: str, clock: Clock) -> Answer:
    """Silence for what is said only to be polite."""
    question = understand(text)
    clock.lap("understand")
    answer = abstained(Findings(question, (), ()), NOTHING_ASKED)
    return replace(answer, question=text, understood=question.original, timings_ms=clock.timings())

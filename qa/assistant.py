"""The street in a few lines: question → evidence → candidates → answer."""

import logging
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from index.documents import Document
from index.store import Index
from qa.abstaining import at_another_time, merged, nearest
from qa.answer import Answer, loose_figures
from qa.changes import asks_change, then_and_now
from qa.choosing import beside, choose
from qa.claims import verify
from qa.compare import compare
from qa.confidence import calibration
from qa.conversation import REMEMBERED, is_carried, resolve, undated
from qa.differences import asks_difference, difference_between
from qa.findings import Findings, abstained, answered
from qa.matching import Matcher
from qa.mending import Mender
from qa.merged import with_merger
from qa.parting import is_compared, is_put_together
from qa.question import Question
from qa.reader import Reader, paragraphs_of
from qa.retriever import Evidence, Retriever
from qa.scope import EVERYTHING, Scope
from qa.superlatives import asks_for_place, is_superlative, superlative
from qa.twofold import answer_both, asked_twice

PASSAGES_READ, PASSAGES_GLANCED = 8, 4  # 12 found no more answers, 6 a few less
_log = logging.getLogger(__name__)
# Of a comparison, a claim or an extreme each part needs a candidate of this score; what a
# single candidate answers is given or not by its confidence, see `qa.confidence`.
PART_SCORE = 0.4


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
        clock = _Clock()

        def recall(earlier: Question) -> str | None:
            return self._answer(earlier.knowing(self.retriever.localities), clock, scope).answer

        asked = self.mender.mend(text)
        earlier = [self.mender.mend(turn) for turn in history[-REMEMBERED:]]
        question = resolve(asked, earlier, recall).knowing(self.retriever.localities)
        clock.lap("understand")
        answer = self._answer(question, clock, scope)
        if answer.abstained and is_carried(question, asked):
            elsewhen = self._answer(undated(question), clock, scope)
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

    def _answer(self, question: Question, clock: "_Clock", scope: Scope) -> Answer:
        search = _Search(self, clock, scope)
        find = search.find
        if question.asks == "yesno":
            return verify(question, find, PART_SCORE)
        if twice := asked_twice(question):
            return _sound(answer_both(twice, find), find(twice[0]))
        if asks_difference(question):
            if question.asks == "compare":
                compared = compare(question, find, PART_SCORE)
                if not compared.abstained:
                    return compared
            difference = difference_between(question, find, PART_SCORE)
            if difference is not None:
                return difference
        if is_superlative(question):
            extreme = superlative(question, find, PART_SCORE)
            if not extreme.abstained or asks_for_place(question):
                return extreme
        if asks_change(question) and (changed := then_and_now(question, find, PART_SCORE)):
            return changed
        if is_compared(question):
            compared = compare(question, find, PART_SCORE)
            if not compared.abstained or is_put_together(question):
                return compared
        findings = find(question)
        chosen = choose(findings)
        best = findings.best
        if best is None or chosen is None or best.confidence < calibration().threshold:
            score = best.score if best else 0.0
            return abstained(findings, nearest(question, score, search.glance, PART_SCORE))
        said, others = chosen
        note = merged(question, said.place) or beside(said, others)
        return _sound(answered(findings, said.text, [said, *others], note=note), findings)

    def find(self, question: Question) -> Findings:
        """The evidence and the candidates of a question, best first."""
        return _Search(self, _Clock(), EVERYTHING).find(question)


def _sound(answer: Answer, findings: Findings) -> Answer:
    """The answer; silence where it says a figure that stands outside its citations."""
    if answer.answer and (loose := loose_figures(answer.answer, answer.citations)):
        _log.error("figures %s stand outside the citations of %r", loose, answer.question)
        return abstained(findings)
    return answer


class _Search:
    """What is found for one question asked and its parts; what several ask is found once."""

    def __init__(self, assistant: Assistant, clock: "_Clock", scope: Scope) -> None:
        self._assistant, self._clock, self._scope = assistant, clock, scope
        self._matchers: dict[tuple[object, ...], Matcher] = {}
        self._evidence: dict[tuple[object, ...], list[Evidence]] = {}
        self._found: dict[Question, Findings] = {}
        self._documents: dict[str, Document] = {}

    def find(self, question: Question) -> Findings:
        """The evidence and the candidates, best first."""
        if question not in self._found:
            reader = Reader(question, self._matcher(question))
            evidence = self._search(question, reader)
            candidates = reader.read(paragraphs_of(evidence, self._document))
            self._clock.lap("read")
            self._found[question] = Findings(question, evidence, candidates)
        return self._found[question]

    def _search(self, question: Question, reader: Reader) -> list[Evidence]:
        """The passages to read; those that another part asked for in the same words."""

        def read_ahead(evidence: list[Evidence]) -> None:
            self._clock.lap("retrieve")
            reader.read_ahead(paragraphs_of(evidence, self._document))
            self._clock.lap("read")

        places = frozenset(question.place_names)
        asked = (question.original, *_words(question), question.focus, places)
        if asked not in self._evidence:
            self._clock.lap("read")
            self._evidence[asked] = self._assistant.retriever.search(
                question, PASSAGES_READ, self._scope, read_ahead
            )
            self._clock.lap("retrieve")
        return self._evidence[asked]

    def glance(self, question: Question) -> Findings:
        """What is found by the words alone in a few passages: nothing that is answered with."""
        self._clock.lap("read")
        evidence = self._assistant.retriever.glance(question, PASSAGES_GLANCED, self._scope)
        self._clock.lap("retrieve")
        paragraphs = paragraphs_of(evidence, self._document)
        candidates = Reader(question, self._matcher(question)).read(paragraphs)
        self._clock.lap("read")
        return Findings(question, evidence, candidates)

    def _document(self, name: str) -> Document:
        if name not in self._documents:
            self._documents[name] = self._assistant.index.document(name)
        return self._documents[name]

    def _matcher(self, question: Question) -> Matcher:
        asked = (*_words(question), question.names)
        if asked not in self._matchers:
            retriever = self._assistant.retriever
            self._matchers[asked] = Matcher(
                question,
                lambda unit: retriever.frequency(unit, question.folded),
                self._assistant.index.lexical.count,
            )
        return self._matchers[asked]


def _words(question: Question) -> tuple[object, ...]:
    """What tells the words of a question from those of another."""
    return question.text, question.folded, question.content


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

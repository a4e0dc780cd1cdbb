"""Looking for what a question asks: each part once, and what it takes of time."""

import time
from collections.abc import Callable

from index.documents import Document
from qa.findings import Findings
from qa.questions.question import Question
from qa.reader import Reader, paragraphs_of
from qa.readers.matching import Matcher
from qa.readers.reading import Reading
from qa.retriever import Evidence, Retriever
from qa.scope import Scope
from qa.texts.paragraph import Paragraph

Ask = Callable[[float], Question | None]
PASSAGES_READ, PASSAGES_GLANCED = 8, 4  # 12 found no more answers, 6 a few less


class Clock:
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


class Search:
    """What is found for one question asked and its parts; what several ask is found once."""

    def __init__(self, retriever: Retriever, clock: Clock, scope: Scope) -> None:
        self._retriever, self._clock, self._scope = retriever, clock, scope
        self._matchers: dict[tuple[object, ...], Matcher] = {}
        self._evidence: dict[tuple[object, ...], list[Evidence]] = {}
        self._found: dict[Question, Findings] = {}
        self._glanced: dict[Question, Findings] = {}
        self._documents: dict[str, Document] = {}

    def find(self, question: Question, else_ask: Ask | None = None) -> Findings:
        """The evidence and the candidates, best first.

        else_ask: told the best score that words alone promise, while the meaning is looked for;
        what it then asks is glanced at, too.
        """
        if question not in self._found:
            reader = Reader(question, self._matcher(question))
            evidence = self._search(question, reader, else_ask)
            candidates = reader.read(paragraphs_of(evidence, self._document))
            self._clock.lap("read")
            self._found[question] = Findings(question, evidence, candidates)
        return self._found[question]

    def _search(self, question: Question, reader: Reader, else_ask: Ask | None) -> list[Evidence]:
        """The passages to read; those that another part asked for in the same words."""

        def read_ahead(evidence: list[Evidence]) -> None:
            self._clock.lap("retrieve")
            score = reader.read_ahead(paragraphs_of(evidence, self._document))
            if else_ask and (other := else_ask(score)):
                self.glance(other)
            self._clock.lap("read")

        places = frozenset(question.place_names)
        asked = (question.original, *_words(question), question.focus, places)
        if asked not in self._evidence:
            self._clock.lap("read")
            self._evidence[asked] = self._retriever.search(
                question, PASSAGES_READ, self._scope, read_ahead
            )
            self._clock.lap("retrieve")
        return self._evidence[asked]

    def glance(self, question: Question) -> Findings:
        """What is found by the words alone in a few passages: nothing that is answered with."""
        if question not in self._glanced:
            self._clock.lap("read")
            evidence = self._retriever.glance(question, PASSAGES_GLANCED, self._scope)
            self._clock.lap("retrieve")
            paragraphs = paragraphs_of(evidence, self._document)
            candidates = Reader(question, self._matcher(question)).read(paragraphs)
            self._clock.lap("read")
            self._glanced[question] = Findings(question, evidence, candidates)
        return self._glanced[question]

    def paragraphs(self, question: Question) -> list[Paragraph]:
        """The paragraphs of the evidence, those of the best passages first."""
        return [one for one, _ in paragraphs_of(self.find(question).evidence, self._document)]

    def reading(self, question: Question) -> Reading:
        """A question with what its words weigh."""
        return Reading(question, self._matcher(question))

    def _document(self, name: str) -> Document:
        if name not in self._documents:
            self._documents[name] = self._retriever.index.document(name)
        return self._documents[name]

    def _matcher(self, question: Question) -> Matcher:
        asked = (*_words(question), question.names)
        if asked not in self._matchers:
            retriever = self._retriever
            self._matchers[asked] = Matcher(
                question,
                lambda unit: retriever.frequency(unit, question.folded),
                self._retriever.index.lexical.count,
            )
        return self._matchers[asked]


def _words(question: Question) -> tuple[object, ...]:
    """What tells the words of a question from those of another."""
    return question.text, question.folded, question.content

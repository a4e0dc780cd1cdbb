"""The street in a few lines: question → evidence → candidates → answer."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from index.store import Index
from qa.abstaining import at_another_time, merged, nearest, wider
from qa.answer import Answer, loose_figures
from qa.choosing import beside, choose
from qa.claims.claims import verify
from qa.comparing.ages import elder
from qa.comparing.aims import by_the_aim
from qa.comparing.changes import asks_change, then_and_now
from qa.comparing.compare import compare, tells_of_both
from qa.comparing.differences import asks_difference, difference_between
from qa.comparing.each import asks_each, is_said_of_each, told_of_each
from qa.comparing.earlier import as_it_was
from qa.comparing.exceeding import furthest_beyond
from qa.comparing.rest import the_rest
from qa.comparing.sharing import asks_sharing, sharing
from qa.comparing.sooner import sooner
from qa.comparing.superlatives import is_superlative, superlative, tells_of_it
from qa.confidence import calibration
from qa.dialogue.conversation import (
    REMEMBERED,
    Resolved,
    is_carried,
    resolve,
    undated,
)
from qa.findings import Findings, abstained, answered
from qa.fitting import asks_for_place
from qa.merged import with_merger
from qa.questions.courtesy import is_courtesy
from qa.questions.parting import MEASURED, is_compared, is_put_together
from qa.questions.question import Question, understand
from qa.retriever import Retriever
from qa.scope import EVERYTHING, Scope
from qa.searching import Clock, Search
from qa.spelling.mending import Mender
from qa.together import asks_the_same_twice, each_of_two, told_together
from qa.twofold import answer_both, asked_twice

_log = logging.getLogger(__name__)
# Of a comparison, a claim or an extreme each part needs a candidate of this score; what a
# single candidate answers is given or not by its confidence, see `qa.confidence`.
PART_SCORE = 0.4

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

        def recall(earlier: Question) -> str | None:
            return self._answer(earlier.knowing(self.retriever.localities), clock, scope).answer

        if is_courtesy(text):
            return _nothing_asked(text, clock)
        asked = self.mender.mend(text)
        told = [turn for turn in history if not is_courtesy(turn)]
        earlier = [self.mender.mend(turn) for turn in told[-REMEMBERED:]]
        resolved = resolve(asked, earlier, recall)
        clock.lap("understand")
        question, answer = self._first_answered(resolved, clock, scope)
        if answer.abstained and is_carried(question, asked):
            again = replace(resolved, readings=(undated(question),))
            _, elsewhen = self._first_answered(again, clock, scope)
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

    def _first_answered(
        self, resolved: Resolved, clock: Clock, scope: Scope
    ) -> tuple[Question, Answer]:
        """The first reading of a question that has an answer; the likeliest where none has.

        In a conversation an answer that was given just before is none.
        """
        silent: list[tuple[Question, Answer]] = []
        before: list[Answer] = []
        for reading in resolved.readings:
            question = reading.knowing(self.retriever.localities)
            answer = self._answer(question, clock, scope)
            if not answer.abstained:
                before = before or [self._answer(one, clock, scope) for one in resolved.earlier]
                answer = answer.withheld() if any(map(answer.repeats, before)) else answer
            if not answer.abstained:
                return question, answer
            silent.append((question, answer))
        return silent[0]

    def _answer(self, question: Question, clock: Clock, scope: Scope) -> Answer:
        search = Search(self.retriever, clock, scope)
        find = search.find
        if question.asks == "yesno":
            return verify(question, find, PART_SCORE)
        if older := elder(question, find):
            return older
        if earlier := sooner(question, find, PART_SCORE):
            return earlier
        if twice := asked_twice(question):
            return _sound(answer_both(twice, find), find(twice[0]))
        if asks_sharing(question):
            return sharing(question, find, calibration().threshold)
        if asks_difference(question):
            if told := by_the_aim(question, find, calibration().threshold):
                return told
            if question.asks == "compare":
                compared = compare(question, find, PART_SCORE)
                if not compared.abstained:
                    return compared
            difference = difference_between(question, find, PART_SCORE)
            if difference is not None:
                return difference
        if furthest := furthest_beyond(question, find, PART_SCORE):
            return furthest
        if is_superlative(question):
            extreme = superlative(question, find, PART_SCORE)
            if not extreme.abstained or asks_for_place(question):
                return extreme
        if asks_change(question) and (changed := then_and_now(question, find, PART_SCORE)):
            return changed
        if is_compared(question):
            compared = compare(question, find, PART_SCORE)
            if not compared.abstained:
                return compared
            if is_put_together(question):
                return told_together(question, find) or compared
        elif asks_the_same_twice(question) and (told := told_together(question, find)):
            return told
        if asks_each(question):
            if each := told_of_each(question, find, calibration().threshold):
                return _sound(each, find(question))
            if is_said_of_each(question):
                return abstained(find(question))
        findings = search.find(question, partial(wider, question, threshold=PART_SCORE))
        chosen = choose(findings)
        best = findings.best
        if best is None or chosen is None or best.confidence < calibration().threshold:
            for computed in (as_it_was, by_the_aim, the_rest):
                if told := computed(question, find, calibration().threshold):
                    return told
            score = best.score if best else 0.0
            return abstained(findings, nearest(question, score, search.glance, PART_SCORE))
        if is_superlative(question) and question.asks == "how" and not tells_of_it(best):
            return abstained(findings)
        if not tells_of_both(question, best):
            return abstained(findings)
        if question.asks in MEASURED and (both := each_of_two(question, findings)):
            return both if both.computed else _sound(both, findings)
        said, others = chosen
        note = merged(question, said.place) or beside(said, others)
        return _sound(answered(findings, said.text, [said, *others], note=note), findings)

    def find(self, question: Question) -> Findings:
        """The evidence and the candidates of a question, best first."""
        return Search(self.retriever, Clock(), EVERYTHING).find(question)


def _nothing_asked(text: str, clock: Clock) -> Answer:
    """Silence for what is said only to be polite."""
    question = understand(text)
    clock.lap("understand")
    answer = abstained(Findings(question, (), ()), NOTHING_ASKED)
    return replace(answer, question=text, understood=question.original, timings_ms=clock.timings())


def _sound(answer: Answer, findings: Findings) -> Answer:
    """The answer; silence where it says a figure that stands outside its citations."""
    if answer.answer and (loose := loose_figures(answer.answer, answer.citations)):
        _log.error("figures %s stand outside the citations of %r", loose, answer.question)
        return abstained(findings)
    return answer

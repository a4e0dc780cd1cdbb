"""The ways to answer a question, in the order they are tried: the first that has an answer gives
it, and silence of a way that knows the question to be its own is an answer, too."""

import logging
from collections.abc import Callable
from functools import partial

from qa.abstaining import merged, nearest, wider
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
from qa.findings import Findings, abstained, answered
from qa.fitting import asks_for_place
from qa.questions.parting import is_compared, is_put_together
from qa.questions.question import Question
from qa.questions.worded import MEASURED
from qa.rows.answering import told_by_rows
from qa.rows.claiming import claimed_of_a_row
from qa.searching import Search
from qa.together import asks_the_same_twice, each_of_two, told_together
from qa.twofold import answer_both, asked_twice

_log = logging.getLogger(__name__)

# None where the question is not one of its own, or where another way may find more.
Way = Callable[[Question, Search], Answer | None]

# Of a comparison, a claim or an extreme each part needs a candidate of this score; what a
# single candidate answers is given or not by its confidence, see `qa.confidence`.
PART_SCORE = 0.4
# What follows from other figures, where none is told.
_COMPUTED = (as_it_was, by_the_aim, the_rest)


def answer(question: Question, search: Search) -> Answer:
    """What the reports say to a question, or silence."""
    for way in WAYS:
        if (said := way(question, search)) is not None:
            return said
    return _read(question, search)


def _claimed(question: Question, search: Search) -> Answer | None:
    return verify(question, search.find, PART_SCORE) if question.asks == "yesno" else None


def _elder(question: Question, search: Search) -> Answer | None:
    return elder(question, search.find)


def _sooner(question: Question, search: Search) -> Answer | None:
    return sooner(question, search.find, PART_SCORE)


def _twofold(question: Question, search: Search) -> Answer | None:
    twice = asked_twice(question)
    return _sound(answer_both(twice, search.find), search.find(twice[0])) if twice else None


def _shared(question: Question, search: Search) -> Answer | None:
    if not asks_sharing(question):
        return None
    return sharing(question, search.find, calibration().threshold)


def _difference(question: Question, search: Search) -> Answer | None:
    if not asks_difference(question):
        return None
    if told := by_the_aim(question, search.find, calibration().threshold):
        return told
    if question.asks == "compare":
        compared = compare(question, search.find, PART_SCORE)
        if not compared.abstained:
            return compared
    return difference_between(question, search.find, PART_SCORE)


def _exceeding(question: Question, search: Search) -> Answer | None:
    return furthest_beyond(question, search.find, PART_SCORE)


def _extreme(question: Question, search: Search) -> Answer | None:
    if not is_superlative(question):
        return None
    extreme = superlative(question, search.find, PART_SCORE)
    return extreme if asks_for_place(question) else _unless_silent(extreme)


def _changed(question: Question, search: Search) -> Answer | None:
    return then_and_now(question, search.find, PART_SCORE) if asks_change(question) else None


def _sides(question: Question, search: Search) -> Answer | None:
    if not is_compared(question):
        return told_together(question, search.find) if asks_the_same_twice(question) else None
    compared = compare(question, search.find, PART_SCORE)
    if compared.abstained and is_put_together(question):
        return told_together(question, search.find) or compared
    return _unless_silent(compared)


def _unless_silent(said: Answer) -> Answer | None:
    return None if said.abstained else said


def _each(question: Question, search: Search) -> Answer | None:
    if not asks_each(question):
        return None
    if each := told_of_each(question, search.find, calibration().threshold):
        return _sound(each, search.find(question))
    return abstained(search.find(question)) if is_said_of_each(question) else None


WAYS: tuple[Way, ...] = (
    claimed_of_a_row,
    _claimed,
    _elder,
    _sooner,
    _twofold,
    _shared,
    _difference,
    _exceeding,
    told_by_rows,
    _extreme,
    _changed,
    _sides,
    _each,
)


def _read(question: Question, search: Search) -> Answer:
    """The best candidate of all passages, if it is sure enough; else what can be computed."""
    findings = search.find(question, partial(wider, question, threshold=PART_SCORE))
    chosen, best = choose(findings), findings.best
    if best is None or chosen is None or best.confidence < calibration().threshold:
        for computed in _COMPUTED:
            if told := computed(question, search.find, calibration().threshold):
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


def _sound(said: Answer, findings: Findings) -> Answer:
    """The answer; silence where it says a figure that stands outside its citations."""
    if said.answer and (loose := loose_figures(said.answer, said.citations)):
        _log.error("figures %s stand outside the citations of %r", loose, said.question)
        return abstained(findings)
    return said

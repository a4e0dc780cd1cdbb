"""Question + evidence → candidate answers, by the reader of the kind asked for."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from index.documents import Document
from qa.confidence import with_confidence
from qa.questions.question import Question
from qa.readers.bodies.acting import acting_fit, may_act
from qa.readers.bodies.addressed import asks_addressed, read_addressed
from qa.readers.bodies.addresses import read_addresses
from qa.readers.bodies.documents import read_documents
from qa.readers.bodies.lacking import read_lacking
from qa.readers.bodies.organizations import is_led, read_organizations
from qa.readers.bodies.roles import may_be_body
from qa.readers.bodies.unnamed import asks_partner, read_unnamed, read_unnamed_bodies
from qa.readers.countries import read_countries
from qa.readers.dates.dates import read_dates
from qa.readers.figures.numbers import read_numbers
from qa.readers.matching import Matcher
from qa.readers.people.held_offices import names_asked, read_offices
from qa.readers.people.homes import asks_home
from qa.readers.people.persons import read_persons
from qa.readers.places.places import (
    may_be_locality,
    read_place_lists,
    read_provinces,
    read_ranked_localities,
)
from qa.readers.reading import Candidate, Reading, candidates_in_order
from qa.readers.rows import with_row
from qa.readers.sentences.lists import read_lists
from qa.readers.sentences.measured import holds_figure, read_measured
from qa.readers.sentences.part import answering_part
from qa.readers.sentences.reasons import doubted, read_reasons
from qa.readers.sentences.sentences import read_sentences
from qa.readers.signs import weigh
from qa.retriever import Evidence
from qa.tables.reading import TableReader
from qa.texts.paragraph import Paragraph, paragraphs

ReadKind = Callable[[Reading, Paragraph], list[Candidate]]
Place = tuple[str, int]
"""A document's id and where a paragraph of it begins."""


def read_anyone(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """People; organisations too where they may as well do what is asked ("với ai", "do ai xây
    dựng"), or are said to do it ("do Quỹ A trao tặng", "Sở B bố trí kinh phí")."""
    found = read_persons(reading, paragraph) + read_addressed(reading, paragraph)
    if may_be_body(reading.question):
        bodies = read_organizations(reading, paragraph)
        told_to = asks_addressed(reading.question.text)
        found += [body for body in bodies if not (told_to and is_led(paragraph, body.span))]
    elif may_act(reading.question):
        found += [
            replace(body, score=body.score * fit, signs={**body.signs, "doer": fit})
            for body in read_organizations(reading, paragraph)
            if (fit := acting_fit(reading, paragraph, body.span))
        ]
    elif not asks_partner(reading.question):
        return found + read_lacking(reading, paragraph)
    return found + read_unnamed(reading, paragraph) + read_lacking(reading, paragraph)


def read_bodies(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """Organisations; those too that a common noun tells of, where any "bên nào" is asked for or
    who does not."""
    found = read_organizations(reading, paragraph) + read_unnamed_bodies(reading, paragraph)
    if may_be_locality(reading.question):
        found += read_ranked_localities(reading, paragraph)
    return found + read_lacking(reading, paragraph) + read_addressed(reading, paragraph)


def read_told(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """Sentences; bodies too where it is asked which do not ("cấp nào chưa có …")."""
    return read_sentences(reading, paragraph) + read_lacking(reading, paragraph)


def read_located(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """Places; bodies too where it is asked which do not ("nơi nào chưa có …")."""
    return read_provinces(reading, paragraph) + read_lacking(reading, paragraph)


def read_several(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """Sentences that count up what is asked for; bodies, where it is asked which do not or must."""
    found = read_lists(reading, paragraph) + read_lacking(reading, paragraph)
    if asks_partner(reading.question):
        found += read_unnamed(reading, paragraph)
    return found + read_addressed(reading, paragraph)


_KINDS: dict[str, ReadKind] = {
    **dict.fromkeys(
        ("percent", "rank", "score", "money", "change", "count", "number"), read_numbers
    ),
    "province": read_located,
    "places": read_place_lists,
    "country": read_countries,
    "person": read_anyone,
    "office": read_offices,
    "document": read_documents,
    "address": read_addresses,
    "date": read_dates,
    "organization": read_bodies,
    "reason": read_reasons,
    "list": read_several,
    "measured": read_measured,
}
# These answer with whole sentences.
_WHOLE: tuple[ReadKind, ...] = (read_told, read_several, read_reasons)
PRIOR_WEIGHT = 0.15
# A paragraph that can meet less than this share of the best score is not read, nor of a score that
# was answered with: it holds no rival to speak of.
WORTH_READING, RIVALLED = 0.5, 0.4
# No answer was given with less, nor of a paragraph that can meet less: before there is a candidate
# as good as this there are no rivals to look for.
WORTH_ANSWERING = 0.3


class Reader:
    """Reads the paragraphs found for one question; what was read ahead is not read again."""

    def __init__(self, question: Question, matcher: Matcher) -> None:
        self._reading = Reading(question, matcher)
        self._tables = TableReader(self._reading)
        self._read_kind = _KINDS.get(question.asks, read_told)
        # What is told of someone named is read wherever the name stands.
        self._of_someone = question.asks == "office" or (
            question.asks == "province" and asks_home(question)
        )
        self._read: dict[Place, list[Candidate]] = {}

    def read(self, found: Sequence[tuple[Paragraph, float]]) -> list[Candidate]:
        """The candidates of paragraphs, each given with its retrieval score, best first; a
        candidate stands once."""
        question = self._reading.question
        ordered = candidates_in_order(self._candidates(found))
        if ordered and self._read_kind in _WHOLE and ordered[0].score >= WORTH_ANSWERING:
            ordered[0] = _with_part(self._reading, ordered[0])
        elif ordered and self._read_kind not in _WHOLE:
            ordered = with_row(question.asks, ordered)
        if ordered and self._read_kind is read_reasons:
            ordered[0] = doubted(ordered)
        return with_confidence(question, ordered)

    def read_ahead(self, found: Sequence[tuple[Paragraph, float]]) -> float:
        """Read paragraphs that will likely be found, with what is known of their scores; the best
        score of a candidate, 0 without one."""
        return max((one.score for one in self._candidates(found)), default=0.0)

    def _candidates(self, found: Sequence[tuple[Paragraph, float]]) -> list[Candidate]:
        bounds = [(self._bound(one), one, prior) for one, prior in found]
        best: dict[tuple[str, int, int, str], Candidate] = {}
        highest = 0.0
        for bound, paragraph, prior in sorted(bounds, key=lambda one: -one[0]):
            if bound < WORTH_ANSWERING > highest or bound < WORTH_READING * max(highest, RIVALLED):
                break
            for candidate in self._candidates_in(paragraph):
                signs = {**candidate.signs, "found": 1 - PRIOR_WEIGHT + PRIOR_WEIGHT * prior}
                score = weigh(signs)
                highest = max(highest, score)
                start = paragraph.start + candidate.span[0]
                key = (
                    paragraph.document.id,
                    start,
                    paragraph.start + candidate.span[1],
                    candidate.text,
                )
                if key not in best or best[key].score < score:
                    best[key] = replace(candidate, score=score, prior=prior, signs=signs)
        return list(best.values())

    def _bound(self, paragraph: Paragraph) -> float:
        """The most that a paragraph can meet; all where it names whose office is asked for, or holds
        the figure that is asked about."""
        reading = self._reading
        if self._read_kind is read_measured and holds_figure(reading, paragraph):
            return 1.0
        if self._of_someone and names_asked(reading.question, paragraph):
            return 1.0
        return reading.matcher.bound(paragraph, reading.framing(paragraph))

    def _candidates_in(self, paragraph: Paragraph) -> list[Candidate]:
        place = paragraph.document.id, paragraph.start
        if place not in self._read:
            row = self._tables.read(paragraph)
            self._read[place] = self._read_kind(self._reading, paragraph) if row is None else row
        return self._read[place]


def _with_part(reading: Reading, candidate: Candidate) -> Candidate:
    """A candidate of whole sentences with the part marked that says what is asked."""
    start, end = candidate.quote
    # A pair of sentences may cross into the next line.
    if candidate.span != candidate.quote or not 0 <= start < end <= len(candidate.paragraph.text):
        return candidate
    part = answering_part(reading, candidate.paragraph, candidate.quote)
    return replace(candidate, span=part)


def paragraphs_of(
    evidence: Sequence[Evidence], document: Callable[[str], Document]
) -> list[tuple[Paragraph, float]]:
    """The paragraphs of the evidence, each once, with the best score of its passages.

    document: the one of an id.
    """
    found: dict[Place, tuple[Paragraph, float]] = {}
    for one in evidence:
        passage = one.passage
        for paragraph in paragraphs(document(passage.document), passage.start, passage.end):
            key = (passage.document, paragraph.start)
            if key not in found or found[key][1] < one.score:
                found[key] = (paragraph, one.score)
    return list(found.values())

"""Question + evidence → candidate answers, by the reader of the kind asked for."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from index.store import Index
from qa.confidence import with_confidence
from qa.matching import Matcher
from qa.paragraph import Paragraph, paragraphs
from qa.question import Question
from qa.readers.countries import read_countries
from qa.readers.dates import read_dates
from qa.readers.documents import read_documents
from qa.readers.lists import read_lists
from qa.readers.numbers import read_numbers
from qa.readers.organizations import read_organizations
from qa.readers.part import answering_part
from qa.readers.persons import read_offices, read_persons
from qa.readers.places import read_place_lists, read_provinces
from qa.readers.reading import Candidate, Reading, candidates_in_order
from qa.readers.reasons import read_reasons
from qa.readers.roles import may_be_body
from qa.readers.rows import with_row
from qa.readers.sentences import read_sentences
from qa.readers.signs import weigh
from qa.retriever import Evidence

Reader = Callable[[Reading, Paragraph], list[Candidate]]


def read_anyone(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """People; organisations too where they may as well do what is asked: "với ai", "do ai xây dựng"."""
    found = read_persons(reading, paragraph)
    if may_be_body(reading.question):
        found += read_organizations(reading, paragraph)
    return found


_READERS: dict[str, Reader] = {
    **dict.fromkeys(
        ("percent", "rank", "score", "money", "change", "count", "number"), read_numbers
    ),
    "province": read_provinces,
    "places": read_place_lists,
    "country": read_countries,
    "person": read_anyone,
    "office": read_offices,
    "document": read_documents,
    "date": read_dates,
    "organization": read_organizations,
    "reason": read_reasons,
    "list": read_lists,
}
# These answer with whole sentences.
_WHOLE: tuple[Reader, ...] = (read_sentences, read_lists, read_reasons)
PRIOR_WEIGHT = 0.15
# A paragraph that can meet less than this share of the best score is not read, nor of a score that
# no answer was given with by far (0.35 is the least, from a paragraph that can meet as much).
WORTH_READING = 0.5
WORTH_ANSWERING = 0.4


def read(
    question: Question, evidence: Sequence[Evidence], matcher: Matcher, index: Index
) -> list[Candidate]:
    """The candidates found in the evidence, best first; a candidate stands once."""
    return read_paragraphs(question, _paragraphs(evidence, index), matcher)


def read_paragraphs(
    question: Question, found: Sequence[tuple[Paragraph, float]], matcher: Matcher
) -> list[Candidate]:
    """The candidates of paragraphs, each given with its retrieval score, best first."""
    reader = _READERS.get(question.asks, read_sentences)
    reading = Reading(question, matcher)
    bounds = [(matcher.bound(one, reading.framing(one)), one, prior) for one, prior in found]
    best: dict[tuple[str, int, int, str], Candidate] = {}
    highest = WORTH_ANSWERING
    for bound, paragraph, prior in sorted(bounds, key=lambda one: -one[0]):
        if bound < WORTH_READING * highest:
            break
        for candidate in reader(reading, paragraph):
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
    ordered = candidates_in_order(list(best.values()))
    if ordered and reader in _WHOLE:
        ordered[0] = _with_part(reading, ordered[0])
    elif ordered:
        ordered = with_row(question.asks, ordered)
    return with_confidence(question, ordered)


def _with_part(reading: Reading, candidate: Candidate) -> Candidate:
    """A candidate of whole sentences with the part marked that says what is asked."""
    start, end = candidate.quote
    # A pair of sentences may cross into the next line.
    if candidate.span != candidate.quote or not 0 <= start < end <= len(candidate.paragraph.text):
        return candidate
    part = answering_part(reading, candidate.paragraph, candidate.quote)
    return replace(candidate, span=part)


def _paragraphs(evidence: Sequence[Evidence], index: Index) -> list[tuple[Paragraph, float]]:
    """The paragraphs of the evidence, each once, with the best score of its passages."""
    found: dict[tuple[str, int], tuple[Paragraph, float]] = {}
    documents = {name: index.document(name) for name in {one.passage.document for one in evidence}}
    for one in evidence:
        document = documents[one.passage.document]
        for paragraph in paragraphs(document, one.passage.start, one.passage.end):
            key = (document.id, paragraph.start)
            if key not in found or found[key][1] < one.score:
                found[key] = (paragraph, one.score)
    return list(found.values())

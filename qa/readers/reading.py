"""What every reader works with: the question, its matcher, and candidates."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from itertools import pairwise

from index.documents import Document
from index.vietnamese import Span, fold, tokens
from qa.dating import measured_periods, period_of
from qa.matching import Framing, Match, Matcher
from qa.organizations import organizations
from qa.paragraph import Paragraph
from qa.period import Period, agreement
from qa.question import Question
from qa.readers.locating import district_of, place_of, provinces_of
from qa.readers.signs import Signs, met, weigh
from qa.terms import Unit, units
from qa.territory import Territories

LEAD = 600
QUOTE_LENGTH = 400
# Of these kinds there are several, each with figures of its own.
BODIES = frozenset({"ministry", "department"})

OTHER_PLACE, UNKNOWN_PLACE, NAMED_BESIDE, NARROWER_PLACE = 0.2, 0.4, 0.8, 0.45
ABSENT_NAME = 0.3
ABSENT_ACRONYM = 0.5
OTHER_YEARS = 0.7
RIVAL = 0.35
LOCAL = 0.5
ELSEWHERE_NAMED = 0.9
# So many units beside a span count as its neighbours.
BESIDE_UNITS, MET_BESIDE = 4, 1.1


@dataclass(frozen=True)
class Candidate:
    """A possible answer: its span and the quote around it, in the paragraph's text.

    `signs` are weighed into `score`, which orders the candidates of one question; `prior` is the
    score its passage was retrieved with, `confidence` the chance that it is right (0–1).
    """

    paragraph: Paragraph
    span: Span
    quote: Span
    text: str
    score: float
    place: str | None = None
    period: Period | None = None
    nature: str = "achieved"
    prior: float = 0.0
    confidence: float = 0.0
    signs: Signs = field(default_factory=dict)


@dataclass(frozen=True)
class Reading:
    """A question on its way through the readers."""

    question: Question
    matcher: Matcher
    _framings: dict[str, Framing] = field(default_factory=dict)

    def match(
        self, paragraph: Paragraph, span: Span, territories: Territories | None = None
    ) -> Match:
        """Meet the question around a span of a paragraph, each word with its owner."""
        first, last = paragraph.unit_at(span[0]), paragraph.unit_at(span[1])
        share = partial(territories.share, span) if territories else None
        return self.matcher.match(paragraph, first, last, self.framing(paragraph), share)

    def framing(self, paragraph: Paragraph) -> Framing:
        """What the report tells around a paragraph."""
        known = self._framings.get(paragraph.document.id)
        if known is None:
            framed = context(paragraph, self.question.folded)
            known = self._framings[paragraph.document.id] = Framing(framed, self.named(paragraph))
        return known

    def named(self, paragraph: Paragraph) -> frozenset[str]:
        """Keys of the question's names that the report holds: "nhà trường" refers to them."""
        return frozenset(
            self.matcher.key(unit)
            for name in self.question.names
            if _holds_name(paragraph.document, name)
            for unit in name
        )

    def territories(
        self,
        paragraph: Paragraph,
        spans: Sequence[Span],
        comments: Iterable[Span] = (),
        opening: bool = False,
    ) -> dict[Span, Territories]:
        """For each span the territories of its sentence's spans."""
        by_sentence: dict[Span, list[Span]] = {}
        for span in spans:
            by_sentence.setdefault(paragraph.sentence_at(span[0]), []).append(span)
        commenting = frozenset(comments)
        return {
            span: territories
            for listed in by_sentence.values()
            for territories in [Territories(paragraph, listed, commenting, opening)]
            for span in listed
        }

    def place_signs(self, paragraph: Paragraph, span: Span) -> dict[str, float]:
        """How well the place and the names a span tells of are those asked about."""
        question = self.question
        fit, narrower = 1.0, 1.0
        if not question.place_names and _NATION.search(fold(question.text)):
            clause = paragraph.folded[slice(*paragraph.clause_at(span[0]))]
            if place_of(paragraph, span) and not _NATION.search(clause):
                fit = LOCAL
        if question.place_names:
            place = place_of(paragraph, span)
            if place is None:
                fit = self._unplaced_fit(paragraph)
            elif place not in question.place_names:
                fit = OTHER_PLACE
        if not question.districts and not question.names:
            district = district_of(paragraph, span)
            narrower = NARROWER_PLACE if district and not self._says(district) else 1.0
        return {
            "place": fit,
            "narrower": narrower,
            "name": self._name_fit(paragraph),
            "rival": self._rival_fit(paragraph, span),
        }

    def beside(self, paragraph: Paragraph, span: Span) -> dict[str, float]:
        """Whether what stands left and right of the question word stands beside a span too."""
        first, last = paragraph.unit_at(span[0]), paragraph.unit_at(span[1])
        left, right = self._neighbours
        return {
            "left": self._meets(left, paragraph, first - BESIDE_UNITS, first),
            "right": self._meets(right, paragraph, last, last + BESIDE_UNITS),
        }

    def _meets(self, word: Unit | None, paragraph: Paragraph, start: int, end: int) -> float:
        if word is None:
            return 1.0
        near = paragraph.units[max(0, start) : end]
        same = any(
            self.matcher.key(unit) == self.matcher.key(word) or unit.group == word.group >= 0
            for unit in near
        )
        return MET_BESIDE if same else 1.0

    @cached_property
    def _neighbours(self) -> tuple[Unit | None, Unit | None]:
        """The words of content next to the question word, left and right."""
        start, end = self.question.focus
        if start == end:
            return None, None
        before = [unit for unit in self.question.content if unit.end <= start]
        after = [unit for unit in self.question.content if unit.start >= end]
        return (before[-1] if before else None), (after[0] if after else None)

    def _says(self, name: str) -> bool:
        """Whether the question holds a name, however it is typed."""
        spelt = " ".join(unit.folded for unit in units(name))
        return f" {spelt} " in f" {' '.join(unit.folded for unit in self.question.units)} "

    def _unplaced_fit(self, paragraph: Paragraph) -> float:
        """How well a span of no known place may tell of the one asked about: if it is named."""
        asked = self.question.place_names
        if any(mention.name in asked for mention in paragraph.provinces):
            return NAMED_BESIDE
        if asked & provinces_of(paragraph.document):
            return UNKNOWN_PLACE
        return OTHER_PLACE

    def _name_fit(self, paragraph: Paragraph) -> float:
        """Names in the question must stand in the paragraph, or in the title or lead; the
        number of a document anywhere in the report."""
        folded = self.question.folded
        if any(
            number not in numbers_of(paragraph.document)
            for number in self.question.document_numbers
        ):
            return ABSENT_NAME
        here = paragraph.by_folded if folded else paragraph.by_key
        framed = context(paragraph, folded)
        fit = 1.0
        for name in self.question.names:
            keys = [self.matcher.key(unit) for unit in name]
            opens = not self.question.text[: name[0].start].strip()
            if (
                opens
                and len(keys) == 1
                and not self.question.text[name[0].start : name[0].end].isupper()
            ):
                continue  # "Hacker tấn công …"
            if opens and len(keys) > 2 and not _holds_name(paragraph.document, name):
                keys = keys[1:]  # "Chuỗi Nhật Cường …": the capital is the question's
            if not all(key in here or key in framed for key in keys):
                held = _holds_name(paragraph.document, name)
                acronym = len(name) == 1
                absent = ABSENT_ACRONYM if acronym else ABSENT_NAME
                fit = min(fit, ELSEWHERE_NAMED if held else absent)
        return fit

    def _rival_fit(self, paragraph: Paragraph, span: Span) -> float:
        """A sentence that names another body, and not the one asked about, tells of the other."""
        return min(self._brand_fit(paragraph, span), self._body_fit(paragraph, span))

    def _body_fit(self, paragraph: Paragraph, span: Span) -> float:
        asked = self._bodies
        if not asked:
            return 1.0
        start, end = paragraph.clause_at(span[0])
        here = [one for one in paragraph.organizations if start <= one.span[0] < end]
        rivals = {one.kind for one in here if one.span[0] < span[0]} & {kind for kind, _ in asked}
        if not rivals:
            return 1.0
        said = {
            self.matcher.key(unit)
            for unit in paragraph.units[paragraph.unit_at(start) : paragraph.unit_at(end)]
        }
        return 1.0 if any(keys <= said for _, keys in asked) else RIVAL

    @cached_property
    def _bodies(self) -> list[tuple[str, frozenset[str]]]:
        """The ministries and departments the question names: kind, and keys of the name."""
        question = self.question
        return [
            (
                one.kind,
                frozenset(
                    self.matcher.key(unit)
                    for unit in question.units
                    if one.span[0] <= unit.start < one.span[1]
                ),
            )
            for one in organizations(question.text)
            if one.kind in BODIES and not question.focus[0] <= one.span[0] < question.focus[1]
        ]

    def _brand_fit(self, paragraph: Paragraph, span: Span) -> float:
        asked = {self.matcher.key(name[0]) for name in self.question.names if len(name) == 1}
        if not asked:
            return 1.0
        start, end = paragraph.sentence_at(span[0])
        named = [
            unit
            for first, last in paragraph.brands
            if start <= first < end
            for unit in paragraph.units[paragraph.unit_at(first) : paragraph.unit_at(last)]
        ]
        keys = {self.matcher.key(unit) for unit in named}
        rivals = (unit for unit in named if unit.start < span[0] and unit.kind == "word")
        if asked <= keys or all(self.matcher.key(unit) in asked for unit in rivals):
            return 1.0
        return RIVAL

    def period_fit(self, paragraph: Paragraph, span: Span) -> float:
        """How well the period of a span is the one asked about."""
        asked = self.question.period
        if asked is None:
            return 1.0
        stated = period_of(paragraph, span)
        fit = agreement(asked, stated)
        counted = self.question.kind == "number"
        if (
            counted
            and stated is None
            and asked.year
            and other_years(paragraph.document, asked.year)
        ):
            fit *= OTHER_YEARS
        if fit == 0.0 and asked.year:
            start, end = paragraph.clause_at(span[0])
            named = [p for p in measured_periods(paragraph) if start <= p.start < end]
            if any(p.year == asked.year for p in named):
                return 0.8
        return fit


# What is told of the whole country.
_NATION = re.compile(r"\b(?:ca nuoc|toan quoc)\b")


def other_years(document: Document, year: int) -> bool:
    """Whether a report names years but not this one."""
    return str(year) not in document.text and _YEAR.search(document.text) is not None


_YEAR = re.compile(r"\b20[0-4]\d\b")


@lru_cache(maxsize=512)
def _context(identity: str, frame: str, folded: bool) -> frozenset[str]:
    keys = [unit.folded if folded else unit.key for unit in units(frame)]
    return frozenset(keys) | {f"{left} {right}" for left, right in pairwise(keys)}


def context(paragraph: Paragraph, folded: bool) -> frozenset[str]:
    """Keys of the title and the lead of a paragraph's document, and of each two neighbours."""
    document = paragraph.document
    return _context(document.sha256 or document.id, document.text[:LEAD], folded)


@lru_cache(maxsize=1024)
def _folded_words(identity: str, text: str) -> str:
    return " ".join(token.folded for token in tokens(text))


def _holds_name(document: Document, name: Sequence[Unit]) -> bool:
    """Whether a report names it, word for word, accents aside."""
    words = _folded_words(document.sha256 or document.id, document.text)
    return f" {' '.join(unit.folded for unit in name)} " in f" {words} "


@lru_cache(maxsize=1024)
def _numbers(identity: str, text: str) -> frozenset[str]:
    return frozenset(token.folded for token in tokens(text) if token.kind != "word")


def numbers_of(document: Document) -> frozenset[str]:
    """Keys of all numbers in a report; an official document's short form counts too."""
    keys = _numbers(document.sha256 or document.id, document.text)
    long = [re.split(r"([/-])", key) for key in keys if "-" in key or "/" in key]
    return keys | {"".join(parts[:at]) for parts in long for at in range(1, len(parts), 2)}


def quote_around(paragraph: Paragraph, span: Span) -> Span:
    """The clause that holds a span; of a very long one the commas nearest around it.

    A cell is quoted with its row, which says what it is of.
    """
    if paragraph.cells and len(paragraph.text) <= QUOTE_LENGTH:
        return 0, len(paragraph.text)
    start, end = paragraph.clause_at(span[0])
    end = max(end, span[1])
    text = paragraph.text
    if end - start > QUOTE_LENGTH:
        left = text.rfind(", ", start, max(start, span[0] - QUOTE_LENGTH // 2))
        right = text.find(", ", min(end, span[1] + QUOTE_LENGTH // 2), end)
        start = left + 2 if left >= 0 else start
        end = right if right >= 0 else end
    while end > span[1] and text[end - 1] in " ;,.":
        end -= 1
    return start, end


def candidates_in_order(found: Sequence[Candidate]) -> list[Candidate]:
    """Best first; earlier in the text first among equals."""
    return sorted(
        found, key=lambda c: (-c.score, c.paragraph.document.id, c.paragraph.start, c.span)
    )


def span_candidate(
    reading: Reading,
    paragraph: Paragraph,
    span: Span,
    reach: Span,
    signs: Signs,
    territories: Territories | None = None,
) -> Candidate:
    """A span as an answer, met by the words around `reach`; `signs` are those of its kind."""
    signs = {
        **met(reading.match(paragraph, reach, territories)),
        **reading.place_signs(paragraph, span),
        **reading.beside(paragraph, span),
        **signs,
    }
    if reading.question.asks != "date":
        signs["period"] = max(0.5, reading.period_fit(paragraph, span))
    return Candidate(
        paragraph=paragraph,
        span=span,
        quote=quote_around(paragraph, span),
        text=paragraph.text[slice(*span)],
        score=weigh(signs),
        signs=signs,
    )

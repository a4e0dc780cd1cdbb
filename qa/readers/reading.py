"""What every reader works with: the question, its matcher, and candidates."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise

from index.documents import Document
from index.vietnamese import Span, fold, tokens
from qa.figures import measured_periods, period_of
from qa.matching import Match, Matcher
from qa.paragraph import Paragraph
from qa.period import Period, agreement
from qa.question import Question
from qa.terms import Unit, units
from qa.territory import Territories

LEAD = 600
QUOTE_LENGTH = 400

OTHER_PLACE, UNKNOWN_PLACE, NARROWER_PLACE = 0.2, 0.5, 0.45
ABSENT_NAME = 0.3
ABSENT_ACRONYM = 0.5
OTHER_YEARS = 0.7
RIVAL = 0.5
LOCAL = 0.5
ELSEWHERE_NAMED = 0.9


@dataclass(frozen=True)
class Candidate:
    """A possible answer: its span and the quote around it, in the paragraph's text."""

    paragraph: Paragraph
    span: Span
    quote: Span
    text: str
    score: float
    place: str | None = None
    period: Period | None = None
    nature: str = "achieved"


@dataclass(frozen=True)
class Reading:
    """A question on its way through the readers; `prior` is the retriever's word (0–1)."""

    question: Question
    matcher: Matcher
    prior: float = 1.0

    def match(
        self, paragraph: Paragraph, span: Span, territories: Territories | None = None
    ) -> Match:
        """Meet the question around a span of a paragraph, each word with its owner."""
        first, last = paragraph.unit_at(span[0]), paragraph.unit_at(span[1])
        framed = context(paragraph, self.question.folded)
        share = partial(territories.share, span) if territories else None
        return self.matcher.match(paragraph, first, last, framed, share, self.named(paragraph))

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

    def place_fit(self, paragraph: Paragraph, span: Span) -> float:
        """How well the place a span tells of is the one asked about."""
        question = self.question
        fit = 1.0
        if not question.place_names and _NATION.search(fold(question.text)):
            clause = paragraph.folded[slice(*paragraph.clause_at(span[0]))]
            if place_of(paragraph, span) and not _NATION.search(clause):
                fit = LOCAL
        if question.place_names:
            place = place_of(paragraph, span)
            if place is None:
                named = any(m.name in question.place_names for m in paragraph.provinces)
                fit = 0.8 if named else UNKNOWN_PLACE
            elif place not in question.place_names:
                fit = OTHER_PLACE
        if not question.districts and not question.names and district_of(paragraph, span):
            fit *= NARROWER_PLACE
        return fit * self._name_fit(paragraph) * self._rival_fit(paragraph, span)

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
            if not all(key in here or key in framed for key in keys):
                held = _holds_name(paragraph.document, name)
                acronym = len(name) == 1
                absent = ABSENT_ACRONYM if acronym else ABSENT_NAME
                fit = min(fit, ELSEWHERE_NAMED if held else absent)
        return fit

    def _rival_fit(self, paragraph: Paragraph, span: Span) -> float:
        """A sentence that names another brand, and not the one asked about, tells of the other."""
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
        if asked & keys:
            return 1.0
        return RIVAL if any(unit.start < span[0] and unit.kind == "word" for unit in named) else 1.0

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
    named = {found for found in numbers_of(document) if _YEAR.fullmatch(found)}
    return bool(named) and str(year) not in named


_YEAR = re.compile(r"20[0-4]\d")

# Another province is mentioned after these, but the sentence does not tell of it.
_COMPARED = re.compile(
    r"\b(?:sau|so voi|hon|kem|nhu|hoc hoi|hoc tap|kinh nghiem|mo hinh|sang|cua cac tinh|cung voi|giap)\s*"
    r"(?:tinh\s*|thanh pho\s*|cua\s*|tai\s*|o\s*)*$"
)


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
    return keys | {re.split(r"[/-]", key)[0] for key in keys if "-" in key or "/" in key}


def place_of(paragraph: Paragraph, span: Span) -> str | None:
    """The province a span tells of: the nearest named in its clause, else the report's own."""
    clause = paragraph.clause_at(span[0])
    bracket = _bracket(paragraph, span[0])
    inside = [
        mention
        for mention in paragraph.provinces
        if clause[0] <= mention.start < clause[1]
        and not _COMPARED.search(paragraph.folded[max(0, mention.start - 24) : mention.start])
        and _bracket(paragraph, mention.start) in (None, bracket)
    ]
    layout = paragraph.layout
    here = layout[min(paragraph.unit_at(span[0]), len(layout) - 1)][2]
    same = [m for m in inside if layout[paragraph.unit_at(m.start)][2] == here]
    before = [m for m in inside if m.start <= span[0]]
    if same or before:
        return (before or same)[-1 if before else 0].name
    earlier = [m for m in paragraph.provinces if m.start < clause[0]]
    if earlier and _HERE.search(paragraph.folded[slice(*clause)]):
        return earlier[-1].name
    if paragraph.document.province:
        return paragraph.document.province
    earlier = [m for m in paragraph.provinces if m.start < span[0]]
    return earlier[-1].name if earlier else None


# The place that the sentence before named.
_HERE = re.compile(r"\b(?:tai day|o day|noi day|noi nay|tinh nay|dia phuong nay|thanh pho nay)\b")


def _bracket(paragraph: Paragraph, offset: int) -> int | None:
    """Where the bracket opens that an offset stands in; None outside brackets."""
    opened = paragraph.text.rfind("(", 0, offset)
    return opened if opened > paragraph.text.rfind(")", 0, offset) else None


def district_of(paragraph: Paragraph, span: Span) -> str | None:
    """The district a span is limited to, None when it tells of the whole province."""
    clause = paragraph.clause_at(span[0])
    for (start, _), name in paragraph.districts:
        if clause[0] <= start < span[0]:
            return name
    own = paragraph.document.district
    if own:
        text = paragraph.text
        sentence = paragraph.sentence_at(span[0])
        if "tỉnh" in text[sentence[0] : sentence[1]].lower():
            return None
        if any(name == own and start < span[0] for (start, _), name in paragraph.districts):
            return own
    return None


def quote_around(paragraph: Paragraph, span: Span) -> Span:
    """The clause that holds a span; of a very long one the commas nearest around it."""
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

"""What every reader works with: the question, its matcher, and candidates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from index.vietnamese import Span
from qa.questions.asked_parts import whole_asked
from qa.questions.question import Question
from qa.readers.holding import frame, holds_count, holds_name
from qa.readers.matching import Framing, Match, Matcher
from qa.readers.others import Others
from qa.readers.signs import Signs, met, weigh
from qa.readers.subjects import Subjects
from qa.readers.times import Times
from qa.texts.paragraph import Paragraph
from qa.texts.period import Period
from qa.texts.territory import Territories
from qa.words.terms import Unit

QUOTE_LENGTH = 400
# So many units beside a span count as its neighbours.
BESIDE_UNITS, MET_BESIDE = 4, 1.1
# So many words of content on each side of the question word tell what is said of the answer.
AROUND = 2


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

    def match(
        self, paragraph: Paragraph, span: Span, territories: Territories | None = None
    ) -> Match:
        """Meet the question around a span of a paragraph, each word with its owner."""
        first, last = paragraph.unit_at(span[0]), paragraph.unit_at(span[1])
        share = territories.shares(span) if territories else None
        return self.matcher.match(paragraph, first, last, self.framing(paragraph), share)

    def framing(self, paragraph: Paragraph) -> Framing:
        """What the report tells around a paragraph."""
        framings, report = self.matcher.framings, paragraph.document.id
        if report not in framings:
            framed = frame(paragraph, self.question.folded)
            framings[report] = Framing(framed.keys, framed.line, self.named(paragraph))
        return framings[report]

    def named(self, paragraph: Paragraph) -> frozenset[str]:
        """Keys of the question's names that the report holds: "nhà trường" refers to them."""
        held = frozenset(
            self.matcher.key(unit)
            for name in self.question.names
            if holds_name(paragraph.document, name, self.question.typed(name))
            for unit in name
        )
        return held | self._of_whole(paragraph)

    def _of_whole(self, paragraph: Paragraph) -> frozenset[str]:
        """Keys of the whole of which a part is asked, where the report tells so many of it: where
        it goes on to the part it need not name that again."""
        whole = whole_asked(self.question.text)
        if whole is None:
            return frozenset()
        noun = self.question.text[slice(*whole.noun)].split()[0]
        if not holds_count(paragraph.document, whole.number, noun):
            return frozenset()
        start, end = whole.span
        inside = {self.matcher.key(u) for u in self.question.units if start <= u.start < end}
        beside = {self.matcher.key(u) for u in self.question.units if not start <= u.start < end}
        return frozenset(inside - beside)

    @cached_property
    def _subjects(self) -> Subjects:
        return Subjects(self.question, self.matcher)

    @cached_property
    def _others(self) -> Others:
        return Others(self.question)

    def place_signs(self, paragraph: Paragraph, span: Span) -> dict[str, float]:
        """How well the place and the names a span tells of are those asked about."""
        return {**self._subjects.signs(paragraph, span), **self.other_signs(paragraph, span)}

    def other_signs(self, paragraph: Paragraph, span: Span) -> dict[str, float]:
        """Whether a span tells of another country or numbered place or body."""
        return {"another": self._others.fit(paragraph, span)}

    @cached_property
    def times(self) -> Times:
        """The question's times, held against those of spans."""
        return Times(self.question)

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

    def beside(self, paragraph: Paragraph, span: Span) -> dict[str, float]:
        """Whether what stands left and right of the question word stands beside a span too."""
        first, last = paragraph.unit_at(span[0]), paragraph.unit_at(span[1])
        left, right = self._neighbours
        return {
            "left": self._meets(left, paragraph, first - BESIDE_UNITS, first),
            "right": self._meets(right, paragraph, last, last + BESIDE_UNITS),
        }

    def about(self, match: Match) -> float:
        """The share met of what the words of content around the question word tell."""
        near = self._around
        total = sum(near.values())
        lost = sum(near.get(self.matcher.key(term.unit), 0.0) for term in match.missing)
        return 1 - lost / total if total else 1.0

    @cached_property
    def asked(self) -> tuple[frozenset[str], frozenset[int]]:
        """The keys and the groups of what the question says."""
        said = [unit for unit in self.question.units if not unit.is_stop]
        keys = frozenset(self.matcher.key(unit) for unit in said)
        return keys, frozenset(unit.group for unit in said) - {-1}

    @cached_property
    def asked_of_all(self) -> tuple[frozenset[str], frozenset[int]]:
        """The keys and the groups of the question, light words and all."""
        keys = frozenset(self.matcher.key(unit) for unit in self.question.units)
        return keys, frozenset(unit.group for unit in self.question.units) - {-1}

    @cached_property
    def _around(self) -> dict[str, float]:
        """The words of content nearest to the question word, with their weights."""
        start, end = self.question.focus
        telling = [unit for unit in self.question.content if not unit.is_light]
        before = [unit for unit in telling if unit.end <= start][-AROUND:]
        after = [unit for unit in telling if unit.start >= end][:AROUND]
        weights = {self.matcher.key(term.unit): term.weight for term in self.matcher.terms}
        return {
            key: weights.get(key, 0.0)
            for unit in (before + after if start < end else [])
            for key in [self.matcher.key(unit)]
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
        signs["period"] = max(0.5, reading.times.period_fit(paragraph, span))
    return Candidate(
        paragraph=paragraph,
        span=span,
        quote=quote_around(paragraph, span),
        text=paragraph.text[slice(*span)],
        score=weigh(signs),
        signs=signs,
    )

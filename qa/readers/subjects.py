"""Whether a span tells of the place and the names that a question asks about."""

import re
from collections.abc import Sequence
from functools import cached_property

from index.vietnamese import LOWER, UPPER, Span
from qa.questions.question import Question
from qa.readers.holding import frame, holds_name, numbers_of
from qa.readers.locating import district_of, names_any, place_of
from qa.readers.matching import Matcher
from qa.texts.initials import is_short_for
from qa.texts.organizations import organizations
from qa.texts.paragraph import Paragraph
from qa.words.terms import Unit, units

# Of these kinds there are several, each with figures of its own.
BODIES = frozenset({"ministry", "department", "business", "bank", "school", "hospital"})

OTHER_PLACE, UNKNOWN_PLACE, NAMED_BESIDE, NARROWER_PLACE = 0.2, 0.4, 0.8, 0.65
# Of a province that the one asked about took in, by a report that does not tell of that alone.
MERGED_AMONG_OTHERS = 0.4
ABSENT_NAME = 0.3
ABSENT_ACRONYM = 0.5
RIVAL = 0.35
LOCAL = 0.5
ELSEWHERE_NAMED = 0.9
OTHER_CLAUSE, OTHER_BRACKET = 0.7, 0.4
NAMED_OTHER = 0.5
# A name, and at most a few small words up to the figure.
_NAME_BESIDE = re.compile(
    rf"(?<!\w)([{UPPER}][{LOWER}]*(?:\s[{UPPER}][{LOWER}]*)+)(?:\s[{LOWER}]+){{0,6}}\s$"
)
# Names of what acts for any place, and of people by their callings.
_NO_PLACE = re.compile(
    r"(?:Sở|Bộ|Ban|Ủy|Uỷ|Hội|Công|Cục|Chi|Tổng|Trung|Phòng|Đảng|Chính|Nhà|Tỉnh|Thành|Văn|Viện|Quỹ|Việt)\b"
)
# Acronyms in capitals of indices, treaties and measures: not one of several firms.
_NO_BRANDS = frozenset(
    "gdp grdp cpi fdi fta evfta cptpp oda pci papi par sipas apci dti ict roe roa iso otp eu asean wto usd vnd"
    " tthc dvc cntt index atm".split()
)
_ROMAN = re.compile(r"[ivxl]+")
# What is told of the whole country.
_NATION = re.compile(r"\b(?:ca nuoc|toan quoc)\b")


class Subjects:
    """The places, names and bodies of one question, held against spans of reports."""

    def __init__(self, question: Question, matcher: Matcher) -> None:
        self.question, self.matcher = question, matcher
        self._name_fits: dict[tuple[str, int], float] = {}

    @cached_property
    def _of_nation(self) -> bool:
        # "đứng thứ mấy cả nước": among all, and of a place.
        return self.question.asks != "rank" and _NATION.search(self.question.plain) is not None

    def signs(self, paragraph: Paragraph, span: Span) -> dict[str, float]:
        """How well the place and the names a span tells of are those asked about."""
        question = self.question
        fit, narrower = 1.0, 1.0
        if not question.place_names and self._of_nation:
            clause = paragraph.folded[slice(*paragraph.clause_at(span[0]))]
            if place_of(paragraph, span) and not _NATION.search(clause):
                fit = LOCAL
        if question.place_names:
            place = place_of(paragraph, span)
            if place is None:
                fit = self._unplaced_fit(paragraph)
            elif place not in question.place_names:
                fit = OTHER_PLACE
            elif place not in question.provinces and self._among_others(paragraph, place):
                fit = MERGED_AMONG_OTHERS
        if not question.districts and not question.names:
            district = district_of(paragraph, span)
            narrower = NARROWER_PLACE if district and not self._says(district) else 1.0
        return {
            "place": fit,
            "narrower": narrower,
            "name": self._name_fit(paragraph),
            "rival": self._rival_fit(paragraph, span),
            "own": self._own_clause_fit(paragraph, span),
        }

    def _among_others(self, paragraph: Paragraph, part: str) -> bool:
        """Whether a report tells of a part of the new unit beside others: of that unit's own
        name, then, it tells elsewhere or not at all."""
        document = paragraph.document
        return document.province != part or names_any(document, self.question.provinces)

    def _own_clause_fit(self, paragraph: Paragraph, span: Span) -> float:
        """In "A 4,71; B 4,66" what stands in a name's own clause is told of it."""
        names = [name for name in self.question.names if len(name) > 1]
        if not names or paragraph.cells:
            return 1.0
        first, last = map(paragraph.unit_at, paragraph.sentence_at(span[0]))
        start, end = map(paragraph.unit_at, paragraph.clause_at(span[0]))
        columns = paragraph.columns
        keys = columns.folded if self.question.folded else columns.keys
        for name in names:
            said = [self.matcher.key(unit) for unit in name]
            places = [
                at
                for at in range(first, last - len(said) + 1)
                if keys[at] == said[0] and keys[at : at + len(said)] == said
            ]
            if places and not any(start <= at < end for at in places):
                return OTHER_CLAUSE
            if self._heads_other_bracket(paragraph, span, [at + len(said) for at in places]):
                return OTHER_BRACKET
        return 1.0

    @staticmethod
    def _heads_other_bracket(paragraph: Paragraph, span: Span, ends: Sequence[int]) -> bool:
        """Whether a name stands before the bracket of another figure: "An Bình (30), Long Thành (21)"."""
        text, units = paragraph.text, paragraph.units
        opened = text.rfind("(", 0, span[0])
        if opened < 0 or ")" in text[opened : span[0]]:
            return False
        heads = [text.find("(", units[end - 1].end) for end in ends]
        named = [
            head
            for head, end in zip(heads, ends, strict=True)
            if head >= 0 and not text[units[end - 1].end : head].strip()
        ]
        return bool(named) and opened not in named

    def _says(self, name: str) -> bool:
        """Whether the question holds a name, however it is typed."""
        spelt = " ".join(unit.folded for unit in units(name))
        return f" {spelt} " in f" {' '.join(unit.folded for unit in self.question.units)} "

    def _unplaced_fit(self, paragraph: Paragraph) -> float:
        """How well a span of no known place may tell of the one asked about: if it is named."""
        asked = self.question.place_names
        if any(mention.name in asked for mention in paragraph.provinces):
            return NAMED_BESIDE
        if names_any(paragraph.document, asked):
            return UNKNOWN_PLACE
        return OTHER_PLACE

    def _name_fit(self, paragraph: Paragraph) -> float:
        """Names in the question must stand in the paragraph, or in the title or lead; the
        number of a document anywhere in the report."""
        if not self.question.names and not self.question.document_numbers:
            return 1.0
        place = paragraph.document.id, paragraph.start
        if place not in self._name_fits:
            self._name_fits[place] = self._found_name_fit(paragraph)
        return self._name_fits[place]

    def _found_name_fit(self, paragraph: Paragraph) -> float:
        folded = self.question.folded
        if any(
            number not in numbers_of(paragraph.document)
            for number in self.question.document_numbers
        ):
            return ABSENT_NAME
        here = paragraph.columns.folded if folded else paragraph.columns.keys
        framed = frame(paragraph, folded).keys
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
            if (
                opens
                and (len(keys) > 2 or _before_acronym(self.question.text, name))
                and not holds_name(paragraph.document, name, self.question.typed(name))
            ):
                keys = keys[1:]  # "Chuỗi Nhật Cường …": the capital is the question's
            if not all(key in here or key in framed for key in keys):
                held = holds_name(paragraph.document, name, self.question.typed(name))
                acronym = len(name) == 1
                absent = ABSENT_ACRONYM if acronym else ABSENT_NAME
                fit = min(fit, ELSEWHERE_NAMED if held else absent)
        return fit

    def _rival_fit(self, paragraph: Paragraph, span: Span) -> float:
        """A sentence that names another body, and not the one asked about, tells of the other."""
        return min(
            self._brand_fit(paragraph, span),
            self._body_fit(paragraph, span),
            self._named_beside_fit(paragraph, span),
        )

    def _named_beside_fit(self, paragraph: Paragraph, span: Span) -> float:
        """What stands right behind a name is that name's: "Đồng Xoài 0,712 điểm, Chơn Thành 0,688".

        Unless the sentence has the name asked about.
        """
        names = [name for name in self.question.names if len(name) > 1]
        if not names or paragraph.cells:
            return 1.0
        clause = paragraph.text[paragraph.clause_at(span[0])[0] : span[0]]
        beside = _NAME_BESIDE.search(clause)
        if not beside or _NO_PLACE.match(beside[1]):
            return 1.0
        start, end = paragraph.sentence_at(span[0])
        said = {self.matcher.key(unit) for unit in paragraph.units_in((start, end))}
        for name in names:
            if all(self.matcher.key(unit) in said for unit in name[-2:]):
                return 1.0
        asked = {unit.folded for unit in self.question.units}
        return 1.0 if {unit.folded for unit in units(beside[1])} <= asked else NAMED_OTHER

    def _body_fit(self, paragraph: Paragraph, span: Span) -> float:
        asked = self._bodies
        if not asked:
            return 1.0
        start, end = paragraph.clause_at(span[0])
        here = [one for one in paragraph.organizations if start <= one.span[0] < end]
        rivals = {one.kind for one in here if one.span[0] < span[0]} & {kind for kind, _ in asked}
        if not rivals or any(self._is_said(paragraph.text[slice(*one.span)]) for one in here):
            return 1.0
        said = {self.matcher.key(unit) for unit in paragraph.units_in((start, end))}
        return 1.0 if any(keys <= said for _, keys in asked) else RIVAL

    def _is_said(self, body: str) -> bool:
        """Whether the question has a body's name in full or abbreviated, unlike a report."""
        text = self.question.text
        return any(
            is_short_for(text[slice(*one.span)], body)
            for one in organizations(text)
            if one.kind in BODIES
        )

    @cached_property
    def _bodies(self) -> list[tuple[str, frozenset[str]]]:
        """The bodies the question names, their province aside: kind, and keys of the name."""
        question = self.question
        return [
            (
                one.kind,
                frozenset(
                    self.matcher.key(unit)
                    for unit in question.units
                    if one.span[0] <= unit.start < one.span[1]
                    and not any(m.start <= unit.start < m.end for m in question.mentions)
                ),
            )
            for one in organizations(question.text)
            if one.kind in BODIES and not question.focus[0] <= one.span[0] < question.focus[1]
        ]

    def _brand_fit(self, paragraph: Paragraph, span: Span) -> float:
        asked = {self.matcher.key(name[0]) for name in self.question.names if len(name) == 1}
        asked = {key for key in asked if key not in _NO_BRANDS and not _ROMAN.fullmatch(key)}
        if not asked:
            return 1.0
        start, end = paragraph.sentence_at(span[0])
        named = [
            unit
            for first, last in paragraph.brands
            if start <= first < end
            for unit in paragraph.units_in((first, last))
        ]
        keys = {self.matcher.key(unit) for unit in named}
        rivals = (
            unit
            for unit in named
            if unit.start < span[0] and unit.kind == "word" and unit.folded not in _NO_BRANDS
        )
        if asked <= keys or all(self.matcher.key(unit) in asked for unit in rivals):
            return 1.0
        return RIVAL


def _before_acronym(text: str, name: Sequence[Unit]) -> bool:
    """Whether a name is a word and an acronym: "Cây ATM"."""
    words = [text[unit.start : unit.end] for unit in name]
    return len(words) > 1 and not words[0].isupper() and all(word.isupper() for word in words[1:])

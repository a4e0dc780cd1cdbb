"""Whether what is told is of another country, numbered place or body than the one asked about."""

import re
from functools import cached_property

from index.vietnamese import Span
from qa.questions.question import Question
from qa.readers.holding import LEAD, may_hold
from qa.readers.subjects import BODIES
from qa.texts.countries import countries
from qa.texts.organizations import Organization, organizations
from qa.texts.paragraph import Paragraph
from qa.words.terms import Unit

# The sentence tells of another; the paragraph, the report has the one asked about, or neither.
OTHER, NEAR, ELSEWHERE, ABSENT = 0.3, 0.8, 0.5, 0.4
HOME = "Việt Nam"
_WORLD = re.compile(r"\b(?:toan cau|(?:toan|tren|ca|cua) the gioi)\b")
_OF_HOME = re.compile(r"(?:^|\b(?:của|ở|tại|cua|o|tai) )Việt Nam\b")
_AT_HOME = re.compile(r"\b(?:viet nam|ca nuoc|nuoc ta|trong nuoc|toan quoc)\b")
# Places and occasions that are told apart by a number: "quận 3", "Q. 2, 5", "kỳ họp thứ 8".
_NUMBERED = re.compile(
    r"\b(?:(?P<head>quan|phuong|khu pho|to dan pho|thon|ap|khom|tuyen|ky hop thu|phien hop thu|lan thu|giai doan"
    r"|dot|vong)\s|(?P<meeting>hoi nghi) (?:trung uong )?(?:lan thu )?|(?P<short>[qp])(?:\.\s?|(?=\d)))"
    r"(?P<numbers>\d{1,2}(?:, \d{1,2}\b)*(?: va \d{1,2}\b)?)(?![\d.,/%-]*\d|%)"
)
_SHORT = {"q": "quan", "p": "phuong"}

Numbered = dict[str, frozenset[str]]


class Others:
    """What a question names that there are several of, held against spans of reports."""

    def __init__(self, question: Question) -> None:
        self.question = question

    def fit(self, paragraph: Paragraph, span: Span) -> float:
        """1 where nothing speaks against what the span tells being of what is asked about."""
        return min(
            self._numbered_fit(paragraph, span),
            self._country_fit(paragraph, span),
            self._body_fit(paragraph),
        )

    @cached_property
    def _numbered(self) -> Numbered:
        return numbered(self.question.plain)

    @cached_property
    def _countries(self) -> frozenset[str]:
        text, focus = self.question.text, self.question.focus
        return frozenset(
            text[start:end] for start, end in countries(text) if not focus[0] <= start < focus[1]
        )

    @cached_property
    def _of_home(self) -> bool:
        """Whether a question is of Viet Nam, and does not only have it in a name."""
        return bool(_OF_HOME.search(self.question.text)) and not _WORLD.search(self.question.plain)

    @cached_property
    def _bodies(self) -> list[list[Unit]]:
        """The words of each body the question names, without what it is."""
        return [found for one in organizations(self.question.text) if (found := self._words(one))]

    def _words(self, body: Organization) -> list[Unit]:
        question, (start, end) = self.question, body.span
        if body.kind not in BODIES or question.focus[0] <= start < question.focus[1]:
            return []
        placed = [(m.start, m.end) for m in question.mentions]
        inside = [unit for unit in question.units if start <= unit.start < end][1:]
        return [
            unit
            for unit in inside
            if unit.kind == "word" and not any(a <= unit.start < b for a, b in placed)
        ]

    def _numbered_fit(self, paragraph: Paragraph, span: Span) -> float:
        if not self._numbered:
            return 1.0
        sentence = numbered(paragraph.folded[slice(*paragraph.sentence_at(span[0]))])
        above = numbered(paragraph.folded[: span[0]])
        return min(
            _told_fit(wanted, sentence.get(head) or above.get(head))
            for head, wanted in self._numbered.items()
        )

    def _country_fit(self, paragraph: Paragraph, span: Span) -> float:
        asked = self._countries
        if not asked:
            return 1.0
        if asked == {HOME}:
            return self._home_fit(paragraph, span) if self._of_home else 1.0
        abroad = asked - {HOME}
        sentence = paragraph.text[slice(*paragraph.sentence_at(span[0]))]
        lead = paragraph.document.text[:LEAD]
        if any(name in sentence or name in lead for name in abroad):
            return 1.0
        if any(name in paragraph.text for name in abroad):
            return NEAR
        return ELSEWHERE if any(name in paragraph.document.text for name in abroad) else ABSENT

    def _home_fit(self, paragraph: Paragraph, span: Span) -> float:
        start, end = paragraph.clause_at(span[0])
        clause = paragraph.folded[start:end]
        if _AT_HOME.search(clause):
            return 1.0
        if self.question.asks != "rank" and _WORLD.search(clause):
            return OTHER
        before = countries(paragraph.text[start : span[0]])
        return OTHER if before else 1.0

    def _body_fit(self, paragraph: Paragraph) -> float:
        absent = any(not _is_held(body, paragraph) for body in self._bodies)
        return ABSENT if absent else 1.0


def numbered(plain: str) -> Numbered:
    """The numbers of each kind of numbered place or occasion that a folded text names."""
    found: dict[str, set[str]] = {}
    for match in _NUMBERED.finditer(plain):
        head = match["head"] or match["meeting"] or _SHORT[match["short"]]
        found.setdefault(head, set()).update(re.findall(r"\d+", match["numbers"]))
    return {head: frozenset(numbers) for head, numbers in found.items()}


def _told_fit(wanted: frozenset[str], told: frozenset[str] | None) -> float:
    return 1.0 if not told or wanted & told else OTHER


def _is_held(body: list[Unit], paragraph: Paragraph) -> bool:
    """Whether a report holds two words of a body's name that follow each other, or its only one;
    or its paragraph says one in another way."""
    said = [unit.folded for unit in body]
    initials = "".join(word[0] for word in said if word != "va")
    if len(body) > 2 and may_hold(paragraph.document, [initials]):
        return True  # "Sở TT&TT"
    pairs = [said[at : at + 2] for at in range(max(1, len(said) - 1))]
    if any(may_hold(paragraph.document, pair) for pair in pairs):
        return True
    groups = {unit.group for unit in body} - {-1}
    return bool(groups) and any(unit.group in groups for unit in paragraph.units)

"""Whether a row of a table says what a question claims: "do Sở Y tế chủ trì đúng không"."""

import re
from dataclasses import dataclass
from functools import cached_property

from index.vietnamese import fold
from qa.answer import Answer
from qa.claims.statements import NO, YES
from qa.findings import Findings, answered
from qa.questions.indicators import spoken
from qa.questions.question import Question
from qa.readers.reading import Candidate, Reading
from qa.rows.answering import candidate_at
from qa.searching import Search
from qa.tables.meeting import NAMED, Meeting
from qa.tables.parsing import row_at
from qa.tables.table import Row, Table
from qa.tables.values import quantity, says_none
from qa.texts.paragraph import Paragraph

# So much of a row's name, and of the question, must stand there.
MET = 0.7
_ANY = r"\bcó\b.*\b(?:không|chưa)\W*$"
_NONE = r"\b(?:không|chưa) (?:hề )?(?:có|còn|để|phát sinh)\b.*\b(?:đúng|phải) không\W*$"
_BOUNDED = re.compile(r"\b(?:tren|duoi|hon|qua|toi da|toi thieu|it nhat|gan|khoang|vuot|tu)\s$")
_CONFIRMED = r"\b(?:đúng|phải|thật) (?:vậy |thế )?không\W*$|^\s*(?:có phải|phải chăng)\b"


def claimed_of_a_row(question: Question, search: Search) -> Answer | None:
    """The verdict on a claim about one row; None where no row is named or it tells nothing."""
    if question.asks != "yesno":
        return None
    reading = search.reading(question)
    seen: set[int] = set()
    for paragraph in search.paragraphs(question):
        found = row_at(paragraph.document, paragraph.start)
        if found is None or id(found[0]) in seen:
            continue
        seen.add(id(found[0]))
        claim = _Claim(reading, found[0], paragraph)
        if told := claim.verdict():
            return _said(search.find(question), *told)
    return None


def _said(findings: Findings, holds: bool, found: Candidate) -> Answer:
    text = f"{YES if holds else NO}, {found.text}"
    return answered(findings, text, [found], confidence=found.score, kind="passage")


@dataclass
class _Claim:
    """A claim over one table."""

    reading: Reading
    table: Table
    line: Paragraph

    @cached_property
    def meeting(self) -> Meeting:
        return Meeting(self.reading, self.table, self.line)

    def verdict(self) -> tuple[bool, Candidate] | None:
        """Whether the claim holds, and the cell that says so."""
        row = self._row()
        if row is None:
            return None
        return self._of_words(row) or self._of_a_figure(row) or self._of_any(row)

    def _row(self) -> Row | None:
        """The one row that the question names."""
        named = {row: self.meeting.exact(self.table.name(row)) for row in self.table.parts}
        best = max(named.values(), default=0.0)
        rows = [row for row, share in named.items() if share == best]
        return (
            rows[0]
            if best >= NAMED and len(rows) == 1 and self.meeting.places.is_asked(rows[0])
            else None
        )

    def _of_words(self, row: Row) -> tuple[bool, Candidate] | None:
        """What is claimed of the row is what a column says of it, or of another row."""
        for at in self.table.texts:
            own = self.table.value(row, at)
            if at == self.table.key or not own:
                continue
            others = {value for value in self.table.column(at) if fold(value) != fold(own)}
            typed = [value for value in (own, *others) if self.meeting.is_typed(value)]
            said = own in typed if typed else self._is_said(own)
            another = [one for one in others if (one in typed if typed else self._is_said(one))]
            if said == bool(another) or not self._is_met(row, at, another):
                continue
            return said, candidate_at(self.meeting, row, at, MET)
        return None

    def _is_said(self, value: str) -> bool:
        return self.meeting.exact(value) == 1.0 and not self.meeting.is_over(value)

    def _is_met(self, row: Row, column: int, said: list[str]) -> bool:
        meeting = self.meeting
        cells = self.table.name(row), self.table.headings[column], self.table.value(row, column)
        text = " | ".join([*cells, *said])
        return (
            meeting.share(meeting.held(text)) >= MET
            and meeting.names_in(text)
            and meeting.sorts.year(row, column)
        )

    def _of_a_figure(self, row: Row) -> tuple[bool, Candidate] | None:
        """Whether the figure claimed is the one of its column."""
        if len(self.meeting.stated) != 1:
            return None
        (claimed,) = self.meeting.stated
        before = self.reading.question.plain[: self.reading.question.stated[0].start]
        column = self._column(row)
        if column is None or _BOUNDED.search(before):
            return None
        told = quantity(self.table.value(row, column))
        if told is None:
            return None
        return told == claimed, candidate_at(self.meeting, row, column, MET)

    def _column(self, row: Row) -> int | None:
        """The column of figures whose heading the question says, best of all."""
        among = sorted(self.table.measures)
        fits = {at: self.meeting.column(at, among) for at in among if self._is_met(row, at, [])}
        column = max(fits, key=lambda at: fits[at], default=None)
        return column if column is not None and self.meeting.is_headed(column) else None

    def _of_any(self, row: Row) -> tuple[bool, Candidate] | None:
        """Whether there is any of what a column counts."""
        question = self.reading.question
        none = spoken(_NONE, question.text, question.folded)
        if question.stated or not (none or spoken(_ANY, question.text, question.folded)):
            return None
        if not none and spoken(_CONFIRMED, question.text, question.folded):
            return None
        column = self._column(row)
        if column is None:
            return None
        cell = self.table.value(row, column)
        if not cell or (quantity(cell) is None and not says_none(cell)):
            return None
        return says_none(cell) == bool(none), candidate_at(self.meeting, row, column, MET)

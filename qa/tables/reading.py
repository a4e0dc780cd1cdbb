"""A row of a table → candidates: the cell where the asked row and the asked column meet."""

from dataclasses import dataclass, field

from qa.readers.locating import place_of
from qa.readers.reading import Candidate, Reading, quote_around
from qa.readers.signs import weigh
from qa.tables.fitting import FIGURES, kind_fit
from qa.tables.meeting import Meeting
from qa.tables.parsing import row_at
from qa.tables.table import Row, Table
from qa.tables.values import is_figure, quantity
from qa.texts.dating import period_of
from qa.texts.paragraph import Paragraph

# What is read row by row; whole sentences, reasons and the like are not.
READ = frozenset(
    {
        *("percent", "rank", "score", "money", "change", "count", "number", "person", "office"),
        *("date", "document", "organization", "province", "places", "address", "how"),
    }
)
# A cell of another name, place or year than the asked, and one that is hardly any.
MISSED, LEAST = 0.15, 0.05
# A cell stands among few words: what none of them says of the question counts for more.
STRICTNESS = 1.5
# These ask for a thing by the name of its column: "số điện thoại".
_HEADED = frozenset({"how", "address"})
_OTHER = 0.6
# So little that is asked of a thing is told by the words of its heading.
_TOLD = 0.2


@dataclass
class TableReader:
    """Reads the rows of tables for one question; each table is met once."""

    reading: Reading
    _met: dict[int, Meeting] = field(default_factory=dict)
    _kinds: dict[int, dict[int, float]] = field(default_factory=dict)

    def read(self, paragraph: Paragraph) -> list[Candidate] | None:
        """The candidates of a row; None for a line that is none, or of no use for the question."""
        if self.reading.question.asks not in READ:
            return None
        found = row_at(paragraph.document, paragraph.start)
        if found is None:
            return None
        table, row = found
        meeting = self.meeting(table, paragraph)
        told = self._fits(table)
        fits = {at: fit for at, fit in told.items() if not meeting.is_given(row, at)}
        best = max(fits.values(), default=0.0)
        only = self.reading.question.asks in FIGURES
        among = [at for at, fit in fits.items() if fit and (fit == best or not only)]
        return [one for at in among if (one := self._candidate(meeting, row, at, among, paragraph))]

    def _fits(self, table: Table) -> dict[int, float]:
        """How well the best cell of each column is of the kind asked for."""
        if id(table) not in self._kinds:
            self._kinds[id(table)] = {
                at: max(kind_fit(self.reading.question, table, row, at) for row in table.rows)
                for at in range(len(table.headings))
            }
        return self._kinds[id(table)]

    def meeting(self, table: Table, line: Paragraph) -> Meeting:
        if id(table) not in self._met:
            self._met[id(table)] = Meeting(self.reading, table, line)
        return self._met[id(table)]

    def _candidate(
        self, meeting: Meeting, row: Row, column: int, among: list[int], paragraph: Paragraph
    ) -> Candidate | None:
        table, question = meeting.table, self.reading.question
        span = row.values[column]
        if span is None:
            return None
        inside = span[0] - paragraph.start, span[1] - paragraph.start
        year = meeting.sorts.year(row, column)
        signs = {
            "coverage": meeting.coverage(row, column) ** STRICTNESS,
            "row": meeting.row(row),
            "column": meeting.column(column, among),
            "kind": kind_fit(question, table, row, column),
            "name": 1.0 if meeting.names(row) else MISSED,
            "place": 1.0 if meeting.places.is_asked(row) else MISSED,
            "period": 1.0 if year else MISSED,
        }
        if year and not meeting.sorts.names_the_year(row, column):
            signs["period"] = max(MISSED, self.reading.times.period_fit(paragraph, inside))
        if question.asks in FIGURES and meeting.tells_another(row, column):
            signs["column"] *= _OTHER
        if not meeting.is_called(column) and any(meeting.is_called(at) for at in among):
            signs["column"] *= _OTHER
        if meeting.differs(row, column):
            signs["column"] *= MISSED
        if question.asks in _HEADED and not meeting.is_headed(column):
            signs["column"] *= _TOLD
        score = weigh(signs)
        if score < LEAST:
            return None
        return Candidate(
            paragraph=paragraph,
            span=inside,
            quote=quote_around(paragraph, inside),
            text=said(table, row, column),
            score=score,
            signs=signs,
            place=place_of(paragraph, inside),
            period=meeting.sorts.period(row, column) or period_of(paragraph, inside),
            nature="target" if meeting.sorts.is_aim(column) else "achieved",
        )


def said(table: Table, row: Row, column: int) -> str:
    """A cell with the unit that stands beside its row or over the table."""
    value = table.value(row, column)
    unit = table.unit(row, column)
    if not unit or not is_figure(value) or quantity(value) is None:
        return value
    bare = all(not letter.isalpha() for letter in value) and "%" not in value
    return value if not bare else f"{value}%" if unit == "%" else f"{value} {unit}"

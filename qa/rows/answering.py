"""What the rows of a table answer together: the extreme, those that meet a condition, how many."""

from dataclasses import replace

from index.vietnamese import Span, fold
from qa.answer import Answer
from qa.comparing.sides import rows as cells_of
from qa.findings import answered
from qa.questions.question import Question
from qa.readers.locating import place_of
from qa.readers.reading import Candidate, quote_around
from qa.rows.asking import RowsAsked, rows_asked
from qa.rows.selecting import Selecting
from qa.searching import Search
from qa.tables.meeting import Meeting
from qa.tables.parsing import row_at
from qa.tables.reading import said
from qa.tables.table import Row
from qa.tables.values import quantity
from qa.texts.dating import report_period
from qa.texts.paragraph import paragraphs

# A table this surely meant is read; of more rows than these the first are shown.
ENOUGH, SHOWN = 0.45, 20


def told_by_rows(question: Question, search: Search) -> Answer | None:
    """The answer that rows of one table give together; None where no table does."""
    asked = rows_asked(question)
    if asked is None:
        return None
    best: tuple[float, Selecting, int | None] | None = None
    for selecting in _tables(question, asked, search):
        for column in _columns(asked, selecting):
            fit = selecting.fit(column)
            if fit >= ENOUGH and (best is None or fit > best[0]):
                best = fit, selecting, column
    if best is None:
        return None
    fit, selecting, column = best
    chosen = _chosen(asked, selecting, column)
    if not chosen:
        return None
    return _told(
        question, search, asked, [_candidate(selecting, row, column, fit) for row in chosen]
    )


def _tables(question: Question, asked: RowsAsked, search: Search) -> list[Selecting]:
    """The tables among the evidence that may be meant."""
    reading = search.reading(asked.matter)
    seen: dict[int, Selecting] = {}
    for paragraph in search.paragraphs(question):
        found = row_at(paragraph.document, paragraph.start)
        if found and id(found[0]) not in seen:
            seen[id(found[0])] = Selecting(asked, reading, found[0], paragraph)
    return [one for one in seen.values() if one.names_rows]


def _columns(asked: RowsAsked, selecting: Selecting) -> list[int | None]:
    """The columns that could tell; None where the rows are told by words alone."""
    if asked.wanted != "extreme" and not asked.comparison:
        return [None] if selecting.stated else []
    return list(selecting.among())


def _chosen(asked: RowsAsked, selecting: Selecting, column: int | None) -> list[Row]:
    """The rows that answer, of an extreme the others behind them."""
    if column is None:
        return selecting.rows
    if asked.wanted != "extreme":
        return [row for row in selecting.rows if selecting.meets(row, column)]
    table = selecting.table
    told = [
        (value, row)
        for row in selecting.rows
        if (value := quantity(table.value(row, column))) is not None
    ]
    units = {fold(table.unit(row, column)) for _, row in told}
    if len(told) < 2 or len(units) > 1:
        return []
    lowest = asked.lowest != selecting.is_rank(column)
    return [row for _, row in sorted(told, key=lambda one: one[0], reverse=not lowest)]


def _candidate(selecting: Selecting, row: Row, column: int | None, fit: float) -> Candidate:
    table = selecting.table
    at = column if column is not None else next(iter(selecting.stated), table.key)
    return candidate_at(selecting.meeting, row, at, fit)


def candidate_at(meeting: Meeting, row: Row, column: int, score: float) -> Candidate:
    """A cell as a candidate; the whole row where the cell is empty."""
    table = meeting.table
    line = paragraphs(table.document, row.start, row.end)[0]
    span = row.values[column] or row.values[table.key] or (row.start, row.end)
    inside: Span = span[0] - line.start, span[1] - line.start
    return Candidate(
        paragraph=line,
        span=inside,
        quote=quote_around(line, inside),
        text=said(table, row, column),
        score=score,
        confidence=score,
        place=place_of(line, inside),
        period=meeting.sorts.period(row, column) or report_period(line),
    )


def _label(candidate: Candidate) -> str:
    found = row_at(candidate.paragraph.document, candidate.paragraph.start)
    return found[0].name(found[1]) if found else ""


def _told(question: Question, search: Search, asked: RowsAsked, found: list[Candidate]) -> Answer:
    names = [_label(one) for one in found]
    if asked.choice:
        sides = "; ".join(f"{name}: {one.text}" for name, one in zip(names, found, strict=True))
        same = quantity(found[0].text) == quantity(found[-1].text)
        text = f"Bằng nhau ({sides})" if same else f"{names[0]} ({sides})"
    elif asked.wanted == "extreme":
        first = [
            name
            for name, one in zip(names, found, strict=True)
            if quantity(one.text) == quantity(found[0].text)
        ]
        text = f"{', '.join(first)}: {found[0].text}"
    elif asked.wanted == "count":
        text = f"{len(found)} ({'; '.join(names)})"
    else:
        text = ", ".join(names)
    shown = found[:SHOWN]
    answer = answered(search.find(question), text, shown, computed=True, kind="compare")
    return replace(answer, cells=cells_of(answer, list(zip(names, shown, strict=False))))

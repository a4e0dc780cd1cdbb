"""What every export says: questions, answers, and numbered notes with quote and source."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from qa.answer import Answer, Citation
from service.conversations import Turn

SHORT = 160  # characters


@dataclass(frozen=True, slots=True)
class Labels:
    """The words around what is exported, in the reader's language.

    `title` of the whole, `made` the line below it, `understood` before the question as it was
    read, `abstained` for an answer that is none, `computed` for one that was worked out, `notes`
    over the list of notes, `columns` over label, place, period, figure and nature of a table, `natures`
    of figures by their names, `undated` for a report without a date.
    """

    title: str
    made: str
    understood: str
    abstained: str
    computed: str
    notes: str
    columns: tuple[str, ...]
    natures: dict[str, str]
    undated: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a comparison's table, and the number of the note that holds its figure."""

    values: tuple[str, ...]
    note: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A question and its answer; `notes` are the numbers of the notes it rests on."""

    question: str
    answer: str
    remarks: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[int, ...]

    @property
    def short(self) -> bool:
        """Whether the answer is a short one, to be shown large."""
        return len(self.answer) <= SHORT


@dataclass(frozen=True, slots=True)
class Content:
    """All that is exported; note number n is `notes[n - 1]`."""

    labels: Labels
    entries: tuple[Entry, ...]
    notes: tuple[str, ...]


def laid_out(turns: Sequence[Turn], labels: Labels) -> Content:
    """The answered questions of a conversation with their citations as numbered notes."""
    entries: list[Entry] = []
    notes: list[str] = []
    for turn in turns:
        if turn.answer is None:
            continue
        entries.append(_entry(turn.answer, labels, len(notes)))
        notes += [note_of(citation, labels.undated) for citation in turn.answer.citations]
    return Content(labels, tuple(entries), tuple(notes))


def note_of(citation: Citation, undated: str) -> str:
    """The quote and where it stands: title, province, date, the file and its place in it."""
    facts = [citation.title.rstrip("."), citation.province, _day(citation.published) or undated]
    source = ", ".join(fact for fact in facts if fact)
    place = f"{citation.document}, {citation.start}–{citation.end}"
    return clean(f"“{one_line(citation.quote)}” – {source} ({place})")


def as_text(turn: Turn, labels: Labels) -> str:
    """One answer with its citations as plain text, to paste elsewhere."""
    content = laid_out([turn], labels)
    if not content.entries:
        return clean(turn.question)
    entry = content.entries[0]
    said = f"{entry.answer} {marks(entry.notes)}".strip()
    notes = [f"[{number}] {note}" for number, note in enumerate(content.notes, start=1)]
    return "\n".join([entry.question, said, *entry.remarks, *notes])


def marks(notes: Sequence[int]) -> str:
    """The numbers of notes as they stand in a text: "[1][2]"."""
    return "".join(f"[{number}]" for number in notes)


def clean(text: str) -> str:
    """Text without the control characters that no document format takes."""
    return "".join(
        letter for letter in text if letter in "\n\t" or unicodedata.category(letter) != "Cc"
    )


def one_line(text: str) -> str:
    """Text without its line breaks."""
    return " ".join(text.split())


def _entry(answer: Answer, labels: Labels, noted: int) -> Entry:
    remarks = []
    if answer.reread:
        remarks.append(f"{labels.understood} {answer.understood}")
    if answer.computed:
        remarks.append(labels.computed)
    if answer.note:
        remarks.append(answer.note)
    table = [
        (
            cell.label if answer.labelled else "",
            cell.place,
            cell.period,
            cell.value,
            labels.natures.get(cell.nature, cell.nature),
        )
        for cell in answer.cells
    ]
    kept = [at for at in range(len(labels.columns)) if any(row[at] for row in table)]
    return Entry(
        question=clean(answer.question),
        answer=clean(answer.answer or labels.abstained),
        remarks=tuple(clean(remark) for remark in remarks),
        columns=tuple(labels.columns[at] for at in kept),
        rows=tuple(
            Row(tuple(clean(row[at]) for at in kept), noted + cell.citation + 1)
            for row, cell in zip(table, answer.cells, strict=True)
        ),
        notes=tuple(noted + number for number in range(1, len(answer.citations) + 1)),
    )


def _day(iso: str | None) -> str | None:
    return "/".join(reversed(iso.split("-"))) if iso else None

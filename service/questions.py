"""The log of questions: what was asked and how it went, never by whom."""

from dataclasses import dataclass

from qa.answer import Answer
from service.records import Records, now

LONGEST = 1000  # characters kept of a question
KEPT = 100_000  # questions; the oldest go first


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with how often it was asked, and how it went the last time.

    `confidence` from 0 to 1; `milliseconds` it took; `handled` when staff have seen to it.
    """

    question: str
    understood: str
    times: int
    last: str
    kind: str
    abstained: bool
    confidence: float
    milliseconds: float
    handled: str | None


def log_question(records: Records, answer: Answer) -> None:
    """Keep a question that was asked and how it went. Raises RecordsError."""
    with records.writing() as connection:
        added = connection.execute(
            "INSERT INTO questions"
            " (asked, question, understood, kind, abstained, confidence, milliseconds)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                now(),
                answer.question[:LONGEST],
                (answer.understood or answer.question)[:LONGEST],
                answer.kind,
                answer.abstained,
                answer.confidence,
                answer.timings_ms.get("total", 0.0),
            ),
        )
        connection.execute("DELETE FROM questions WHERE id <= ?", ((added.lastrowid or 0) - KEPT,))


def asked(records: Records, limit: int = 1000) -> list[Asked]:
    """Questions as they were understood, unanswered ones first, then the latest.

    A question asked again is one entry. Raises RecordsError.
    """
    rows = records.rows(
        # With max(), SQLite takes the other columns from the row that has it.
        "SELECT question, understood, count(*) AS times, max(id), asked AS last, kind, abstained,"
        " confidence, milliseconds, handled FROM questions GROUP BY understood"
        " ORDER BY abstained AND handled IS NULL DESC, max(id) DESC LIMIT ?",
        (limit,),
    )
    return [
        Asked(
            **{name: row[name] for name in Asked.__slots__} | {"abstained": bool(row["abstained"])}
        )
        for row in rows
    ]


def handle_question(records: Records, understood: str, handled: bool = True) -> None:
    """Mark a question, however often it was asked, as seen to or not. Raises RecordsError."""
    with records.writing() as connection:
        connection.execute(
            "UPDATE questions SET handled = ? WHERE understood = ?",
            (now() if handled else None, understood),
        )

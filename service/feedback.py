"""What readers say of answers, and the inbox in which staff read it."""

import json
from dataclasses import dataclass

from qa.answer import Answer
from service.records import Records, now

LONGEST = 1000  # characters kept of a reason, a question, an answer
KEPT = 20_000  # pieces of feedback; the oldest go first


@dataclass(frozen=True, slots=True)
class Feedback:
    """A thumb up or down on an answer, the reason if one was given, and what was answered.

    `answer` is None for an abstention; `documents` are the ids of those cited; `handled` says
    when staff have seen to it.
    """

    id: int
    given: str
    useful: bool
    reason: str
    question: str
    answer: str | None
    documents: tuple[str, ...]
    handled: str | None


def give_feedback(records: Records, answer: Answer, useful: bool, reason: str = "") -> int:
    """Keep what a reader says of an answer; the number is for changing it. Raises RecordsError."""
    documents = list(dict.fromkeys(citation.document for citation in answer.citations))
    with records.writing() as connection:
        added = connection.execute(
            "INSERT INTO feedback (given, useful, reason, question, answer, documents)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                now(),
                useful,
                reason.strip()[:LONGEST],
                (answer.understood or answer.question)[:LONGEST],
                answer.answer and answer.answer[:LONGEST],
                json.dumps(documents, ensure_ascii=False),
            ),
        )
        number = added.lastrowid or 0
        connection.execute("DELETE FROM feedback WHERE id <= ?", (number - KEPT,))
        return number


def change_feedback(records: Records, number: int, useful: bool, reason: str = "") -> None:
    """Let a reader change their mind, or add a reason. Raises RecordsError."""
    with records.writing() as connection:
        connection.execute(
            "UPDATE feedback SET useful = ?, reason = ?, handled = NULL WHERE id = ?",
            (useful, reason.strip()[:LONGEST], number),
        )


def withdraw_feedback(records: Records, number: int) -> None:
    """Forget a piece of feedback. Raises RecordsError."""
    with records.writing() as connection:
        connection.execute("DELETE FROM feedback WHERE id = ?", (number,))


def inbox(records: Records, limit: int = 1000) -> list[Feedback]:
    """Feedback: what is not seen to first, complaints before praise, then the latest.

    Raises RecordsError.
    """
    rows = records.rows(
        "SELECT * FROM feedback ORDER BY handled IS NULL DESC,"
        " CASE WHEN handled IS NULL THEN useful END, id DESC LIMIT ?",
        (limit,),
    )
    return [
        Feedback(
            **dict(row)
            | {"useful": bool(row["useful"]), "documents": tuple(json.loads(row["documents"]))}
        )
        for row in rows
    ]


def handle_feedback(records: Records, number: int, handled: bool = True) -> None:
    """Mark a piece of feedback as seen to or not. Raises RecordsError."""
    with records.writing() as connection:
        connection.execute(
            "UPDATE feedback SET handled = ? WHERE id = ?", (now() if handled else None, number)
        )

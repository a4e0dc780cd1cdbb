"""Conversations as they were shown, so that a reload or a colleague finds them again."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from qa.answer import Answer
from qa.scope import EVERYTHING, Scope
from service.records import Records, now

KEPT = 5_000  # conversations; those untouched longest go first
TURNS = 100  # of one conversation; the earliest go first


@dataclass(frozen=True, slots=True)
class Turn:
    """A question, the reports it was put to, and its answer or the reason there is none.

    `instead` holds questions that the reports do answer, for an abstention.
    """

    question: str
    scope: Scope = EVERYTHING
    answer: Answer | None = None
    error: str | None = None
    instead: tuple[str, ...] = ()


def new_conversation() -> str:
    """An id that cannot be guessed: whoever has it can read the conversation."""
    return secrets.token_urlsafe(12)


def save_conversation(records: Records, identifier: str, turns: Sequence[Turn]) -> None:
    """Keep a conversation as it is now. Raises RecordsError."""
    content = json.dumps([_to_dict(turn) for turn in turns[-TURNS:]], ensure_ascii=False)
    moment = now()
    with records.writing() as connection:
        connection.execute(
            "INSERT INTO conversations (id, started, changed, content) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET changed = excluded.changed, content = excluded.content",
            (identifier, moment, moment, content),
        )
        connection.execute(
            "DELETE FROM conversations WHERE id IN"
            " (SELECT id FROM conversations ORDER BY changed DESC LIMIT -1 OFFSET ?)",
            (KEPT,),
        )


def load_conversation(records: Records, identifier: str) -> list[Turn] | None:
    """The turns of a conversation, as they were shown; None when it is not kept any more.

    Raises RecordsError.
    """
    rows = records.rows("SELECT content FROM conversations WHERE id = ?", (identifier,))
    if not rows:
        return None
    try:
        return [_from_dict(values) for values in json.loads(rows[0]["content"])]
    except (AttributeError, KeyError, TypeError, ValueError):
        return None  # written by another version of this program


def _to_dict(turn: Turn) -> dict[str, Any]:
    return {
        "question": turn.question,
        "scope": asdict(turn.scope),
        "answer": turn.answer.to_dict() if turn.answer else None,
        "error": turn.error,
        "instead": list(turn.instead),
    }


def _from_dict(values: dict[str, Any]) -> Turn:
    scope = {name: tuple(chosen) for name, chosen in values["scope"].items()}
    return Turn(
        question=values["question"],
        scope=Scope(**scope),
        answer=Answer.from_dict(values["answer"]) if values["answer"] else None,
        error=values["error"],
        instead=tuple(values["instead"]),
    )

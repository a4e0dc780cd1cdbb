"""One turn of a conversation: the question asked, what to ask instead, and the log of both."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.errors import ReportsError
from qa.samples import questions_instead
from qa.scope import EVERYTHING, Scope
from service.conversations import Turn

if TYPE_CHECKING:
    from qa.assistant import Assistant

INSTEAD = 3


def take_turn(
    assistant: "Assistant",
    question: str,
    history: Sequence[Turn] = (),
    scope: Scope = EVERYTHING,
) -> Turn:
    """Ask a question after the turns before it; one that cannot be read is a turn with an error."""
    earlier = [turn.question for turn in history if turn.answer]
    try:
        answer = assistant.ask(question, earlier, scope)
    except ReportsError as error:
        return Turn(question, scope, error=str(error))
    instead: list[str] = []
    if answer.abstained:
        instead = questions_instead(assistant, answer.passages, INSTEAD, scope)
    return Turn(question, scope, answer, instead=tuple(instead))

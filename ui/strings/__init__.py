"""Every string of the interface as (Vietnamese, English): a table for each page."""

from typing import Final

from ui.strings import answer, chat, conversation, manage, signin

STRINGS: Final[dict[str, tuple[str, str]]] = {
    **chat.STRINGS,
    **answer.STRINGS,
    **conversation.STRINGS,
    **manage.STRINGS,
    **signin.STRINGS,
}

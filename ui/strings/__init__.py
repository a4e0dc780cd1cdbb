"""Every string of the interface as (Vietnamese, English): a table for each page."""

from typing import Final

from ui.strings import answer, chat, compare, conversation, library, manage, signin

STRINGS: Final[dict[str, tuple[str, str]]] = {
    **chat.STRINGS,
    **answer.STRINGS,
    **conversation.STRINGS,
    **library.STRINGS,
    **compare.STRINGS,
    **manage.STRINGS,
    **signin.STRINGS,
}

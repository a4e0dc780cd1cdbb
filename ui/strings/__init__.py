"""Every string of the interface as (Vietnamese, English): a table for each page."""

from typing import Final

from ui.strings import chat, compare, library

STRINGS: Final[dict[str, tuple[str, str]]] = {
    **chat.STRINGS,
    **compare.STRINGS,
    **library.STRINGS,
}

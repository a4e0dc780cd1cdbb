"""Every string of the interface belongs to one table, and both languages fill the same blanks."""

import pkgutil
import string
from importlib import import_module

import ui.strings
from ui.strings import STRINGS


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_no_string_is_in_two_tables() -> None:
    tables = [
        import_module(f"ui.strings.{module.name}").STRINGS
        for module in pkgutil.iter_modules(ui.strings.__path__)
    ]
    assert sum(len(table) for table in tables) == len(STRINGS)


def test_both_languages_fill_the_same_blanks() -> None:
    assert {
        key: (vietnamese, english)
        for key, (vietnamese, english) in STRINGS.items()
        if blanks(vietnamese) != blanks(english)
    } == {}

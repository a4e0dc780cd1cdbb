"""The names that a question holds: capitalised words and brands, provinces aside."""

import re
from collections.abc import Sequence

from index.vietnamese import UPPER, Span, fold
from qa.texts.brands import brands
from qa.texts.organizations import STATE, organizations
from qa.words.terms import Unit

# Folded words that stand before a name and are no part of it.
_OPENERS = frozenset(
    "so bo ban cuc vu vien truong tong vi tai theo cong benh ngan tap hang".split()
)
_TITLES = frozenset({"ong", "ba"})
_DEGREES = frozenset("gs pgs ts ths bs ks kts ls cn tt ptt pct ct gđ tbt btc".split())
_RANKS = frozenset("phó nguyên cựu".split())
_CAPITAL_NAME = re.compile(rf"[{UPPER}]\w*(?:\s[{UPPER}]\w*)+")


def names_in(
    text: str, asked: Sequence[Unit], framed: Sequence[Span]
) -> tuple[tuple[Unit, ...], ...]:
    """The units of each name in a question, those of a place, a time and the question word left out.

    `asked` are the question's units, `framed` the spans of what is left out.
    """
    found: list[tuple[Unit, ...]] = []
    # "Sở Công thương": a department is named in many ways, and told by its words.
    headed = {one.span[0] for one in organizations(text) if one.kind in STATE}
    for match in (*_CAPITAL_NAME.finditer(text), *brands(text)):
        start, end = match.span()
        if start in headed or any(first < end and start < last for first, last in framed):
            continue
        inside = tuple(u for u in asked if u.start < end and start < u.end)
        if not text[:start].strip() or inside[0].folded in _TITLES:
            inside = _behind_opening(inside)
        while len(inside) > 2 and _is_title(text, inside[0]):
            inside = inside[1:]
        spelt_out = len({(unit.start, unit.end) for unit in inside}) < len(inside)
        if (
            inside
            and inside not in found
            and not spelt_out
            and all(unit.kind == "word" for unit in inside)
        ):
            found.append(inside)
    return tuple(found)


def _is_title(text: str, unit: Unit) -> bool:
    """Whether a word of a name is a degree or an office before it, spelt out or not: "Phó TT"."""
    typed = text[unit.start : unit.end].lower()
    return fold(typed) in _DEGREES or typed in _RANKS


def _behind_opening(name: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """A name without the word that only opens the question in a capital ("Tại Diễn đàn …")."""
    opens = name[0].folded in _OPENERS | _TITLES
    if not (name[0].is_stop or name[0].is_light or opens):
        return name
    return name[1:] if len(name) > 2 else ()

"""From report text to safe HTML: everything that is data passes through here.

Titles, reports, questions and file names are shown as typed: never as HTML, Markdown or
LaTeX, and with the marks that reorder text on the screen spelled out.
"""

import html
import re
from collections.abc import Sequence
from typing import NamedTuple

Span = tuple[int, int]

_REORDERING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$&:^=])")
_WORD_JOINER = "\u2060"


class Highlight(NamedTuple):
    """A span to highlight, and its class."""

    start: int
    end: int
    name: str


def safe(text: str) -> str:
    """Text as HTML that shows exactly that text."""
    return html.escape(_spelled_out(text), quote=True)


def plain(text: str) -> str:
    """Text as Markdown that shows exactly that text, for the labels of buttons."""
    escaped = _MARKDOWN.sub(r"\\\1", _spelled_out(text))
    # Emoji and icon names (":smile:") and arrows are replaced after escapes are resolved.
    return re.sub(r"(\\[:\-<>=])", rf"\1{_WORD_JOINER}", escaped)


def highlighted(text: str, span: Span, highlights: Sequence[Highlight]) -> str:
    """`text[span]` as HTML with nested highlights; `highlights` go from outer to inner."""
    start, end = span
    inside = [
        Highlight(max(start, mark.start), min(end, mark.end), mark.name)
        for mark in highlights
        if mark.start < end and start < mark.end
    ]
    return _nested(text, start, end, inside)


def _nested(text: str, start: int, end: int, highlights: list[Highlight]) -> str:
    if not highlights:
        return safe(text[start:end])
    outer, inner = highlights[0], highlights[1:]
    return (
        safe(text[start : outer.start])
        + f'<mark class="{outer.name}">{_nested(text, outer.start, outer.end, inner)}</mark>'
        + safe(text[outer.end : end])
    )


def _spelled_out(text: str) -> str:
    return _REORDERING.sub(lambda match: f"[U+{ord(match.group()):04X}]", text)

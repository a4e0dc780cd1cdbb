"""An article as HTML with its figures underlined, each told what it measures, and its cuts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.documents import Document
from index.vietnamese import Span
from qa.catalogue.catalogue import Entry
from ui.markup import safe
from ui.tables import cells_html, rows_from
from ui.text import say
from ui.wording import measured

_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A figure with its place among those of its document, which names it in the page."""

    number: int
    entry: Entry

    @property
    def anchor(self) -> str:
        """The HTML id of the figure in the article, for links to it."""
        return f"so-{self.number}"


def article_html(
    document: Document, part: Span, figures: Sequence[Numbered], cuts: Sequence[int]
) -> str:
    """Part of an article as HTML; cuts are the offsets at which passages begin, in order."""
    text = document.text
    lines = [match.span() for match in _LINE.finditer(text, *part)]
    html, at = "", 0
    drawn = _Annotated(text, figures, cuts)
    while at < len(lines):
        if count := rows_from(text, lines[at:]):
            html += drawn.cuts_before(lines[at][0] + 1)
            html += cells_html(text, lines[at : at + count], drawn.html)
            at += count
            continue
        start, end = lines[at]
        tag = "h1" if (start, end) == (0, len(document.title)) else "p"
        html += f"{drawn.cuts_before(start + 1)}<{tag}>{drawn.html((start, end))}</{tag}>"
        at += 1
    return html


class _Annotated:
    """The marks of a text, to be drawn from its beginning on."""

    def __init__(self, text: str, figures: Sequence[Numbered], cuts: Sequence[int]) -> None:
        self._text = text
        self._figures = figures
        self._cuts = list(cuts)
        self._cut = 0

    def html(self, span: Span) -> str:
        """A part of the text; a figure that overlaps with the one before it is not underlined."""
        html, at = "", span[0]
        for figure in self._figures:
            entry = figure.entry
            if at <= entry.start and entry.end <= span[1]:
                html += self._plain(at, entry.start) + _figure_html(figure)
                at = entry.end
        return html + self._plain(at, span[1])

    def cuts_before(self, offset: int) -> str:
        """The cuts that stand before an offset and were not drawn yet."""
        html = ""
        while self._cut < len(self._cuts) and self._cuts[self._cut] < offset:
            self._cut += 1
            html += (
                f'<div class="cut"><span>{safe(say("reading.cut", number=self._cut))}</span></div>'
            )
        return html

    def _plain(self, start: int, end: int) -> str:
        """Text without figures; a cut inside a paragraph is drawn in place."""
        html, at = "", start
        while self._cut < len(self._cuts) and self._cuts[self._cut] <= end:
            cut = max(at, self._cuts[self._cut])
            mark = self.cuts_before(self._cuts[self._cut] + 1)
            html += safe(self._text[at:cut]) + mark.replace("div", "span")
            at = cut
        return html + safe(self._text[at:end])


def _figure_html(figure: Numbered) -> str:
    """A figure with what it measures, shown when it is pointed at, tapped or reached by Tab."""
    tip = f"do-{figure.number}"
    facts = " · ".join(filter(None, measured(figure.entry)))
    name = figure.entry.name or say("reading.unnamed")
    return (
        f'<span class="fact" id="{figure.anchor}" tabindex="0" aria-describedby="{tip}">'
        f"{safe(figure.entry.text)}"
        f'<span class="tip" role="tooltip" id="{tip}"><b>{safe(name)}</b>{safe(facts)}</span></span>'
    )

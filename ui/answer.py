"""One answer: the short answer large, its table, what it rests on, how long it took."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from qa.answer import Answer, Cell
from ui.evidence import (
    SHOWN_CITATIONS,
    citation_anchor,
    draw_citations,
    draw_passages,
    other_passages,
)
from ui.markup import safe
from ui.text import ENGLISH, LANGUAGE_KEY, duration, language, say

if TYPE_CHECKING:
    from index.store import Index

SHORT = 80
NEAREST = 3


def draw_answer(index: "Index", answer: Answer, key: str) -> None:
    """Draw an answer or an abstention; `key` tells its widgets from those of other answers."""
    st.html(_headline(answer))
    if answer.cells:
        st.html(_table(answer.cells, key))
    # A table links to its citations, so none of them may be folded away.
    shown = len(answer.citations) if answer.cells else SHOWN_CITATIONS
    draw_citations(index, answer.citations, key, shown)
    if answer.abstained:
        _draw_nearest(index, answer, key)
    else:
        others = other_passages(answer.passages, answer.citations)
        if others:
            with st.expander(say("passages", count=len(others))):
                draw_passages(index, others, key)
    st.html(_footer(answer))


def share_link(answer: Answer) -> str:
    """The part of the page's address that asks this question again."""
    address = {"q": shared_question(answer)}
    if language() == ENGLISH:
        address[LANGUAGE_KEY] = ENGLISH
    return f"?{urlencode(address)}"


def shared_question(answer: Answer) -> str:
    """The question as it can be asked without the conversation before it."""
    return answer.understood or answer.question


def _draw_nearest(index: "Index", answer: Answer, key: str) -> None:
    nearest, rest = answer.passages[:NEAREST], answer.passages[NEAREST:]
    if nearest:
        st.html(f'<h3 class="label">{safe(say("abstained.near"))}</h3>')
        draw_passages(index, nearest, key)
    if rest:
        with st.expander(say("passages", count=len(rest))):
            draw_passages(index, rest, f"{key}-more")


def _headline(answer: Answer) -> str:
    parts = []
    # Capitals alone are not worth a line.
    if answer.understood and answer.understood.casefold() != answer.question.casefold():
        parts.append(
            f'<p class="quiet">{safe(say("understood"))} <q>{safe(answer.understood)}</q></p>'
        )
    if answer.answer is None:
        parts.append(f'<p class="short abstained">{safe(say("abstained"))}</p>')
    else:
        size = "short" if len(answer.answer) <= SHORT else "long"
        parts.append(f'<h3 class="label">{safe(say(f"kind.{answer.kind}"))}</h3>')
        parts.append(f'<p class="{size}">{safe(answer.answer)}</p>')
    if answer.computed:
        parts.append(f'<p class="quiet computed">{safe(say("computed"))}</p>')
    if answer.note:
        parts.append(f'<p class="note">{safe(answer.note)}</p>')
    return f'<div class="headline">{"".join(parts)}</div>'


def _table(cells: Sequence[Cell], key: str) -> str:
    """The compared figures; a column in which nothing stands is left out."""
    columns = [
        (say("cell.place"), "place", [cell.place for cell in cells]),
        (say("cell.period"), "period", [cell.period for cell in cells]),
        (say("cell.value"), "figure", [cell.value for cell in cells]),
        (say("cell.nature"), "nature", [say(f"nature.{cell.nature}") for cell in cells]),
    ]
    columns = [column for column in columns if any(column[2])]
    head = "".join(f'<th scope="col">{safe(title)}</th>' for title, _, _ in columns)
    rows = [
        "".join(f'<td class="{name}">{safe(values[row])}</td>' for _, name, values in columns)
        + f'<td><a class="number" href="#{citation_anchor(key, cell.citation + 1)}">'
        f"{cell.citation + 1}</a></td>"
        for row, cell in enumerate(cells)
    ]
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return (
        f'<div class="scroll"><table class="cells"><thead><tr>{head}'
        f'<th scope="col">{safe(say("cell.source"))}</th></tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _footer(answer: Answer) -> str:
    total = answer.timings_ms.get("total")
    time = f"{safe(say('time', time=duration(total)))} · " if total is not None else ""
    link = f'<a href="{safe(share_link(answer))}" target="_blank">{safe(say("link"))}</a>'
    return f'<p class="quiet footer">{time}{link}</p>'

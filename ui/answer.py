"""One answer: short and large, in a sentence, as table and chart, and what it rests on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from qa.answer import Answer, Cell
from service.conversations import Turn
from ui.asking import ask, ask_alone
from ui.evidence import (
    SHOWN_CITATIONS,
    citation_mark,
    draw_citations,
    draw_passages,
    other_passages,
)
from ui.filters import described
from ui.markup import Highlight, plain, safe
from ui.quotes import clip, ellipsis
from ui.text import say

if TYPE_CHECKING:
    from index.store import Index

SHORT = 80
NEAREST = 3
SENTENCE = 240


def draw_answer(index: "Index", turn: Turn, answer: Answer, key: str) -> None:
    """Draw an answer or an abstention; `key` tells its widgets from those of other answers."""
    _draw_reading(answer, key)
    st.html(headline(answer, key) + _within(turn))
    if answer.cells:
        from ui.chart import draw_chart  # altair takes seconds to import

        st.html(_table(answer, key))
        draw_chart(answer, key)
    # A table links to its citations, so none of them may be folded away.
    shown = len(answer.citations) if answer.cells else SHOWN_CITATIONS
    draw_citations(index, answer.citations, key, shown)
    if answer.abstained:
        _draw_instead(turn.instead, key)
        _draw_nearest(index, answer, key)
        return
    others = other_passages(answer.passages, answer.citations)
    if others:
        with st.expander(say("passages", count=len(others))):
            draw_passages(index, others, key)


def headline(answer: Answer, key: str) -> str:
    """The short answer large and the sentence around it, as HTML."""
    if answer.answer is None:
        parts = [f'<p class="short abstained">{safe(say("abstained"))}</p>']
    else:
        short = _short(answer)
        listed = answer.cells and not answer.computed
        size = "short" if len(short) <= SHORT and not listed else "long"
        with_sentence = size == "short" or answer.cells or answer.computed
        marks = "" if with_sentence else f" {_marks(answer, key)}"
        parts = [
            f'<h3 class="label">{safe(say(f"kind.{answer.kind}"))}</h3>',
            f'<p class="{size}">{safe(short)}{marks}</p>',
            _sentence(answer, key) if with_sentence else "",
        ]
    if answer.note:
        parts.append(f'<p class="note">{safe(answer.note)}</p>')
    return f'<div class="headline">{"".join(parts)}</div>'


def _short(answer: Answer) -> str:
    """The answer to show large; a conclusion without the figures that its table holds."""
    said = answer.answer or ""
    return said.split(" (")[0] if answer.computed and answer.cells else said


def _sentence(answer: Answer, key: str) -> str:
    """What the first citation says, with the short answer marked; every number is the quote's."""
    if not answer.citations:
        return ""
    if answer.computed or answer.cells:
        said = say("said.computed" if answer.computed else "said.each", marks=_marks(answer, key))
        return f'<p class="said computed">{said}.</p>'
    cited = answer.citations[0]
    whole = (0, len(cited.quote))
    mark = whole
    if cited.mark:
        mark = (cited.mark[0] - cited.start, cited.mark[1] - cited.start)
    shown = clip(cited.quote, whole, mark, SENTENCE)
    highlights = [Highlight(*mark, "said-mark")] if cited.mark else []
    said = say(
        "said.place" if cited.province else "said.title",
        place=safe(cited.province or ""),
        title=safe(cited.title),
        quote=ellipsis(cited.quote, whole, shown, highlights),
        marks=citation_mark(key, 1),
    )
    rest = " ".join(citation_mark(key, at) for at in range(2, len(answer.citations) + 1))
    also = f" {say('said.also', marks=rest)}." if rest else ""
    return f'<p class="said">{said}.{also}</p>'


def _marks(answer: Answer, key: str) -> str:
    return " ".join(citation_mark(key, at) for at in range(1, len(answer.citations) + 1))


def _within(turn: Turn) -> str:
    if not turn.scope:
        return ""
    return f'<p class="quiet">{safe(say("within", scope=described(turn.scope)))}</p>'


def _draw_reading(answer: Answer, key: str) -> None:
    """How the question was understood, to be put right and asked again."""
    if not answer.reread:
        return
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"reading-{key}"
    ):
        st.html(
            f'<p class="quiet">{safe(say("understood"))} <q>{safe(answer.understood)}</q></p>',
            width="content",
        )
        with (
            st.popover(say("reread"), type="tertiary", icon=":material/edit:"),
            st.form(f"reread-form-{key}", border=False),
        ):
            field = f"reread-text-{key}"
            st.text_input(say("reread.label"), answer.understood, key=field)
            st.form_submit_button(
                say("reread.ask"), on_click=lambda: ask(st.session_state[field].strip())
            )


def _draw_instead(questions: Sequence[str], key: str) -> None:
    if not questions:
        return
    st.html(f'<h3 class="label">{safe(say("instead"))}</h3>')
    with st.container(key=f"samples-{key}", gap="xsmall"):
        for number, question in enumerate(questions):
            st.button(
                plain(question),
                key=f"instead-{key}-{number}",
                width="stretch",
                on_click=ask_alone,
                args=(question,),
            )


def _draw_nearest(index: "Index", answer: Answer, key: str) -> None:
    nearest, rest = answer.passages[:NEAREST], answer.passages[NEAREST:]
    if nearest:
        st.html(f'<h3 class="label">{safe(say("abstained.near"))}</h3>')
        draw_passages(index, nearest, key)
    elif not answer.note:
        st.html(f'<p class="note">{safe(say("nothing.near"))}</p>')
    if rest:
        with st.expander(say("passages", count=len(rest))):
            draw_passages(index, rest, f"{key}-more")


def _nature(cell: Cell) -> str:
    return say(f"nature.{cell.nature}") if cell.nature else ""


def _table(answer: Answer, key: str) -> str:
    """The compared figures; a column in which nothing stands is left out."""
    cells = answer.cells
    value = "cell.value" if any(cell.nature for cell in cells) else "cell.told"
    columns = [
        (say("cell.label"), "item", [cell.label * answer.labelled for cell in cells]),
        (say("cell.place"), "place", [cell.place for cell in cells]),
        (say("cell.period"), "period", [cell.period for cell in cells]),
        (say(value), "figure", [cell.value for cell in cells]),
        (say("cell.nature"), "nature", [_nature(cell) for cell in cells]),
    ]
    columns = [column for column in columns if any(column[2])]
    head = "".join(f'<th scope="col">{safe(title)}</th>' for title, _, _ in columns)
    rows = [
        "".join(f'<td class="{name}">{safe(values[row])}</td>' for _, name, values in columns)
        + f"<td>{citation_mark(key, cell.citation + 1)}</td>"
        for row, cell in enumerate(cells)
    ]
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return (
        f'<div class="scroll"><table class="cells"><thead><tr>{head}'
        f'<th scope="col">{safe(say("cell.source"))}</th></tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )

"""A ranking told in one sentence: "Giồng Trôm 9,1; Châu Thành 8,7; Thạnh Phú 5,9"."""

import re
from collections.abc import Sequence

from index.vietnamese import fold
from qa.catalogue.labels import label_of_figure
from qa.comparing.operands import is_no_level
from qa.comparing.sides import LIKE_THE_BEST, Side, side
from qa.findings import Findings
from qa.questions.indicators import spoken, wants_lowest
from qa.questions.parting import Part
from qa.questions.question import Question
from qa.readers.reading import Candidate, quote_around
from qa.texts.dating import period_of
from qa.texts.figures import Figure, figures
from qa.texts.paragraph import Paragraph

# Of so many things at least a figure each is told.
RANKED = 3
SENTENCES = 4
_TYPE = r"\b(?P<type>\w+) nào\b"
# Only the first or the last of a longer ranking are told.
_TOP = re.compile(
    r"\b(?:đứng đầu|dẫn đầu|cao nhất|nhiều nhất|tốp đầu|top đầu|nhóm đầu|tiếp đến|kế đến|kế đó|tiếp theo|sau đó)\b"
)
_BOTTOM = re.compile(r"\b(?:thấp nhất|ít nhất|tốp cuối|nhóm cuối|cuối bảng|đứng cuối)\b")


def ranked_in_a_sentence(question: Question, sentences: Findings, threshold: float) -> list[Side]:
    """The figures of the first good sentence that tells one of each of several things."""
    best = sentences.best
    if best is None:
        return []
    lowest = wants_lowest(question)
    asked = spoken(_TYPE, question.text, question.folded)
    head = fold(asked[0]["type"]) if asked else ""
    for candidate in sentences.candidates[:SENTENCES]:
        if candidate.score < max(threshold, LIKE_THE_BEST * best.score):
            break
        said = candidate.paragraph.text[slice(*candidate.quote)].lower()
        top, bottom = bool(_TOP.search(said)), bool(_BOTTOM.search(said))
        if top != bottom and lowest == top:
            continue
        row = _row(candidate, head)
        if len(row) >= RANKED:
            return [side(Part(question, label), found) for label, found in row.items()]
    return []


def _row(candidate: Candidate, head: str) -> dict[str, Candidate]:
    """The figures of a sentence by what each is of; empty unless they are of one kind."""
    paragraph = candidate.paragraph
    start, end = candidate.quote
    listed = [f for f in figures(paragraph) if start <= f.span[0] < end and f.value is not None]
    kinds: dict[tuple[str, str], dict[str, Candidate]] = {}
    for figure in listed:
        label = _label(paragraph, figure)
        if label:
            row = kinds.setdefault((figure.kind, figure.unit), {})
            row.setdefault(label, _found(candidate, figure))
    typed = [
        {label: found for label, found in row.items() if fold(label).split()[0] == head}
        for row in kinds.values()
    ]
    if any(len(row) >= RANKED for row in typed):
        return max(typed, key=len)
    rows = [row for row in kinds.values() if _are_names(list(row))]
    return max(rows, key=len, default={})


def _label(paragraph: Paragraph, figure: Figure) -> str:
    if figure.nature in ("change", "exceeded") or is_no_level(paragraph.folded, figure):
        return ""
    return label_of_figure(paragraph, figure.span)


def _are_names(labels: Sequence[str]) -> bool:
    """Whether labels are names, or begin with one word: "huyện Tân Châu", "huyện Tân Biên"."""
    heads = {fold(label).split()[0] for label in labels}
    return len(heads) == 1 or all(any(c.isupper() for c in label) for label in labels)


def _found(like: Candidate, figure: Figure) -> Candidate:
    paragraph, span = like.paragraph, figure.whole
    return Candidate(
        paragraph=paragraph,
        span=span,
        quote=quote_around(paragraph, span),
        text=paragraph.text[slice(*span)],
        score=like.score,
        period=period_of(paragraph, figure.span),
        nature=figure.nature,
        confidence=like.confidence,
    )

"""Which of several goes furthest beyond its target: "A đạt 78,3% (vượt mục tiêu 28,3%); B …", and
"93,4% … (mục tiêu 80%); 99,2% …"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from index.vietnamese import Span
from qa.answer import Answer
from qa.comparing.sides import figure_beside, rows
from qa.findings import Find, answered
from qa.fitting import asks_for_place
from qa.questions.indicators import spoken, wants_lowest, written
from qa.questions.question import Question
from qa.readers.reading import Candidate
from qa.texts.figures import Figure, figures
from qa.texts.paragraph import Paragraph

_ASKED = (
    r"\bnào\b.*\bvượt(?: xa)?(?: so với)? (?:mục tiêu|chỉ tiêu|kế hoạch)"
    r"(?: \w+){0,3}? (?:nhiều|cao|xa|lớn|ít|thấp) nhất\b"
)
_COMMENT = re.compile(r"\([^()]*\)")
_PARTS = re.compile(r";\s|[.:]\s|,\s(?=(?:tỷ lệ|tỉ lệ|\d+(?:,\d+)?%))")
_REACHED = re.compile(
    r"\s(?:(?:đã|mới|hiện) )?(?:đạt|là|chiếm)(?: (?:được|trên|hơn|gần|khoảng))*\s*$"
)
_LED = re.compile(r"(?:tỷ lệ|tỉ lệ|số|mức)\b", re.IGNORECASE)
SENTENCES, TWO = 4, 2


@dataclass(frozen=True)
class Exceeding:
    """What is measured, what it reached and by how much that is beyond its target; `stated` where a
    report says so itself."""

    label: str
    level: Figure
    comment: Figure
    by: float
    stated: bool


def furthest_beyond(question: Question, find: Find, threshold: float) -> Answer | None:
    """The one that exceeds its target the most, or the least; None where not several are told."""
    if not spoken(_ASKED, question.text, question.folded):
        return None
    if asks_for_place(question) or question.asks == "organization":
        return None  # of whom a share is is not told beside it
    sentences = find(replace(question, asks="how", stated=()))
    for candidate in sentences.candidates[:SENTENCES]:
        if candidate.score < threshold:
            return None
        found = [one for one in _told(candidate.paragraph) if one.by >= 0]
        if len(found) < TWO or len({one.level.kind for one in found}) > 1:
            continue
        order = sorted(found, key=lambda one: one.by, reverse=not wants_lowest(question))
        first = order[0]
        used = [(one.label, _shown(candidate, one)) for one in order]
        cited = [figure for _, one in used for figure in one]
        points = "điểm" if first.level.kind == "score" else "điểm phần trăm"
        text = f"{first.label}: vượt {written(first.by)} {points}"
        answer = answered(sentences, text, cited, computed=True, kind="compare")
        return replace(answer, cells=rows(answer, [(name, one[-1]) for name, one in used]))
    return None


def _told(paragraph: Paragraph) -> list[Exceeding]:
    """What a paragraph tells with a target in brackets, or with how far beyond it is."""
    found = []
    for comment in _COMMENT.finditer(paragraph.text):
        inside = _figures(paragraph, comment.span())
        if len(inside) != 1 or inside[0].nature not in ("exceeded", "target"):
            continue
        edges = [m.end() for m in _PARTS.finditer(paragraph.text, 0, comment.start())]
        start = max([0, *edges])
        before = [
            one
            for one in _figures(paragraph, (start, comment.start()))
            if one.kind == inside[0].kind and one.nature == "achieved"
        ]
        if not before:
            continue
        level = before[-1]
        one = _exceeding(paragraph, start, level, inside[0], comment.start())
        if one is not None:
            found.append(one)
    return found


def _exceeding(
    paragraph: Paragraph, start: int, level: Figure, comment: Figure, end: int
) -> Exceeding | None:
    if level.value is None or comment.value is None:
        return None
    text = paragraph.text
    ahead, behind = text[start : level.whole[0]].strip(), text[level.whole[1] : end].strip()
    # "Tỷ lệ ký số đạt 78%", but "xã có 78% văn bản được ký số".
    led = _REACHED.search(ahead) or _LED.match(ahead) or not behind
    label = _REACHED.sub("", ahead) if led else behind
    stated = comment.nature == "exceeded"
    apart = Decimal(str(level.value)) - Decimal(str(comment.value))
    by = comment.value if stated else float(apart)
    label = label.split(", ")[-1].strip(" ,")
    return Exceeding(label, level, comment, by, stated) if label else None


def _figures(paragraph: Paragraph, span: Span) -> Sequence[Figure]:
    return [one for one in figures(paragraph) if span[0] <= one.span[0] < span[1]]


def _shown(like: Candidate, one: Exceeding) -> list[Candidate]:
    """The figures that tell how far beyond its target one is."""
    told = figure_beside(like, one.comment)
    return [told] if one.stated else [figure_beside(like, one.level), told]

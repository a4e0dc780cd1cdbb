"""Series in prose: several things of one sort, each with its figures, told in parallel.

"Chính quyền số đạt 0,78 điểm, hạng 4 (tăng 1 bậc); kinh tế số 0,71 điểm, hạng 9 (tăng 5 bậc)" holds
three series over the same two things: scores, ranks and changes of rank.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from index.vietnamese import Span, fold
from qa.catalogue.labels import subject_before
from qa.texts.figures import Figure, figures
from qa.texts.paragraph import Paragraph

CHANGES = frozenset({"change", "exceeded"})
LONGEST_LABEL, LONGEST_WORD = 60, 12
# Things named by what stands behind their figures: "13 ý kiến về môi trường", "640 hồ sơ lĩnh vực đất đai".
_BEHIND = re.compile(
    r"\s(?P<noun>[^\W\d_]+(?:\s[^\W\d_]+){0,3}?)\s(?:(?:về|cho|ở|tại|thuộc|của|trong)\s"
    r"|(?=(?:lĩnh vực|nhóm|loại|ngành|khối|xã|phường|huyện|quận|tỉnh|trụ cột)\s))(?P<label>[^;.:()|\d]{2,60})"
)
_TRAILING = re.compile(r"(?:[\s,;…]|\s(?:và|còn|với|hay|cùng)(?:\s(?:một số|các|những)\s.*)?)+$")
_BREAK = re.compile(r"[,;:()]|\s(?:và|là|gồm)\s")
_NOUN = re.compile(r"\s?(?P<noun>[^\W\d_]+(?:\s[^\W\d_]+)?)")
_PARTED = re.compile(r"[,;:.)]|(?:^|\s)(?:và|còn)\s*$")


class Entry(NamedTuple):
    """A figure of a series: what it is said of, and the words for what it counts, folded."""

    label: str
    figure: Figure
    noun: str


class Series(NamedTuple):
    """Figures of one kind, each of another thing; whether they tell changes, not levels, and
    whether their things stand behind them."""

    entries: tuple[Entry, ...]
    kind: str
    changes: bool
    behind: bool = False


def series_in(paragraph: Paragraph, sentence: Span, head: str) -> list[Series]:
    """The series of a sentence, in the order they begin; each of two things or more.

    head: the word, folded, that things of the sort are numbered by: "bậc 4" is no figure then.
    """
    text = paragraph.text
    found = [
        figure
        for figure in figures(paragraph)
        if sentence[0] <= figure.span[0] < sentence[1]
        and not (head and _before_number(text, figure.span[0]) == head)
    ]
    labels = _behind(text, found, sentence) or _before(paragraph, found, sentence)
    grouped: dict[tuple[str, str, bool, str], list[Entry]] = {}
    for figure, (label, form) in zip(found, labels, strict=True):
        if label:
            noun = _NOUN.match(text, figure.span[1])
            entry = Entry(label, figure, fold(noun["noun"]) if noun else "")
            key = (figure.kind, figure.unit, figure.nature in CHANGES, form)
            grouped.setdefault(key, []).append(entry)
    return [
        Series(tuple(entries), kind, changes, form == "behind")
        for (kind, _, changes, form), entries in grouped.items()
        if len(entries) > 1 and len({fold(one.label) for one in entries}) == len(entries)
    ]


def _before_number(text: str, start: int) -> str:
    """The word right before a number, folded."""
    words = fold(text[max(0, start - LONGEST_WORD) : start]).split()
    return words[-1] if words and text[start - 1 : start].isspace() else ""


def _behind(text: str, found: Sequence[Figure], sentence: Span) -> list[tuple[str, str]]:
    """The labels of figures that count the same of different things; empty unless so."""
    matches = []
    for at, figure in enumerate(found):
        stop = found[at + 1].whole[0] if at + 1 < len(found) else sentence[1]
        matches.append(_BEHIND.match(text, figure.span[1], stop))
    nouns = [fold(match["noun"]) for match in matches if match]
    if len(nouns) < 2 or len(set(nouns)) > 1:
        return []
    return [(_TRAILING.sub("", match["label"]) if match else "", "behind") for match in matches]


def _before(paragraph: Paragraph, found: Sequence[Figure], sentence: Span) -> list[tuple[str, str]]:
    """For each figure the thing told of before it; one without its own is of the last one."""
    labels: list[tuple[str, str]] = []
    start, current = sentence[0], ("", "")
    for figure in found:
        gap = paragraph.text[start : figure.whole[0]]
        opened = gap.rfind("(") if gap.rfind("(") > gap.rfind(")") else -1
        if opened < 0:
            if named := _named(paragraph, (start, figure.whole[0])):
                current = named, "before"
        elif not gap[opened + 1 :].strip():
            # "chính quyền số (10 mục tiêu)"; "hạng 9 (tăng 5 bậc)" only adds to what is before.
            label = _BREAK.split(gap[:opened])[-1].strip()
            current = (label[-LONGEST_LABEL:], "bracket") if label else current
        labels.append(current)
        start = figure.whole[1]
    return labels


def _named(paragraph: Paragraph, span: Span) -> str:
    """The thing named between two figures: behind a break, or at the head of the sentence."""
    named = subject_before(paragraph, span)
    if named is None:
        return ""
    text = paragraph.text
    between = text[span[0] : named[0]]
    if between.strip() and not _PARTED.search(between):
        return ""
    return text[slice(*named)]

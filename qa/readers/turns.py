"""Whose figures are that a text gives in the order of names told before them.

"… ở quận Sao 637, quận Mây 584 và quận Gió 701. Tỷ lệ của ba quận lần lượt là 68%, 73% và 55%":
the second figure in turn is of the second name, though no name stands in its sentence.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from index.vietnamese import LOWER, Span
from qa.readers.named import Name, names_in
from qa.texts.figures import Figure, figures
from qa.texts.paragraph import Paragraph, kept
from qa.texts.period import Period

IN_TURN = re.compile(
    r"\b(?:lan luot|tuong ung|(?:theo|dung) (?:dung )?thu tu|(?:hai|ba|bon|cac) con so)\b"
)
# "Hồ sơ quá hạn ở ba nơi là 37, 64 và 12".
_OF_SEVERAL = re.compile(
    r"\b(?:hai|ba|bon|nam|sau|cac)(?: [a-z]+){1,2}?(?: (?:nay|ay|do|tren))?(?: hien)? (?:la|dat)\s$"
)
# What may stand between two figures of one row: the first one's unit, and a mark or "và".
_BESIDE = re.compile(rf"(?:\s[{LOWER}/%²³]+){{0,2}}?\s?(?:[,;]|,?\svà|[,;]\scòn)\s")
# No word of its own stands behind a figure: "78%, 69%, 54%".
_BARE = re.compile(r"\s?(?:[,;.:)]|và\b|$)")
_YEAR = re.compile(r"(?<![\d./])(?:19|20)\d\d(?![\d./])")
YEAR = "year"
# Between two names that are counted up: "huyện A, xã B và C".
COUNTED_UP = re.compile(
    r"(?:\s?\([^()]*\))?\s?(?:,|và|,\svà|;)\s(?:(?:huyện|xã|phường|thị xã|thành phố|quận|tỉnh|sở|Sở)\s)?"
)
# Without a word that says so so many figures are hardly in a row by chance.
UNSAID = 3
# No paragraph without this has a row.
_HINT = re.compile(rf"{IN_TURN.pattern}|\d%?[,;]\s\d[\d.,]*%?(?:[,;]|,? va)\s\d")
# The names stand no more sentences before their figures.
SENTENCES_BACK = 5


@kept
def in_turn(paragraph: Paragraph) -> dict[Span, tuple[Name, ...]]:
    """Of each figure given in turn its name, and behind it the names of the others."""
    found: dict[Span, tuple[Name, ...]] = {}
    if paragraph.cells:
        return found
    for row in rows(paragraph):
        names = _named_before(paragraph, row)
        for at, figure in enumerate(row if names else ()):
            found[figure.span] = (names[at], *names[:at], *names[at + 1 :])
    return found


def year_in_turn(paragraph: Paragraph, span: Span) -> Period | None:
    """The year of a figure that is given in turn with those of other years."""
    for name in in_turn(paragraph).get(span, ())[:1]:
        if name.kind == YEAR:
            return Period(*name.span, int(paragraph.text[slice(*name.span)]))
    return None


@kept
def rows(paragraph: Paragraph) -> tuple[tuple[Figure, ...], ...]:
    """The figures of a paragraph that stand beside each other in a row, and are said to."""
    found: list[list[Figure]] = []
    if not _HINT.search(paragraph.folded):
        return ()
    for one, other in pairwise(figures(paragraph)):
        if not _BESIDE.fullmatch(paragraph.text, one.whole[1], other.span[0]):
            continue
        if found and found[-1][-1] is one:
            found[-1].append(other)
        else:
            found.append([one, other])
    return tuple(
        tuple(row) for row in found if _is_of_one_unit(paragraph, row) and _is_said(paragraph, row)
    )


def _is_said(paragraph: Paragraph, row: Sequence[Figure]) -> bool:
    """Whether the clause of a row says that its figures come in turn, or many are alike."""
    if _says_in_turn(paragraph, row):
        return True
    return len(row) >= UNSAID and bool(_BARE.match(paragraph.text, row[-1].whole[1]))


def _says_in_turn(paragraph: Paragraph, row: Sequence[Figure]) -> bool:
    start, end = paragraph.clause_at(row[0].span[0])
    said = IN_TURN.search(paragraph.folded, start, row[0].span[0])
    said = said or _OF_SEVERAL.search(paragraph.folded, start, row[0].whole[0])
    return bool(said or IN_TURN.search(paragraph.folded, row[-1].span[1], end))


def _is_of_one_unit(paragraph: Paragraph, row: Sequence[Figure]) -> bool:
    """Whether figures say the same behind them, or nothing but behind the last one:
    "38, 17 và 24 tỷ đồng"."""
    behind = {
        paragraph.text[one.span[1] : other.span[0]].replace("và", "").strip(" ,;")
        for one, other in pairwise(row)
    }
    words = behind.pop()
    last = paragraph.text[row[-1].span[1] :].lstrip()
    return not behind and (not words or last.startswith(words))


@kept
def measured(paragraph: Paragraph) -> tuple[Figure, ...]:
    """The figures of a paragraph, those of a row in the unit that stands behind its last one."""
    units = {
        one.span: row[-1]
        for row in rows(paragraph)
        for one in row
        if row[-1].unit and not one.unit and one.kind == "count"
    }
    return tuple(
        replace(one, kind=last.kind, unit=last.unit) if (last := units.get(one.span)) else one
        for one in figures(paragraph)
    )


@kept
def counted_by(paragraph: Paragraph) -> dict[Span, Figure]:
    """Of each figure of a row the last one, behind which stands what all of them count."""
    return {one.span: row[-1] for row in rows(paragraph) for one in row[:-1]}


def _named_before(paragraph: Paragraph, row: Sequence[Figure]) -> tuple[Name, ...]:
    """As many names as a row has figures, told before it; none where no sentence has so many, or
    where two have the same in another order."""
    start = row[0].span[0]
    back = SENTENCES_BACK if _says_in_turn(paragraph, row) else 1
    sentences = [one for one in paragraph.sentences if one[0] < start][-back - 1 :]
    found: tuple[Name, ...] = ()
    for sentence in reversed(sentences):
        names = _so_many(paragraph, (sentence[0], min(sentence[1], start)), len(row))
        if found and _said(paragraph, names) != _said(paragraph, found):
            same = set(_said(paragraph, names)) == set(_said(paragraph, found))
            return () if same else found
        found = found or names
    return found


def _said(paragraph: Paragraph, names: Sequence[Name]) -> list[str]:
    return [paragraph.folded[slice(*name.span)] for name in names]


def _so_many(paragraph: Paragraph, part: Span, count: int) -> tuple[Name, ...]:
    """So many names that a part of a text gives together."""
    named = [name for name in names_in(paragraph, part) if name.span[1] <= part[1]]
    for names in (*_alike(paragraph, named, part[1]), _years(paragraph, *part)):
        if len(names) == count:
            return tuple(names)
    return ()


def _distinct(paragraph: Paragraph, named: Sequence[Name]) -> list[Name]:
    """Names without those told before."""
    seen: dict[str, Name] = {}
    for name in named:
        seen.setdefault(paragraph.folded[slice(*name.span)], name)
    return list(seen.values())


def _alike(paragraph: Paragraph, named: Sequence[Name], end: int) -> list[list[Name]]:
    """The names that have a figure of their own; all; those of the kind that most are of; those
    that are counted up."""
    ends = [*(name.span[0] for name in named[1:]), end]
    given = [
        name
        for name, stop in zip(named, ends, strict=False)
        if any(name.span[1] <= one.span[0] < stop for one in figures(paragraph))
    ]
    named = _distinct(paragraph, named)
    kinds = Counter(name.kind for name in named)
    most = kinds.most_common(1)[0][0] if kinds else ""
    listed: list[list[Name]] = [[]]
    for name in named:
        last = listed[-1][-1:]
        if last and not COUNTED_UP.fullmatch(paragraph.text, last[0].span[1], name.span[0]):
            listed.append([])
        listed[-1].append(name)
    of_kind = [name for name in named if name.kind == most]
    return [_distinct(paragraph, given), named, of_kind, *listed]


def _years(paragraph: Paragraph, start: int, end: int) -> list[Name]:
    """The years that a part of a text names, each once."""
    seen: dict[str, Name] = {}
    for match in _YEAR.finditer(paragraph.text, start, end):
        seen.setdefault(match.group(), Name(match.span(), YEAR))
    return list(seen.values())

"""Whose a figure is in a sentence that gives each of several names its own.

"Xã A đạt 90% kế hoạch, xã B 85%, xã C 80%": a figure is of the name
before it. Where names are listed first ("A, B và C lần lượt đạt 96%, 91% và 88%"), the second
name has the second figure.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from index.vietnamese import LOWER, Span, fold
from qa.readers.named import NAME, Name, names_in
from qa.readers.reading import Reading
from qa.readers.turns import COUNTED_UP, YEAR, in_turn
from qa.texts.organizations import organizations
from qa.texts.paragraph import Paragraph
from qa.words.terms import Unit, units

# Of the name asked about where the sentence gives others theirs, of another one, and told before
# the names between which it is parted.
OWN, OF_OTHER, OF_ALL = 1.2, 0.4, 0.6
# A body of many words may be called by so many less: "ngân hàng chính sách".
UNSAID_OF_BODY = 0.4
# Of the name asked about in a row of figures given in turn: the name itself may stand far off.
IN_TURN = 1.3
# Names that the report has only behind the sentence, which says even less of a figure; only behind
# the figure and a pause; or that stand in other sentences.
LATER, FIGURE_LATER, BEHIND, OF_ANOTHER = 0.5, 0.3, 0.5, 0.35

_RESPECTIVELY = re.compile(r"\b(?:lan luot|tuong ung|theo thu tu|theo dung thu tu)\b")
# "430 hộ ở huyện An Bình": up to four words on.
_AT = re.compile(
    rf"(?:\s[{LOWER}%]+){{0,4}}?\s(?:ở|tại|của|thuộc)\s(?:(?:huyện|xã|phường|thị xã|thành phố|quận|tỉnh|thị trấn)\s)?"
)
_PARTED = re.compile(r"[,;:(]")


def owner_fit(reading: Reading, paragraph: Paragraph, span: Span, rivals: Sequence[Span]) -> float:
    """How far a figure is of a name that the question asks about; `rivals` are the figures of
    its kind in the paragraph."""
    if paragraph.cells:
        return 1.0
    if fit := _turn_fit(reading, paragraph, span):
        return fit
    sentence = paragraph.sentence_at(span[0])
    named = names_in(paragraph, sentence)
    asked = [name for name in named if _is_asked(reading, paragraph, name.span)]
    kinds = {name.kind for name in asked}
    alike = [name for name in named if name.kind in kinds]
    if len(alike) == len(asked):
        return 1.0
    here = [one for one in rivals if sentence[0] <= one[0] < sentence[1]]
    owners = _in_turn(paragraph, sentence, alike, here) or {
        one: _owner(paragraph, named, one) for one in here
    }
    owner = owners.get(span)
    if not any(one in asked for one in owners.values()):
        return 1.0
    if owner in asked:
        return OWN if any(one in alike and one not in asked for one in owners.values()) else 1.0
    if owner in alike:
        return OF_OTHER
    first = min(name.span[0] for name in asked)
    return OF_ALL if span[1] <= first and _PARTED.search(paragraph.text, span[1], first) else 1.0


def _turn_fit(reading: Reading, paragraph: Paragraph, span: Span) -> float:
    """How far a figure given in turn is of a name asked about; 0 if it is of none such."""
    names = in_turn(paragraph).get(span, ())
    if names and names[0].kind == YEAR:
        asked = [paragraph.text[slice(*name.span)] in reading.question.text for name in names]
    else:
        asked = _asked_of(reading, paragraph, names)
    if not any(asked) or all(asked):
        return 0.0
    return IN_TURN if asked[0] else OF_OTHER


def _asked_of(reading: Reading, paragraph: Paragraph, names: Sequence[Name]) -> list[bool]:
    """Which of some names the question has: of bodies, what tells them apart ("Trường THPT A")."""
    key = reading.matcher.key
    said = [{key(unit) for unit in paragraph.units_in(name.span)} for name in names]
    every = set.intersection(*said) if said else set()
    spoken = {key(unit) for unit in reading.question.units}
    return [
        len(keys - every - spoken) <= (len(keys - every) - 1) * UNSAID_OF_BODY
        if name.kind
        else _is_asked(reading, paragraph, name.span)
        for name, keys in zip(names, said, strict=True)
    ]


def named_fit(reading: Reading, paragraph: Paragraph, span: Span, *, figure: bool = False) -> float:
    """How far what is told, a figure or another thing, may be of names that its sentence does not
    have: hardly where the report tells them only later, or where another name has it."""
    names = [name for name in reading.question.names if len(name) > 1]
    if not names or paragraph.cells:
        return 1.0
    start, end = paragraph.sentence_at(span[0])
    first, last = paragraph.unit_at(start), paragraph.unit_at(end)
    told = [at for name in names for at in _places(reading, paragraph, name)]
    if not told:
        return 1.0
    if any(first <= at < last for at in told):
        named_from = paragraph.units[min(told)].start
        parted = named_from > span[1] and _PARTED.search(paragraph.text, span[1], named_from)
        behind = figure and parted and not _is_told_above(reading, paragraph, names)
        return BEHIND if behind else 1.0
    if min(told) >= last and not _is_told_above(reading, paragraph, names):
        return FIGURE_LATER if figure else LATER
    named = names_in(paragraph, (start, end))
    owner = _owner(paragraph, named, span)
    other = owner and not owner.kind and not _is_asked(reading, paragraph, owner.span)
    return OF_ANOTHER if other else 1.0


def _places(reading: Reading, paragraph: Paragraph, name: Sequence[Unit]) -> list[int]:
    """The units at which a name of the question stands in a paragraph."""
    columns = paragraph.columns
    keys = columns.folded if reading.question.folded else columns.keys
    said = [reading.matcher.key(unit) for unit in name]
    return [
        at
        for at, key in enumerate(keys)
        if key == said[0] and list(keys[at : at + len(said)]) == said
    ]


def _is_told_above(reading: Reading, paragraph: Paragraph, names: Sequence[Sequence[Unit]]) -> bool:
    """Whether the report has one of the names before a paragraph."""
    above = fold(paragraph.document.text[: paragraph.start])
    return any(fold(reading.question.typed(name)) in above for name in names)


def _owner(paragraph: Paragraph, named: Sequence[Name], span: Span) -> Name | None:
    """The name that a figure is said to be at ("430 hộ ở An Bình"), else the one before it."""
    at = _AT.match(paragraph.text, span[1])
    behind = [name for name in named if at and name.span[0] == at.end()]
    before = [name for name in named if name.span[1] <= span[0]]
    if behind:
        return behind[0]
    if not before or ";" in paragraph.text[before[-1].span[1] : span[0]]:
        return None
    return before[-1]


def _in_turn(
    paragraph: Paragraph, sentence: Span, named: Sequence[Name], figures: Sequence[Span]
) -> dict[Span, Name | None]:
    """The names of figures that a sentence lists in the order of names."""
    if not _RESPECTIVELY.search(paragraph.folded, *sentence) or len(figures) < 2:
        return {}
    text = paragraph.text
    for first in range(len(named) - 1):
        last = first
        while last + 1 < len(named) and COUNTED_UP.fullmatch(
            text, named[last].span[1], named[last + 1].span[0]
        ):
            last += 1
        behind = [one for one in figures if one[0] >= named[last].span[1]]
        if last > first and len(behind) > last - first:
            return dict(zip(behind, named[first : last + 1], strict=False))
    return {}


def _is_asked(reading: Reading, paragraph: Paragraph, span: Span) -> bool:
    """Whether a name of a sentence is one that the question has."""
    key = reading.matcher.key
    return {key(unit) for unit in paragraph.units_in(span)} <= _asked(reading)


def _asked(reading: Reading) -> frozenset[str]:
    """Keys of the question's names, of places and bodies too."""
    question = reading.question
    named = tuple(unit for name in question.names for unit in name)
    mentions = tuple((mention.start, mention.end) for mention in question.mentions)
    return _keys_of(question.text, question.folded, mentions, question.districts, named)


@lru_cache(maxsize=16)
def _keys_of(
    text: str,
    folded: bool,
    mentions: tuple[Span, ...],
    districts: tuple[str, ...],
    named: tuple[Unit, ...],
) -> frozenset[str]:
    spans = [*mentions, *(one.span for one in organizations(text))]
    spans += [match.span() for match in NAME.finditer(text)]
    found = [*named, *(unit for name in districts for unit in units(name))]
    found += [
        unit
        for unit in units(text, any_case=True)
        if any(start <= unit.start < end for start, end in spans)
    ]
    return frozenset(unit.folded if folded else unit.key for unit in found)

"""Whether a figure in a list is told of the thing that the question names, or of another item's.

"12 xã có chữ ký số; 100% thôn có loa; 5 trạm có bệnh án số": of "bệnh án" only the third item tells.
Figures in brackets are of what stands before them: "hai trụ cột: chính quyền số (10 việc), …".
"""

from collections.abc import Sequence
from itertools import pairwise

from index.vietnamese import Span
from qa.readers.reading import Reading
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.words.terms import Unit

OF_ANOTHER_ITEM, OF_BRACKETED = 0.6, 0.6
# An item with fewer words of its own goes on with what an earlier one tells of.
OWN_WORDS = 2
# So many words before a bracket say what it is of.
LABEL = 4


def listing_fit(
    reading: Reading, paragraph: Paragraph, figure: Figure, listed: Sequence[Figure]
) -> float:
    """How far a figure is of the item, and of the whole, that the question names."""
    if paragraph.cells:
        return 1.0
    sentence, clause = (
        paragraph.sentence_at(figure.span[0]),
        paragraph.clause_at(figure.span[0]),
    )
    fit = 1.0
    if clause[0] > sentence[0] and _is_of_another(reading, paragraph, sentence, clause):
        fit = OF_ANOTHER_ITEM
    if _is_bracketed(reading, paragraph, figure, listed):
        fit *= OF_BRACKETED
    return fit


def _is_of_another(reading: Reading, paragraph: Paragraph, sentence: Span, clause: Span) -> bool:
    """Whether a word of two syllables that is asked about stands in other items only."""
    own = paragraph.units_in(clause)
    asked = [_is_asked(reading, unit) for unit in own]
    telling = [
        unit
        for unit, said in zip(own, asked, strict=True)
        if not said and unit.kind == "word" and not unit.is_stop and not unit.is_light
    ]
    if len(telling) < OWN_WORDS:
        return False
    first = paragraph.clause_at(sentence[0])
    # Before a colon stands what all items are of.
    colon = paragraph.text.rfind(": ", *first)
    head = (first[0], colon if colon >= 0 else first[1])
    key = reading.matcher.key
    here = [*own, *paragraph.units_in(head)]
    keys, groups = {key(unit) for unit in here}, {unit.group for unit in here} - {-1}
    places = reading.matcher.positions
    for left, right in pairwise(reading.question.content):
        if right.start - left.end != 1 or (left.is_light and right.is_light):
            continue
        if {key(left), key(right)} & keys or {left.group, right.group} & groups:
            continue
        behind = {at for at, itself in places(right, paragraph) if itself == 1.0}
        for at, itself in places(left, paragraph):
            start = paragraph.units[at].start
            outside = head[1] <= start < clause[0] or clause[1] <= start < sentence[1]
            if itself == 1.0 and at + 1 in behind and outside:
                return True
    return False


def _is_bracketed(
    reading: Reading, paragraph: Paragraph, figure: Figure, listed: Sequence[Figure]
) -> bool:
    """Whether a count is in the bracket of something not asked about, and one of as many or more of
    the same stands before."""
    if figure.kind != "count" or figure.value is None:
        return False
    start, _ = paragraph.sentence_at(figure.span[0])
    opened = paragraph.text.rfind("(", start, figure.whole[0])
    if opened < 0 or ")" in paragraph.text[opened : figure.whole[0]]:
        return False
    noun = _noun(paragraph, figure)
    wholes = (one for one in listed if start <= one.span[0] < opened and one.kind == "count")
    if not any(
        noun and _noun(paragraph, one) == noun and (one.value or 0.0) >= figure.value
        for one in wholes
    ):
        return False
    at = paragraph.unit_at(opened)
    begin = max(paragraph.text.rfind(mark, start, opened) for mark in ",;:)")
    label = [unit for unit in paragraph.units[max(0, at - LABEL) : at] if unit.start > begin]
    telling = [unit for unit in label if not unit.is_stop]
    return 2 * sum(_is_asked(reading, unit) for unit in telling) < len(telling)


def _noun(paragraph: Paragraph, figure: Figure) -> tuple[str, ...]:
    """What a figure counts, by the two words behind it."""
    at = paragraph.unit_at(figure.span[0]) + 1
    return tuple(unit.key for unit in paragraph.units[at : at + 2])


def _is_asked(reading: Reading, unit: Unit) -> bool:
    keys, groups = reading.asked
    return reading.matcher.key(unit) in keys or unit.group in groups

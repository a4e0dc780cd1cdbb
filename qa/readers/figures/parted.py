"""Whether a count is of all where a part is asked for: "217 kiến nghị, trong đó 78 về môi trường"."""

from collections.abc import Sequence

from index.vietnamese import Span
from qa.readers.reading import Reading
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.words.terms import Unit

OF_ALL = 0.6
# What is counted is told by so many words; those behind tell which of it is meant.
HEAD = 2
# The noun of another count stands in so many characters behind it.
NOUN = 16
# These lead to what tells which: "kiến nghị về môi trường".
_LEADING = frozenset("ve thuoc cua cho".split())
# So many words before a bracket say what the count in it is of.
LABEL = 5


def part_fit(
    reading: Reading, paragraph: Paragraph, figure: Figure, listed: Sequence[Figure]
) -> float:
    """How far a count is of the part that the question names: less where it lacks the words that
    tell which, and a smaller count behind it in its sentence has them."""
    head, part = _asked(reading)
    if figure.kind != "count" or not part or paragraph.cells:
        return 1.0
    _, end = paragraph.sentence_at(figure.span[0])
    behind = [
        one
        for one in listed
        if figure.whole[1] <= one.span[0] < end
        and one.kind == "count"
        and (one.value or 0.0) < (figure.value or 0.0)
    ]
    if not behind or _tells(reading, paragraph, _own(paragraph, figure, listed), part):
        return 1.0
    for one in behind:
        noun = one.whole[1], one.whole[1] + NOUN
        of_the_same = _tells(reading, paragraph, noun, head[:1])
        if of_the_same and _tells(reading, paragraph, _own(paragraph, one, listed), part):
            return OF_ALL
    return 1.0


def _asked(reading: Reading) -> tuple[list[Unit], list[Unit]]:
    """What is counted, and the words that tell which of it are meant."""
    question = reading.question
    if question.asks != "number":
        return [], []
    framed = [(one.start, one.end) for one in question.mentions]
    framed += [(one.start, one.end) for one in question.periods]
    said: list[Unit] = []
    for unit in question.units:
        if unit.start < question.focus[1] or (unit.is_stop and unit.folded in _LEADING):
            continue
        if unit.is_stop or unit.kind != "word" or any(a <= unit.start < b for a, b in framed):
            break
        said.append(unit)
    return said[:HEAD], said[HEAD:]


def _own(paragraph: Paragraph, figure: Figure, listed: Sequence[Figure]) -> Span:
    """The words that a count has for itself: those behind it, or before the bracket it stands in."""
    text = paragraph.text
    start, end = paragraph.sentence_at(figure.span[0])
    opened = text.rfind("(", start, figure.whole[0])
    if opened >= 0 and ")" not in text[opened : figure.whole[0]]:
        first = max(0, paragraph.unit_at(opened) - LABEL)
        return max(start, paragraph.units[first].start), opened
    stops = [one.whole[0] for one in listed if one.whole[0] >= figure.whole[1]]
    stops += [at for mark in ",;:" if (at := text.find(mark, figure.whole[1], end)) >= 0]
    return figure.whole[1], min([end, *stops])


def _tells(reading: Reading, paragraph: Paragraph, own: Span, part: Sequence[Unit]) -> bool:
    """Whether words hold all of a part's."""
    key = reading.matcher.key
    units = paragraph.units_in(own)
    keys, groups = {key(unit) for unit in units}, {unit.group for unit in units} - {-1}
    return all(key(unit) in keys or unit.group in groups for unit in part)

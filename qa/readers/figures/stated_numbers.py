"""What a figure counts that stands behind "số …": "Số trạm hỏng ở xã A là 3"."""

import re
from collections.abc import Sequence

from qa.readers.turns import rows
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.words.terms import Unit

# So many units the noun may stand behind "số", and the figure behind the noun.
NOUN_WITHIN, FIGURE_WITHIN = 3, 14
_NUMBER = frozenset({"số", "lượng"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_PARTED = ".;:"


def number_said_of(paragraph: Paragraph, figure: Figure) -> Sequence[Unit]:
    """The units behind the last "số" or "lượng" before a figure, where no other figure stands
    between but those of its row; none where a sentence or clause ends between."""
    first = next((row[0] for row in rows(paragraph) if figure in row), figure)
    at = paragraph.unit_at(first.span[0])
    units = paragraph.units
    for place in range(at - 1, max(-1, at - FIGURE_WITHIN), -1):
        unit = units[place]
        gap = paragraph.text[unit.end : units[place + 1].start]
        if not (unit.kind == "word" or _YEAR.fullmatch(unit.folded)) or any(
            mark in gap for mark in _PARTED
        ):
            return ()
        if paragraph.text[unit.start : unit.end].lower() in _NUMBER and place + 1 < at:
            return units[place + 1 : min(at, place + 1 + NOUN_WITHIN)]
    return ()

"""Whether the share that a question states stands where a figure does: "dưới 30%"."""

import re

from qa.readers.reading import Reading
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph

UNSTATED = 0.4
# "… từ 80%. Trong đó, loại có chữ ký phải đạt 30%": the whole stands in the sentence before.
_OF_WHICH = re.compile(r"\W*(?:Trong đó|Trong số (?:đó|này)|Riêng)\b")


def stated_fit(reading: Reading, paragraph: Paragraph, figure: Figure) -> float:
    """A percentage that the question states ("dưới 30%") must stand in the sentence, or in the one
    before where it tells of a part of that."""
    wanted = {unit.key.rstrip("%") for unit in reading.question.figures if unit.kind == "percent"}
    if not wanted:
        return 1.0
    sentence = paragraph.sentence_at(figure.span[0])
    held = {unit.key.rstrip("%") for unit in paragraph.units_in(sentence)}
    if _OF_WHICH.match(paragraph.text, sentence[0]):
        whole = paragraph.sentence_at(max(0, sentence[0] - 2))
        held |= {unit.key.rstrip("%") for unit in paragraph.units_in(whole)}
    return 1.0 if wanted <= held else UNSTATED

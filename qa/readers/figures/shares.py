"""Whom or what a share is of that opens its clause: "100% cán bộ dùng phần mềm" tells of "cán bộ"."""

import re

from qa.readers.reading import Reading
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph

# Of something that the question does not name.
OF_ANOTHER = 0.5

_OPENS = re.compile(
    r"\W*(?:(?:có|đã có|trong đó|với|gần|hơn|trên|khoảng|tiêu biểu|và|theo ông|theo bà)\W+)*", re.I
)
_JOINED = re.compile(r"(?:\s[^\W\d]+)+")
_SKIPPED = frozenset("cac so tong nhung toan bo".split())
# What only holds a share against something is no noun that it is of.
_NO_NOUN = frozenset(
    "ke so tong trong moi tren cua la va trong duoc da mot nhu o vao muc ty gia du".split()
)


def share_fit(reading: Reading, paragraph: Paragraph, figure: Figure) -> float:
    """How far a percentage at the head of its clause is of what the question names."""
    if figure.kind != "percent" or reading.question.asks != "percent" or paragraph.cells:
        return 1.0
    start, _ = paragraph.clause_at(figure.span[0])
    if not _OPENS.fullmatch(paragraph.text[start : figure.whole[0]]):
        return 1.0
    at = paragraph.unit_at(figure.span[0]) + 1
    while at < len(paragraph.units) and paragraph.units[at].folded in _SKIPPED:
        at += 1
    behind = paragraph.units[at : at + 2]
    if len(behind) < 2 or any(one.kind != "word" or one.is_stop for one in behind):
        return 1.0
    if behind[0].folded in _NO_NOUN or not _JOINED.fullmatch(
        paragraph.text, figure.whole[1], behind[1].end
    ):
        return 1.0
    keys, groups = reading.asked_of_all
    told = any(reading.matcher.key(one) in keys or one.group in groups for one in behind)
    return 1.0 if told else OF_ANOTHER

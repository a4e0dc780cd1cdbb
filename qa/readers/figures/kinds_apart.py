"""Whether a figure is of the kind of things asked about: "thuê bao cố định", not "di động"."""

from collections.abc import Sequence
from functools import lru_cache

from qa.readers.reading import Reading
from qa.texts.figures import Figure
from qa.texts.kinds_apart import kinds_apart
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt

OTHER_KIND, UNTOLD = 0.35, 0.3

# No other words tell of these.
_NAMED = Spelt(r"\b(?:[2-6]g|ipv[46]|iot|blockchain)\b")


def kind_apart_fit(
    reading: Reading, paragraph: Paragraph, figure: Figure, listed: Sequence[Figure]
) -> float:
    """How far a figure is of the kind that a question tells, or of what it names."""
    question = reading.question
    if named := _named(question.text):
        report = paragraph.document.text.lower()
        if not all(name in report for name in named):
            return UNTOLD
    asked = kinds_apart(question.text)
    if not asked:
        return 1.0
    start, end = paragraph.sentence_at(figure.span[0])
    sentence = kinds_apart(paragraph.text[start:end])
    if not sentence:
        return 1.0
    first, last = paragraph.clause_at(figure.span[0])
    first = max([first, *(one.whole[1] for one in listed if one.whole[1] <= figure.whole[0])])
    last = min([last, *(one.whole[0] for one in listed if one.whole[0] >= figure.whole[1])])
    here = kinds_apart(paragraph.text[first:last])
    for line, kinds in asked.items():
        told = here.get(line, frozenset())
        if len(kinds) == len(told) == 1 and not kinds & sentence[line]:
            return OTHER_KIND
    return 1.0


@lru_cache(maxsize=256)
def _named(text: str) -> frozenset[str]:
    return frozenset(found.group().lower() for found in _NAMED.of(text).finditer(text))

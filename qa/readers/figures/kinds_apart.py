"""Whether a figure is of the kind of things asked about: "thuê bao cố định", not "di động"."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from qa.readers.reading import Reading
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt

OTHER_KIND, UNTOLD = 0.35, 0.3

_FILE = Path(__file__).parents[2] / "data" / "kinds_apart.txt"
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
    asked = _kinds(question.text)
    if not asked:
        return 1.0
    start, end = paragraph.sentence_at(figure.span[0])
    sentence = _kinds(paragraph.text[start:end])
    if not sentence:
        return 1.0
    first, last = paragraph.clause_at(figure.span[0])
    first = max([first, *(one.whole[1] for one in listed if one.whole[1] <= figure.whole[0])])
    last = min([last, *(one.whole[0] for one in listed if one.whole[0] >= figure.whole[1])])
    here = _kinds(paragraph.text[first:last])
    for line, kinds in asked.items():
        told = here.get(line, frozenset())
        if len(kinds) == len(told) == 1 and not kinds & sentence[line]:
            return OTHER_KIND
    return 1.0


@lru_cache(maxsize=256)
def _named(text: str) -> frozenset[str]:
    return frozenset(found.group().lower() for found in _NAMED.of(text).finditer(text))


@lru_cache(maxsize=512)
def _kinds(text: str) -> dict[int, frozenset[int]]:
    """Of each line of the table that a text says a kind of, the numbers of these."""
    if not _ANY.search(text):
        return {}
    found = {
        line: frozenset(at for at, said in enumerate(kinds) if said.search(text))
        for line, kinds in enumerate(_LINES)
    }
    return {line: kinds for line, kinds in found.items() if kinds}


def _read() -> list[list[str]]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return [
        ["|".join(word.strip() for word in kind.split("=")) for kind in line.split("|")]
        for line in lines
        if line and not line.startswith("#")
    ]


_LINES = [[Spelt(rf"\b(?:{kind})\b") for kind in line] for line in _read()]
_ANY = Spelt(rf"\b(?:{'|'.join(kind for line in _read() for kind in line)})\b")

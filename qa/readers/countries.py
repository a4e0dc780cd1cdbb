"""Countries as answers: "nước nào", "quốc gia nào"."""

import re
from functools import lru_cache

from index.vietnamese import LOWER, UPPER, Span
from qa.paragraph import Paragraph
from qa.readers.reading import Candidate, Reading, span_candidate
from qa.wordlists import is_vietnamese, words

# Of one's own country nobody asks which one it is.
HOME = 0.45


def countries(text: str) -> list[Span]:
    """The spans of the countries and continents a text names."""
    return [match.span() for match in _named().finditer(text) if not _is_of_name(text, match)]


_BEHIND = re.compile(rf"\s(?P<word>[{UPPER}][{LOWER}]+)")
_BEFORE = re.compile(rf"(?P<word>[{UPPER}][{LOWER}]+)\s$")


def _is_of_name(text: str, country: re.Match[str]) -> bool:
    """Whether a syllable is of a Vietnamese name: "Nhật Cường", "Mỹ Tho", "Tuấn Anh"."""
    if " " in country.group() or not is_vietnamese(country.group()):
        return False
    beside = (_BEHIND.match(text, country.end()), _BEFORE.search(text[: country.start()][-12:]))
    return any(one is not None and is_vietnamese(one["word"]) for one in beside)


def read_countries(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The countries of a paragraph that the question does not name itself."""
    asked = {reading.question.text[slice(*span)] for span in countries(reading.question.text)}
    spans = [
        span for span in countries(paragraph.text) if paragraph.text[slice(*span)] not in asked
    ]
    owners = reading.territories(paragraph, spans)
    return [
        span_candidate(
            reading,
            paragraph,
            span,
            span,
            {"home": HOME if paragraph.text[slice(*span)] == "Việt Nam" else 1.0},
            owners[span],
        )
        for span in spans
    ]


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    names = sorted(words("countries.txt"), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?!\w)")

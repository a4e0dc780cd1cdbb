"""Countries as answers: "nước nào", "quốc gia nào"."""

import re
from functools import lru_cache

from index.vietnamese import Span
from qa.paragraph import Paragraph
from qa.readers.reading import Candidate, Reading, span_candidate
from qa.wordlists import words


def countries(text: str) -> list[Span]:
    """The spans of the countries and continents a text names."""
    return [match.span() for match in _named().finditer(text)]


def read_countries(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The countries of a paragraph that the question does not name itself."""
    asked = {reading.question.text[slice(*span)] for span in countries(reading.question.text)}
    spans = [
        span for span in countries(paragraph.text) if paragraph.text[slice(*span)] not in asked
    ]
    owners = reading.territories(paragraph, spans)
    return [span_candidate(reading, paragraph, span, span, {}, owners[span]) for span in spans]


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    names = sorted(words("countries.txt"), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?!\w)")

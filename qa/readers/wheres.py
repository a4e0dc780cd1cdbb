"""Where something is or is done: bodies, countries, cities abroad and districts named as places."""

import re
from functools import lru_cache

from index.vietnamese import Span, fold
from qa.paragraph import Paragraph
from qa.question import Question
from qa.readers.countries import countries
from qa.readers.reading import Candidate, Reading, span_candidate
from qa.readers.rows import rows
from qa.wordlists import words

# "ở đâu", "nơi nào": any place; "thành phố nào": a city abroad too.
_WHERE = re.compile(r"\b(?:o|tai|tu|ve|den|toi) dau\b|\b(?:noi|dia diem|cho|diem) nao\b")
_CITY = re.compile(r"\bthanh pho nao\b")
_AT = re.compile(r"(?:^|[\s(])(?:tại|ở|về|đến|tới|từ|sang)\s$")
_IS_PLACE = re.compile(r"\s(?:là|trở thành)\s(?:nơi|địa điểm|điểm)\b")
_BETWEEN = re.compile(r"\s*(?:,|,? và|;)\s*(?:tại |ở )?")
# A place of another kind than where things are done, and a body that only acts there.
NO_PLACE, ACTS = 0.85, 0.7
OTHER_PLACES = frozenset({"venue", "centre", "school", "hospital", "institute", "state", "people"})


def asks_where(question: Question) -> bool:
    """Whether any kind of place may answer."""
    return _WHERE.search(fold(question.text[slice(*question.focus)])) is not None


def asks_city(question: Question) -> bool:
    """Whether a city may answer."""
    return _CITY.search(fold(question.text[slice(*question.focus)])) is not None


def read_wheres(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The bodies, countries, cities and districts that a paragraph places something in."""
    if not asks_where(reading.question):
        return read_cities(reading, paragraph) if asks_city(reading.question) else []
    text = paragraph.text
    bodies = [one.span for one in paragraph.organizations if one.kind in OTHER_PLACES]
    abroad = sorted({*countries(text), *_cities_in(text)})
    found = []
    for span in [*bodies, *rows(text, abroad, _BETWEEN)]:
        if _is_asked_about(reading, text[slice(*span)]):
            continue
        placed = _AT.search(text[: span[0]]) or _IS_PLACE.match(text, span[1])
        signs = {"at": 1.0 if placed else ACTS if span in bodies else NO_PLACE}
        found.append(span_candidate(reading, paragraph, span, span, signs))
    return found


def read_cities(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The cities abroad that a paragraph names."""
    return [
        span_candidate(reading, paragraph, span, span, {})
        for span in _cities_in(paragraph.text)
        if not _is_asked_about(reading, paragraph.text[slice(*span)])
    ]


def _is_asked_about(reading: Reading, name: str) -> bool:
    return f" {fold(name)} " in f" {fold(reading.question.text).rstrip('?. ')} "


def _cities_in(text: str) -> list[Span]:
    return [match.span() for match in _cities().finditer(text)]


@lru_cache(maxsize=1)
def _cities() -> re.Pattern[str]:
    names = sorted(words("cities.txt"), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?!\w)")

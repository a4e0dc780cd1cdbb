"""Where something is or is done: bodies, countries, cities abroad and districts named as places."""

import re
from functools import lru_cache

from index.vietnamese import LOWER, UPPER, Span, fold
from qa.questions.question import Question
from qa.readers.countries import countries
from qa.readers.names import names
from qa.readers.places.streets import street_addresses
from qa.readers.reading import Candidate, Reading, span_candidate
from qa.readers.rows import rows
from qa.texts.paragraph import Paragraph, kept
from qa.words.wordlists import words

# "ở đâu", "nơi nào": any place; "thành phố nào": a city abroad too.
_WHERE = re.compile(
    r"\b(?:o|tai|tu|ve|den|toi) dau\b|\b(?:noi|dia diem|cho|diem) nao\b|\bdia chi\b|^la (?:gi|dau)\b"
)
_ADDRESS = re.compile(r"\bdia chi\b")
_CITY = re.compile(r"\bthanh pho nao\b")
_AT = re.compile(r"(?:^|[\s(])(?:tại|ở|về|đến|tới|từ|sang|chuyển|gửi|nộp|báo|cho|lên)\s$")
_IS_PLACE = re.compile(r"\s(?:là|trở thành)\s(?:nơi|địa điểm|điểm)\b")
_BETWEEN = re.compile(r"\s*(?:,|,? và|;)\s*(?:tại |ở )?")
# A place of another kind than where things are done, and a body that only acts there.
NO_PLACE, ACTS = 0.85, 0.55
# Where an address is asked for, a place without street and house.
NO_ADDRESS = 0.6
# A name of so many syllables may be asked about by this share of them.
LONG, SAID = 6, 0.7
# "tại trụ sở số 6 Hoàng Diệu", "ở bến Cồn Sẻ": what has a name behind these, so many words on.
_PLACED = re.compile(
    rf"(?:^|[\s(])(?:tại|ở)\s(?P<place>(?!(?:đây|đó|các|những|một|mức|nhiều|hai|ba|trên|dưới|đâu|nước|độ|mọi|mỗi)\s)"
    rf"(?:[{LOWER}]+\s(?:số\s\w+\s)?){{0,4}}?)(?=[{UPPER}])"
)
OTHER_PLACES = frozenset({"venue", "centre", "school", "hospital", "institute", "state", "people"})


def asks_where(question: Question) -> bool:
    """Whether any kind of place may answer."""
    return _WHERE.search(fold(question.text[slice(*question.focus)])) is not None


def asks_city(question: Question) -> bool:
    """Whether a city may answer."""
    return _CITY.search(fold(question.text[slice(*question.focus)])) is not None


def unaddressed(question: Question) -> float:
    """How far a place without street and house answers."""
    return NO_ADDRESS if _ADDRESS.search(question.plain) else 1.0


def read_wheres(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The bodies, countries, cities and districts that a paragraph places something in."""
    if not asks_where(reading.question):
        return read_cities(reading, paragraph) if asks_city(reading.question) else []
    text = paragraph.text
    elsewhere = unaddressed(reading.question)
    bodies = [one.span for one in paragraph.organizations if one.kind in OTHER_PLACES]
    abroad = sorted({*countries(text), *_cities_in(text)})
    found = []
    for span in [*bodies, *rows(text, abroad, _BETWEEN)]:
        if _is_asked_about(reading, text[slice(*span)]) or _is_asked_in_part(
            reading, paragraph, span
        ):
            continue
        placed = _AT.search(text[: span[0]]) or _IS_PLACE.match(text, span[1])
        signs = {
            "at": 1.0 if placed else ACTS if span in bodies else NO_PLACE,
            "address": elsewhere,
        }
        found.append(span_candidate(reading, paragraph, span, span, signs))
    houses = [(span, 1.0) for span in street_addresses(paragraph)]
    placed_at = [(span, elsewhere) for span in _placed(paragraph)]
    # "trụ sở số 6 Hoàng Diệu" says more than its address, unless that is asked for.
    for span, fit in placed_at + houses if elsewhere == 1.0 else houses + placed_at:
        known = any(one.span[0] <= span[1] and span[0] < one.span[1] for one in found)
        if not known and not _is_asked_about(reading, text[slice(*span)]):
            found.append(span_candidate(reading, paragraph, span, span, {"address": fit}))
    return found


@kept
def _placed(paragraph: Paragraph) -> tuple[Span, ...]:
    """What is named right behind "tại" or "ở"; provinces and districts are read elsewhere."""
    others = {mention.start for mention in paragraph.provinces}
    others |= {start for (start, _), _ in paragraph.districts}
    named = [name for sentence in paragraph.sentences for name in names(paragraph.text, sentence)]
    return tuple(
        (match.start("place"), end)
        for match in _PLACED.finditer(paragraph.text)
        for start, end in named
        if start <= match.end() < end and match.end() not in others
    )


def is_in_a_name(paragraph: Paragraph, span: Span) -> bool:
    """Whether a place is part of what a body is called: "Đại học Huế", "Thành ủy TP.HCM"."""
    return any(one.span[0] < span[0] and span[1] <= one.span[1] for one in paragraph.organizations)


def read_cities(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The cities abroad that a paragraph names."""
    return [
        span_candidate(reading, paragraph, span, span, {})
        for span in _cities_in(paragraph.text)
        if not _is_asked_about(reading, paragraph.text[slice(*span)])
    ]


def _is_asked_about(reading: Reading, name: str) -> bool:
    said, question = (" ".join(re.findall(r"\w+", fold(t))) for t in (name, reading.question.text))
    return f" {said} " in f" {question} "


def _is_asked_in_part(reading: Reading, paragraph: Paragraph, span: Span) -> bool:
    """Whether a long name is asked about without one or two of its words: "Trung tâm giám sát, điều
    hành thông minh" is "Trung tâm Giám sát, điều hành đô thị thông minh tỉnh"."""
    key = reading.matcher.key
    said = {key(unit) for unit in reading.question.units}
    units = paragraph.units_in(span)
    return len(units) >= LONG and sum(key(unit) in said for unit in units) >= SAID * len(units)


def _cities_in(text: str) -> list[Span]:
    return [match.span() for match in _cities().finditer(text)]


@lru_cache(maxsize=1)
def _cities() -> re.Pattern[str]:
    names = sorted(words("cities.txt"), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?!\w)")

"""People and offices as answers: "ai chủ trì …", "Chủ tịch … là ai", "… giữ chức vụ gì"."""

import re
from dataclasses import dataclass

from index.vietnamese import LOWER, UPPER, Span, fold
from qa.figures import report_period
from qa.offices import offices, standing
from qa.paragraph import Paragraph
from qa.people import Person, everyone, people
from qa.readers.reading import Candidate, Reading, context, quote_around
from qa.readers.signs import met, weigh

_QUOTED = re.compile(r"[\"“”](?P<words>[^\"“”]{8,})[\"“”]")
_SHORT_NAME = re.compile(
    rf"(?:ông|bà|đồng chí|anh|chị|Ông|Bà|Đồng chí)\s(?P<name>[{UPPER}][{LOWER}]+(?:\s[{UPPER}][{LOWER}]+)*)"
)
NO_OFFICE = 0.25
OTHER_TIME = 0.3
# A foreign name without title or office may be of a thing.
UNSURE = 0.75
SHORT_NAME = 0.85
LONGEST_ANSWER = 80
_FILLERS = frozenset("la1 cua4 tai5 hiên5 nay ông ba1 la cua tai hien ơ4 o".split())
# What follows an office in a question: where, when, and what was done.
_GOES_ON = re.compile(
    r"\s(?:ở|o|nào|nao|năm|nam|hồi|hoi|cuối|đầu|khi|mà|ma|là|la|tên|ten|theo|được|bị|tiếp|thuộc|dự|giai đoạn)(?!\w)"
    r"|,"
)
_SMALL_TALK = re.compile(
    r"\bban (?:ten (?:la )?gi|la ai|ten la gi|la gi)\b|\bten (?:cua )?ban la\b"
    r"|\bai (?:da )?(?:lam|tao|viet|sinh|lap trinh|thiet ke) (?:ra )?(?:ban|may)\b"
)
# Of one office at several levels the level decides.
_LEVELS = frozenset({"tinh4", "huyên5", "xa3", "phương1", "quân5", "tinh", "huyen", "xa", "phuong"})


def read_persons(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The people of a paragraph, by their office or by what they are said to do."""
    if speaker := _speaker(reading, paragraph):
        return [speaker]
    if _is_small_talk(reading.question.text):
        return []
    named = everyone(paragraph.text)
    wanted = _asked_office(reading)
    found = []
    for at, person in enumerate(named):
        if _is_asked_about(reading, paragraph, person):
            continue
        territory = _territory(paragraph, named, at)
        signs = {
            **met(reading.match(paragraph, territory)),
            **reading.place_signs(paragraph, person.name),
            "dated": _dated(reading, paragraph, person.name),
        }
        if wanted:
            signs["office"] = 1.0 if _holds(reading, paragraph, person, wanted) else NO_OFFICE
        elif not person.sure:
            signs["sure"] = UNSURE
        found.append(
            Candidate(
                paragraph=paragraph,
                span=person.name,
                quote=_person_quote(paragraph, person),
                text=paragraph.text[slice(*person.name)],
                score=weigh(signs),
                signs=signs,
            )
        )
    return found


def _is_small_talk(question: str) -> bool:
    """Whether the question is about the assistant itself."""
    return _SMALL_TALK.search(fold(question)) is not None


def _speaker(reading: Reading, paragraph: Paragraph) -> Candidate | None:
    """Who says the words that the question quotes: the name behind them, or nearest before."""
    quoted = _QUOTED.search(reading.question.text)
    if not quoted:
        return None
    start = paragraph.folded.find(fold(quoted["words"]))
    if start < 0:
        return None
    end = start + len(quoted["words"])
    after = _SHORT_NAME.search(paragraph.text, end, min(len(paragraph.text), end + 80))
    named = people(paragraph.text)
    spoken = None
    if after:
        last = after["name"].split()[-1]
        same = [p for p in named if paragraph.text[slice(*p.name)].split()[-1] == last]
        spoken = min(same, key=lambda p: abs(p.name[0] - start), default=None)
    if spoken is None:
        before = [p for p in named if p.name[0] < start]
        spoken = before[-1] if before else next(iter(named), None)
    if spoken is None:
        return None
    span = spoken.name
    quote = (min(span[0], start), max(span[1], end))
    said = {"told": 0.95}
    return Candidate(paragraph, span, quote, paragraph.text[slice(*span)], 0.95, signs=said)


def read_offices(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The offices said of the person whom the question names."""
    found = []
    for person in people(paragraph.text):
        if not person.offices:
            continue
        whole = _is_asked_about(reading, paragraph, person)
        if not whole and not _is_called(reading, paragraph, person):
            continue
        said = [office for office in person.offices if office[0] > person.name[0]]
        said = said or list(person.offices)
        span = (said[0][0], said[-1][1])
        while span[1] - span[0] > LONGEST_ANSWER and len(said) > 1:
            said.pop()
            span = (said[0][0], said[-1][1])
        told = min(0.95, 0.8 + 0.05 * len(person.offices)) * (1.0 if whole else SHORT_NAME)
        found.append(
            Candidate(
                paragraph=paragraph,
                span=span,
                quote=_person_quote(paragraph, person),
                text=paragraph.text[slice(*span)],
                score=told,
                signs={"told": told},
            )
        )
    return found


def _is_called(reading: Reading, paragraph: Paragraph, person: Person) -> bool:
    """Whether the question calls the person by the end of the name ("ông Tám")."""
    called = _SHORT_NAME.search(reading.question.text)
    name = paragraph.text[slice(*person.name)]
    return called is not None and name.endswith(f" {called['name']}")


def _is_asked_about(reading: Reading, paragraph: Paragraph, person: Person) -> bool:
    name = fold(paragraph.text[slice(*person.name)])
    return re.search(rf"\b{re.escape(name)}\b", fold(reading.question.text)) is not None


@dataclass(frozen=True, slots=True)
class _Asked:
    """The office a question asks for: the keys of its words and whose standing is meant."""

    keys: tuple[str, ...]
    standing: frozenset[str]


def _asked_office(reading: Reading) -> _Asked | None:
    """The first office in the question, without what its holder did."""
    question = reading.question
    named = [
        office
        for office in offices(question.text, question.folded)
        if not question.text[: office.span[0]].rstrip().endswith(("của", "cua", "ông", "bà"))
    ]
    if not named:
        return None
    start, end = named[0].span
    stops = [m.start for m in question.mentions if m.start > start]
    stops += [start + m.start() for m in _GOES_ON.finditer(question.text[start:end])]
    end = min([end, *stops])
    if start < question.focus[0] < end:
        end = question.focus[0]
    keys = [
        reading.matcher.key(unit)
        for unit in question.units
        if start <= unit.start < end and not _is_filler(unit.key)
    ]
    return _Asked(tuple(keys), named[0].standing) if keys else None


def _is_filler(key: str) -> bool:
    return key in _FILLERS


def _holds(reading: Reading, paragraph: Paragraph, person: Person, wanted: _Asked) -> bool:
    """Whether an office of the person is the one asked for, deputy for deputy."""
    head = wanted.keys[:3]
    for start, end in person.offices:
        if standing(paragraph.text[start:end]) != wanted.standing:
            continue
        inside = paragraph.units[paragraph.unit_at(start) : paragraph.unit_at(end)]
        keys = {reading.matcher.key(unit) for unit in inside}
        near = keys | _context_keys(reading, paragraph) | reading.named(paragraph)
        if not _LEVELS.isdisjoint(wanted.keys) and not _LEVELS.isdisjoint(keys):
            near -= _LEVELS - keys
        if all(key in keys for key in head) and all(key in near for key in wanted.keys):
            return True
    return False


def _context_keys(reading: Reading, paragraph: Paragraph) -> set[str]:
    here = paragraph.by_folded if reading.question.folded else paragraph.by_key
    return set(here) | set(context(paragraph, reading.question.folded))


def _territory(paragraph: Paragraph, named: list[Person], at: int) -> Span:
    """The part of the sentence that tells of a person: up to the next one named."""
    start, end = paragraph.sentence_at(named[at].name[0])
    before = [person for person in named[:at] if person.name[0] >= start]
    after = [person for person in named[at + 1 :] if person.name[0] < end]
    first = named[at].name[0]
    if not before:
        first = start
    elif named[at].offices:
        first = min(first, named[at].offices[0][0])
    last = end
    if after:
        last = after[0].name[0]
        if after[0].offices and named[at].name[1] < after[0].offices[0][0] < last:
            last = after[0].offices[0][0]
    return first, max(last, named[at].name[1])


def _person_quote(paragraph: Paragraph, person: Person) -> Span:
    start = min([person.name[0], *(office[0] for office in person.offices)])
    end = max([person.name[1], *(office[1] for office in person.offices)])
    clause = quote_around(paragraph, (start, end))
    return min(clause[0], start), max(clause[1], end)


def _dated(reading: Reading, paragraph: Paragraph, span: Span) -> float:
    """A person's deed is dated by its report; another year than the one asked tells against."""
    asked = reading.question.period
    if asked and asked.year and not report_period(paragraph):
        return 1.0 if str(asked.year) in paragraph.document.text else OTHER_TIME
    return max(OTHER_TIME, reading.period_fit(paragraph, span))

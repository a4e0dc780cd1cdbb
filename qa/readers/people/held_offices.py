"""What office someone holds, held before or was given: "… giữ chức vụ gì", "trước khi … làm chức gì"."""

import re
from collections.abc import Sequence

from index.vietnamese import Span, fold
from qa.questions.question import Question
from qa.readers.holding import LEAD
from qa.readers.people.appointments import GIVING
from qa.readers.people.called import (
    endings_called,
    is_asked_about,
    is_beside,
    is_called,
    is_told_of,
    person_quote,
)
from qa.readers.reading import Candidate, Reading, quote_around
from qa.texts.offices import offices, offices_apart, standing
from qa.texts.paragraph import Paragraph
from qa.texts.people import Person, everyone, people
from qa.words.terms import Unit

SHORTENED = 0.85
LONGEST_ANSWER = 80
_WHEN = re.compile(r",|\b(?:khi|luc|truoc|sau|ma)\b")
# So many words behind the question word, or where the question begins, tell of one of several offices.
LEAST_TOLD = 2
# "Trong Tổ công tác Đề án 06, ông A giữ vai trò gì": in what.
_IN_WHAT = re.compile(r"^\W*(?:trong|o|tai|thuoc) (?P<what>[^,?]+?)(?=,| (?:ong|ba|dong chi)\b)")
# "… được bổ nhiệm làm trưởng phòng": of the one whom the paragraph, or the report, is about.
APPOINTED, APPOINTED_ELSEWHERE, LINK = 1.0, 0.9, 40
_APPOINTED = re.compile(
    rf"(?<!\w)(?:{GIVING}|giữ chức(?: vụ)?|đảm nhiệm|đảm nhận)"
    r"(?:\s[^\s,.;]+){0,3}?\s(?:(?:làm|giữ(?: chức(?: vụ)?)?|lên|là|chức(?: vụ)?)\s)?$"
)
_NOW = re.compile(r"(?<!\w)(?:nay|hiện|hiện nay|hiện tại|bây giờ)(?!\w)")
_THEN = re.compile(
    r"(?<!\w)(?:(?:khi|lúc|hồi|thời điểm) (?:đó|ấy)|bấy giờ|trước(?=\s+(?:là|làm|giữ)|\W*$)|trước (?:đó|đây)"
    r"|từng|nguyên là|vốn là)(?!\w)"
)
# What was held before something, and what came after it: "trước khi về Sở", "sau khi thôi chức".
_BEFORE = re.compile(r"\btruoc (?:khi|luc|do)\b")
_AFTER = re.compile(
    r"\bsau khi (?:\w+ ){0,3}?(?:thoi|roi|bi|mat|nghi|het|khong con)\b"
    r"|\b(?:dieu|chuyen|luan chuyen|phan cong) (?:sang|ve|den)\b"
)
# "Ông A, người lo việc này trước khi có máy, giữ chức gì": when it was is not asked.
_APPOSITION = re.compile(r",\s(?:nguoi|vi|ong|ba)\b[^,]*,")
# Before an office that someone had until then: "từ vị trí …", "thôi giữ chức …".
_LEFT = re.compile(
    r"(?<!\w)(?:từ (?:vị trí|chức vụ|chức danh|chức|cương vị|ghế)"
    r"|(?:đang|vốn|trước|nguyên|từng) (?:là|làm|giữ chức(?: vụ)?)|rời (?:ghế|chức|vị trí)"
    r"|thôi (?:giữ )?chức(?: vụ| danh)?|miễn nhiệm chức(?: vụ| danh)?)\s$"
)
# What is held beside an office that the question says: "Ngoài chức giám đốc, … còn giữ chức gì",
# "giữ những chức nào ngoài giám đốc".
_BESIDE = re.compile(
    r"\b(?:ngoai|ben canh|cung voi|song song voi)\b.*\bcon\b|\b(?:gi|nao)(?: khac| nua)? ngoai\b"
)
_EXCEPT = re.compile(r"(?: khac| nua)? ngoai\b")
# An office that is not told to be the one before or after, and one told to be before.
OF_ANOTHER_TIME, LEFT, THEREAFTER = 0.15, 1.0, 0.7
# Who works at a body that is asked for, told by its name behind the person's.
EMPLOYER = 0.85
_AT_BODY = re.compile(r"\b(?:co quan|don vi|phong|ban|so|bo|cong ty|bo phan) (?:nao|gi)\b")
_BESIDE_NAME = re.compile(
    r"(?:,|\s-|\s–)?\s(?:\(|(?:ở|thuộc|của|tại|công tác (?:tại|ở)|làm việc (?:tại|ở)|cán bộ|nhân viên)\s)?"
)
# "bầu bổ sung 2 Phó chủ tịch": of several, whoever they are.
_SEVERAL = re.compile(r"(?<!\w)(?:\d+|hai|ba|bốn|năm|các|những|một số)\s$")


def read_offices(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The offices said of the person whom the question names, or that one was appointed to."""
    found = []
    asked = _APPOSITION.sub(",", reading.question.plain)
    before, after = (p.search(asked) is not None for p in (_BEFORE, _AFTER))
    for person in people(paragraph.text):
        whole = is_asked_about(reading, paragraph, person)
        if not whole and not is_called(reading, paragraph, person):
            continue
        if is_beside(reading.question, paragraph.text[slice(*person.name)]):
            continue
        said = _as_asked(reading, paragraph, person)
        if _BESIDE.search(reading.question.plain):
            said = [office for office in said if not _is_named(reading.question, paragraph, office)]
        if not said:
            employer = _employer(reading, paragraph, person.name)
            if employer:
                quote = person_quote(paragraph, person)
                told = EMPLOYER * (1.0 if whole else SHORTENED)
                found.append(_told(paragraph, employer, quote, told))
            continue
        said = _told_of(reading, paragraph, said)
        span = (said[0][0], said[-1][1])
        while span[1] - span[0] > LONGEST_ANSWER and len(said) > 1:
            said.pop()
            span = (said[0][0], said[-1][1])
        worth = 0.8 + 0.05 * len(person.offices) + 0.01 * paragraph.text.count(" ", *span)
        told = min(0.95, worth) * (1.0 if whole else SHORTENED)
        if after or (before and not _is_left(paragraph, span)):
            told *= OF_ANOTHER_TIME
        found.append(_told(paragraph, span, person_quote(paragraph, person), told))
    if before:
        return found + _left(reading, paragraph)
    return found if found and not after else found + _appointed(reading, paragraph, after)


def _employer(reading: Reading, paragraph: Paragraph, name: Span) -> Span | None:
    """The body that stands right behind a name, where it is asked at which someone works: "bà A
    (Sở B)"."""
    question = reading.question
    if not _AT_BODY.search(question.plain[slice(*question.focus)]):
        return None
    behind = _BESIDE_NAME.match(paragraph.text, name[1])
    bodies = (one.span for one in paragraph.organizations if behind)
    return next((span for span in bodies if behind and span[0] == behind.end()), None)


def _told_of(reading: Reading, paragraph: Paragraph, said: list[Span]) -> list[Span]:
    """The one of several offices that the question tells of: "giữ vai trò gì trong ban chỉ đạo",
    "trong ban chỉ đạo, … giữ vai trò gì"."""
    question = reading.question
    if len(said) < LEAST_TOLD:
        return said
    when = _WHEN.search(question.plain, question.focus[1])
    until = when.start() if when else len(question.text)
    what = _IN_WHAT.match(question.plain)
    within = [(question.focus[1], until), *([what.span("what")] if what else [])]
    told = [
        unit
        for unit in question.content
        if unit.kind == "word" and any(start <= unit.start < end for start, end in within)
    ]
    if len(told) < LEAST_TOLD:
        return said
    met = [_met(reading, told, paragraph.units_in(office)) for office in said]
    best = max(met)
    alone = best >= LEAST_TOLD and sum(one >= best for one in met) == 1
    return [said[met.index(best)]] if alone else said


def _met(reading: Reading, told: Sequence[Unit], units: Sequence[Unit]) -> int:
    """How many of some words stand among others, or words that say the same."""
    key = reading.matcher.key
    keys, groups = {key(unit) for unit in units}, {unit.group for unit in units} - {-1}
    return len({key(unit) for unit in told if key(unit) in keys or unit.group in groups})


def _is_said(reading: Reading, paragraph: Paragraph, office: Span) -> bool:
    """Whether the question itself says an office: it asks for the one before or after it."""
    return " ".join(paragraph.folded[slice(*office)].split()) in reading.question.plain


def _is_named(question: Question, paragraph: Paragraph, office: Span) -> bool:
    """Whether the question names an office by its head: "chủ tịch huyện", "Chủ tịch UBND huyện"."""
    excepted = _EXCEPT.match(question.plain, question.focus[1]) is not None
    asked = {
        (fold(question.text[slice(*one.head)]), one.standing)
        for one in offices(question.text, question.folded)
        if excepted or one.head[1] <= question.focus[0]
    }
    said = offices(paragraph.text[slice(*office)])
    return (
        bool(said)
        and (fold(paragraph.text[office[0] :][slice(*said[0].head)]), said[0].standing) in asked
    )


def _is_left(paragraph: Paragraph, office: Span) -> bool:
    """Whether an office is told to be of another time: "nguyên …", "từ vị trí …"."""
    before = paragraph.text[max(0, office[0] - LINK) : office[0]]
    said = standing(paragraph.text[slice(*office)]) & {"nguyen", "cuu"}
    return bool(said or _LEFT.search(before) or _THEN.search(before))


def _left(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The offices that the one asked about is told to have left: "điều ông từ vị trí …"."""
    return [
        _told(paragraph, office, quote_around(paragraph, office), LEFT)
        for office in _offices(paragraph.text)
        if _LEFT.search(paragraph.text[max(0, office[0] - LINK) : office[0]])
        and not _is_said(reading, paragraph, office)
        and is_told_of(reading, paragraph, office[0])
    ]


def names_asked(question: Question, paragraph: Paragraph) -> bool:
    """Whether a paragraph has a name of several words that the question has, or calls someone by."""
    if any(
        len(name) > 1 and fold(question.typed(name)) in paragraph.folded for name in question.names
    ):
        return True
    return any(
        re.search(rf"\b{re.escape(fold(ending))}\b", paragraph.folded)
        for ending in endings_called(question)
    )


def _offices(text: str) -> list[Span]:
    """The offices of a text, those too that stand in the words behind another."""
    return [office.span for office in offices_apart(text)]


def _told(paragraph: Paragraph, span: Span, quote: Span, told: float) -> Candidate:
    text = paragraph.text[slice(*span)]
    return Candidate(paragraph, span, quote, text, told, signs={"told": told})


def _as_asked(reading: Reading, paragraph: Paragraph, person: Person) -> list[Span]:
    """A person's offices behind the name, else before it, of the time that is asked about:
    "khi đó là Trưởng phòng …, nay là Phó Giám đốc …"."""
    said = [office for office in person.offices if office[0] > person.name[0]]
    said = said or list(person.offices)
    ends = [person.name[1], *(office[1] for office in said)]
    links = [paragraph.text[end : office[0]] for end, office in zip(ends, said, strict=False)]
    now = [office for office, link in zip(said, links, strict=False) if _NOW.search(link)]
    then = [office for office, link in zip(said, links, strict=False) if _THEN.search(link)]
    if then and _THEN.search(reading.question.text.lower()):
        return then
    return now or [office for office in said if office not in then] or said


def _appointed(reading: Reading, paragraph: Paragraph, after: bool) -> list[Candidate]:
    """The offices that someone was appointed to in a paragraph about the one asked about; `after`
    an event that another paragraph may tell."""
    named = [p for p in everyone(paragraph.text) if is_asked_about(reading, paragraph, p)]
    if not named and not any(
        is_asked_about(reading, paragraph, person)
        for person in everyone(paragraph.document.text[:LEAD])
    ):
        return []
    found = []
    for office in _offices(paragraph.text):
        link = paragraph.text[max(0, office[0] - LINK) : office[0]]
        if not _APPOINTED.search(link) or (not named and people(paragraph.text)):
            continue
        if _SEVERAL.search(link) or _is_said(reading, paragraph, office):
            continue
        told = APPOINTED if named else APPOINTED_ELSEWHERE
        covered = reading.match(paragraph, office).coverage
        if after and named and is_told_of(reading, paragraph, office[0]):
            covered = max(covered, THEREAFTER)
        quote = quote_around(paragraph, office)
        found.append(_told(paragraph, office, quote, told * covered))
    return found

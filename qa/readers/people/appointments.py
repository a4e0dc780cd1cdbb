"""Who is given an office or loses it: "bầu ông A làm …", "chức vụ … đối với bà B", "miễn nhiệm ông C, …"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.vietnamese import Span
from qa.texts.offices import offices_apart
from qa.texts.paragraph import Paragraph, kept
from qa.texts.people import Person, people

_TITLE = r"(?:(?:các )?(?:ông|bà|anh|chị|đồng chí|GS|TS|PGS\.TS)\s)?"
GIVING = (
    r"(?:bầu|bổ nhiệm|phê chuẩn|chỉ định|điều động|luân chuyển|phân công|giao|đề bạt|giới thiệu|tiến cử|cử|công nhận"
    r"|chuẩn y|chọn|cất nhắc|thăng chức)"
)
_TAKEN = r"(?:miễn nhiệm|bãi nhiệm|cách chức|cách hết|cho thôi|thôi giữ|thôi làm|thôi chức|tước)"
_DEED = re.compile(rf"(?<!\w)(?:(?P<given>{GIVING})|(?P<taken>{_TAKEN}))(?!\w)", re.IGNORECASE)
# Whom a deed is done to: right behind it ("bổ nhiệm ông A"), behind its office ("… đối với ông A").
_OBJECT = re.compile(
    rf"(?<!\w)(?:(?P<given>{GIVING})|(?P<taken>{_TAKEN}))(?:\s(?:bổ sung|lại|mới|nhân sự|với|đối với|vị trí))*"
    rf"\s{_TITLE}$",
    re.IGNORECASE,
)
_TO = re.compile(rf"[^.;]{{0,60}}\s(?:đối với|với|cho)\s{_TITLE}")
_PASSIVE = re.compile(r"(?<!\w)được(?!\w)")
_BY = re.compile(r"(?<!\w)(?:được|bị|do|bởi)\s(?:đích thân\s)?$")
# Right before an office that is given: "làm", "giữ chức", "chức danh".
_AS = re.compile(
    rf"(?<!\w)(?:làm|giữ|giữ chức|giữ quyền|vào|lên|là|nhận|chức|chức vụ|chức danh|vị trí|cương vị|ghế|đảm nhiệm"
    rf"|đảm nhận|bổ sung|{GIVING})\s(?:quyền\s)?$",
    re.IGNORECASE,
)


# A deed stands at most so far before an office.
REACH = 100


@dataclass(frozen=True, slots=True)
class Appointment:
    """The span of a name, an office, and whether it is given or taken."""

    name: Span
    office: Span
    given: bool


@kept
def appointments(paragraph: Paragraph) -> tuple[Appointment, ...]:
    """The offices that a paragraph tells to be given to those it names, or taken from them."""
    text = paragraph.text
    if not _DEED.search(text):
        return ()
    named = people(text)
    found = []
    for office in offices_apart(text):
        start, end = paragraph.sentence_at(office.span[0])
        here = [one for one in named if start <= one.name[0] < end]
        to = _behind(text, office.span[0], office.head[1], here) or _ahead(
            text, start, office.span[0], here
        )
        if to is not None:
            found.append(Appointment(to.name, office.span, _is_given(text, start, office.span[0])))
    for person in named:
        dismissed = _OBJECT.search(text, 0, person.name[0])
        if dismissed and dismissed["taken"]:
            # "miễn nhiệm ông A, Phó ban …": what he was.
            found += [Appointment(person.name, office, False) for office in person.offices]
    return tuple(found)


def _is_given(text: str, start: int, end: int) -> bool:
    """Whether the last deed before an office gives it."""
    deeds = list(_DEED.finditer(text, start, end))
    return bool(deeds) and deeds[-1]["given"] is not None


def _behind(text: str, start: int, end: int, named: Sequence[Person]) -> Person | None:
    """To whom an office is given that a deed stands before: "chức vụ … đối với ông A"."""
    person = next((one for one in named if one.name[0] > end), None)
    if person is None or not _DEED.search(text, max(0, start - REACH), start):
        return None
    return person if _TO.fullmatch(text, end, person.name[0]) else None


def _ahead(text: str, start: int, end: int, named: Sequence[Person]) -> Person | None:
    """To whom an office is given that stands behind: "bổ nhiệm ông A … làm", "A được bầu làm"."""
    if not _AS.search(text, start, end):
        return None
    before = [one for one in named if one.name[1] < end]
    while before:
        person = before.pop()
        first = min([person.name[0], *(office[0] for office in person.offices if office[0] < end)])
        if _BY.search(text, start, first):
            continue  # "được Thủ tướng B bổ nhiệm làm"
        if _OBJECT.search(text, start, person.name[0]) or _is_passive(text, person.name[1], end):
            return person
        return None
    return None


def _is_passive(text: str, start: int, end: int) -> bool:
    """Whether words between a name and an office tell a deed done to the one named."""
    return (
        _PASSIVE.search(text, start, end) is not None and _DEED.search(text, start, end) is not None
    )


def as_appointed(paragraph: Paragraph, person: Person, asks_new: bool) -> Person:
    """A person with the offices that are given too; `asks_new`: without those that are taken."""
    told = [one for one in appointments(paragraph) if one.name == person.name]
    taken = {one.office for one in told if not one.given} if asks_new else set()
    given = [one.office for one in told if one.given and one.office not in person.offices]
    if not given and not taken:
        return person
    kept_offices = [office for office in person.offices if office not in taken]
    return Person(person.name, (*kept_offices, *given), person.sure)

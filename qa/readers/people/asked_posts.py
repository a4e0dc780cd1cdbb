"""The office a question asks for: "Giám đốc Sở Y tế là ai", "Thủ tướng phê chuẩn ai làm Chủ tịch …"."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from index.vietnamese import Span
from qa.questions.question import Question
from qa.readers.reading import Reading
from qa.texts.offices import Office, offices, offices_apart
from qa.texts.organizations import organizations
from qa.texts.people import people
from qa.words.spelt import Spelt
from qa.words.terms import Unit, units
from qa.words.wordlists import words

_ALIKE = Path(__file__).parents[2] / "data" / "offices_alike.txt"
_FILLERS = frozenset("la1 cua4 tai5 hiên5 nay ông ba1 la cua tai hien ơ4 o cao nhât".split())
# What follows an office in a question: where, when, and what was done.
_GOES_ON = re.compile(
    r"\s(?:ở|o|nào|nao|năm|nam|hồi|hoi|cuối|đầu|khi|mà|ma|là|la|tên|ten|theo|được|bị|tiếp|thuộc|dự|giai đoạn|đã|lúc|luc"
    r"|thay)(?!\w)"
    r"|,"
)
# Whoever leads; behind it stands what is led, "chính quyền" for its committee.
_CHIEF = re.compile(
    r"\b(?:(?:nguoi|vi) (?:dung dau|lanh dao cao nhat)|sep|thu truong(?! bo)|thu linh)\b(?: cua)?(?: chinh quyen)?"
)
_HOME = re.compile(r"\b(viet) (nam)\b")
# Whose something is, and whose words are told: "theo Chủ tịch tỉnh, ai phải …".
_OF_WHOM = re.compile(r"(?:\bcua|^\W*(?:theo|loi|theo loi)(?: ong| ba)?)\s$")
_OF_OTHERS = ("của", "cua", "ông", "bà")


# The question words for a person that an office may be asked with.
_ASKS = re.compile(r"^ai$|\bnao$")
_IS = re.compile(r"\b(?:la|ten)\s(?:nhung\s|cac\s)?$")
# What is said before an office that someone holds or is given, and that someone leaves.
_HOLDS = re.compile(
    r"\b(?:la|lam|giu|kiem|kiem luon|kiem nhiem|ngoi|len|thanh|nam quyen|dam nhiem|dam nhan|chuc|ghe|vi tri|cuong vi"
    r"|vai tro|chuc vu|chuc danh|trong trach|duoc (?:[^,?]{1,60} )?(?:cu|bau|chon|bo nhiem))\s$"
)
_LEAVES = Spelt(r"\b(?:thôi|miễn nhiệm|bãi nhiệm|cách chức|từ chức|rời)\b")
_REPLACES = Spelt(r"\b(?:thay|kế nhiệm|tiếp quản|nối tiếp|cùng|với|sau)\b")


@dataclass(frozen=True, slots=True)
class Post:
    """An office asked for: the forms of its head as keys, the units that say of what, and
    whose standing is meant; `in_focus` when the question word asks by it, `by_deed` when it tells
    what the holder did ("Thứ trưởng nào ký …")."""

    heads: tuple[tuple[str, ...], ...]
    of: tuple[Unit, ...]
    standing: frozenset[str]
    in_focus: bool
    by_deed: bool = False


def asked_post(reading: Reading) -> Post | None:
    """The office in the question that the one asked for holds, without what its holder did."""
    question = reading.question
    named = _free(question)
    chief = _CHIEF.search(question.plain)
    if chief and not (chief.group().startswith("thu truong") and not question.folded and named):
        return _led(reading, chief.span())
    wanted = _of_whom_is_asked(question, named)
    return _post(reading, wanted) if wanted else None


def other_posts(reading: Reading) -> list[Post]:
    """The offices of those whom the question tells of without asking for them: "thư của Giám đốc",
    "Giám đốc ký hợp đồng với ai"."""
    question = reading.question
    return [
        _post(reading, office)
        for office in offices(question.text, question.folded)
        if _OF_WHOM.search(question.plain, 0, office.span[0]) or _acts(question, office)
    ]


def _free(question: Question) -> list[Office]:
    """The offices of a question without those that it names the holder of."""
    # "cùng Thủ tướng Lê Văn A": an office that the question names the holder of.
    # What stands in brackets is rather a place: "Chủ tịch phường Phú La (Hà Đông)".
    named_by = [
        (one.name[0], start)
        for one in people(question.text)
        for start, _ in one.offices
        if question.text[one.name[0] - 1 : one.name[0]] != "("
    ]
    held = {office for name, office in named_by if office < name}
    folded = question.folded
    return [
        office
        for office in (offices(question.text, folded) if folded else offices_apart(question.text))
        if office.span[0] not in held
        and not question.text[: office.span[0]].rstrip().endswith(_OF_OTHERS)
    ]


def _of_whom_is_asked(question: Question, named: list[Office]) -> Office | None:
    """The office of the one asked for: behind "ai" only one to be held ("ai được bầu làm …"),
    behind "người nào", "lãnh đạo nào" too; before "ai" one that is said to be someone ("… là ai")."""
    start, end = question.focus
    asks = question.plain[start:end]
    if not _ASKS.search(asks):
        return named[0] if named else None
    before = [office for office in named if office.head[0] < end]
    if asks.endswith("nao") and before:
        return before[0]
    for office in named:
        if office.span[0] >= end and _is_held(question, end, office.span[0]):
            return office
    is_someone = asks != "ai" or _IS.search(question.plain, 0, start)
    return before[0] if before and is_someone else None


def _is_held(question: Question, start: int, end: int) -> bool:
    """Whether an office behind the question word is said to be held, and by nobody named."""
    between = question.plain[start:end]
    if not _HOLDS.search(between) or _LEAVES.search(question.text, start, end):
        return False
    other = next((one.name[0] for one in people(question.text) if start <= one.name[0] < end), None)
    return other is None or _REPLACES.search(question.text, start, other) is not None


def _acts(question: Question, office: Office) -> bool:
    """Whether someone of an office does something to the one asked for: "Thủ tướng giao ai …"."""
    start, end = question.focus
    return (
        question.plain[start:end] == "ai"
        and office.head[1] < start
        and not _IS.search(question.plain, 0, start)
        and "," not in question.text[office.head[1] : start]
        and office in _free(question)
    )


def _post(reading: Reading, office: Office) -> Post:
    question = reading.question
    of = _of(reading, office.head[1], _end(reading, office))
    in_focus = question.focus[0] <= office.span[0] < question.focus[1]
    head = question.text[slice(*office.head)]
    by_deed = question.plain[slice(*question.focus)].endswith("nao")
    return Post(_forms(head, question.folded), of, office.standing, in_focus, by_deed)


def _led(reading: Reading, chief: Span) -> Post:
    """The office of whoever leads what stands behind the word for it."""
    question = reading.question
    end = chief[1] + len(_UP_TO.match(question.text[chief[1] :]).group())  # type: ignore[union-attr]
    heads = tuple(form for head in words("chiefs.txt") for form in _forms(head, question.folded))
    return Post(heads, _of(reading, chief[1], min(end, _stop(reading, chief))), frozenset(), False)


_UP_TO = re.compile(r"[^,?]*?(?=\s(?:là|la|tên|ten)\s|[,?]|$)")


def _stop(reading: Reading, span: Span) -> int:
    """Where the words of an office end: at the question word behind it or at a province."""
    question = reading.question
    stops = [mention.start for mention in question.mentions if mention.start > span[0]]
    if question.focus[0] > span[0]:
        stops.append(question.focus[0])
    return min(stops, default=len(question.text))


def _end(reading: Reading, office: Office) -> int:
    start, end = office.span
    text = reading.question.text
    # "Giám đốc Sở Văn hóa, Thể thao và Du lịch": the body's name goes on behind the comma.
    of = [one.span for one in organizations(text) if start < one.span[0] < end < one.span[1]]
    if of:
        return min(of[0][1], _stop(reading, office.span))
    goes_on = _GOES_ON.search(text, start, end)
    return min(end, goes_on.start() if goes_on else end, _stop(reading, office.span))


def _of(reading: Reading, start: int, end: int) -> tuple[Unit, ...]:
    # "Tổng Bí thư Việt Nam": reports do not say of which country their own is.
    home = {at for m in _HOME.finditer(reading.question.plain) for at in (m.start(1), m.start(2))}
    return tuple(
        unit
        for unit in reading.question.units
        if start <= unit.start < end and unit.key not in _FILLERS and unit.start not in home
    )


@lru_cache(maxsize=256)
def _forms(head: str, folded: bool) -> tuple[tuple[str, ...], ...]:
    """The keys of every form of an office's head."""
    said = _keys(head, folded)
    for line in _ALIKE.read_text(encoding="utf-8").splitlines():
        forms = [_keys(form, folded) for form in line.split(" = ")]
        if not line.startswith("#") and said in forms:
            return tuple(dict.fromkeys(forms))
    return (said,)


def _keys(text: str, folded: bool) -> tuple[str, ...]:
    return tuple(unit.folded if folded else unit.key for unit in units(text, any_case=True))

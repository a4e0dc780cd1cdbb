"""Offices as texts name them: "Phó Chủ tịch UBND tỉnh", "vụ trưởng Vụ Thanh toán"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from index.vietnamese import LOWER, UPPER, Span, fold
from qa.texts.organization_words import deeds, fields
from qa.texts.organizations import organizations
from qa.words.wordlists import Before, any_of, words

LONGEST_BEFORE = 130
_MODIFIER = any_of(("phó", "quyền", "nguyên", "cựu", "đương kim", "tân"))
_HEAD = (
    rf"(?<![\w&])(?P<modifiers>(?:{_MODIFIER}\s)*)(?P<head>{any_of(words('offices.txt'))})(?!\w)"
)
_WORD = rf"(?:TP\.\s?[{UPPER}][\w]*|[^\s,;:.?!()–]+)"
_JOINED = rf"(?:,\s[{LOWER}]+(?:\s[{LOWER}]+){{0,3}}\svà(?:\s[{LOWER}]+){{1,3}}(?=,))?"  # "vận tải, phương tiện và …"
_OFFICE = re.compile(rf"{_HEAD}(?P<rest>(?:\s{_WORD}){{0,14}}{_JOINED})")
_HEADS = re.compile(_HEAD)
# Without accents only offices of more than one word are hardly ever something else.
_LONG = any_of(fold(head) for head in words("offices.txt") if " " in head)
_HEADS_FOLDED = re.compile(rf"\b(?P<modifiers>(?:(?:pho|quyen|nguyen|cuu)\s)*)(?P<head>{_LONG})\b")
# What stands between a name and an office: ", khi đó là", "(nay là", "được bổ nhiệm giữ chức".
_LINK = re.compile(
    r"\s*(?:[,\-–(:;]\s*)?(?:\d{2} tuổi[,;]?\s)?(?:(?:đồng thời\s)?(?:kiêm(?:\snhiệm)?|cũng)\s(?:chức\s|là\s)?)?"
    r"(?:(?:và\s)?(?:khi|lúc|hồi|thời điểm) (?:đó|ấy)\s|bấy giờ\s|trước(?: (?:đó|đây))?\s"
    r"|nguyên\s(?=là)|từng\s|hiện(?: nay| tại| đang)?\s|nay\s|bây giờ\s)?(?:đang\s|vẫn\s|sẽ\s)?"
    r"(?:là\s|làm\s|giữ (?:chức vụ|chức|cương vị|vai trò|trọng trách)\s|đảm (?:nhiệm|nhận)(?: chức(?: vụ)?)?\s"
    r"|được (?:bổ nhiệm|bầu|cử|giao|phân công|điều động|đề bạt|cất nhắc|phong|chỉ định|luân chuyển)"
    r"(?:\s[^\s,.;]+){0,3}?\s(?:làm|giữ(?: chức(?: vụ)?)?|vào chức|lên|là)\s)?"
)
_ENDS = re.compile(rf"\s(?:{'|'.join(words('office_ends.txt'))})\b")
_BREAK = re.compile(r"(?<!TP)\.\s|[;:\n…]|[\"”]\s*,?\s")
# The larger place behind a body's own, before the name of who heads it.
_WITHIN = re.compile(
    rf",\s(?:tỉnh|thành phố|TP\.?|huyện|thị xã|quận)\s?[{UPPER}]\w*(?:\s[{UPPER}]\w*){{0,3}}$"
)
# What parts the words of an office, unless it stands in the name of a body.
_PAUSED = re.compile(r",(?=\s)|[–]")
_DEPUTY = frozenset({"pho", "nguyen", "cuu", "quyen", "pgd", "ptgd", "pct"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office in a text: its span, whether a deputy or former holder is meant, and the span
    of the word for it ("Chủ tịch")."""

    span: Span
    standing: frozenset[str]
    head: Span


def offices_in(text: str) -> list[Span]:
    """The offices a text names, whoever holds them ("Chủ tịch UBND huyện Thanh Chương")."""
    return [office.span for office in offices(text)]


def offices(text: str, folded: bool = False) -> list[Office]:
    """The offices a text names with their standing; `folded` reads text without accents."""
    if folded:
        return [
            Office((match.start(), len(text)), _standing(match), match.span("head"))
            for match in _HEADS_FOLDED.finditer(fold(text))
        ]
    return [
        Office(
            (match.start(), _end(text, match.start(), match.end())),
            _standing(match),
            match.span("head"),
        )
        for match in _OFFICE.finditer(_joined(text))
    ]


def offices_apart(text: str) -> list[Office]:
    """The offices a text names, those too that stand in the words behind another: "do Thủ tướng
    làm chủ tịch …"."""
    found = []
    at = 0
    while match := _OFFICE.search(_joined(text), at):
        at = max(_end(text, match.start(), match.end()), match.end("head"))
        found.append(Office((match.start(), at), _standing(match), match.span("head")))
    return found


def standing(text: str) -> frozenset[str]:
    """Whether the office that begins a text is a deputy's or a former holder's."""
    match = _HEADS.match(text)
    return _standing(match) if match else frozenset()


def _standing(match: re.Match[str]) -> frozenset[str]:
    found = {*fold(match["modifiers"]).split(), *fold(match["head"]).split()} & _DEPUTY
    return frozenset("pho" if word.startswith("p") else word for word in found)


def offices_after(text: str, start: int, until: int) -> list[Span]:
    """Offices that follow a name: ", Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh, … chủ trì"."""
    found = []
    at = start
    while at < until:
        link = _LINK.match(text, at, until)
        begin = link.end() if link else at
        office = _OFFICE.match(_joined(text), begin, until)
        if not office or begin == at:
            break
        end = _end(text, office.start(), office.end())
        found.append((office.start(), end))
        if end < len(text[: office.end()].rstrip(" -–")):
            break
        at = end
    return found


def offices_before(text: str, since: int, start: int) -> list[Span]:
    """The offices written right before a name: "Bộ trưởng, Chủ nhiệm Văn phòng … Mai Tiến Dũng"."""
    floor = max(since, start - LONGEST_BEFORE)
    before = _joined(text)[floor:start]
    cut = max((m.end() for m in _BREAK.finditer(before)), default=0)
    found: list[Span] = []
    end = len(before.rstrip(" ,-–("))
    if within := _WITHIN.search(before, cut, end):
        end = within.start()  # "Chủ tịch UBND xã Hoa Mai, tỉnh Mây Trắng, ông …"
    if before[cut:end].endswith(" và"):
        return []  # "bí thư xã và ông A": of whoever is named before
    heads = list(_HEADS.finditer(before, cut))
    while True:
        head = next((m for m in heads if _reaches(before, m.start(), end)), None)
        if head is None:
            break
        found.insert(0, (floor + head.start(), floor + end))
        rest = before[cut : head.start()]
        if not rest.rstrip().endswith((",", "-", "kiêm")):
            break
        end = cut + len(rest.rstrip(" ,-–").removesuffix("kiêm").rstrip(" ,-–"))
    return found


@lru_cache(maxsize=2048)
def _joined(text: str) -> str:
    """A text with the commas and dashes inside of bodies' names as letters: "Giám đốc Sở Văn hóa,
    Thể thao và Du lịch" is one office."""
    if not _PAUSED.search(text):
        return text
    for one in organizations(text):
        start, end = one.span
        text = text[:start] + _PAUSED.sub("_", text[start:end]) + text[end:]
    return text


def _reaches(before: str, start: int, end: int) -> bool:
    """Whether one office goes from `start` to `end` without a halt."""
    return (
        start < end
        and _halt(before, start, end) is None
        and _OFFICE.fullmatch(before, start, end) is not None
    )


def _end(text: str, start: int, end: int) -> int:
    stop = _halt(text, start, end)
    return len(text[: end if stop is None else stop].rstrip(" -–").removesuffix(" và"))


def _halt(text: str, start: int, end: int) -> int | None:
    """Where an office ends before its words do; a word within its head or a name does not
    end it ("giám đốc điều hành")."""
    head = _HEADS.match(text, start, end)
    for stop in _ENDS.finditer(text, head.end() if head else start, end):
        if _is_of_field(text, stop.span()):
            continue
        if not any(one.span[0] < stop.start() < one.span[1] for one in organizations(text)):
            return stop.start()
    return None


def _is_of_field(text: str, stop: Span) -> bool:
    """Whether a word that ends offices is one of a field's name: "Trưởng phòng Cảnh sát giao
    thông", "Bộ trưởng Ngoại giao"."""
    before = text.rfind(" ", 0, stop[0]) + 1
    for begin, least in ((stop[0] + 1, stop[1] + 1), (before, stop[1])):
        field = fields().match(text, begin)
        if field and field.end() >= least and field.group().lower() not in deeds():
            return True
    return False


@lru_cache(maxsize=1)
def title_end() -> Before:
    """Titles and callings that end a text: "ông ", "PGS.TS ", "Đại tá "."""
    titles = (*words("honorifics.txt"), *words("professions.txt"))
    pattern = rf"(?<!\w)(?<!\b[Tt]hủ\s)(?:{any_of(titles)}[\s.:]*)+$"
    return Before(re.compile(pattern), titles, marks=".:")


@lru_cache(maxsize=1)
def calling_end() -> Before:
    """Callings that end a text: a stage name may stand behind them."""
    callings = words("professions.txt")
    pattern = rf"(?<!\w)(?<!\b[Tt]hủ\s)(?:{any_of(callings)})\.?\s$"
    return Before(re.compile(pattern), callings, marks=".")

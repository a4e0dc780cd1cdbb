"""People as texts name them, with the offices said of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.places import provinces
from index.vietnamese import LOWER, UPPER, Span
from qa.texts.offices import calling_end, offices_after, offices_before, title_end
from qa.texts.organizations import organizations
from qa.words.wordlists import Before, any_of, is_vietnamese, words

# "Nguyễn", "H'Lan", "Jae-in", "Y", "A.", "McCarthy".
_GIVEN = (
    rf"(?:(?:Mac|Mc|De|Di|O\s?['’‘]\s?)?[{UPPER}](?:['’][{UPPER}])?[{LOWER}]+(?:-[a-z]{{2,5}}|-[A-Z][a-z]+)?(?!\w)"
    rf"|[{UPPER}](?!\w|\.\w)\.?|al-[{UPPER}][{LOWER}]+)"
)
_RUN = re.compile(rf"(?<![\w.-]){_GIVEN}(?:\s(?:(?:bin|von|van|del|der|ibn)\s)?{_GIVEN})*")
# "NGÔ THỊ THƯƠNG HIỀN".
_SHOUTED = re.compile(rf"(?<![\w.-])[{UPPER}]{{2,7}}(?:\s[{UPPER}]{{1,7}}){{1,4}}(?!\w)")
_LONGEST = 5
# So many words tell a full name without a title.
_FULL_NAME = 3
_OPENERS = frozenset(
    "Ông Bà Anh Chị Cô Thầy Cụ Ngài Già Theo Do Khi Còn Tuy Và Với Cùng Vì Nếu Sau Trước Cha Mẹ".split()
)
_HONORIFIC = frozenset("Ông Bà Anh Chị Cô Thầy Cụ Ngài Già".split())
# "P. 15", "Q. Bình Thạnh": a ward and a district, no initials.
_AREAS = frozenset({"P.", "Q."})
_OPENS_OFFICE = frozenset(
    "Phó Chủ Giám Bí Trưởng Ủy Tỉnh Ông Thường Nguyên Bà Thứ Bộ Tổng Cục".split()
)

# A school or street carries a person's name, a district one of two syllables.
_THINGS = (
    *("trường", "tiểu học", "mầm non", "đường", "giải thưởng", "giải", "bệnh viện", "lăng"),
    *("tượng đài", "đại học", "học viện", "quỹ", "chợ", "cầu", "sân bay", "công ty", "tập đoàn"),
    *("hãng", "sông", "báo", "ngân hàng", "đảo", "biển", "cuốn", "sách", "truyện", "phim", "núi"),
    *("công viên", "quảng trường", "đại lộ", "ngã tư", "ngõ", "hẻm", "tuyến", "bến", "cảng", "hồ"),
    *("khu đô thị", "tòa nhà", "khách sạn", "nhà hát", "rạp", "chùa", "đền", "đèo", "bảo tàng"),
    *("THCS", "THPT"),
)
_NAMED_THING = Before(
    # A house in a street: "tại trụ sở 49 Lý Thái Tổ".
    re.compile(
        rf"(?:{any_of(_THINGS)}|(?<!thành )(?<!Thành )[Pp]hố"
        r"|(?:số|sở|chỉ|nhà|tại|ở|[,:(])\s?\d{1,4}[A-Za-z]?(?:/\d+)*(?:\s?[-–]\s?\d+)?)\s$"
    ),
    (*_THINGS, "phố"),
)
_COMPANY = re.compile(r"[Cc]ông ty|[Tt]ập đoàn|[Hh]ãng|[Nn]gân hàng")
_DISTRICT = Before(
    re.compile(
        r"(?:[Hh]uyện|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Qq]uận|[Tt]hôn"
        r"|(?<!Nhật )[Bb]ản|[Ll]àng|[Bb]uôn|[Ấấ]p|TP\.?|[Tt]hị xã|khu \d+|thành phố)\s$"
    ),
    "huyện xã phường trấn quận thôn bản làng buôn ấp TP phố".split(),
    marks=".",
)
# A city that a person gave the name, and how it is written before.
_CITY = re.compile(r"Hồ Chí Minh\b")
_OF_CITY = re.compile(r"(?:\b[Tt]hành phố|\bTP\.?)\s?$")
_THEN_TITLED = re.compile(r",\s(?:ông|bà|anh|chị|đồng chí)\s")
# These are named by one name: "Tổng thống Nga Putin", "HLV Park".
_RULER = re.compile(
    r"(?:[Tt]ổng thống|[Tt]hủ tướng|[Nn]goại trưởng|[Tt]hủ hiến|[Hh]uấn luyện viên|HLV)[^,.;:]{0,20}\s$"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a text: the span of the name and of each office said of them.

    One that is not `sure` is named as a foreigner would be, without title or office.
    """

    name: Span
    offices: tuple[Span, ...]
    sure: bool = True


def people(text: str) -> list[Person]:
    """The people a paragraph names, each mention with its own offices."""
    return [person for person in _people(text) if person.sure]


def everyone(text: str) -> list[Person]:
    """The people a paragraph names and the foreign names in it that may be of people."""
    return list(_people(text))


@lru_cache(maxsize=2048)
def _people(text: str) -> tuple[Person, ...]:
    named = [(span, sure) for match in _RUN.finditer(text) for span, sure in _in_run(text, match)]
    named = sorted([*named, *((span, True) for span in _shouted(text))])
    spans = [span for span, sure in named if sure]
    spans = [
        span
        for span, later in zip(spans, [*spans[1:], None], strict=False)
        if not (later and _ends_body(text, span, later))
    ]
    known = {text[slice(*span)] for span in spans}
    found = []
    for at, span in enumerate(spans):
        until = spans[at + 1][0] if at + 1 < len(spans) else len(text)
        since = spans[at - 1][1] if at else 0
        after = offices_after(text, span[1], until)
        # "giám đốc Sở A Lê Văn B, giám đốc Sở C Trần Văn D": the second is of the next one.
        if after and at + 1 < len(spans) and not text[after[-1][1] : until].strip():
            after.pop()
        found.append(Person(span, tuple(_before(text, since, span[0]) + after)))
    for span, sure in named:
        if not sure:
            sure = text[slice(*span)] in known
            after = offices_after(text, span[1], min(len(text), span[1] + 80))
            found.append(Person(span, tuple(after), sure or bool(after)))
    return tuple(sorted(found, key=lambda person: person.name))


def _ends_body(text: str, span: Span, later: Span) -> bool:
    """Whether a name of two words ends that of a body whose head is named behind it: "Giám đốc Công
    ty Hoa Mai, ông Lê Văn Tám"."""
    return (
        text.count(" ", *span) == 1
        and _THEN_TITLED.fullmatch(text, span[1], later[0]) is not None
        and title_end().search(text, max(0, span[0] - 40), span[0]) is None
        and _is_in_office(text, span[0])
    )


def _before(text: str, since: int, start: int) -> list[Span]:
    title = title_end().search(text, since, start)
    start = title.start() if title else start
    told = re.search(r"(?<!\w)(?:là|của|do)[\s:]*$", text[since:start])
    return offices_before(text, since, since + told.start() if told else start)


def _in_run(text: str, match: re.Match[str]) -> Iterator[tuple[Span, bool]]:
    """The person in a run of capitalised words, and whether it is surely one."""
    tokens, titled = _untitled(text, match)
    if not titled:
        tokens = _without_place(text, tokens)
        tokens = _behind_thing(text, tokens) if tokens else []
    tokens = _trimmed(text, tokens)
    if not tokens or text[tokens[0][0] : tokens[-1][1]] in _places():
        return
    said = [text[slice(*token)] for token in tokens]
    if said[0] in _AREAS or any(word in _company_words() for word in said):
        return
    foreign = [not is_vietnamese(word.strip(".")) for word in said]
    family = next((at for at, word in enumerate(said[:-1]) if word in _surnames()), None)
    if len(tokens) > 1 and family is not None and not foreign[0]:
        tokens = tokens[family : family + _LONGEST]
        if titled or _is_full_name(text, tokens):
            yield (tokens[0][0], tokens[-1][1]), True
        return
    span = (tokens[0][0], tokens[-1][1])
    if any(one.span[0] == span[0] and one.kind != "brand" for one in organizations(text)):
        return
    before = _shortly_before(text, span[0])
    if len(tokens) == 1:
        ruler = _RULER.search(before) and not _DISTRICT.search(before)
        if foreign[0] and (titled or ruler) and len(said[0]) > 2:
            yield span, True
    elif len(tokens) <= _LONGEST:
        if titled or calling_end().search(before):
            yield span, True
        elif any(foreign):
            yield span, _is_in_office(text, span[0])


def _shouted(text: str) -> Iterator[Span]:
    """Names all in capitals, if a title or an office says that they are of people."""
    for match in _SHOUTED.finditer(text):
        start, end = match.span()
        said = match.group().split(" ")
        titled = title_end().search(_shortly_before(text, start)) is not None
        while len(said) > 2 and _is_title(said[0]):
            start, titled = start + len(said.pop(0)) + 1, True
        family = said[0].capitalize() in _surnames() and all(map(is_vietnamese, said))
        if not family or " ".join(word.capitalize() for word in said) in _places():
            continue
        if titled or _is_in_office(text, start) or offices_after(text, end, len(text)):
            yield start, end


def _is_title(shouted: str) -> bool:
    """Whether a word in capitals is a title or a degree: "ÔNG", "TS"."""
    return shouted.capitalize() in _HONORIFIC or shouted in words("professions.txt")


def _untitled(text: str, match: re.Match[str]) -> tuple[list[Span], bool]:
    """The words of a run without the titles it begins with, and whether one stands before it."""
    tokens = [
        (match.start() + word.start(), match.start() + word.end())
        for word in re.finditer(r"\S+", match.group())
    ]
    titled = False
    while len(tokens) > 1 and text[slice(*tokens[0])] in _OPENERS:
        titled = titled or text[slice(*tokens[0])] in _HONORIFIC
        tokens.pop(0)
    return tokens, titled or title_end().search(_shortly_before(text, tokens[0][0])) is not None


def _is_full_name(text: str, tokens: list[Span]) -> bool:
    """Whether a name without a title is told by its length, or by the office before it."""
    before = _shortly_before(text, tokens[0][0])
    if text[tokens[0][0] : tokens[-1][1]] in _places() or _NAMED_THING.search(before):
        return False
    in_office = _is_in_office(text, tokens[0][0]) and not _DISTRICT.search(before)
    return len(tokens) > 2 or in_office


def _is_in_office(text: str, start: int) -> bool:
    return bool(offices_before(text, max(0, start - 130), start))


def _shortly_before(text: str, start: int) -> str:
    return text[max(0, start - 40) : start]


def _without_place(text: str, tokens: list[Span]) -> list[Span]:
    """A run without the country, province or city before the name ("Hàn Quốc Moon Jae-in")."""
    if _CITY.match(text, tokens[0][0]) and _OF_CITY.search(_shortly_before(text, tokens[0][0])):
        return tokens[3:]
    for length in (3, 2, 1):
        rest = tokens[length:]
        if not rest or " ".join(text[slice(*token)] for token in tokens[:length]) not in _places():
            continue
        if len(rest) > 1 or not is_vietnamese(text[slice(*rest[0])]):
            return rest
    return tokens


def _behind_thing(text: str, tokens: list[Span]) -> list[Span]:
    """A run without the name of the company or district that it begins with; none for one
    that is the name of a thing."""
    before = _shortly_before(text, tokens[0][0])
    thing = _NAMED_THING.search(before)
    company = thing is not None and _COMPANY.match(thing.group()) is not None
    said = [text[slice(*token)] for token in tokens]
    if len(said) > 2 and company and not is_vietnamese(said[0]):
        return tokens[1:]
    if thing and not company and _is_in_office(text, tokens[0][0]):
        return tokens[_holder(said) :] if _holder(said) else []
    if len(said) > 2 and (company or _DISTRICT.search(before)):
        whole = (
            said[0] in _surnames() and len(said) < _LONGEST and _is_in_office(text, tokens[0][0])
        )
        if whole and not company:
            return tokens  # "Chủ tịch UBND huyện Lê Văn Tám"
        for at in (2, 3, 1):
            least = 3 if at == 1 else 2
            if least <= len(said) - at < _LONGEST and said[at] in _surnames():
                return tokens[at:]
        return tokens if whole else []
    return [] if thing or _DISTRICT.search(before) else tokens


def _holder(said: Sequence[str]) -> int:
    """Where behind the name of a thing its head's own begins ("Bệnh viện Hoa Mai Đào Văn Tám"); 0
    where nobody's full name does."""
    lasts = range(len(said) - _FULL_NAME, max(0, len(said) - _LONGEST), -1)
    surnames = (at for at in lasts if said[at] in _surnames())
    return next((at for at in surnames if said[at] != "Văn" or said[at - 1] not in _surnames()), 0)


def _trimmed(text: str, tokens: list[Span]) -> list[Span]:
    """A name without the words of an office that follow it ("Lê Hải Hòa Phó"); "Nguyên" alone
    is a name of its own ("Lê Hạnh Nguyên")."""
    kept = tokens[: 2 * _LONGEST]
    while len(kept) > 2 and text[slice(*kept[-1])] in _OPENS_OFFICE:
        if kept[-1] == tokens[-1] and text[slice(*kept[-1])] == "Nguyên":
            break
        kept.pop()
    return kept


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    return frozenset(words("surnames.txt"))


@lru_cache(maxsize=1)
def _company_words() -> frozenset[str]:
    return frozenset(word for entry in words("company_words.txt") for word in entry.split())


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    named = (*words("countries.txt"), *words("cities.txt"), *provinces())
    return frozenset((*named, "Sài Gòn", "Hạ Long", "Thái Bình Dương", "Đại Tây Dương"))

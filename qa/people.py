"""People as reports name them, with the offices said of them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from index.places import provinces
from index.vietnamese import LOWER, UPPER, Span

# The commonest family names, Kinh and others; a capitalised sequence that begins with one
# is taken for a person.
FAMILY = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Trịnh Trình Đinh Đoàn"
    " Mai Lương Trương Lâm Cao Tô Tạ Hà Chu Châu Đào Đàm Thái Phùng Quách Tống Tăng La Lưu Lã Vương"
    " Nông Ma Triệu Hứa Bế Lò Lường Cầm Quàng Vi Vàng Giàng Thào Sùng Mùa Lầu Hạng Lục Bàn Đồng Kiều"
    " Khuất Mạc Nghiêm Ninh Quan Thân Thạch Sơn Kim Danh Trà Từ Tôn Ông Âu Doãn Giáp Khổng Lại Lộc"
    " Mã Mẫn Ngọ Nhâm Phí Thiều Thiệu Tiêu Tòng Trang Triệu Uông Văn Viên Xa Y Điêu Đầu Đổng Ngân"
    " Hầu Hàn Hán Đậu Nghê Nhữ Ứng Cù Cung Bạch Chử Diệp Đường Hoa Khúc Ngụy Rơ Siu Ksor Rah Hờ Cư"
).split()
_GIVEN = rf"[{UPPER}](?:['’][{UPPER}])?[{LOWER}]*"
_NAME = rf"(?:{'|'.join(sorted(set(FAMILY), key=len, reverse=True))})(?:\s{_GIVEN}){{1,4}}(?![{LOWER}\w])"
_TITLE = (
    r"(?<!\w)(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Tt]hầy|[Cc]ô"
    r"|ThS\.?|TS\.?|PGS\.?|GS\.?|[Bb]ác sĩ|[Bb]S\.?)"
)
_PERSON = re.compile(
    rf"(?:(?P<title>{_TITLE})[\s:.]*)?(?:TS\.?\s|ThS\.?\s|PGS\.?\s)?(?P<name>{_NAME})"
)
_TITLED = re.compile(
    rf"(?<!\w)(?P<title>[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à)\s(?P<name>{_GIVEN}(?:\s{_GIVEN}){{1,4}})"
)

_OFFICE_HEAD = (
    r"(?:Phó |Quyền |Nguyên |phó |quyền |nguyên )*(?:Bí thư|bí thư|Chủ tịch|chủ tịch|Trưởng|trưởng"
    r"|Giám đốc|giám đốc|Tổng [Gg]iám đốc|Tổng [Bb]í thư|Chủ nhiệm|Cục trưởng|Vụ trưởng|Bộ trưởng"
    r"|Thứ trưởng|Thủ tướng|Hiệu trưởng|hiệu trưởng|Chánh|chánh|Viện trưởng|Ủy viên|Uỷ viên|ủy viên"
    r"|Tỉnh ủy viên|Thành ủy viên|Tổ trưởng|Tổ phó|tổ trưởng|tổ phó|Đội trưởng|Chi cục trưởng|Tổng cục trưởng"
    r"|Thường trực|Chuyên gia|Nhà báo|Kế toán|Thư ký|Phó trưởng|Phó Trưởng|Đại biểu|Chủ hộ|chủ hộ|Cán bộ"
    r"|Chỉ huy|Đại tá|Thượng tá|Trung tá|Thiếu tướng|Tổng biên tập|Người phát ngôn|Viên chức|Công chức)"
)
_OFFICE = re.compile(
    rf"{_OFFICE_HEAD}(?:\s[^\s,;:.()–]+){{0,14}}(?:,\s[{LOWER}]+(?:\s[{LOWER}]+){{0,3}}\svà(?:\s[{LOWER}]+){{1,3}}(?=,))?"
)
_LINK = re.compile(r"^\s*(?:,|-|–|\(|là|giữ chức|vụ|:|;)?\s*")
_STOPS = re.compile(
    r"\s(?:chủ trì|phát biểu|cho biết|chia sẻ|nhấn mạnh|khẳng định|đề nghị|yêu cầu|dự|tham dự|đã|cho rằng"
    r"|đánh giá|kết luận|nói|trao đổi|làm|đồng|được|tại|thông tin|báo cáo|trình bày|nêu|chỉ đạo thực|cùng"
    r"|thay mặt|có|cũng|đến|vừa|ký|thăm|kiểm tra|trực tiếp|bày tỏ|lưu ý|mong|phân tích|và các|khai mạc"
    r"|đọc|giải thích|điều hành|công bố|bấm|trao|là|về dự|ông|bà|nhận định|cam kết|kiến nghị|hướng dẫn"
    r"|thừa nhận|giao|tin tưởng|hoan nghênh|ghi nhận|nhắc|theo dõi|phụ trách)\b"
)


# A school or street carries a person's name, a district one of two syllables.
_NAMED_THING = re.compile(
    r"(?:[Tt]rường|[Tt]iểu học|THCS|THPT|[Mm]ầm non|[Đđ]ường|[Pp]hố|[Gg]iải thưởng|[Bb]ệnh viện|[Ll]ăng"
    r"|[Tt]ượng đài)\s$"
)
_DISTRICT = re.compile(
    r"(?:[Hh]uyện|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Qq]uận|[Tt]hôn|[Bb]ản|TP\.?|[Tt]hị xã|khu \d+)\s$"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a text: the span of the name and of each office said of them."""

    name: Span
    offices: tuple[Span, ...]


def people(text: str) -> list[Person]:
    """The people a paragraph names, each mention with its own offices."""
    return list(_people(text))


@lru_cache(maxsize=2048)
def _people(text: str) -> tuple[Person, ...]:
    names: dict[int, Span] = {}
    for match in _TITLED.finditer(text):
        names[match.start("name")] = match.span("name")
    titled = frozenset(names)
    for match in _PERSON.finditer(text):
        if not any(start <= match.start("name") < end for start, end in names.values()):
            names[match.start("name")] = match.span("name")
    spans = [
        span
        for start in sorted(names)
        if _is_person(text, span := _trimmed(text, names[start]), start in titled)
    ]
    found = []
    for at, span in enumerate(spans):
        until = spans[at + 1][0] if at + 1 < len(spans) else len(text)
        since = spans[at - 1][1] if at else 0
        offices = _offices_before(text, since, span[0]) + _offices_after(text, span[1], until)
        found.append(Person(span, tuple(offices)))
    return tuple(found)


def _is_person(text: str, span: Span, titled: bool) -> bool:
    name, before = text[slice(*span)], text[max(0, span[0] - 24) : span[0]]
    short = name.count(" ") < 2
    if name in provinces() or _NAMED_THING.search(before):
        return False
    return titled or not short or (bool(_OFFICE.search(before)) and not _DISTRICT.search(before))


def _trimmed(text: str, span: Span) -> Span:
    """A name without a trailing word that opens an office ("Lê Hải Hòa Phó")."""
    words = text[span[0] : span[1]].split(" ")
    while len(words) > 2 and words[-1] in (
        "Phó",
        "Chủ",
        "Giám",
        "Bí",
        "Trưởng",
        "Ủy",
        "Tỉnh",
        "Ông",
    ):
        words.pop()
    return span[0], span[0] + len(" ".join(words))


def _offices_after(text: str, start: int, until: int) -> list[Span]:
    """Offices that follow a name: ", Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh, … chủ trì"."""
    offices = []
    at = start
    while at < until:
        link = _LINK.match(text[at:until])
        begin = at + (link.end() if link else 0)
        office = _OFFICE.match(text, begin, until)
        if not office or begin == at:
            break
        end = _office_end(text, office.start(), office.end())
        offices.append((office.start(), end))
        if end < office.end():
            break
        at = end
    return offices


def _offices_before(text: str, since: int, start: int) -> list[Span]:
    """The office written before a name: "Chủ tịch UBND tỉnh Hoàng Xuân Ánh"."""
    floor = max(since, start - 130)
    before = re.sub(
        rf"(?<!\w)(?:{_TITLE}|là|của|do)[\s:]*$", lambda m: " " * len(m.group()), text[floor:start]
    )
    cut = max(before.rfind(mark) for mark in (". ", ";", ":", "\n", "…"))
    offices = []
    for office in _OFFICE.finditer(before, cut + 1):
        end = office.start() + len(office.group().rstrip())
        if not before[end:].strip(" ,-–") and not _STOPS.search(before[office.start() : end]):
            offices.append((floor + office.start(), floor + end))
    return offices


def _office_end(text: str, start: int, end: int) -> int:
    stop = _STOPS.search(text, start, end)
    return stop.start() if stop else start + len(text[start:end].rstrip())


def offices_in(text: str) -> list[Span]:
    """The offices a text names, whoever holds them ("Chủ tịch UBND huyện Thanh Chương")."""
    return [
        (match.start(), _office_end(text, match.start(), match.end()))
        for match in _OFFICE.finditer(text)
    ]

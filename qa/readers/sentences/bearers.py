"""Lists of bodies and places by their names: "Những đơn vị nào …", "Kể tên năm trường …".

A sentence that only counts them ("vẫn còn 5 đơn vị chưa nộp") names none, however much of the
question it says.
"""

import re
from functools import lru_cache

from index.vietnamese import LOWER, UPPER, Span, fold
from qa.questions.asked_nature import pattern_of
from qa.readers.reading import Reading
from qa.readers.sentences.enumerations import NEXT
from qa.texts.paragraph import Paragraph
from qa.texts.people import people
from qa.words.terms import expansions

NAMELESS = 0.3
# Nouns of bodies and places that bear names of their own.
_BEARER = (
    r"(?:đơn vị|cơ quan|doanh nghiệp|công ty|tập đoàn|ngân hàng|trường(?! hợp)|bệnh viện|(?<!cơ )sở|(?<!cán )bộ"
    r"|tổ chức|nhà thầu|hãng|nhà mạng|cơ sở|trung tâm|hợp tác xã|tỉnh|huyện|(?<!tác )xã|phường|quận|thành phố"
    r"|địa phương|nhà máy|khu công nghiệp|cảng|sân bay)"
)
# "Các tỉnh, thành phố" are none of them.
_PLACES = frozenset(
    form
    for place in ("tỉnh", "huyện", "xã", "phường", "quận", "thành phố", "địa phương")
    for form in (place, fold(place))
)
_NUMERALS = "hai ba bon nam sau bay tam chin muoi".split()
_NUMBER = r"(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d{1,2})"
_COUNTED = rf"\b(?P<count>{_NUMBER})"
_MOST = 5
_MANY = rf"(?:những|các|mấy|{_NUMBER})(?: (?:cái|tên|cái tên))?"
_NAMES = r"\b(?:kể tên|liệt kê|nêu tên|điểm tên|chỉ tên|gọi tên|tên)\b"
_ASKED = (
    rf"\b{_MANY} (?P<head>{_BEARER})\b(?: [^\s,?]+){{0,5}}? nào\b|{_NAMES} (?:(?:ra|của|giúp|cho) )*{_MANY} "
    rf"(?P<named>{_BEARER})\b|\b{_MANY} (?P<told>{_BEARER})\b.*{_NAMES}"
)
# Capitals that name none of several: documents, those above them all.
_NO_NAME = (
    *(
        "nghi quyet",
        "ke hoach",
        "thong tu",
        "nghi dinh",
        "quyet dinh",
        "chi thi",
        "de an",
        "cong van",
    ),
    *("cong dich", "cong thong", "he thong", "khu vuc", "ngay ", "thang "),
    *(
        "tinh uy",
        "thanh uy",
        "huyen uy",
        "dang uy",
        "trung uong",
        "chinh phu",
        "nha nuoc",
        "viet nam",
    ),
)
_CAPITAL = re.compile(rf"(?<![\w/])[{UPPER}][\w’']*(?:\s[{UPPER}\d][\w’']*)*")
_OPENED = ("", ".", "!", "?", "…")
# Bodies by their kind, several in a row: "các sở, ngành, UBND cấp xã".
_KIND = (
    r"(?:(?<!cơ )sở(?! hữu)|(?<!ủy )ban(?! hành)|ngành|(?<!cán )bộ(?! máy| phận)|ubnd|hđnd|huyện|xã(?! hội)|phường"
    r"|quận|thị xã|tỉnh|thành phố|trường(?! hợp)|bệnh viện|trạm|tổ(?! chức)|đội|(?<!xã )hội(?! nghị)|đoàn thể"
    r"|công an|ngân hàng|doanh nghiệp|hợp tác xã|cấp \w+|công ty|viện|trung tâm|phòng(?! chống)|chi cục)"
)
_KINDS = re.compile(rf"\b{_KIND}(?: [{LOWER}]+){{0,3}}(?:,| và| hoặc) {_KIND}\b", re.IGNORECASE)
_OPENER = re.compile(r"\b(?:gồm|như|đó là|là)\b|[:(]", re.IGNORECASE)
# "Theo Sở A, …": who says it is none of those asked for.
_TELLER = re.compile(r"\b(?:[Tt]heo|[Dd]o|báo cáo của|ông|bà|Ông|Bà|đồng chí)\s$")
# "đơn vị thi công Sao Khuê" is named behind the noun.
_NO_PART = r"(?:chưa|đã|của|cho|ở|tại|trong|không|có|được|bị|với|theo|về|vào|từ|đang|sẽ|và|thuộc)"
_LEADS = re.compile(rf"(?:\s(?!{_NO_PART}\b)[{LOWER}]+){{0,3}}\s[\"“]?")
# Bodies without their name.
_BARE = frozenset("Sở Bộ Ban Tỉnh Huyện Xã Phường Thành UBND HĐND Công Trường Trung Ủy".split())
# What is counted up stands this near behind its noun.
_NEAR = 40


def names_fit(reading: Reading, paragraph: Paragraph, span: Span) -> float:
    """Whether a part of a sentence names bodies or places where those are asked for by name."""
    asked = _asked(reading.question.text, reading.question.folded)
    if asked is None:
        return 1.0
    head, least = asked
    noun = re.compile(rf"\b{head}\b", re.IGNORECASE)
    text = paragraph.text
    # Of a text in small letters nothing can be said.
    if not _CAPITAL.search(text, 1):
        return 1.0
    sentence = paragraph.sentence_at(span[0])
    told = [
        clause
        for clause in paragraph.clauses[sentence]
        if clause[0] < span[1] and span[0] < clause[1] and noun.search(text, *clause)
    ]
    named = any(
        _counted_up(text, noun, clause) >= least
        or (head not in _PLACES and _KINDS.search(text, *clause))
        or _names(reading.question.text, paragraph, noun, clause) >= least
        for clause in told or [span]
    )
    return 1.0 if named else NAMELESS


@lru_cache(maxsize=16)
def _asked(text: str, folded: bool) -> tuple[str, int] | None:
    """The noun of what is asked for by name, and how many names must stand there."""
    found = pattern_of(_ASKED, folded).search(text.lower())
    if not found:
        return None
    head = found["head"] or found["named"] or found["told"]
    counted = pattern_of(rf"{_COUNTED} {head}\b", folded).search(text.lower())
    if not counted:
        return head, 1
    said = counted["count"]
    number = int(said) if said.isdigit() else _NUMERALS.index(fold(said)) + 2
    # One more or less is told elsewhere, or is in the question.
    return head, max(2, min(number, _MOST) - 1)


def _counted_up(text: str, noun: re.Pattern[str], clause: Span) -> int:
    """How many are counted up behind their noun: "các đơn vị như: tổ dệt, đội cá"."""
    for found in noun.finditer(text, *clause):
        opener = _OPENER.search(text, found.end(), min(clause[1], found.end() + _NEAR))
        if opener and (items := len(NEXT.findall(text, opener.end(), clause[1]))):
            return items + 1
    return 0


def _names(question: str, paragraph: Paragraph, noun: re.Pattern[str], clause: Span) -> int:
    """How many names a clause has that the question does not have; one alone behind the noun."""
    said, text = fold(question), paragraph.text
    offices = [one for who in people(text) for one in (who.name, *who.offices)]
    found, led = set(), False
    for match in _CAPITAL.finditer(text, *clause):
        name, before = match.group(), text[: match.start()]
        words = fold(text[match.start() : match.end() + 8])
        if (
            fold(name) in said
            or name in expansions()
            or name in _BARE
            or words.startswith(_NO_NAME)
        ):
            continue
        if _TELLER.search(before) or any(a <= match.start() < b for a, b in offices):
            continue
        # The first word of a sentence has its capital for that.
        if " " not in name and before.rstrip(" \"“'(–-")[-1:] in _OPENED:
            continue
        found.add(name)
        behind = [one.end() for one in noun.finditer(text, clause[0], match.start())]
        led = led or bool(behind and _LEADS.fullmatch(text, behind[-1], match.start()))
    return len(found) if len(found) > 1 or led else 0

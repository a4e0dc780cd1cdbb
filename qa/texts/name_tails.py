"""How organisations' names go on in small letters, and words for bodies that begin no name.

"Công ty CP đầu tư Hoa Mai": words of trade lead up to the name; "Cục Điện lực và năng lượng mới
(Bộ Mây)": whose a body is stands behind its whole name.
"""

import re
from functools import lru_cache

from index.vietnamese import LOWER, UPPER
from qa.texts.organization_words import fields, heads, places, surnames
from qa.words.terms import STOP
from qa.words.wordlists import words

# Bodies whose names are often whole phrases.
ENCLOSED = frozenset({"state", "centre", "institute", "body"})
_WORD = rf"[{LOWER}]+"
# What a name may end in: "Quỹ Khí hậu xanh", "Hội Doanh nghiệp trẻ".
CLOSING = frozenset({"xanh", "trẻ", "sạch"})
# The legal forms of companies.
FORM = re.compile(
    r"công ty (?:cp|cổ phần|tnhh|trách nhiệm hữu hạn)(?: (?:mtv|một thành viên))?", re.IGNORECASE
)
FORMS = re.compile(r"(?:CP|TNHH|MTV)$")
# So many words in small letters lead up to a name at most.
_TO_NAME = re.compile(rf"(?P<words>{_WORD}(?:,?\s{_WORD}){{0,6}})\s(?=(?P<name>[{UPPER}][\w&]+))")
_TO_OWNER = re.compile(
    rf"(?P<words>{_WORD}(?:\s{_WORD}){{0,7}})(?=\s(?:\((?:thuộc |trực thuộc )?(?:Bộ|Sở|Công an|UBND|[{UPPER}]{{2}})"
    r"|(?:trực thuộc|thuộc)\s(?:Bộ|Sở|UBND|Công an)))"
)
_AREA = r"(?:tỉnh|thành phố|TP|huyện|quận|thị xã|quốc gia)"
# Words that stand in sentences, not in names, beside those of `office_ends.txt`.
_SAID = frozenset(
    "cần nên phối hợp gây nhằm thì nào này đó rằng nộp gửi hứa mua bán thuê chuyển vận xả báo trực thuộc".split()
)
# Such as are syllables of names: "giao thông", "dự án", "đa phương thức".
_OF_NAMES = frozenset("thông giao dự năm phố thành người phương".split())
# What these begin with a capital behind is no body: "tổ chức Hội nghị", "Bộ Quy tắc", "đường Trường Chinh".
_NO_BODY = {
    "tổ chức": re.compile(
        r"\s(?:Hội (?:nghị|thảo|thi|chợ|báo|xuân|trại|diễn)|Đại hội|Lễ|Ngày|Tuần|Tháng|Chương trình|Diễn đàn|Kỳ|Tết)",
        re.IGNORECASE,
    ),
    "bộ": re.compile(r"\s(?:Quy|Luật|luật|Tiêu chí|Chỉ số|Tài liệu|Từ điển|Sách|Phim|Cẩm nang)\b"),
    "trường": re.compile(r"\s(?:Chinh|Sa|Sơn|Thọ|Thạnh|Giang|Lộc)(?!\w)"),
    "đội": re.compile(r"\sCấn(?!\w)"),
    "đoàn": re.compile(r"\sKết(?!\w)"),
    "chợ": re.compile(r"\s(?:Rẫy|Rãy|Lớn|Mới)(?!\w)"),
}

# A syllable of another word: "môi trường", "trụ sở".
_CUT = re.compile(
    r"(?:cơ|trụ|hồ|cán|toàn|nội|tiến|đảng|chi|thông|tiên|cảnh|quảng|đồng|dự|đại|phóng|loan|bia|nông|tin"
    r"|hội|môi|thị|(?<!thành )lập|công|ngư|lâm|chiến|phim|hiện)\s$",
    re.I,
)
_THREE_WORDS = re.compile(rf"([{UPPER}][{LOWER}]+)(?:\s[{UPPER}][{LOWER}]+){{2}}")
_STANDING = "Thường trực "
# "Phó Chủ tịch Thường trực UBND": the office's word.
_OFFICE_BEFORE = re.compile(r"(?:[Pp]hó|[Tt]ịch|[Tt]hư|[Bb]an|[Vv]iên|[Tt]rưởng|[Đđ]ốc)\s$")


def begin(text: str, start: int) -> int:
    """Where a body's name begins whose head begins at `start`: "Thường trực HĐND tỉnh"."""
    standing = start - len(_STANDING)
    if standing < 0 or not text.startswith(_STANDING, standing):
        return start
    of_office = _OFFICE_BEFORE.search(text, max(0, standing - 12), standing)
    return start if of_office else standing


def is_no_body(text: str, start: int, end: int) -> bool:
    """Whether a word for a body does something, or is the first of another name."""
    head = text[start:end]
    if " " not in head and head[0] in LOWER and _CUT.search(text[max(0, start - 8) : start]):
        return True
    followed = _NO_BODY.get(head.lower())
    if followed is None or followed.match(text, end) is None:
        return False
    return text[start].isupper() or head == "tổ chức"


def led_to_name(text: str, at: int) -> int | None:
    """Where words of trade end that lead up to a company's own name; None if they do not."""
    found = _TO_NAME.match(text, at)
    if found is None or _is_said(found["words"]) or heads().match(text, found.start("name")):
        return None
    return found.end("words")


def led_to_owner(text: str, at: int) -> int | None:
    """Where words end behind which it is told whose a body is; None if none is."""
    found = _TO_OWNER.match(text, at)
    return found.end("words") if found and not _is_said(found["words"]) else None


def _is_said(said: str) -> bool:
    """Whether words are rather of a sentence than of a name."""
    plain = said.replace(",", "")
    single, longer = _said()
    return any(word in single for word in plain.split()) or any(
        f" {entry} " in f" {plain} " for entry in longer
    )


@lru_cache(maxsize=1)
def _said() -> tuple[frozenset[str], tuple[str, ...]]:
    ends = words("office_ends.txt")
    single = STOP | {entry for entry in ends if " " not in entry} | _SAID
    longer = tuple(entry for entry in ends if " " in entry and entry != "thông tin")
    return single - _OF_NAMES, longer


@lru_cache(maxsize=1)
def fields_to_owner() -> re.Pattern[str]:
    """Fields up to the place a body is of."""
    return re.compile(
        rf"(?:,?\s(?:và\s)?{fields().pattern})*\s(?:{_AREA}(?!\w)|\((?:thuộc |trực thuộc )?(?:Bộ|Sở)\s)"
    )


def is_person(text: str, at: int) -> bool:
    """Whether a person's full name begins here."""
    three = _THREE_WORDS.match(text, at, at + 60)
    if three is None or three[1] not in surnames():
        return False
    # "UBND TP Hà Nội Nguyễn Văn A": a place first.
    first, second = three.group().split(" ")[:2]
    if three.group() in places() or f"Thành phố {three.group()}" in places():
        return False
    return f"{first} {second}" not in places() or second in surnames()

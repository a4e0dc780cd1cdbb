"""How organisations' names go on in small letters, and words for bodies that begin no name.

"Công ty CP đầu tư Hoa Mai": words of trade lead up to the name; "Cục Điện lực và năng lượng mới
(Bộ Mây)": whose a body is stands behind its whole name.
"""

import re
from functools import lru_cache

from index.vietnamese import LOWER, UPPER
from qa.texts.organization_words import fields, heads
from qa.words.terms import STOP
from qa.words.wordlists import words

# Bodies whose names are often whole phrases.
ENCLOSED = frozenset({"state", "centre", "institute", "body"})
_WORD = rf"[{LOWER}]+"
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


def is_no_body(text: str, start: int, end: int) -> bool:
    """Whether a word for a body does something, or is the first of another name."""
    followed = _NO_BODY.get(text[start:end].lower())
    if followed is None or followed.match(text, end) is None:
        return False
    return text[start].isupper() or text[start:end] == "tổ chức"


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
    plain = said.replace(",", "").split()
    return any(word in _said() for word in plain)


@lru_cache(maxsize=1)
def _said() -> frozenset[str]:
    single = (entry for entry in words("office_ends.txt") if " " not in entry)
    # "thông tin", "giao thông", "dự án" are words of names.
    return (STOP | frozenset(single) | _SAID) - {"thông", "giao", "dự", "năm", "phố", "thành", "người"}


@lru_cache(maxsize=1)
def fields_to_owner() -> re.Pattern[str]:
    """Fields up to the place a body is of."""
    return re.compile(rf"(?:,?\s(?:và\s)?{fields().pattern})*\s(?:{_AREA}(?!\w)|\((?:thuộc |trực thuộc )?(?:Bộ|Sở)\s)")

"""Which figures of a paragraph are quantities worth a place in a catalogue.

A year, a date, the number of a list's item, of a document or of a telephone is none; nor is
what only frames another figure ("sau 1 năm", "từ 15 tuổi", "trên 100 dân", "cứ 100 người").
"""

import re

from qa.texts.figures import Figure, figures
from qa.texts.paragraph import Paragraph

_BEFORE = re.compile(
    r"(?:\b(?:ngay|thang|nam|luc|hoi|so|tong dai|hotline|dien thoai|noi bo|fax|duong day nong|sdt|ke hoach"
    r"|khu|phien|lan thu|thu|diem a|trang|mau|bieu|phu luc|ky hop|khoa|ma so|tai khoan so|so dien thoai"
    r"|cu|nhiem ky|to trinh|cong dien|thong bao|hop dong|ban so|loai|hang ban|vu|mua|khoa|top|mo hinh)"
    r"|/)\s*$"
)
_AFTER = re.compile(
    r"^\s*(?:nam|thang|tuan|tuoi|quy)\b|^\s*ngay (?:dem|thang|truoc|toi|\d)|^\s*(?:gio|h) (?:ngay|sang|chieu|toi|\d)"
    r"|^\s*so (?:giai|bien|nhiem|noi|van|don|co|khach|nguoi|dia|nganh|linh|huyen|xa|tinh|doanh|mo|quy|han|dich)"
    r"|^\s*(?:linh vuc|tru cot|truc|cap|lop|khau|chieu|ben|mat|muc do|buoc|chu)\b"
    r"|^[/.-]\d|^\s*(?:khong|co)\s*(?:trong|ngoai)"
)
_LIST_NUMBER = re.compile(r"^\W*$")
_BASE = re.compile(r"^\s*(?:dan|nguoi dan)\b")
_PER = re.compile(r"(?:/|\btren|\bmoi|\bcu)\s*$")


def quantities(paragraph: Paragraph) -> list[Figure]:
    """The figures of a paragraph, in order, that say how much, how many or which rank."""
    return [figure for figure in figures(paragraph) if _is_quantity(paragraph, figure)]


def _is_quantity(paragraph: Paragraph, figure: Figure) -> bool:
    folded = paragraph.folded
    start, end = figure.span
    before, after = folded[max(0, start - 30) : start], folded[end : end + 30]
    numbers_item = _LIST_NUMBER.match(folded[:start]) and re.match(r"[.)](?:\s|$)", after)
    if numbers_item or (figure.value is None and figure.kind not in ("ratio", "rank", "score")):
        return False
    if figure.kind == "rank":
        return not re.search(
            r"\b(?:phien|hop|ky|lan|dot|khoa|nam|vu)\s*(?:hop\s*)?$", _head(folded, figure)
        )
    if figure.kind != "count":
        return True
    if re.match(r"\s*so\b", after) and paragraph.text[start:end] in ("1", "01"):
        return False
    if _BASE.match(after) and _PER.search(before):
        return False
    return not (_BEFORE.search(before) or _AFTER.match(after))


def _head(folded: str, figure: Figure) -> str:
    """The words before a figure together with its own ("phiên thứ 8")."""
    return folded[max(0, figure.whole[0] - 12) : figure.whole[0]]

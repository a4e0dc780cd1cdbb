"""What the cells of a table say: figures, years, units, what there is none of."""

import re

from index.vietnamese import fold
from qa.texts.figures import value_of

_FIGURE = re.compile(
    r"(?:trên|hơn|khoảng|gần|dưới|≥|≤|>|<|~)?\s*[-–+±(]?\s*\d[\d.,]*\s*(?:/\s*\d[\d.,]*)?\)?\s*"
    r"(?:%|[^\W\d_][^\d;]{0,24})?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[-–+]?\d[\d.,]*(?:/\d[\d.,]*)?")
_YEAR = re.compile(r"(?:năm\s+)?(?:19|20)\d\d", re.IGNORECASE)
_DATE = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{2,4}\b|\d{1,2}/(?:19|20)\d\d\b")
_TELEPHONE = re.compile(r"\(?0\d{1,3}\)?(?:[ .-]?\d{2,4}){2,3}")
_NONE = re.compile(r"[-–—]|không(?: có)?|chưa có", re.IGNORECASE)
_SAID = re.compile(r"(?:don vi(?: tinh)?|dvt)\s*:?\s*(?P<unit>[^().;,|]{1,30})")
_IN_BRACKETS = re.compile(r"\((?P<unit>[^()]{1,20})\)\s*$")
_UNIT = re.compile(
    r"(?:(?:nghin|ngan|trieu|ty|ti) )?(?:dong|usd|luot|nguoi|ho so|ho|giao dich|thue bao|tai khoan)|%|phan tram|diem"
    r"|ho so|nguoi|ho|tram|vu|cai|chiec|bo|may|xa|thon|luot(?: \w+)?|dich vu|thu tuc|ngay|gio|phut|van ban|don vi"
    r"|truong|km|m2|m3|ha|tan|kg|gb|tb|mbps|dau may|co so|doanh nghiep|tai khoan|thue bao|dia ban|can bo|hoc sinh"
)


def is_figure(text: str) -> bool:
    """Whether a cell is a quantity: a number, with its unit or not; no date, telephone, code."""
    said = text.strip()
    return (
        _FIGURE.fullmatch(said) is not None
        and not _DATE.match(said)
        and not _TELEPHONE.fullmatch(said)
    )


def is_year(text: str) -> bool:
    return _YEAR.fullmatch(text.strip()) is not None


def says_none(text: str) -> bool:
    """Whether a cell says that there is nothing: "-", "0", "không"."""
    said = text.strip()
    return not said or _NONE.fullmatch(said) is not None or quantity(said) == 0


def quantity(text: str) -> float | None:
    """The value of a cell's figure, a share of two numbers as their ratio; None without one."""
    found = _NUMBER.search(text)
    if not found:
        return None
    if "/" in found.group():
        part, whole = (value_of(one) for one in found.group().split("/", 1))
        return part / whole if part is not None and whole else None
    value = value_of(found.group().lstrip("-–+").rstrip(".,"))
    return -value if value and found.group()[0] in "-–" else value


def unit_named(text: str) -> str:
    """The unit that a heading, a caption or a cell of units names, as written; empty without."""
    plain = fold(text)
    for found in (_SAID.search(plain), _IN_BRACKETS.search(plain)):
        if found:
            start, end = found.span("unit")
            unit = text[start:end].strip()
            for opening in ("đơn vị tính", "đơn vị", "đvt"):
                if fold(unit).startswith(fold(opening)):
                    unit = unit[len(opening) :].lstrip(" :")
            if _UNIT.fullmatch(fold(unit)):
                return unit
    return text.strip() if _UNIT.fullmatch(plain.strip()) else ""

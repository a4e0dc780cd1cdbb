"""Numbers that measure nothing: they name a thing, a day, an occasion or an item of a list."""

import re

from index.vietnamese import LOWER, UPPER, fold
from qa.texts.figure_units import is_priced
from qa.words.spelt import is_spelt
from qa.words.wordlists import Before

# What a number is not a quantity of: it names a thing ("Nghị quyết số 02", "mức độ 4").
_SPELT = (
    *(
        "số hiệu",
        "nghị quyết",
        "quyết định",
        "kế hoạch",
        "chỉ thị",
        "thông tư",
        "đề án",
        "nghị định",
    ),
    *("công văn", "mức độ", "mức", "mục", "lớp", "khối", "cấp độ", "khoá", "khóa", "điều", "khoản"),
    *("chương", "phần", "thế hệ", "tuổi từ", "người từ", "covid", "quốc lộ", "phiên bản"),
    *("tiêu chí số", "nhiệm kỳ", "bước", "giai đoạn", "luật", "phường", "tuyến", "công nghiệp"),
    *("cách mạng", "tổ dân phố", "tổ", "ngõ", "khu phố", "xóm", "thôn", "khóm", "quận", "q.", "số"),
)
# "trong số 40 xã", "tổng số 40", "con số 40" count.
_VERSIONED = ("phien ban", "cong nghiep", "cach mang")
_NUMBER = r"(?<!\btrong )(?<!\btong )(?<!\bcon )so"
# "kỷ luật 3 người" and "bình quân 5 hồ sơ" count, too.
_PATTERNS = {
    "luat": r"(?<!\bky )(?<!\bphap )luat",
    "quan": r"(?<!\bbinh )quan",
    "q.": r"q\.",
    "so": _NUMBER,
}
_LABELS = tuple(dict.fromkeys(fold(word) for word in _SPELT))
_LABEL = Before(
    re.compile(
        rf"\b(?P<word>{'|'.join(_PATTERNS.get(word, word) for word in _LABELS)})"
        r"(?:\s*\d{1,2}\s*(?:,|va|-|/))*\s*-?\s*$"
    ),
    (*_LABELS, "va"),
    marks="-,/.",
)
# "cách mạng công nghiệp lần thứ 4", "kỳ họp thứ 7": counted occasions, not places in a row.
_OCCASION = re.compile(
    r"\b(?:lần|năm|kỳ họp|phiên họp|cuộc họp|phiên|ngày|khóa|khoá|đợt)\s+$", re.IGNORECASE
)
_DOCUMENT_LABEL = re.compile(
    r"(?:nghi quyet|quyet dinh|ke hoach|chi thi|thong tu|de an|nghi dinh)\s*$"
)
_DATE_BEFORE = re.compile(r"\b(?:ngay|sang|chieu|toi|trua|hom|tu|den|truoc|luc)\s*$")
_DATE_AFTER = re.compile(r"^\s*(?:nam nay|hang nam|nam\b|vua qua|toi day)")
# "1. Ai phải dùng học bạ số?": the number of a heading.
_ITEM = re.compile(r"\s*(?:[.)/]\s|$)")
# "Bảng 3: …", "Phụ lục 1", "Biểu số 2": what a line over a table, a figure or an annex begins with.
_CAPTION = re.compile(r"\s*(?:bảng|biểu(?: đồ)?|phụ lục|hình|ảnh|mẫu)(?: số)?\s$", re.IGNORECASE)
# "cầu Rào 2 vào cảng": a small number behind a name, with nothing it counts behind it.
_NAMED = re.compile(rf"[{LOWER}]\s[{UPPER}][{LOWER}]+\s$")
_OF_NAME = re.compile(
    r"(?<=\s\d)(?:\W*$|[.,;)]|\s(?:vào|ra|và|đến|tới|của|là|có|ở|tại|với|được|đã|sẽ|cho|do|bị|để|trên|qua|từ)\b)"
)
# "quyết định 32 / QĐ - TTg": a document's number, its code spaced.
_CODE = re.compile(r"\s?/\s?(?:qd|nq|nd|tt|ttlt|kh|ct|cv|tb|bc|hd|ttr|da)\b\s?(?:-|$)")
# "mức độ 4, 20 dịch vụ": the second number counts what follows it.
_COUNTED = re.compile(r"\s+(?!(?:va|cua|o|tai|tren|den|duoc|trong|thuoc|la|da|do|theo|thi)\b)[a-z]")


def is_part(text: str, start: int, end: int) -> bool:
    """Whether a number is part of a name: "G20", "km2", "5G"."""
    if not text[:start].strip() and _ITEM.match(text, end):
        return True
    if _CAPTION.fullmatch(text, max(0, text.rfind("\n", 0, start) + 1), start):
        return True
    joined = text[start - 1 : start].isalpha() or text[end : end + 1].isupper()
    return joined or bool(
        _NAMED.search(text[max(0, start - 12) : start]) and _OF_NAME.match(text, end)
    )


# "(1961), …": a year before those that reports tell figures of; a count of thousands has a point.
_BARE_YEAR = re.compile(r"(?:(?:0?[1-9]|1[0-2])/)?1[89]\d\d")
# "(1950-1953)", "1954 - 1975"; "1950-2000 hộ" counts.
_YEARS = re.compile(r"(?<![\d.,/-])1[89]\d\d\s?[-–]\s?(?:1[89]|20)\d\d(?=\s*[).,;:\]]|\s*$)")
YEARS = 10
_ENDS = re.compile(r"\s*(?:[).,;:\]]|$)")


def is_year(text: str, start: int, end: int) -> bool:
    """Whether a number without a noun behind it is a year of the last century or before, or one of
    two years that something lasted."""
    around = _YEARS.finditer(text, max(0, start - YEARS), end + YEARS)
    if any(found.start() <= start and end <= found.end() for found in around):
        return True
    return _BARE_YEAR.fullmatch(text, start, end) is not None and bool(_ENDS.match(text, end))


def is_occasion(text: str, number: int, rank: re.Match[str]) -> bool:
    start = number - (rank.end() - rank.start())
    return _OCCASION.search(text, max(0, start - 12), start) is not None


# "Thanh Chương 6.870 nhà", "lớp 35,5 độ": what is numbered has whole small numbers.
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+")
# "đến tháng 10"; "mỗi tháng 5 hồ sơ" and "lương tháng 5 triệu" count.
_MONTH = re.compile(r"(?<!mỗi )(?<!hằng )(?<!hàng )(?<!một )(?<!từng )(?<!\d )tháng $")
_MONTHS = frozenset(f"{zero}{month}" for month in range(1, 13) for zero in ("", "0"))


def is_month(text: str, start: int, end: int) -> bool:
    """Whether a number is that of a month."""
    if text[start:end] not in _MONTHS or not _MONTH.search(
        text[max(0, start - 12) : start].lower()
    ):
        return False
    typed = text[end : end + 12]
    return not is_priced(fold(typed), typed)


def is_label(before: str, text: str, number: str, after: str, *, priced: bool) -> bool:
    """Whether a number names a thing; "kế hoạch 11 mục tiêu" in small letters counts targets.

    before, after: what stands on either side, without accents; text: all before it as written.
    priced: whether a unit of money or a word of scale stands behind it.
    """
    if _CODE.match(after):
        return True
    label = _LABEL.search(before)
    typed = text[len(text) - len(before) :]
    # "khởi tố 3 bị can" has no "tổ 3".
    if not label or not is_spelt(typed[slice(*label.span("word"))], _SPELT, typed):
        return False
    if _AMOUNT.fullmatch(number) and label["word"] not in _VERSIONED:
        return False
    if re.search(r"\d", label.group()) and _COUNTED.match(after):
        return False
    if priced:
        return False  # "thấp hơn mức 310 tỷ đồng", "cắt giảm khoản 34 tỷ đồng"
    word = text[len(text) - len(label.group()) :]
    return not (_DOCUMENT_LABEL.match(label.group()) and word[:1].islower())


def is_date(raw: str, before: str, after: str) -> bool:
    first, _, second = raw.partition("/")
    if not (first.isdigit() and second.isdigit()):
        return raw.count("/") == 2
    possible = 1 <= int(first) <= 31 and 1 <= int(second) <= 12
    return possible and bool(_DATE_BEFORE.search(before) or _DATE_AFTER.match(after))

"""Which columns of a table may answer a question: by what it asks for and what they say."""

import re
from functools import lru_cache

from index.vietnamese import UPPER, fold
from qa.questions.question import Question
from qa.tables.table import Row, Table
from qa.tables.values import is_figure, is_year
from qa.tables.words import districts_in
from qa.texts.people import everyone

# How a column that could hold what is asked for counts beside one that says so.
MAYBE = 0.6

_HEADINGS = {
    "percent": r"%|\bty (?:le|trong|suat)|\bti (?:le|trong)|\bphan tram",
    "rank": r"\b(?:hang|xep|vi tri|thu bac|thu tu)\b",
    "score": r"\b(?:diem|chi so|index|dti|pci|papi|sipas|pgi|apci)\b",
    "change": r"\b(?:tang|giam|chenh lech|thay doi|bien dong|so voi)\b",
    "money": r"\b(?:dong|usd|kinh phi|von|tien|chi phi|gia|du toan|ngan sach|doanh thu|thu|chi|giai ngan|thanh tien)\b",
    "person": r"\b(?:ho (?:va )?ten|nguoi|lanh dao|chu tri|phu trach|can bo|chu nhiem|thanh vien|dong chi|dai bieu"
    r"|giang vien|giao vien|bac si|dau moi|dai dien|chu tich|bi thu|truong (?:phong|ban|nhom)|to truong|giam doc)\b",
    "office": r"\b(?:chuc (?:vu|danh)|vi tri|nhiem vu|phan cong)\b",
    "date": r"\b(?:ngay|thoi (?:gian|han|diem)|han|hoan thanh|tien do|gio|thang|ban hanh)\b",
    "document": r"\b(?:so(?:,| va)? ky hieu|ky hieu|so hieu|so van ban|van ban|so$)",
    "organization": r"\b(?:don vi|co quan|so|nganh|doanh nghiep|nha mang|nha thau|chu tri|chu dau tu|to chuc|phong"
    r"|thuc hien)\b",
    "province": r"\b(?:tinh|huyen|xa|phuong|dia (?:phuong|ban|diem|chi)|thanh pho|noi|don vi)\b",
}
_DATED = re.compile(
    r"\d{1,2}[/.-]\d{1,4}|\b(?:thang|quy|nam|ngay|tuan|sang|chieu|gio|truoc|hang)\b"
)
_CODE = re.compile(r"\d+[\w./-]*/[\w&./-]*[A-ZĐ]")
_NAME = re.compile(rf"(?:[{UPPER}]\w+\s){{1,4}}[{UPPER}]\w+")
# What a place or a body begins with, which is written like a name.
_BODIES = frozenset(
    "huyen xa phuong quan thi thanh tp tinh so phong ban ubnd uy cong trung van doi chi vien benh truong buu to hoi bo"
    " cuc tong kho toa khoi cum khu nha tram ngan tap quy hop lien chi mat cum".split()
)
FIGURES = frozenset({"percent", "rank", "score", "money", "change", "count", "number"})
_SHARE = re.compile(_HEADINGS["percent"])
# A column of places, however their names look.
_PLACES = re.compile(r"\b(?:tinh|huyen|xa|phuong|quan|thi tran|thon|dia phuong|dia ban)\b")
_COUNTED = re.compile(r"(?:bao nhieu|may) \w")


def kind_fit(question: Question, table: Table, row: Row, column: int) -> float:
    """How well a cell may be of the kind asked for: 0 where it cannot."""
    asks = question.asks
    value, heading = table.value(row, column), fold(table.headings[column])
    if column in table.ordinals or not value:
        return 0.0
    if asks in FIGURES:
        return _figure_fit(question, table, row, column)
    if column in table.measures and not (asks == "date" and is_year(value)):
        return 1.0 if asks in ("how", "measured") else 0.0
    says = _says(asks, heading)
    if asks == "person" and _PLACES.search(heading) and not says:
        return 0.0
    if asks == "person":
        return 1.0 if _is_name(value) else MAYBE * says * (not _is_code(value))
    if asks == "date":
        return max(1.0 * bool(_DATED.search(fold(value))), MAYBE * says)
    if asks == "document":
        return 1.0 if _is_code(value) else MAYBE * says
    if asks == "office":
        return 1.0 if says else 0.0
    if asks in ("province", "organization", "places"):
        if _PLACES.search(heading):
            return 1.0
        if _is_name(value) or _is_code(value):
            return 0.0
        return 1.0 if says else MAYBE if column == table.key else 0.0
    return 1.0


def _figure_fit(question: Question, table: Table, row: Row, column: int) -> float:
    value, heading = table.value(row, column), fold(table.headings[column])
    if not is_figure(value):
        return 0.0
    unit = table.unit(row, column)
    name = fold(table.name(row))
    share = "%" in value or unit == "%" or bool(_SHARE.search(heading))
    asks = question.asks
    if asks == "percent":
        return 1.0 if share or _SHARE.search(name) else MAYBE / 2
    if asks == "count" and share:
        return 0.0
    if asks == "change":
        return float(_says(asks, heading))
    if asks in ("rank", "score", "money"):
        if share:
            return 0.0
        said = _says(asks, heading) or _says(asks, fold(unit)) or _says(asks, name)
        return 1.0 if said or _says(asks, fold(value)) else MAYBE / 2
    # Where nothing is counted ("là bao nhiêu", "có đạt mục tiêu không") any measure may be meant.
    counted = _COUNTED.search(question.plain[question.focus[0] :])
    return MAYBE if share and counted and not _SHARE.search(question.plain) else 1.0


def is_rank(heading: str) -> bool:
    """Whether a heading is of ranks."""
    return _says("rank", fold(heading))


def _says(asks: str, text: str) -> bool:
    rule = _HEADINGS.get("province" if asks == "places" else asks)
    return bool(rule and re.search(rule, text))


@lru_cache(maxsize=4096)
def _is_name(value: str) -> bool:
    """Whether a cell names a person."""
    if fold(value).split()[0] in _BODIES or bool(districts_in(value)):
        return False
    bare = re.sub(r"^(?:Ông|Bà|Đồng chí|Đ/c|TS|ThS|BS|PGS|GS)\.?\s+", "", value)
    found = everyone(value)
    if any(one.name[1] - one.name[0] >= 0.6 * len(bare) for one in found):
        return True
    return bool(_NAME.fullmatch(bare)) and any(one.name for one in everyone(f"ông {bare}"))


@lru_cache(maxsize=4096)
def _is_code(value: str) -> bool:
    """Whether a cell is a document's number."""
    return _CODE.match(value) is not None

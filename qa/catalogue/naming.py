"""Which indicator a measure belongs to, and what it is called in plain Vietnamese.

Two reports say "hồ sơ được nộp qua mạng" and "tỷ lệ hồ sơ trực tuyến" for the same thing. An
indicator's key is the set of the words that tell, in the form they are matched in, so that it
depends on no other report; what tells nothing, or goes without saying, is left out.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from index.vietnamese import fold
from qa.catalogue.measures import CELL, Measure
from qa.words.terms import units
from qa.words.thesaurus import synonyms
from qa.words.wordlists import words

_DATA = Path(__file__).parents[1] / "data"
LONGEST_NAME, LONGEST_KEY = 110, 12
# "lượt tải", "thiệt hại", "km" are of something else in each report.
LEAST_SYLLABLES = 3
_TONE = re.compile(r"(?<=[a-z])[1-5](?![^\W_])")
# Kinds whose figures can stand in one column.
FAMILIES = {"ratio": "count", "steps": "count", CELL: "count"}

_OPENING_SHARE = re.compile(r"^(?:tỷ lệ|tỉ lệ)\s+", re.IGNORECASE)
_OPENING_COUNT = re.compile(r"^(?:tổng số|số lượng|tổng cộng|số (?!hóa|hoá))\s*", re.IGNORECASE)
_OPENING_ARTICLE = re.compile(r"^(?:các|những|là|việc(?! làm)|có|và|cho|về)\s+", re.IGNORECASE)
_NAMED_ALREADY = re.compile(
    r"(?:tỷ trọng|tỉ trọng|mức độ|chỉ số|tiến độ|tốc độ|thời gian|tần suất|xếp hạng|thứ hạng|điểm)(?!\w)",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"(?:tổng )?(?:kinh phí|vốn|doanh thu|giá trị|chi phí|ngân sách|doanh số|phí|thu nhập|mức|chi|lương|thuế)(?!\w)",
    re.IGNORECASE,
)
_BASE_FOR_SHARE = re.compile(r"\s+trên tổng(?: số)?\s.*$", re.IGNORECASE)
_TOO_WIDE = re.compile(
    r"(?:tổng )?(?:kinh phí|vốn|mức|doanh thu|giá trị|ngân sách(?: \w+)?|chi phí|vốn doanh nghiệp|hỗ trợ|thu"
    r"|mục tiêu|chỉ tiêu|nhiệm vụ|người|đơn vị|xã|huyện|tỉnh|thành phố|địa phương|dự án|việc|lần|giải pháp|nội dung"
    r"|điểm|ngày|giờ|phút|cuộc|phiên|thôn|ấp|bản|hộ|ha|trang|thành viên|tập thể|cá nhân|trạm|tổ|dịch vụ|thủ tục"
    r"|công dân|cán bộ|mô hình|lĩnh vực|tỉnh, thành phố|xã, phường|kỹ sư|hồ sơ|sản phẩm|lớp|máy tính|học sinh|đợt"
    r"|tiêu chí|bước|khâu|văn bản|kế hoạch|quyết định|thông báo)",
    re.IGNORECASE,
)
_UNITS = frozenset("huyện thị xã thành phố phường trấn tỉnh thôn ấp bản buôn quận".split())
# What is said of all money tells nothing of it.
_ALL_MONEY = frozenset({"kinh phí", "ngoại tệ"})
# Verbs that say no more than that there is what they are said of.
_IDLE = frozenset(
    "lập, thành lập, đưa, đưa lên, cung cấp, lắp, lắp đặt, mở, thực hiện, triển khai".split(", ")
)


def family(measure: Measure) -> str:
    """The column a measure's figures can stand in: percent, count, money, rank or score."""
    return FAMILIES.get(measure.kind, measure.kind)


def name_of(measure: Measure) -> str:
    """What a figure measures as the heading of a column; empty where the report does not tell."""
    said = _BASE_FOR_SHARE.sub("", measure.words).strip(" ,;")
    if family(measure) != "money":
        said = _OPENING_ARTICLE.sub("", said, count=1)
    if not said or len(said) > LONGEST_NAME:
        return ""
    kind = family(measure)
    if measure.base:
        return _capitalised(f"Tỷ trọng {_small(_OPENING_SHARE.sub('', said))} trong {measure.base}")
    if _NAMED_ALREADY.match(said) and kind in ("percent", "count"):
        return _capitalised(said)
    if measure.kind == CELL:
        return _capitalised(said)
    if kind == "percent":
        return f"Tỷ lệ {_small(_OPENING_SHARE.sub('', said, count=1))}"
    if kind == "rank":
        return f"Thứ hạng {_small(_of_index(said))}"
    if kind == "score":
        return f"Điểm {_small(_of_index(said))}"
    verb = f" {_verb(measure)}" if _verb(measure) else ""
    if kind == "money":
        if _MONEY.match(said):
            return _capitalised(said)
        return f"Số tiền{verb} {_small(said)}"
    return f"Số {_small(_OPENING_COUNT.sub('', said, count=1))}{verb}"


def key_of(measure: Measure) -> str:
    """The same for figures that can be compared; empty for what is too wide or too long to be."""
    said = _BASE_FOR_SHARE.sub("", measure.words).strip(" ,;")
    if not name_of(measure) or measure.kind == CELL:
        return ""
    if not measure.verb and _TOO_WIDE.fullmatch(said):
        return ""
    kind = family(measure)
    told = f"{_OPENING_COUNT.sub('', said) if kind == 'count' else said} {measure.base}"
    # What was done with money says little: it is given, spent or set aside.
    more = f"kinh phí {_currency(measure)}" if kind == "money" else _verb(measure)
    told = f"{told} {more}"
    terms = _without_implied(frozenset(_terms(told)))
    if _syllables(terms) < LEAST_SYLLABLES or len(terms) > LONGEST_KEY or _only_places(said):
        return ""
    ordered = sorted(terms)
    slug = re.sub(r"[^a-z0-9]+", "-", _TONE.sub("", fold(" ".join(ordered))))[:60].strip("-")
    mark = hashlib.blake2b("+".join([kind, *ordered]).encode(), digest_size=3).hexdigest()
    return f"{kind}.{slug}.{mark}"


def _only_places(said: str) -> bool:
    """Whether what is counted is only parts of a province: "thị xã, thành phố"."""
    return set(re.findall(r"[^\W\d_]+", said.lower())) <= _UNITS


def _syllables(terms: frozenset[str]) -> int:
    return sum(len(term.split()) for term in terms - _ALL_MONEY)


def _verb(measure: Measure) -> str:
    """What was done with what is counted; "" where that tells nothing.

    One syllable is mostly short for a verb of two: "nhận" for "tiếp nhận".
    """
    verb = measure.verb.lower()
    if verb in _IDLE:
        return ""
    found = units(verb) if " " not in verb else []
    groups = {unit.group for unit in found}
    return synonyms()[groups.pop()][0] if len(groups) == 1 and min(groups) >= 0 else verb


def _currency(measure: Measure) -> str:
    return "ngoại tệ" if re.search(r"usd|do la|eur", measure.figure.unit) else ""


def _of_index(said: str) -> str:
    """An index by its name with its abbreviation, a pillar by its own."""
    said = re.sub(r"^trụ cột\s+", "", said, flags=re.IGNORECASE)
    if re.fullmatch(
        r"(?:chỉ số\s+)?(?:chuyển đổi số|DTI|chuyển đổi số \(?DTI\)?|DTI tỉnh|tổng hợp)", said, re.I
    ):
        return "chỉ số chuyển đổi số (DTI)"
    return said


def _small(said: str) -> str:
    """Words that go on behind others: a small letter, unless it is an abbreviation or a name."""
    return said[:1].lower() + said[1:] if said[1:2].islower() or said[1:2] == " " else said


def _capitalised(said: str) -> str:
    return said[:1].upper() + said[1:]


def _terms(text: str) -> list[str]:
    """The words of a text in the form they are matched in, light ones left out."""
    forms = _forms(text)
    kept: list[str] = []
    at = 0
    light, longest = _light()
    while at < len(forms):
        length = next((n for n in range(longest, 0, -1) if tuple(forms[at : at + n]) in light), 0)
        if not length:
            kept.append(forms[at])
        at += length or 1
    return kept


def _forms(text: str) -> list[str]:
    """The words of a text, each group of synonyms as its first form."""
    found: list[str] = []
    last = -1
    for unit in units(text):
        if unit.group >= 0:
            if unit.group != last:
                found.append(synonyms()[unit.group][0])
        elif unit.kind == "word":
            found.append(unit.key)
        elif unit.kind != "percent":
            found.append(unit.folded)
        last = unit.group
    return found


@lru_cache(maxsize=1)
def _light() -> tuple[frozenset[tuple[str, ...]], int]:
    phrases = frozenset(tuple(_forms(phrase)) for phrase in words("indicator_light.txt"))
    return phrases, max(map(len, phrases))


@lru_cache(maxsize=2)
def _rules(mark: str) -> Sequence[tuple[frozenset[str], frozenset[str]]]:
    """The rules of the table with a mark between their sides, as sets of words."""
    lines = (_DATA / "indicator_implied.txt").read_text(encoding="utf-8").splitlines()
    rules = (line.split(mark) for line in lines if mark in line and not line.startswith("#"))
    return [(_all_forms(said.split(", ")), _all_forms(rest.split(", "))) for said, rest in rules]


def _all_forms(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(form for phrase in phrases for form in _terms(phrase))


def _without_implied(terms: frozenset[str]) -> frozenset[str]:
    for said, meant in _rules(" = "):
        if said <= terms:
            terms = (terms - said) | meant
    for said, implied in _rules(": "):
        if said <= terms:
            terms = terms - (implied - said)
    return terms

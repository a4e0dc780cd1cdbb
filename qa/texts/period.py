"""Periods of time as reports and questions name them."""

import re
from dataclasses import dataclass

from index.vietnamese import fold, has_diacritics

_QUARTERS = {
    "i": "q1",
    "ii": "q2",
    "iii": "q3",
    "iv": "q4",
    "1": "q1",
    "2": "q2",
    "3": "q3",
    "4": "q4",
}
_YEAR = r"(?:20[0-4]\d|19[89]\d)"

# On folded text. A year that is aimed at ("đến năm 2025", "giai đoạn 2021-2025") is no
# period that a figure was measured in; it is recognised first so that it is not read as one.
_PERIOD = re.compile(
    # What any of them begins with, so that it is not tried letter by letter.
    rf"\b(?=[bcdghnqst\d])(?:(?P<school>\bnam hoc\s+(?P<school_year>{_YEAR})(?:\s*-\s*{_YEAR})?)"
    rf"|(?P<horizon>(?:\b(?:den|toi|huong toi|truoc|giai doan|nhiem ky)\s+(?:nam\s+)?"
    rf"{_YEAR}(?:\s*-\s*{_YEAR})?|\b{_YEAR}\s*-\s*{_YEAR})\b)"
    rf"|(?P<half>\b(?P<months>\d{{1,2}}|ba(?= )|sau|chin)\s*(?:thang\b|t\b/?)"
    rf"\s*(?P<which>dau nam|cuoi nam|dau|cuoi|nam)?"
    rf"(?:\s+nam)?(?:\s*(?P<half_year>{_YEAR}))?)"
    rf"|(?P<middle>\bnua (?P<side>dau|cuoi)(?: nam)?\s*(?P<middle_year>{_YEAR})?)"
    rf"|(?P<quarter>\bquy\s+(?P<number>iv|iii|ii|i|[1-4])\b(?:\s*(?:/|nam|-|,)?\s*(?:nam\s+)?"
    rf"(?P<quarter_year>{_YEAR}))?)"
    rf"|(?P<date>\b(?P<day>\d{{1,2}})[/-](?P<date_month>\d{{1,2}})[/-](?P<date_year>{_YEAR})\b)"
    rf"|(?P<month>\b(?:thang\s+(?P<month_number>\d{{1,2}})\s*(?:/|nam|-)|(?P<month_alone>\d{{1,2}})\s*/)"
    rf"\s*(?P<month_year>{_YEAR})\b(?!/))"
    rf"|(?P<bare>(?<!tu )(?<!dau )(?<!cuoi )(?<!giua )(?<!den )(?<!toi )(?<!truoc )(?<!sau )(?<!het )(?<!\d )"
    rf"(?<!moi )(?<!hang )(?<!mot )(?<!tung )\bthang\s+(?P<bare_month>\d{{1,2}})\b"
    rf"(?!\s*[/-]|[.,]\d|\s(?:trieu|ty|ti|nghin|ngan|dong)\b(?! le\b)))"
    rf"|(?P<year>(?<=\bnam )\b{_YEAR}\b(?!/)"
    rf"|\b{_YEAR}\b(?!/|\s+(?:ho so|luot|nguoi|ho\b|van ban|don vi|thu tuc|doanh nghiep|tai khoan))))"
)


# "Thông tư 03/2018": the number of a document.
_NUMBERED = re.compile(r"\b(?:nghi dinh|thong tu|quyet dinh|nghi quyet|chi thi|luat)(?: so)? $")


_COUNTED = {"ba": 3, "chin": 9}


@dataclass(frozen=True, slots=True)
class Period:
    """A year or a part of one, with its span; `part` is q1…q4, h1, h2, 9m, m1…m12 or None."""

    start: int
    end: int
    year: int | None
    part: str | None = None
    horizon: bool = False


def find_periods(text: str, folded: str | None = None) -> list[Period]:
    """The periods a text names, in order; aimed-at years are marked as `horizon`.

    `folded` is the text without accents, where it is known already.
    """
    found = []
    plain = fold(text) if folded is None else folded
    for match in _PERIOD.finditer(plain):
        if match["bare"] and _is_scale(text, match.start()):
            continue
        if match["month"] and _NUMBERED.search(plain, max(0, match.start() - 16), match.start()):
            continue
        if match["quarter"] and text[match.start() : match.start() + 3].lower() not in (
            "quý",
            "qúy",
            "quy",
        ):
            continue
        if match["horizon"]:
            years = re.findall(_YEAR, match["horizon"])
            found.append(Period(*match.span(), int(years[-1]), horizon=True))
            continue
        year, part = _year_and_part(match)
        if year is not None or part is not None:
            found.append(Period(*match.span(), year, part))
    return found


def _is_scale(text: str, start: int) -> bool:
    """Whether "thang 5" is the scale of scores and no month."""
    return text[start : start + 5].lower() == "thang" and has_diacritics(text)


def _year_and_part(match: re.Match[str]) -> tuple[int | None, str | None]:
    if match["half"]:
        months = match["months"]
        if months in ("6", "sau"):
            part = "h2" if (match["which"] or "").startswith("cuoi") else "h1"
            if not match["which"] and not match["half_year"]:
                return None, None
        else:
            part = f"{_COUNTED.get(months) or int(months)}m"
            if int(part[:-1]) > 12:
                return None, None
            if not match["which"] and not match["half_year"]:
                return None, None
        return _number(match["half_year"]), part
    if match["school"]:
        return _number(match["school_year"]), None
    if match["middle"]:
        return _number(match["middle_year"]), "h1" if match["side"] == "dau" else "h2"
    if match["quarter"]:
        return _number(match["quarter_year"]), _QUARTERS[match["number"]]
    if match["date"]:
        return _number(match["date_year"]), f"m{int(match['date_month'])}"
    if match["month"]:
        month = int(match["month_number"] or match["month_alone"])
        return (_number(match["month_year"]), f"m{month}") if 1 <= month <= 12 else (None, None)
    if match["bare"]:
        month = int(match["bare_month"])
        return (None, f"m{month}") if 1 <= month <= 12 else (None, None)
    return _number(match["year"]), None


def _number(year: str | None) -> int | None:
    return int(year) if year else None


def agreement(asked: Period | None, stated: Period | None) -> float:
    """How far a figure's period answers the one asked: 1 the same, 0 another one."""
    if asked is None or (asked.year is None and asked.part is None):
        return 1.0
    if stated is None:
        return 0.7
    if asked.year and stated.year and asked.year != stated.year:
        return 0.0
    if asked.part and stated.part and not _overlap(asked.part, stated.part):
        return 0.0
    exact = (asked.year is None or stated.year == asked.year) and (
        asked.part is None
        or stated.part == asked.part
        or (stated.part is not None and _months(stated.part) == _months(asked.part))
    )
    return 1.0 if exact else 0.85


def _overlap(one: str, other: str) -> bool:
    first, second = _months(one), _months(other)
    return one == other or bool(first <= second or second <= first)


def _months(part: str) -> frozenset[int]:
    if part.startswith("q"):
        start = 3 * int(part[1]) - 2
        return frozenset(range(start, start + 3))
    if part.startswith("h"):
        return frozenset(range(1, 7) if part == "h1" else range(7, 13))
    if part.startswith("m"):
        return frozenset({int(part[1:])})
    return frozenset(range(1, int(part[:-1]) + 1))

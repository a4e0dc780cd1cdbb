"""Ranges and offices that exclude each other: "từ lớp 1 tới lớp 5", a deputy and a head."""

import re

from index.vietnamese import fold
from qa.texts.people import people

# "từ lớp 1 đến lớp 4", and of what school years are called both ways.
_RANGE = re.compile(
    r"\btu (?P<of>lop|khoi|tuoi|thang|quy|cap do|muc do|bac|tang|khu|tuyen) (?P<low>\d{1,2})"
    r"(?: (?:den|toi)(?: het)? | ?- ?)(?:(?P=of) )?(?P<high>\d{1,2})\b(?![.,/]\d)"
)
_SINCE = re.compile(r"\btu (?:(?:dau|cuoi|giua) )?(?:nam )?(?P<year>20\d\d)\b")
_SAME_LABEL = {"khoi": "lop"}
_OFFICE = re.compile(
    r"(?P<deputy>\bpho (?:tong )?)?\b(?P<office>giam doc|chu tich|bi thu|to truong|truong ban|hieu truong"
    r"|vien truong|truong phong|cuc truong|vu truong|chanh van phong|chanh thanh tra|tong bien tap)\b"
)


def narrower(claim: str, told: str) -> bool | None:
    """ "Từ lớp 1 tới lớp 5" where "từ khối 1 đến khối 4"."""
    ranges = _ranges(claim)
    others = _ranges(told) if ranges else {}
    return any(
        of in others and (low < others[of][0] or others[of][1] < high)
        for of, (low, high) in ranges.items()
    )


def _ranges(text: str) -> dict[str, tuple[int, int]]:
    return {
        _SAME_LABEL.get(match["of"], match["of"]): (int(match["low"]), int(match["high"]))
        for match in _RANGE.finditer(fold(text))
    }


def begun_otherwise(claim: str, told: str) -> bool | None:
    """ "Từ năm 2022" where "từ năm 2023"."""
    claimed = _years(claim)
    others = _years(told) if claimed else set()
    return bool(others) and not claimed & others


def _years(text: str) -> set[str]:
    return {match["year"] for match in _SINCE.finditer(fold(text))}


def deputy(claim: str, told: str) -> bool | None:
    """Of a head nothing is told by what tells of a deputy, nor the other way; of one person it is
    denied."""
    claimed = {match["office"]: bool(match["deputy"]) for match in _OFFICE.finditer(fold(claim))}
    if not claimed:
        return False
    if not _is_another(claimed, _offices(told)):
        return False
    named = {fold(claim[slice(*one.name)]) for one in people(claim)}
    for one in people(told) if named else ():
        own = _offices("; ".join(told[slice(*office)] for office in one.offices))
        if fold(told[slice(*one.name)]) in named and _is_another(claimed, own):
            return True
    return None


def _offices(text: str) -> dict[str, set[bool]]:
    """The offices a text says, each as that of a head, of a deputy, or both."""
    held: dict[str, set[bool]] = {}
    for match in _OFFICE.finditer(fold(text)):
        held.setdefault(match["office"], set()).add(bool(match["deputy"]))
    return held


def _is_another(claimed: dict[str, bool], held: dict[str, set[bool]]) -> bool:
    return any(held.get(of) == {not is_} for of, is_ in claimed.items())

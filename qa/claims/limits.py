"""Claims of one alone: "chỉ kinh tế số", where a report tells it of all three or of others too."""

import re

from index.vietnamese import fold
from qa.words.spelt import Spelt

# "chỉ" in words of its own and before a figure limits nothing to one; without accents it may be
# "chi" as well.
_ONLY = Spelt(
    r"\bchỉ\b(?! (?:số|tiêu|đạo|thị|huy|định|dẫn|trích|rõ|ra|giới|trả|phí|ngân|nhánh|bộ|cục|hội|thường"
    r"|tiết|đội|đoàn)\b)(?! (?:(?!lớp|khối|nhóm|mức|cấp)\w+ ){0,2}\d)"
)
_SAYS_ONLY = re.compile(
    r"\b(?:chỉ(?! (?:số|tiêu|đạo|thị|huy|định|dẫn|trích|rõ|ra)\b)|duy nhất"
    r"|riêng(?! (?:trong|với|tại|ở|về|năm|quý|tháng|\d+)\b)|độc quyền|(?:chỉ|có) mỗi"
    r"|(?<!hành )(?<!sinh )(?<!tạo )(?<!thức )(?<!đổi )(?<!làm )mới(?! (?:đây|nhất|của|về|trong|đủ)\b)(?=\s\w))\b",
    re.IGNORECASE,
)
_NOT_ONLY = re.compile(
    r"\b(?:không (?:phải )?(?:chỉ|riêng)(?: có)?\b|ngoài (?!ra\b)(?:\w+ ){1,6}?(?:còn|cũng)\b"
    r"|ngoài (?!ra\b)[^,;.]{1,60}, [^;.]*?\b(?:khác|còn|cũng)\b)",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"\b(?:ở|trên|tại|trong|cho|với|tới|đến|có) (?:(?:cả|toàn bộ) (?:\d+|hai|ba|bốn|năm|sáu)\b|tất cả|mọi|khắp)",
    re.IGNORECASE,
)
_ITEMS = re.compile(r"[;:,]\s+|\s(?:va|den|toi|lan|cung nhu)\s")
_ASIDE = re.compile(r"\s?\([^)]*\)")
# What stands before the name of one of several: "từ khối 2", "về kinh tế số".
_LINKS = frozenset("tu o ve cho cua tai trong cac gom la linh vuc".split())
# One of several is named in so many words.
NAMED = (3, 2)


def is_of_one_alone(claim: str) -> bool:
    """Whether something is claimed of one alone."""
    return _ONLY.search(claim) is not None


def is_not_only(claim: str, told: str) -> bool | None:
    """Whether a sentence tells of others too what is claimed of one alone; None where it tells
    neither that nor of that one alone."""
    only = _ONLY.search(claim)
    if only is None:
        return False
    if _NOT_ONLY.search(told):
        return True
    if _OF_ALL.search(told) and not _OF_ALL.search(claim):
        return True
    if _is_one_of_several(fold(claim[only.end() :]), fold(_ASIDE.sub("", told))):
        return True
    return False if _SAYS_ONLY.search(told) else None


def _is_one_of_several(named: str, told: str) -> bool:
    """Whether what a claim is limited to stands in a list beside another of its sort: "chính quyền
    số, kinh tế số và xã hội số"."""
    words = re.findall(r"\w+", named)
    items = [re.findall(r"\w+", item) for item in _ITEMS.split(told)]
    for size in NAMED:
        for at in range(len(words) - size + 1):
            name = words[at : at + size]
            for here, item in enumerate(items):
                if _holds(item, name) and any(
                    _is_like(name, other)
                    for other in (*items[max(0, here - 1) : here], *items[here + 1 : here + 2])
                ):
                    return True
    return False


def _holds(item: list[str], name: list[str]) -> bool:
    return any(item[at : at + len(name)] == name for at in range(len(item) - len(name) + 1))


def _is_like(name: list[str], other: list[str]) -> bool:
    """Whether a neighbour in a list is named as this one is, and is another."""
    while other and other[0] in _LINKS:
        other = other[1:]
    if not other or _holds(other, name):
        return False
    numbered = name[-1].isdigit()
    first = other[0] == name[0] and len(other) > 1 and (not numbered or other[1].isdigit())
    last = len(name) > 2 and len(other) <= len(name) + 1 and other[-1] == name[-1]
    return first or last

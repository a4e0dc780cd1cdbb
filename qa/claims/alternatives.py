"""Claims of one of several that exclude each other, where a report tells of another of them.

Held in the sáng, a meeting was not in the chiều; what is told of primary schools tells nothing of
others; who is the last is not the first.
"""

import re

from qa.texts.kinds_apart import kinds_apart
from qa.words.spelt import Spelt

# Sets of words that exclude each other where they are said of one thing.
_SETS = (
    # When on a day.
    tuple(
        Spelt(rf"\bbuổi {part}\b|\b{part} (?:ngày )?(?=\d{{1,2}}[/-]\d)|\bvào {part}\b")
        for part in ("sáng", "trưa", "chiều", "tối")
    ),
    # When in a year.
    tuple(
        Spelt(rf"\b{part} (?=(?:năm|quý|kỳ|nhiệm kỳ|năm học|học kỳ)\b)")
        for part in ("đầu", "giữa", "cuối")
    ),
    # How people meet.
    tuple(
        Spelt(rf"\b(?:họp|hội nghị|tổ chức|lớp|tập huấn|diễn ra) (?:theo hình thức )?{way}\b")
        for way in ("trực tiếp", "trực tuyến")
    ),
    # How someone is punished.
    tuple(
        Spelt(rf"\b{measure}\b")
        for measure in ("khiển trách", "cảnh cáo", "cách chức", "khai trừ", "buộc thôi việc")
    ),
)
# What is told of all schools is told of each.
_ALL_SCHOOLS = Spelt(r"\b(?:các|tất cả|mọi|100%) (?:các )?(?:cơ sở giáo dục|cấp học|bậc học)\b")
_FIRST = re.compile(
    r"\b(?:dẫn đầu|đứng đầu|đầu bảng|số 1|số một|thứ nhất|hạng nhất|cao nhất|tốt nhất)\b",
    re.IGNORECASE,
)
_LAST = Spelt(
    r"\b(?:(?:đứng|xếp|nhóm) (?:cuối|chót|bét)|cuối bảng|đội sổ|cuối (?:tỉnh|nước|huyện))\b"
)
_SAYS_LAST = re.compile(r"\b(?:cuối|chót|bét|đội sổ|thấp nhất|kém nhất|sau cùng)\b", re.IGNORECASE)
_LEADS = Spelt(r"\b(?:dẫn đầu|đứng đầu|đầu bảng)\b")
# "ít nhất 50%" sets a bound.
_UTMOST = Spelt(
    r"\b(?:cao|thấp|nhiều|lớn|nhỏ|nhanh|chậm|tốt|kém|mạnh|yếu) nhất\b(?! (?:\d|một|hai|ba|nửa|là \d))"
)
_SAYS_UTMOST = re.compile(
    r"\bnhất\b|\b(?:dẫn|đứng|xếp|hàng) đầu\b|\b(?:đầu|cuối|chót)\b|\b(?:số|hạng|thứ) (?:1|một)\b|\bkỷ lục\b"
    r"|\bquán quân\b|\bchủ yếu\b",
    re.IGNORECASE,
)
# A place in a row tells whether one leads.
_RANKED = re.compile(r"\b(?:hạng|xếp|đứng|vị trí|thứ)\b[^,;.]{0,15}\d", re.IGNORECASE)


def is_another(claim: str, told: str) -> bool | None:
    """Whether a sentence says another of those that exclude each other than a claim; None where it
    tells of other kinds, or of no extreme where one is claimed."""
    for one_of in _SETS:
        claimed = [at for at, word in enumerate(one_of) if word.search(claim)]
        others = [at for at, word in enumerate(one_of) if word.search(told)] if claimed else []
        if claimed and others and not set(claimed) & set(others):
            return True
    if _LAST.search(claim) and not _SAYS_LAST.search(told):
        return True if _FIRST.search(told) else None
    utmost = _UTMOST.search(claim)
    if (utmost or _LEADS.search(claim)) and not _SAYS_UTMOST.search(told):
        return False if not utmost and _RANKED.search(told) else None
    if _ALL_SCHOOLS.search(told):
        return False
    told_kinds = kinds_apart(told)
    for line, kinds in kinds_apart(claim).items():
        if len(kinds) == 1 and line in told_kinds and not kinds & told_kinds[line]:
            return None
    return False

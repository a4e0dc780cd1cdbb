"""Counts written as words: "bốn lãnh đạo sở", "ba bài học"."""

import re

from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph, kept

_VALUES = {
    word: float(at) for at, word in enumerate("hai ba bốn năm sáu bảy tám chín mười".split(), 2)
}
# Behind these words a number in words names a day, an order or a part.
_WRITTEN = re.compile(
    r"(?<!\w)(?P<said>hai|ba|bốn|năm(?! học(?! sinh| viên| kỳ| phần| bổng))|sáu|bảy|tám|chín|mười)(?= [^\W\d_])",
    re.IGNORECASE,
)
_NAMING = re.compile(
    r"\b(?:thứ|tháng|quý|lần|mùng|mồng|lớp|khóa|khoá|phần|số|điều|hạng|cấp|mười|hàng|mỗi|từng|trong|cả|\d)\s$",
    re.IGNORECASE,
)


@kept
def written_counts(paragraph: Paragraph) -> list[Figure]:
    """The numbers in words that may count what stands behind them, in order."""
    text = paragraph.text
    return [
        Figure(match.span(), match.span(), "count", "achieved", "", _VALUES[match["said"].lower()])
        for match in _WRITTEN.finditer(text)
        if not _NAMING.search(text, max(0, match.start() - 8), match.start())
    ]

"""What of a figure a question asks: what was achieved, aimed at, exceeded by or changed by."""

import re
from functools import lru_cache

from qa.words.spelt import fold_pattern

_OF_FIGURES = frozenset(
    ("percent", "number", "score", "money", "change", "rank", "compare", "superlative")
)
_TARGET = (
    r"\b(?:mục tiêu|(?<!ở )(?<!về )(?<!trong )chỉ tiêu|phấn đấu|kế hoạch đề ra"
    r"|phải (?:đạt|nâng|có|đưa (?:tỷ lệ|chỉ số|được))|cần đạt|đặt ra|đề ra|yêu cầu|hướng tới|nhắm tới|nhắm đến"
    r"|dự kiến|(?<!lương )tối thiểu|ít nhất|đặt mục tiêu)\b"
)
# "Kế hoạch đón khách cả năm là bao nhiêu?", and no sum that a plan is to cost.
_PLAN = (
    r"^(?:theo )?kế hoạch(?! (?:số )?\d)(?:(?!\b(?:kinh phí|vốn|có|gồm|ngân sách|chi|tiền)\b)[^,?])*?"
    r" (?:là|đặt ra|bố trí|đề ra) (?:bao nhiêu|mấy)\b|\blẽ ra (?:phải|đã)\b|(?<!mục )(?<!giao )\bđích"
    r" (?:đến|là|của|cuối|đặt|đề|năm)\b|\bđặt đích\b|\bnhắm\b"
)
_EXCEEDED = (
    r"\bvượt\b|\b(?:ăn đứt|bỏ xa|hơn(?: hẳn)?|trội hơn)(?: [^\s,?]+){0,3}?"
    r" (?:mục tiêu|chỉ tiêu|kế hoạch|yêu cầu|dự toán)\b"
)
_CHANGED_BY = (
    r"\b(?:tăng|giảm|bớt|cắt giảm|tiết kiệm|đắt|rẻ|nhích|vọt|hụt|sụt)"
    r"(?: thêm| được| đi| lên| xuống| thu| gần| tới| khoảng| chừng| hơn| trung bình)*"
    r" (?:bao nhiêu|mấy)\b"
)
# "nhiều hơn năm trước bao nhiêu phần trăm"
_MORE_THAN_BEFORE = (
    r"\b(?:nhiều|ít|cao|thấp|lớn|đông|nhỏ) hơn(?: so với)?(?: cùng kỳ)?(?: [^\s,;?]+){0,2}"
    r" (?:trước|ngoái|20\d\d|kỳ)(?: [^\s,;?]+){0,2} (?:bao nhiêu|mấy)\b"
)
_COUNTED_TARGETS = r"(?:bao nhiêu|mấy|số)\s+(?:mục tiêu|chỉ tiêu|nhiệm vụ|giải pháp|nội dung)"


# What is wished for, or to be, may be told as an aim or as a fact: "muốn nâng … lên mức nào",
# "sang năm mở mấy lớp", "phải dời bao nhiêu hộ".
_TO_BE = (
    r"\b(?:sang năm|(?<!nửa )(?<!mấy )(?<!nhiêu )(?<!\d )(?:năm|quý|tháng|kỳ|vụ|đợt|khóa)"
    r" (?:tới|sau(?! khi| lúc| đó)|tiếp theo|kế tiếp)|sắp tới|dự tính|dự định|dự báo|cam kết|ngưỡng"
    r"|theo (?:quy hoạch|kế hoạch|nhu cầu|quy định))\b"
    r"|\b(?:phải|cần(?! thơ)|định|hứa|xin)(?: [^\s,?]+){1,4}? (?:bao nhiêu|mấy)\b"
)
# "điểm tăng thêm của …".
_GAINED = (
    r"\b(?:điểm|điểm số|số điểm|bậc|mức|phần|số|tỷ lệ|tỉ lệ) (?:được )?(?:tăng|giảm) (?:thêm|đi)\b"
)
_WISHED = r"\b(?:muốn|kỳ vọng|kì vọng|mong|đòi|quyết tâm|tham vọng|sẽ (?:phải )?(?:đạt|nâng|đưa|lên|có))\b"


@lru_cache(maxsize=64)
def pattern_of(pattern: str, folded: bool) -> re.Pattern[str]:
    """A pattern for questions in small letters, without accents for one without."""
    return re.compile(fold_pattern(pattern) if folded else pattern)


# A question is asked the same for every candidate.
@lru_cache(maxsize=4096)
def says(pattern: str, text: str, folded: bool) -> bool:
    """Whether a question says what a pattern finds."""
    return pattern_of(pattern, folded).search(text.lower()) is not None


def asked_nature(question: str, asks: str, folded: bool) -> str:
    """The nature asked for, see `qa.texts.figures.Figure`; "aimed" is one of the future, called a target or not."""
    if asks not in _OF_FIGURES:
        return "achieved"
    by = (_CHANGED_BY, _MORE_THAN_BEFORE)
    if asks in ("percent", "money") and any(says(one, question, folded) for one in by):
        return "change"
    if asks in ("score", "number", "percent", "rank") and says(_GAINED, question, folded):
        return "change"
    if asks == "change":
        return "exceeded" if says(_EXCEEDED, question, folded) else "change"
    counts_targets = says(_COUNTED_TARGETS, question, folded)
    if asks in ("score", "rank"):  # "chỉ tiêu hạ tầng" of an index is what it measures
        question = question.lower().replace("chỉ tiêu", "").replace("chi tieu", "")
    if any(says(one, question, folded) for one in (_TARGET, _PLAN)) and not counts_targets:
        return "target"
    to_be = any(says(one, question, folded) for one in (_WISHED, _TO_BE))
    return "aimed" if to_be else "achieved"

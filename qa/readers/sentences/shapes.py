"""What the thing asked for looks like in a sentence: a name, a number, a time, a phrase.

`qa.questions.asking` tells which reader reads a question; here it is told how the words that answer are
written, also where the question has no question word ("Con trai của …", "Diện tích của …").
"""

import re
from functools import lru_cache

from qa.questions.question import Question
from qa.words.spelt import fold_pattern

# How the readers' kinds are written.
_OF_KIND = {
    "person": "person",
    "organization": "name",
    "province": "place",
    "places": "place",
    "date": "time",
    "reason": "reason",
    "list": "list",
    "document": "name",
    "yesno": "clause",
    **dict.fromkeys(("percent", "rank", "score", "money", "change", "count", "number"), "number"),
}

_WHO = (
    r"(?:người|ông|bà|vua|vị vua|vị|tướng|danh tướng|hoàng đế|chúa|cầu thủ|thủ môn|tiền đạo|huấn luyện viên|hlv"
    r"|ca sĩ|diễn viên|đạo diễn|nhạc sĩ|nhà văn|nhà thơ|nhà soạn kịch|họa sĩ|hoạ sĩ|tác giả|nghệ sĩ|nhà khoa học"
    r"|nhà bác học|nhà toán học|nhà vật lý|tổng thống|thủ tướng|tổng bí thư|chủ tịch|giám đốc|bộ trưởng|ceo"
    r"|vận động viên|tổng tư lệnh|tỷ phú|doanh nhân|nhân vật|anh hùng|vợ|chồng|con trai|con gái|con"
    r"|cha|cha đẻ|bố|mẹ|anh|chị|em|anh trai"
    r"|em gái|chị gái|em trai|phu nhân|thầy|học trò|tổng giám đốc|phó chủ tịch|phó thủ tướng|trưởng ban|bí thư"
    r"|hiệu trưởng|nhà sáng lập|người sáng lập|nữ hoàng|hoàng hậu|công chúa|hoàng tử|tổng thư ký|phi hành gia"
    r"|thống đốc|thị trưởng|bạn gái|bạn trai|nguyên thủ|đại tướng|trạng nguyên|giáo sư|bác sĩ|luật sư|chủ nhân)"
)
_NAMED = (
    r"(?:nước|quốc gia|châu lục|đại dương|biển|sông|núi|đảo|hành tinh|thành phố|thủ đô|trường(?! hợp)"
    r"|công ty|tập đoàn|hãng"
    r"|câu lạc bộ|đội|đội tuyển|đảng|tổ chức|ngôn ngữ|bộ phim|phim|bài hát|ca khúc|album|cuốn sách|tác phẩm|tiểu thuyết"
    r"|trận|trận đánh|chiến dịch|triều đại|dân tộc|tôn giáo|giải|giải thưởng|phần mềm|hệ điều hành|chứng chỉ|tờ báo"
    r"|tạp chí|kênh|thương hiệu|vương quốc|thuật ngữ|ứng dụng|nền tảng|trò chơi|tàu|vệ tinh)"
)
_MEASURE = (
    r"(?:khoảng cách|diện tích|thể tích|dung tích|dân số|mật độ|chiều (?:dài|rộng|cao|sâu)|độ (?:cao|sâu|dài|rộng|tuổi)"
    r"|trọng lượng|khối lượng|đường kính|bán kính|tốc độ|vận tốc|nhiệt độ|số lượng|số|tổng số|chu k[ìỳ]|tuổi|giá|mức"
    r"|doanh thu|kinh phí|học phí|thời lượng|kích thước|tỷ lệ|tỉ lệ|phần trăm|quy mô|công suất|vốn|lệ phí|điểm)"
)

# (shape, pattern); the first that matches decides. Met in small letters.
_RULES: tuple[tuple[str, str], ...] = (
    ("clause", r"\b(?:hay không|được không|hay chưa)\b|\b(?:trong |những )?trường hợp nào\b"),
    ("reason", r"^\W*(?:mục đích|ý nghĩa|chức năng|vai trò|nhiệm vụ|tác dụng|lý do|nguyên nhân)\b"),
    ("name", r"\b(?:tên|tên gọi|biệt danh|biệt hiệu|bí danh|bút danh|danh hiệu|viết tắt|ký hiệu|kí hiệu"
             r"|thuật ngữ)\b(?! của ai)"),
    ("name", r"\b(?:được gọi|gọi|mang tên|đặt tên|viết)(?: \w+){0,2} là gì\b"),
    ("definition", r"^\W*(?:[^,?]{1,60}?)\blà (?:gì|cái gì|sao|như thế nào|thế nào)\W*$"),
    ("time", r"\b(?:khi nào|bao giờ|lúc nào|năm nào|ngày nào|thời gian nào|thời điểm nào|thế kỷ nào|năm bao nhiêu)\b"),
    ("number", r"\b(?:bao nhiêu|mấy|bao lâu|bao xa|nhiêu|thứ mấy|bao lớn|dài bao|cao bao)\b"),
    ("person", rf"\b(?!(?:em|anh|chị|con|bố|mẹ|thầy|vị|chúa)\b){_WHO}(?: [^\s,?]+){{0,3}}? nào\b"),
    ("name", rf"\b{_NAMED}(?: [^\s,?]+){{0,3}}? nào\b"),
    ("number", r"\b(?:tỷ lệ|tỉ lệ|mức|con số|số lượng|giá|ngưỡng) nào\b"),
    ("place", r"\b(?:ở|tại|từ|đến|tới|nằm|là) đâu\b|\b(?:nơi|địa điểm|vị trí|chỗ) (?:nào|của)\b"),
)  # fmt: skip
# A question without a question word names what it asks for first.
_HEADS: tuple[tuple[str, str], ...] = (
    ("person", rf"^\W*{_WHO} (?!nào\b)(?!gì\b)"),
    ("number", rf"^\W*{_MEASURE}\b"),
    ("time", r"^\W*(?:ngày|năm|thời gian|thời điểm)\b"),
    ("place", r"^\W*(?:quê|quê quán|nơi|trụ sở|vị trí|địa điểm)\b"),
    ("name", rf"^\W*{_NAMED}\b"),
)  # fmt: skip

# Kinds that their question words tell; other questions are told by what they name.
_TOLD = frozenset({"person", "place", "number", "time", "reason", "clause"})
_HOW_LONG = re.compile(r"\b(?:bao lâu|bao xa|bao lau|mấy (?:năm|ngày|tháng|tuần|giờ))\b")
_OF_WHAT = ("nào", "thế nào", "ra sao", "nao", "the nao")


@lru_cache(maxsize=4)
def _patterns(folded: bool, headed: bool) -> list[tuple[str, re.Pattern[str]]]:
    rules = (*_RULES, *_HEADS) if headed else _RULES
    return [(shape, re.compile(fold_pattern(rule) if folded else rule)) for shape, rule in rules]


def shape(question: Question) -> str:
    """How the answer is written: person, name, place, number, time, definition, reason, list,
    clause or phrase."""
    text = question.text.lower()
    word = text[slice(*question.focus)]
    if word == "ai":
        return "person"
    known = _OF_KIND.get(question.asks, "phrase")
    if _HOW_LONG.search(text):
        return "number"
    told = word and known in _TOLD and not (known == "number" and word.endswith(_OF_WHAT))
    if told:
        return known
    for found, pattern in _patterns(question.folded, not word):
        if pattern.search(text):
            return found
    return "phrase" if known == "number" and word else known

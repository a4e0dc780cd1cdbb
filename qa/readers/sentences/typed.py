"""Numbers with their unit and times, as sentences write them; units of a sentence as spans."""

import re

from index.vietnamese import Span

_FIGURE = r"\d+(?:[.,]\d+)*(?:\s?%)?"
_COUNT = rf"(?:{_FIGURE}|(?<!\w)(?:một|hai|ba|bốn|năm(?!\s\d)|sáu|bảy|tám|chín|mười)(?!\w))"
_TIMES = r"(?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|chục)"
_OF = (
    r"(?:đồng|usd|đô la mỹ|đô la|đô-la|đôla canada|đôla|euro|bảng|năm|tháng|tuần|ngày|giờ|phút|giây|người|tuổi|lần|điểm"
    r"|km/h|km/s|km²|km2|km3|km³|kilômét|km|m²|m2|m³|mét|cm|mm|m|kg|tấn|gam|lít|ha|độ c|°c|độ|phần trăm|%|au|hải lý|dặm"
    r"|đợt|nước|quốc gia|bang|tỉnh|huyện|xã|học kỳ chính|học kỳ|tín chỉ|tiết|bậc|hạng|thành viên|sinh viên|phần|loại"
    r"|trang|bài|đội|cầu thủ|bàn|trận|chiếc|căn|hộ|ca|con|cuốn|tập|máy|chỗ|ký tự|kí tự)"
)
_NUMBER = re.compile(
    rf"(?<![\w.,/]){_COUNT}(?:\s?[-–]\s?{_FIGURE})?(?:\s{_TIMES})*(?P<unit>\s?{_OF}(?!\w))?",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?<!\w)(?:lần )?thứ (?:\d+|nhất|hai|nhì|ba|tư|năm|sáu|bảy|tám|chín|mười)(?!\w)", re.IGNORECASE
)
_TIME = re.compile(
    r"(?<![\w/])(?:(?:ngày |mùng )?\d{1,2}\s?(?:[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|tháng \d{1,2}(?:,? năm \d{4}| \d{4})?)"
    r"|(?:ngày )?\d{1,2}[/-]\d{1,2}|tháng \d{1,2}(?:[/-]\d{4}|,? năm \d{4}| \d{4})?"
    r"|(?:năm )?[12]\d{3}|năm \d{1,4}(?: tcn)?|thế kỷ (?:thứ )?(?:\d+|[ivx]+)|thập niên \d+)(?![\w/])",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\w.,/])[12]\d{3}(?![\w.,]\d|%)")


# What is measured asks for its units.
_MEASURES = tuple(
    (re.compile(asked), re.compile(unit, re.IGNORECASE))
    for asked, unit in (
        (r"phần trăm|tỷ lệ|tỉ lệ|%", r"%|phần trăm"),
        (r"bao lâu|thời lượng|thời gian|chu k[ìỳ]", r"năm|tháng|tuần|ngày|giờ|phút|giây|học kỳ"),
        (
            r"khoảng cách|chiều |đường kính|bán kính|độ (?:cao|sâu|dài|rộng)|bao xa",
            r"km$|kilômét|m$|mét|hải lý|dặm|au",
        ),
        (r"diện tích", r"km|m²|m2|ha"),
        (r"thể tích|dung tích", r"km3|km³|m³|lít"),
        (r"nhiệt độ", r"độ|°c"),
        (r"tiền|giá|kinh phí|doanh thu|tài sản|vốn", r"đồng|usd|đô|euro|bảng"),
        (r"khối lượng|trọng lượng|nặng", r"kg|tấn|gam"),
        (r"tuổi", r"tuổi"),
    )
)
_WORD = re.compile(r"[^\W\d_]+")


def numbers(text: str, span: Span, asked: str, behind: str) -> list[tuple[Span, float]]:
    """The numbers in a span, with and without their unit, and how likely each is meant.

    `asked` is the question in small letters, `behind` what stands in it behind "bao nhiêu".
    """
    wanted = [unit for head, unit in _MEASURES if head.search(asked)]
    counted = _WORD.findall(behind)[:1]
    found = [(match.span(), 1.2) for match in _ORDER.finditer(text, *span)]
    for match in _NUMBER.finditer(text, *span):
        dated = any(one.start() <= match.start() < one.end() for one in _TIME.finditer(text, *span))
        worth = 0.4 if dated else 1.0
        if match.group()[0].isalpha():
            worth -= 0.5
        said = match.group().lower()
        if any(unit.search(said) for unit in wanted):
            worth += 0.8
        if (
            counted
            and counted[0] in _WORD.findall(text[match.start() : match.end() + 12].lower())[:3]
        ):
            worth += 0.8
        found.append((match.span(), worth + 0.3 if match["unit"] else worth))
        if match["unit"]:
            found.append(((match.start(), match.start("unit")), worth - 0.1))
    return found


def times(text: str, span: Span, asked: str) -> list[tuple[Span, float]]:
    """The times in a span, as exact as is asked."""
    year = "năm" in asked and "ngày" not in asked
    found = [(match.span(), 1.7) for match in _TIME.finditer(text, *span)]
    if year:
        found += [(match.span(), 1.9) for match in _YEAR.finditer(text, *span)]
    return found

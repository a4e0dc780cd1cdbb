"""How well the unit of a figure measures the dimension that an open "bao nhiêu" asks for.

"Tuyến ra Cửa Sót dài bao nhiêu?" asks for a length, "Khu đất rộng bao nhiêu?" for an area: "18 km"
and "9,3 ha" answer them, "45%" and "3.200 người" do not.
"""

from qa.readers.reading import Reading
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt

# In another unit than the dimension asked for has, and without any.
OTHER_UNIT, NO_UNIT = 0.4, 0.9

_HOW = r"(?: (?:là|khoảng|chừng|được|tới|đến|vào|hơn|bình quân|trung bình))* (?:bao nhiêu|mấy|bao)"
_LENGTH = r"km|cây số|m|mét|cm|mm|hải lý"
_AREA = r"ha|h[ée]c[ -]?ta|hecta|m2|m²|km2|km²|mét vuông|mẫu|sào|công"
_MASS = r"tấn|tạ|yến|kg|ký|gam|g"

# What questions call a dimension, and the units it is told in.
_DIMENSIONS = tuple(
    (Spelt(rf"\b(?:{said})"), Spelt(rf"[ -]?(?:(?:nghìn|ngàn|triệu|tỷ|tỉ) )?(?:{units})(?![\w²³])"))
    for said, units in (
        (
            rf"bao xa|(?<!kéo )dài{_HOW}|cách{_HOW}|(?:sâu|cao trình){_HOW}|chiều (?:dài|rộng|cao|sâu)"
            r"|độ (?:dài|sâu)|khoảng cách|mực nước|đường kính",
            _LENGTH,
        ),
        (rf"diện tích|(?<!mở )rộng{_HOW}", _AREA),
        (rf"nặng{_HOW}|trọng lượng", _MASS),
        (
            r"tốc độ (?:mạng|internet|tải|đường truyền|truyền|đo|wifi|5g|4g)|băng thông",
            r"[mgk]bps|[mgk]b/s|gb|mb",
        ),
    )
)
# These may be told in other ways as well: "sản lượng 12.000 con", "công suất 92%".
_LOOSE = tuple(
    (Spelt(rf"\b(?:{said})\b"), Spelt(rf"\s?(?:(?:nghìn|ngàn|triệu|tỷ|tỉ) )?(?:{units})(?![\w²³])"))
    for said, units in (
        (
            r"sản lượng|thu hoạch|khối lượng|lượng rác|năng suất|tải trọng",
            rf"{_MASS}|m3|m³|lít|teu",
        ),
        (r"công suất", r"[mkg]wp?|[kmg]wh|mva|m3|m³|tấn|lít"),
        (r"dung tích|dung lượng|lưu lượng", r"m3|m³|lít|[mgt]b"),
    )
)


def dimension_fit(reading: Reading, paragraph: Paragraph, figure: Figure) -> float | None:
    """How well the unit behind a figure measures what is asked; None where nothing such is."""
    asked, text, end = reading.question.text, paragraph.text, figure.whole[1]
    for said, unit in _DIMENSIONS:
        if said.search(asked):
            if figure.kind in ("count", "ratio"):
                if unit.match(text, end):
                    return 1.0
                if figure.unit or not _WORD_BEHIND.match(text, end):
                    return NO_UNIT
            return OTHER_UNIT
    if figure.kind not in ("count", "ratio"):
        return None
    return next(
        (1.0 for said, unit in _LOOSE if said.search(asked) and unit.match(text, end)), None
    )


_WORD_BEHIND = Spelt(r"[ /]?[^\W\d_]")

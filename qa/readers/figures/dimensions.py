"""How well the unit of a figure measures the dimension that an open "bao nhiêu" asks for.

"Tuyến ra Cửa Sót dài bao nhiêu?" asks for a length, "Khu đất rộng bao nhiêu?" for an area: "18 km"
and "9,3 ha" answer them, "45%" and "3.200 người" do not.
"""

from index.vietnamese import fold
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

# "dài bao nhiêu mét" is not answered by "cao 12 m".
OTHER_DIMENSION = 0.3
_NAMED = r"(?<!kéo )(?<!mở )(?<!nâng )(?<!đề )\b(?P<called>dài|cao|rộng|sâu|dày|nặng)"
_ASKED = Spelt(rf"{_NAMED}{_HOW}")
_SAID = Spelt(rf"{_NAMED}(?: (?:là|khoảng|chừng|tới|đến|hơn|gần|trên|lên|có thể|trung bình))*\s$")
_CALLED_WITHIN = 40

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


def other_dimension_fit(reading: Reading, paragraph: Paragraph, figure: Figure) -> float:
    """How far a figure measures the very dimension that is asked for, by the word before it."""
    if figure.kind != "count":
        return 1.0
    asked = _ASKED.search(reading.question.text)
    if asked is None:
        return 1.0
    start = max(0, figure.whole[0] - _CALLED_WITHIN)
    said = _SAID.search(paragraph.text, start, figure.whole[0])
    if said is None or fold(said["called"]) == fold(asked["called"]):
        return 1.0
    return OTHER_DIMENSION


_WORD_BEHIND = Spelt(r"[ /]?[^\W\d_]")

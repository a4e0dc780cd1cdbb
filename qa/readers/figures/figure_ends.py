"""Where a figure ends as reports say it: with its unit, and with all of that.

"28 triệu đồng/ha", "68.000 đồng/m²/tháng", "193 xã, phường, thị trấn", "5 ngày làm việc": who reads
out less says something else, or half of it.
"""

import re

from qa.texts.figure_units import measure_behind
from qa.words.wordlists import any_of, words

# Levels counted together take no more characters behind the first.
LONGEST_ROW = 60
# A number alone, whatever bounds it: "khoảng 150".
_BARE = re.compile(r"(?:[^\W\d]+\s){0,3}[\d.,\s–-]*\d")
_COUNTED = re.compile(
    rf"\s(?:{any_of(words('counted.txt'))}|{any_of(words('people_counted.txt'))})(?!\w)"
)
# "5 tháng 3", "2 giờ 30": what stands behind is no measure, or half of one.
_GOES_ON = re.compile(r"\s\d")
# Units of two syllables behind a stroke; others are of one.
_PAIRS = any_of(
    (
        *(
            "ngày đêm",
            "hồ sơ",
            "phụ nữ",
            "học sinh",
            "sinh viên",
            "giáo viên",
            "cán bộ",
            "gia đình",
        ),
        *("hộ dân", "người dân", "công dân", "đầu người", "hành khách", "sản phẩm", "thủ tục"),
        *("giao dịch", "bệnh nhân", "lao động", "mét vuông", "mét khối", "nhân khẩu", "thuê bao"),
        *("trường hợp", "khách hàng", "doanh nghiệp", "thành viên", "hội viên", "căn hộ"),
    )
)
_PER = re.compile(
    rf"(?:\s?/\s?(?:100 |1\.000 |10\.000 )?(?:{_PAIRS}|[^\W\d_A-ZĐ]+[²³23]?|km²)(?![\w²³]))+"
)
_EXPONENT = re.compile(r"(?<=[ \dkcm]m)[23](?!\d)")
_AT_WORK = re.compile(r"(?<=ngày|.giờ)\slàm việc(?!\w)")
_LEVEL = any_of(
    (
        *(
            "xã",
            "phường",
            "thị trấn",
            "đặc khu",
            "huyện",
            "thị xã",
            "thành phố",
            "quận",
            "tỉnh",
            "thôn",
        ),
        *(
            "bản",
            "ấp",
            "làng",
            "buôn",
            "sóc",
            "khu phố",
            "khóm",
            "tổ dân phố",
            "sở",
            "ban",
            "ngành",
        ),
    )
)
# "193 xã, phường, thị trấn", and no name behind them: "12 xã, phường Tân Phú".
_LEVELS = re.compile(
    rf"(?<!\w){_LEVEL}((?:(?:,\s|\svà\s|\s?/\s?|\s?-\s?|,\svà\s){_LEVEL}(?!\w))+)(?!\s[A-ZĐÀ-Ỹ\d])"
)


def figure_end(text: str, start: int, end: int) -> int:
    """Where a figure ends with its whole unit.

    start, end: the figure with what was found of its unit, as character offsets into the text.
    """
    if _BARE.fullmatch(text, start, end):
        end = _unit_end(text, end)
    for more in (_EXPONENT, _PER, _AT_WORK):
        if found := more.match(text, end):
            end = found.end()
    return _with_levels(text, start, end)


def _unit_end(text: str, end: int) -> int:
    """Where the measure behind a bare number ends, or what it counts; the number's end without."""
    measured = measure_behind(text, end)
    if measured:
        return end if _GOES_ON.match(text, measured) else measured
    counted = _COUNTED.match(text, end)
    return counted.end() if counted else end


def _with_levels(text: str, start: int, end: int) -> int:
    """The end of levels of the administration counted together, of which one ends here."""
    for found in _LEVELS.finditer(text, start, end + LONGEST_ROW):
        if found.start(1) == end:
            return found.end()
    return end

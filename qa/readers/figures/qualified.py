"""Whether a figure is of each, of all, of what is left, the most or the least, as asked."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from qa.questions.asked_nature import says
from qa.readers.reading import Reading
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph

# A figure told as what is asked for, and one before such a figure: what is done "mỗi năm" need
# not say so.
TOLD, OF_ANOTHER, RATHER_OF_ANOTHER = 1.12, 0.55, 0.85

_TIME = r"(?:ngày|tuần|tháng|quý|năm|giờ|phút|ca|vụ|lần|lượt|chuyến|đợt)"


class _Quality(NamedTuple):
    """How a quality is asked for, and told before or behind a figure."""

    asked: str
    before: re.Pattern[str]
    behind: re.Pattern[str] | None = None
    another: float = OF_ANOTHER
    # Whether one so told anywhere in the report makes the others less.
    anywhere: bool = False


_ABOUT = r"(?:khoảng|chừng|gần|hơn|tới|đến|có|là|chỉ|độ|tầm|cỡ)"
_MANY = r"(?:bao nhiêu|mấy)"

_QUALITIES = (
    # "nợ lên đến hơn 1 tỷ đồng … vẫn còn nợ 463 triệu đồng".
    _Quality(
        rf"\bcòn (?:nợ|thiếu|phải trả|chưa trả|chưa thanh toán)\b[^,;?]*\b{_MANY}\b",
        re.compile(
            r"(?<!\w)còn (?:nợ|thiếu|phải trả|chưa trả|chưa thanh toán)\b[^,;.\d]{0,40}$", re.I
        ),
        anywhere=True,
    ),
    # "5 sở đã xong, còn lại 17 sở".
    _Quality(
        rf"\bcòn(?: lại)?(?: {_ABOUT})* {_MANY}\b|\b{_MANY}(?: [^\s,?]+){{1,4}} còn lại\b",
        re.compile(rf"(?<!\w)còn(?: lại)?(?: {_ABOUT})*\s*$", re.I),
        re.compile(r"(?: [^\s,.;:()\d]+){1,3} còn lại(?!\w)", re.I),
    ),
    _Quality(
        rf"\b(?:bình quân|trung bình|(?:mỗi|hằng|hàng|từng) {_TIME})\b",
        re.compile(
            rf"\b(?:bình quân|trung bình|(?:mỗi|hằng|hàng|một) {_TIME})\b[^,;.]{{0,30}}$", re.I
        ),
        re.compile(rf"[^,;.\d]{{0,24}}(?:\b(?:mỗi|một|hằng|hàng|trên) {_TIME}\b|/{_TIME}\b)", re.I),
        RATHER_OF_ANOTHER,
    ),
    _Quality(
        r"\b(?:tổng cộng|tất cả|cả thảy|hết thảy|cộng dồn|l[ũu][yỹ] kế|cộng lại|toàn bộ)\b",
        re.compile(
            r"\b(?:tổng cộng|tổng số|nâng tổng(?: số)?[^,;.]{0,20} lên|cộng dồn|l[ũu][yỹ] kế|cộng lại|cả thảy)\b"
            r"[^,;.]{0,16}$|(?:^|[.;,] )(?:trong đó, )?tổng(?: số| cộng)? [^,;.:\d]*(?:\d[^,;.:\d]*)?"
            r"\b(?:là|lên(?: tới| đến)?|đạt)(?: (?:hơn|gần|khoảng|trên))?\s$",
            re.I,
        ),
    ),
    _Quality(
        r"\b(?:nhiều|cao|nặng|lớn|to|mạnh|dài|đắt) nhất\b|\btối đa\b",
        re.compile(
            r"\b(?:(?:nhiều|cao|nặng|lớn|to|mạnh|dài|đắt) nhất|tối đa)\b[^,;.]{0,16}$", re.I
        ),
    ),
    _Quality(
        r"\b(?:ít|thấp|nhẹ|nhỏ|bé|ngắn|rẻ) nhất\b|\btối thiểu\b",
        re.compile(r"\b(?:(?:ít|thấp|nhẹ|nhỏ|bé|ngắn|rẻ) nhất|tối thiểu)\b[^,;.]{0,16}$", re.I),
    ),
)
_REACH = 96
_STILL_OWED = re.compile(
    r"\bcòn (?:nợ|thiếu|phải trả|chưa trả|chưa thanh toán)\b[^,;.\d]{0,40}\d[\d.,]*"
    r" (?:nghìn|ngàn|triệu|tỷ|tỉ|đồng)\b",
    re.I,
)


def quality_fit(
    reading: Reading, paragraph: Paragraph, figure: Figure, listed: Sequence[Figure]
) -> float:
    """How well a figure is of each, of all, the most or the least, as the question asks."""
    asked = _asked(reading)
    if asked is None:
        return 1.0
    if _is_told(asked, paragraph, figure):
        return TOLD
    if asked.anywhere:
        return asked.another if _STILL_OWED.search(paragraph.document.text) else 1.0
    # Behind one so told may stand others of it: "bình quân tỉnh đạt 88, huyện 87".
    end = paragraph.sentence_at(figure.span[0])[1]
    behind = (one for one in listed if figure.span[0] < one.span[0] < end)
    return asked.another if any(_is_told(asked, paragraph, one) for one in behind) else 1.0


def _asked(reading: Reading) -> _Quality | None:
    question = reading.question
    return next(
        (one for one in _QUALITIES if says(one.asked, question.text, question.folded)), None
    )


def _is_told(asked: _Quality, paragraph: Paragraph, figure: Figure) -> bool:
    start = paragraph.sentence_at(figure.span[0])[0]
    before = paragraph.text[max(start, figure.whole[0] - _REACH) : figure.whole[0]]
    if asked.before.search(before):
        return True
    return asked.behind is not None and bool(asked.behind.match(paragraph.text, figure.whole[1]))

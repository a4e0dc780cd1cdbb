"""Days that no date tells: of each month or quarter, of the week, of the lunar year, counted from a deed."""

import re

from index.vietnamese import Span
from qa.readers.dates.timespans import DAY_OF_WEEK
from qa.readers.reading import Candidate, Reading, span_candidate
from qa.texts.paragraph import Paragraph

_EDGE = r"(?:(?:chậm nhất|muộn nhất|trước|đến hết|hết|đến|từ|sau)\s+(?:là\s+|vào\s+)?)?"
_EACH = r"(?:hằng|hàng|mỗi)\s(?:tháng|quý|năm|tuần)"
_LUNAR_YEAR = r"(?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý)\s(?:Tý|Sửu|Dần|Mão|Thìn|Tỵ|Ngọ|Mùi|Thân|Dậu|Tuất|Hợi)"
_FEAST = (
    rf"Tết(?:\s(?:Nguyên [Đđ]án|Trung [Tt]hu|Dương lịch|{_LUNAR_YEAR}))*(?:\s(?:năm\s)?20\d\d)?"
)
# A day of a month or of the week, and one of the lunar year.
_DAYS = re.compile(
    rf"{_EDGE}(?:ngày\s)?(?:mùng|mồng)\s\d{{1,2}}(?:\s(?:{_FEAST}|tháng\s(?:Giêng|Chạp|giêng|chạp|\d{{1,2}})|{_EACH}))?"
    rf"|{_EDGE}ngày\s\d{{1,2}}\s(?:{_EACH}|(?:của\s)?tháng\s(?:đầu|cuối)(?:\s(?:mỗi|của))?\s(?:quý|năm)"
    r"|(?:của\s)?(?:tháng|quý)\s(?:sau|tới|kế tiếp|liền kề))"
    rf"|(?:hết\s)?(?:(?:sáng|chiều|tối|trưa)\s)?(?<!lần )(?<!người )(?<!hạng )(?<!đứng )(?<!xếp )(?<!họp )"
    rf"(?<!kỳ )(?<!phiên )(?<!nghị )(?<!năm )(?<!trí )(?<!con ){DAY_OF_WEEK}"
    rf"(?:(?:,|\svà)\s{DAY_OF_WEEK})*(?:\s{_EACH})?(?!,?\s\(?(?:ngày\s)?\d)"
    rf"|(?:trước|sau|dịp|đến|hết)\s(?:dịp\s)?{_FEAST}",
)
_HINT = re.compile(r"mùng|mồng|ngày \d|[Tt]hứ |[Cc]hủ [Nn]hật|Tết| sau khi | kể từ | giờ|\dh")
# "từ 9 đến 11 giờ", "8h-11h30", where the time of the day is asked for.
_HOURS = re.compile(
    r"(?:từ\s)?\b\d{1,2}(?:h\d{0,2}| giờ(?: \d{1,2})?)?\s?(?:-|–|đến|tới)\s?\d{1,2}(?:h(?:\d\d)?|\sgiờ(?: \d\d)?)(?!\w)"
)
_ASKS_HOURS = re.compile(r"\b(?:luc|gio|thoi gian|khi) nao\b")
# "từ ngày nào": no day of each week.
_BEGINS = re.compile(r"\b(?:tu|ke tu) (?:ngay|hom|khi|bao) (?:nao|gio|may)\b")
# "45 ngày sau khi ký", "ba tháng kể từ ngày công bố".
_COUNTED = re.compile(
    r"(?:trong\s)?(?:\d{1,3}|một|hai|ba|sáu)\s(?:ngày|tháng|tuần)(?:\slàm việc)?\s(?:sau khi|kể từ (?:khi|ngày))"
    r"(?:\s(?!(?:và|nhưng|thì|để|nên|phải|sẽ)\s)[^\s,.;:()]+){1,5}"
)
# What the question says of a day that comes again.
_AGAIN = re.compile(
    r"\b(?:moi|hang) (?:thang|quy|tuan|nam)\b|\b(?:trong|cua) (?:tuan|thang)\b(?! (?:may|nao)\b)|\bdinh ky\b"
)
# A day or a deed's time is asked for, and no year, month or quarter.
_ASKED = re.compile(
    r"^$|\b(?:ngay|hom|bua|luc|khi|hoi|gio) (?:nao|may)|\bbao gio|\bthoi (?:gian|diem|han) nao|\bhan "
)
_TERM = re.compile(r"\b(?:hieu luc|han|nop|xong|hoan thanh|thi hanh|cham nhat)\b")
AGAIN, ONCE, COUNTED = 1.1, 0.9, 0.9
# A day of every week, and the end of a time, where one day is asked for.
EVERY, BEFORE = 0.6, 0.6
_EVERY = re.compile(r"\b(?:mỗi|hằng|hàng|các)\s(?:ngày\s|buổi\s|sáng\s|chiều\s|tối\s)*$")
_BEFORE = re.compile(r"(?:trước|sau)\s")
_ONE_DAY = re.compile(r"\b(?:ngay|hom|bua) (?:nao|may)$")
# "Lần thử thứ ba", "trạm thứ tư": no days of the week.
_ORDINAL = re.compile(r"thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])(?!\w)")
_TIMED = re.compile(r"(?:\b(?:vào|hết|đến|tới|từ|các|mỗi|ngày|là|và|hoặc)|[,(])\s?$")
# A date where a day that comes again is asked for.
DATED = 0.7


def asks_again(reading: Reading) -> bool:
    """Whether a day is asked for that comes again each week, month or quarter."""
    return _AGAIN.search(reading.question.plain) is not None


def read_recurring(reading: Reading, paragraph: Paragraph, asked: str) -> list[Candidate]:
    """The days without a date of a paragraph, where the folded focus asks for such."""
    if not _ASKED.search(asked) or not _HINT.search(paragraph.text):
        return []
    again = asks_again(reading)
    days = () if _BEGINS.search(reading.question.plain) else _DAYS.finditer(paragraph.text)
    found = [
        (match.span(), AGAIN if again else _once(asked, paragraph.text, match.span()))
        for match in days
        if again or _is_day(paragraph.text, match.span())
    ]
    if _ASKS_HOURS.search(asked):
        found += [(match.span(), ONCE) for match in _HOURS.finditer(paragraph.text)]
    if _TERM.search(reading.question.plain):
        found += [(match.span(), COUNTED) for match in _COUNTED.finditer(paragraph.text)]
    owners = reading.territories(paragraph, [span for span, _ in found], opening=True)
    return [
        span_candidate(reading, paragraph, span, span, {"recurring": fit}, owners[span])
        for span, fit in found
        if not _is_stated(reading, paragraph, span)
    ]


def _is_day(text: str, span: Span) -> bool:
    """Whether what may be an ordinal is a day of the week by what stands before it."""
    ordinal = _ORDINAL.match(text, *span) is not None
    return not ordinal or _TIMED.search(text, max(0, span[0] - 8), span[0]) is not None


def _once(asked: str, text: str, span: Span) -> float:
    """How far a day may answer where no day is asked for that comes again."""
    if _EVERY.search(text, max(0, span[0] - 16), span[0]):
        return EVERY
    return BEFORE if _ONE_DAY.search(asked) and _BEFORE.match(text, span[0]) else ONCE


def _is_stated(reading: Reading, paragraph: Paragraph, span: Span) -> bool:
    return paragraph.folded[slice(*span)] in reading.question.plain

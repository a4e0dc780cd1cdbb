"""The names of places and bodies that a sentence tells something of."""

import re
from dataclasses import dataclass

from index.vietnamese import LOWER, UPPER, Span
from qa.texts.paragraph import Paragraph, kept
from qa.texts.people import people

NAME = re.compile(
    rf"(?<![\w/])[{UPPER}][{LOWER}]*(?:['’][{UPPER}]?[{LOWER}]*)?(?:\s[{UPPER}][{LOWER}]*(?:['’][{UPPER}]?[{LOWER}]*)?)*"
    r"(?:\s\d{1,2}(?![\d.,/%]))?(?![\w/])"
    r"|\b(?:quận|phường|thôn|khu phố|tổ|khối|ấp|cụm)\s\d{1,2}(?![\d.,/%])"
)
# These head a sentence or a name and are of none; some are the first syllable of a place's, too
# ("Tuy Phong", "Ba Vì").
_NO_NAME = re.compile(
    r"(?:(?:Trong|Theo|Tại|Tính|Tháng|Quý|Ngày|Đến|Từ|Sau|Trước|Riêng|Còn|Nếu|Khi|Để|Nhờ|Do|Vì|Về|Với|Kết|Tỷ|Tỉ|Số|Tổng"
    r"|Mỗi|Các|Những|Một|Bốn|Hiện|Nay|Đây|Đó|Cả|Toàn|Tỉnh|Đợt|Đề|Đầu|Cuối|Bên|Qua|Nhưng|Song|Ngoài|Cùng|Đã|Có|Phó|Giám|Chủ"
    r"|Việt Nam|UBND|HĐND|USD|GRDP|GDP|Zalo|Mbps)(?!\w))"
    rf"|(?:Năm|Hai|Ba|Kế|Tuy)(?!\w|\s[{UPPER}])"
)
_NUMBER_BEHIND = re.compile(r"\s(?P<number>\d{1,2})$")
# What is counted stands behind a figure: "Hải Dương 4 dự án"; "Tân Lập 2 có 14 trạm" is a name.
_COUNTING = re.compile(rf"\s(?!(?:là|có|đạt|và|được|đã|đang|còn|với|cũng|chỉ|thu|xử)\b)[{LOWER}]")
# So high no thing of several is numbered: "Hải Dương 96".
_NUMBERED = 20


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence; `kind` is a body's, or none."""

    span: Span
    kind: str = ""


@kept
def names_in(paragraph: Paragraph, sentence: Span) -> tuple[Name, ...]:
    """The names of places and bodies in a sentence, in order."""
    taken = [one.name for one in people(paragraph.text)]
    found = [
        Name(one.span, one.kind)
        for one in paragraph.organizations
        if sentence[0] <= one.span[0] < sentence[1]
    ]
    taken += [one.span for one in found]
    places = {m.start: m.end for m in paragraph.provinces}
    places |= dict(span for span, _ in paragraph.districts)
    for match in NAME.finditer(paragraph.text, *sentence):
        start, end = match.span()
        if _NO_NAME.match(match.group()) or any(a < end and start < b for a, b in taken):
            continue
        if " " in match.group():
            found.append(Name((start, _without_figure(paragraph, start, end))))
        elif start in places or match.group()[1:2].isupper():
            # "Thành phố Hồ Chí Minh"; a name of one syllable is a place's or in capitals.
            found.append(Name((start, max(end, places.get(start, end)))))
            taken.append(found[-1].span)
    return tuple(sorted(found, key=lambda name: name.span))


def _without_figure(paragraph: Paragraph, start: int, end: int) -> int:
    """The end of a name without the figure that follows it: "Hải Dương 96 tỷ đồng"."""
    number = _NUMBER_BEHIND.search(paragraph.text, start, end)
    if number is None or paragraph.text[start].islower():  # "khối 1"
        return end
    counting = _COUNTING.match(paragraph.text, end)
    return number.start() if counting or int(number["number"]) > _NUMBERED else end

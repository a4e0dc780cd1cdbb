"""Whether the words that lead to a figure say anything of what is asked.

"Hệ thống gồm 2.150 camera, đầu tư 132 tỷ đồng": up to the last pause or figure, words stand before
a figure that tell what it is; where none of them is the question's, it mostly is of something else.
"""

import re

from index.vietnamese import Span
from qa.readers.reading import Reading
from qa.texts.paragraph import Paragraph, kept
from qa.words.terms import Unit

# Of the words before a figure one or more, and none of them asked about; with what is counted.
ONE_ASIDE, ASIDE, COUNTED_ASIDE = 0.65, 0.5, 0.85

# These lead to a figure of anything: nouns of measures, verbs of being so many, units of the figure before.
_LEADING = frozenset(
    """gia tri kinh phi uoc tuong duong lan luot cong suat dinh ton mat het doanh thu tong chi moi chiec phat sinh so
    muc ty ti le dat duoc con hon gan khoang toi tien von dau tu bang tuc ung chiem len xuong tang giam binh quan trung
    co la nguon rieng cao thap nhat dien tich quy mo dai rong nang trong gom dung suc chua thoi gian han luong
    diem don hien nay den the ca mot nam thang ngay ke hoach muc tieu vuot thuc hien hoan thanh dua vao xep thu hang
    song chung ta can muon phai top lot nhom hien tai
    phut gio giay tuan dong trieu nghin usd ha km met tan kg lit mbps phan tram""".split()
)
_PAUSE = re.compile(r"[,;:()|]\s?|\.\s")
_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")


def lead_fit(reading: Reading, paragraph: Paragraph, span: Span, end: int) -> float:
    """How far a figure is of what is asked, by the words before it; `end` is that of its noun."""
    if paragraph.cells:
        return 1.0
    before, behind = _around(paragraph, span)
    telling = [unit for unit in before if unit.folded not in _LEADING]
    if not telling or any(_is_asked(reading, unit) for unit in before):
        return 1.0
    said = [unit for unit in behind if _is_asked(reading, unit)]
    if said:
        return COUNTED_ASIDE if said[-1].start < end else 1.0
    return ONE_ASIDE if len(telling) == 1 else ASIDE


def _is_asked(reading: Reading, unit: Unit) -> bool:
    keys, groups = reading.asked
    return reading.matcher.key(unit) in keys or unit.group in groups


@kept
def _around(paragraph: Paragraph, span: Span) -> tuple[list[Unit], list[Unit]]:
    """The words of content before and behind a figure, up to a pause or another number."""
    start, end = paragraph.sentence_at(span[0])
    text = paragraph.text
    before = [
        found.end()
        for pattern in (_PAUSE, _NUMBER)
        for found in pattern.finditer(text, start, span[0])
    ]
    behind = [
        found.start()
        for pattern in (_PAUSE, _NUMBER)
        if (found := pattern.search(text, span[1], end))
    ]
    return (
        _telling(paragraph, (max([start, *before]), span[0])),
        _telling(paragraph, (span[1], min([end, *behind]))),
    )


def _telling(paragraph: Paragraph, span: Span) -> list[Unit]:
    return [
        unit
        for unit in paragraph.units_in(span)
        if unit.kind == "word" and not unit.is_stop and not unit.is_light
    ]

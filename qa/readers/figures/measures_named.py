"""Whether a rate is of the thing that is asked about, or of a narrower one or another.

"Tỷ lệ nộp hồ sơ đổi giấy phép trực tuyến đạt 10%" tells no "tỷ lệ hồ sơ trực tuyến": words of its
own stand between those asked about. And no rate of services tells "bao nhiêu % văn bản".
"""

import re
from collections.abc import Sequence

from index.vietnamese import Span
from qa.readers.reading import Reading
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt
from qa.words.terms import Unit
from qa.words.wordlists import any_of, words

NARROWER, OF_OTHERS, OF_OTHERS_YET = 0.6, 0.6, 0.4
# So many syllables of its own make it a narrower thing.
LEAST = 3

_ASKED_RATE = re.compile(
    r"\b(?:ty|ti) le\b(?! (?:nay|do|la|cao|thap|lon|nho|nhieu|it|tang|giam|dat|bao|may)\b)"
)
_RATE = re.compile(r"\b(?:ty|ti) le\b")
# What a rate is taken of, and its place, say nothing of what it measures.
_ENDS = Spelt(r"[;:(]|\d|\b(?:trên|trong|so với|của|tại|ở|cho|đạt|chiếm|là|tăng|giảm)\b")
# What is done with anything, and what any of these reports measure.
_ANY = frozenset(
    """nop tiep nhan giai quyet xu ly li thuc hien cung cap su dung gui tra duoc thu tuc hanh chinh dich vu cong han
    truoc so hoa ho truc tuyen toan trinh mot phan dien tu nguoi dan doanh nghiep co quan don vi qua quoc gia
    cac dia ban moi phat sinh hoan thanh tong luong ket muc do cua tren phuong tham dat trao doi giua dang duoi
    hinh nha nuoc lien thong luan chuyen truong mang ky ki dong dau""".split()
)
# A name goes on up to its verb.
_RATE_ENDS = Spelt(r"[;:(]|\b(?:đạt|chiếm|là|tăng|giảm)\b")
# Of people it is told what they do, in other words than "tỷ lệ cán bộ".
_ANYONE = re.compile(rf"{any_of(words('people_counted.txt'))}(?!\w)")
_FIGURE = re.compile(r"\d%|\d[\d.,]*,\d")


def measure_fit(reading: Reading, paragraph: Paragraph, figure: Figure) -> float:
    """How far a percentage is of the very thing that the question asks the rate of."""
    if figure.kind != "percent" or reading.question.asks != "percent" or paragraph.cells:
        return 1.0
    if not _is_rate_told(reading, paragraph):
        return OF_OTHERS_YET
    if _is_narrower(reading, paragraph, figure):
        return NARROWER
    return OF_OTHERS if _is_of_others(reading, paragraph, figure) else 1.0


def _is_rate_told(reading: Reading, paragraph: Paragraph) -> bool:
    """Whether a paragraph or what frames it says any of the first two words of what the rate is
    asked of: none of payments answers "tỷ lệ thanh toán"."""
    question = reading.question
    rates = list(_ASKED_RATE.finditer(question.plain))
    if len(rates) != 1:
        return True
    head = _head([unit for unit in question.units if unit.start >= rates[0].end()])
    places = reading.matcher
    framing = reading.framing(paragraph)
    if not head or _ANYONE.match(question.text, head[0].start):
        return True
    return any(
        places.positions(unit, paragraph) or places.key(unit) in framing.context for unit in head
    )


def _is_narrower(reading: Reading, paragraph: Paragraph, figure: Figure) -> bool:
    """Whether words of its own part those asked about, in the name of a rate; one named by less
    behind such a rate is of the same."""
    start, _ = paragraph.clause_at(figure.span[0])
    names = [
        _name(reading, paragraph, (found.end(), figure.whole[0]))
        for found in _RATE.finditer(paragraph.folded, start, figure.whole[0])
    ]
    if not names:
        return False
    *earlier, (own, told) = names
    return own >= LEAST or any(one >= LEAST and told < more for one, more in earlier)


def _name(reading: Reading, paragraph: Paragraph, span: Span) -> tuple[int, int]:
    """How many syllables of its own part those asked about in the name of a rate, and how many
    of those it holds."""
    end = _ENDS.search(paragraph.text, *span)
    name = paragraph.units_in((span[0], end.start() if end else span[1]))
    asked = [_is_asked(reading, unit) for unit in name]
    if True not in asked:
        return 0, 0
    first, last = asked.index(True), len(asked) - asked[::-1].index(True)
    own = [
        unit
        for unit, said in zip(name[first:last], asked[first:last], strict=True)
        if not said and unit.kind == "word" and not unit.is_stop and unit.folded not in _ANY
    ]
    return len(own), sum(asked)


def _is_of_others(reading: Reading, paragraph: Paragraph, figure: Figure) -> bool:
    """Whether the rate named last before a figure shares no word with what is asked about."""
    start, _ = paragraph.clause_at(figure.span[0])
    named = [one.end() for one in _RATE.finditer(paragraph.folded, start, figure.whole[0])][-1:]
    if not named:
        return False
    if _FIGURE.search(paragraph.text, named[0], figure.whole[0]):
        return False  # which may be the one that the rate is of
    end = _RATE_ENDS.search(paragraph.text, named[0], figure.whole[0])
    name = paragraph.units_in((named[0], end.start() if end else figure.whole[0]))
    telling = [unit for unit in name if unit.kind == "word" and not unit.is_stop]
    if _is_other_rate(reading, paragraph, (named[0], figure.whole[0])):
        return True
    return len(telling) >= LEAST and not any(_is_asked(reading, unit) for unit in telling)


def _is_other_rate(reading: Reading, paragraph: Paragraph, span: Span) -> bool:
    """Whether neither the first words of a rate's name are asked nor its name holds those of the
    rate that is: "tỷ lệ thanh toán trên cổng dịch vụ công" is none of "dịch vụ công"."""
    question = reading.question
    rates = list(_ASKED_RATE.finditer(question.plain))
    if len(rates) != 1:
        return False
    head = _head([unit for unit in question.units if unit.start >= rates[0].end()])
    end = _ENDS.search(paragraph.text, *span)
    name = paragraph.units_in((span[0], end.start() if end else span[1]))
    first = _head(name)
    if len(head) < 2 or len(first) < 2 or _ANYONE.match(question.text, head[0].start):
        return False
    if _differ(reading, paragraph, name, rates[0].end(), span[1]):
        return True
    key = reading.matcher.key
    keys, groups = {key(unit) for unit in name}, {unit.group for unit in name} - {-1}
    held = any(key(unit) in keys or unit.group in groups for unit in head)
    return not held and not any(_is_asked(reading, unit) for unit in first)


def _differ(
    reading: Reading, paragraph: Paragraph, name: Sequence[Unit], asked_at: int, told_at: int
) -> bool:
    """Whether a rate's name says as much that is not asked as its clause leaves out of the name
    that is: "người dùng thường xuyên phần mềm" are no "người dùng điện thoại thông minh"."""
    own = [one for one in name if one.kind == "word" and not one.is_stop and one.folded not in _ANY]
    if sum(not _is_asked(reading, unit) for unit in own) < LEAST:
        return False
    question, key = reading.question, reading.matcher.key
    end = _ENDS.search(question.text, asked_at)
    stop = end.start() if end else len(question.text)
    asked = [one for one in question.content if asked_at <= one.start < stop]
    held = paragraph.units_in(paragraph.clause_at(told_at))
    keys, groups = {key(unit) for unit in held}, {unit.group for unit in held} - {-1}
    return sum(key(one) not in keys and one.group not in groups for one in asked) >= LEAST


def _head(words: Sequence[Unit]) -> list[Unit]:
    """The first two words of a rate's name that tell anything."""
    return [unit for unit in words if unit.kind == "word" and not unit.is_stop][:2]


def _is_asked(reading: Reading, unit: Unit) -> bool:
    keys, groups = reading.asked
    return reading.matcher.key(unit) in keys or unit.group in groups

"""Who does what "ai" asks for: "do anh A phụ trách", "được ban hành bởi B", and who it is done to."""

import re

from index.vietnamese import Span, fold
from qa.readers.reading import Reading
from qa.texts.paragraph import Paragraph
from qa.texts.people import people
from qa.words.spelt import Spelt
from qa.words.terms import Unit

# Someone by whom a deed is said to be done, and to whom it is where the doer is asked for.
DOER, UNDERGOES = 1.2, 0.6
_TITLE = r"(?:(?:ông|bà|anh|chị|cô|thầy|cụ|đồng chí)\s)?"
_DONE_BY = re.compile(rf"\b(?:do|bởi)\s{_TITLE}(?:[^\W\d]+\s){{0,4}}$")
_DONE_BY_NEXT = re.compile(rf"\b(?:do|bởi)\s{_TITLE}$")
_UNDERGOES = re.compile(
    rf"\b(?:với|đối với|bị|đưa|bắt|khởi tố|truy nã|truy bắt|khen|phê bình|kỷ luật|cho)\s{_TITLE}$"
)
_SUFFERS = re.compile(r"(?:,[^,.;]{2,40},?)?\s(?:(?:vẫn|đã|cũng|đang|từng)\s)?bị(?!\w)")
# "Ai đi khảo sát", "ai đứng ra mở lớp": the deed is behind.
_GOES = re.compile(r"\s(?:(?:da|se|dang)\s)?(?:di|den|dung ra)(?=\s)")
# "Ai ở Sở Y tế phải duyệt": whose they are stands before what they do.
_PLACED_BEHIND = re.compile(
    r"\s(?:o|tai|trong|thuoc|cua)\s[^,?]{2,60}?(?=\s(?:co the|phai|duoc|co quyen|co trach nhiem|se|da)\s)"
)
# Someone who decides over others, where the one is asked for whom it is decided.
GIVES = 0.5
_RECEIVES = re.compile(r"\s(?:(?:da|se|vua|moi|tung|dang)\s)?(?:duoc|bi)\s")
_GIVEN = re.compile(r"\bgiao (?:viec )?(?:cho )?$")
_DECIDES = re.compile(
    r"(?:\s?\([^()]{2,90}\)|,[^,.;]{2,90},|\s[-–]\s[^.;]{2,90}\s[-–])?\s(?:(?:đã|vừa|sẽ|mới|cũng)\s)?"
    r"(?P<deed>ký|phê chuẩn|bổ nhiệm|quyết định|trao|giao|ban hành|chỉ đạo|yêu cầu)(?!\w)"
)
# "Ai phải lo việc ấy": who must is told to.
NOT_TOLD_TO = 0.5
_MUST = re.compile(r"\s(?:phai|can phai|co trach nhiem|co nhiem vu|chiu trach nhiem)\s")
_TOLD_TO = Spelt(
    r"\b(?:phải|cần|có trách nhiệm|chịu trách nhiệm|được giao|giao|phân công|yêu cầu|đề nghị|phụ trách)\b"
)
# "Tỉnh kỷ luật ai", "ai bị kỷ luật": whom the deed stands right before.
UNDERGONE = 1.2
_TO_WHOM = re.compile(rf"\s(?:đối với\s|với\s|cho\s)?{_TITLE}$")
_WHOM = re.compile(r"\s(?:(?!cua|la|do|boi|theo)[a-z]+\s)?(?:doi\s)?(?:voi\s)?")
# So many units behind who does it the deed stands, and where who it is may stand between.
REACH, APPOSITION = 5, 12
# So many characters before a name its deed begins.
REACH_BEFORE = 40


def asked_deed(reading: Reading) -> tuple[Unit | None, Unit | None]:
    """The words of content left and right of the question word: "ai phụ trách"; who does it
    together with the one asked for is passed over ("ai cùng ông A chủ trì")."""
    question = reading.question
    start, end = question.focus
    telling = [unit for unit in question.content if not unit.is_light]
    if question.plain[end:].startswith((" cung ", " voi ")):
        end = max([end, *(one.name[1] for one in people(question.text) if one.name[0] < end + 40)])
    if placed := _PLACED_BEHIND.match(question.plain, end):
        end = placed.end()
    if goes := _GOES.match(question.plain, end):
        end = goes.end()
    before = [unit for unit in telling if unit.end <= start]
    after = [unit for unit in telling if unit.start >= end]
    # "do ai ban hành": a deed of every report.
    after = after or [unit for unit in question.content if unit.start >= end]
    return before[-1] if before else None, after[0] if after else None


def holds(reading: Reading, units: list[Unit] | tuple[Unit, ...], asked: Unit) -> bool:
    """Whether one of some units is the one asked for, or says the same."""
    key = reading.matcher.key
    return any(key(unit) == key(asked) or unit.group == asked.group >= 0 for unit in units)


def is_done_by(reading: Reading, paragraph: Paragraph, span: Span) -> bool:
    """Whether the deed asked for is said to be done by a span: "do Quỹ A trao tặng"."""
    before = paragraph.text[max(0, span[0] - 40) : span[0]].lower()
    deed = asked_deed(reading)[1]
    if deed is None or not _DONE_BY_NEXT.search(before):
        return False
    last = paragraph.unit_at(span[1])
    return holds(reading, paragraph.units[last : last + REACH], deed)


def _tells_deed(reading: Reading, paragraph: Paragraph, span: Span) -> bool:
    """Whether the deed stands behind who does it, or what it is done to before: "lớp lừa đảo
    mạng do ông A đảm nhận"."""
    question = reading.question
    deed = asked_deed(reading)[1]
    if deed is None:
        return False
    first, last = paragraph.unit_at(span[0]), paragraph.unit_at(span[1])
    if holds(reading, paragraph.units[last : last + APPOSITION], deed):
        return True
    thing = [unit for unit in question.content if unit.start > deed.end and not unit.is_light]
    near = paragraph.units[max(0, first - REACH - 1) : first]
    return len(thing) > 1 and all(holds(reading, near, unit) for unit in thing[-2:])


def _gives(reading: Reading, paragraph: Paragraph, span: Span) -> bool:
    """Whether someone decides over another where it is asked whom it was decided for: "ai được
    giao phụ trách", "ông A ký quyết định …"."""
    question = reading.question
    decides = _DECIDES.match(paragraph.text, span[1])
    if decides and decides["deed"] == "giao" and _GIVEN.search(question.plain[: question.focus[0]]):
        return True
    if not _RECEIVES.match(question.plain, question.focus[1]):
        return False
    return decides is not None and fold(decides["deed"]) not in question.plain


def _undergoes(reading: Reading, paragraph: Paragraph, span: Span) -> bool:
    """Whether the deed asked for stands right before someone it is done to: "cảnh cáo ông A"."""
    question = reading.question
    start, end = question.focus
    left, right = asked_deed(reading)
    if question.plain[start:end] != "ai":
        return False
    passive = _RECEIVES.match(question.plain, end)
    # "Tỉnh kỷ luật ai": nothing is asked behind it.
    whom = left if left and _WHOM.fullmatch(question.plain, left.end, start) else None
    deed = right if passive else whom if not question.plain[end:].strip(" ?.!") else None
    if deed is None or deed.is_light:
        return False
    since = max(0, span[0] - REACH_BEFORE)
    to_whom = _TO_WHOM.search(paragraph.text.lower(), since, span[0])
    if to_whom is None:
        return False
    first = paragraph.unit_at(to_whom.start())
    told = [unit for unit in paragraph.units[max(0, first - 2) : first] if unit.start >= since]
    return bool(told) and holds(reading, told, deed)


def doer_fit(reading: Reading, paragraph: Paragraph, span: Span) -> float:
    """How far someone may be who does the deed that the question asks the doer of."""
    question = reading.question
    if _MUST.match(question.plain, question.focus[1]) and not _is_told_to(paragraph, span):
        return NOT_TOLD_TO
    asks_doer = question.plain[: question.focus[0]].endswith("do ")
    before = paragraph.text[max(0, span[0] - 60) : span[0]].lower()
    if _DONE_BY.search(before):
        told = asks_doer or _tells_deed(reading, paragraph, span)
        return DOER if told else 1.0
    if not asks_doer:
        if _undergoes(reading, paragraph, span):
            return UNDERGONE
        return GIVES if _gives(reading, paragraph, span) else 1.0
    undergoes = _UNDERGOES.search(before) or _SUFFERS.match(paragraph.text, span[1])
    return UNDERGOES if undergoes else 1.0


def _is_told_to(paragraph: Paragraph, span: Span) -> bool:
    """Whether a sentence says of someone what must be done."""
    start, end = paragraph.sentence_at(span[0])
    return _TOLD_TO.search(paragraph.text, start, end) is not None

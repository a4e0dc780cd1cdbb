"""The day on which something is only spoken of: of a meeting, a visit or the news itself."""

import re
from collections.abc import Collection

from index.vietnamese import UPPER, Span, fold
from qa.questions.asked_nature import says
from qa.questions.question import Question
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt

# A report dates its own news and its meetings; what they are about has another day.
ONLY_TOLD = 0.75
# What is held on a day, and who speaks on it.
_GATHERING = (
    r"(?:hoi nghi|cuoc hop|buoi hop|phien hop|ky hop|hop bao|buoi lam viec|cuoc lam viec|hoi thao|toa dam|dien dan"
    r"|phien chat van|buoi giao luu|hop giao ban|giao ban)"
)
_TELLS = (
    r"(?:cho biet|cho hay|thong tin|bao cao|phat bieu|noi|tra loi|khang dinh|chu tri|chat van|lam viec voi|hop ban|hop"
    r"|tiep xuc|trao doi|ghi nhan|kiem tra|giam sat)"
)
# "Ngày 28/11, HĐND tỉnh chất vấn …", "Chiều 2-7, UBND … tổ chức hội nghị …".
_HELD_ON = re.compile(
    rf"[^.;]{{0,90}}?\b(?:{_TELLS}|(?:to chuc|khai mac|dien ra|tai|du|trong|mo)\s(?:\w+\s){{0,2}}?{_GATHERING})\b"
)
# "… tại hội nghị ngày 5/9", "… làm việc với Sở ngày 5/9".
_HELD_BEFORE = re.compile(
    rf"\b(?:{_GATHERING}|lam viec voi)\b[^.;,]{{0,60}}?(?:vao |dien ra |to chuc )?(?:sang|chieu|toi|ngay|hom)?\s?$"
)
# "sáng nay (18/9)", "… nói với phóng viên ngày 31-3".
_TODAY = re.compile(
    r"\b(?:(?:sang|chieu|toi|trua) (?:nay|qua)|hom (?:nay|qua))\s?\($"
    r"|\b(?:noi|trao doi|chia se|tra loi) (?:voi|tren|phong van)\b[^.;]{0,30}$"
)
# When something is held, and what tells that something is.
NOT_HELD = 0.45
_EVENT = (
    r"(?:hội nghị|họp|phiên|kỳ họp|buổi|cuộc|hội thảo|tọa đàm|toạ đàm|diễn đàn|giao ban|đại hội|lễ|hội thi|khai mạc"
    r"|diễn tập|hội chợ|triển lãm|làm việc|sự kiện|chương trình|gặp mặt|ra quân)"
)
_ASKS_HELD = Spelt(
    r"\W*(?:(?:cho|xin) hỏi )?(?:hội nghị|cuộc họp|phiên họp|kỳ họp|hội thảo|tọa đàm|toạ đàm|diễn đàn|đại hội|lễ)\b"
    r"[^,?]*\b(?:tổ chức|diễn ra|khai mạc|bế mạc|họp)\b"
)
_HELD = Spelt(rf"\b{_EVENT}\b")
_ASKS_FOR_IT = (
    r"\b(?:hội nghị|họp|phiên|kỳ họp|buổi|cuộc|hội thảo|tọa đàm|toạ đàm|diễn đàn|giao ban|chất vấn|làm việc|nói|báo cáo"
    r"|phát biểu|trả lời|khẳng định|chủ trì|bàn|gặp|kiểm tra|giám sát|thăm|đến|tiếp|dự|công bố|thông tin về"
    r"|thông qua|biểu quyết|bấm nút|quyết nghị|phê chuẩn|bầu|chốt|thống nhất|đề nghị|đề xuất|yêu cầu|chỉ đạo|hứa)\b"
)

# A day with a name of its own: "Ngày Chuyển đổi số quốc gia 10/10".
_NAME_OF_DAY = rf"\bngày\s(?P<name>[{UPPER}][^\W\d]*(?:\s[^\W\d]+){{1,7}})\s\(?(?:ngày\s)?"
_NAMED_DAY = re.compile(rf"{_NAME_OF_DAY}$", re.IGNORECASE)
_NAMED_DAYS = re.compile(rf"{_NAME_OF_DAY}(?=\d)", re.IGNORECASE)
NAMED = 0.5


def named_day_fit(question: Question, paragraph: Paragraph, span: Span) -> float:
    """How far a date answers beside the days that have names: a named day's for the day itself, if
    the question names it, and no other one's then."""
    said = {unit.folded for unit in question.units}
    named = _NAMED_DAY.search(paragraph.text, 0, span[0])
    if named is None or not named["name"][0].isupper():
        asked = any(_is_said(day, said) for day in _NAMED_DAYS.finditer(paragraph.text))
        return NAMED if asked else 1.0
    return 1.0 if _is_said(named, said) else NAMED


def _is_said(day: re.Match[str], said: Collection[str]) -> bool:
    return day["name"][0].isupper() and all(word in said for word in fold(day["name"]).split()[:4])


def asks_occasion(question: Question) -> bool:
    """Whether the day of a meeting, a visit or a speech may be asked for."""
    return says(_ASKS_FOR_IT, question.text, question.folded)


def held_fit(question: Question, paragraph: Paragraph, span: Span) -> float:
    """How far a date may be of the gathering that is asked about: its clause tells of one."""
    if not _ASKS_HELD.match(question.text):
        return 1.0
    clause = paragraph.clause_at(span[0])
    return 1.0 if _HELD.search(paragraph.text, *clause) else NOT_HELD


def is_occasion(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether a date is of a meeting or of who says something, by the words around it."""
    first, last = paragraph.sentence_at(start)
    before = paragraph.folded[first:start]
    if _TODAY.search(before) or _HELD_BEFORE.search(before):
        return True
    opens = not before.strip(' -–"“(')
    return opens and _HELD_ON.match(paragraph.folded, end, last) is not None

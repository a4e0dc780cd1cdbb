"""Bodies as who does something: "ai cấp chứng thư số" may be answered by an office or a company."""

import re

from index.vietnamese import LOWER, Span
from qa.questions.asked_nature import says
from qa.questions.question import Question
from qa.readers.people.doers import APPOSITION, DOER, asked_deed, holds, is_done_by
from qa.readers.reading import Reading
from qa.texts.paragraph import Paragraph

# A body that acts where the deed asked for is told of it, and where another word stands for it.
ACTS, ACTS_OTHERWISE = 0.95, 0.8

# What people do: "ai nói", "ai ký", "ai chủ trì cuộc họp"; and who someone is.
_PERSONAL = (
    r"^\s*(?:(?:đã|sẽ|đang|từng|vừa|cũng|được cho) )*(?:nói|cho biết|cho hay|cho rằng|khẳng định|phát biểu|chia sẻ|kể"
    r"|ký|là|tên|giữ|nhấn mạnh|thừa nhận|trả lời|nhận xét|than|khen|chê|bày tỏ|ví|gọi|dự|tới dự|đến dự|tham dự"
    r"|lên làm|thay|kế nhiệm|đứng đầu|lãnh đạo|tiếp|đón|bị|mất|chết|sinh|qua đời|nghỉ|học|dạy|viết thư"
    r"|trình|báo cáo|đọc|giải trình|(?:chủ trì|điều hành|kết luận) (?:cuộc |buổi |phiên )?"
    r"(?:họp|hội|lễ|phiên|buổi|cuộc|làm việc))\b"
)
# "Chủ đầu tư … là ai": what is rather a body.
_ROLE = r"\b(?:chủ đầu tư|nhà thầu|nhà tài trợ|nhà phát triển|nhà cung cấp|đơn vị|bên)\b[^,?]*\b(?:là|tên) $"
_FROM = re.compile(
    r"(?:^|[.;:,—–(]\s?|(?<!\w)(?:do|bởi|là|giao|giao cho|đặt|thuê|mời|nhờ|chọn|chọn được|chỉ định|ủy quyền"
    r"|còn|và|riêng|thì|để|cho rằng|rằng)\s)$",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"(?:\s\([^()]{2,60}\))?\s(?!(?:và|của|với|thuộc|cùng|hay|hoặc|tại|ở|trong|trên|này|đó|nói|cho biết)\s)"
    rf"[{LOWER}]+\s"
)
_LABELLED = re.compile(r"[:—–(]\s?$")
_LABEL_ENDS = re.compile(r"\s?(?:[,.;)—–]|$)")
_ENTRUSTED = re.compile(r"\s(?:da |se |vua )?duoc (?:giao|chon|chi dinh)\b")
_GIVEN_TO = re.compile(r"(?<!\w)(?:giao|giao cho|là)\s$", re.IGNORECASE)


def may_act(question: Question) -> bool:
    """Whether "ai" asks who does something that bodies do, too."""
    start, end = question.focus
    if question.plain[start:end] != "ai":
        return False
    if says(_ROLE, question.text[:start], question.folded):
        return True
    behind = question.text[end:]
    if not behind.strip(" ?.!"):
        return False
    return not says(_PERSONAL, behind, question.folded)


def acting_fit(reading: Reading, paragraph: Paragraph, span: Span) -> float:
    """How far a body may be who does what is asked; 0 where it only stands in the sentence."""
    if is_done_by(reading, paragraph, span):
        return DOER
    text, (start, end) = paragraph.text, span
    before = text[max(0, start - 14) : start]
    if not _FROM.search(before):
        return 0.0
    labelled = _LABELLED.search(before) or _GIVEN_TO.search(before)
    if not _ACTS.match(text, end) and not (labelled and _LABEL_ENDS.match(text, end)):
        return 0.0
    if _ENTRUSTED.match(reading.question.plain, reading.question.focus[1]) and _GIVEN_TO.search(
        before
    ):
        return DOER
    deed = asked_deed(reading)[1]
    if deed is None:
        return ACTS_OTHERWISE
    last = paragraph.unit_at(end)
    told = holds(reading, paragraph.units[last : last + APPOSITION], deed)
    return ACTS if told else ACTS_OTHERWISE

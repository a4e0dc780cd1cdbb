"""Who is told to do something: "đề nghị các sở, ngành rà soát …", "người đứng đầu … phải trực tiếp chỉ đạo".

Who tells others to does not do it; those who are told mostly have no name.
"""

import re
from functools import lru_cache

from index.vietnamese import LOWER, Span
from qa.readers.bodies.kinds import LEADERS, group
from qa.readers.reading import Candidate, Reading, span_candidate
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt

# Someone with a name is told of more surely; whoever is told to do what is asked is meant.
UNNAMED, TOLD = 0.9, 1.2
# So many words tell what they have to do; where none is said of them it is something else.
TASK_WORDS, LEAST = 6, 0.5
_TELLS = r"(?:yêu cầu|đề nghị|giao(?: nhiệm vụ)?(?: cho)?|phân công|chỉ đạo|kêu gọi|nhắc|lưu ý|đốc thúc|đôn đốc)"
_WHOM = r"(?:những |các )?(?:ai|(?:cơ quan|đơn vị|sở|ngành|cấp|bên|người|bộ phận|tổ chức)(?: [^\s,?]+){0,2} nào)"
_ASKS = Spelt(
    rf"\b{_TELLS} {_WHOM}\b|\b{_WHOM} (?:phải|cần phải|cần|được (?:yêu cầu|đề nghị|giao)|có trách nhiệm)\b"
)
# What they are told begins with these.
_TASK = (
    r"(?:phải|cần|tiếp tục|tập trung|chủ động|rà soát|khẩn trương|tăng cường|đẩy mạnh|phối hợp|thực hiện|triển khai"
    r"|xây dựng|tham mưu|hoàn thiện|xác định|theo dõi|nghiêm túc|quan tâm|trực tiếp|sớm|tổ chức|bố trí|kiểm tra"
    r"|báo cáo|khảo sát|đánh giá|hướng dẫn|tuyên truyền|bảo đảm|đảm bảo|ban hành|tháo gỡ|nâng cao|chịu trách nhiệm"
    r"|thường xuyên|kịp thời|nghiên cứu|cập nhật|hoàn thành|chuẩn bị|công khai|gương mẫu)"
)


def read_addressed(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """Those whom a paragraph says to be told to do what is asked about."""
    if not asks_addressed(reading.question.text):
        return []
    found = []
    for match in _telling().finditer(paragraph.text):
        span = match.span("who")
        if _is_said(reading, paragraph, span):
            continue
        told = (span[0], paragraph.clause_at(span[0])[1])
        signs = {"unnamed": UNNAMED, "doer": TOLD, "task": _task_fit(reading, paragraph, told)}
        found.append(span_candidate(reading, paragraph, span, told, signs))
    return found


def _task_fit(reading: Reading, paragraph: Paragraph, told: Span) -> float:
    """How much of what the question says behind the question word is said to be theirs to do."""
    question = reading.question
    asked = [unit for unit in question.content if unit.start >= question.focus[1]][:TASK_WORDS]
    if not asked:
        return 1.0
    key = reading.matcher.key
    held = paragraph.units_in(told)
    keys, groups = {key(unit) for unit in held}, {unit.group for unit in held} - {-1}
    met = sum(key(unit) in keys or unit.group in groups for unit in asked)
    return LEAST + (1 - LEAST) * met / len(asked)


@lru_cache(maxsize=16)
def asks_addressed(question: str) -> bool:
    """Whether a question asks who is told to do something, or must."""
    return _ASKS.search(question) is not None


def _is_said(reading: Reading, paragraph: Paragraph, span: Span) -> bool:
    return paragraph.folded[slice(*span)] in reading.question.plain


@lru_cache(maxsize=1)
def _telling() -> re.Pattern[str]:
    """Those behind a verb that tells them to, up to what they are told to do."""
    who = rf"(?:(?:các|những|mỗi|mọi|toàn thể)\s)?(?i:{group()}|{LEADERS})(?!\w)"
    more = rf"(?:,?\s(?!(?:{_TASK}|và (?:{_TASK})|đã|sẽ|được|bị|có|là|cho|rằng)\b)[{LOWER}\w]+){{0,16}}?"
    return re.compile(
        rf"(?<!\w){_TELLS}\s(?:(?:trong )?thời gian tới,?\s|trước mắt,?\s)?(?P<who>{who}{more})"
        rf",?\s(?={_TASK}\b)"
    )

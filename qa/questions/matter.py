"""The matter of a comparison: a question without the words that say that things are compared."""

from collections.abc import Sequence

from qa.questions.indicators import like, spoken
from qa.questions.question import Question
from qa.texts.period import Period

MANY = r"\b(?:bao nhiêu|mấy)\b"
MORE = r"(?:cao|thấp|nhiều|ít|lớn|nhỏ|tốt|kém|nhanh|chậm|đắt|rẻ|dài|ngắn)"
EACH = r"mỗi (?:bên|nơi|tỉnh|loại|đơn vị|cấp|năm|người|nhóm|cái|thứ|khoản|khối|trường|huyện|xã|sở|bộ|ngành)"
_HOW = r"(?:bao nhiêu|thế nào|như thế nào|ra sao|mấy)"
_STEP = r"(?:bậc|hạng|điểm phần trăm|điểm|phần trăm|%)"
# What only says that several things are compared; a part is asked without it.
_COMPARING = (
    r"\b(?:tính gộp|cộng gộp|cộng vào|(?:tính |gộp |cộng )?(?:gộp|cộng) (?:lại|cả|chung|luôn))\b(?: thì\b)?"
    r"|\blại(?= (?:được|có|là|bao|mấy)\b)|"
    rf"\b(?:so sánh|đối chiếu|lần lượt(?: là)?|tương ứng|giữa|{EACH}|{MORE} nhất)\b"
    rf"|[,;]?\s*(?:và )?\b(?:cách|hơn|kém|lệch|chênh)(?: biệt| lệch)? nhau {MANY}(?: {_STEP})?"
    r"|[,;:]\s*(?:thì )?ai\b|[,;:]\s*(?:\w+ ){1,3}nào\b|[,;:]?\s*\b(?:\w+ nào|ở đâu)\b"
    rf"|\b{MORE} hơn(?: nhau)?\b|\bchênh(?: lệch)?(?: nhau)?(?: {_HOW})?(?=\W|$)"
    rf"|\bkhác (?:nhau(?: {_HOW})?|{_HOW})(?=\W|$)|\bthay đổi(?: {_HOW})?|[,;]?\s*\b(?:tăng|giảm) {MANY}"
)
_APART_BY = rf"\bchênh(?: lệch)?(?: nhau)? {MANY} (?:điểm )?(?:phần trăm|%)"
_MORE_OF = r"\b(?:nhiều|ít) (?P<noun>(?:\w+ ){1,7})hơn\b"
_SUMMED = r"\b(?:tính gộp|gộp (?:lại|cả|chung|luôn)|cộng (?:lại|cả|gộp|chung|luôn)|cộng vào)\b"

_AIMED = (
    r"\b(?:dự kiến|mục tiêu|chỉ tiêu|phấn đấu|kế hoạch)(?: (?:đặt|đề) ra)?\s*"
    r"(?:(?:của|cho|trong|vào|đến|tới|đặt ra)\s*)*(?:năm\s*)?$"
)


def aimed(question: Question, periods: Sequence[Period]) -> list[Period]:
    """The periods that something was aimed at for: "so với mức phấn đấu của quý II"."""
    return [one for one in periods if spoken(_AIMED, question.text[: one.start], question.folded)]


def asks_sum(question: Question) -> bool:
    """Whether several figures are asked for together: "tính gộp cấp tỉnh với cấp xã được mấy"."""
    return bool(spoken(_SUMMED, question.text, question.folded)) and question.asks in (
        "number",
        "count",
        "money",
    )


def without_comparing(text: str, folded: bool) -> str:
    """A question without the words that only say that several things are compared."""
    points = spoken(_APART_BY, text, folded)
    if points:
        how_many = like(text, "bao nhiêu phần trăm")
        text = f"{text[: points[0].start()]}{how_many}{text[points[0].end() :]}"
    more = spoken(_MORE_OF, text, folded)
    if more and not spoken(MANY, text, folded):
        noun = text[slice(*more[0].span("noun"))]
        text = f"{text[: more[0].start()]}{like(text, 'bao nhiêu')} {noun}{text[more[0].end() :]}"
    kept, last = [], 0
    for match in spoken(_COMPARING, text, folded):
        kept.append(text[last : match.start()])
        last = match.end()
    return "".join([*kept, text[last:]])

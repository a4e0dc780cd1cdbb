"""Ways and means in sentences: what "bằng cách nào", "làm thế nào", "qua kênh nào" ask for."""

import re
from functools import lru_cache

from index.vietnamese import Span
from qa.readers.reading import Reading
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt

# "Cao Bằng … trục nào", "kết quả … việc gì", "dùng chung": with their accents, and as words of their own.
_ASKS = Spelt(
    r"(?:(?<!cao )(?<!công )(?<!văn )\bbằng|\bqua|(?<!tiếp )\btheo|\bnhờ|\bdùng(?! chung)|\bsử dụng|\báp dụng)\b"
    r"[^,?]{0,24}\b(?:nào|gì|đâu)\b|\blàm (?:thế nào|cách nào|sao)\b"
    r"|\bcần (?:có |phải có )?(?:những )?gì (?:để|thì)\b|\bcách nào\b|\bkiểu gì\b|\bđâu ra\b"
    r"|\b(?:từ|lấy) (?:đâu|nguồn nào)\b"
)
# Behind these a sentence tells the way; two of them show it plainly.
_TELLS = re.compile(
    r"\b(?:bằng cách|bằng hình thức|theo hình thức|hình thức|thông qua|nhờ vào|nhờ|bằng|qua|sử dụng|dùng|áp dụng"
    r"|lấy từ|từ nguồn|theo phương thức|phương thức|cách)\s",
    re.IGNORECASE,
)
# What people have to do, where it is asked how they do it: "muốn đổi bằng thì làm thế nào".
_STEPS = re.compile(
    r"\b(?:chỉ cần|chỉ việc|hướng dẫn(?! (?:hoạt động|việc|thủ tục|nội dung) này\b)"
    r"|truy cập|đăng nhập|đăng ký tài khoản|tải (?:ứng dụng|về)|quét mã|cài đặt|liên hệ"
    r"|bấm|thao tác)\b",
    re.IGNORECASE,
)
_ASKS_STEPS = re.compile(
    r"\b(?:muon|can|de|de duoc)\b[^?]*\blam (?:the nao|cach nao|sao|gi)\b"
    r"|\bcan (?:co |phai co )?(?:nhung )?gi (?:de|thi)\b"
    r"|\b(?:muon|co the)\b[^?]*\bcach nao\b"
)
# A sentence that tells all there is to do for what the one before it tells of.
_ONLY = re.compile(r"\b(?:chỉ cần|chỉ việc|chỉ phải)\s", re.IGNORECASE)
_NO_WAY = re.compile(r"(?:trải|vượt|vừa|năm|tháng|thời gian|công|cân|phiên) $", re.IGNORECASE)
TOLD, UNTOLD, ALL_THERE_IS = 1.15, 0.9, 1.3


def tells_only_step(reading: Reading, sentence: str) -> bool:
    """Whether a sentence tells what only has to be done, where a way is asked for."""
    return _asks_means(reading.question.text) and _ONLY.search(sentence) is not None


@lru_cache(maxsize=16)
def _asks_means(question: str) -> bool:
    return _ASKS.search(question) is not None


def means(reading: Reading, paragraph: Paragraph, span: Span) -> float:
    """Whether a span tells a way that the question does not say itself; 1 where none is asked."""
    question = reading.question
    if not _asks_means(question.text):
        return 1.0
    if _ONLY.search(paragraph.text, *span):
        return ALL_THERE_IS
    if _ASKS_STEPS.search(question.plain) and _STEPS.search(paragraph.text, *span):
        return TOLD
    asked = {reading.matcher.key(unit) for unit in question.content}
    text = paragraph.text
    for cue in _TELLS.finditer(text, *span):
        if _NO_WAY.search(text[: cue.start()][-12:]):
            continue
        behind = paragraph.units_in((cue.end(), span[1]))[:2]
        if behind and not any(reading.matcher.key(unit) in asked for unit in behind):
            return TOLD
    return UNTOLD

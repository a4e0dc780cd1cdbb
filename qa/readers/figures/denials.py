"""Whether a figure counts those that do or those that do not: "3 thủ tục chưa có ai nộp"."""

import re
from collections.abc import Sequence

from index.vietnamese import Span
from qa.readers.denied import DENIAL, DENIES, asks_denied, denial_of
from qa.readers.reading import Reading
from qa.texts.paragraph import Paragraph, kept
from qa.words.spelt import Spelt

# Of those that do where the others are asked for, beside one of these or alone; of those asked for.
AFFIRMED, OF_THE_REST, DENIED = 0.8, 0.3, 1.15
# Of those done, or of all there are, where those not done are asked for.
OF_THOSE_DONE = 0.15
# Of those that do not, where those that do are asked for.
OF_THE_OTHERS = 0.3

_DENIED_BEHIND = re.compile(rf"(?: [^\W\d]+){{0,5}}? {DENIES} ", re.IGNORECASE)
_PAUSE = re.compile(r"[,;:()]\s|\d")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# What is not so may be told without a "không": "12 thôn lõm sóng", "còn 40 hộ".
_LACKS = re.compile(
    r"\b(?:thiếu|lõm|trễ|quá hạn|mất|hụt|vắng|trắng|tồn|còn|bỏ|(?<!đến )(?<!tới )hết|ngừng|dừng|nợ|chậm|lỗi|sai|từ chối"
    r"|trả lại|trống|vẫn vậy|như cũ|giữ nguyên|khuyết|trượt|hỏng|loại|rớt|ngoài|trừ|vướng|kẹt|chờ|đợi|thấp|kém|yếu"
    r"|miễn|thôi|nghỉ|rút|khó|ít)\b",
    re.IGNORECASE,
)
# "chưa đạt", "chưa hoàn thành": any of these tells those that did.
_REACHED = Spelt(r"\s(?:được )?(?:đạt|hoàn thành|hoàn tất|xong|vượt)\b")
# "đề ra 32 chỉ tiêu": all that there are.
_SET = Spelt(r"\b(?:đề ra|đặt ra|(?:được|tổng) giao)(?: [^\W\d]+){0,2} $")
_BELOW = Spelt(r"\b(?:dưới|không|chưa)\b")
# So many words behind a denial are what it denies.
OF_DENIAL, LEAST = 3, 2


def denial_fit(reading: Reading, paragraph: Paragraph, span: Span, rivals: Sequence[Span]) -> float:
    """How well the words around a figure deny what the question denies; `rivals` are the figures
    of the paragraph."""
    if not asks_denied(reading):
        return OF_THE_OTHERS if _denies_asked(reading, paragraph, span) else 1.0
    if is_denied(paragraph, span):
        return DENIED
    start, end = paragraph.sentence_at(span[0])
    if any(start <= one[0] < end and is_denied(paragraph, one) for one in rivals):
        return AFFIRMED
    if _is_done(reading, paragraph, span):
        return OF_THOSE_DONE
    return OF_THE_REST if _is_affirmed(reading, paragraph, span) else 1.0


def _is_done(reading: Reading, paragraph: Paragraph, span: Span) -> bool:
    """Whether a figure counts what was reached, or all there is to reach, where it is asked how many
    were not: "đạt 21 chỉ tiêu", "đề ra 32 chỉ tiêu"."""
    question = reading.question
    denial = denial_of(question.folded).search(question.text)
    if denial is None or not _REACHED.match(question.text, denial.end()):
        return False
    start, end = paragraph.clause_at(span[0])
    if _LACKS.search(paragraph.text, start, end) or DENIAL.search(paragraph.text, start, end):
        return False
    before = paragraph.text[start : span[0]]
    return (
        _SET.search(before) is not None or _REACHED.search(paragraph.text, start, end) is not None
    )


def _is_affirmed(reading: Reading, paragraph: Paragraph, span: Span) -> bool:
    """Whether the clause of a figure tells plainly what the question asks the denial of: of "bao
    nhiêu phần trăm chưa ký số" the 99% "được ký số" are the others."""
    question = reading.question
    denials = list(denial_of(question.folded).finditer(question.text))
    if not denials:
        return False
    start, end = paragraph.clause_at(span[0])
    if _LACKS.search(paragraph.text, start, end) or DENIAL.search(paragraph.text, start, end):
        return False
    if question.asks == "percent" and "%" in paragraph.text[slice(*span)]:
        return True  # a share of which nothing is denied is of those that do
    since, until = denials[0].end(), len(question.text)
    if since <= question.focus[0]:
        until = question.focus[0]  # "không đạt mấy chỉ tiêu"
    behind = [u for u in question.units if since <= u.start < until and not u.is_stop]
    denied = behind[:OF_DENIAL]
    key = reading.matcher.key
    held = paragraph.units_in((start, end))
    keys, groups = {key(unit) for unit in held}, {unit.group for unit in held} - {-1}
    told = sum(key(unit) in keys or unit.group in groups for unit in denied)
    return bool(denied) and told >= min(LEAST, len(denied)) and told >= len(denied) - 1


def _denies_asked(reading: Reading, paragraph: Paragraph, span: Span) -> bool:
    """Whether the very deed that is asked about is denied right behind a figure: "5 đơn vị chưa ban
    hành" are none that did."""
    denial = _DENIED_BEHIND.match(paragraph.text, span[1])
    question = reading.question
    if denial is None or _LACKS.search(question.text) or _BELOW.search(question.text):
        return False
    at = paragraph.unit_at(denial.end())
    deed = [unit for unit in paragraph.units[at : at + OF_DENIAL] if not unit.is_stop][:LEAST]
    keys, groups = reading.asked
    told = sum(reading.matcher.key(unit) in keys or unit.group in groups for unit in deed)
    return bool(deed) and told == len(deed) and all(unit.kind == "word" for unit in deed)


@kept
def is_denied(paragraph: Paragraph, span: Span) -> bool:
    """Whether words around a figure deny: before it from the last pause on, behind it up to the
    next number."""
    start, end = paragraph.sentence_at(span[0])
    text = paragraph.text
    before = _PAUSE.split(text[start : span[0]])[-1]
    number = _NUMBER.search(text, span[1], end)
    behind = text[span[1] : number.start() if number else end]
    return any(DENIAL.search(words) for words in (before, behind))

"""Whether a figure is of the topic that is asked about: "ý kiến về đất đai", "dữ liệu hộ tịch".

Records, opinions and the like are told apart by what they are about. A figure of one topic is none
of another, and one of all of them none of any.
"""

import re
from functools import lru_cache

from index.vietnamese import Span, fold, word_key
from qa.readers.reading import Reading
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt
from qa.words.thesaurus import is_compound
from qa.words.wordlists import words

UNTOLD, OF_ANOTHER = 0.3, 0.35

# "bao nhiêu ý kiến về đất đai được gửi đến tỉnh".
_TOPIC = Spelt(
    r"\b(?:bao nhiêu|mấy) (?:ý kiến|kiến nghị|phản ánh|đơn thư|đơn|khiếu nại|tố cáo|tin báo|cuộc gọi|câu hỏi|góp ý"
    r"|thủ tục(?: hành chính)?|hồ sơ|vụ|bài|tin)"
    r"(?: (?:liên quan (?:đến|tới)|về|thuộc|trong)(?: lĩnh vực| mảng| vấn đề)?| lĩnh vực) "
    r"(?P<topic>[^\s,?;\d]+(?: (?!(?:đã|được|có|trong|ở|tại|của|gửi|năm|từ|mà|cho|là|bị|và|hoặc)\b)[^\s,?;\d]+)?)"
)
# What there are several of, each told by the words behind it.
_HEAD = Spelt(
    r"\b(?P<head>cơ sở dữ liệu|dữ liệu|lĩnh vực|hồ sơ|thủ tục|tài khoản|hóa đơn|hợp đồng|sổ|giấy phép|mảng|ngành)\b"
)
_FIELDS = frozenset(
    form for entry in words("fields.txt") if entry[0] != "~" for form in (entry, fold(entry))
)
_BEHIND = re.compile(r" [^\W\d_]+ [^\W\d_]+(?!\w)")
# These tell no topic: what is done with records, and in what way.
_NO_TOPIC = frozenset(
    """nop tiep nhan giai quyet xu ly li thuc hien cung cap su dung gui tra duoc cong han so hoa truc tuyen toan trinh
    mot phan dien tu nguoi doanh nghiep co quan don vi qua quoc gia cac dia ban moi phat sinh hoan thanh tong luong
    ket chung rieng hanh chinh nay do kia mo lon chuyen nganh dung noi bo da dang can con bi chua khong goc ve cua
    thuoc trong tren tai o tinh huyen xa theo de cho va voi la ca day du sach lam dong bo lien thong tu den khi nha
    nuoc dich vu muc do bang thi quan ly chi tieu""".split()
)


def topic_fit(reading: Reading, paragraph: Paragraph, figure: Figure) -> float:
    """How far a figure is of the topic of a question that names one."""
    text = reading.question.text
    if (topic := _topic_of(text)) and not _is_told(reading, paragraph, figure, topic):
        return UNTOLD
    for head, asked in _headed(text):
        if _is_told(reading, paragraph, figure, asked, framed=False):
            continue
        clause = paragraph.clause_at(figure.span[0])
        told = [span for name, span in _headed(paragraph.text[slice(*clause)]) if name == head]
        if told and not any(_is_asked(reading, paragraph, clause[0], span) for span in told):
            return OF_ANOTHER
    return 1.0


@lru_cache(maxsize=256)
def _topic_of(text: str) -> Span | None:
    found = _TOPIC.search(text)
    return found.span("topic") if found else None


@lru_cache(maxsize=512)
def _headed(text: str) -> tuple[tuple[str, Span], ...]:
    """What a text names of which there are several, each with the two words that tell which."""
    found = []
    for head in _HEAD.of(text).finditer(text):
        behind = _BEHIND.match(text, head.end())
        if behind is None or any(fold(word) in _NO_TOPIC for word in behind.group().split()):
            continue
        told = behind.group().strip().lower()
        if told in _FIELDS or is_compound(*map(word_key, told.split())):
            found.append((fold(head["head"]), (behind.start() + 1, behind.end())))
    return tuple(found)


def _is_told(
    reading: Reading, paragraph: Paragraph, figure: Figure, asked: Span, framed: bool = True
) -> bool:
    """Whether the words of a topic are told in a figure's sentence, or by what frames its report."""
    key = reading.matcher.key
    said = [unit for unit in reading.question.units if asked[0] <= unit.start < asked[1]]
    held = paragraph.units_in(paragraph.sentence_at(figure.span[0]))
    keys = {key(unit) for unit in held}
    if framed:
        keys |= reading.framing(paragraph).context
    groups = {unit.group for unit in held} - {-1}
    return all(key(unit) in keys or unit.group in groups for unit in said)


def _is_asked(reading: Reading, paragraph: Paragraph, start: int, span: Span) -> bool:
    """Whether the question says a word of a span of a clause that begins at `start`."""
    keys, groups = reading.asked
    said = paragraph.units_in((start + span[0], start + span[1]))
    return any(reading.matcher.key(unit) in keys or unit.group in groups for unit in said)

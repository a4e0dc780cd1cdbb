"""What a sentence must say when a question asks for a name: "Nhà thầu bỏ hợp đồng tên gì?"."""

import re
from functools import lru_cache

from index.vietnamese import LOWER, UPPER, Span, fold
from qa.readers.reading import Reading
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt
from qa.words.wordlists import words

# The thing is told of, but not by its name; it is named outright.
UNNAMED, OUTRIGHT, WORDED = 0.4, 1.15, 1.3
# "tên gì", "tên là gì", and a question that begins with the name of something.
_ASKED = re.compile(r"\bten (?:la )?(?:gi|chi)\b|^\W*(?:cho biet )?ten (?!mien\b)|\bten .* la gi\b")
_SAYS = re.compile(r"[\"“”«»]|(?<!\w)(?:tên|gọi là|mệnh danh|thương hiệu)(?!\w)", re.IGNORECASE)
_OUTRIGHT = re.compile(
    rf"(?<!\w)(?i:tên|gọi|gọi tắt|viết tắt|mệnh danh|đặt tên|tên gọi|tên đầy đủ|tên tiếng anh)(?: là| gọi)?:?\s"
    rf"(?:[\"“']|\w*[{UPPER}])"
)
# "tên viết tắt là gì": in brackets behind the name, or said to be the short one.
_SHORT_ASKED = re.compile(r"\b(?:viet|goi) tat\b[^,?]{0,12}\b(?:gi|nao|the nao)\b")
_SHORT = re.compile(
    rf"\((?:viết tắt|gọi tắt)?[^()]{{0,8}}[{UPPER}]{{2,}}[^()]{{0,24}}\)|(?:viết|gọi) tắt"
)
# Behind the noun of a thing that bears a name: "ứng dụng iSmart", "trạm Phan Châu", 'cuốn "Đất lành"'.
_BEARS = rf"(?:\s[{LOWER}]+){{0,2}}\s(?:[\"“'‘]|(\w*[{UPPER}]\w*))"
UNBORNE = 0.75
# These go on with the question: "chiến dịch có hạn chế gì".
_NO_PART = r"(?:là|có|của|nó|giúp|để|làm|được|bị|thì|đã|đang|sẽ|vì|do|cho|gặp|cần|phải|muốn|trong|ở|tại|như)"
# "bệnh viện huyện của Quảng Bình" says where it is.
_NAME = rf"(?:\s(?!(?:của|ở|tại|thuộc|cho|tỉnh|huyện|với)\s)[{LOWER}]+){{0,2}}\s([{UPPER}]\w*)"
_TELLING = 3


# What is written in quotation marks or behind a colon where it is told: asked for by "là gì".
_WORDED = (
    r"(?:phương châm|khẩu hiệu|chủ đề|thông điệp|slogan|tôn chỉ|tiêu đề|tựa đề|nhan đề|chuyên đề)"
)
_WORDED_ASKED = Spelt(
    rf"\b(?P<noun>{_WORDED})\b(?:[^,?]*\b(?:là|gồm|có)\b[^,?]{{0,24}}| (?:là )?)\b(?:gì|nào|thế nào|ra sao)"
)
_WORDING = rf"(?:\s(?:chung|chính|năm|hành động|là|của|với|mang tên|gồm|[\d{UPPER}]\S*)){{0,6}}\s?(?:[\"“”'‘]|:)"
_WORDING_PLAIN = r"\s(?:chung |chính |hành động )?(?:là|lấy)\s"


def words_it(reading: Reading, paragraph: Paragraph, span: Span) -> float:
    """Whether a sentence gives the words of a motto, a theme or a title that is asked for."""
    asked = _worded(reading.question.text)
    if asked is None:
        return 1.0
    text = paragraph.text[slice(*span)]
    noun = _noun_of(asked)
    if re.search(noun + _WORDING, text, re.IGNORECASE):
        return WORDED
    return 1.0 if re.search(noun + _WORDING_PLAIN, text, re.IGNORECASE) else UNNAMED


@lru_cache(maxsize=16)
def _worded(question: str) -> str | None:
    """The noun of the words that a question asks for, without accents."""
    asked = _WORDED_ASKED.search(question)
    return fold(asked["noun"]) if asked else None


@lru_cache(maxsize=16)
def _noun_of(folded: str) -> str:
    """A noun of what is worded with its accents: "khẩu hiệu" for "khau hieu"."""
    known = re.findall(r"[^|():?]+", _WORDED)
    return rf"\b{next((noun for noun in known if fold(noun) == folded), folded)}\b"


def says_name(reading: Reading, paragraph: Paragraph, span: Span) -> float:
    """Whether a sentence gives the name asked for: by a word of naming, in quotation marks, or
    in capitals right behind what has it ("công ty Họp Xanh")."""
    question = reading.question
    if _SHORT_ASKED.search(question.plain):
        return OUTRIGHT if _SHORT.search(paragraph.text, *span) else UNNAMED
    if not _ASKED.search(question.plain):
        return _bears(reading, paragraph, span)
    sentence = paragraph.text[slice(*span)]
    if _OUTRIGHT.search(sentence):
        return OUTRIGHT
    if _SAYS.search(sentence):
        return 1.0
    asked = {question.text[unit.start : unit.end] for unit in question.units}
    for unit in [one for one in question.content if one.folded != "ten"][:_TELLING]:
        word = re.escape(question.text[unit.start : unit.end])
        named = re.findall(rf"(?<!\w)(?i:{word}){_NAME}", sentence)
        if any(name not in asked for name in named):
            return 1.0
    return UNNAMED


def _bears(reading: Reading, paragraph: Paragraph, span: Span) -> float:
    """Whether a sentence names a thing of the kind asked for: "ứng dụng nào"."""
    question = reading.question
    asked = _bearer_asked().search(question.text.lower()) if question.asks == "how" else None
    if not asked:
        return 1.0
    said = {question.text[unit.start : unit.end].lower() for unit in question.units}
    bearer = re.escape(question.text[slice(*asked.span(1))])
    named = re.finditer(rf"(?<!\w)(?i:{bearer}){_BEARS}", paragraph.text[slice(*span)])
    told = any(match[1] is None or match[1].lower() not in said for match in named)
    return OUTRIGHT if told else UNBORNE


@lru_cache(maxsize=1)
def _bearer_asked() -> re.Pattern[str]:
    """A noun of things that bear names, asked for: "ứng dụng nào", "cuốn sách tranh gì"."""
    nouns = "|".join(sorted(words("named_things.txt"), key=len, reverse=True))
    return re.compile(rf"\b({nouns})(?: (?!{_NO_PART}\b)[^\s,?]+){{0,3}}? (?:nào|gì)\b")

"""Official documents as answers: "nghị quyết nào", "kế hoạch số mấy"."""

import re

from index.vietnamese import LOWER, UPPER, Span, fold
from qa.paragraph import Paragraph
from qa.question import Question
from qa.readers.reading import Candidate, Reading, span_candidate

_DOCUMENT = re.compile(
    r"(?P<type>Nghị quyết|Quyết định|Kế hoạch|Chỉ thị|Thông tư(?: liên tịch)?|Công văn|Đề án|Nghị định|Báo cáo"
    r"|Thông báo|Kết luận|Chương trình|Luật|Công điện|Quy định|Văn bản|Tờ trình|Hướng dẫn|Công ước|Hiệp định"
    r"|Nghị định thư|Pháp lệnh)"
    r"(?P<said>\s+số)?(?:\s*:)?\s+(?P<number>\d+(?:[/-][\w&Đđ]+)*(?:-[\w&Đđ]+)*"
    r"(?:\s/\s(?-i:[A-ZĐ&]{1,8}g?)(?:\s?-\s?(?-i:[A-ZĐ&]{1,8}g?))*)?)",
    re.IGNORECASE,
)
# A law or treaty is called by what it is about: "Luật An ninh mạng".
_TITLED = re.compile(
    r"(?:(?P<type>Luật|Bộ luật|Pháp lệnh|Công ước|Hiệp định|Hiệp ước|Nghị định thư|Tuyên bố(?: chung)?|Hiến chương)"
    rf"|(?<!\w)(?P<small>luật|pháp lệnh|công ước|hiệp định))\s(?=[{UPPER}])"
    r"(?P<title>[^\W\d_]+(?:(?:[ -]|, (?=(?:chống|sử dụng|chữa)\b))[^\W_]+){0,9})"
)
_BY_NUMBER = re.compile(r"\bso (?:may|bao nhieu|nao|gi|hieu|ky hieu)\b")
# Here the name of a law ends and the sentence goes on.
_SAYS_ON = re.compile(
    r"\s(?:(?:và|của|được|có|đã|sẽ|đang|quy định|năm|là|để|về|ban hành|cho|trong|tại|với|theo|nhằm|do|thì|cũng|này"
    r"|hiện hành|sửa đổi|ngày|số(?= \d)|thông qua|gồm|nên|từ|khi|mà|bị|phải|chưa|không|vào|cùng|mới|cần|còn"
    r"|ra đời|bắt đầu|chính thức|trước|sau|hay|hoặc|như|nếu|bởi|đến|ở|trên|nước|cho phép|yêu cầu|bắt buộc|nêu|ghi"
    r"|hiệu lực|lần)(?!\w)(?! (?:phòng|sử dụng|gia đình|tố cáo|công nghệ|viễn thông|văn bản|quy phạm)))"
)
OTHER_TYPE = 0.15
# The replacing document for the replaced one.
OTHER_ROLE = 0.3
_REPLACES = r"(?:thay(?: the)?(?: cho)?|bai bo|huy bo|sua doi(?:, bo sung)?)"
_REPLACED_BY = re.compile(rf"\b{_REPLACES}\s*(?:\w+\s){{0,3}}$")
_REPLACING = re.compile(rf"\W*(?:nay\s|da\s|moi\s)?{_REPLACES}\b")
# "kế hoạch 11 mục tiêu" counts targets; "tại nghị quyết 02, …" names a document.
_COUNTS = re.compile(rf"\s[{LOWER}]")
_ASKED_TYPE = re.compile(
    r"\b(nghị quyết|quyết định|kế hoạch|chỉ thị|thông tư|công văn|đề án|nghị định|luật|chương trình|thông báo"
    r"|kết luận|quy định|hướng dẫn(?! viên)|báo cáo|công ước|hiệp định|pháp lệnh|tuyên bố)\b"
)


def read_documents(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The official documents a paragraph names, of the type asked for."""
    question = reading.question
    focus = fold(question.text[max(0, question.focus[0] - 30) : question.focus[1]])
    named = re.findall(fold(_ASKED_TYPE.pattern), focus)
    if not named:  # "Công văn … gửi Cục … mang số bao nhiêu?"
        named = re.findall(fold(_ASKED_TYPE.pattern), fold(question.text))[:1]
    wanted = named[-1] if named else None
    if re.search(r"van (ban|kien)", focus):
        wanted = None
    replaced = _asks_replaced(question)
    matches = list(_DOCUMENT.finditer(paragraph.text))
    found = _read_titled(reading, paragraph, wanted)
    for at, match in enumerate(matches):
        if fold(match["number"]).lstrip("0") in question.document_numbers:
            continue
        if _counts_things(paragraph.text, match):
            continue
        signs = {
            "type": 1.0 if wanted is None or fold(match["type"]).startswith(wanted) else OTHER_TYPE
        }
        span = match.span()
        if replaced is not None:
            signs["replaced"] = (
                1.0 if _is_replaced(paragraph.text, span) == replaced else OTHER_ROLE
            )
        until = matches[at + 1].start() if at + 1 < len(matches) else len(paragraph.text)
        reach = min(until, paragraph.sentence_at(span[0])[1])
        whole = (span[0], max(span[1], reach))
        found.append(span_candidate(reading, paragraph, span, whole, signs))
    return found


def _read_titled(reading: Reading, paragraph: Paragraph, wanted: str | None) -> list[Candidate]:
    """The laws and treaties that a paragraph calls by their titles."""
    found: list[Candidate] = []
    if _BY_NUMBER.search(fold(reading.question.text)):
        return found
    at = 0
    while match := _TITLED.search(paragraph.text, at):
        called = match["type"] or match["small"]
        on = _SAYS_ON.search(paragraph.text, match.start("title"), match.end())
        span = (match.start(), on.start() if on else match.end())
        at = span[1]
        if fold(paragraph.text[slice(*span)]) in reading.question.plain:
            continue
        fits = wanted is None or wanted in fold(called)
        signs = {"type": 1.0 if fits else OTHER_TYPE}
        found.append(span_candidate(reading, paragraph, span, span, signs))
    return found


def _asks_replaced(question: Question) -> bool | None:
    """Whether the document is asked for that another replaced, or the one that replaces it; None
    where neither is."""
    text = fold(question.text)
    if _REPLACED_BY.search(text[max(0, question.focus[0] - 30) : question.focus[0]]):
        return True
    return False if _REPLACING.match(text, question.focus[1]) else None


def _is_replaced(text: str, span: Span) -> bool:
    return _REPLACED_BY.search(fold(text[max(0, span[0] - 40) : span[0]])) is not None


def _counts_things(text: str, match: re.Match[str]) -> bool:
    number = match["number"]
    if not number.isdigit() or number.startswith("0") or match["said"]:
        return False
    return match["type"][0].islower() and _COUNTS.match(text, match.end()) is not None

"""Official documents as answers: "nghị quyết nào", "kế hoạch số mấy"."""

import re

from index.vietnamese import LOWER, fold
from qa.paragraph import Paragraph
from qa.readers.reading import Candidate, Reading, span_candidate

_DOCUMENT = re.compile(
    r"(?P<type>Nghị quyết|Quyết định|Kế hoạch|Chỉ thị|Thông tư(?: liên tịch)?|Công văn|Đề án|Nghị định|Báo cáo"
    r"|Thông báo|Kết luận|Chương trình|Luật|Công điện|Quy định|Văn bản|Tờ trình|Hướng dẫn)"
    r"(?P<said>\s+số)?(?:\s*:)?\s+(?P<number>\d+(?:[/-][\w&Đđ]+)*(?:-[\w&Đđ]+)*"
    r"(?:\s/\s(?-i:[A-ZĐ&]{1,8}g?)(?:\s?-\s?(?-i:[A-ZĐ&]{1,8}g?))*)?)",
    re.IGNORECASE,
)
OTHER_TYPE = 0.15
# "kế hoạch 11 mục tiêu" counts targets; "tại nghị quyết 02, …" names a document.
_COUNTS = re.compile(rf"\s[{LOWER}]")
_ASKED_TYPE = re.compile(
    r"\b(nghị quyết|quyết định|kế hoạch|chỉ thị|thông tư|công văn|đề án|nghị định|luật|chương trình|thông báo"
    r"|kết luận|quy định|hướng dẫn(?! viên)|báo cáo)\b"
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
    matches = list(_DOCUMENT.finditer(paragraph.text))
    found = []
    for at, match in enumerate(matches):
        if fold(match["number"]).lstrip("0") in question.document_numbers:
            continue
        if _counts_things(paragraph.text, match):
            continue
        signs = {
            "type": 1.0 if wanted is None or fold(match["type"]).startswith(wanted) else OTHER_TYPE
        }
        span = match.span()
        until = matches[at + 1].start() if at + 1 < len(matches) else len(paragraph.text)
        reach = min(until, paragraph.sentence_at(span[0])[1])
        whole = (span[0], max(span[1], reach))
        found.append(span_candidate(reading, paragraph, span, whole, signs))
    return found


def _counts_things(text: str, match: re.Match[str]) -> bool:
    number = match["number"]
    if not number.isdigit() or number.startswith("0") or match["said"]:
        return False
    return match["type"][0].islower() and _COUNTS.match(text, match.end()) is not None

"""Documents and dates as answers: spans that a pattern finds."""

import re

from index.vietnamese import Span, fold
from qa.paragraph import Paragraph
from qa.readers.reading import Candidate, Reading, quote_around
from qa.territory import Territories

_DOCUMENT = re.compile(
    r"(?P<type>Nghị quyết|Quyết định|Kế hoạch|Chỉ thị|Thông tư(?: liên tịch)?|Công văn|Đề án|Nghị định|Báo cáo"
    r"|Thông báo|Kết luận|Chương trình|Luật|Công điện|Quy định|Văn bản|Tờ trình|Hướng dẫn)"
    r"(?P<said>\s+số)?(?:\s*:)?\s+(?P<number>\d+(?:[/-][\w&Đđ]+)*(?:-[\w&Đđ]+)*)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?P<day>(?:ngày\s+)?\b\d{1,2}[/-]\d{1,2}[/-](?:19|20)\d\d\b"
    r"|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+(?:19|20)\d\d)?"
    r"|(?:(?:sáng|chiều|tối|trưa|ngày|hôm)\s+){1,2}\d{1,2}[/-]\d{1,2}(?:[/-](?:19|20)\d\d)?\b"
    r"|\b\d{1,2}/\d{1,2}\b(?=\s*(?:[,.;)]|năm\b|vừa|tới|này|hằng|$)))"
    r"|(?P<month>tháng\s+\d{1,2}(?:\s*[/-]\s*|\s+năm\s+)(?:19|20)\d\d|tháng\s+\d{1,2}\b)"
    r"|(?P<quarter>quý\s+(?:IV|III|II|I|[1-4])(?:\s*[/-]\s*|\s+năm\s+|\s+)?(?:(?:19|20)\d\d)?)"
    r"|(?P<year>(?:năm\s+)?\b(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_ISSUED = re.compile(r"\b(?:ban hanh|ky|phe duyet|duoc ky)\b")
_AIMED_YEAR = re.compile(r"(?:den|huong den|giai doan|so voi|-)\s*(?:nam)?\s*$")
# The date of issue stands at most this many units behind the document's number.
BESIDE = 6
NOT_BESIDE = 0.3

_ASKED_TYPE = re.compile(
    r"(nghị quyết|quyết định|kế hoạch|chỉ thị|thông tư|công văn|đề án|nghị định|luật|chương trình|thông báo"
    r"|kết luận|quy định|hướng dẫn|báo cáo)"
)


def read_documents(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The official documents a paragraph names, of the type asked for."""
    question = reading.question
    focus = fold(question.text[max(0, question.focus[0] - 30) : question.focus[1]])
    wanted = next(iter(re.findall(fold(_ASKED_TYPE.pattern), focus)[-1:]), None)
    if re.search(r"van (ban|kien)", focus):
        wanted = None
    matches = list(_DOCUMENT.finditer(paragraph.text))
    found = []
    for at, match in enumerate(matches):
        if fold(match["number"]).lstrip("0") in question.document_numbers:
            continue
        if match["number"].isdigit() and not match["said"] and match["type"][0].islower():
            continue
        fit = 1.0 if wanted is None or fold(match["type"]) == wanted else 0.15
        span = match.span()
        until = matches[at + 1].start() if at + 1 < len(matches) else len(paragraph.text)
        reach = min(until, paragraph.sentence_at(span[0])[1])
        found.append(_candidate(reading, paragraph, span, (span[0], max(span[1], reach)), fit))
    return found


def read_dates(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The dates a paragraph names, as exact as the question asks."""
    question = reading.question
    asked = fold(question.text[slice(*question.focus)])
    matches = list(_DATE.finditer(paragraph.text))
    owners = reading.territories(paragraph, [match.span() for match in matches], opening=True)
    issue = bool(question.document_numbers) and bool(_ISSUED.search(fold(question.text)))
    found = []
    for match in matches:
        grain = match.lastgroup or "day"
        fit = _grain_fit(asked, grain)
        if not fit or _is_stated(reading, match.group()):
            continue
        before = fold(paragraph.text[max(0, match.start() - 14) : match.start()])
        if grain == "year" and _AIMED_YEAR.search(before):
            fit *= 0.5
        if issue and not _beside_document(reading, paragraph, match.start()):
            fit *= NOT_BESIDE
        span = match.span()
        found.append(_candidate(reading, paragraph, span, span, fit, owners[span]))
    return found


def _beside_document(reading: Reading, paragraph: Paragraph, offset: int) -> bool:
    """Whether a date stands right behind the document that the question names, or is said of
    its issue ("Ngày 21/5, UBND tỉnh ban hành Quyết định số …")."""
    at = paragraph.unit_at(offset)
    sentence = paragraph.sentence_at(offset)
    behind = paragraph.folded[offset : sentence[1]]
    issued = _ISSUED.search(behind)
    if issued and any(
        number in behind[issued.end() :] for number in reading.question.document_numbers
    ):
        return True
    near = paragraph.units[max(0, at - BESIDE) : at]
    numbers = reading.question.document_numbers
    return any(
        re.split(r"[/-]", unit.folded)[0] in numbers or unit.folded in numbers for unit in near
    )


def _candidate(
    reading: Reading,
    paragraph: Paragraph,
    span: Span,
    reach: Span,
    fit: float,
    territories: Territories | None = None,
) -> Candidate:
    match = reading.match(paragraph, reach, territories)
    fit *= reading.place_fit(paragraph, span)
    if reading.question.asks != "date":
        fit *= max(0.5, reading.period_fit(paragraph, span))
    return Candidate(
        paragraph=paragraph,
        span=span,
        quote=quote_around(paragraph, span),
        text=paragraph.text[slice(*span)],
        score=match.coverage * fit * (1 - 0.5 * match.lost),
    )


def _grain_fit(asked: str, grain: str) -> float:
    for word, grains in (
        ("nam nao", {"year": 1.0, "month": 0.6, "day": 0.5, "quarter": 0.6}),
        ("nam bao", {"year": 1.0}),
        ("thang", {"month": 1.0, "day": 0.7}),
        ("quy", {"quarter": 1.0}),
        ("ngay", {"day": 1.0, "month": 0.3}),
        ("hom", {"day": 1.0}),
    ):
        if word in asked and not (word == "thang" and "ngay" in asked):
            return grains.get(grain, 0.0)
    return {"day": 1.0, "month": 0.95, "quarter": 0.9, "year": 0.85}[grain]


def _is_stated(reading: Reading, text: str) -> bool:
    return fold(text) in fold(reading.question.text)

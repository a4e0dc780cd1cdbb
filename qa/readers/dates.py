"""Dates as answers: "khi nào", "ngày nào", "từ ngày nào đến ngày nào"."""

import re
from itertools import pairwise

from index.vietnamese import fold
from qa.paragraph import Paragraph
from qa.readers.reading import Candidate, Reading, span_candidate
from qa.readers.times import OTHER_YEARS, other_years

_DATE = re.compile(
    r"(?P<edge>(?:(?:đến |cho đến )?(?:hết|cuối|đầu|giữa|trước)\s+)?)"
    r"(?:(?P<day>(?:ngày\s+)?\b\d{1,2}[/-]\d{1,2}[/-](?:19|20)\d\d\b"
    r"|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+(?:19|20)\d\d)?"
    r"|(?:(?:sáng|chiều|tối|trưa|ngày|hôm)\s+){1,2}\d{1,2}[/-]\d{1,2}(?:[/-](?:19|20)\d\d)?\b"
    r"|\b\d{1,2}/\d{1,2}\b(?=\s*(?:[,.;)]|năm\b|vừa|tới|này|hằng|$)))"
    r"|(?P<month>tháng\s+\d{1,2}(?:\s*[/-]\s*|\s+năm\s+)(?:19|20)\d\d|tháng\s+\d{1,2}\b)"
    r"|(?P<quarter>quý\s+(?:IV|III|II|I|[1-4])(?:\s*[/-]\s*|\s+năm\s+|\s+)?(?:(?:19|20)\d\d)?)"
    r"|(?P<year>(?:năm\s+)?(?<!/)\b(?:19|20)\d\d\b(?!/)))",
    re.IGNORECASE,
)
_ISSUED = re.compile(r"\b(?:ban hanh|ky|phe duyet|duoc ky)\b")
_AIMED_YEAR = re.compile(r"(?:den|huong den|giai doan|so voi|-)\s*(?:nam)?\s*$")
# What is still to come is asked for.
_AIMS = re.compile(
    r"\b(?:muc tieu|phan dau|muon|moc|han|ky vong|du kien|ke hoach|tro thanh|huong toi|tam nhin|se|phai|den nam nao)\b"
)
# A deadline is asked for, and how one is told.
_DEADLINE = re.compile(r"\bhan (?:chot|cuoi)\b|\b(?:cham|muon) nhat\b")
_DUE = re.compile(r"\b(?:truoc|het|den|cham nhat|muon nhat|han|toi)\b")
NOT_DUE = 0.8
# An end is asked for; a beginning is none.
_END = re.compile(
    r"\b(?:toi|den) (?:het )?(?:khi|bao|ngay|hom|luc|thang|nam|quy) (?:nao|gio|may)\b"
)
_BEGINS = re.compile(r"\b(?:tu|ke tu)(?: ngay)?\s$")
BEGINNING = 0.7
# "Nghị quyết 50/NQ-CP ngày 08/4/2022": the date of a document tells when nothing else happened.
_DOCUMENT_DATED = re.compile(
    r"(?:\d/[\w-]*[a-z][\w/-]*|\b(?:van ban|cong van|quyet dinh|nghi quyet|thong tu|nghi dinh)(?: bo sung| so \d+)?)"
    r",?\s\(?$"
)
_ASKS_ISSUE = re.compile(
    r"\b(?:ban hanh|ky|phe duyet|cong bo|thong qua|ra|dua ra|co tu|van ban|quyet dinh|qd|nghi quyet|thong tu|nghi dinh"
    r"|cong van|chi thi|ke hoach so|giao|gui|trinh)\b"
)
OF_DOCUMENT = 0.6
# The date of issue stands at most this many units behind the document's number.
BESIDE = 6
NOT_BESIDE = 0.3
# "đến năm 2025": a target's year.
AIMED = 0.5
# What a date loses whose words lack all that stands around the question word: a report dates its
# own news, its meetings and its plans alike.
ASIDE = 0.4

# A time from one date to another, and the questions that ask for one.
_UNTIL = re.compile(
    r"\s*(?:đến|tới|-|–)\s*(?:hết\s+)?(?:ngày\s+|tháng\s+|năm\s+)?\d", re.IGNORECASE
)
_LASTING = re.compile(
    r"\b(?:keo dai|tu .* (?:den|toi)|trong nhung ngay|thoi gian nao|giai doan nao)\b"
)
LASTING, NOT_LASTING = 1.15, 0.9
# Characters between the two dates: "đến hết ngày".
NEXT = 10


def read_dates(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The dates a paragraph names, as exact as the question asks, and the times from one to another."""
    question = reading.question
    asked = fold(question.text[slice(*question.focus)])
    dates = [(match.span(), match.lastgroup or "day") for match in _DATE.finditer(paragraph.text)]
    owners = reading.territories(paragraph, [span for span, _ in dates], opening=True)
    issue = bool(question.document_numbers) and bool(_ISSUED.search(fold(question.text)))
    asks_issue = _ASKS_ISSUE.search(fold(question.text)) is not None
    aims = _AIMS.search(fold(question.text)) is not None
    due = _DEADLINE.search(fold(question.text)) is not None
    ends = _END.search(fold(question.text)) is not None
    lasting = bool(_LASTING.search(fold(question.text)))
    found = []
    for span, grain in dates:
        fit = _grain_fit(asked, grain)
        said = paragraph.text[slice(*span)]
        if not fit or _is_stated(reading, said):
            continue
        before = paragraph.folded[max(0, span[0] - 14) : span[0]]
        lead = paragraph.folded[max(0, span[0] - 40) : span[0]]
        aimed = grain == "year" and not aims and _AIMED_YEAR.search(before)
        besides = issue and not _beside_document(reading, paragraph, span[0])
        signs = {
            "grain": fit,
            "aimed": AIMED if aimed else 1.0,
            "due": NOT_DUE if due and not _DUE.search(before + fold(said)) else 1.0,
            "of document": NOT_BESIDE if besides else 1.0,
            "beginning": BEGINNING if ends and _BEGINS.search(lead) else 1.0,
            "issue": OF_DOCUMENT if not asks_issue and _DOCUMENT_DATED.search(lead) else 1.0,
            "dated": OTHER_YEARS if _is_of_other_years(reading, paragraph) else 1.0,
        }
        signs["about"] = 1 - ASIDE * (
            1 - reading.about(reading.match(paragraph, span, owners[span]))
        )
        found.append(span_candidate(reading, paragraph, span, span, signs, owners[span]))
    for (first, grain), (last, _) in pairwise(dates):
        if _UNTIL.match(paragraph.text, first[1], last[1]) and last[0] - first[1] <= NEXT:
            signs = {
                "grain": _grain_fit(asked, grain),
                "lasting": LASTING if lasting else NOT_LASTING,
            }
            span = (first[0], last[1])
            found.append(span_candidate(reading, paragraph, span, span, signs, owners[first]))
    return found


def _is_of_other_years(reading: Reading, paragraph: Paragraph) -> bool:
    asked = reading.question.period
    return bool(asked and asked.year and other_years(paragraph.document, asked.year))


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


def _grain_fit(asked: str, grain: str) -> float:
    if "ngay thang" in asked:
        asked = "ngay"
    for word, grains in (
        ("nam nao", {"year": 1.0, "month": 0.6, "day": 0.5, "quarter": 0.6}),
        ("nam bao", {"year": 1.0}),
        ("nam may", {"year": 1.0}),
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

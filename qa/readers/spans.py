"""Documents, dates and organisations as answers: spans that a pattern finds."""

import re

from index.places import provinces
from index.vietnamese import LOWER, UPPER, Span, fold
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
_CAPITAL = rf"[{UPPER}][\w&.-]*"
# The fields of the state's departments, as their names have them.
_SECTOR = (
    r"Thường vụ(?: Tỉnh ủy| Thành ủy| Huyện ủy| Quốc hội)?|Chấp hành(?: Đảng bộ)?(?: tỉnh)?|Chỉ đạo|Quản lý"
    r"|Dân vận|Tuyên giáo|Thường trực|Thông tin và Truyền thông|Tài nguyên và Môi trường"
    r"|Kế hoạch và Đầu tư|Giáo dục và Đào tạo|Nội vụ|Tài chính"
    r"|Giao thông [Vv]ận tải|Công [Tt]hương|Nông nghiệp và Phát triển [Nn]ông thôn|Khoa học và Công nghệ|Y tế"
    r"|Lao động\s?[-–,]?\s?Thương binh và Xã hội|Văn hóa, Thể thao và Du lịch|Văn hóa và Thể thao|Tư pháp"
    r"|Xây dựng|Ngoại vụ|Du lịch|Nông nghiệp và Môi trường|Công an|Quốc phòng|Dân tộc|Bưu chính"
)
_PLACE_WORD = rf"(?:{'|'.join(sorted(provinces(), key=len, reverse=True))})"
_ORGANIZATION = re.compile(
    rf"(?P<head>Sở|Bộ|Ban|Cục|Tổng cục|Tập đoàn|Tổng công ty|Công ty|Trung tâm|Trường|Bệnh viện|Ngân hàng"
    rf"|UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Văn phòng|Công an|Phòng|Hội|Hiệp hội|Đoàn|Chi cục|Thanh tra|Viện"
    rf"|Kho bạc|Đài|Báo|Liên đoàn|Học viện|Đại học|Tổ|Đảng ủy|Tỉnh ủy|Huyện ủy|Liên minh|Quỹ|Cổng|Bưu điện)"
    rf"(?P<name>(?:\s(?:{_SECTOR})(?!\w))?"
    rf"(?:\s(?:và\s)?(?:{_CAPITAL}(?:(?:\s[{LOWER}]+){{1,3}}(?=\s{_PLACE_WORD}))?|tỉnh|huyện|xã|thành phố|cổ phần"
    rf"|công nghệ|viễn thông|chuyển|đổi"
    rf"|số|quốc gia|chỉ đạo|nhân dân|dữ liệu|phục vụ|hành chính|công|điều hành|thông minh|giám sát|đô thị"
    rf"|cấp|khoa|tiểu học|học|nghệ|tin|thông|trực tuyến|chuyên môn|kinh tế|tổng hợp|\d+)(?![{LOWER}]))*"
    rf"(?:,\s[a-z{LOWER}]+(?:\s[a-z{LOWER}]+)?\svà\s[{UPPER}]\w+)?)"
    rf"|(?P<brand>VNPT(?:\s[{UPPER}]\w+(?:\s[{UPPER}]\w+)?)?|Viettel(?:\s[{UPPER}]\w+(?:\s[{UPPER}]\w+)?)?"
    rf"|FPT(?:\s[{UPPER}]\w+)?|MobiFone|CMC|MISA|Vinaphone|VNPost|VietnamPost|Vietcombank|Agribank"
    rf"|BIDV|VietinBank|Napas|NAPAS|[{UPPER}]{{3,8}}(?:-[{UPPER}]\w+)?)\b"
)
_NOT_ORGANIZATION = frozenset(
    "DTI TTHC CĐS GRDP OCOP UBND HĐND GPLX BCĐ DVC KTXH CNTT THPT THCS ISO SOC LGSP NGSP AI VND USD PAR"
    " INDEX IOC CCCD BHYT MTTQ DDCI PCI PAPI BẮC GIANG".split()
)

_BUSINESS_HEADS = frozenset({"doanh", "tap", "cong", "nha", "ngan", "hang"})
_STATE_HEADS = frozenset(
    "Sở Bộ Ban Cục UBND HĐND Văn Phòng Công Chi Thanh Đoàn Hội Tổ Trường".split()
) | {
    "Ủy ban",
    "Uỷ ban",
    "Hội đồng",
    "Văn phòng",
    "Công an",
    "Chi cục",
    "Trung tâm",
    "Thanh tra",
    "Tổng cục",
}

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


def read_organizations(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The organisations a paragraph names."""
    question = reading.question
    head = fold(question.text[slice(*question.focus)]).split(" ")[0]
    found = []
    for match in _ORGANIZATION.finditer(paragraph.text):
        name = match.group().strip()
        if name in _NOT_ORGANIZATION or fold(name) in fold(question.text):
            continue
        if match["head"] and not match["name"].strip():
            continue
        if head in _BUSINESS_HEADS and match["head"] in _STATE_HEADS:
            continue
        generic = head in ("don", "co", "to", "ban", "ai", "doi") or head in _BUSINESS_HEADS
        fits = generic or fold(name).startswith(head) or (head == "so" and name.startswith("Sở"))
        end = match.start() + len(match.group().rstrip())
        span = (match.start(), end)
        found.append(_candidate(reading, paragraph, span, span, 1.0 if fits else 0.2))
    return found


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

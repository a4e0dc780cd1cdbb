"""How official documents are named: by a number, by a code, by a title."""

import re
from dataclasses import dataclass

from index.vietnamese import LOWER, UPPER, Span, fold
from qa.texts.paragraph import Paragraph, kept


@dataclass(frozen=True, slots=True)
class Official:
    """A document as a text names it; `type` is folded, `number` empty where a title tells it."""

    span: Span
    type: str
    number: str = ""


_TYPES = (
    r"Nghị quyết|Quyết định|Kế hoạch|Chỉ thị|Thông tư(?: liên tịch)?|Công văn|Đề án|Nghị định|Báo cáo|Thông báo"
    r"|Kết luận|Chương trình|Luật|Công điện|Quy định|Văn bản|Tờ trình|Hướng dẫn|Công ước|Hiệp định|Nghị định thư"
    r"|Pháp lệnh|(?:Quy chế|Hợp đồng|Biên bản|Phương án|Giấy phép)(?=\ssố\s)"
)
_NUMBERED = re.compile(
    rf"(?P<type>{_TYPES})"
    r"(?P<said>\s+số)?(?:\s*:)?\s+(?P<number>\d+(?:[/-][\w&Đđ]+)*(?:-[\w&Đđ]+)*"
    r"(?:\s/\s(?-i:[A-ZĐ&]{1,8}g?)(?:\s?-\s?(?-i:[A-ZĐ&]{1,8}g?))*)?)",
    re.IGNORECASE,
)
# What stands in a code for the type: "318/BC-SNV"; a code of offices alone is a letter's.
_CODES = {
    "NQ": "nghi quyet",
    "QĐ": "quyet dinh",
    "KH": "ke hoach",
    "CT": "chi thi",
    "TT": "thong tu",
    "TTLT": "thong tu",
    "NĐ": "nghi dinh",
    "BC": "bao cao",
    "TB": "thong bao",
    "KL": "ket luan",
    "HD": "huong dan",
    "TTr": "to trinh",
    "CĐ": "cong dien",
    "QC": "quy che",
    "HĐ": "hop dong",
    "BB": "bien ban",
    "ĐA": "de an",
    "PA": "phuong an",
}
LETTER = "cong van"
_CODED = re.compile(
    rf"(?:(?<!\w)(?P<type>(?i:{_TYPES}|Quy chế|Hợp đồng|Biên bản|Phương án|Giấy phép))"
    rf"(?:\s[{LOWER}]+){{0,3}}?,?\s)?"
    rf"(?P<said>(?:mang\s)?số\s+)?(?<![\w./])(?P<number>\d{{1,5}}(?:/\d{{4}})?\s?[/-]\s?"
    r"(?P<code>[A-ZĐ][A-ZĐ&]{1,7}[rg]?)(?:\s?[-/]\s?[A-ZĐ][\wĐđ&.]{0,12})*)(?!\w)"
)
# A law or treaty is called by what it is about: "Luật An ninh mạng", also "Luật an ninh mạng".
_TITLED = re.compile(
    r"(?:(?P<type>Luật|Bộ luật|Pháp lệnh|Công ước|Hiệp định|Hiệp ước|Nghị định thư|Tuyên bố(?: chung)?|Hiến chương)"
    rf"|(?<!\w)(?P<small>luật|pháp lệnh|công ước|hiệp định))\s(?:về\s)?(?=[{UPPER}])"
    r"(?P<title>[^\W\d_]+(?:(?:[ -]|, (?=(?:chống|sử dụng|chữa)\b))[^\W_]+){0,9})"
)
_SMALL_TITLE = re.compile(
    r"(?<!\w)(?P<type>Luật)\s(?!sư|gia|pháp|này|mới|cũ|trên|đó|hiện|quy định|cũng|được|đã|sẽ|có|còn|chưa|không|cho|là"
    rf"|của|và|do|yêu cầu|nêu|cần|phải|khi|nên|thì|bắt|chỉ|nghiêm|đang|ghi|sửa|năm|ra|số)(?=[{LOWER}])"
    r"(?P<title>[^\W\d_]+(?:[ -][^\W_]+){1,9})"
)
_QUOTED = re.compile(
    r"(?P<type>Đề án|Chương trình|Kế hoạch|Dự án|Nghị quyết|Chỉ thị|Quy định)\s(?:về\s)?"
    r"[\"“](?P<title>[^\"“”]{6,220})[\"”]",
    re.IGNORECASE,
)
# Here the name of a law ends and the sentence goes on.
_SAYS_ON = re.compile(
    r"\s(?:(?:và|của|được|có|đã|sẽ|đang|quy định|năm|là|để|về|ban hành|cho|trong|tại|với|theo|nhằm|do|thì|cũng|này"
    r"|hiện hành|sửa đổi|ngày|số(?= \d)|thông qua|gồm|nên|từ|khi|mà|bị|phải|chưa|không|vào|cùng|mới|cần|còn"
    r"|ra đời|bắt đầu|chính thức|trước|sau|hay|hoặc|như|nếu|bởi|đến|ở|trên|nước|cho phép|yêu cầu|bắt buộc|nêu|ghi"
    r"|hiệu lực|lần)(?!\w)(?! (?:phòng|sử dụng|gia đình|tố cáo|công nghệ|viễn thông|văn bản|quy phạm)))"
)
# "kế hoạch 11 mục tiêu" counts targets; "tại nghị quyết 02, …", "nghị quyết 54 của …" name a document.
_COUNTS = re.compile(
    rf"\s(?!(?:của|về|do|và|được|là|đã|để|tại|cho|thì|nêu|từ|theo|khi|này|năm \d|ngày \d)(?!\w))[{LOWER}]"
)


@kept
def numbered(paragraph: Paragraph) -> list[Official]:
    """The documents that a paragraph names by a number, in order: "nghị quyết 54", "số 96/QĐ-BCĐ"."""
    text = paragraph.text
    found = [
        Official(match.span(), fold(match["type"]), match["number"])
        for match in _NUMBERED.finditer(text)
        if not _counts_things(text, match)
    ]
    taken = [one.span for one in found]
    for match in _CODED.finditer(text):
        start, end = match.span()
        if any(first < end and start < last for first, last in taken):
            continue
        told = match["type"] or match["said"] or match["code"] in _CODES
        if told:
            coded = _CODES.get(match["code"], LETTER)
            kind = fold(match["type"]) if match["type"] else coded
            found.append(Official((start, end), kind, match["number"]))
    return sorted(found, key=lambda one: one.span)


@kept
def titled(paragraph: Paragraph) -> list[Official]:
    """The laws and treaties that a paragraph calls by their titles."""
    return [*_titles(paragraph.text, _TITLED), *_titles(paragraph.text, _SMALL_TITLE)]


def quoted(paragraph: Paragraph, kind: str) -> list[Official]:
    """The documents of a kind, folded, whose titles stand in quotation marks: 'đề án "Làng số"'."""
    return [
        Official(match.span(), fold(match["type"]))
        for match in _QUOTED.finditer(paragraph.text)
        if fold(match["type"]) == kind
    ]


def _titles(text: str, pattern: re.Pattern[str]) -> list[Official]:
    found: list[Official] = []
    at = 0
    while match := pattern.search(text, at):
        said = match.groupdict()
        on = _SAYS_ON.search(text, match.start("title"), match.end())
        span = (match.start(), on.start() if on else match.end())
        at = max(span[1], match.start("title") + 1)
        found.append(Official(span, fold(said["type"] or said["small"])))
    return found


def _counts_things(text: str, match: re.Match[str]) -> bool:
    number = match["number"]
    if not number.isdigit() or number.startswith("0") or match["said"]:
        return False
    return match["type"][0].islower() and _COUNTS.match(text, match.end()) is not None

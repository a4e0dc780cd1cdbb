"""What a sentence must have to tell what is asked: words of someone asked what they say, a sanction
of those asked how they are punished, a name where bodies or places are asked for by "nào"."""

import re
from functools import lru_cache

from index.places import find_provinces
from index.vietnamese import LOWER, UPPER, Span, fold
from qa.readers.reading import Reading
from qa.texts.countries import countries
from qa.texts.organizations import STATE, organizations
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt, fold_pattern
from qa.words.wordlists import is_vietnamese

# A sentence without it hardly tells what is asked.
UNTOLD = 0.5
UNNAMED = 0.45

# What is said stands right behind the verb: "nói gì", "xin điều gì", "khuyên phường đó làm gì".
_WHAT = (
    r"(?: (?:do|nay|them|lai|ve|huyen|tinh|xa|phuong|so|bo|dan|nguoi dan|nhung|cac|dieu|viec|cai|chuyen|thu))*"
    r" (?:gi|the nao|ra sao|sao|lam gi)\b(?! them| moi)"
)
# (what is asked, what tells it); verbs that stand for each other are together.
_SPEECH: tuple[tuple[re.Pattern[str], Spelt], ...] = tuple(
    (re.compile(rf"(?<!cau )\b(?:{asked}){_WHAT}"), Spelt(told))
    for asked, told in (
        (
            "noi|phat bieu|khang dinh|nhan manh|nhan dinh|nhan xet|cho biet|tiet lo|tuyen bo|binh luan",
            r"[:\"“”«»]|\b(?:nói|phát biểu|khẳng định|nhấn mạnh|nhận định|nhận xét|nhìn nhận|cho biết|cho hay|cho rằng"
            r"|tiết lộ|tuyên bố|bình luận|theo|đánh giá|yêu cầu|đề nghị|chỉ đạo|kể|khen|chê|thừa nhận|chia sẻ|lưu ý"
            r"|cảnh báo|kêu gọi|bày tỏ|biểu dương|hứa|cam kết|đính chính|giải thích|lý giải|trả lời|thông tin|nêu"
            r"|bảo|ví|nhắc|dặn|ghi nhận|mong|phản ánh|than|phân tích|tin rằng|chỉ rõ|chúc|bác|phủ nhận|xác nhận)\b",
        ),
        (
            "tra loi|phan hoi|hoi dap|hoi am",
            r"[:\"“”«»]|\b(?:trả lời|đáp|phản hồi|hồi âm|hồi đáp|đồng ý|chấp thuận|thống nhất|từ chối|cho biết|cho hay"
            r"|cho rằng|nói|khẳng định|giải thích|lý giải|hứa|ghi nhận|tiếp thu|giải trình|phân trần|bác)\b",
        ),
        (
            "xin|kien nghi|de xuat|de nghi|doi hoi|mong|mong muon",
            r"\b(?:xin|kiến nghị|đề xuất|đề nghị|đòi|mong|muốn|yêu cầu|kêu gọi|nguyện vọng|cần|phải|nên|gợi ý|góp ý)\b",
        ),
        (
            "hua|cam ket",
            r"\b(?:hứa|cam kết|sẽ|bảo đảm|đảm bảo|quyết tâm|phấn đấu|cam đoan|khẳng định|phải)\b",
        ),
        (
            "khuyen|khuyen cao|dan|dan do|can dan|nhac|nhac nho|luu y|canh bao|phe binh|gop y",
            r"\b(?:khuyên|khuyến|nên|dặn|nhắc|lưu ý|cảnh báo|phê bình|góp ý|đề nghị|yêu cầu|cần|phải|đừng|tránh"
            r"|không được|lên tiếng|chú ý|chê|kiến nghị|tuyệt đối|bảo|chỉ đạo)\b",
        ),
    )
)
_VERBS = re.compile(
    r"\b(?:noi|phat|khang|nhan|cho|tiet|tuyen|binh|tra|phan|hoi|xin|kien|de|doi|mong|hua|cam|khuyen|dan|can|nhac"
    r"|luu|canh|phe|gop)\b"
)
_PUNISHED = re.compile(
    r"\b(?:de nghi|kien nghi|yeu cau|de xuat)\b.*?\b(?:xu ly|xu phat|xu|ky luat|ki luat)"
    r"(?: [^\s,?]+){0,3}? (?:the nao|ra sao|sao|hinh thuc (?:nao|gi)|muc nao)\b"
    r"|\bbi (?:xu ly|xu phat|xu|phat|ky luat|ki luat)(?: [^\s,?]+){0,4}? (?:the nao|ra sao|sao|hinh thuc (?:nao|gi)"
    r"|muc nao)\W*$|\bk[yi] luat(?: [^\s,?]+){0,10}? (?:hinh thuc|muc) (?:nao|gi)\b"
    r"|\bhinh thuc (?:k[yi] luat|xu ly|xu phat)(?: [^\s,?]+){0,4}? (?:gi|nao)\b"
)
_SANCTION = Spelt(
    r"\b(?:khiển trách|cảnh cáo|cách chức|giáng|hạ|thôi việc|khai trừ|xóa tư cách|xoá tư cách|phê bình|nhắc nhở"
    r"|đình chỉ|tước|thu hồi|trừ|phạt|khởi tố|bắt|tạm giữ|tạm giam|truy tố|tù|kiểm điểm|luân chuyển|chuyển"
    r"|rút kinh nghiệm|buộc|bồi thường|hoàn trả|cấm|cắt|loại|đuổi|nộp|truy thu|tịch thu|tuyên án|tạm dừng|cho nghỉ"
    r"|cho thôi|miễn nhiệm|bãi nhiệm|không được|mất|tháo dỡ|đóng cửa|xin lỗi|treo|khóa|khoá)\b"
)
# Nouns of bodies and places, each with a name of its own, asked for by "nào".
_BEARER = Spelt(
    r"\b(?:đội(?! tượng)|cục|học viện|(?<!nhân )(?<!thành )(?<!sinh )viện|bệnh viện"
    r"|(?<!môi )(?<!thị )(?<!hiện )trường(?! hợp)|nhà thầu|doanh nghiệp|công ty|tập đoàn|ngân hàng|hãng"
    r"|(?<!cơ )(?<!trụ )sở|(?<!cán )(?<!đi )bộ|xã|phường|huyện|tỉnh|nước|làng|bưu cục|tàu cá|tàu|hợp tác xã|nhà máy"
    r"|trạm|tổ chức)"
    r"(?: (?!(?:là|có|bị|được|đã|sẽ|ở|tại|thuộc|thế|cách|bằng|theo)\b)[^\s,?]+){0,3}? nào\b(?! do\b| cũng\b)"
)
_OF_STREETS = re.compile(
    rf"\b(?:[Đđ]ường|[Pp]hố|[Cc]ầu|[Qq]uận|[Pp]hường|[Hh]uyện|[Xx]ã|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị)"
    rf"(?:\s[{UPPER}][{LOWER}]*)+|\b(?:Thủ tướng|Chính phủ|Chủ tịch|Bộ trưởng|Thứ trưởng|Thanh tra)\b"
)
# Of several alike, each called by its number or letter: "khối 1", "phương án B".
_NUMBERED = Spelt(
    r"(?<!các )(?<!những )\b(?P<noun>khối(?! lớp)|lớp(?! học)|phương án|tổ hợp|vòng|gói"
    r"|phiên bản|phân khu|đề thi|bảng(?= đấu| nào))"
    r"(?: (?!(?:là|có|bị|được|đã|sẽ|ở|tại|thuộc|thế|cách|bằng|theo)\b)[^\s,?]+){0,4}? nào\b(?! do\b| cũng\b)"
)
_ITS_NUMBER = r"(?: (?:số|thứ))?[ \"“'](?:\d|một\b|hai\b|ba\b|bốn\b|năm\b|nhất\b|cuối\b|đầu\b)"
_PLURAL = r"(?<!các )(?<!những )(?<!mọi )(?<!tất cả )"
# Bodies may be called by their place: "trường Hà Nội", "đội Huế".
_OF_PLACES = re.compile(
    r"(?!nha thau|doanh nghiep|cong ty|tap doan|ngan hang|hang|to chuc|hop tac xa)"
)
_CAPITAL = re.compile(rf"(?<![\w/])(?![IVX]+\b)[{UPPER}][\w’']*|\b[{LOWER}]+\d\w*|\b\d+[A-Z]\w*")


def tells(reading: Reading, paragraph: Paragraph, text: str) -> float:
    """Whether a text has what a question like this one asks for; 1 for any other question."""
    plain = reading.question.plain
    told = _told_by(plain)
    if told is not None and not told.search(text):
        return UNTOLD
    if noun := _asks_numbered(reading.question.text):
        folded = reading.question.folded
        if not _told_one(noun, folded).search(fold(text) if folded else text):
            return UNNAMED
    if (bearer := _asks_bearer(reading.question.text)) and not _names_another(
        reading.question.text, text, bearer
    ):
        # Of a text in small letters nothing can be said.
        return UNNAMED if _CAPITAL.search(paragraph.text) else 1.0
    return 1.0


@lru_cache(maxsize=16)
def _told_by(plain: str) -> Spelt | None:
    """What the answer to a question must have, none where anything may answer."""
    if ("luat" in plain or "bi " in plain or "xu " in plain) and _PUNISHED.search(plain):
        return _SANCTION
    if not _VERBS.search(plain):
        return None
    return next((told for asked, told in _SPEECH if asked.search(plain)), None)


def _no_business(text: str) -> list[Span]:
    """What a text names that is no business: places, people, the state's own bodies."""
    found = [*countries(text), *((one.start, one.end) for one in find_provinces(text))]
    found += [one.span for one in organizations(text) if one.kind in STATE]
    return found + [one.span() for one in _OF_STREETS.finditer(text)]


@lru_cache(maxsize=16)
def _asks_numbered(question: str) -> str:
    """The noun of things told apart by numbers that is asked for by "nào"; empty for others."""
    found = _NUMBERED.search(question)
    return found["noun"].lower() if found else ""


@lru_cache(maxsize=16)
def _told_one(noun: str, folded: bool) -> re.Pattern[str]:
    """One of the things of a noun: by its number, or called by a word behind it; of all of them
    ("các khối từ lớp 1 …") only a number tells."""
    called = r"(?!(?:của|là|đã|đang|sẽ|trong|ở|tại|từ|này|đó)\b)[^\W\d]"
    told = rf"\b{noun}{_ITS_NUMBER}|{_PLURAL}\b{noun} {called}"
    return re.compile(fold_pattern(told) if folded else told, re.IGNORECASE)


@lru_cache(maxsize=16)
def _asks_bearer(question: str) -> str:
    """The noun of who or what is asked for by "nào", with what stands between, without accents;
    empty for others."""
    found = _BEARER.search(question)
    return fold(found.group()) if found else ""


def _names_another(question: str, text: str, bearer: str) -> bool:
    """Whether a text has a name that the question does not have; of a business where that is
    asked for."""
    said = set(re.findall(r"\w+", fold(question)))
    others = [] if _OF_PLACES.match(bearer) else _no_business(text)
    for match in _CAPITAL.finditer(text):
        if any(start <= match.start() < end for start, end in others):
            continue
        word = match.group()
        before = text[: match.start()].rstrip(" \"“'(–-")
        opens = not before or before[-1] in ".!?:;"
        behind = text[match.end() : match.end() + 2].strip()
        if fold(word) in said or (opens and is_vietnamese(word) and not behind[:1].isupper()):
            continue
        return True
    return False

"""Phrases of which one denies the other: "tăng" and "giảm", "bắt buộc" and "tự nguyện"."""

import re
from functools import lru_cache

from qa.words.spelt import fold_pattern

_FEE = r"(?:phí|tiền|cước|lệ phí|học phí|viện phí)"
_NOT = r"(?<!không )(?<!không phải )(?<!chưa )"
# What is paid for or free, in cash or without it, running or stopped, whatever word denies it.
PAID = rf"{_NOT}(?:thu|mất|tính|trả|đóng|nộp|tốn) (?:thêm )?{_FEE}"
FREE = (
    rf"miễn (?:toàn bộ |hoàn toàn )?{_FEE}|không tốn"
    rf"|không (?:phải )?(?:thu|mất|tính|trả|đóng|nộp|tốn) (?:thêm )?{_FEE}"
)
CASHLESS = r"(?:không|phi) (?:(?:phải )?(?:cần|dùng|sử dụng|thu|trả|bằng|qua)(?: bằng| đến| tới)? )?tiền mặt"
CASH = (
    r"(?<!không )(?<!phi )(?<!không dùng )(?<!không cần )(?<!không sử dụng )(?<!không bằng )"
    r"(?<!không thu )(?<!không trả )(?<!không thu bằng )(?<!không trả bằng )(?<!không phải dùng )tiền mặt"
)
STOPPED = (
    r"(?:ngưng|ngừng|dừng|đình chỉ|chấm dứt)(?: việc)? (?:hoạt động|vận hành|khai thác|phục vụ)"
    r"|đóng cửa|đắp chiếu|bỏ hoang|giải thể"
)
RUNNING = (
    r"(?<!ngưng )(?<!ngừng )(?<!dừng )(?<!chỉ )(?<!dứt )(?<!không )(?<!chưa )(?<!việc )"
    r"(?:hoạt động(?! (?:từ|của|này|trong))|vận hành|mở cửa)"
)
# Each pair holds phrases of which one side denies the other.
_OPPOSITES: tuple[tuple[str, str], ...] = (
    (r"tăng|thêm|phát sinh|nâng|lên hạng|vươn lên|mở rộng", r"giảm|bớt|tụt|hạ|xuống|thu hẹp|cắt giảm"),
    (r"tăng|giảm|nâng|hạ|thay đổi|điều chỉnh", r"không (?:thay )?đổi|giữ nguyên|không điều chỉnh"),
    (
        r"(?:chương trình|quy định|quy chế|mẫu|mức|giá|biểu|luật|cách) mới",
        r"(?:chương trình|quy định|quy chế|mẫu|mức|giá|biểu|luật|cách)(?: \w+){0,2} (?:hiện hành|cũ)",
    ),
    (r"nhanh|kịp thời|đúng tiến độ|sớm", r"chậm|ì ạch|trì trệ|trễ|muộn"),
    (r"cao|dẫn đầu|đứng đầu", r"thấp|đứng cuối|xếp cuối|đứng chót"),
    (PAID, FREE),
    (CASH, CASHLESS),
    (RUNNING, STOPPED),
    (
        r"(?<!không )(?<!không bị )(?:bị )?(?:hỏng|hư hỏng|trục trặc)",
        r"(?:vẫn|còn|vẫn còn|hoạt động|chạy) (?:rất )?(?:tốt|bình thường)"
        r"|(?:đảm bảo|bảo đảm|đạt)(?: \w+)? (?:tiêu chuẩn|chuẩn|kỹ thuật|yêu cầu)",
    ),
    (r"bắt buộc", r"tự nguyện|khuyến khích"),
    (r"ủng hộ|đồng ý|đồng tình|tán thành|nhất trí", r"phản đối|chống lại|bác bỏ|không đồng ý"),
    (
        r"chịu(?! trách nhiệm)|chấp nhận|bằng lòng|nhận lời",
        r"từ chối|không (?:đồng ý|chịu|chấp nhận|nhận lời)|rút lui",
    ),
    (r"cho phép|được phép", r"cấm|nghiêm cấm"),
    (
        r"còn|vẫn|tiếp tục|duy trì|giữ",
        r"(?:đã|bị|làm) mất|thất lạc|dừng|ngừng|ngưng|đóng cửa|chấm dứt|bãi bỏ|bỏ|xóa bỏ|xoá bỏ|hủy bỏ|huỷ bỏ",
    ),
    (r"đầy đủ|đủ", r"thiếu"),
    (r"dễ|thuận lợi", r"khó|khó khăn"),
    (r"tốt|hiệu quả", r"kém|yếu|hạn chế"),
    (r"thành công", r"thất bại"),
    (r"trong nước", r"nước ngoài"),
    (r"tập trung", r"dàn trải|phân tán"),
    (r"chính thức", r"khách mời|thử nghiệm|tạm thời|thí điểm"),
    (r"toàn bộ|tất cả|mọi|toàn thể|đều", r"một số|một phần|chỉ một|chỉ có|mới có"),
    (r"của chính|chính chủ", r"giả mạo|giả|mạo danh"),
    (r"một mình|duy nhất|chỉ mỗi|độc quyền", r"không chỉ|không riêng|không phải duy nhất"),
    (r"an toàn", r"mất an toàn|lộ lọt"),
    (r"nộp lại|nộp về|nộp vào ngân sách|nộp ngân sách", r"để lại|giữ lại"),
    (r"ổn định|thông suốt", r"gián đoạn|trục trặc"),
    (r"đạt|hoàn thành", r"còn cách xa|còn kém xa|không đạt|chưa đạt"),
)  # fmt: skip


def opposites(claim: str, segment: str) -> list[str]:
    """The phrases of a claim of which a segment says the opposite, and not the same."""
    return [
        said
        for said, mine, theirs in _poles(claim)
        if first_said(theirs, segment) and not first_said(mine, segment)
    ]


def agreeing(claim: str, segment: str) -> list[str]:
    """The phrases of a claim that a segment says in other words: "không thu cước", "miễn cước"."""
    found = [(first_said(phrases, claim), phrases) for phrases in (FREE, CASHLESS, STOPPED)]
    return [said for said, phrases in found if said and first_said(phrases, segment)]


def is_polar(claim: str, segment: str) -> bool:
    """Whether a segment says what a claim says in one of two opposite ways, or the other."""
    return any(
        first_said(mine, segment) or first_said(theirs, segment)
        for _, mine, theirs in _poles(claim)
    )


@lru_cache(maxsize=64)
def _poles(claim: str) -> list[tuple[str, str, str]]:
    """What a claim says of which there is an opposite that it does not say: its words, the
    phrases for it, and those for its opposite."""
    return [
        (said, mine, theirs)
        for pair in _OPPOSITES
        for mine, theirs in (pair, pair[::-1])
        if (said := first_said(mine, claim)) and not first_said(theirs, claim)
    ]


def first_said(phrases: str, text: str) -> str | None:
    # A claim may be typed without accents.
    match = _phrases(phrases, text.isascii()).search(text)
    return match.group() if match else None


@lru_cache(maxsize=256)
def _phrases(phrases: str, folded: bool) -> re.Pattern[str]:
    rule = rf"\b(?:{phrases})\b"
    return re.compile(fold_pattern(rule) if folded else rule)

"""How a web address, an e-mail address and a telephone number are asked for.

Rules as those of `qa.questions.asking`, written with accents. `strict` tells of a question whether anything
but the address answers it: "Trang web nào bị tấn công?" may be answered by a name.
"""

import re

_WEB = r"(?:trang (?:web|mạng|thông tin điện tử)|website|web|trang|tên miền|đường link|link|đường dẫn|fanpage|url)"
_SITE = r"trang (?:web|mạng|thông tin điện tử)|website|web|đường link|link|fanpage"
_ONLINE = r"(?:web|website|trang|mạng|trực tuyến|truy cập|cổng|ứng dụng|hệ thống|online|link|app|fanpage|điện tử)"
_MAIL = r"(?:(?:hộp |hòm )?thư điện tử|e-?mail|(?:hộp |hòm )thư)"
_LINE = r"(?:đường dây nóng|hotline|tổng đài|đầu số)"
_WHAT = r"(?:nào|gì|mô)"
_IS = r"(?:là |có |ở )*(?:địa chỉ |số |trang )?"
# "Số điện thoại bị khoá là bao nhiêu" counts them.
_NUMBER = (
    rf"^\W*(?:cho (?:biết|hỏi|xin) )?số (?:điện thoại|hotline|di động|{_LINE})\b"
    r"(?! (?:viên|bị|đã|được|rác|nhận|đăng ký))"
)

ADDRESS_RULES: tuple[tuple[str, str], ...] = (
    ("address", rf"(?P<focus>\b{_WEB} {_WHAT}\b)"),
    ("address", rf"^(?=.*\b{_ONLINE}\b).*(?P<focus>\bđịa chỉ(?: truy cập| web)? {_IS}(?:{_WHAT}|đâu)\b)"),
    # "gửi đến địa chỉ nào" may be a house.
    ("address", rf"(?P<focus>\b(?:vào|lên|qua|trên) địa chỉ {_WHAT}\b)"),
    ("address", rf"^\W*(?:tên miền|(?:địa chỉ|đường dẫn|đường link|link) (?:của )?(?:trang )?{_ONLINE})\b[^,?]*"
                rf"(?P<focus>\b{_IS}(?:{_WHAT}|đâu)\W*$)"),
    # "Trang web" alone, or with one word more, is asked to be explained.
    ("address", rf"^\W*(?:cho (?:biết|hỏi) )?(?:{_SITE})(?: (?!là\b)[^\s,?]+){{2,12}} "
                rf"(?P<focus>là {_WHAT}\W*$)"),
    ("address", r"\b(?P<focus>(?:truy cập|đăng nhập)(?: vào| ở| tại| lên)? (?:đâu|chỗ nào))\b"),
    ("address", r"^(?=.*\b(?:trực tuyến|online|qua mạng|trên mạng)\b).*\b(?:thì|phải|cần|nên|người dân|dân) "
                r"(?P<focus>(?:vào|lên) (?:đâu|chỗ nào))\b"),
    ("address", rf"^\W*địa chỉ (?:của )?{_MAIL}\b[^,?]*(?P<focus>\b{_IS}(?:{_WHAT}|đâu)\W*$)"),
    ("address", rf"^\W*{_MAIL}\b[^,?]*(?P<focus>\blà (?:địa chỉ )?(?:gì|nào|đâu)\W*$)"),
    ("address", rf"(?P<focus>\b(?:qua|vào|tới|đến|về|cho|từ|bằng|theo) (?:địa chỉ )?{_MAIL} (?:là )?{_WHAT}\b)"),
    ("address", rf"{_NUMBER}[^,?]*(?P<focus>\b(?:là )?(?:số )?(?:bao nhiêu|mấy|gì|nào|mô)\W*$)"),
    ("address", rf"{_NUMBER}[^,?]*\W*(?P<focus>$)"),
    ("address", r"\b(?:gọi|liên hệ|liên lạc|nhắn|(?<!thông )báo (?:về|tới|đến))\b[^,?]*?"
                r"(?P<focus>\bsố (?:điện thoại )?(?:là )?(?:nào|mấy|bao nhiêu|gì|mô)\b)"),
    ("address", rf"\b{_LINE}\b[^,?]*(?P<focus>\b(?:là )?số (?:nào|mấy|bao nhiêu|gì)\W*$)"),
    ("address", rf"(?P<focus>\b{_LINE} {_WHAT}\b)(?=\W*$)"),
)  # fmt: skip

_STRICT = re.compile(
    r"\bdia chi\b|\b(?:ten mien|link|duong dan|url|hotline|so dien thoai)\b|mail|\bthu dien tu\b"
    r"|\bso (?:nao|may|bao nhieu|gi|mo|hotline|di dong|tong dai|duong day nong)\b"
)


def is_strict(question: str) -> bool:
    """Whether only an address answers a question, given folded."""
    return _STRICT.search(question) is not None


def forms(question: str) -> frozenset[str]:
    """The forms that an address asked for by a folded question may have: web, mail, phone."""
    if re.search(r"\bthu dien tu\b|mail|\b(?:hop|hom) thu\b", question):
        return frozenset({"mail"})
    asks_web = re.search(
        r"\b(?:web|website|trang|mien|link|duong dan|fanpage|url|dia chi|truy cap|dang nhap"
        r"|(?:vao|len) (?:dau|cho nao))\b",
        question,
    )
    return frozenset({"web", "mail"} if asks_web else {"phone"})

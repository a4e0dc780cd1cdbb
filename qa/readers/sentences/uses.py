"""What something is good for: "giúp ích gì", "có lợi gì", "mang lại lợi ích gì" ask for a use."""

from functools import lru_cache

from index.vietnamese import Span
from qa.readers.reading import Reading
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt

_ASKS = Spelt(
    r"\b(?:giúp|giúp ích|hỗ trợ|giúp đỡ)(?: được| ích| cho)*(?: (?!(?:những|các|ai)\b)[^\s,?]+){0,3}? gì\b"
    r"|\b(?:lợi ích|ích lợi|tác dụng|công dụng|ưu điểm|tiện ích|thuận lợi)(?: (?:gì|nào|ra sao|thế nào))\b"
    r"|\b(?:được|có|đem lại|mang lại|thêm) (?:lợi|ích|tiện)(?: ích)? gì\b"
)
# "được giúp gì", "xin hỗ trợ gì" ask what is given.
_GIVEN = Spelt(r"\b(?:được|xin|nhận|đòi) (?:giúp|hỗ trợ)\b")
_TELLS = Spelt(
    r"\b(?:giúp|giảm(?! sát)|tiết kiệm|rút ngắn|tránh|thuận lợi|thuận tiện|tạo điều kiện|dễ dàng|nhanh (?:chóng )?hơn"
    r"|góp phần|nâng cao|cải thiện|minh bạch|nhằm|khỏi phải|không (?:cần|phải|còn)|bớt|đỡ|phục vụ"
    r"|(?:dùng|triển khai|xây dựng|lập ra|sử dụng|lắp|mở) để|để (?:giám sát|phát hiện|theo dõi|quản lý|kiểm soát))\b"
)
TOLD, UNTOLD = 1.2, 0.85


def uses(reading: Reading, paragraph: Paragraph, span: Span) -> float:
    """Whether a span tells what something is good for; 1 where that is not asked."""
    if not _asks(reading.question.text):
        return 1.0
    return TOLD if _TELLS.search(paragraph.text, *span) else UNTOLD


@lru_cache(maxsize=16)
def _asks(question: str) -> bool:
    return _ASKS.search(question) is not None and not _GIVEN.search(question)

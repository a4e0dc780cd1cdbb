"""What askers tell of themselves before they ask: "Em làm ở bộ phận một cửa, …", "Tôi mở quán nên
hỏi thử: …". The reports say nothing of it."""

from functools import lru_cache

from qa.questions.asked_nature import pattern_of

# Who asks, what they are or do, up to the pause behind which they ask.
_SELF = (
    r"^\W*(?:dạ,? |chào (?:bạn|anh|chị|ad)[,.!]? )?(?:(?:con|cháu|nhà|bên|vợ|chồng|bố|mẹ|cơ quan|công ty|xã|trường"
    r"|quê|cháu nhà) (?:tôi|em|mình|cháu)|chúng tôi|tụi em|bọn em|tôi|em|mình|cháu)"
    r" (?:vốn |hiện |đang |mới |vừa |thì |cũng |chỉ )*(?:là|làm|mở|có|ở|sống|già|dân|người|phụ trách|công tác|dạy|học"
    r"|đi (?:học|làm|dạy)|bán|buôn|kinh doanh|chạy|nghe|soạn|viết|chuẩn bị|tìm hiểu|muốn (?:một|xin|biết|hỏi))\b"
    r"[^,:?]*[,:]\s(?:nghe (?:nói|bảo|kể|đồn)(?: là| rằng)? )?(?=\S+ \S+ \S+ \S+)"
)


@lru_cache(maxsize=32)
def introduced(question: str, folded: bool) -> int:
    """Where a question begins behind what its asker tells of themselves; 0 without such."""
    found = pattern_of(_SELF, folded).match(question.lower())
    return found.end() if found else 0

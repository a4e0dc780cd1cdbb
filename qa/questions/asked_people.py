"""Questions for a person by an office or a calling: "Đại sứ Nhật Bản nào …", "Phó giám đốc Sở Y tế nào …".

Between the word for the person and "nào" stands whose office it is; neither a deed nor a noun that
is asked for itself ("Lãnh đạo thành phố chọn phương án nào") may stand there.
"""

from qa.words.wordlists import words

# Who is asked for by what they are, beside the offices. Written for this project.
_CALLED = (
    *(
        "đại biểu",
        "lãnh đạo",
        "người đứng đầu",
        "cán bộ",
        "quan chức",
        "công chức",
        "nghị sĩ",
        "thành viên",
    ),
    *(
        "phó thủ tướng",
        "quyền chủ tịch",
        "thủ trưởng",
        "vị",
        "xóm trưởng",
        "ông trùm",
        "bị can",
        "bị cáo",
        "vua",
    ),
)
_BEFORE = r"(?:(?:ông|bà|vị|anh|chị|cựu|nguyên|tân|quyền|phó|nữ|đương kim|một) )*"
_OFFICES = (word for word in words("offices.txt") if word == word.lower())
# The longest first; `any_of` would break words apart that `qa.spelling.vocabulary` takes from the patterns.
_WHO = rf"{_BEFORE}(?:{'|'.join(sorted({*_CALLED, *_OFFICES}, key=lambda one: (-len(one), one)))})"
# What somebody does, and how a question goes on: "nào" behind these asks for something else. Such as
# are part of bodies' names without accents ("Bộ", "Nhật Bản") stand with what follows them.
_DEEDS = (
    r"(?:dự|dựa|họp|ký|giao|làm|tính|thăm|đến|tới|chỉ|yêu|nói|về|ở|tại|vào|với|cho|đã|sẽ|được|bị|phê|đưa|đi|có|là|từ"
    r"|theo|muốn|đề|khen|trao|chọn|dùng|ủng|phản|chê|bầu (?:ra|chọn|bổ|ông|bà)|duyệt|phụ|chịu|xử|trả|nhận|nằm|sinh"
    r"|quê|tốt|học|mất|ra|lên|xin|gửi|viết|mở|lấy|xem|thấy|kêu|thay|trình|cách|dẫn|gặp|mời|bắt|bỏ (?:phiếu|tiền|qua)"
    r"|dành|tặng|tố|mua|bán (?:nhà|đất|hàng|vé)|đang|vừa|mới|từng|cùng|hay|và|do|nêu|ban hành|để|vì|nhờ|trước|sau|khi"
    r"|bổ nhiệm|thuộc|sang|kiêm|đảm|phát|bày|tiếp|kiểm|hứa|phải|cần|lo|rơi|thích|hưởng|giữ|tham gia|đứng ra|gọi|nhắc"
    r"|mang|cấp|đặt|đánh|nhậm|thôi|cấm)"
)
# Nouns that are asked for themselves where they stand before "nào".
_NOUNS = (
    r"(?:sở|tỉnh|thành|phố|tp|huyện|xã|quận|phường|bộ|ngành|cục|vụ|(?<!nhật )ban|phòng|ty|đoàn|quan|đơn vị|trường|viện"
    r"|hàng|nghiệp|nước|gia|nơi|chức|phương|(?<!quốc )hội|tâm|đội|khoa|lớp|báo|hãng|án|ngày|năm|tháng|hôm|khi|lúc|việc"
    r"|điều|(?<!nhật )bản|định|luận|do|mức|thức|pháp|hướng|nguồn|sách|đồn|trạm|thôn|ấp|bậc|loại|hạng|thế|kỳ|khóa"
    r"|khoá|giờ|sự|vấn đề|đề|cơ sở|địa|lần)"
)
_BETWEEN = rf"(?: (?!{_DEEDS}\b)(?!{_NOUNS} nào\b)[^\s,?]+)"
# Behind "nào" a deed follows; with these the question has told it before.
_NOT_DEEDS = (
    r"(?:cho(?! (?:bà|ông|anh|chị|phép|rằng|biết|hay|xây|mượn|thuê|chặt|bán)\b)|để|vào|vậy|thế|đó|nhằm|đối"
    r"|trước|sau|giữa|hôm|hay|nhất|thì|và|khi|năm|ngày|tháng|từ|hoặc|cả|hơn|nữa)"
)
# Words before the one asked for, who says it among them.
_OPENS = (
    r"^\W*(?:(?:xin |cho )?(?:hỏi|biết) |theo [^,?]{2,40}, "
    # "Trong cuộc họp sáng 13/4, vị phó chủ tịch nào …": when and where it was stands before.
    r"|(?:trong|tại|ở|hôm|ngày|sáng|chiều|tối|khi|lúc|vào|từ|sau|trước|với|hồi|đầu|cuối|năm|tháng) [^,?]{2,70}, )?"
)

PEOPLE_RULES: tuple[tuple[str, str], ...] = (
    ("person", rf"{_OPENS}(?P<focus>(?:nữ |vị )*đại biểu(?: quốc hội)? nào)\b"),
    ("person", rf"{_OPENS}{_WHO}{_BETWEEN}{{0,6}} (?P<focus>nào)\b(?= (?!{_NOT_DEEDS}\b)[^\W\d])"),
    # "Phó Chủ tịch UBND tỉnh nào kiêm Trưởng ban …": what someone is beside it.
    ("person", rf"(?<!đơn )\b{_WHO}\b[^,?]*?(?P<focus>\bnào)\b(?= (?:làm|kiêm|kiêm nhiệm|giữ chức|giữ ghế)\b)"),
    # "Phó giám đốc sở nào đó … tên là gì": some department's.
    ("person", rf"{_OPENS}{_WHO}\b[^,?]* nào đó\b.*(?P<focus>\btên(?: là)? gì)\b"),
    ("person", r"(?P<focus>\btên thật(?: đầy đủ)?(?: của [^,?]+?)?(?: là)? gì)\b"),
    ("person", r"(?P<focus>\btác giả nào\b)"),
    # "Ông A đang là gì ở huyện"; "ông A nói mục tiêu là gì" asks for no office.
    ("office", r"\b(?:ông|bà|anh|chị|đồng chí)(?: (?!(?:nói|cho|nêu|cam|đề|yêu|muốn|hứa|thấy|coi|gọi)\b)[^\s,?]+){1,4}"
               r"(?:,[^?]*,(?: hiện| đang)*)? (?P<focus>là gì)(?= (?:ở|tại|trong|của|thuộc)\b)"),
    # "Trong ban chỉ đạo, bà A là gì?"
    ("office", r"^\W*(?:trong|tại|ở) [^,?]+, (?:ông|bà|anh|chị|đồng chí)(?: (?!là\b)[^\s,?]+){1,4}"
               r" (?P<focus>là gì)\W*$"),
)  # fmt: skip

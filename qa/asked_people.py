"""Questions for a person by an office or a calling: "Đại sứ Nhật Bản nào …", "Phó giám đốc Sở Y tế nào …".

Between the word for the person and "nào" stands whose office it is; neither a deed nor a noun that
is asked for itself ("Lãnh đạo thành phố chọn phương án nào") may stand there.
"""

from qa.wordlists import any_of, words

# Who is asked for by what they are, beside the offices. Written for this project.
_CALLED = (
    *("đại biểu", "lãnh đạo", "người đứng đầu", "cán bộ", "quan chức", "công chức", "nghị sĩ", "tổng bí thư"),
    *("phó thủ tướng", "chủ tịch nước", "quyền chủ tịch", "thủ trưởng", "thành viên", "vị", "xóm trưởng", "trùm"),
    *("ông trùm", "tác giả", "bị can", "bị cáo", "nhà văn", "phát ngôn viên", "nữ đại biểu", "vua"),
)  # fmt: skip
_BEFORE = r"(?:(?:ông|bà|vị|anh|chị|cựu|nguyên|tân|quyền|phó|nữ|đương kim|một) )*"
_WHO = rf"{_BEFORE}{any_of((*_CALLED, *(word for word in words('offices.txt') if word == word.lower())))}"
# What somebody does, and how a question goes on: "nào" behind these asks for something else.
_DEEDS = (
    *("dự", "dựa", "họp", "ký", "giao", "làm", "tính", "thăm", "đến", "tới", "chỉ", "yêu", "nói", "về", "ở", "tại"),
    *("vào", "với", "cho", "đã", "sẽ", "được", "bị", "phê", "đưa", "đi", "có", "là", "từ", "theo", "muốn", "đề"),
    *("khen", "trao", "chọn", "dùng", "ủng", "phản", "chê", "bầu", "duyệt", "phụ", "chịu", "xử", "trả", "nhận"),
    *("nằm", "sinh", "quê", "tốt", "học", "mất", "ra", "lên", "xin", "gửi", "viết", "mở", "lấy", "xem", "thấy"),
    *("kêu", "thay", "trình", "cách", "dẫn", "gặp", "mời", "bắt", "bỏ", "dành", "tặng", "tố", "mua", "bán", "đang"),
    *("vừa", "mới", "từng", "cùng", "hay", "và", "do", "nêu", "ban hành", "để", "vì", "nhờ", "trước", "sau", "khi"),
    *("bổ nhiệm", "thuộc", "sang", "kiêm", "đảm", "phát", "bày", "tiếp", "kiểm", "hứa", "phải", "cần", "lo", "rơi"),
    *("thích", "hưởng", "giữ", "tham gia", "đứng ra", "gọi", "nhắc", "mang", "cấp", "đặt", "đánh", "nhậm", "thôi"),
)  # fmt: skip
# Nouns that are asked for themselves where they stand before "nào".
_NOUNS = (
    *("sở", "tỉnh", "thành", "phố", "tp", "huyện", "xã", "quận", "phường", "bộ", "ngành", "cục", "vụ", "ban", "phòng"),
    *("ty", "đoàn", "quan", "đơn vị", "trường", "viện", "hàng", "nghiệp", "nước", "gia", "nơi", "chức", "phương"),
    *("(?<!quốc )hội", "tâm", "đội", "khoa", "lớp", "báo", "hãng", "án", "ngày", "năm", "tháng", "hôm", "khi", "lúc", "việc"),
    *("điều", "(?<!nhật )bản", "định", "luận", "do", "mức", "thức", "pháp", "hướng", "nguồn", "sách", "đồn", "trạm", "thôn"),
    *("ấp", "bậc", "loại", "hạng", "thế", "kỳ", "khóa", "khoá", "giờ", "sự", "vấn đề", "đề", "cơ sở", "địa", "lần"),
)  # fmt: skip
_BETWEEN = rf"(?: (?!(?:{'|'.join(_DEEDS)})\b)(?!(?:{'|'.join(_NOUNS)}) nào\b)[^\s,?]+)"
# Behind "nào" a deed follows; with these the question has told it before.
_NOT_DEEDS = r"(?:cho(?! (?:bà|ông|anh|chị|phép|rằng|biết|hay|xây|mượn|thuê|chặt|bán)\b)|để|vào|vậy|thế|đó|nhằm|đối|trước|sau|giữa|hôm|hay|nhất|thì|và|khi|năm|ngày|tháng|từ|hoặc|cả|hơn|nữa)"
# Groups of people: "cán bộ nào được giảm", "thành viên nào" are asked for as kinds.
_OPENS = r"^\W*(?:(?:xin |cho )?(?:hỏi|biết) |theo [^,?]{2,40}, )?"

PEOPLE_RULES: tuple[tuple[str, str], ...] = (
    ("person", rf"{_OPENS}(?P<focus>(?:nữ |vị )*đại biểu(?: quốc hội)? nào)\b"),
    ("person", rf"{_OPENS}{_WHO}{_BETWEEN}{{0,6}} (?P<focus>nào)\b(?= (?!{_NOT_DEEDS}\b)[^\W\d])"),
    # "Phó giám đốc sở nào đó … tên là gì": some department's.
    ("person", rf"{_OPENS}{_WHO}\b[^,?]* nào đó\b.*(?P<focus>\btên(?: là)? gì)\b"),
    ("person", r"(?P<focus>\btên thật(?: đầy đủ)?(?: của [^,?]+?)?(?: là)? gì)\b"),
    ("person", r"(?P<focus>\btác giả nào\b)"),
    ("office", r"\b(?:ông|bà|anh|chị|đồng chí) [^?]*(?P<focus>\blà gì)(?= (?:ở|tại|trong|của|thuộc)\b)"),
)  # fmt: skip

"""Questions for a name by its kind: "tờ báo nào", "Giám đốc Sở … nào", "… là bà nào"."""

from qa.words.wordlists import words

# Of several ("ba công ty nào", "những bộ nào") a list is asked for, beside a number the number.
_ONE = (
    r"(?<!các )(?<!những )(?<!hai )(?<!ba )(?<!bốn )(?<!mấy )(?<!nhiêu )(?!.*\b(?:bao nhiêu|mấy)\b)"
)
OFFICE = (
    r"(?:tổng giám đốc|giám đốc|tổng gđ|gđ|tgđ|chủ tịch|bí thư|bộ trưởng|thứ trưởng|cục trưởng|vụ trưởng"
    r"|viện trưởng|hiệu trưởng|thủ tướng|tổng thống|chánh văn phòng|trưởng phòng|trưởng ban|chủ nhiệm)"
)
# "nguyên Bí thư … được phong năm nào": when, and no one.
_NO_TIME = "".join(
    f"(?<!{word} )" for word in "năm ngày tháng quý khi lúc hồi hôm dịp gian điểm đoạn thế".split()
)
_DEED = (
    r"(?:dự|dựa|họp|ký|giao|làm|tính|thăm|đến|tới|chỉ|yêu|nói|về|ở|tại|vào|với|cho|đã|sẽ|được|bị|phê|ban|đưa|đi|có|là"
    r"|từ|theo|muốn|đề|khen|trao|sở|công|tỉnh|thành|xã|phường|huyện|quận|trường)"
)
_CALLING = "|".join(word for word in words("professions.txt") if word == word.lower())
_COMPANY = (
    r"(?:hãng|hãng luật|công ty luật|công ty|tờ báo|tòa soạn|toà soạn|nhà băng|nhà đài|hãng tin)"
)
NAMED_RULES: tuple[tuple[str, str], ...] = (
    ("person", rf"\b{OFFICE}\b[^,?]*?(?P<focus>(?<!thế )(?<!gian )\bnào\b)(?=\s+(?:bị|được|đã|từng|nói|cho|ghé"
               r"|thăm|đến|tới|ký|chủ trì|phát biểu|dự|khẳng định|đề nghị|khen|chê|tiếp|trao|cảnh báo|kêu gọi|cho rằng"
               r"|nêu|yêu cầu|nhấn mạnh|thừa nhận|hứa|tiết lộ|đánh giá))"),
    ("person", rf"\b(?:vị(?: phó)?|cựu|nguyên|ông|bà) {OFFICE}\b[^,?]*?(?P<focus>{_NO_TIME}\bnào\b)"),
    # "Bộ trưởng Quốc phòng nào mời …": behind a verb something else is asked for.
    ("person", rf"^\W*(?:ông |vị )?(?:{OFFICE}|tổng bí thư|vua)(?: (?!{_DEED}\b)[^\s,?]+){{0,4}}?"
               r" (?P<focus>nào)\b(?= [^\W\d])"),
    ("person", r"\blà (?P<focus>(?:ông|bà|vị|cô|anh|chị) nào\b)"),
    ("person", rf"{_ONE}(?<!tỉnh )(?<!tỉnh, )"
               rf"(?P<focus>\b(?:vị )?(?:{_CALLING}|chuyên gia|nhân vật(?: lịch sử)?) nào\b)"),
    ("person", r"\bvị\b[^,?]*\blà (?P<focus>ai)\b"),
    ("office", r"\b(?:ông|bà|anh|chị)\b(?:(?!\b(?:đã|sẽ|đang|phải|muốn|nên|cần|định)\b)[^,?])*?"
               r"(?P<focus>\blàm gì)(?= (?:ở|tại|trong)\b)"),
    ("office", r"\b(?:ông|bà|anh|chị|đồng chí) [^,?]*(?:,[^,?]*,)?[^,?]*\b(?:công tác|làm việc|phụ trách)\b[^,?]*?"
               r"(?P<focus>\b(?:cơ quan|đơn vị|phòng|ban|sở|bộ|công ty|bộ phận|mảng|lĩnh vực|khâu) (?:nào|gì)\b)"),
    ("office", r"\b(?:ông|bà|anh|chị|đồng chí) [^,?]*\blà (?P<focus>(?:cán bộ|lãnh đạo|công chức|quan chức)\b[^?]*?"
               r"\b(?:nào|gì)(?:, [^,?]*\b(?:nào|gì))?)\b"),
    ("organization", rf"{_ONE}(?P<focus>\b{_COMPANY} nào\b)"),
)  # fmt: skip

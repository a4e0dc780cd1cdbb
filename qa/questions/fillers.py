"""The words of a question that tell nothing of what it asks about."""

from index.vietnamese import Span
from qa.questions.asked_nature import pattern_of

# Words that only introduce what is asked.
_FILLER = (
    r"\b(?:(?:theo )?số liệu(?: mới nhất| gần đây nhất| gần nhất)?|mới nhất|gần đây(?: nhất)?|hiện nay|hiện tại"
    r"|theo báo cáo|trong báo cáo|người ta|cả thảy|hết thảy|tất cả|tổng cộng"
    r"|(?:chừng|cỡ|tầm|độ|vào khoảng)(?= (?:bao nhiêu|mấy))|được nhắc (?:tới|đến)|cho biết"
    r"|(?:xin|cho(?: em| tôi| mình)?) hỏi|nhỉ(?=\W*$|,)|(?<=\d )ý(?=\W*$)"
    r"|(?:đặt|ra) (?:ra )?(?:thời )?hạn(?= (?:khi|đến|tới|bao|ngày|tháng))"
    r"|(?:khép(?: lại)?|kết thúc|trọn|suốt)(?= (?:năm )?20\d\d)|hết(?= (?:nửa|(?:\d|ba|sáu|chín) tháng))"
    r"|bao lâu|hồi|trong năm|lần lượt|tương ứng|(?:thời )?hạn (?:chót|cuối(?: cùng)?)|so sánh|so với"
    r"|chênh(?: lệch)?(?: nhau)?|khác nhau|(?:cao|thấp|nhiều|ít|lớn|tốt|kém) hơn|mỗi bên|mỗi tỉnh"
    r"|(?:cả )?(?:hai|ba|bốn) (?:tỉnh thành|tỉnh|địa phương)"
    # "…, không phải con số 34,5% đã đạt": what is said not to be asked.
    r"|(?:chứ )?(?:không phải|đừng (?:lấy|nhầm với|tính))(?: là)?(?: con số| mức| số| tỷ lệ)? \d[^;?]*)\b"
)
# "đứng thứ mấy cả nước": reports tell a rank of a province by its place alone.
_AMONG_ALL = (
    r"\b(?:cả nước|toàn quốc"
    r"|(?:(?:trong|trên|giữa|của) )?(?:tổng số )?(?:63|64|34) tỉnh,?(?: thành(?: phố)?)?)\b"
)
# "Hạn nộp hồ sơ": reports tell a deadline by "trước", "đến hết".
_DUE = r"\W*(?:thời )?hạn(?: (?:mới|cũ|chung|để|phải))*\b"
# "Muốn gửi online thì vào trang nào": an address itself tells that it is on the web and to be gone to.
_ONLINE = r"\b(?:muốn|cần|online|(?<!công )trực tuyến|trên mạng|qua mạng|truy cập|vào|bấm|mở)\b"
# By the kind that is asked for.
_TOLD_BY_KIND = {"rank": _AMONG_ALL, "address": _ONLINE}


def fillers(text: str, asks: str, folded: bool) -> list[Span]:
    """Where a question that asks for a kind only introduces what it asks, or says what the kind
    tells itself."""
    text = text.lower()
    found = [match.span() for match in pattern_of(_FILLER, folded).finditer(text)]
    if asks == "date" and (term := pattern_of(_DUE, folded).match(text)):
        found.append(term.span())
    if of_kind := _TOLD_BY_KIND.get(asks):
        found += [match.span() for match in pattern_of(of_kind, folded).finditer(text)]
    return found

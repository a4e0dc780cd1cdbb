"""How it is asked what a figure is of: "Con số 92,5% nói lên điều gì?", "Việc gì đạt 93,4%?".

Rules as those of `qa.questions.asking`, written with accents. Only a share or an amount is asked about
in any words; a bare count ("78 ý kiến") where the question says that it tells of something.
"""

_ROUGHLY = (
    r"(?:(?:gần|hơn|trên|khoảng|tối thiểu|tối đa|ít nhất|chừng|đến|tới|những|cỡ|từ|dưới|quá) )*"
)
_NUMBER = r"\d+(?:[.,]\d+)*"
_AMOUNT = (
    rf"{_NUMBER}(?:\s?%| phần trăm| (?:nghìn |ngàn |triệu |tỷ |tỉ )*(?:đồng|tỷ|tỉ|triệu|usd|đô))"
)
_FIGURE = rf"{_ROUGHLY}(?:{_AMOUNT}|{_NUMBER})"
_THING = r"(?:cái gì|điều gì|việc gì|chuyện gì|những gì|gì)"
# What is measured, by the words of reports; who and where are asked for in other ways.
_MEASURED = (
    r"(?:chỉ tiêu|chỉ số|tỷ lệ|tỉ lệ|hạng mục|nội dung|mục tiêu|lĩnh vực|mảng|khoản|kết quả|loại|nhóm|tiêu chí"
    r"|công việc|việc|dự án|phần việc|mặt|khâu|dịch vụ|đối tượng|hành vi|trường hợp|thủ tục|hồ sơ|giấy tờ|văn bản)"
)
_MEASURED_ONE = rf"{_MEASURED}(?: (?!(?:ở|tại|của|do|bị|được)\b)[^\s,?]+){{0,3}}? (?:nào|gì)"
_WHICH = rf"(?:{_THING}|{_MEASURED_ONE})"
# The question goes on from its figure to what it tells.
_TELLS = (
    r"(?:nói lên|nói về|nói|phản ánh|thể hiện|cho thấy|cho biết|ám chỉ|biểu thị|ứng với|tương ứng với"
    r"|dành cho|đo lường|đo đếm|đo được"
    r"|thuộc về|thuộc|áp dụng cho|áp dụng với|áp dụng vào|áp dụng đối với|áp vào|áp cho|áp lên|tính cho|tính trên"
    r"|liên quan đến|liên quan tới|dùng cho|dùng vào|chi cho|là|của|về|đo|chỉ)"
)
_AS = (
    r"(?: (?:tỷ lệ|tỉ lệ|con số|số liệu|số|thứ hạng|mức|phần|phần trăm|thành tích|kết quả|chỉ tiêu|mục tiêu|kêu|nói"
    r"|của|về|cho|trên|vào|đến|tới|là))*"
)
_OPENED = r"(?:^|,)\W*(?:(?:vậy|thế|còn|cho hỏi|hỏi|cái|mục) )*"
_REACHES = (
    r"(?:dành|chi|rót|bố trí|cấp|đầu tư|bỏ ra|bỏ|hỗ trợ|phạt|trả|thu|đạt|lên|tới|đến|chiếm|bằng|mức|tăng|giảm|vượt"
    r"|chỉ|được|có|là|còn|quy định|đặt|ra|hoàn thành|mới|yêu cầu|phấn đấu|cần|phải)"
)
# "Chuyện gì xảy ra khi tỷ lệ đạt 45%" asks what came of it.
_NOT_OF_IT = r"(?![^?]*\b(?:(?<!trong )khi|nếu|xảy ra|để|khiến|dẫn đến|dẫn tới|làm cho|gây ra)\b)"
_END = r"(?=\W*$|\s*[,;?]|\s(?:ở|tại|của|trong|năm|tháng|quý|theo|vậy|thế|nhỉ|ạ)\b)"

MEASURED_RULES: tuple[tuple[str, str], ...] = (
    ("measured", rf"{_OPENED}(?:con số|số liệu|tỷ lệ|tỉ lệ|mức|số|khoản|phần)(?: (?!{_MEASURED}\b)[^\s,?\d]+){{0,2}}? "
                 rf"{_FIGURE}\b.*?\b{_TELLS}{_AS} (?P<focus>{_WHICH})\b"),
    ("measured", rf"{_OPENED}{_ROUGHLY}{_AMOUNT}(?!\w).*?\b{_TELLS}{_AS} (?P<focus>{_WHICH}){_END}"),
    ("measured", rf"{_OPENED}{_ROUGHLY}{_NUMBER}(?: [^\s,?\d]+){{0,3}}? là{_AS} (?:về|của|cho) "
                 rf"(?P<focus>{_THING}){_END}"),
    ("measured", rf"(?:^|,|\b(?:có|thì)\b)\W*(?P<focus>{_WHICH})\b{_NOT_OF_IT}[^?]*?"
                 rf"\b{_REACHES} {_ROUGHLY}{_AMOUNT}"),
    ("measured", rf"(?:^|,|\b(?:có|thì)\b)\W*(?P<focus>{_MEASURED_ONE})\b{_NOT_OF_IT}[^?]*? {_ROUGHLY}{_AMOUNT}"
                 r"(?: trở (?:lên|xuống))?\W*$"),
    ("measured", rf"\b{_REACHES} {_ROUGHLY}{_AMOUNT}(?!\w)[^?]*?\b(?:về|ở|cho|trong|của|là){_AS} "
                 rf"(?P<focus>{_WHICH}){_END}"),
)  # fmt: skip

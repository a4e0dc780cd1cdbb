"""Parts of a sentence around a figure, and the words there that only lead to it or away."""

import re

from index.vietnamese import Span
from qa.texts.paragraph import Paragraph

LEAST_LETTERS = 3

PAUSE = re.compile(r"[,;:()\[\]|…]|\s[-–]\s|[.!?](?=\s|$)")

# A part that begins so does not name what the figure before it is of.
NOT_NAMED = re.compile(
    r"(?:so với|so|cùng kỳ|và|với|vào|trong|theo|là|năm|tháng|quý|mỗi|một|thì|mà|nhờ|do|bởi|từ|trở|lên|xuống"
    r"|cao|thấp|còn|nay|đứng|xếp|đạt|tăng|giảm|vượt|sau|trước|để|nên|vì|tại|ở|trên|của|đã|đang|sẽ|được|toàn quốc"
    r"|cả nước|hoặc|đến|tới|đối với|khi|nếu|nhưng|song|bằng|gồm|riêng|như|cũng|về|hiện|này|ấy|đó|đây|hay)(?!\w)",
    re.IGNORECASE,
)
NOT_NAMED_BEHIND_PERCENT = re.compile(
    r"(?:cấp|kế hoạch|chỉ tiêu|mục tiêu|mức|điểm phần trăm|toàn tỉnh)(?!\w)", re.IGNORECASE
)
# Words at which what is counted, or what a share is of, has been named.
END_OF_NOUN = re.compile(
    r"\s(?:với|và|trong|trên|tại|ở|cho|để|do|từ|theo|nhằm|của|so với|vào|đến|tới|khi|nhưng|nên|vì|bởi|là|tăng|giảm"
    r"|chiếm|đạt|bằng|nhiều hơn|cao hơn|nhờ|qua|thông qua|mỗi|trực thuộc|thuộc|tham gia|góp phần|phục vụ|trước|sau"
    r"|gồm|kể từ|còn|đều|mà|ứng với|dự kiến|một|bị|lên|ra|nói|đứng|mới)(?!\w)"
)
END_OF_PHRASE = re.compile(
    r"\s(?:với|so với|trên tổng|nhằm|vào năm|vào cuối|trong năm|tăng|giảm|nhưng|nên|vì|khi|để|mà|trước|vào quý"
    r"|ứng với|dự kiến|nhờ|từ tháng|trong tháng|tính đến|vào ngày|toàn tỉnh|của toàn tỉnh|và đưa)(?!\w)"
)
# A part behind a comma that begins so is a thought of its own.
NEW_THOUGHT = re.compile(
    r"(?:đi kèm|đồng thời|tập trung|nằm|chủ yếu|nhất là|bao gồm|doanh thu|trị giá|nhiều|ít|dẫn|hoàn thành|phục vụ"
    r"|giúp|góp phần|thu|hầu hết|thấp hơn|cao hơn|trong đó|tổng)(?!\w)",
    re.IGNORECASE,
)
OF_A_WHOLE = re.compile(
    r"(?:GRDP|GDP|tổng|số (?!hóa|hoá)|dân số|kế hoạch|mức chung|chi ngân sách)", re.IGNORECASE
)
# The noun that a measure begins with, whatever leads to it.
SUBJECTS = {
    "percent": r"(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|mức độ hài lòng|chỉ số hài lòng)",
    "rank": r"(?:chỉ số|trụ cột|DTI)",
    "score": r"(?:chỉ số|trụ cột|DTI)",
    "money": r"(?:tổng kinh phí|kinh phí|tổng vốn|tổng mức|tổng nhu cầu|vốn|doanh thu|tổng giá trị|giá trị|chi phí"
    r"|ngân sách|doanh số|phí bến bãi|thu nhập)",
    "count": r"(?:tổng số|số lượng|thời gian)",
    "ratio": r"(?:tổng số|số lượng)",
}

_LEVEL = re.compile(
    r"(?:ở\s)?(?:khối\s)?cấp (?:tỉnh|huyện|xã|sở)(?:, (?:huyện|xã|ngành))?", re.IGNORECASE
)
# What only says that the figure was reached.
_TAIL = re.compile(
    r"(?:^|\s)(?:(?:ước|mới|chỉ|đã|cũng|đều|hiện|đang|vẫn|còn|nay|tiếp tục|luôn|lại|phải|sẽ|cần)\s+)*"
    r"(?:đạt được|đạt mức|đạt|là|có|được|bằng|chiếm|ở mức|ở|còn|chỉ|mới|lên|xuống|tới|đến|vươn lên|tăng lên|tăng"
    r"|nâng lên|lên tới|với|khoảng|trên|hơn|gần|nhiều|xếp hạng|xếp thứ|xếp|đứng|ước|gồm|cán mốc|chạm mốc|vượt"
    r"|nằm trong nhóm|vào nhóm|nhóm|ở vị trí|vị trí|rơi xuống|phải|từ|luôn|trị giá|thứ|hạng|thêm|toàn tỉnh|của tỉnh"
    r"|sẽ|đến nay|hiện nay|lần lượt|tương ứng|tổng cộng|khi|nâng|trong|mức|ra|cần|đủ|và|hay|cùng|như|đóng góp|chưa|giữ"
    r"|dự kiến|trong đó|tại|rút từ|từ mức|tụt|đưa|cho|về|mức độ|dẫn đầu|cuối bảng|cả nước|toàn quốc|đang|hiện|mất|nhích"
    r"|cao hơn|lên mức|đến mức|điểm tổng|đứng ở|của|tiếp đến|kế đến|kế tiếp)\s*$",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?:(?:trong đó|tuy nhiên|bên cạnh đó|ngoài ra|cụ thể|riêng|cùng với đó|đồng thời|đến nay|hiện nay|hiện|tiêu biểu"
    r"|đáng chú ý|nhất là|còn|và|phấn đấu|mục tiêu|chỉ tiêu|đặt mục tiêu|đạt mục tiêu|yêu cầu|phải|đưa|nâng|có|đã|mới"
    r"|chỉ(?! số| tiêu)|việc(?! làm)|là|vẫn|với|trung bình|bình quân|kết quả|toàn tỉnh|cả tỉnh|tỉnh|toàn huyện|cùng năm"
    r"|từ đầu năm|về|ở|tại|con số này|như|sẽ|được|cần|qua(?! mạng)|nhờ|theo|do|đạt|mỗi|gồm|tổng cộng|trên địa bàn tỉnh"
    r"|bị|các|những|một số|UBND tỉnh|nay|lại|cũng|khi|sau|thì|của|cho|từ|đến hết|tính đến|số lượng|tổng số|lần lượt"
    r"|trước hết|hơn nữa|nổi bật|năm|phần|khâu|nơi|trừ|vào|trong)(?!\w)\s*|\W+)+",
    re.IGNORECASE,
)
_HOLLOW = re.compile(
    r"(?<!\w)(?:tỉnh|thành phố|TP|huyện|thị xã|quận|phường|xã|năm|hết|của|dẫn đầu|đứng đầu|đứng cuối|cao nhất|thấp nhất"
    r"|đứng nhất|đứng chót|so với|so|mục tiêu|chỉ tiêu|kế hoạch|cách xa|chưa đạt|chưa|kém xa|thấp hơn|cao hơn|vượt"
    r"|cả năm|các|những|địa phương|lần lượt|là|nhất|khối|bảng|tiếp đến|kế đến|đứng|thứ|ba|hai|bốn|năm|toàn|trong"
    r"|giảm|tăng|tụt|đơn vị|có kết quả|cuối|đầu|nước|cả|ở|tại|riêng|con số này|mới|chỉ|ước|đạt|hơn|gần|trên"
    r"|dưới)(?!\w)",
    re.IGNORECASE,
)
_PLACES = re.compile(
    r"\s*(?<!\w)(?:(?:của|ở|tại|trên địa bàn|trong)\s+)?(?:toàn tỉnh|cả tỉnh|của tỉnh|trong tỉnh|tỉnh nhà"
    r"|trên địa bàn tỉnh|trên địa bàn|cả nước|toàn quốc|đến nay|hiện nay|năm nay|hằng năm|hàng năm|của cả năm|cùng kỳ)"
    r"(?!\w)",
    re.IGNORECASE,
)
# What a rule says or how long it took is no part of what is measured.
_ASIDES = re.compile(
    r"\s(?:theo (?:quy định|kế hoạch|yêu cầu)(?: (?:của pháp luật|tại [^,;]*))?"
    r"|\d+ tháng(?: đầu năm| cuối năm)?)(?!\w)",
    re.IGNORECASE,
)
_TIME_LEAD = re.compile(
    r"(?:\s*(?<!\w)(?:vào|trong|năm|đến|hết|tính|tới|tháng|cuối|đầu|từ|của|quý|giai đoạn))+\s*$",
    re.I,
)
_PLACE_LEAD = re.compile(
    r"(?:\s*(?<!\w)(?:của|ở|tại|trên địa bàn|trong|tỉnh|thành phố|TP\.?|nông dân|người dân|UBND|hàng))+\s*$",
    re.I,
)


def cleaned(paragraph: Paragraph, span: Span, head: bool = True) -> Span | None:
    """A part of a paragraph without the words that only lead to a figure or away from it."""
    text = paragraph.text
    start, end = span
    while True:
        kept = text[start:end].rstrip(' ,;:(–-"“”.')
        tail = _TAIL.search(kept)
        kept = kept[: tail.start()] if tail else kept
        kept = _without_period(paragraph, start, kept)
        if start + len(kept) == end:
            break
        end = start + len(kept)
    if head and (opening := _HEAD.match(text, start, end)):
        start = opening.end()
    while start < end and not text[start].isalnum():
        start += 1
    return (start, end) if start < end else None


def _without_period(paragraph: Paragraph, start: int, kept: str) -> str:
    end = start + len(kept.rstrip())
    for period in paragraph.periods:
        if period.start >= start and period.end == end:
            return _TIME_LEAD.sub("", kept[: period.start - start])
    return kept


def says_something(paragraph: Paragraph, span: Span) -> bool:
    """Whether a part says more than a place, a period or that a figure was reached."""
    hidden = [(mention.start, mention.end) for mention in paragraph.provinces]
    hidden += [(period.start, period.end) for period in paragraph.periods]
    hidden += [own for own, _ in paragraph.districts]
    kept = "".join(
        letter
        for offset, letter in enumerate(paragraph.text[slice(*span)], span[0])
        if not any(start <= offset < end for start, end in hidden)
    )
    return letters(_HOLLOW.sub("", _PLACES.sub("", kept))) >= LEAST_LETTERS


def letters(text: str) -> int:
    return sum(letter.isalpha() for letter in text)


def is_level(words: str) -> bool:
    """Whether words name a level of the administration and nothing else."""
    return _LEVEL.fullmatch(words.strip()) is not None


def tidy(paragraph: Paragraph, span: Span) -> str:
    """The words of a part without places, periods and fillers in them."""
    hidden = [(m.start, m.end, _PLACE_LEAD) for m in paragraph.provinces]
    hidden += [(p.start, p.end, _TIME_LEAD) for p in paragraph.periods]
    text, at, kept = paragraph.text, span[0], ""
    for start, end, lead in sorted(hidden):
        if start >= at and end <= span[1]:
            kept = lead.sub("", kept + text[at:start]) + " "
            at = end
    kept = _ASIDES.sub("", _PLACES.sub("", kept + text[at : span[1]]))
    return re.sub(r"\s+", " ", re.sub(r"\s+([,)])", r"\1", kept)).strip(" ,;:.-–\"“”'")

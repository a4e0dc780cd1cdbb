"""Strings around an answer: its sentence, its chart, what can be done with it."""

from typing import Final

STRINGS: Final[dict[str, tuple[str, str]]] = {
    # the sentence around a short answer; {quote} and {marks} are put in as HTML
    "said.place": (
        "Theo báo cáo của {place}: “{quote}” {marks}",
        "Report of {place}: “{quote}” {marks}",
    ),
    "said.title": ("Theo bài “{title}”: “{quote}” {marks}", "From “{title}”: “{quote}” {marks}"),
    "said.also": ("Xem thêm {marks}", "See also {marks}"),
    "said.computed": (
        "Do hệ thống tính từ các số liệu được trích ở {marks}",
        "Computed by the system from the figures cited in {marks}",
    ),
    "said.each": ("Từng mục được trích ở {marks}", "Each item is cited in {marks}"),
    "cited": ("Xem trích dẫn {number}", "See source {number}"),
    "copies": ("Bài này cũng được đăng ở: {names}", "Also published as: {names}"),
    # the chart
    "chart": (
        "Biểu đồ so sánh: {told}",
        "Chart of the comparison: {told}",
    ),
    "chart.citation": ("Trích dẫn", "Source"),
    # a follow-up as it was read
    "reread": ("Sửa", "Edit"),
    "reread.label": ("Câu hỏi đúng ý bạn", "The question you mean"),
    "reread.ask": ("Hỏi lại", "Ask again"),
    # an abstention
    "instead": ("Các báo cáo trả lời được", "What the reports do answer"),
    "nothing.near": (
        "Không báo cáo nào trong phạm vi đang chọn. Hãy bỏ bớt bộ lọc.",
        "No report matches the filters. Remove some of them.",
    ),
    # what can be done with an answer
    "copy": ("Sao chép câu trả lời", "Copy answer"),
    "copy.done": ("Đã chép câu trả lời kèm trích dẫn", "Copied with its source"),
    "copy.link": ("Sao chép liên kết", "Copy link"),
    "copy.link.done": ("Đã chép liên kết", "Link copied"),
    "copy.failed": (
        "Trình duyệt không cho chép; hãy chọn và chép bằng tay.",
        "The browser does not allow copying.",
    ),
    "within": ("Chỉ tìm trong: {scope}", "Searched only: {scope}"),
    # feedback
    "feedback": ("Câu trả lời này có ích không?", "Was this answer useful?"),
    "feedback.up": ("Điều gì hữu ích? (không bắt buộc)", "What was useful? (optional)"),
    "feedback.down": ("Sai hay thiếu ở đâu? (không bắt buộc)", "What is wrong? (optional)"),
    "feedback.send": ("Gửi", "Send"),
    "feedback.thanks": ("Đã ghi lại, cảm ơn.", "Noted, thank you."),
    "feedback.failed": ("Chưa ghi lại được.", "It could not be kept."),
}

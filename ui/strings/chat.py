"""Strings of the question-and-answer page and of the frame around every page."""

from typing import Final

STRINGS: Final[dict[str, tuple[str, str]]] = {
    "product": ("Hỏi đáp Chuyển đổi số", "Hỏi đáp Chuyển đổi số"),
    "about": (
        "Hỏi đáp trên các báo cáo chuyển đổi số, trích nguyên văn, chạy ngay trên máy này.",
        "Answers from reports on digital transformation, quoted word for word, on this machine.",
    ),
    "language": ("Ngôn ngữ", "Language"),
    "page.chat": ("Hỏi đáp", "Ask"),
    # the empty conversation
    "welcome": (
        "Tra cứu số liệu chuyển đổi số",
        "Find figures on digital transformation",
    ),
    "welcome.more": (
        "Câu trả lời lấy nguyên văn từ {count} báo cáo, kèm câu trích, nguồn và ngày.",
        "Answers come word for word from {count} Vietnamese reports, with quote, source and date.",
    ),
    "samples": ("Hỏi thử", "Try asking"),
    "cleared": ("Đã xóa cuộc hỏi trước ({count} câu).", "Cleared the last conversation ({count})."),
    "undo": ("Hoàn tác", "Undo"),
    # asking
    "ask": ("Nhập câu hỏi rồi nhấn Enter", "Ask a question, press Enter"),
    "new": ("Cuộc hỏi mới", "New conversation"),
    "opening": ("Đang mở kho báo cáo…", "Opening the reports…"),
    "searching": ("Đang tìm trong các báo cáo…", "Searching the reports…"),
    "you": ("Câu hỏi", "Question"),
    "reply": ("Câu trả lời", "Answer"),
    # the answer
    "understood": ("Hiểu câu hỏi là:", "Understood as:"),
    "computed": (
        "do hệ thống tính từ các số liệu được trích",
        "computed by the system from the cited figures",
    ),
    "abstained": ("Không có trong các báo cáo", "Not in the reports"),
    "abstained.near": ("Những đoạn gần nhất với câu hỏi", "The passages nearest to the question"),
    "sources": ("Trích dẫn", "Sources"),
    "sources.more": ("Xem thêm {count} trích dẫn", "{count} more sources"),
    "passages": ("Các đoạn khác đã đọc ({count})", "Other passages read ({count})"),
    "open": ("Xem trong bài", "View in the article"),
    "date.unknown": ("chưa rõ ngày", "date unknown"),
    "time": ("Trả lời trong {time}", "Answered in {time}"),
    "changed": (
        "Bài này đã thay đổi hoặc bị gỡ sau khi có câu trả lời; câu trích là bản lúc trả lời.",
        "This article was changed or removed after the answer; the quote is as it was then.",
    ),
    "cell.label": ("Mục", "Item"),
    "cell.place": ("Địa phương", "Place"),
    "cell.period": ("Thời gian", "Period"),
    "cell.value": ("Số liệu", "Figure"),
    "cell.told": ("Trả lời", "Answer"),
    "cell.nature": ("Tính chất", "Nature"),
    "cell.source": ("Nguồn", "Source"),
    "nature.achieved": ("đạt được", "achieved"),
    "nature.target": ("mục tiêu", "target"),
    "nature.exceeded": ("vượt mục tiêu", "above target"),
    "nature.change": ("tăng, giảm", "change"),
    "nature.previous": ("trước đó", "before"),
    # the article
    "article.part": (
        "Bài rất dài: chỉ hiện phần quanh đoạn trích.",
        "A very long article: only the part around the quote is shown.",
    ),
    "author": ("Tác giả: {name}", "Author: {name}"),
    "event": ("Ngày diễn ra: {date}", "Date of the event: {date}"),
    # what can go wrong
    "error.index": ("Chưa mở được kho báo cáo", "The reports cannot be opened"),
    "error.empty": ("Kho chưa có báo cáo nào", "There are no reports yet"),
    "error.add": (
        "Thêm báo cáo (.docx, .pdf, .xlsx, .html, .txt…) ở trang Quản lý, hoặc chép tệp vào thư "
        "mục corpus rồi chạy lại make run.",
        "Add reports (.docx, .pdf, .xlsx, .html, .txt…) on the page Manage, or copy files into "
        "the folder corpus and run make run again.",
    ),
    "error.add.command": (
        "Từ dòng lệnh: python -m index add THƯ_MỤC",
        "From the command line: python -m index add FOLDER",
    ),
    "error.reload": ("Xong rồi hãy tải lại trang này.", "Then reload this page."),
    "error.unexpected": (
        "Có lỗi ngoài dự kiến nên chưa trả lời được. Hãy hỏi lại; nếu vẫn lỗi, hãy xem nhật ký "
        "của chương trình.",
        "Something unexpected went wrong. Ask again; if it persists, see the program's log.",
    ),
    # kinds of answer
    "kind.province": ("Tỉnh, thành phố", "Province"),
    "kind.number": ("Số liệu", "Figure"),
    "kind.date": ("Thời gian", "Date"),
    "kind.person": ("Người", "Person"),
    "kind.organization": ("Cơ quan, tổ chức", "Organization"),
    "kind.document": ("Văn bản", "Document"),
    "kind.list": ("Danh sách", "List"),
    "kind.reason": ("Lý do", "Reason"),
    "kind.compare": ("So sánh", "Comparison"),
    "kind.passage": ("Đoạn trả lời", "Passage"),
}

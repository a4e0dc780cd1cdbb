"""Strings of what belongs to a whole conversation: filters, export, presentation."""

from typing import Final

STRINGS: Final[dict[str, tuple[str, str]]] = {
    # filters
    "filter": ("Lọc báo cáo", "Filter reports"),
    "filter.all": ("Tất cả", "All"),
    "filter.remove": ("Bỏ lọc này", "Remove this filter"),
    "filter.provinces": ("Địa phương", "Province"),
    "filter.years": ("Năm của báo cáo", "Year of the report"),
    "filter.sources": ("Cơ quan, nguồn", "Issuer"),
    "filter.provinces.none": ("Không riêng tỉnh nào", "No one province"),
    "filter.years.none": ("Chưa rõ năm", "Year unknown"),
    "filter.sources.none": ("Chưa rõ nguồn", "Source unknown"),
    "filter.documents.none": ("Báo cáo", "Report"),
    # export
    "export": ("Tải về", "Download"),
    "export.about": ("Cả cuộc hỏi, kèm trích dẫn", "The whole conversation, with sources"),
    "export.word": ("Word (.docx)", "Word (.docx)"),
    "export.pdf": ("PDF", "PDF"),
    "export.markdown": ("Markdown (.md)", "Markdown (.md)"),
    "export.made": (
        "Cuộc hỏi ngày {date}; trích nguyên văn từ các báo cáo",
        "Conversation of {date}; quoted word for word from the reports",
    ),
    "export.file": ("hoi-dap-{date}", "conversation-{date}"),
    # presentation
    "page.present": ("Trình chiếu", "Present"),
    "present.previous": ("Trước", "Previous"),
    "present.next": ("Sau", "Next"),
    "present.exit": ("Thoát", "Exit"),
    "present.place": ("{number} / {count}", "{number} / {count}"),
    "present.ask": ("Hỏi gì tiếp?", "What next?"),
    "present.answer": ("Trả lời", "Answer"),
    "present.keys": (
        "Phím ← → hoặc Page Up, Page Down để chuyển; Esc để thoát",
        "← → or Page Up, Page Down to move; Esc to leave",
    ),
}

"""Strings of the library: the list of documents, and one document open for reading."""

from typing import Final

STRINGS: Final[dict[str, tuple[str, str]]] = {
    "page.library": ("Thư viện", "Library"),
    "library.title": ("Thư viện báo cáo", "Library of reports"),
    "library.search": ("Tìm trong thư viện", "Search the library"),
    "library.search.hint": (
        "Tên bài, tỉnh, nguồn hay lời văn; có dấu hay không đều được",
        "Title, province, source or text; with or without accents",
    ),
    "library.filters": ("Lọc", "Filter"),
    "library.filters.count": ("Lọc ({count})", "Filter ({count})"),
    "library.clear": ("Bỏ lọc", "Clear filters"),
    "library.province": ("Tỉnh, thành phố", "Province"),
    "library.year": ("Năm", "Year"),
    "library.source": ("Nguồn", "Source"),
    "library.kind": ("Loại tệp", "Kind of file"),
    "library.any": ("Tất cả", "All"),
    "library.unknown": ("chưa rõ", "unknown"),
    "library.sort": ("Xếp theo", "Sort by"),
    "library.sort.relevance": ("Sát từ tìm nhất", "Best match"),
    "library.sort.newest": ("Mới nhất trước", "Newest first"),
    "library.sort.oldest": ("Cũ nhất trước", "Oldest first"),
    "library.sort.title": ("Tên bài A–Z", "Title A–Z"),
    "library.sort.province": ("Tỉnh A–Z", "Province A–Z"),
    "library.sort.figures": ("Nhiều số liệu trước", "Most figures first"),
    "library.count": ("{count} tài liệu", "{count} documents"),
    "library.found": ("{count} tài liệu phù hợp", "{count} matching documents"),
    "library.none": ("Không có tài liệu nào phù hợp", "No document matches"),
    "library.none.more": (
        "Hãy thử ít từ hơn hoặc bỏ bớt điều kiện lọc.",
        "Try fewer words or remove some filters.",
    ),
    "library.figures": ("{count} số liệu", "{count} figures"),
    "library.figures.wait": ("đang đếm số liệu", "counting figures"),
    "library.copy": ("bản sao", "copy"),
    "library.reading": (
        "Đang đọc số liệu của các báo cáo: {done}/{total}",
        "Reading the figures of the reports: {done}/{total}",
    ),
    "library.unread": (
        "Chưa đọc được số liệu của mọi báo cáo; hãy xem nhật ký của chương trình.",
        "Not all figures could be read; see the program's log.",
    ),
    # one document
    "reading.back": ("Danh sách", "List"),
    "reading.gone": ("Không có tài liệu này trong kho", "There is no such document"),
    "reading.gone.more": (
        "Có thể nó đã được đổi tên hoặc gỡ bỏ.",
        "It may have been renamed or removed.",
    ),
    "reading.figures": ("Số liệu trong bài ({count})", "Figures in this article ({count})"),
    "reading.figures.none": (
        "Bài này không có số liệu nào.",
        "There are no figures in this article.",
    ),
    "reading.figures.elsewhere": (
        "{count} số liệu khác nằm ở phần khác của bài.",
        "{count} more figures are in other parts of the article.",
    ),
    "reading.unnamed": ("xem câu văn trong bài", "see the sentence in the article"),
    "reading.passages": ("Hiện chỗ cắt đoạn", "Show how it is cut"),
    "reading.passages.help": (
        "Bài được cắt thành các đoạn để tìm kiếm; mỗi vạch là một chỗ cắt.",
        "The article is cut into passages to be searched; each line is a cut.",
    ),
    "reading.passages.copy": (
        "Bài này là bản sao của “{title}” nên không được cắt đoạn riêng.",
        "This is a copy of “{title}” and has no passages of its own.",
    ),
    "reading.cut": ("Đoạn {number}", "Passage {number}"),
    "reading.part": ("Phần {number}/{count} của bài", "Part {number} of {count}"),
    "reading.download": ("Tải tệp gốc ({size})", "Download the original ({size})"),
    "reading.download.missing": (
        "Không tải được tệp gốc: tệp không còn ở chỗ cũ.",
        "The original cannot be downloaded: the file is no longer where it was.",
    ),
    "reading.download.outside": (
        "Không tải được tệp gốc: tệp nằm ngoài thư mục báo cáo.",
        "The original cannot be downloaded: it lies outside the folder of reports.",
    ),
    "reading.download.changed": (
        "Tệp gốc đã thay đổi sau khi được đọc vào kho; bài dưới đây là bản cũ.",
        "The original was changed after it was read; the article below is the older one.",
    ),
    "reading.copies": ("Cùng nội dung: {names}", "Same story: {names}"),
}

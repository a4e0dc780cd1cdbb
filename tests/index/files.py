"""Small real files of each format, made with the format's own library."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

ROWS = [
    ["Tỉnh", "Tỷ lệ hồ sơ trực tuyến", "Mục tiêu"],
    ["Lào Cai", "81,2%", "80%"],
    ["Yên Bái", "74,5%", "75%"],
]
LINES = [
    "Tỉnh: Lào Cai; Tỷ lệ hồ sơ trực tuyến: 81,2%; Mục tiêu: 80%",
    "Tỉnh: Yên Bái; Tỷ lệ hồ sơ trực tuyến: 74,5%; Mục tiêu: 75%",
]
TITLE = "Kết quả chuyển đổi số các tỉnh miền núi năm 2023"
PROSE = "Năm 2023, các tỉnh miền núi đẩy mạnh chuyển đổi số theo Kế hoạch số 59/KH-UBND."
END = "Nơi gửi: các sở, ban, ngành của tỉnh."
TOPICS = ["cải cách hành chính", "thanh toán phí", "y tế cơ sở", "giáo dục số", "hộ tịch"]
FONTS = (
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
)

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)
needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not installed"
)
needs_font = pytest.mark.skipif(
    not any(Path(font).exists() for font in FONTS), reason="no font with Vietnamese letters"
)


def word(path: Path, rows: Sequence[Sequence[str]] = ROWS) -> Path:
    """A Word file with a title, a sentence and a table."""
    import docx

    document = docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(PROSE)
    table = document.add_table(len(rows), len(rows[0]), "Table Grid")
    for down, row in enumerate(rows):
        for across, text in enumerate(row):
            table.cell(down, across).text = text
    document.add_paragraph(END)
    document.core_properties.author = "Nguyễn Văn An"
    document.save(str(path))
    return path


def letter(path: Path) -> Path:
    """A Word file with the head of an official letter, and merged cells in its table."""
    import docx

    document = docx.Document()
    head = document.add_table(2, 2)
    head.cell(0, 0).text = "UBND TỈNH LÀO CAI"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    head.cell(1, 0).text = "Số: 12/BC-UBND"
    head.cell(1, 1).text = "Lào Cai, ngày 05 tháng 8 năm 2023"
    document.add_paragraph("BÁO CÁO")
    document.add_paragraph("Tình hình chuyển đổi số các huyện")
    table = document.add_table(4, 3)
    for down, row in enumerate(
        [
            ["Huyện", "Hồ sơ", ""],
            ["", "Tiếp nhận", "Trực tuyến (%)"],
            ["Bát Xát", "1.250", "61,5"],
            ["Sa Pa", "2.480", "70,2"],
        ]
    ):
        for across, text in enumerate(row):
            table.cell(down, across).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    inner = table.cell(3, 0).add_table(1, 1)
    inner.cell(0, 0).text = "Bảng nằm trong ô"
    document.save(str(path))
    return path


def workbook(path: Path) -> Path:
    """A workbook with a caption over all columns, percent and thousands formats, and a date."""
    import datetime

    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Chỉ số"
    sheet.append(["Xếp hạng chuyển đổi số các tỉnh năm 2024"])
    sheet.merge_cells("A1:E1")
    sheet.append([])
    sheet.append(
        ["STT", "Tỉnh", "Tỷ lệ dịch vụ công trực tuyến", "Số tổ công nghệ số", "Ngày chốt"]
    )
    day = datetime.date(2024, 6, 30)
    for number, row in enumerate([("Hà Giang", 0.637, 2071), ("Cao Bằng", 0.5815, 1462)], 1):
        sheet.append([number, *row, day])
        sheet.cell(sheet.max_row, 3).number_format = "0.0%"
        sheet.cell(sheet.max_row, 4).number_format = "#,##0"
    hidden = book.create_sheet("Nháp")
    hidden["A1"] = "không hiện"
    hidden.sheet_state = "hidden"
    book.properties.title = "Biểu tổng hợp của Sở Thông tin và Truyền thông"
    book.save(str(path))
    return path


def slides(path: Path) -> Path:
    """A presentation with a title, a table and a speaker's note."""
    import pptx
    from pptx.util import Inches

    presentation = pptx.Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = TITLE
    shape = slide.shapes.add_table(3, 3, Inches(1), Inches(2), Inches(6), Inches(2))
    for down, row in enumerate(ROWS):
        for across, text in enumerate(row):
            shape.table.cell(down, across).text = text
    slide.notes_slide.notes_text_frame.text = "Nhắc hội nghị về hạn nộp báo cáo."
    presentation.save(str(path))
    return path


def pdf(path: Path, pages: int = 1, password: str | None = None) -> Path:
    """A PDF with running heads, page numbers, wrapped paragraphs and a ruled table."""
    from reportlab.lib import pdfencrypt
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Table

    font = next((font for font in FONTS if Path(font).exists()), None)
    name = "Helvetica"
    if font:
        name = "Vietnamese"
        pdfmetrics.registerFont(TTFont(name, font))
    lock = pdfencrypt.StandardEncryption(password) if password else None
    canvas = Canvas(str(path), encrypt=lock)
    canvas.setTitle(TITLE)
    for number in range(1, pages + 1):
        canvas.setFont(name, 11)
        canvas.drawString(70, 800, "Sở Thông tin và Truyền thông")
        canvas.drawString(70, 760, f"{TITLE} phần {number}" if number > 1 else TITLE)
        topic = TOPICS[number % len(TOPICS) - 1]
        for down, line in enumerate(
            (
                f"Về {topic}, các tỉnh miền núi đã đẩy mạnh chuyển đổi số theo Kế hoạch số",
                "59/KH-UBND và đã đạt nhiều kết quả,",
                f"phục vụ người dân trong việc {topic}.",
            )
        ):
            canvas.drawString(70, 730 - 16 * down, line)
        if number == 1:
            table = Table(
                ROWS,
                style=[("GRID", (0, 0), (-1, -1), 1, "black"), ("FONT", (0, 0), (-1, -1), name)],
            )
            table.wrapOn(canvas, 400, 200)
            table.drawOn(canvas, 70, 560)
        canvas.drawString(300, 40, str(number))
        canvas.showPage()
    canvas.save()
    return path


PAGE = """<!doctype html><html><head><meta charset="utf-8">
<title>Tuyên Quang công bố kết quả chuyển đổi số quý II | Cổng thông tin</title>
<meta property="og:title" content="Tuyên Quang công bố kết quả chuyển đổi số quý II">
<meta property="og:site_name" content="Cổng thông tin điện tử tỉnh Tuyên Quang">
<meta property="article:published_time" content="2024-07-03T08:00:00+07:00">
<script>document.write("chèn vào")</script></head><body>
<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/tin">Tin tức</a></li></ul></nav>
<article><h1>Tuyên Quang công bố kết quả chuyển đổi số quý II</h1>
<p>Lượt xem: 1.234</p>
<p>Sáng 2/7, UBND tỉnh Tuyên Quang công bố kết quả chuyển đổi số quý II năm 2024 của các huyện.</p>
<p>Theo báo cáo, các huyện đã cấp chữ ký số cho cán bộ và tiếp nhận hồ sơ trực tuyến như sau.</p>
<table><tr><th rowspan="2">Huyện</th><th colspan="2">Kết quả</th></tr>
<tr><th>Hồ sơ trực tuyến</th><th>Chữ ký số đã cấp</th></tr>
<tr><td>Na Hang</td><td>1.250</td><td>340</td></tr>
<tr><td>Chiêm Hóa</td><td>2.480</td><td>415</td></tr></table>
<p>Trong thời gian tới, tỉnh tiếp tục hỗ trợ các huyện hoàn thành chỉ tiêu được giao.</p>
<p>Thu Hà</p></article>
<footer><p>Bản quyền thuộc Cổng thông tin điện tử tỉnh. Ghi rõ nguồn khi phát hành lại.</p></footer>
</body></html>"""


def converted(path: Path, target: str) -> Path:
    """The file in another format, by LibreOffice."""
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation={(path.parent / 'profile').as_uri()}",
            "--convert-to",
            target,
            "--outdir",
            str(path.parent),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return path.with_suffix(f".{target}")


def with_part(path: Path, name: str, content: bytes) -> Path:
    """An office file with one of its parts replaced."""
    parts = {}
    with zipfile.ZipFile(path) as archive:
        for part in archive.namelist():
            parts[part] = archive.read(part)
    parts[name] = content
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, held in parts.items():
            archive.writestr(part, held)
    return path


def image(width: int = 400, height: int = 300) -> bytes:
    """A blank picture as PNG."""
    from PIL import Image

    file = io.BytesIO()
    Image.new("L", (width, height), 255).save(file, "PNG")
    return file.getvalue()

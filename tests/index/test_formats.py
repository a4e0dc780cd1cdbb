"""Files of every format read as a person reads them: text, tables, and what they say of themselves."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from index.documents import Document, read_document
from index.errors import DocumentError
from index.formats.spreadsheet import shown_text
from index.passages import split
from tests.index import files

OLD = "céng hoµ x· héi chñ nghÜa ViÖt Nam, ®éc lËp tù do h¹nh phóc, nh©n d©n c¶ n\xadíc"
NEW = "cộng hoà xã hội chủ nghĩa Việt Nam, độc lập tự do hạnh phúc, nhân dân cả nước"


def read(path: Path) -> Document:
    document = read_document(path, path.parent)
    for passage in split(document):
        assert document.text[passage.start : passage.end] == passage.text
    return document


def test_word(tmp_path: Path) -> None:
    report = read(files.word(tmp_path / "a.docx"))
    assert report.text == "\n\n".join([files.TITLE, files.PROSE, "\n".join(files.LINES), files.END])
    assert (report.title, report.author) == (files.TITLE, "Nguyễn Văn An")
    assert report.found["author"] == "thuộc tính của tệp (author): Nguyễn Văn An"
    assert report.published is None


def test_an_official_letter(tmp_path: Path) -> None:
    report = read(files.letter(tmp_path / "a.docx"))
    assert report.title == "BÁO CÁO Tình hình chuyển đổi số các huyện"
    assert (report.province, report.published) == ("Lào Cai", "2023-08-05")
    assert report.source == report.found["source"] == "UBND TỈNH LÀO CAI"
    assert report.found["published"] == "Lào Cai, ngày 05 tháng 8 năm 2023"
    lines = report.text.split("\n")
    assert "Huyện: Bát Xát; Hồ sơ – Tiếp nhận: 1.250; Hồ sơ – Trực tuyến (%): 61,5%" in lines
    assert "Bảng nằm trong ô" in lines
    assert "Số: 12/BC-UBND" in lines


def test_workbook(tmp_path: Path) -> None:
    report = read(files.workbook(tmp_path / "a.xlsx"))
    assert report.title == "Biểu tổng hợp của Sở Thông tin và Truyền thông"
    assert report.text.split("\n")[-2:] == [
        "STT: 1; Tỉnh: Hà Giang; Tỷ lệ dịch vụ công trực tuyến: 63,7%; Số tổ công nghệ số: 2.071;"
        " Ngày chốt: 30/06/2024",
        "STT: 2; Tỉnh: Cao Bằng; Tỷ lệ dịch vụ công trực tuyến: 58,2%; Số tổ công nghệ số: 1.462;"
        " Ngày chốt: 30/06/2024",
    ]
    assert "không hiện" not in report.text


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (0.812, "0.0%", "81,2%"),
        (0.5815, "0.0%", "58,2%"),
        (1, "0%", "100%"),
        (0.5, "General", "0,5"),
        (1234567, "#,##0", "1.234.567"),
        (1234.5, "#,##0.00", "1.234,50"),
        (-1234.5, "#,##0.0", "-1.234,5"),
        (0.1 + 0.2, "General", "0,3"),
        (1e-7, "General", "0,0000001"),
        (2024, "General", "2024"),
        (True, "General", "Có"),
        (None, "General", ""),
    ],
)
def test_cells_as_the_sheet_shows_them(value: object, form: str, shown: str) -> None:
    assert shown_text(value, form) == shown


def test_slides(tmp_path: Path) -> None:
    report = read(files.slides(tmp_path / "a.pptx"))
    assert report.title == files.TITLE
    assert "\n".join(files.LINES) in report.text
    assert "Nhắc hội nghị về hạn nộp báo cáo." in report.text


@files.needs_font
def test_pdf(tmp_path: Path) -> None:
    report = read(files.pdf(tmp_path / "a.pdf", pages=4))
    assert report.title == files.TITLE
    for topic in files.TOPICS[:4]:
        assert (
            f"Về {topic}, các tỉnh miền núi đã đẩy mạnh chuyển đổi số theo Kế hoạch số 59/KH-UBND"
            f" và đã đạt nhiều kết quả, phục vụ người dân trong việc {topic}."
        ) in report.text.split("\n\n")
    assert "\n".join(files.LINES) in report.text
    assert "Sở Thông tin" not in report.text
    assert not [line for line in report.text.split("\n") if line.isdigit()]


def test_rtf_in_an_old_font(tmp_path: Path) -> None:
    text = "".join(f"\\'{ord(letter):02x}" if ord(letter) > 127 else letter for letter in OLD)
    row = r"\trowd Tinh\cell So\cell\row \trowd A\cell 5\cell\row "
    (tmp_path / "a.rtf").write_text(
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 .VnTime;}}\f0 "
        + f"{text}.\\par {text}.\\par {row}}}",
        encoding="ascii",
    )
    report = read(tmp_path / "a.rtf")
    assert report.text.count(NEW) == 2
    assert "Tinh: A; So: 5" in report.text


def test_text_in_an_old_font(tmp_path: Path) -> None:
    old = OLD.replace("\xad", "\u00ad")
    (tmp_path / "a.txt").write_text(
        f"B¸o c¸o cña Bé Tµi chÝnh\n\n{old}, {old}.\n", encoding="utf-8"
    )
    assert NEW in read(tmp_path / "a.txt").text


def test_web_page(tmp_path: Path) -> None:
    (tmp_path / "a.htm").write_text(files.PAGE, encoding="utf-8")
    report = read(tmp_path / "a.htm")
    assert report.text.split("\n\n") == [
        "Tuyên Quang công bố kết quả chuyển đổi số quý II",
        "Sáng 2/7, UBND tỉnh Tuyên Quang công bố kết quả chuyển đổi số quý II năm 2024 của các huyện.",
        "Theo báo cáo, các huyện đã cấp chữ ký số cho cán bộ và tiếp nhận hồ sơ trực tuyến như sau.",
        "Huyện: Na Hang; Kết quả – Hồ sơ trực tuyến: 1.250; Kết quả – Chữ ký số đã cấp: 340\n"
        "Huyện: Chiêm Hóa; Kết quả – Hồ sơ trực tuyến: 2.480; Kết quả – Chữ ký số đã cấp: 415",
        "Trong thời gian tới, tỉnh tiếp tục hỗ trợ các huyện hoàn thành chỉ tiêu được giao.",
    ]
    assert (report.province, report.published) == ("Tuyên Quang", "2024-07-03")
    assert (report.event, report.author) == ("2024-07-02", "Thu Hà")
    assert report.source == "Cổng thông tin điện tử tỉnh Tuyên Quang"
    assert report.found["published"] == "phần đầu trang web (published): 2024-07-03"


@files.needs_libreoffice
@pytest.mark.parametrize(
    ("make", "name", "target"),
    [
        (files.word, "a.docx", "doc"),
        (files.workbook, "a.xlsx", "xls"),
        (files.slides, "a.pptx", "ppt"),
    ],
)
def test_files_of_before_2007(
    tmp_path: Path, make: Callable[[Path], Path], name: str, target: str
) -> None:
    (tmp_path / "new").mkdir()
    new = make(tmp_path / "new" / name)
    old = files.converted(new, target)
    same = read(old).text.split("\n")
    for line in read(new).text.split("\n"):
        assert line in same


@files.needs_tesseract
@files.needs_font
def test_scans(tmp_path: Path) -> None:
    import pypdfium2

    typed = pypdfium2.PdfDocument(str(files.pdf(tmp_path / "typed.pdf")))
    picture = typed[0].render(scale=300 / 72, grayscale=True).to_pil()
    picture.save(tmp_path / "a.png")
    picture.save(tmp_path / "b.pdf", resolution=300)
    picture.save(tmp_path / "c.tif", save_all=True, append_images=[picture])
    for name in ("a.png", "b.pdf", "c.tif"):
        text = read(tmp_path / name).text
        assert "đẩy mạnh chuyển đổi số theo Kế hoạch số 59/KH-UBND" in text
        assert text.count("phục vụ người dân") == (2 if name == "c.tif" else 1)


@pytest.mark.parametrize(
    ("name", "command"), [("a.png", "tesseract-ocr-vie"), ("b.doc", "libreoffice-writer-nogui")]
)
def test_a_missing_program_is_named_with_its_command(
    tmp_path: Path, name: str, command: str
) -> None:
    (tmp_path / "a.png").write_bytes(files.image())
    legacy = Path(__file__).parents[1] / "data" / "files" / "old.doc"
    (tmp_path / "b.doc").write_bytes(legacy.read_bytes())
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from pathlib import Path; from index.documents import read_document\n"
            "path = Path(sys.argv[1]); read_document(path, path.parent)",
            str(tmp_path / name),
        ],
        env={"PATH": "", "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert f"{name}: cần " in done.stderr
    assert f"apt-get install --no-install-recommends {command.split('-vie')[0][:10]}" in done.stderr


def test_what_a_person_states_stands_above_all(tmp_path: Path) -> None:
    files.word(tmp_path / "a.docx")
    (tmp_path / "a.docx.meta.toml").write_text(
        'title = "Báo cáo chuyển đổi số quý II"\nprovince = "tinh lao cai"\n'
        'published = 2024-07-01\nsource = "Sở Thông tin và Truyền thông"\n',
        encoding="utf-8",
    )
    report = read(tmp_path / "a.docx")
    assert report.text.startswith("Báo cáo chuyển đổi số quý II\n\n" + files.TITLE)
    assert (report.title, report.province) == ("Báo cáo chuyển đổi số quý II", "Lào Cai")
    assert (report.published, report.source) == ("2024-07-01", "Sở Thông tin và Truyền thông")
    assert report.found["province"] == "a.docx.meta.toml: Lào Cai"
    assert report.author == "Nguyễn Văn An"


@pytest.mark.parametrize(
    ("stated", "reason"),
    [
        ("title = ", "không phải TOML"),
        ("tile = 'x'", "mục lạ 'tile'"),
        ("title = 3", "phải là chữ"),
        ("published = 'hôm qua'", "không phải ngày"),
        ("province = 'Atlantis'", "không có tỉnh"),
        ("x = " + "[" * 10_000, "không phải TOML"),
    ],
)
def test_a_wrong_statement_is_told(tmp_path: Path, stated: str, reason: str) -> None:
    (tmp_path / "a.txt").write_text(files.PROSE * 3, encoding="utf-8")
    (tmp_path / "a.meta.toml").write_text(stated, encoding="utf-8")
    with pytest.raises(DocumentError, match=rf"^a\.txt: a\.meta\.toml.*{reason}"):
        read(tmp_path / "a.txt")


def test_nothing_of_the_readers_is_imported_for_asking() -> None:
    heavy = {
        "viparse",
        "trafilatura",
        "docx",
        "openpyxl",
        "pptx",
        "lxml",
        "pypdfium2",
        "PIL",
    }
    done = subprocess.run(
        [sys.executable, "-c", "import sys, qa.assistant; print(*sys.modules)"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert not heavy & set(done.stdout.split())


def test_no_reader_reaches_the_network(tmp_path: Path) -> None:
    """Every family read in one process in which opening a socket is an error."""
    files.word(tmp_path / "a.docx")
    files.workbook(tmp_path / "a.xlsx")
    files.slides(tmp_path / "a.pptx")
    files.pdf(tmp_path / "a.pdf")
    remote = '<img src="http://example.com/a.png"><link rel="stylesheet" href="http://example.com">'
    (tmp_path / "a.html").write_text(files.PAGE.replace("<nav>", remote), encoding="utf-8")
    script = """
import socket, sys
from pathlib import Path
def refuse(*_):
    raise SystemExit("reached for the network")
socket.socket.connect = socket.getaddrinfo = socket.create_connection = refuse
from index.formats import ISOLATED, worker
from index.formats.limits import Limits
for path in sorted(Path(sys.argv[1]).iterdir()):
    answer = worker._answer(path, Limits(), lambda: None)
    assert "content" in answer, answer
"""
    subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        cwd=Path(__file__).parents[2],
        check=True,
    )

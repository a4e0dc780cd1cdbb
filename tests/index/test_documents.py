"""Reports read from files: the article whole, the page around it gone, facts as printed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents import Document, parse_document, read_document
from index.errors import DocumentError
from index.vietnamese import fold, normalize

ROOT = Path(__file__).parents[2]
CORPUS, INVENTED = ROOT / "corpus", ROOT / "tests" / "data" / "reports"
PATHS = {path.name[:3]: path for folder in (CORPUS, INVENTED) for path in folder.glob("*.txt")}
REAL = ["000", "001", "002", "003", "004"]
ARTICLE = "Sáng 5/8/2023, UBND tỉnh Lào Cai họp. " * 4


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {number: read_document(path, path.parent) for number, path in PATHS.items()}


@pytest.mark.parametrize(
    ("number", "title", "province", "district", "published", "event", "author"),
    [
        (
            "000",
            "Thái Bình đẩy mạnh các giải pháp về chuyển đổi số",
            "Thái Bình",
            None,
            "2022-04-13",
            "2022-04-13",
            "Văn Ngọc",
        ),
        (
            "001",
            "Họp Ban Chỉ đạo chuyển đổi số tỉnh",
            "Cao Bằng",
            None,
            None,
            "2022-07-15",
            "Dương Liễu",
        ),
        (
            "002",
            "Thanh Chương: Tham gia hội nghị trực tuyến sơ kết 1 năm triển khai thực hiện kế hoạch"
            " 586 về chuyển đổi số tỉnh Nghệ An đến năm 2025.",
            "Nghệ An",
            "Thanh Chương",
            None,
            None,
            "Lan Anh",
        ),
        (
            "003",
            "Đẩy mạnh chuyển đổi số, tạo bứt phá phát triển kinh tế - xã hội",
            "Thái Bình",
            None,
            "2024-10-02",
            None,
            "Nguyễn Cường",
        ),
        (
            "004",
            "Đưa Nghị quyết của Đảng vào cuộc sống Hướng tới trở thành hình mẫu trong chuyển đổi số",
            "Quảng Ninh",
            None,
            "2023-07-17",
            None,
            "Minh Hà",
        ),
    ],
)
def test_facts_of_the_five(
    documents: dict[str, Document],
    number: str,
    title: str,
    province: str,
    district: str | None,
    published: str | None,
    event: str | None,
    author: str,
) -> None:
    report = documents[number]
    assert report.title == title
    assert (report.province, report.district) == (province, district)
    assert (report.published, report.event, report.author) == (published, event, author)
    assert report.found.keys() == {
        name
        for name in ("title", "published", "event", "author")
        if getattr(report, name) is not None
    }
    source = normalize(PATHS[number].read_text(encoding="utf-8"))
    assert all(words in source for words in report.found.values())


@pytest.mark.parametrize(
    ("number", "province", "published", "author"),
    [
        ("101", "Đắk Lắk", "2023-06-03", "Hoài Thương"),
        ("102", "Đắk Lắk", "2024-07-05", "Đăng Khoa"),
        ("103", "Quảng Ninh", "2024-09-12", "Thu Phương"),
        ("104", "An Giang", "2023-12-19", "Hữu Phước"),
        ("105", None, "2023-10-18", None),
        ("106", "Lâm Đồng", "2024-03-15", "Thuý Quỳnh"),
        ("107", "Bắc Giang", "2023-08-07", "Minh Thu"),
        ("108", "Cà Mau", None, "Lê Khởi"),
        ("109", "Huế", "2024-05-22", "Phan Hoàng Nhi"),
        ("110", "Sơn La", "2023-11-10", "Quàng Thị Duyên"),
        ("111", "Bình Dương", "2024-10-30", "Thanh Nhàn"),
        ("112", "Phú Thọ", "2022-09-22", "Ngọc Tuấn"),
    ],
)
def test_facts_of_the_invented(
    documents: dict[str, Document],
    number: str,
    province: str | None,
    published: str | None,
    author: str | None,
) -> None:
    report = documents[number]
    assert (report.province, report.published, report.author) == (province, published, author)


FURNITURE = {
    "000": ["lượt xem", "13/04/2022", "Video:", "OTHAN1", "Từ khóa", "Kỳ họp HĐND", "Văn Ngọc"],
    "001": ["Lượt xem", "KHEN THƯỞNG", "Xem thêm", "truy cập:", "Hôm nay:", "Tất cả", "Dương Liễu"],
    "002": ["ĐĂNG NHẬP", "image banner", "Lượt xem", "Anh-tin-bai", "Lan Anh", "Tin tức", "Hồ Chí"],
    "003": ["GMT", "lượt xem", "02/10/2024", "24/11/2024", "Nguyễn Cường"],
    "004": ["Tất cả chuyên mục", "GMT", "17/07/2023", "Minh Hà", "Liên kết website", "Ý kiến ("],
    "101": ["TRANG CHỦ", "Cỡ chữ", "Lượt xem", "Từ khóa", "CÁC TIN KHÁC", "Krông Pắc"],
}


@pytest.mark.parametrize("number", FURNITURE)
def test_no_furniture(documents: dict[str, Document], number: str) -> None:
    source = normalize(PATHS[number].read_text(encoding="utf-8"))
    for words in FURNITURE[number]:
        assert words in source, words
        assert words not in documents[number].text


ARTICLES = {
    "000": [
        "Sáng 13/4, đồng chí Nguyễn Khắc Thận - Phó bí thư Tỉnh ủy",
        "UBND tỉnh nghe Sở Thông tin và Truyền thông báo cáo kết quả chuyển đổi số tỉnh Thái Bình đến",
        "hoàn thiện kế hoạch hoạt động của Ban chỉ đạo về chuyển đổi số tỉnh năm 2022.",
    ],
    "001": [
        "Chiều 15/7, Ban Chỉ đạo (BCĐ) chuyển đổi số tỉnh họp",
        "Các đại biểu dự họp",
        "Phó Chủ tịch UBND tỉnh Lê Hải Hòa phát biểu thảo luận",
        "Chủ tịch UBND tỉnh Hoàng Xuân Ánh phát biểu kết luận cuộc họp",
        "đáp ứng mục tiêu, lộ trình đề ra.",
    ],
    "002": [
        "Chiều ngày 21/9, UBND tỉnh tổ chức Hội nghị trực tuyến",
        "Toàn cảnh hội nghị tại điểm cầu Thanh Chương.",
        "Đồng chí Trình Văn Nhã - Chủ tịch UBND huyện Thanh Chương phát biểu tham luận tại hội nghị.",
        "sự phát triển KT-XH của tỉnh Nghệ An trong những năm tới.",
    ],
    "003": [
        "Sau gần 3 năm thực hiện Nghị quyết số 02-NQ/TU",
        "Bệnh viện Y học cổ truyền Thái Bình sử dụng căn cước công dân gắn chip",
        "Chủ động chuyển đổi số",
        "Khắc phục tồn tại, hạn chế để thúc đẩy chuyển đổi số",
        "phục vụ tốt nhất cho người dân, doanh nghiệp.",
    ],
    "004": [
        "Với quyết tâm đưa Quảng Ninh trở thành hình mẫu",
        "93,4% TTHC được xử lý hoàn toàn trực tuyến (mục tiêu là 80%)",
        "đào tạo, bồi dưỡng, tập huấn kiến thức, kỹ năng số cho CBCCVC và người dân...",
    ],
}


@pytest.mark.parametrize("number", REAL)
def test_first_last_and_captions_are_kept(documents: dict[str, Document], number: str) -> None:
    for words in ARTICLES[number]:
        assert words in documents[number].text


# Teasers of other articles, which follow the five reports' own.
OTHERS = ("Kỳ họp HĐND tỉnh Thái Bình khóa XVII", "Đồng chí Bí thư Tỉnh ủy Thái Bình: Dự thảo")
OTHERS += ("Chiều 20/9, HĐND tỉnh", "Sáng 14/9, đồng chí Nguyễn Quang Dương", "Hội nghị chuyên đề")


@pytest.mark.parametrize("number", PATHS)
def test_no_line_of_prose_is_lost(documents: dict[str, Document], number: str) -> None:
    lines = [normalize(line) for line in PATHS[number].read_text(encoding="utf-8").splitlines()]
    prose = [line for line in lines if len(line) > 100 and not line.startswith(OTHERS)]
    assert len(prose) >= 3
    assert [line for line in prose if line not in documents[number].text] == []
    kept = documents[number].text.split("\n\n")[1:]
    assert [line for line in kept if line not in lines] == []


@pytest.mark.parametrize("number", PATHS)
def test_the_text_is_in_normal_form_and_begins_with_the_title(
    documents: dict[str, Document], number: str
) -> None:
    report = documents[number]
    assert normalize(report.text) == report.text
    assert report.text.startswith(f"{report.title}\n\n")
    assert report.id == PATHS[number].name
    assert report.path == str(PATHS[number])
    assert len(report.sha256) == 64
    assert len(fold(report.text)) == len(report.text)


def test_tables_keep_their_rows(documents: dict[str, Document]) -> None:
    text = documents["104"].text
    assert "Chỉ tiêu | Kết quả 2022 | Kết quả 2023 | Mục tiêu 2023" in text
    assert "Tỷ lệ thanh toán trực tuyến | 9,4% | 26,1% | 30%" in text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "không có nội dung"),
        (b" \n\r\n\t ", "không có nội dung"),
        (b"\xef\xbb\xbf\n", "không có nội dung"),
        (b"PK\x03\x04\x00\x00", "nhị phân"),
        (ARTICLE.encode("utf-16-le"), "nhị phân"),
        (b"Th\xe1i B\xecnh", "byte thứ 3 không phải UTF-8"),
        (ARTICLE.encode()[:-2] + b"\xc3", "UTF-8"),
        (b"\xff\xfea", "UTF-16"),
    ],
)
def test_a_file_that_is_no_text(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "sub" / "báo cáo.txt"
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(DocumentError, match=r"^sub/báo cáo\.txt: [^\n]+$") as raised:
        read_document(path, tmp_path)
    assert reason in str(raised.value)


@pytest.mark.parametrize("name", ["a.odt", "a.exe", "a", "a.txt.zip"])
def test_an_unknown_suffix(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    with pytest.raises(DocumentError, match=rf"^{name}: .*\.txt"):
        read_document(tmp_path / name, tmp_path)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"^none\.txt: "):
        read_document(tmp_path / "none.txt", tmp_path)
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(DocumentError, match=r"^folder\.txt: "):
        read_document(tmp_path / "folder.txt", tmp_path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r"])
def test_encodings_and_line_breaks(encoding: str, breaks: str) -> None:
    lines = ["Lào Cai họp về chuyển đổi số", "05/08/2023 | 10:00", ARTICLE, "Nguyễn An"]
    report = parse_document("a.TXT", breaks.join(lines).encode(encoding))
    assert report.text == f"{lines[0]}\n\n{ARTICLE.strip()}"
    assert (report.province, report.published) == ("Lào Cai", "2023-08-05")
    assert (report.event, report.author) == ("2023-08-05", "Nguyễn An")


def test_a_page_without_title_date_or_author() -> None:
    report = parse_document("ghi chép/ngày 1.txt", (ARTICLE * 3).encode())
    assert report.title == "ngày 1"
    assert (report.published, report.author) == (None, None)
    assert report.text.endswith(ARTICLE.strip())


def test_the_date_after_the_title_is_the_pages_own() -> None:
    lines = ["Chủ nhật, 24/11/2024, 10:21", "Lào Cai họp về chuyển đổi số", "02/10/2024 | 09:34"]
    report = parse_document("a.txt", "\n".join([*lines, ARTICLE * 3, "01/05/2020"]).encode())
    assert (report.title, report.published) == (lines[1], "2024-10-02")
    report = parse_document("a.txt", "\n".join([*lines[:2], ARTICLE * 3]).encode())
    assert report.published == "2024-11-24"


@pytest.mark.parametrize(
    ("header", "published"),
    [
        ("Cập nhật: 05/12/2027 | Người viết: Trung Dân", "2027-12-05"),
        ("Giao thông - Đô thị | 09:45 | Thứ Bảy, 22/02/2027", "2027-02-22"),
        ("Đăng lúc 16:25 ngày 28/06/2027 | Phông chữ: nhỏ - vừa - lớn", "2027-06-28"),
        ("Số 12/BC | Nghị quyết kỳ họp 28/06/2027 | Bản lưu trữ", None),
    ],
)
def test_a_date_beside_other_things_in_a_line(header: str, published: str | None) -> None:
    title = "Sông Mây làm sạch dữ liệu đất đai sau một năm"
    prose = "Chiến dịch làm sạch dữ liệu khép lại với nhiều thửa đất được đối chiếu lại. " * 3
    page = parse_document("a.txt", f"TRANG TIN SÔNG MÂY\n{title}\n{header}\n\n{prose}\n".encode())
    assert (page.title, page.published) == (title, published)


def test_the_name_of_the_site_is_no_title() -> None:
    title = "Sông Mây làm sạch dữ liệu đất đai sau một năm"
    page = f"CỔNG THÔNG TIN ĐIỆN TỬ TỈNH\n{title}\n\n{ARTICLE * 3}\n"
    assert parse_document("a.txt", page.encode()).title == title


def test_a_title_that_ends_with_a_quotation() -> None:
    title = (
        'Một năm ở Sông Mây: "Thà đi bộ thêm một cây số còn hơn để bà con phải quay về tay không"'
    )
    prose = "Chiến dịch làm sạch dữ liệu khép lại với nhiều thửa đất được đối chiếu lại. " * 3
    page = parse_document(
        "a.txt",
        f"CỔNG THÔNG TIN ĐIỆN TỬ TỈNH\n{title}\nĐăng lúc 16:25 ngày 28/06/2027\n\n{prose}\n".encode(),
    )
    assert page.title == title


def test_what_follows_the_article_goes_without_a_byline_too() -> None:
    lines = ["Lào Cai họp về chuyển đổi số", ARTICLE * 9, "Tin liên quan", "Hà Giang họp. " * 9]
    report = parse_document("a.txt", "\n".join(lines).encode())
    assert report.text == f"{lines[0]}\n\n{lines[1].strip()}"
    report = parse_document("a.txt", "\n".join([*lines[:3], lines[1], *lines[3:]]).encode())
    assert "Hà Giang" in report.text


@pytest.mark.parametrize("day", ["31/02/2023", "00/00/2023", "45/13/2022"])
def test_an_impossible_date_is_none(day: str) -> None:
    page = f"Lào Cai họp về chuyển đổi số\n{day} | 10:00\n{ARTICLE}"
    assert parse_document("a.txt", page.encode()).published is None


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_give_a_report_or_a_line_that_names_the_file(content: bytes) -> None:
    try:
        report = parse_document("a.txt", content)
    except DocumentError as error:
        assert str(error).startswith("a.txt: ")
        assert "\n" not in str(error)
    else:
        assert report.text.startswith(f"{report.title}\n\n")
        assert report.text.removeprefix(report.title).strip()

"""Tables as text: what a row says, and its cells found again at exact spans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents import parse_document
from index.tables import cells, row_lines, same_table
from index.vietnamese import normalize


def read_back(line: str) -> dict[str, str]:
    return {line[slice(*cell.heading)]: line[slice(*cell.value)] for cell in cells(line)}


def test_a_row_names_its_columns() -> None:
    lines = row_lines(
        [["Tỉnh", "Tỷ lệ", "Mục tiêu"], ["Lào Cai", "81,2%", ""], ["Yên Bái", "7", "9"]]
    )
    assert lines == ["Tỉnh: Lào Cai; Tỷ lệ: 81,2%", "Tỉnh: Yên Bái; Tỷ lệ: 7; Mục tiêu: 9"]
    assert read_back(lines[1]) == {"Tỉnh": "Yên Bái", "Tỷ lệ": "7", "Mục tiêu": "9"}
    assert same_table(*lines)


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        # A heading over two columns, merged or with blanks, and the row that numbers columns.
        (
            [["Huyện", "Hồ sơ", ""], ["", "Nhận", "Xong"], ["(1)", "(2)", "(3)"], ["Sa Pa", "9", "8"]],
            ["Huyện: Sa Pa; Hồ sơ – Nhận: 9; Hồ sơ – Xong: 8"],
        ),
        (
            [["Chỉ tiêu", "2022", "2022"], ["Chỉ tiêu", "Kết quả", "Mục tiêu"], ["Thuê bao", "5", "6"]],
            ["Chỉ tiêu: Thuê bao; 2022 – Kết quả: 5; 2022 – Mục tiêu: 6"],
        ),
        # A unit in a heading is said with each figure.
        (
            [["Tỉnh", "Kinh phí (tỷ đồng)", "Tỷ lệ (%)"], ["Lào Cai", "45,6", "81,2"]],
            ["Tỉnh: Lào Cai; Kinh phí (tỷ đồng): 45,6 tỷ đồng; Tỷ lệ (%): 81,2%"],
        ),
        # Captions above, a section's row, a corner without a heading, columns without figures.
        (
            [["Bảng 1", "Bảng 1", "Bảng 1"], ["", "2022", "Ghi chú"], ["I. Số", "", ""], ["Hồ sơ", "5", ""]],
            ["Bảng 1", "Ghi chú", "I. Số", "Mục: Hồ sơ; 2022: 5"],
        ),
        ([["a", "1"], ["b", "2"]], ["a | 1", "b | 2"]),
        ([["Tên", "Số"], ["A; B: C", "1"]], ["Tên: A, B: C; Số: 1"]),
        (
            [["Xã", "Số", "Số"], ["Na Hối", "1", "2"]],
            ["Xã: Na Hối; Số: 1; Số (2): 2"],
        ),
        ([["một\nhai"], ["ba"]], ["một", "hai", "ba"]),
        ([["UBND TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["Số: 1", "Ngày 2"]],
         ["UBND TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 1", "Ngày 2"]),
        ([], []),
        ([["", " "], ["\n"]], []),
    ],
)  # fmt: skip
def test_forms_of_tables(rows: list[list[str]], lines: list[str]) -> None:
    assert row_lines(rows) == lines


@pytest.mark.parametrize(
    "line",
    [
        "Trong đó: cấp tỉnh 98,4%; cấp huyện 91,7%.",
        "Tỷ lệ: 81,2%",
        "kết quả: một; Hai: ba",
        "Họp bàn. Kết luận: một; Hai: ba",
        "Chỉ tiêu | Kết quả | Mục tiêu",
        "Số: 1; Số: 2",
        "Một: hai; ",
        "",
    ],
)
def test_what_is_no_row(line: str) -> None:
    assert cells(line) == ()


GRIDS = st.integers(2, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.text("aĐé 1,;:|%.\n", max_size=8), min_size=width, max_size=width), max_size=5
    )
)


@given(GRIDS)
def test_every_word_of_a_table_is_in_its_lines(rows: list[list[str]]) -> None:
    text = "\n".join(row_lines(rows))
    for row in rows:
        for cell in row:
            for word in (
                normalize(cell).replace(";", " ").replace(":", " ").replace("|", " ").split()
            ):
                assert word.strip(".,").lower() in text.lower()
    for line in text.split("\n"):
        assert all(line[slice(*cell.value)].strip() for cell in cells(line))


MARKDOWN = """---
layout: post
---
# Báo cáo **chuyển đổi số** tỉnh Lào Cai

Năm 2023, tỉnh Lào Cai [đẩy mạnh](http://x.vn) chuyển đổi số
trong các cơ quan.

| Chỉ tiêu | Kết quả | Mục tiêu |
|:---------|--------:|:--------:|
| Hồ sơ trực tuyến | **81,2%** | 80% |
| Thanh toán \\| phí | 26,1% | 30% |

- Mục một
- Mục hai
"""


def test_markdown() -> None:
    report = parse_document("a.md", MARKDOWN.encode())
    assert report.text == "\n\n".join(
        [
            "Báo cáo chuyển đổi số tỉnh Lào Cai",
            "Năm 2023, tỉnh Lào Cai đẩy mạnh chuyển đổi số trong các cơ quan.",
            "Chỉ tiêu: Hồ sơ trực tuyến; Kết quả: 81,2%; Mục tiêu: 80%\n"
            "Chỉ tiêu: Thanh toán | phí; Kết quả: 26,1%; Mục tiêu: 30%",
            "- Mục một",
            "- Mục hai",
        ]
    )


def test_a_markdown_table_in_a_text_file() -> None:
    text = "Báo cáo của tỉnh Lào Cai năm 2023\n\n" + MARKDOWN.split("\n\n", 2)[2]
    lines = parse_document("a.txt", text.encode()).text.split("\n")
    assert "Chỉ tiêu: Hồ sơ trực tuyến; Kết quả: 81,2%; Mục tiêu: 80%" in lines


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv(mark: str, encoding: str) -> None:
    rows = [
        ["Tỉnh", "Số hồ sơ", "Ghi chú"],
        ["Lào Cai", "1.250", '"a, b; c"'],
        ["Yên Bái", "310", ""],
    ]
    content = "\r\n".join(mark.join(row) for row in rows).encode(encoding)
    report = parse_document("số liệu.csv", content)
    assert report.title == "số liệu"
    assert report.text.split("\n")[2:] == [
        "Tỉnh: Lào Cai; Số hồ sơ: 1.250; Ghi chú: a, b, c",
        "Tỉnh: Yên Bái; Số hồ sơ: 310",
    ]

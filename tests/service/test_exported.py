"""CSV for spreadsheets: Vietnamese letters right, nothing that is reckoned."""

import csv
import io

import pytest

from service.exported import csv_bytes


def read_again(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_begins_with_the_mark_that_tells_excel_its_encoding() -> None:
    content = csv_bytes(["Câu hỏi", "Số lần"], [["Tỉnh nào?", 3]])
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig") == "Câu hỏi,Số lần\r\nTỉnh nào?,3\r\n"


@pytest.mark.parametrize(
    "cell",
    [
        '=HYPERLINK("http://x")',
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =1",
        "\u00a0=1",
        "＝1+1",
    ],
)
def test_no_cell_is_a_formula(cell: str) -> None:
    [[header], [value]] = read_again(csv_bytes([cell], [[cell]]))
    assert header == value == f"'{cell}"


def test_numbers_lines_quotes_and_nothing_come_through() -> None:
    row = [-1.5, 2, None, 'nói "có"', "hai\ndòng", "a;b,c"]
    [_, read] = read_again(csv_bytes(["x"] * 6, [row]))
    assert read == ["-1.5", "2", "", 'nói "có"', "hai\ndòng", "a;b,c"]

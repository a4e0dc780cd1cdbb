"""Tables of reports, as they are written out and as they are typed."""

import pytest

from index.documents import Document
from qa.tables.parsing import LONGEST, row_at, tables_of
from qa.tables.table import Table

WRITTEN = """Bảng 1. Hồ sơ cấp huyện
Đơn vị: hồ sơ
STT: 1; Huyện: Bắc Hà; Tiếp nhận: 8.293; Quá hạn: 81
I. Khối miền núi
STT: 2; Huyện: Bát Xát; Tiếp nhận: 9.764
Huyện: Tổng cộng; Tiếp nhận: 18.057; Quá hạn: 81
Các hồ sơ quá hạn thuộc lĩnh vực đất đai."""

TYPED = """Biểu 2. Kết quả theo xã
Xã | Số tổ | Tổ trưởng
Đại Minh | 9 | Lương Thị Hiền
Phú Thịnh | - | Vi Văn Sơn
Cộng | 9 |
Hết."""


def table(text: str) -> Table:
    (found,) = tables_of(Document("d", "", text, None))
    return found


def test_rows_written_out() -> None:
    found = table(WRITTEN)
    assert found.headings == ("STT", "Huyện", "Tiếp nhận", "Quá hạn")
    assert [found.name(row) for row in found.rows] == ["Bắc Hà", "Bát Xát", "Tổng cộng"]
    assert found.value(found.rows[1], 3) == ""
    assert found.rows[1].group == "I. Khối miền núi"
    assert found.caption == "Bảng 1. Hồ sơ cấp huyện Đơn vị: hồ sơ"
    assert found.unit(found.rows[0], 2) == "hồ sơ"


def test_rows_typed_with_bars() -> None:
    found = table(TYPED)
    assert found.headings == ("Xã", "Số tổ", "Tổ trưởng")
    assert found.column(2) == ["Lương Thị Hiền", "Vi Văn Sơn"]
    assert found.measures == {1}


@pytest.mark.parametrize("text", [WRITTEN, TYPED])
def test_cells_stand_where_they_are_said_to(text: str) -> None:
    document = Document("d", "", text, None)
    for row in table(text).rows:
        inside = [span for span in row.values if span]
        assert inside
        assert all(row.start <= start < end <= row.end for start, end in inside)
        assert row_at(document, row.start) is not None


@pytest.mark.parametrize("text", [WRITTEN, TYPED])
def test_a_sum_is_no_part(text: str) -> None:
    found = table(text)
    assert [found.is_whole(row) for row in found.rows].count(True) == 1
    assert len(found.parts) == len(found.rows) - 1


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh đạt ba kết quả: số hóa; ký số; họp trực tuyến.\nHuyện làm tốt: Bắc Hà; Bát Xát.",
        "Trang chủ | Tin tức | Liên hệ\nThứ 5, 12/09/2024 | 08:15",
        "",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert not tables_of(Document("d", "", text, None))


def test_a_very_long_table_is_read_line_by_line() -> None:
    lines = [f"Thôn: Thôn {at}; Số tổ: {at}" for at in range(LONGEST + 1)]
    assert not tables_of(Document("d", "", "\n".join(lines), None))
    assert len(table("\n".join(lines[:LONGEST])).rows) == LONGEST

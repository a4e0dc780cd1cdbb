"""What kind of figure a number is by the word behind it, which has accents."""

import pytest

from index.vietnamese import fold
from qa.texts.figure_units import lasts, measure_behind
from qa.texts.figures import figures
from tests.qa.reports import plain

KINDS = [
    ("Có 5 ngân hàng tham gia.", "count", "5"),
    ("Có 5 ngàn người tham gia.", "count", "5 ngàn"),
    ("Tặng 3 ti vi cho trường.", "count", "3"),
    ("Tặng 3 tỉ đồng cho trường.", "money", "3 tỉ đồng"),
    ("Mua 12 dòng máy mới.", "count", "12"),
    ("Lắp 12 đồng hồ nước.", "count", "12"),
    ("Thu 50.000 đồng hồ sơ loại một.", "money", "50.000 đồng"),
    ("Có 5 đồng chí dự họp.", "count", "5"),
    ("Có 250 bác sĩ được đào tạo.", "count", "250"),
    ("Tăng 4 bậc so với năm trước.", "steps", "4 bậc"),
    ("Đường có 6 làn xe.", "count", "6"),
    ("Nghe báo cáo 6 lần.", "steps", "6 lần"),
    ("Có 15 tỷ phú trong nước.", "count", "15"),
    ("Có 15 tỷ giao dịch.", "money", "15 tỷ"),
    ("Đã gắn 200 camera.", "count", "200"),
    ("Gần 200 camera đã chạy.", "count", "Gần 200"),
    ("Các xã dùng chung 5 phần mềm.", "count", "5"),
]


@pytest.mark.parametrize(("text", "kind", "whole"), KINDS)
def test_a_unit_is_read_with_its_accents(text: str, kind: str, whole: str) -> None:
    (found,) = figures(plain(text))
    assert (found.kind, text[slice(*found.whole)]) == (kind, whole)


@pytest.mark.parametrize(
    ("text", "kind", "whole"),
    [("Chi 3 ty dong.", "money", "3 ty dong"), ("Tang 4 bac.", "steps", "4 bac")],
)
def test_a_text_without_accents_has_the_same_units(text: str, kind: str, whole: str) -> None:
    (found,) = figures(plain(text))
    assert (found.kind, text[slice(*found.whole)]) == (kind, whole)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Đến tháng 10 mới làm được 31 km.", "31"),
        ("Mỗi tháng 5 hồ sơ bị trả lại.", "5"),
        ("Lương tháng 5 triệu đồng.", "5"),
        ("Thanh Chương 6.870 nhà bị ngập.", "6.870"),
        ("Thành phố cắt giảm khoản 34 tỉ đồng mỗi năm.", "34"),
    ],
)
def test_a_month_is_no_figure_and_an_amount_no_label(text: str, number: str) -> None:
    assert [text[slice(*one.span)] for one in figures(plain(text))] == [number]


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("45 phút", "phút"),
        ("45 Phút", "Phút"),
        ("10 nam sinh lớp ấy", ""),
        ("3 thang máy mới", ""),
        ("100 giỏ quà", ""),
        ("8 giờ", "giờ"),
    ],
)
def test_what_a_count_is_measured_in(text: str, measured: str) -> None:
    at = text.index(" ")
    end = measure_behind(text, at)
    assert text[at:end].strip() == measured if end else not measured
    assert lasts(text, at) == bool(measured)
    if measured:
        assert measure_behind(fold(text), at) == end

"""A figure is said with the whole of its unit."""

import pytest

from qa.readers.figures.figure_ends import figure_end
from qa.readers.figures.numbers import read_numbers
from tests.qa.readings import best, reading
from tests.qa.reports import plain

ENDS = [
    ("lãi 28 triệu đồng/ha mỗi vụ", "28 triệu đồng", "28 triệu đồng/ha"),
    ("giá thuê 68.000 đồng/m²/tháng", "68.000 đồng", "68.000 đồng/m²/tháng"),
    ("lương hưu 1,3 triệu / tháng", "1,3 triệu", "1,3 triệu / tháng"),
    ("sinh 1,91 con/phụ nữ", "1,91 con", "1,91 con/phụ nữ"),
    ("lãi suất 5,5%/năm", "5,5%", "5,5%/năm"),
    ("đạt 17,6/xã", "17,6", "17,6/xã"),
    ("theo Kế hoạch 45/KH-UBND", "45", "45"),
    ("kéo tới 193 xã, phường, thị trấn và lắp", "193 xã", "193 xã, phường, thị trấn"),
    ("có 12 sở, ban, ngành và 9 huyện", "12 sở", "12 sở, ban, ngành"),
    ("tại 38 xã, phường Tân Phú", "38 xã", "38 xã"),
    ("tại 38 xã, sáu phường", "38 xã", "38 xã"),
    ("xử lý trong 5 ngày làm việc", "5 ngày", "5 ngày làm việc"),
    ("xả 1.180 m³/s qua tràn", "1.180", "1.180 m³/s"),
    ("chỉ có 203 người đi", "203", "203 người"),
    ("chỉ có 203 người/km²", "203", "203 người/km²"),
    ("kho 120.000 pallet", "120.000", "120.000 pallet"),
    ("chỉ có 203 mà thôi", "203", "203"),
]


@pytest.mark.parametrize(("text", "found", "whole"), ENDS)
def test_where_a_figure_ends(text: str, found: str, whole: str) -> None:
    start = text.index(found)
    assert text[start : figure_end(text, start, start + len(found))] == whole


def test_an_answer_is_the_whole_figure() -> None:
    text = "Giá dưa tại ruộng 7.200 đồng/kg, giảm 1.500 đồng so với đầu năm."
    found = read_numbers(reading("Giá dưa tại ruộng là bao nhiêu?"), plain(text))
    assert best(found) == "7.200 đồng/kg"


def test_what_is_counted_ends_before_what_is_told_of_it() -> None:
    text = "Khách đến Mộc Lan 1,54 triệu và Hòa An 0,21 triệu lượt."
    found = read_numbers(reading("Mộc Lan đón bao nhiêu khách?"), plain(text))
    assert best(found) == "1,54 triệu"


def test_doctors_are_no_patients_but_people() -> None:
    text = "Cả tỉnh đã cấp chữ ký số cho 870 bác sĩ."
    asked = ("Bao nhiêu người được cấp chữ ký số?", "Bao nhiêu người bệnh được cấp chữ ký số?")
    people, patients = (
        max(one.score for one in read_numbers(reading(question), plain(text))) for question in asked
    )
    assert patients < people / 2


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Mỗi nhà mấy cân gạo?", "Mỗi nhà 25 kg gạo và 2 căn hộ mẫu.", "25 kg"),
        ("Xây bao nhiêu căn hộ?", "Xây 300 căn hộ, dùng 40 kg thép.", "300 căn hộ"),
        ("Xe chạy được bao xa?", "Xe chạy được khoảng 150 m rồi dừng.", "khoảng 150 m"),
        ("Cấy bao nhiêu héc-ta lúa?", "Vụ này cấy 43.000 hécta lúa.", "43.000 hécta"),
    ],
)
def test_a_measure_is_known_by_its_accents(question: str, text: str, answer: str) -> None:
    assert best(read_numbers(reading(question), plain(text))) == answer


def test_what_has_a_noun_of_its_own_counts_none_before_it() -> None:
    text = (
        "Phòng họp nối cấp tỉnh với cấp huyện (14 điểm cầu cấp tỉnh, huyện và 161 điểm cầu cấp xã)."
    )
    with_own = max(one.score for one in read_numbers(reading("Tỉnh có mấy huyện?"), plain(text)))
    bare = read_numbers(reading("Tỉnh có mấy huyện?"), plain("Ở tỉnh ấy, số huyện là 9."))
    assert best(bare) == "9"
    assert with_own < max(one.score for one in bare) * 0.7

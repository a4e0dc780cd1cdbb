"""Which length of time of an invented text answers "bao lâu"."""

import pytest

from qa.questions.asking import asked
from qa.readers.figures.numbers import read_numbers
from tests.qa.readings import best, reading
from tests.qa.reports import plain

SHORTENED = (
    "Thời gian chờ ở bến Sóc Gió rút từ 95 phút còn 40 phút, nhanh hơn 3 phút so với kế hoạch."
)
BEFORE = "Trước đây, phiếu chuyển bằng đường công văn mất 3,5 ngày; nay phiếu chuyển mất 20 phút."


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Chờ ở bến Sóc Gió mất bao lâu?", SHORTENED, "40 phút"),
        ("Trước kia chờ ở bến Sóc Gió mất bao lâu?", SHORTENED, "95 phút"),
        ("Phiếu chuyển mất bao lâu?", BEFORE, "20 phút"),
        (
            "Phiếu chuyển của xã Bờ Đá mất bao lâu?",
            "Phiếu chuyển của xã Bờ Đá nhanh hơn 2 ngày, tổng cộng 5 ngày cho mọi loại giấy.",
            "5 ngày",
        ),
        (
            "Thi công cầu Cai Mây bao lâu?",
            "Sau 6 tháng thi công cầu Cai Mây, đội nghỉ, rồi làm thêm 14 tháng.",
            "14 tháng",
        ),
        ("Trước đây phiếu chuyển mất bao lâu?", BEFORE, "3,5 ngày"),
        (
            "Gian hàng đóng cửa bao lâu?",
            "Ngày 12 tháng 5, 14 gian hàng đóng cửa hai mươi ba ngày, lúc 7 giờ sáng mới mở.",
            "hai mươi ba ngày",
        ),
        (
            "Thi công cầu Cai Mây kéo dài bao lâu?",
            "Sau 6 tháng đấu thầu, thi công cầu Cai Mây kéo dài 2 năm 4 tháng, tốn 30 tỷ đồng.",
            "2 năm 4 tháng",
        ),
    ],
)
def test_how_long(question: str, text: str, answer: str) -> None:
    assert best(read_numbers(reading(question), plain(text))) == answer


def test_a_date_lasts_no_time() -> None:
    text = "Ngày 3 tháng 4 năm 2024, lúc 8 giờ sáng, 6 tháng đầu năm và 10 tháng năm 2023 được tổng kết."
    assert read_numbers(reading("Tổng kết mất bao lâu?"), plain(text)) == []


def test_how_often_is_no_length_of_time() -> None:
    found = asked("dữ liệu cập nhật bao lâu một lần?", folded=False)
    assert found is None or found.kind != "number"

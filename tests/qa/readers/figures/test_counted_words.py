"""What invented texts count in other words than a question."""

import pytest

from qa.readers.figures.counting import CALLED
from qa.readers.figures.numbers import read_numbers
from tests.qa.readings import best, reading
from tests.qa.reports import plain

MEETINGS = "Huyện có 30 điểm cầu, từ đầu năm đã họp với các xã 12 cuộc."
AREAS = "Đề án triển khai ở cả 3 lĩnh vực, có 14 chỉ số."
BODIES = "Vẫn còn 5 đơn vị chưa lập kế hoạch; huyện có 18 camera."
GOODS = "Lên sàn có 11 sản phẩm, 7 cửa hàng."
RANKS = "Kinh tế số tăng 5 bậc, đạt thêm 0,2 điểm."
DATA = "Việc làm sạch dữ liệu hộ tịch còn chậm (đạt 62,48%), 6 cán bộ phụ trách."
LICENCES = "Đến nay 80% hồ sơ nộp qua mạng, 15.000 giấy phép lái xe được cấp, đổi."
COPTERS = "Đề án mua 6 máy bay trực thăng, giá mỗi chiếc 9 tỷ đồng."
HOUSES = "Toàn huyện 5.270 hộ gia đình có mạng, 12 cột sóng."


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Huyện họp với các xã mấy bận?", MEETINGS, "12 cuộc"),
        ("Đề án triển khai trên mấy mảng?", AREAS, "3 lĩnh vực"),
        ("Còn mấy nơi chưa lập kế hoạch?", BODIES, "5 đơn vị"),
        ("Mấy món lên sàn?", GOODS, "11 sản phẩm"),
        ("Đề án mua mấy chiếc trực thăng?", COPTERS, "6 máy bay trực thăng"),
        ("Kinh tế số leo lên mấy nấc?", RANKS, "5 bậc"),
        ("Làm sạch được bao nhiêu dữ liệu hộ tịch?", DATA, "62,48%"),
        ("Lam sach duoc bao nhieu du lieu ho tich?", DATA, "62,48%"),
        ("Bao nhiêu nhà có mạng?", HOUSES, "5.270 hộ gia đình"),
        ("Bao nhiêu nhà dân có mạng?", HOUSES, "5.270 hộ gia đình"),
        ("bao nhieu nha co mang", HOUSES, "5.270 hộ gia đình"),
        ("Đã cấp, đổi bao nhiêu bằng lái?", LICENCES, "15.000 giấy phép lái xe"),
    ],
)
def test_counted_in_other_words(question: str, text: str, answer: str) -> None:
    assert best(read_numbers(reading(question), plain(text))) == answer


def test_what_is_counted_otherwise_counts_almost_as_much() -> None:
    [found] = read_numbers(
        reading("Còn mấy nơi chưa lập kế hoạch?"), plain("Còn 5 đơn vị chưa lập.")
    )
    assert found.signs["unit"] == CALLED


@pytest.mark.parametrize(
    "asked", ["Bao nhiêu nhà máy có mạng?", "Bao nhiêu máy chủ được canh giữ?"]
)
def test_a_word_of_two_is_no_other(asked: str) -> None:
    text = HOUSES + " Phòng canh giữ 1200 máy tính."
    found = {one.text: one.signs["unit"] for one in read_numbers(reading(asked), plain(text))}
    assert max(found.values(), default=0.0) < CALLED

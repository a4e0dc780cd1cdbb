"""Figures of each, of all, the most and the least, where one of these is asked for."""

import pytest

from qa.readers.figures.numbers import read_numbers
from qa.readers.figures.qualified import OF_ANOTHER, RATHER_OF_ANOTHER, TOLD, quality_fit
from qa.readers.figures.states import RELATIVE
from qa.texts.figures import figures
from tests.qa.readings import best, reading
from tests.qa.reports import plain

OWED = "Xã nợ quán tới 90 triệu đồng. Năm 2015 xã trả 50 triệu đồng, vẫn còn nợ quán 40 triệu đồng."
LOGINS = "Cổng có 214 lượt đăng nhập, trung bình 18 lượt mỗi ngày."
CASES = "Tuần này có 58 ca, lũy kế 1.244 ca; sốt 9 ca."
FINES = "Đoàn phạt 37 cơ sở; mức cao nhất 12 triệu đồng, thấp nhất 3 triệu đồng."
OFFICES = "Đến nay 5 sở đã xong, còn lại 17 sở đang thẩm định."
COMMUNES = "Trước mốc này Hà Nam còn khoảng 4 xã, Hà Giang 7 xã."
CAPITAL = "Đã giải ngân 30 tỷ đồng, 12 tỷ đồng vốn còn lại chờ phân bổ."
SCORES = "Điểm bình quân của tỉnh là 88, của huyện là 87."


@pytest.mark.parametrize(
    ("question", "text", "fits"),
    [
        ("Bình quân mỗi ngày có mấy lượt?", LOGINS, [RATHER_OF_ANOTHER, TOLD]),
        ("moi ngay binh quan co may luot", LOGINS, [RATHER_OF_ANOTHER, TOLD]),
        ("Xã còn thiếu quán bao nhiêu tiền?", OWED, [OF_ANOTHER, OF_ANOTHER, TOLD]),
        ("xa con no quan bao nhieu", OWED, [OF_ANOTHER, OF_ANOTHER, TOLD]),
        ("Xã nợ quán bao nhiêu tiền?", OWED, [1.0, 1.0, 1.0]),
        ("Có mấy lượt?", LOGINS, [1.0, 1.0]),
        ("Cộng dồn có mấy ca?", CASES, [OF_ANOTHER, TOLD, 1.0]),
        ("Phạt cao nhất bao nhiêu?", FINES, [OF_ANOTHER, TOLD, 1.0]),
        ("Phạt nhẹ nhất bao nhiêu?", FINES, [OF_ANOTHER, OF_ANOTHER, TOLD]),
        ("Điểm bình quân của huyện là mấy?", SCORES, [TOLD, 1.0]),
        ("Còn bao nhiêu sở đang chờ thẩm định?", OFFICES, [OF_ANOTHER, TOLD]),
        ("con lai bao nhieu so chua xong", OFFICES, [OF_ANOTHER, TOLD]),
        ("Bao nhiêu sở đã xong?", OFFICES, [1.0, 1.0]),
        ("Hà Giang còn mấy xã?", COMMUNES, [TOLD, 1.0]),
        ("Bao nhiêu vốn còn lại chờ phân bổ?", CAPITAL, [OF_ANOTHER, TOLD]),
    ],
)
def test_qualities(question: str, text: str, fits: list[float]) -> None:
    within = plain(text)
    listed = figures(within)
    asked = reading(question)
    assert [quality_fit(asked, within, one, listed) for one in listed] == fits


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Tỉnh thu phí thông quan được bao nhiêu?", "68 tỷ đồng"),
        ("Thu phí đạt bao nhiêu so với kế hoạch?", "79%"),
    ],
)
def test_a_share_of_a_plan_is_not_the_amount(question: str, answer: str) -> None:
    text = "Tỉnh thu phí thông quan được 68 tỷ đồng, đạt 79% kế hoạch."
    found = read_numbers(reading(question), plain(text))
    marked = {one.text: one.signs["relative"] for one in found}
    assert marked["79%"] == (1.0 if answer == "79%" else RELATIVE)
    assert best(found) == answer


def test_a_sum_is_told_at_the_beginning_of_its_sentence() -> None:
    within = plain(
        "Mỏ Đá Xanh rộng 45 ha. Tổng diện tích mà xã giao cho các mỏ mới ở Gò Sậy là 145 ha."
    )
    asked = reading("Các mỏ rộng tổng cộng bao nhiêu héc ta?")
    listed = figures(within)
    assert [quality_fit(asked, within, one, listed) for one in listed] == [1.0, TOLD]

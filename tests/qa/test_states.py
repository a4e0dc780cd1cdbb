"""Which figure of an invented text is of the state asked for."""

import pytest

from qa.readers.numbers import read_numbers
from tests.qa.readings import best, reading
from tests.qa.reports import plain

HELD = (
    "Bãi rác Gò Sậy tiếp nhận 430 tấn mỗi ngày, gấp hai lần thiết kế 220 tấn. Bãi rác nhận chất thải "
    "của 9 xã."
)
RANKED = "Xã Nậm Tâu từ hạng 16 nhảy lên hạng 3 nhờ mở điểm hỗ trợ."
SHARE = "Tỷ lệ thanh toán qua mạng đạt 15,3%, giảm so với 16,9% năm 2022 của huyện."
BRACKET = "Toàn huyện có 3 vụ cháy, 12 nhà bị thiệt hại; cùng kỳ 5 vụ, 20 nhà bị thiệt hại."
BUDGET = "Huyện Bản Sen thu 718 tỷ đồng, bằng 62% chỉ tiêu năm là 1.150 tỷ đồng."

LISTED = "Điểm chuẩn năm trước của trường An Bình là 42,50, Phú Lộc 41,75; năm nay Phú Lộc 40,25."


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Bãi rác Gò Sậy được thiết kế để nhận mấy tấn?", HELD, "220 tấn"),
        ("Bãi rác Gò Sậy tiếp nhận mấy tấn?", HELD, "430 tấn"),
        ("Trước đó Nậm Tâu đứng hạng mấy?", RANKED, "16"),
        ("Nậm Tâu đứng hạng mấy?", RANKED, "hạng 3"),
        ("Năm 2022 tỷ lệ thanh toán qua mạng là bao nhiêu?", SHARE, "16,9%"),
        ("Tỷ lệ thanh toán qua mạng là bao nhiêu?", SHARE, "15,3%"),
        ("Cùng kỳ năm trước bao nhiêu nhà bị thiệt hại?", BRACKET, "20 nhà"),
        ("Chỉ tiêu thu của Bản Sen là bao nhiêu tiền?", BUDGET, "1.150 tỷ đồng"),
        ("Thu của Bản Sen đạt mấy phần trăm chỉ tiêu?", BUDGET, "62%"),
        ("Năm ngoái điểm chuẩn của Phú Lộc là bao nhiêu?", LISTED, "41,75"),
    ],
)
def test_state(question: str, text: str, answer: str) -> None:
    assert best(read_numbers(reading(question), plain(text))) == answer


def test_what_missed_the_aim_is_not_the_aim() -> None:
    """ "đặt mục tiêu" asks for the aim, "đạt mục tiêu" for what reached it."""
    text = "Chỉ số của tỉnh Hòa An chỉ đứng 52/63 các tỉnh, thành phố, chưa đạt mục tiêu đề ra."
    aim, reached = (
        max(one.score for one in read_numbers(reading(question), plain(text)))
        for question in ("Hòa An đặt mục tiêu xếp thứ bao nhiêu?", "Hòa An xếp thứ bao nhiêu?")
    )
    assert aim < reached / 2

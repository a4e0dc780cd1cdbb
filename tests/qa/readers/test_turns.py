"""Whose figures are that a text gives in the order of names told before them."""

import pytest

from qa.readers.figures.numbers import read_numbers
from qa.readers.turns import in_turn
from tests.qa.readings import best, reading
from tests.qa.reports import plain

TOLD_BEFORE = (
    "Bến Cai Mây đón 412 tàu, bến Phụng Đồi 637 tàu và bến Sóc Gió 701 tàu. "
    "Tỷ lệ tàu cập đúng giờ của ba bến lần lượt là 68,9%, 73,4% và 55,2%."
)
UNSAID = (
    "Căn mở bán: Cai Mây 940 căn, Phụng Đồi 615 căn, Sóc Gió 172 căn; tỷ lệ bán hết 78%, 69%, 54%."
)
BODIES = (
    "Trường THPT Cai Mây tuyển 540 em, Trường THPT Phụng Đồi tuyển 630 em. "
    "Điểm chuẩn lần lượt là 38,5 điểm và 41,25 điểm."
)
IN_ONE_UNIT = (
    "Cai Mây, Phụng Đồi và Sóc Gió đều mở chợ đêm. Doanh thu lần lượt đạt 38, 17 và 24 tỷ đồng."
)
COUNTED = "Cai Mây xây 3 dãy, Phụng Đồi 2 dãy. Đã xong trong năm lần lượt 118 và 92 căn."
YEARS = "Vụ 2021 được mùa, vụ 2022 hạn, vụ 2023 lại được. Tiền lãi ba vụ lần lượt là 138, 96 và 190 triệu đồng."
PROVINCES = (
    "Lai Châu, Sơn La, Hòa Bình còn nước tương ứng 7%, 11% và 21%. Đoàn đi qua Hòa Bình về xuôi."
)
DISTRICTS = "Tuy Phong có 14 trạm, Ba Tri 26 trạm. Số trạm hỏng lần lượt là 3 và 5."


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Bến Sóc Gió cập đúng giờ bao nhiêu phần trăm?", TOLD_BEFORE, "55,2%"),
        ("Tỷ lệ tàu đúng giờ của bến Phụng Đồi?", TOLD_BEFORE, "73,4%"),
        ("Sóc Gió bán hết bao nhiêu phần trăm?", UNSAID, "54%"),
        ("Phụng Đồi bán hết bao nhiêu phần trăm?", UNSAID, "69%"),
        ("Điểm chuẩn của trường Phụng Đồi là bao nhiêu điểm?", BODIES, "41,25 điểm"),
        ("Phụng Đồi đạt doanh thu bao nhiêu tiền?", IN_ONE_UNIT, "17"),
        ("Cai Mây xong được bao nhiêu căn?", COUNTED, "118"),
        ("Năm 2022 lãi bao nhiêu tiền?", YEARS, "96"),
        ("Sơn La còn nước bao nhiêu phần trăm?", PROVINCES, "11%"),
        ("Tuy Phong hỏng bao nhiêu trạm?", DISTRICTS, "3"),
    ],
)
def test_a_figure_given_in_turn_is_of_its_name(question: str, text: str, answer: str) -> None:
    assert best(read_numbers(reading(question), plain(text))) == answer


@pytest.mark.parametrize(
    "text",
    [
        "Bến Cai Mây đón 412 tàu, bến Phụng Đồi 637 tàu. Bão làm 4 người chết, 2 người bị thương.",
        "Cai Mây đón 412 tàu, Phụng Đồi 637 tàu. Ngân hàng giải ngân ba đợt: 40%, 35% và 25%.",
        "Tuyến từ Cai Mây tới Phụng Đồi còn vướng 6,2% tương ứng 3,1 km và 58 hộ.",
        "Cai Mây hơn Phụng Đồi. Phụng Đồi mở 14 bến, Cai Mây 12 bến. Cả hai cùng lo. "
        "Số tàu lần lượt là 38 và 17.",
    ],
)
def test_other_figures_are_in_no_turn(text: str) -> None:
    assert not in_turn(plain(text))


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        # "cơ sở" is no "số".
        (
            "Có bao nhiêu quán trà bị nhắc nhở?",
            "Số quán trà bị nhắc nhở về giá là 37, đoàn phạt 9 quán trà.",
            "37",
        ),
        (
            "Có bao nhiêu bến bị nhắc nhở?",
            "Cơ sở bến bãi bị nhắc nhở về giá là 37, đoàn nhắc nhở 9 bến.",
            "9 bến",
        ),
        ("Năm 2022 có bao nhiêu vụ cháy?", "Số vụ cháy năm 2022 là 84. Đoàn dập 3 vụ.", "84"),
        (
            "Phụng Đồi cử bao nhiêu người đi học?",
            "Huyện Cai Mây cử 402 người, Phụng Đồi 310, Sóc Gió 251. Cả tỉnh có 30 người.",
            "310",
        ),
    ],
)
def test_a_bare_figure_counts_what_is_said_before(question: str, text: str, answer: str) -> None:
    assert best(read_numbers(reading(question), plain(text))) == answer

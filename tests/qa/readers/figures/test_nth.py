"""Which time it is."""

import pytest

from qa.readers.figures.numbers import read_numbers
from tests.qa.readings import best, reading
from tests.qa.reports import plain

TEXT = "Năm 2023 tỉnh có 40 xã đạt chuẩn, đây là lần thứ {} liên tiếp tỉnh dẫn đầu bảng chung."


@pytest.mark.parametrize("number", ["11", "tư", "hai"])
@pytest.mark.parametrize(
    "question",
    [
        "Đây là lần thứ mấy tỉnh dẫn đầu bảng chung?",
        "Tỉnh dẫn đầu bảng chung mấy lần liên tiếp?",
        "Tỉnh đã dẫn đầu bảng chung bao nhiêu lần?",
        "Day la lan thu may tinh dan dau bang chung?",
    ],
)
def test_the_time_is_told(question: str, number: str) -> None:
    found = read_numbers(reading(question), plain(TEXT.format(number)))
    assert best(found) == f"lần thứ {number}"


def test_what_else_is_counted_is_no_time() -> None:
    found = read_numbers(reading("Có bao nhiêu xã đạt chuẩn?"), plain(TEXT.format("11")))
    assert best(found) == "40 xã"

"""Numbers that name a thing."""

import pytest

from qa.readers.figures.labelled import asks_label
from qa.readers.figures.numbers import read_numbers
from tests.qa.readings import best, reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Em học sinh đi tuyến xe buýt số mấy?",
            "Chiều ấy, em học sinh đi tuyến xe buýt số 14 với tờ 50.000 đồng.",
            "số 14",
        ),
        ("Gió ngoài khơi mạnh cấp mấy?", "Gió ngoài khơi mạnh cấp 6, sóng cao 3 mét.", "cấp 6"),
    ],
)
def test_labelled(question: str, text: str, answer: str) -> None:
    assert best(read_numbers(reading(question), plain(text))) == answer


@pytest.mark.parametrize(
    "question",
    ["Xã được cấp mấy chữ ký số?", "Thuế tăng mấy phần trăm?", "Có số liệu mấy xã?"],
)
def test_what_is_counted_has_no_label(question: str) -> None:
    assert asks_label(reading(question)) == ""

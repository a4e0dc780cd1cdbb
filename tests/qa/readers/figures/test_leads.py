"""Whether the words before a figure of an invented text say what is asked."""

import pytest

from qa.readers.figures.numbers import read_numbers
from tests.qa.readings import best, reading
from tests.qa.reports import plain

CAMERAS = (
    "Hệ thống camera của xã Cồn Sẻ gồm 215 chiếc, nhà thầu bảo hành 3 tỷ đồng, kinh phí 13 tỷ đồng."
)


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Hệ thống camera của xã Cồn Sẻ hết bao nhiêu tiền?", CAMERAS, "13 tỷ đồng"),
        ("Nhà thầu của xã Cồn Sẻ bảo hành bao nhiêu tiền?", CAMERAS, "3 tỷ đồng"),
    ],
)
def test_lead(question: str, text: str, answer: str) -> None:
    assert best(read_numbers(reading(question), plain(text))) == answer

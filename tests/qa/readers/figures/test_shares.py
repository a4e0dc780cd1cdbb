"""Whom or what shares of invented texts are of."""

import pytest

from qa.readers.figures.numbers import read_numbers
from qa.readers.figures.shares import OF_ANOTHER, share_fit
from qa.texts.figures import figures
from tests.qa.readings import best, reading
from tests.qa.reports import plain

LISTED = (
    "Huyện trao đổi văn bản qua mạng, nối với các xã; 100% cán bộ, công chức dùng phần mềm; "
    "tỷ lệ văn bản trao đổi giữa các xã dưới dạng điện tử đạt 97%."
)


@pytest.mark.parametrize(
    ("question", "text", "fit"),
    [
        ("Bao nhiêu phần trăm giáo viên nhận lương?", "100% các cơ quan trả lương.", OF_ANOTHER),
        ("bao nhieu phan tram giao vien nhan luong", "Có 100% cơ quan trả lương.", OF_ANOTHER),
        ("Bao nhiêu phần trăm cơ quan trả lương?", "100% các cơ quan trả lương.", 1.0),
        ("Tỷ lệ thu thuế là bao nhiêu?", "Huyện thu thuế đạt 80% dự toán.", 1.0),
        ("Tỷ lệ thu thuế là bao nhiêu?", "80% so với dự toán.", 1.0),
        ("Bao nhiêu giáo viên nhận lương?", "100% các cơ quan trả lương.", 1.0),
    ],
)
def test_a_share_is_of_what_stands_behind_it(question: str, text: str, fit: float) -> None:
    paragraph = plain(text)
    figure = figures(paragraph)[0]
    assert share_fit(reading(question), paragraph, figure) == fit


def test_a_share_of_others_is_not_meant() -> None:
    asked = "Trao đổi văn bản điện tử giữa các xã được bao nhiêu phần trăm?"
    assert best(read_numbers(reading(asked), plain(LISTED))) == "97%"

"""Which figure of an invented text is of the dimension that an open question asks for."""

import pytest

from qa.readers.figures.dimensions import OTHER_DIMENSION, other_dimension_fit
from qa.readers.figures.numbers import read_numbers
from qa.texts.figures import figures
from tests.qa.readings import best, reading
from tests.qa.reports import plain

BUSES = (
    "Kế hoạch xe buýt có ba tuyến, trợ giá 45%: Hòn Sậy – Cửa Lạch 18 km, Hòn Sậy – Đèo Gió 82 km."
)
LAKES = (
    "Công suất phát điện đạt 43% ở hồ Bản Sen; hồ Suối Tre còn 19,6 m, hồ Đá Bàn 42,1 m mực nước."
)
FIELDS = (
    "Nuôi tôm năm 2021: xã Gò Sậy 142 ha, sản lượng 0,75 tấn mỗi ao; xã Bãi Cát 279 ha, 209 tấn."
)
TABLE = "Diện tích: Gò Sậy 142; Bãi Cát 279."


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Tuyến ra Cửa Lạch dài bao nhiêu?", BUSES, "18 km"),
        ("tuyen ra Cua Lach dai bao nhieu", BUSES, "18 km"),
        ("Mực nước hồ Suối Tre là bao nhiêu?", LAKES, "19,6 m"),
        ("Diện tích nuôi tôm của Bãi Cát?", FIELDS, "279 ha"),
        ("Sản lượng tôm của Bãi Cát là bao nhiêu?", FIELDS, "209 tấn"),
        ("Diện tích của Bãi Cát là bao nhiêu?", TABLE, "279"),
    ],
)
def test_dimension(question: str, text: str, answer: str) -> None:
    assert best(read_numbers(reading(question), plain(text))) == answer


@pytest.mark.parametrize(
    ("question", "fit"),
    [
        ("Bức tường dài bao nhiêu mét?", OTHER_DIMENSION),
        ("Bức tường cao bao nhiêu mét?", 1.0),
        ("Có bao nhiêu mét tường?", 1.0),
    ],
)
def test_a_height_is_no_length(question: str, fit: float) -> None:
    paragraph = plain("Dưới bức tường cao khoảng 12m có nhiều hộ dân.")
    (figure,) = figures(paragraph)
    assert other_dimension_fit(reading(question), paragraph, figure) == fit

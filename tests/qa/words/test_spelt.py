"""Words are met with their accents where a text has any."""

import pytest

from qa.readers.figures.durations import read_durations
from qa.readers.figures.numbers import read_numbers
from qa.texts.dating import period_of
from qa.words.spelt import Spelt
from tests.qa.readings import best, reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("còn hai", True),
        ("Còn hai", True),
        ("con hai", True),
        ("cơn sốt", False),
        ("hai con gà", False),
    ],
)
def test_an_accented_text_is_met_with_accents(text: str, found: bool) -> None:
    assert (Spelt(r"\bcòn\b").search(text) is not None) == found


def test_scientists_are_not_paid() -> None:
    text = "Đề án chi 12 tỷ đồng để có 45 tiến sĩ."
    found = read_numbers(reading("Đề án có bao nhiêu tiến sĩ?"), plain(text))
    money = next(one for one in found if "tỷ" in one.text)
    paid = read_numbers(reading("Đề án có bao nhiêu tiền?"), plain(text))
    assert best(found) == "45 tiến sĩ"
    assert money.score < next(one for one in paid if "tỷ" in one.text).score / 2


def test_residents_do_not_ask_what_was() -> None:
    text = "Thời gian chờ của cư dân trước đây là 40 phút, nay là 9 phút."
    found = read_durations(reading("Cư dân chờ bao lâu?"), plain(text))
    assert best(found) == "9 phút"


def test_those_are_no_contrast() -> None:
    text = "Năm 2020 thu hút 12 dự án và có 45 dự án ở những khu mới năm 2023."
    period = period_of(plain(text), (text.index("45"), text.index("45") + 2))
    assert period is not None and period.year == 2023

"""What invented texts tell as reached, where an aim is asked for."""

import pytest

from qa.readers.figures.reached import is_reached
from qa.readers.figures.states import MISSED, REACHED, UNSAID_TARGET, nature_fit
from qa.texts.figures import figures
from tests.qa.readings import reading
from tests.qa.reports import plain

ASKED = "Thanh toán trực tuyến phải đạt bao nhiêu phần trăm?"


@pytest.mark.parametrize(
    ("text", "reached"),
    [
        ("Thanh toán trực tuyến mới đạt 2,22%.", True),
        ("Một số việc còn thấp so với mục tiêu như thanh toán trực tuyến đạt 2,22%.", True),
        ("Thanh toán trực tuyến 50%.", False),
    ],
)
def test_what_was_reached_is_hardly_the_aim(text: str, reached: bool) -> None:
    paragraph = plain(text)
    (figure,) = figures(paragraph)
    assert is_reached(paragraph, figure) is reached
    fit = nature_fit(reading(ASKED), paragraph, figure)
    assert fit == (REACHED if reached else UNSAID_TARGET)


def test_what_missed_an_aim_is_not_that_aim() -> None:
    paragraph = plain("Xã chỉ đứng thứ 12 toàn huyện, chưa đạt mục tiêu theo nghị quyết đề ra.")
    (figure,) = figures(paragraph)
    asked = reading("Nghị quyết đặt mục tiêu xã đứng thứ mấy?")
    assert nature_fit(asked, paragraph, figure) == MISSED

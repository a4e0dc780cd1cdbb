"""What a figure was and what it became."""

import pytest

from qa.comparing.changes import then_and_now
from qa.comparing.differences import asks_difference
from qa.questions.question import understand
from tests.qa.finding import finding

ASKED = "Tỷ lệ nộp đơn trực tuyến ở xã Mây tăng từ bao nhiêu lên bao nhiêu so với hồi tháng 6/2023?"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Tháng 6/2023, tỷ lệ nộp đơn trực tuyến ở xã Mây chỉ đạt 10%, đến nay tỷ lệ nộp đơn đạt 80%.",
            "Từ 10% thành 80%",
        ),
        (
            "Tháng 6/2023, tỷ lệ nộp đơn trực tuyến ở xã Mây chỉ đạt 10%, đến nay giải ngân được 80% vốn.",
            None,
        ),
    ],
)
def test_the_same_told_of_a_time_and_of_today(text: str, said: str | None) -> None:
    answer = then_and_now(understand(ASKED), finding(text), 0.2)
    assert (answer and answer.answer) == said


def test_what_it_was_and_became_is_no_difference() -> None:
    assert not asks_difference(understand(ASKED))
    assert asks_difference(understand("Tỷ lệ nộp đơn tăng bao nhiêu so với tháng 6/2023?"))

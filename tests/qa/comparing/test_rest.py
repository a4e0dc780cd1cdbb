"""Those that do not, computed from those of all that do."""

import pytest

from qa.assistant import Assistant
from qa.comparing.rest import the_rest
from qa.questions.question import understand
from tests.qa.finding import finding

GOODS = "Huyện Gò Mây có 11/20 sản phẩm được đưa lên sàn. Có 30 hộ nuôi cá."


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Bao nhiêu sản phẩm của Gò Mây chưa được đưa lên sàn?", "9 sản phẩm"),
        ("Gò Mây còn mấy sản phẩm chưa được đưa lên sàn?", "9 sản phẩm"),
        ("go may con may san pham chua duoc dua len san", "9 sản phẩm"),
        ("Bao nhiêu sản phẩm của Gò Mây được đưa lên sàn?", None),
        ("Bao nhiêu hộ Gò Mây không nuôi cá?", None),
        ("Bao nhiêu phần trăm sản phẩm của Gò Mây chưa được đưa lên sàn?", None),
    ],
)
def test_the_rest(question: str, expected: str | None) -> None:
    told = the_rest(understand(question), finding(GOODS), 0.5)
    assert (told.answer if told else None) == expected


PLAN = (
    "Kế hoạch của huyện Gò Mây đề ra 32 chỉ tiêu, 60 việc. "
    "Đến hết năm, huyện Gò Mây đã đạt 21 chỉ tiêu, hoàn thành 44 việc. Xã Bưng đạt 9/19 tiêu chí, xã Lộ 15/19 tiêu chí."
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Trong 32 chỉ tiêu, huyện Gò Mây còn bao nhiêu chỉ tiêu chưa đạt?", "11 chỉ tiêu"),
        ("So với 60 việc được giao, huyện Gò Mây còn lại mấy việc chưa hoàn thành?", "16 việc"),
        ("Huyện Gò Mây còn mấy chỉ tiêu chưa đạt?", "11 chỉ tiêu"),
        ("Huyện Gò Mây còn phải đạt bao nhiêu chỉ tiêu nữa?", "11 chỉ tiêu"),
        ("Trong 20 chỉ tiêu, huyện Gò Mây còn mấy chỉ tiêu chưa đạt?", None),
        ("Xã Bưng còn bao nhiêu tiêu chí chưa đạt?", "10 tiêu chí"),
        ("Cả hai xã Bưng, Lộ còn tổng cộng bao nhiêu tiêu chí chưa đạt?", "14 tiêu chí"),
        ("Cả ba xã Bưng, Lộ, Tre còn tổng cộng bao nhiêu tiêu chí chưa đạt?", None),
    ],
)
def test_what_remains_of_a_whole_told_elsewhere(question: str, expected: str | None) -> None:
    told = the_rest(understand(question), finding(PLAN), 0.5)
    assert (told.answer if told else None) == expected


def test_a_whole_told_twice_apart_leaves_nothing() -> None:
    twice = f"{PLAN} Kế hoạch của xã Lộ đề ra 25 chỉ tiêu."
    told = the_rest(understand("Huyện Gò Mây còn mấy chỉ tiêu chưa đạt?"), finding(twice), 0.5)
    assert told is None


def test_it_is_said_to_be_computed_and_from_what(five: Assistant) -> None:
    told = five.ask("Thanh Chương còn bao nhiêu sản phẩm OCOP chưa lên sàn thương mại điện tử?")
    assert told.answer == "9 sản phẩm OCOP"
    assert told.computed
    assert told.note == "Tính từ 11/20 sản phẩm OCOP"

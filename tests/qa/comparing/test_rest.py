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


def test_it_is_said_to_be_computed_and_from_what(five: Assistant) -> None:
    told = five.ask("Thanh Chương còn bao nhiêu sản phẩm OCOP chưa lên sàn thương mại điện tử?")
    assert told.answer == "9 sản phẩm OCOP"
    assert told.computed
    assert told.note == "Tính từ 11/20 sản phẩm OCOP"

"""Two things of one sentence, each with the figure that stands beside its own words."""

import pytest

from qa.comparing.apart import told_apart
from qa.comparing.compare import compare
from qa.questions.parting import parts
from qa.questions.question import understand
from tests.qa.finding import finding

HERD = "Trại Gò Mây nuôi 14 con voi (5 con đực, 9 con cái), con nặng nhất 4 tấn."
STAFF = "Trại Gò Mây có 23 nhân viên, trong đó 15 nam và 8 nữ."


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        ("Ở trại Gò Mây, voi đực hay voi cái nhiều hơn?", HERD, "voi cái cao hơn 4"),
        ("Trong đàn voi của trại Gò Mây, voi đực hay voi cái ít hơn?", HERD, "voi đực thấp hơn 4"),
        (
            "Nhân viên nam hay nhân viên nữ của trại Gò Mây đông hơn?",
            STAFF,
            "Nhân viên nam cao hơn 7",
        ),
    ],
)
def test_each_has_the_figure_beside_its_own_words(question: str, text: str, said: str) -> None:
    told = compare(understand(question), finding(text), 0.3)
    assert (told.answer or "").startswith(said)


def test_what_a_comma_parts_is_not_told_apart() -> None:
    asked = "Điểm cầu cấp tỉnh, huyện và cấp xã của Gò Mây tính gộp là bao nhiêu điểm?"
    assert not any(told_apart(parts(understand(asked))))
    assert all(told_apart(parts(understand("Nhân viên nam hay nhân viên nữ đông hơn?"))))

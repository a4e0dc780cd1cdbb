"""Which of two came first."""

import pytest

from qa.comparing.sooner import sooner
from qa.questions.question import understand
from tests.qa.finding import finding_in, paragraph

SON_LA = "Sáng 13/4, Ban Chỉ đạo tỉnh Sơn La họp về chuyển đổi số."
CA_MAU = "Chiều 15/7, Ban Chỉ đạo tỉnh Cà Mau họp về chuyển đổi số."
PLANS = (
    "Kế hoạch số 59/KH-UBND được ban hành ngày 1/3/2022. "
    "Kế hoạch số 37/KH-UBND được ban hành ngày 17/2/2023."
)


def told(text: str, published: str | None = "2022-08-01") -> str | None:
    reports = [
        paragraph(0, SON_LA, "Sơn La", published),
        paragraph(1, CA_MAU, "Cà Mau", published),
        paragraph(2, PLANS),
    ]
    answer = sooner(understand(text), finding_in(reports), 0.2)
    return answer and answer.answer


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Sơn La và Cà Mau, tỉnh nào họp về chuyển đổi số trước?",
            "Sơn La (Sơn La: Sáng 13/4; Cà Mau: Chiều 15/7)",
        ),
        (
            "Sơn La và Cà Mau, tỉnh nào họp về chuyển đổi số muộn hơn?",
            "Cà Mau (Cà Mau: Chiều 15/7; Sơn La: Sáng 13/4)",
        ),
        (
            "Kế hoạch 59 và Kế hoạch 37, kế hoạch nào được ban hành trước?",
            "Kế hoạch 59 (Kế hoạch 59: ngày 1/3/2022; Kế hoạch 37: ngày 17/2/2023)",
        ),
        ("Sơn La và Cà Mau, tỉnh nào họp về chuyển đổi số?", None),
        ("Sơn La và Lào Cai, tỉnh nào họp về chuyển đổi số trước?", None),
    ],
)
def test_by_the_days_that_are_told(text: str, said: str | None) -> None:
    assert told(text) == said


def test_days_of_no_known_year_are_not_compared() -> None:
    text = "Sơn La và Cà Mau, tỉnh nào họp về chuyển đổi số trước?"
    assert told(text, None) is None
    assert told(f"Năm 2022, {text}", None) is not None

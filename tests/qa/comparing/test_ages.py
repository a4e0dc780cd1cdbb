"""Which of two people is the older."""

import pytest

from qa.comparing.ages import elder
from qa.questions.question import understand
from tests.qa.finding import finding

TOLD = (
    "Ông Lê Văn Tám, 58 tuổi, là trưởng thôn Đoài. Bà Võ Thị Cúc, 59 tuổi, là tổ trưởng tổ dệt. "
    "Ông Trần Văn Sáu sinh năm 1965, quê xã Mây. Ông Đỗ Văn Bảy sinh năm 1971, quê xã Gió. "
    "Ông Lý Văn Mười sinh năm 1965. Ông Hồ Văn Chín gặp bà Lữ Thị Mai, 61 tuổi."
)


def answer(question: str) -> str | None:
    told = elder(understand(question), finding(TOLD))
    return told.answer if told else ""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "Ông Lê Văn Tám và bà Võ Thị Cúc, ai lớn tuổi hơn?",
            "Võ Thị Cúc (Võ Thị Cúc: 59 tuổi, Lê Văn Tám: 58 tuổi)",
        ),
        (
            "Giữa ông Trần Văn Sáu và ông Đỗ Văn Bảy, ai trẻ hơn?",
            "Đỗ Văn Bảy (Đỗ Văn Bảy: sinh năm 1971, Trần Văn Sáu: sinh năm 1965)",
        ),
        (
            "Ông Trần Văn Sáu và ông Lý Văn Mười, ai sinh trước?",
            "Bằng tuổi (Lý Văn Mười: sinh năm 1965, Trần Văn Sáu: sinh năm 1965)",
        ),
        # An age and a year of birth do not compare; of one nothing is told.
        ("Ông Lê Văn Tám và ông Đỗ Văn Bảy, ai trẻ hơn?", None),
        ("Ông Lê Văn Tám và ông Hồ Văn Chín, ai trẻ hơn?", None),
        ("Ai là trưởng thôn Đoài?", ""),
    ],
)
def test_the_older(question: str, expected: str | None) -> None:
    assert answer(question) == expected

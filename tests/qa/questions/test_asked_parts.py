"""The whole that a question asks a part of."""

import pytest

from index.vietnamese import fold
from qa.questions.asked_parts import whole_asked


@pytest.mark.parametrize(
    ("text", "number", "noun"),
    [
        ("Trong 31 nhiệm vụ của Kế hoạch số 9, xã làm xong mấy nhiệm vụ?", "31", "nhiệm vụ"),
        ("Xã làm xong bao nhiêu nhiệm vụ trong tổng số 31 nhiệm vụ?", "31", "nhiệm vụ"),
        ("Trong số 1.240 kiến nghị đã có bao nhiêu được trả lời?", "1.240", "kiến nghị"),
    ],
)
def test_the_whole_is_told_by_its_number(text: str, number: str, noun: str) -> None:
    for typed in (text, fold(text)):
        whole = whole_asked(typed)
        assert whole is not None
        assert whole.number == number
        assert typed[slice(*whole.noun)] == (noun if typed == text else fold(noun))


@pytest.mark.parametrize(
    "text",
    [
        "Trong 6 tháng đầu năm xã làm xong mấy nhiệm vụ?",
        "Mỗi y sĩ khám mấy người trong 8 tiếng?",
        "Trước mức 70 thuê bao trên 100 dân, xã đặt đích bao nhiêu?",
        "Trong 31 nhiệm vụ, nhiệm vụ nào chậm?",
        "Xã làm xong bao nhiêu phần trăm trong 31 nhiệm vụ?",
    ],
)
def test_no_whole(text: str) -> None:
    assert whole_asked(text) is None

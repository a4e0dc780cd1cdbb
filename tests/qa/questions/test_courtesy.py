"""Thanks and small talk, and questions that only look like it."""

import pytest

from index.vietnamese import fold
from qa.questions.courtesy import is_courtesy


@pytest.mark.parametrize(
    "text",
    [
        "Cảm ơn nhé, bạn trả lời hay lắm!",
        "Xin chào",
        "Chào bạn, hôm nay bạn thế nào?",
        "Bạn tên là gì, ai làm ra bạn thế?",
        "ok cảm ơn ad",
        "Câu trả lời này sai rồi",
        "Bạn có thể giúp gì cho tôi?",
    ],
)
def test_talk_asks_for_nothing(text: str) -> None:
    assert is_courtesy(text)
    assert is_courtesy(fold(text))


@pytest.mark.parametrize(
    "text",
    [
        "Cảm ơn, còn Gò Mây thì sao?",
        "Xin chào, xã nào đứng đầu?",
        "Người đó là ai?",
        "Ai làm ra máy này?",
        "Ông ấy tên gì?",
        "Dân gửi lời cảm ơn tới ai?",
        "Ban đó là ai?",
        "Vì sao?",
        "2023",
    ],
)
def test_a_question_is_no_talk(text: str) -> None:
    assert not is_courtesy(text)

"""A question that goes back to an earlier turn, or points at an answer by its value."""

import pytest

from qa.dialogue.conversation import resolve
from qa.questions.question import Question

COUNTED = "Cao Bằng có bao nhiêu bến thuyền?"
RANKED = "Nghệ An xếp hạng mấy về bến thuyền năm 2022?"


def recalled(question: Question) -> str | None:
    return "217 bến thuyền" if "bến thuyền?" in question.text else "hạng 4"


@pytest.mark.parametrize(
    ("history", "text", "filled"),
    [
        (
            ["Tỷ lệ phà chạy điện của Cao Bằng là bao nhiêu?", "Ai quản lý bến thuyền ở đó?"],
            "Quay lại tỷ lệ phà chạy điện, vượt mục tiêu mấy phần trăm?",
            "Tỷ lệ phà chạy điện của Cao Bằng vượt mục tiêu mấy phần trăm?",
        ),
        (
            ["Phà chạy điện của Cao Bằng đạt bao nhiêu?", "Còn Nghệ An?"],
            "Quay lại câu đầu tiên, mục tiêu của nó mấy phần trăm?",
            "mục tiêu của Phà chạy điện của Cao Bằng mấy phần trăm?",
        ),
        (
            [RANKED, COUNTED],
            "Cái hạng 4 lúc nãy là tăng mấy bậc?",
            "Nghệ An xếp về bến thuyền năm 2022 tăng mấy bậc?",
        ),
        (
            [COUNTED],
            "Trong 217 bến thuyền đó mấy cái của xã?",
            "Cao Bằng có bao nhiêu bến thuyền của xã?",
        ),
        # No answer had that value: the question is whole.
        (
            [COUNTED],
            "Mức 35% này của Nghệ An là tỷ lệ gì?",
            "Mức 35% này của Nghệ An là tỷ lệ gì?",
        ),
    ],
)
def test_it_goes_back(history: list[str], text: str, filled: str) -> None:
    assert resolve(text, history, recalled).question.text == filled

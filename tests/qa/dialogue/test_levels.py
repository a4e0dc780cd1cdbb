"""Levels of administration that are named by themselves."""

import pytest

from qa.dialogue.conversation import resolve

PIERS = "Cao Bằng có bao nhiêu bến thuyền cấp sở, ngành?"


@pytest.mark.parametrize(
    ("history", "text", "filled"),
    [
        ([PIERS], "Huyện với xã?", "Cao Bằng có bao nhiêu bến thuyền cấp huyện, xã?"),
        (
            [PIERS, "Ai quản lý bến thuyền?"],
            "Thế còn tỉnh với huyện thì mấy cái?",
            "Cao Bằng có bao nhiêu bến thuyền cấp tỉnh, huyện?",
        ),
        (
            ["Bến thuyền điện của UBND tỉnh Cao Bằng chạy có ổn không?"],
            "Dưới huyện cũng có rồi chứ?",
            "Các huyện của Cao Bằng có bến thuyền điện chưa?",
        ),
    ],
)
def test_another_level(history: list[str], text: str, filled: str) -> None:
    assert resolve(text, history).question.text == filled

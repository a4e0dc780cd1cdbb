"""Targets, results, the year before, the higher of two: what relates a question to the one before."""

import pytest

from qa.dialogue.conversation import resolve


@pytest.mark.parametrize(
    ("history", "text", "filled"),
    [
        (
            ["Bình Định đứng thứ mấy DTI năm 2023?"],
            "Năm trước đó xếp thứ mấy?",
            "Bình Định đứng thứ mấy DTI năm 2022?",
        ),
        (
            ["Năm 2022 Thái Bình đặt mục tiêu ký số là bao nhiêu?"],
            "Thực tế đạt được bao nhiêu?",
            "Năm 2022 Thái Bình ký số thực tế đạt được bao nhiêu?",
        ),
        (
            ["DTI năm 2022 của Quảng Ninh xếp hạng mấy?", "Còn Nghệ An?"],
            "Tỉnh nào cao hơn?",
            "So sánh DTI năm 2022 của Quảng Ninh và Nghệ An xếp hạng mấy?",
        ),
        (
            ["DTI năm 2022 của Nghệ An xếp hạng mấy?"],
            "Đạt mục tiêu không?",
            "DTI năm 2022 của Nghệ An có đạt mục tiêu không?",
        ),
        (
            ["DTI năm 2022 của Nghệ An xếp hạng mấy?"],
            "Như vậy có đạt mục tiêu không?",
            "DTI năm 2022 của Nghệ An có đạt mục tiêu không?",
        ),
        (
            [
                "Ngân hàng Đầu tư Mây cho Cao Bằng vay bao nhiêu?",
                "Còn Ngân hàng Tái thiết Gió?",
            ],
            "Bên nào nhiều hơn?",
            "So sánh Ngân hàng Đầu tư Mây và Ngân hàng Tái thiết Gió cho Cao Bằng vay bao nhiêu?",
        ),
        # There are no two.
        (["Cao Bằng có mấy trường?", "Ai xây?"], "Cái nào cao hơn?", "Cái nào cao hơn?"),
    ],
)
def test_what_relates_to_it(history: list[str], text: str, filled: str) -> None:
    assert resolve(text, history).question.text == filled

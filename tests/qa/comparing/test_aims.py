"""Targets and what exceeds them, computed from what was achieved, over the real reports."""

import pytest

from qa.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "said", "operands"),
    [
        (
            "Mục tiêu tỷ lệ hồ sơ trực tuyến của Thái Bình 6 tháng đầu năm 2024 là bao nhiêu phần trăm?",
            "50%",
            ["78,3%", "28,3%"],
        ),
        (
            "Quảng Ninh vượt mục tiêu bao nhiêu điểm phần trăm về TTHC được xử lý hoàn toàn trực tuyến?",
            "13,4 điểm phần trăm",
            ["93,4%", "80%"],
        ),
        (
            "Tỷ lệ cơ sở y tế chuyển đổi số ở Quảng Ninh vượt mục tiêu bao nhiêu?",
            "5 điểm phần trăm",
            ["100%", "95%"],
        ),
    ],
)
def test_what_follows_from_two_figures(
    five: Assistant, question: str, said: str, operands: list[str]
) -> None:
    answer = five.ask(question)
    assert answer.answer == said
    assert answer.computed
    assert [one.value for one in answer.cells] == operands
    for number in operands:
        assert any(number in citation.quote for citation in answer.citations)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Tỷ lệ văn bản điện tử ký số của Thái Bình vượt mục tiêu bao nhiêu?", "2,1%"),
        ("Mục tiêu cơ sở y tế thực hiện chuyển đổi số ở Quảng Ninh là bao nhiêu?", "95%"),
    ],
)
def test_what_a_report_says_itself_is_not_computed(
    five: Assistant, question: str, said: str
) -> None:
    answer = five.ask(question)
    assert answer.answer == said
    assert not answer.computed

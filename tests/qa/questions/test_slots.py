"""A claim asked back: what it names is replaced by the question word."""

import pytest

from qa.questions.question import understand
from qa.questions.slots import (
    claim_of,
    claimed_figures,
    day_slot,
    figure_slot,
    person_slot,
    same_day,
)


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Cao Bằng đạt 93,4% hồ sơ trực tuyến đúng không?", ["93,4"]),
        ("Việt Nam dự G20 với tư cách khách mời, đúng không?", []),
        ("Dịch vụ công mức độ 4 đã có chưa?", []),
        ("Khi sim 11 số đổi thành 10 số, thuê bao có phải tự thao tác không?", []),
        ("Quận 8 có trễ hạn không?", []),
        ("Cuộc họp diễn ra ngày 15/7/2022, phải không?", []),
        ("Văn bản 1026 có phạt người đi muộn không?", []),
        ("Nghị quyết 02-NQ/TU có nói về kinh tế số không?", []),
    ],
)
def test_figures_claimed(text: str, claimed: list[str]) -> None:
    figures = claimed_figures(understand(text))
    assert [text[slice(*figure.span)].rstrip("%") for figure in figures] == claimed


def test_a_figure_is_asked_back() -> None:
    question = understand("Quảng Ninh tăng 6 bậc DTI năm 2022, đúng không?")
    [figure] = claimed_figures(question)
    asked = figure_slot(question, figure).question
    assert (asked.text, asked.asks) == ("Quảng Ninh tăng bao nhiêu bậc DTI năm 2022?", "change")


def test_a_figure_is_asked_back_without_accents() -> None:
    question = understand("cao bang dat 93,4% ho so truc tuyen dung khong?")
    [figure] = claimed_figures(question)
    assert figure_slot(question, figure).question.provinces == ("Cao Bằng",)


def test_a_person_is_asked_back() -> None:
    slot = person_slot(understand("Cuộc họp do ông Lê Hải Hòa chủ trì phải không?"))
    assert slot is not None
    assert (slot.question.text, slot.said, slot.shared) == (
        "Cuộc họp do ai chủ trì?",
        "Lê Hải Hòa",
        False,
    )
    assert person_slot(understand("Theo ông Lê Hải Hòa, hồ sơ có tăng không?")) is None


def test_a_day_is_asked_back() -> None:
    slot = day_slot(understand("Chiến dịch bắt đầu ngày 21/9/2022 đúng không?"))
    assert slot is not None
    assert (slot.question.asks, slot.said) == ("date", "21/9/2022")
    assert same_day("21/9", "21/9/2022")
    assert not same_day("21/9/2022", "1/10/2022")


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh đã đáp ứng nhu cầu hay chưa, có hay không?",
        "Có phải tỉnh đã đáp ứng nhu cầu?",
        "Tỉnh đã đáp ứng nhu cầu, đúng không?",
    ],
)
def test_the_claim_itself(text: str) -> None:
    assert claim_of(understand(text)).lower() == "tỉnh đã đáp ứng nhu cầu"

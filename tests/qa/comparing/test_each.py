"""One thing asked of several places or years in a breath, over the real reports."""

import pytest

from qa.assistant import Assistant
from qa.comparing.each import asks_each, told_of_each
from qa.questions.question import understand
from tests.qa.finding import finding_of


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Chủ tịch UBND tỉnh Cao Bằng và Nghệ An là ai?",
            "Cao Bằng: Hoàng Xuân Ánh; Nghệ An: Nguyễn Đức Trung",
        ),
        (
            "Trưởng BCĐ CĐS của hai tỉnh Thái Bình và Cao Bằng lần lượt là những ai?",
            "Thái Bình: Nguyễn Khắc Thận; Cao Bằng: Hoàng Xuân Ánh",
        ),
        (
            "Ai là Phó Trưởng ban Thường trực Ban Chỉ đạo chuyển đổi số Thái Bình năm 2022 và năm 2024?",
            "Trần Thị Bích Hằng; Phạm Văn Nghiêm",
        ),
        # One alone would be said for both.
        ("Chủ tịch tỉnh Cao Bằng và Lào Cai là ai?", None),
    ],
)
def test_each_is_told_with_its_citation(five: Assistant, question: str, said: str | None) -> None:
    answer = five.ask(question)
    assert answer.answer == said
    assert len(answer.citations) == (2 if said else 0)
    assert [cell.nature for cell in answer.cells] == (["", ""] if said else [])


@pytest.mark.parametrize(
    "question",
    [
        "Ai là Chủ tịch UBND tỉnh Cao Bằng?",
        "Cao Bằng ký với Nghệ An văn bản nào?",
        "Năm 2022 ai chủ trì hội nghị bàn mục tiêu năm 2025?",
        "Cao Bằng và Nghệ An có bao nhiêu điểm cầu?",
    ],
)
def test_one_alone_is_asked_for(question: str) -> None:
    assert not asks_each(understand(question))


@pytest.mark.parametrize(
    ("other", "threshold", "said"),
    [
        ("Ngô Văn Chín", 0.5, "Lai Châu: Lê Văn Tám; Kon Tum: Ngô Văn Chín"),
        # Nobody holds the office in two provinces: one of the two was found for the other.
        ("Lê Văn Tám", 0.5, None),
        ("Ngô Văn Chín", 1.1, None),
    ],
)
def test_every_one_is_found_surely_and_is_another(
    other: str, threshold: float, said: str | None
) -> None:
    find = finding_of(
        ("Lai Châu", "Ông Lê Văn Tám, Chủ tịch UBND tỉnh, chủ trì họp."),
        ("Kon Tum", f"Ông {other}, Chủ tịch UBND tỉnh, chủ trì họp."),
    )
    asked = understand("Chủ tịch UBND tỉnh Lai Châu và Kon Tum là ai?")
    told = told_of_each(asked, find, threshold)
    assert (told.answer if told else None) == said

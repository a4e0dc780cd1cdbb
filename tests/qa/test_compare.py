"""Comparisons: every side cited, the conclusion computed and told as such."""

import re

import pytest

from qa.answer import Answer
from qa.assistant import Assistant
from qa.compare import indicator_kind, period_name, split
from qa.period import find_periods
from qa.question import understand


def cells(answer: Answer) -> dict[str, str]:
    """Values by place, each checked to stand in the citation it points to."""
    for cell in answer.cells:
        cited = answer.citations[cell.citation]
        assert cell.value in cited.quote
        assert cited.province == cell.place
    return {cell.place: cell.value for cell in answer.cells}


def parts(text: str) -> list[tuple[tuple[str, ...], int | None]]:
    return [(q.provinces, q.period and q.period.year) for q in split(understand(text))]


def test_a_question_falls_into_its_sides() -> None:
    assert parts("So sánh hạng DTI của Nghệ An và Quảng Ninh năm 2022") == [
        (("Nghệ An",), 2022),
        (("Quảng Ninh",), 2022),
    ]
    assert parts("So sánh hạng của Cao Bằng năm 2022 và Thái Bình năm 2024") == [
        (("Cao Bằng",), 2022),
        (("Thái Bình",), 2024),
    ]
    assert parts("So sánh hạng DTI của Đắk Lắk năm 2022 và năm 2023, mục tiêu đến năm 2025") == [
        (("Đắk Lắk",), 2022),
        (("Đắk Lắk",), 2023),
    ]
    assert parts("So sánh") == [((), None)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("So sánh hạng DTI", "rank"),
        ("nơi nào điểm cao hơn", "score"),
        ("Tỷ lệ hồ sơ trực tuyến", "percent"),
        ("Kinh phí năm 2023", "money"),
        ("Số tổ công nghệ số", "number"),
    ],
)
def test_what_is_compared(text: str, kind: str) -> None:
    assert indicator_kind(understand(text)) == kind


@pytest.mark.parametrize(
    "words",
    ["năm 2022", "quý I năm 2022", "6 tháng đầu năm 2024", "9 tháng năm 2023", "quý IV năm"],
)
def test_periods_are_named_as_they_are_read(words: str) -> None:
    [period] = find_periods(words)
    assert period_name(period) == words


def test_a_month_is_named_as_it_is_read() -> None:
    [period] = find_periods("tháng 5 năm 2023")
    assert period_name(period) == "tháng 5 năm 2023"


def test_the_better_rank_is_the_smaller_number(five: Assistant) -> None:
    answer = five.ask("So sánh hạng DTI năm 2022 của Nghệ An và Quảng Ninh")
    assert answer.answer is not None
    assert answer.answer.startswith("Quảng Ninh năm 2022 cao hơn")
    assert (answer.kind, answer.computed) == ("compare", True)
    assert cells(answer) == {"Nghệ An": "52/63", "Quảng Ninh": "hạng 3"}


@pytest.mark.parametrize("places", ["An Giang và Sơn La", "Sơn La và An Giang"])
def test_the_order_of_the_sides_does_not_matter(both: Assistant, places: str) -> None:
    answer = both.ask(f"So sánh tỷ lệ hồ sơ trực tuyến năm 2023 của {places}")
    assert answer.answer is not None
    assert answer.answer.startswith("An Giang năm 2023 cao hơn")
    assert cells(answer) == {"An Giang": "63,7%", "Sơn La": "61,3%"}


def test_a_side_that_is_not_reported(five: Assistant) -> None:
    answer = five.ask("So sánh hạng DTI năm 2022 của Quảng Ninh và Hà Nội")
    assert answer.abstained
    assert answer.note is not None
    assert answer.note.startswith("Có số liệu của Quảng Ninh năm 2022, không có của Hà Nội")


@pytest.mark.parametrize(
    ("text", "first", "count"),
    [
        ("Tỉnh nào có hạng DTI cao nhất năm 2022?", "Quảng Ninh", 2),
        ("Tỉnh nào có hạng DTI thấp nhất năm 2022?", "Sơn La", 2),
    ],
)
def test_superlatives_cite_all_they_compare(
    both: Assistant, text: str, first: str, count: int
) -> None:
    answer = both.ask(text)
    assert answer.answer is not None
    assert answer.answer.startswith(first)
    assert answer.computed
    ranks = [int(re.findall(r"\d+", value)[0]) for value in cells(answer).values()]
    assert len(ranks) == len(answer.citations) >= count
    assert ranks == sorted(ranks, reverse="thấp" in text)

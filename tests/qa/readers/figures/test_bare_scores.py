"""Scores that a report writes without "điểm"."""

import pytest

from qa.readers.figures.numbers import read_numbers
from tests.qa.readings import best, reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Bộ Mía được bao nhiêu điểm?",
            "Mức trưởng thành của các bộ được đánh giá cuối năm 2024. Bộ Dừa 0,8124, Bộ Mía 0,7698, Bộ Chè 0,72.",
            "0,7698",
        ),
        (
            "Sở Mía bao nhiêu điểm?",
            "Huyện Bàu Sen nhất bảng với 77,8 điểm. Khối sở: Sở Chè 82,3, Sở Dừa 80,1, Sở Mía 66,5.",
            "66,5",
        ),
        (
            "Bàu Sen được chấm bao nhiêu điểm dữ liệu?",
            "Chất lượng dữ liệu chấm theo thang 100: Mây Trắng 97, Bàu Sen 95, Hoa Mai 71.",
            "95",
        ),
        (
            "Điểm hài lòng trung bình của người dân là mấy?",
            "Điểm hài lòng bình quân hiện là 4,3 trên 5. Mục tiêu là 96% hồ sơ đúng hạn.",
            "4,3 trên 5",
        ),
        ("Bàu Sen được mấy điểm", "Năm 2021 Bàu Sen đạt 81,2 điểm.", "81,2 điểm"),
    ],
)
def test_a_score_without_its_unit(question: str, text: str, answer: str) -> None:
    asked = reading(question)
    assert asked.question.asks == "score"
    assert best(read_numbers(asked, plain(text))) == answer


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ("Trại Mía và Trại Chè lần lượt 0,67 và 0,66 điểm.", {"0,67", "0,66 điểm"}),
        ("Trại Chè 88,9 điểm đứng thứ 4, Trại Mía 87,2 đứng thứ 6.", {"88,9 điểm", "87,2"}),
    ],
)
def test_a_unit_said_of_another_score(text: str, scores: set[str]) -> None:
    found = read_numbers(reading("Trại Mía được mấy điểm?"), plain(text))
    assert {one.text for one in found} == scores


@pytest.mark.parametrize(
    "text",
    [
        "Sở Mía trồng 66,5 ha mía, chấm 3 lần.",
        "Sở Mía có 66 người, chấm theo thang chung.",
        "Sở Mía bán mía, giá 66,5, rẻ.",
    ],
)
def test_what_is_no_score(text: str) -> None:
    assert read_numbers(reading("Sở Mía được mấy điểm?"), plain(text)) == []


@pytest.mark.parametrize("question", ["Bàu Sen có mấy điểm lõm sóng?", "Còn mấy điểm mất rừng?"])
def test_spots_are_counted(question: str) -> None:
    assert reading(question).question.asks == "number"


def test_the_kind_tells_what_is_asked_of_a_place() -> None:
    asked = reading("Thái Bình được bao nhiêu điểm?")
    assert [unit.folded for unit in asked.question.content] == ["diem"]


def test_a_count_of_spots_is_as_good_as_any() -> None:
    text = plain("Xã còn 94 điểm lõm sóng.")
    [found] = read_numbers(reading("Xã còn mấy điểm lõm sóng?"), text)
    assert found.signs["kind"] == 1.0

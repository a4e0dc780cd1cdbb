"""A part of the index is not the index."""

import pytest

from qa.readers.figures.numbers import read_numbers
from tests.qa.readings import best, reading
from tests.qa.reports import plain

PARTS = "Cả ba trụ cột của chuyển đổi số đều tăng: chính quyền số đạt 0,78 điểm, xếp hạng 4."
BOTH = f"DTI của tỉnh đạt 0,71 điểm, xếp hạng 9. {PARTS}"


def score(question: str, text: str) -> float:
    return max(one.score for one in read_numbers(reading(question), plain(text)))


def test_the_whole_is_not_answered_with_a_part() -> None:
    whole, part = "DTI của tỉnh là bao nhiêu điểm?", "Chính quyền số của tỉnh bao nhiêu điểm?"
    assert score(whole, PARTS) < score(part, PARTS) / 1.5


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Điểm kinh tế số của tỉnh tăng bao nhiêu?", "0,22 điểm"),
        ("Hạng kinh tế số của tỉnh tăng bao nhiêu?", "5 bậc"),
        ("Kinh tế số của tỉnh tăng mấy bậc?", "5 bậc"),
    ],
)
def test_points_and_places_change_each_for_itself(question: str, answer: str) -> None:
    text = "Kinh tế số của tỉnh đạt 0,71 điểm, xếp hạng 9 (tăng 0,22 điểm, tăng 5 bậc so với năm 2021)."
    assert best(read_numbers(reading(question), plain(text))) == answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("DTI của tỉnh là bao nhiêu điểm?", "0,71 điểm"),
        ("Chuyển đổi số của tỉnh xếp hạng mấy?", "hạng 9"),
        ("Chính quyền số của tỉnh bao nhiêu điểm?", "0,78 điểm"),
        ("Trong DTI, chính quyền số của tỉnh xếp hạng mấy?", "hạng 4"),
    ],
)
def test_each_is_told(question: str, answer: str) -> None:
    assert best(read_numbers(reading(question), plain(BOTH))) == answer


@pytest.mark.parametrize(
    "question", ["DTI của tỉnh", "Chỉ số DTI của tỉnh là bao nhiêu?", "chi so dti"]
)
def test_an_index_asked_for_by_its_name_is_its_score_else_its_rank(question: str) -> None:
    assert best(read_numbers(reading(question), plain(BOTH))) == "0,71 điểm"
    ranked = plain("DTI của tỉnh xếp hạng 9, tăng 3 bậc.")
    assert best(read_numbers(reading(question), ranked)) == "hạng 9"


def test_points_asked_for_are_no_rank() -> None:
    ranked = plain("DTI của tỉnh xếp hạng 9, tăng 3 bậc.")
    assert best(read_numbers(reading("DTI của tỉnh bao nhiêu điểm?"), ranked)) != "hạng 9"

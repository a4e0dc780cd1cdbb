"""How sure an answer is."""

import pytest

from qa.confidence import signals
from qa.questions.question import understand
from qa.readers.reading import Candidate
from tests.qa.reports import plain

TEXT = "Lương hưu 1,3 triệu đồng/tháng; cả năm 13 triệu đồng."


def candidate(said: str, score: float) -> Candidate:
    start = TEXT.index(said)
    span = (start, start + len(said))
    return Candidate(
        paragraph=plain(TEXT), span=span, quote=(0, len(TEXT)), text=said, score=score, signs={}
    )


@pytest.mark.parametrize(
    ("other", "rivals"),
    [("1,3 triệu đồng", False), ("1,3 triệu đồng/tháng", False), ("13 triệu đồng", True)],
)
def test_who_says_the_same_is_no_rival(other: str, rivals: bool) -> None:
    listed = [candidate("1,3 triệu đồng/tháng", 0.8), candidate(other, 0.6)]
    _, rival, _, _ = signals(understand("Lương hưu là bao nhiêu?"), listed, 0)
    assert (rival > 0) == rivals


@pytest.mark.parametrize(
    ("one", "other", "rivals"),
    [
        ("tối thiểu 70km", "70 km", False),
        ("trước ngày 28/2", "28/2", False),
        ("trước ngày 28/2", "20/2", True),
        ("70 km", "7 km", True),
    ],
)
def test_a_figure_and_a_day_are_the_same_however_told(one: str, other: str, rivals: bool) -> None:
    text = f"{one}; {other}"
    listed = [
        Candidate(plain(text), (at, at + len(said)), (0, len(text)), said, score, signs={})
        for at, said, score in ((0, one, 0.8), (len(one) + 2, other, 0.6))
    ]
    _, rival, _, _ = signals(understand("Là bao nhiêu?"), listed, 0)
    assert (rival > 0) == rivals

"""Whose relative is asked for."""

import pytest

from qa.readers.people.persons import read_persons
from qa.readers.people.relatives import asked_relative
from tests.qa.readings import best, reading
from tests.qa.reports import plain

TEXT = "Chủ tịch xã Bàu Sen Lữ Văn Cẩn cho biết bà Mạc Thị Nở, vợ ông, có tên trong sổ."


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Vợ chủ tịch xã Bàu Sen có tên trong sổ là ai?", "Mạc Thị Nở"),
        ("Chủ tịch xã Bàu Sen là ai?", "Lữ Văn Cẩn"),
    ],
)
def test_relatives(question: str, answer: str) -> None:
    assert best(read_persons(reading(question), plain(TEXT))) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Cha của tân bộ trưởng Y tế Mạc Văn Lá là ai?",
            "Tân Bộ trưởng Y tế Mạc Văn Lá là con trai của cựu thủ tướng Mạc Văn Cội.",
            "Mạc Văn Cội",
        ),
        ("Mẹ của Mạc Thị Lá là ai?", "Mạc Thị Lá là con gái út của bác sĩ Vi Thị Nở.", "Vi Thị Nở"),
        ("Vợ của ông Lữ Văn Cẩn là ai?", "Ông Lữ Văn Cẩn là chồng của bà Vi Thị Nở.", "Vi Thị Nở"),
    ],
)
def test_the_other_one_is_told_to_be_the_kin(question: str, text: str, answer: str) -> None:
    [found] = read_persons(reading(question), plain(text))
    assert found.text == answer
    assert found.signs["relative"] == found.signs["head"] == 1.0


def test_nobody_else_is_the_relative() -> None:
    found = read_persons(reading("Em chồng bà Mạc Thị Nở tên là gì?"), plain(TEXT))
    assert all(one.signs["relative"] < 0.5 for one in found)


@pytest.mark.parametrize(
    ("question", "kin"),
    [
        ("Con trai ông Lữ Văn Cẩn là ai?", "con trai"),
        ("Ai là vợ của giám đốc sở?", "vợ"),
        ("Vợ chồng trẻ được hỗ trợ gì?", ""),
        ("Anh Lữ Văn Cẩn là ai?", ""),
    ],
)
def test_asked_relative(question: str, kin: str) -> None:
    assert asked_relative(question) == kin

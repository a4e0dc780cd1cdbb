"""Whether a figure of an invented text is of what the question asks to be done."""

import pytest

from qa.readers.figures.deeds import MORE_THAN_ALL, UNTOLD
from qa.readers.figures.numbers import read_numbers
from tests.qa.readings import best, reading
from tests.qa.reports import plain

RECEIVED = "Huyện Gò Mây tiếp nhận 240 kiến nghị, trong đó có 17 ý kiến về chợ, 60 ý kiến về đường."
SETTLED = "Huyện Gò Mây tiếp nhận 240 kiến nghị, đã xử lý 198 kiến nghị."
TASKS = "Kế hoạch đề ra 31 chỉ tiêu, 40 nhiệm vụ. Nửa đầu năm có 8 chỉ tiêu, 5 nhiệm vụ được hoàn thành."
REACHED = "Kế hoạch đề ra 31 chỉ tiêu. Đến nay xã đã vượt 8 chỉ tiêu; xã bên có 52 chỉ tiêu."


def deeds(question: str, text: str) -> dict[str, float]:
    found = read_numbers(reading(question), plain(text))
    return {one.text: one.signs["deed"] for one in found}


@pytest.mark.parametrize(
    ("question", "text", "fit"),
    [
        ("Huyện đã giải quyết xong bao nhiêu kiến nghị?", RECEIVED, UNTOLD),
        ("Bao nhiêu kiến nghị đã được trả lời?", RECEIVED, UNTOLD),
        ("bao nhieu kien nghi da duoc tra loi", RECEIVED, UNTOLD),
        ("Bao nhiêu kiến nghị được gửi đến huyện?", RECEIVED, 1.0),
        ("Huyện đã giải quyết bao nhiêu kiến nghị?", SETTLED, 1.0),
    ],
)
def test_of_what_was_received_no_one_knows_how_many_are_settled(
    question: str, text: str, fit: float
) -> None:
    assert deeds(question, text)["240 kiến nghị"] == fit


def test_a_part_is_told_by_its_deed() -> None:
    asked = "Trong 240 kiến nghị, bao nhiêu kiến nghị được khen thưởng?"
    assert set(deeds(asked, RECEIVED).values()) == {UNTOLD}
    about = "Trong 240 kiến nghị, bao nhiêu kiến nghị về chợ?"
    assert set(deeds(about, RECEIVED).values()) == {1.0}


def test_what_is_done_is_told_in_several_words() -> None:
    asked = "Trong 31 chỉ tiêu xã hoàn thành mấy chỉ tiêu?"
    assert deeds(asked, REACHED)["8 chỉ tiêu"] == 1.0


def test_no_part_is_more_than_its_whole() -> None:
    asked = "Trong 31 chỉ tiêu xã hoàn thành mấy chỉ tiêu?"
    assert deeds(asked, REACHED).get("52 chỉ tiêu", MORE_THAN_ALL) == MORE_THAN_ALL


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Trong 31 chỉ tiêu của kế hoạch, nửa đầu năm hoàn thành mấy chỉ tiêu?", "8 chỉ tiêu"),
        ("Nửa đầu năm hoàn thành mấy nhiệm vụ trong 40 nhiệm vụ?", "5 nhiệm vụ"),
        ("Nửa đầu năm hoàn thành được bao nhiêu trong số 31 chỉ tiêu?", "8 chỉ tiêu"),
    ],
)
def test_parts(question: str, answer: str) -> None:
    assert best(read_numbers(reading(question), plain(TASKS))) == answer

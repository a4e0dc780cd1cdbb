"""Bodies as who does something."""

import pytest

from qa.questions.question import understand
from qa.reader import read_anyone
from qa.readers.bodies.acting import ACTS, ACTS_OTHERWISE, may_act
from tests.qa.readings import best, reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("question", "acts"),
    [
        ("Ai cấp chữ ký số?", True),
        ("ai cap chu ky so", True),
        ("Tiền lắp còi ai trả?", True),
        ("Chủ đầu tư phần mềm là ai?", True),
        ("Ai chủ trì soạn thảo đề án?", True),
        ("Ai chủ trì cuộc họp?", False),
        ("Ai nói sẽ lắp còi?", False),
        ("Ai là trưởng nhóm?", False),
        ("Ai được cho là người lắp còi?", False),
        ("Trưởng nhóm là ai?", False),
        ("Người nào lắp còi?", False),
    ],
)
def test_what_bodies_do_too(question: str, acts: bool) -> None:
    assert may_act(understand(question)) is acts


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Ai phải in tờ rơi?",
            "Ông Lê Văn Tám cho biết còi đã lắp. Sở Y tế chịu trách nhiệm in tờ rơi.",
            "Sở Y tế",
        ),
        (
            "Ai được giao lo lớp học đêm?",
            "Xã mở lớp học đêm, giao Hội Phụ nữ, xong trong tháng 5; ông Lê Văn Tám dự.",
            "Hội Phụ nữ",
        ),
        ("Ai lo sát hạch công chức?", "Sát hạch 640 công chức: Sở Nội vụ, 31/7.", "Sở Nội vụ"),
        ("Chủ đầu tư trạm bơm là ai?", "Chủ đầu tư trạm bơm là Sở Xây dựng.", "Sở Xây dựng"),
        ("Ai in tờ rơi?", "Người dân khen Sở Y tế sau khi tờ rơi đã in.", ""),
        (
            "Ai điều hành ĐH Luật Lúa Mai Vàng?",
            "Đại học Dân lập Luật Lúa Mai Vàng điều hành lớp học; ông Lê Văn Tám dạy.",
            "Lê Văn Tám",
        ),
    ],
)
def test_bodies_that_act(question: str, text: str, answer: str) -> None:
    assert best(read_anyone(reading(question), plain(text))) == answer


def test_a_body_that_is_hired_acts() -> None:
    text = plain("Tỉnh thuê Công ty Lúa Vàng viết phần mềm. Ông Lê Văn Tám dự lễ.")
    assert best(read_anyone(reading("Ai lo viết phần mềm?"), text)) == "Công ty Lúa Vàng"


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("Sở Y tế in tờ rơi.", ACTS),
        ("Sở Y tế đứng ra lo tờ rơi.", ACTS_OTHERWISE),
    ],
)
def test_the_deed_told(text: str, fit: float) -> None:
    [found] = read_anyone(reading("Ai in tờ rơi?"), plain(text))
    assert found.signs["doer"] == fit


def test_a_body_named_by_its_last_words_is_the_one_asked_about() -> None:
    asked = reading("Ai điều hành ĐH Luật Lúa Mai Vàng?")
    text = "Đại học Dân lập Luật Lúa Mai Vàng điều hành lớp học; Sở Y tế điều hành trạm."
    assert [one.text for one in read_anyone(asked, plain(text))] == ["Sở Y tế"]

"""The office that the one asked for holds, apart from those of others in the question."""

import pytest

from qa.readers.people.asked_posts import asked_post, other_posts
from qa.readers.people.persons import read_persons
from tests.qa.readings import best, reading
from tests.qa.reports import plain


def _of(question: str) -> tuple[str, str]:
    asked = reading(question)
    post = asked_post(asked)
    if post is None:
        return "", ""
    said = " ".join(asked.question.text[unit.start : unit.end] for unit in post.of)
    return " ".join(post.heads[0]), said


@pytest.mark.parametrize(
    ("question", "head"),
    [
        ("Thủ tướng phê chuẩn ai làm Bí thư?", "bi2 thư"),
        ("Hội đồng bầu ai làm Bí thư thay ông Lữ Văn Cẩn?", "bi2 thư"),
        ("Ai thay ông Lữ Văn Cẩn ngồi ghế Bí thư?", "bi2 thư"),
        ("Ai được bầu làm Bí thư?", "bi2 thư"),
        ("Bí thư là ai?", "bi2 thư"),
        ("Ai ký quyết định cho ông Lữ Văn Cẩn thôi làm hiệu trưởng?", ""),
        ("Ai bổ nhiệm ông Lữ Văn Cẩn làm hiệu trưởng?", ""),
        ("Ai cho thôi chức hiệu trưởng?", ""),
        ("Ai trình danh sách để xã chọn hiệu trưởng?", ""),
        ("Lãnh đạo nào bức xúc vì bộ chỉ định cục trưởng?", ""),
        ("Hiệu trưởng nào kiêm giám đốc trung tâm?", "hiêu5 trương4"),
        ("Thủ tướng giao ai lo việc này?", ""),
    ],
)
def test_the_office_asked_for(question: str, head: str) -> None:
    assert _of(question)[0] == head


@pytest.mark.parametrize(
    ("question", "of"),
    [
        ("Bộ trưởng Lao động lúc nhận thêm trường nghề là ai?", "Lao động"),
        ("Tổng Bí thư Việt Nam nào ghé xã?", ""),
    ],
)
def test_what_the_office_is_of(question: str, of: str) -> None:
    assert _of(question)[1] == of


def test_who_acts_on_the_one_asked_for() -> None:
    assert len(other_posts(reading("Thủ tướng giao ai lo việc này?"))) == 1
    assert other_posts(reading("Thủ tướng là ai?")) == []


def test_an_office_of_the_one_who_signs_is_not_asked_for() -> None:
    text = (
        "Ông Lữ Văn Cẩn, Chủ tịch Hội đồng trường, ký quyết định cho bà Mạc Thị Nở thôi làm hiệu "
        "trưởng. Hiệu trưởng Vi Văn Sáu dự họp."
    )
    asked = reading("Ai ký quyết định cho bà Mạc Thị Nở thôi làm hiệu trưởng?")
    assert best(read_persons(asked, plain(text))) == "Lữ Văn Cẩn"


@pytest.mark.parametrize(
    ("question", "holder"),
    [
        ("Phó ban Thường trực Ban Chỉ đạo là ai?", "Mạc Thị Nở"),
        ("Trưởng ban Chỉ đạo là ai?", "Lữ Văn Cẩn"),
    ],
)
def test_a_deputy_by_another_name(question: str, holder: str) -> None:
    text = "Có ông Lữ Văn Cẩn, Trưởng Ban Chỉ đạo; bà Mạc Thị Nở, Phó Trưởng ban Thường trực Ban Chỉ đạo."
    assert best(read_persons(reading(question), plain(text))) == holder


def test_the_office_of_a_province_is_not_one_of_its_districts() -> None:
    text = "Ông Lữ Văn Cẩn, Chủ tịch UBND huyện Bàu Sen, đón bà Mạc Thị Nở, Chủ tịch UBND tỉnh."
    assert best(read_persons(reading("Chủ tịch Nghệ An là ai?"), plain(text))) == "Mạc Thị Nở"
    asked = reading("Chủ tịch huyện Bàu Sen, Nghệ An là ai?")
    assert best(read_persons(asked, plain(text))) == "Lữ Văn Cẩn"

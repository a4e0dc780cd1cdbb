"""Where someone comes from."""

import pytest

from index.vietnamese import fold
from qa.questions.question import understand
from qa.readers.people.homes import asks_home
from qa.readers.places.places import read_provinces
from tests.qa.readings import best, reading
from tests.qa.reports import plain

TEXT = (
    "Ông Vi Văn Sáu từng là Chủ tịch UBND huyện Bàu Sen. Ông Lữ Văn Cẩn (56 tuổi, quê Mây Trắng, Cao Bằng) "
    "làm việc ở Gia Lai."
)


def test_someone_with_two_names() -> None:
    text = plain("Ông Lữ Văn Cẩn tên thật là Lữ Quang Cẩn, sinh năm 1921 tại Tiền Giang.")
    asked = reading("Giáo sư Lữ Văn Cẩn sinh ra ở tỉnh nào?")
    assert best(read_provinces(asked, text)) == "Tiền Giang"


@pytest.mark.parametrize(
    "question",
    [
        "Ông Lữ Văn Cẩn quê ở đâu?",
        "Ông Lữ Văn Cẩn, cán bộ huyện, là người tỉnh nào?",
        "Quê của ông Lữ Văn Cẩn ở tỉnh nào?",
        "ong lu van can que o dau",
    ],
)
def test_only_what_is_told_as_the_home(question: str) -> None:
    assert best(read_provinces(reading(question), plain(TEXT))) == "Mây Trắng, Cao Bằng"


def test_someone_elses_home_is_none() -> None:
    assert read_provinces(reading("Ông Vi Văn Sáu quê ở đâu?"), plain(TEXT)) == []


def test_a_home_told_of_a_short_name() -> None:
    text = "Ông Lữ Văn Cẩn gặp bà Mạc Thị Nở. Ông Cẩn quê ở Cao Bằng."
    assert best(read_provinces(reading("Ông Lữ Văn Cẩn quê ở đâu?"), plain(text))) == "Cao Bằng"
    assert read_provinces(reading("Bà Mạc Thị Nở quê ở đâu?"), plain(text)) == []


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Ông Lữ Văn Cẩn sinh ra ở đâu?", True),
        ("Bà Mạc Thị Nở người ở đâu?", True),
        ("Người tỉnh nào được hỗ trợ?", False),
        ("Ông Lữ Văn Cẩn họp ở đâu?", False),
        ("Ông Lữ Văn Cẩn về quê ở đâu khai trương?", False),
        ("Quê hương của chợ nổi ở tỉnh nào?", False),
    ],
)
def test_asks_home(question: str, asks: bool) -> None:
    assert asks_home(understand(question)) == asks
    assert asks_home(understand(fold(question))) == asks


def test_a_people_is_no_home() -> None:
    text = "Ông Lữ Văn Cẩn là người Mường."
    assert read_provinces(reading("Ông Lữ Văn Cẩn là người tỉnh nào?"), plain(text)) == []

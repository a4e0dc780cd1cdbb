"""Who is given an office, and who loses it."""

import pytest

from qa.readers.people.appointments import appointments, as_appointed
from qa.readers.people.persons import read_persons
from qa.texts.people import people
from tests.qa.readings import best, reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Bà Mạc Thị Nở, Chủ tịch Hội Phụ nữ quận được bầu chức danh Phó Ban Pháp chế.",
            [("Mạc Thị Nở", "Phó Ban Pháp chế", True)],
        ),
        (
            "Ông Lữ Văn Cẩn được Thủ tướng Vi Văn Sáu bổ nhiệm làm Bí thư.",
            [("Lữ Văn Cẩn", "Bí thư", True)],
        ),
        (
            "Ông Lữ Văn Cẩn được Thủ tướng phê chuẩn chức vụ Chủ tịch UBND tỉnh.",
            [("Lữ Văn Cẩn", "Chủ tịch UBND tỉnh", True)],
        ),
        (
            "Thủ tướng Vi Văn Sáu phê chuẩn chức vụ Chủ tịch UBND tỉnh nhiệm kỳ tới đối với ông Lữ Văn Cẩn.",
            [("Lữ Văn Cẩn", "Chủ tịch UBND tỉnh", True)],
        ),
        ("Tỉnh bổ nhiệm ông Lữ Văn Cẩn làm hiệu trưởng.", [("Lữ Văn Cẩn", "hiệu trưởng", True)]),
        (
            "Hội đồng miễn nhiệm chức danh Trưởng ban với ông Lữ Văn Cẩn.",
            [("Lữ Văn Cẩn", "Trưởng ban", False)],
        ),
        (
            "Hội đồng miễn nhiệm ông Lữ Văn Cẩn, Trưởng ban Pháp chế.",
            [("Lữ Văn Cẩn", "Trưởng ban Pháp chế", False)],
        ),
        ("Ông Lữ Văn Cẩn gặp hiệu trưởng và bổ nhiệm thêm người.", []),
    ],
)
def test_appointments(text: str, told: list[tuple[str, str, bool]]) -> None:
    found = appointments(plain(text))
    assert [(text[slice(*a.name)], text[slice(*a.office)], a.given) for a in found] == told


def test_who_is_elected_and_not_who_is_dismissed() -> None:
    text = (
        "Hội đồng miễn nhiệm ông Lữ Văn Cẩn, Phó Ban Pháp chế. Bà Mạc Thị Nở, Chủ tịch Hội Phụ nữ "
        "quận, được bầu chức danh Phó Ban Pháp chế."
    )
    asked = reading("Ai được Hội đồng bầu làm Phó Ban Pháp chế?")
    assert best(read_persons(asked, plain(text))) == "Mạc Thị Nở"


def test_the_one_who_gives_an_office_does_not_hold_it() -> None:
    text = "Thủ tướng Vi Văn Sáu phê chuẩn chức vụ Bí thư xã Bàu Sen đối với ông Lữ Văn Cẩn."
    asked = reading("Thủ tướng phê chuẩn ai làm Bí thư xã Bàu Sen?")
    assert best(read_persons(asked, plain(text))) == "Lữ Văn Cẩn"


def test_an_office_of_a_province_is_not_of_another() -> None:
    text = "Phó Bí thư Tỉnh ủy Cao Bằng Lữ Văn Cẩn được phê chuẩn chức vụ Chủ tịch UBND tỉnh."
    here = read_persons(reading("Ai làm Chủ tịch UBND tỉnh Cao Bằng?"), plain(text))
    there = read_persons(reading("Ai làm Chủ tịch UBND tỉnh Gia Lai?"), plain(text))
    assert here[0].signs["office"] == 1.0
    assert there[0].signs["office"] < 0.3


def test_what_is_taken_is_not_held_where_a_new_holder_is_asked_for() -> None:
    text = plain("Hội đồng miễn nhiệm ông Lữ Văn Cẩn, Trưởng ban Pháp chế.")
    [person] = people(text.text)
    assert as_appointed(text, person, asks_new=True).offices == ()
    assert as_appointed(text, person, asks_new=False).offices == person.offices != ()

"""Districts and communes that a paragraph names."""

import pytest

from qa.readers.places.localities import is_street, localities, subjects
from qa.readers.places.places import UNTYPED, read_provinces
from tests.qa.readings import best, reading
from tests.qa.reports import plain

HALL = "Lễ đón diễn ra tại Phủ Chủ tịch, sau đó ở huyện Lạc Hồng."
PLANT = "Hiện Nhà máy điện gió Đồi Sim (huyện Lạc Hồng) có công suất 60 MW."
STREETS = "Trụ sở cũ nằm trên đường Mạc Cửu, Đinh Lễ thuộc phường Thuận Bình."


def names(text: str) -> list[str]:
    return [name for _, name in localities(plain(text))]


def test_a_name_goes_on_in_a_small_word() -> None:
    assert "Phủ Chủ tịch" in names(HALL)


def test_what_only_opens_a_sentence_is_no_name() -> None:
    assert set(names(PLANT)) == {"Lạc Hồng"}


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Trụ sở cũ nay thuộc phường nào?", STREETS, "Thuận Bình"),
        ("Nhà máy điện gió Đồi Sim đặt ở huyện nào?", PLANT, "Lạc Hồng"),
    ],
)
def test_a_commune_is_asked_for(question: str, text: str, answer: str) -> None:
    assert best(read_provinces(reading(question), plain(text))) == answer


def test_streets_and_towns() -> None:
    text = "Trên đường Mạc Cửu của thành phố Lạc Hồng"
    streets = [is_street(plain(text), (at, at + 7)) for at in (11, text.index("Lạc"))]
    assert streets == [True, False]


def test_a_place_of_the_type_asked_for_comes_first() -> None:
    found = read_provinces(reading("Nhà máy đặt ở huyện nào?"), plain(PLANT))
    types = {one.text: one.signs["type"] for one in found}
    assert types["Lạc Hồng"] > 1.0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ba xã chưa xong là Tân Lúa, Thượng Lúa và Trường Sơn.",
            {"Tân Lúa", "Thượng Lúa", "Trường Sơn"},
        ),
        ("Đầm Lúa, Phú Mai, Năm Mai là ba huyện thử nghiệm.", {"Đầm Lúa", "Phú Mai", "Năm Mai"}),
        ("Huyện Bảo Lúa khá nhất, 31% tự nộp; Si Ma Mai kém nhất.", {"Bảo Lúa", "Si Ma Mai"}),
    ],
)
def test_beside_a_locality_stands_another(text: str, found: set[str]) -> None:
    assert found <= set(names(text))


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Nơi được cài là phường Lúa Vàng và phường Mai Hoa.", "Lúa Vàng và phường Mai Hoa"),
        ("Nơi được cài là phường 15, quận Lúa Vàng.", "Lúa Vàng"),
    ],
)
def test_a_ward_and_its_district_are_no_two_wards(text: str, answer: str) -> None:
    asked = "Nơi được cài là phường nào?" if " và " in text else "Nơi được cài là quận nào?"
    assert best(read_provinces(reading(asked), plain(text))) == answer


def test_what_opens_a_clause_may_be_a_district_nobody_called_one() -> None:
    text = "Chiêm Lúa gọi nhiều nhất, Lâm Lúa gọi ít nhất; ông Lê Văn Mai và Sở Y tế vắng."
    assert {text[slice(*span)] for span in subjects(plain(text))} == {"Chiêm Lúa", "Lâm Lúa"}
    found = read_provinces(reading("Huyện nào gọi ít nhất?"), plain(text))
    assert (best(found), {one.signs["type"] for one in found}) == ("Lâm Lúa", {UNTYPED})

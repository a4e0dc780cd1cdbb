"""Whom a question names by what they are, and whose office it asks for."""

import pytest

from qa.readers.people.heads import OTHER_HEAD, head_fit
from qa.readers.people.held_offices import read_offices
from qa.readers.people.persons import read_persons
from qa.texts.people import everyone, people
from tests.qa.readings import best, reading
from tests.qa.reports import plain

VISIT = "Chi cục trưởng Lê Văn Mây tặng ba gói quà cho tài xế đầu tiên qua cầu."
OWNER = "Ông Lê Văn Mây, chủ tịch hội, chủ trại Đồi Gió, khoe giá bán cao."


@pytest.mark.parametrize(
    ("question", "text", "fit"),
    [
        ("Tài xế được tặng quà là ai?", VISIT, OTHER_HEAD),
        ("tai xe duoc tang qua la ai", VISIT, OTHER_HEAD),
        ("Người tặng quà là ai?", VISIT, 1.0),
        ("Ai tặng quà cho tài xế?", VISIT, 1.0),
        ("Chủ trại Đồi Gió tên gì?", OWNER, 1.0),
        ("Tên của nhà thầu ở Đồi Gió?", OWNER, OTHER_HEAD),
    ],
)
def test_someone_of_another_calling(question: str, text: str, fit: float) -> None:
    [person] = people(text)
    assert head_fit(reading(question), plain(text), person) == fit


def test_one_called_by_a_name_is_asked_for_by_office() -> None:
    line = plain("Bà Thổ Thị Mây, Chủ tịch UBND huyện Đồi, mở đầu buổi họp.")
    assert best(read_offices(reading("Bà Mây là ai?"), line)) == "Chủ tịch UBND huyện Đồi"


def test_one_called_by_a_name_is_not_told_for_another() -> None:
    line = plain("Ông Tạ Gia Đồi rời ghế giám đốc sở.")
    assert read_persons(reading("Ai lên thay ông Đồi?"), line) == []
    assert best(read_persons(reading("Họ tên đầy đủ của ông Đồi?"), line)) == "Tạ Gia Đồi"


@pytest.mark.parametrize(
    ("question", "held"),
    [("Chủ tịch xã Mây Ngàn là ai?", False), ("Chủ tịch xã Mây Thanh là ai?", True)],
)
def test_an_office_is_of_the_commune_named_before_it(question: str, held: bool) -> None:
    text = "Xã Mây Thanh lắp camera, hơn xã Mây Ngàn một năm. Xã Mây Thanh vay vốn. Chủ tịch xã Lê Viết Tám nói."
    [found] = read_persons(reading(question), plain(text))
    assert (found.signs["office"] == 1.0) is held


def test_a_stranger_is_not_whom_another_calling_names() -> None:
    text = "Nhân chứng có tên Raja Latifa thấy máy bay lạ."
    [person] = everyone(text)
    assert not person.sure
    asked = reading("Cơ phó của máy bay tên là gì?")
    assert head_fit(asked, plain(text), person) == OTHER_HEAD
    asked = reading("Nhân chứng thấy máy bay tên là gì?")
    assert head_fit(asked, plain(text), person) == 1.0

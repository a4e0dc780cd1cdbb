"""Who tells of a deed did not do it."""

import pytest

from qa.readers.people.persons import read_persons
from qa.readers.people.speaking import SPEAKS, speaker_fit
from qa.texts.people import people
from tests.qa.readings import reading
from tests.qa.reports import plain

TOLD = "Giám đốc Trung tâm Khổng Tú Anh nói pin của 12 điểm bị đánh cắp."
BESIDE = "Bà Hứa Cẩm Nhung, Trưởng phòng Kinh tế, cho biết khoản miễn giảm do chủ chợ chịu."
DID = "Ông Lê Văn Mây đã lắp pin ở 12 điểm."


@pytest.mark.parametrize(
    ("question", "text", "speaks"),
    [
        ("Ai đánh cắp pin?", TOLD, True),
        ("Tiền miễn giảm do ai gánh?", BESIDE, True),
        ("Ai nói pin bị đánh cắp?", TOLD, False),
        ("Theo ai thì pin bị đánh cắp?", TOLD, False),
        ("Ai phụ trách trung tâm?", TOLD, False),
        ("Ai ở phòng Kinh tế tiếp dân?", BESIDE, False),
        ("Ai lắp pin?", DID, False),
        ("ai danh cap pin", TOLD, False),
    ],
)
def test_one_who_speaks(question: str, text: str, speaks: bool) -> None:
    [person] = people(text)
    found = speaker_fit(reading(question), plain(text), person)
    assert found == (SPEAKS if speaks else 1.0)


def test_the_one_who_did_it_is_read() -> None:
    text = "Ông Lê Văn Mây nói trạm mất pin, kẻ gian gỡ pin. Ông Đỗ Văn Gió gỡ pin."
    found = {
        one.text: one.signs["speaks"] for one in read_persons(reading("Ai gỡ pin?"), plain(text))
    }
    assert found == {"Lê Văn Mây": SPEAKS, "Đỗ Văn Gió": 1.0}

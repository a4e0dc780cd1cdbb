"""Whose a figure is, where a sentence or a report tells of several names."""

import pytest

from index.documents import Document
from qa.readers import owners
from qa.readers.figures.numbers import read_numbers
from qa.readers.people.persons import read_persons
from qa.texts.paragraph import paragraphs
from tests.qa.readings import best, reading
from tests.qa.reports import plain

STATIONS = "Trạm Cai Mây có 97,8% xe dán thẻ, trạm Phụng Đồi 96,4%, trạm Sóc Gió 93,9%."
IN_BRACKETS = (
    "Đoàn thanh tra phát hiện 1.068 hồ sơ bị ngâm, tập trung ở Sơn Mây (512), Hàm Gió (304)."
)
IN_TURN = "Cai Mây, Phụng Đồi và Sóc Gió lần lượt thu được 96 tỷ đồng, 91 tỷ đồng và 88 tỷ đồng."
AT = "Khách hàng gồm 2.140 hộ ở Cai Mây, 1.560 hộ ở Phụng Đồi và 430 hộ ở Sóc Gió."
BODY = "Hàm Gió đông dân, Sở Y tế lắp 14 trạm bơm, tốn 3 tỷ đồng."


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Trạm Sóc Gió có bao nhiêu phần trăm xe dán thẻ?", STATIONS, "93,9%"),
        ("Trạm Cai Mây có bao nhiêu phần trăm xe dán thẻ?", STATIONS, "97,8%"),
        ("Phụng Đồi thu được bao nhiêu tiền?", IN_TURN, "91 tỷ đồng"),
        ("Sóc Gió thu được bao nhiêu tiền?", IN_TURN, "88 tỷ đồng"),
        ("Có bao nhiêu hộ ở Phụng Đồi là khách hàng?", AT, "1.560 hộ"),
        ("Hàm Gió được lắp bao nhiêu trạm bơm?", BODY, "14 trạm bơm"),
    ],
)
def test_a_figure_is_of_its_name(question: str, text: str, answer: str) -> None:
    assert best(read_numbers(reading(question), plain(text))) == answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Trung tâm cho phép bao nhiêu hồ sơ?", "17"),
        ("Trung tâm từ chối bao nhiêu hồ sơ?", "29"),
        ("Trung tâm nhận bao nhiêu hồ sơ?", "64 hồ sơ"),
    ],
)
def test_what_is_counted_may_be_left_out(question: str, answer: str) -> None:
    line = plain("Trung tâm đã nhận 64 hồ sơ, cho phép 17, từ chối 29, số còn lại chờ bổ sung.")
    assert best(read_numbers(reading(question), line)) == answer


def test_the_figure_of_all_is_not_of_one() -> None:
    found = read_numbers(reading("Hàm Gió có bao nhiêu hồ sơ bị ngâm?"), plain(IN_BRACKETS))
    owned = {one.text: one.signs["owner"] for one in found}
    assert owned["1.068 hồ sơ"] < 1 < owned["304"]
    assert owned["512"] < 1


BEHIND = "Tỉnh xử lý 142 vụ trong quý, chậm nhất ở Đảo Mây Gió."
LATER = "Tỉnh xử lý 142 vụ trong quý. Đảo Mây Gió chỉ lo dọn bãi."
EARLIER = "Đảo Mây Gió lo dọn bãi. Công an xử lý 142 vụ trong quý."
ANOTHER = "Đảo Mây Gió lo dọn bãi. Bến Sóc Đồi xử lý 142 vụ trong quý."


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        (LATER, owners.FIGURE_LATER),
        (BEHIND, owners.BEHIND),
        (EARLIER, 1.0),
        (ANOTHER, owners.OF_ANOTHER),
    ],
)
@pytest.mark.parametrize("question", ["Đảo Mây Gió xử lý bao nhiêu vụ?", "Mây Gió có mấy vụ?"])
def test_where_the_name_asked_about_is_told(question: str, text: str, fit: float) -> None:
    [found] = read_numbers(reading(question), plain(text))
    assert found.signs["named"] == fit


def test_a_name_told_above_is_not_told_later() -> None:
    report = Document("d", "", f"Đảo Mây Gió dọn bãi\n{LATER}")
    line = paragraphs(report, 25, 26)[0]
    [found] = read_numbers(reading("Đảo Mây Gió xử lý bao nhiêu vụ?"), line)
    assert found.signs["named"] == 1.0


def test_nobody_told_before_a_name_is_of_it() -> None:
    line = plain("Ông Lê Văn Tám phụ trách bến. Đảo Mây Gió chỉ lo dọn bãi.")
    [person] = read_persons(reading("Ai phụ trách bến ở Đảo Mây Gió?"), line)
    assert person.signs["named"] == owners.LATER

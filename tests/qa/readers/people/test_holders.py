"""Who does what "ai" asks for: offices without a name, doers, and no one it is done to."""

import pytest

from qa.reader import read_anyone
from qa.readers.people.asked_posts import other_posts
from qa.readers.people.doers import asked_deed
from qa.readers.people.holders import read_holders
from qa.readers.people.persons import read_persons
from tests.qa.readings import best, reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Ai phải chịu trách nhiệm về tin trên bảng Mây Gió?",
            "Người đứng đầu cơ quan phải chịu trách nhiệm về tin trên bảng Mây Gió. Ông Lê Văn Tám đến xã.",
            "Người đứng đầu cơ quan",
        ),
        (
            "Lệnh cấm thuyền do ai ban hành?",
            "Lệnh cấm thuyền được ban hành bởi Tổng thư ký Mây Gió theo yêu cầu xã; lệnh cấm thuyền với Lê Văn Tám.",
            "Tổng thư ký Mây Gió",
        ),
        (
            "Ai làm chủ tịch ủy ban về bến thuyền?",
            "Xã lập ủy ban về bến thuyền do Thủ tướng Chính phủ làm chủ tịch ủy ban.",
            "Thủ tướng Chính phủ",
        ),
        (
            "Muốn sửa sổ thuyền thì xin phép ai?",
            "Muốn sửa sổ thuyền phải xin phép giám đốc sở Bến thuyền.",
            "giám đốc sở Bến thuyền",
        ),
        (
            "Ai ký lệnh cấm thuyền?",
            "Chủ tịch UBND tỉnh Lê Văn Tám nói: trưởng thôn bàn về lệnh cấm thuyền nhưng chưa.",
            "Lê Văn Tám",
        ),
    ],
)
def test_an_office_without_a_name(question: str, text: str, answer: str) -> None:
    assert best(read_persons(reading(question), plain(text))) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Nhóm làm bản đồ do ai phụ trách?",
            "Nhóm làm bản đồ do anh Lê Văn Tám phụ trách, làm bản đồ nhóm với bà Ngô Thị Chín.",
            "Lê Văn Tám",
        ),
        (
            "Ai tặng xe cho xã?",
            "Chiếc xe do Quỹ Hỗ trợ Mây Gió tặng. Ông Lê Văn Tám nhận xe.",
            "Quỹ Hỗ trợ Mây Gió",
        ),
        (
            "Ai dạy lớp đan thuyền?",
            "Dạy chính là bà Ngô Thị Chín; riêng lớp đan thuyền do ông Lê Văn Tám đảm nhận.",
            "Lê Văn Tám",
        ),
        (
            "Ai đứng ra lắp đèn?",
            "Đèn do Công ty Mây Gió lắp, ông Lê Văn Tám nói về đèn.",
            "Công ty Mây Gió",
        ),
        (
            "Ai đi khảo sát?",
            "Khảo sát do Quỹ Hỗ trợ Mây Gió tài trợ. Ông Lê Văn Tám đi khảo sát.",
            "Lê Văn Tám",
        ),
        (
            "Ai nhận xe của xã?",
            "Chiếc xe do Quỹ Hỗ trợ Mây Gió tặng. Ông Lê Văn Tám nhận xe của xã.",
            "Lê Văn Tám",
        ),
    ],
)
def test_by_whom_it_is_done(question: str, text: str, answer: str) -> None:
    assert best(read_anyone(reading(question), plain(text))) == answer


def test_whom_it_is_done_to_did_not_do_it() -> None:
    line = plain("Lệnh bắt được ký, theo lệnh thì xã bắt Lê Văn Tám, ông Ngô Văn Chín ra lệnh.")
    assert best(read_persons(reading("Lệnh bắt do ai ký?"), line)) == "Ngô Văn Chín"


def test_the_office_of_one_who_is_named_is_not_asked_for() -> None:
    line = plain("Ông Ngô Văn Chín cùng Thủ tướng Lê Văn Tám mở hội.")
    asked = reading("Những ai cùng Thủ tướng Lê Văn Tám mở hội?")
    assert max(one.score for one in read_persons(asked, line)) > 0.7


def test_a_colour_is_no_owner() -> None:
    line = plain("Lệnh cờ đỏ với Lê Văn Tám.")
    found = read_persons(reading("Lệnh cờ do ai ban hành?"), line)
    assert "owner" not in found[0].signs


def test_one_who_suffers_did_not_do_it() -> None:
    line = plain("Lê Văn Tám, chủ bến, vẫn bị ra lệnh bắt. Ông Ngô Văn Chín ra lệnh.")
    assert best(read_persons(reading("Lệnh bắt do ai ra?"), line)) == "Ngô Văn Chín"


def test_one_called_by_the_office_is_not_the_one_asked_for() -> None:
    line = plain("Ông Lê Văn Tám, Giám đốc Sở Bến thuyền, cho biết có người giả mạo thư của ông.")
    found = read_persons(reading("Người giả mạo thư của Giám đốc Sở Bến thuyền là ai?"), line)
    assert found[0].signs["other"] < 0.5


def test_an_ocean_is_no_person() -> None:
    line = plain("Hiệp định đối tác xuyên Thái Bình Dương giúp bến thuyền.")
    assert not read_persons(reading("Ai giúp bến thuyền?"), line)


@pytest.mark.parametrize("goes", ["đi", "đứng ra", ""])
def test_the_deed_stands_behind_going_to_do_it(goes: str) -> None:
    deed = asked_deed(reading(f"Ai {goes} lắp đèn?".replace("  ", " ")))[1]
    assert deed and deed.folded == "lap"


@pytest.mark.parametrize(
    ("deed", "told"), [("đứng đầu", False), ("giữ chìa của", False), ("tặng", True)]
)
def test_who_leads_is_no_deed(deed: str, told: bool) -> None:
    line = plain(f"Chủ tịch Hội Mây Gió đã {deed} Trạm Bến thuyền.")
    assert bool(read_holders(reading(f"Ai {deed} Trạm Bến thuyền?"), line, None)) == told


def test_whoever_must_is_told_to() -> None:
    met = "Dự họp có ông Lữ Văn Cẩn, Phó trưởng ban thường trực Ban chỉ đạo chợ."
    told = "Người đứng đầu các cấp, ngành, các địa phương, đơn vị phải trực tiếp chỉ đạo việc chợ."
    asked = reading("Ai phải trực tiếp chỉ đạo việc chợ?")
    found = [*read_persons(asked, plain(met)), *read_persons(asked, plain(told))]
    assert best(found).startswith("Người đứng đầu")


def test_whose_words_are_told_is_not_asked_for() -> None:
    asked = reading("Theo Chủ tịch xã, ai phải trực tiếp chỉ đạo việc chợ?")
    assert [post.heads[0] for post in other_posts(asked)] == [("chu4", "tich5")]


def test_who_must_is_told_to() -> None:
    told = "Ông Lê Văn Tám thích làm bản đồ xã. Ông Ngô Văn Chín được giao phải làm bản đồ xã."
    found = read_persons(reading("Ai phải làm bản đồ xã?"), plain(told))
    assert best(found) == "Ngô Văn Chín"

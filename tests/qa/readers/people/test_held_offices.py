"""The offices of one person: of another time than the present, and not those of others."""

import pytest

from qa.reader import Reader
from qa.readers.people.held_offices import names_asked, read_offices
from tests.qa.readings import best, reading
from tests.qa.reports import plain

CAREER = (
    "Ông Lữ Văn Cẩn, Bí thư Bàu Sen, kể chuyện cũ. Năm 2008, tỉnh điều ông từ vị trí Giám đốc Công ty "
    "Mía Xanh vào giữ chức Phó Bí thư Bàu Sen."
)


WORKERS = "Xin gọi ông Mạc Văn Lá (Bệnh viện Mây Trắng) hoặc bà Vi Thị Nở, cán bộ Sở Y tế."


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Ông Mạc Văn Lá làm việc ở đơn vị nào?", "Bệnh viện Mây Trắng"),
        ("Bà Vi Thị Nở công tác ở cơ quan nào?", "Sở Y tế"),
        ("Ông Mạc Văn Lá giữ chức gì?", ""),
    ],
)
def test_the_body_at_which_someone_works(question: str, answer: str) -> None:
    asked = reading(question)
    assert asked.question.asks == "office"
    assert best(read_offices(asked, plain(WORKERS))) == answer


def test_an_office_besides_the_one_said_behind() -> None:
    text = "Chủ tịch hội đồng, Phó Chủ tịch UBND tỉnh Lữ Văn Cẩn, ký quyết định."
    asked = reading("Ông Lữ Văn Cẩn giữ những chức nào ngoài chủ tịch hội đồng?")
    assert best(read_offices(asked, plain(text))) == "Phó Chủ tịch UBND tỉnh"


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Trước khi về Bàu Sen làm Phó Bí thư, ông Lữ Văn Cẩn làm chức gì?",
            CAREER,
            "Giám đốc Công ty Mía Xanh",
        ),
        ("Ông Lữ Văn Cẩn giữ chức gì?", CAREER, "Bí thư Bàu Sen"),
        (
            "Trước khi làm phó giám đốc Sở, ông Lữ Văn Cẩn giữ chức gì?",
            "Ông Lữ Văn Cẩn, trước là Chủ tịch UBND huyện Mây Trắng nhưng hết tuổi, về làm Phó giám đốc Sở.",
            "Chủ tịch UBND huyện Mây Trắng",
        ),
        (
            "Bị can Mạc Thị Nở trong vụ án ông Lữ Văn Cẩn giữ chức vụ gì?",
            "Khởi tố ông Lữ Văn Cẩn, nguyên Chủ tịch thường trực UBND thành phố; Mạc Thị Nở, Phó Giám đốc Sở.",
            "Phó Giám đốc Sở",
        ),
        (
            "Sau khi thôi làm ở Sở, ông Lữ Văn Cẩn được điều sang giữ chức gì?",
            "Ông Lữ Văn Cẩn, giám đốc Sở, bị cảnh cáo và được điều động đảm nhiệm chức vụ phó văn phòng HĐND.",
            "phó văn phòng HĐND",
        ),
        (
            "Ông Lữ Văn Cẩn, người lo chợ trước khi có kho, giữ chức gì?",
            "Ông Lữ Văn Cẩn, Chủ tịch Hội Làm vườn, dự họp.",
            "Chủ tịch Hội Làm vườn",
        ),
        (
            "Ông Lữ Văn Cẩn giữ vai trò gì trong ban chỉ đạo chợ?",
            "Ông Lữ Văn Cẩn, Chủ tịch Hội Làm vườn, Trưởng ban Chỉ đạo chợ, dự họp.",
            "Trưởng ban Chỉ đạo chợ",
        ),
        (
            "Ngoài chức giám đốc sở, ông Lữ Văn Cẩn còn ngồi ghế gì?",
            "Ông Lữ Văn Cẩn, Giám đốc Sở Mía đường, Chủ tịch Hội Làm vườn, dự họp.",
            "Chủ tịch Hội Làm vườn",
        ),
    ],
)
def test_the_office_asked_about(question: str, text: str, answer: str) -> None:
    asked = reading(question)
    assert asked.question.asks == "office"
    assert best(read_offices(asked, plain(text))) == answer


def test_the_office_of_now_does_not_tell_what_came_after() -> None:
    text = "Giám đốc Sở Công Thương Lữ Văn Cẩn dự họp."
    asked = reading("Sau khi thôi chức, ông Lữ Văn Cẩn được phân công về đâu làm chức gì?")
    assert all(one.score < 0.3 for one in read_offices(asked, plain(text)))


def test_an_office_of_several_is_of_nobody_named() -> None:
    text = "Ông Lữ Văn Cẩn chúc mừng. Hội đồng bầu bổ sung 2 Phó chủ tịch UBND thành phố."
    asked = reading("Ông Lữ Văn Cẩn, người chúc mừng hai Phó chủ tịch, giữ chức vụ gì?")
    assert read_offices(asked, plain(text)) == []


def test_a_paragraph_with_the_name_is_read() -> None:
    asked = reading("Tiến sĩ Lữ Văn Cẩn, người viết bài, có chức danh gì?").question
    assert names_asked(asked, plain("TS LỮ VĂN CẨN (phó tổng thư ký)"))
    assert not names_asked(asked, plain("TS VI VĂN SÁU (phó tổng thư ký)"))


def test_an_office_given_after_counts_for_much_wherever_it_is_told() -> None:
    text = plain("Ông Lữ Văn Cẩn được điều động đảm nhiệm chức vụ phó văn phòng HĐND.")
    asked = reading("Sau khi thôi làm ở sở vì biệt thự không phép, ông Lữ Văn Cẩn giữ chức gì?")
    assert max(one.score for one in read_offices(asked, text)) >= 0.7


def test_a_short_line_with_the_name_is_read() -> None:
    asked = reading(
        "Tiến sĩ Lữ Văn Cẩn, người viết bài báo dài bênh vực dinh thự cổ giữa trung tâm, có chức danh gì?"
    )
    line = plain("TS LỮ VĂN CẨN (phó tổng thư ký hội)")
    [found] = Reader(asked.question, asked.matcher).read([(line, 1.0)])
    assert found.text == "phó tổng thư ký hội"


@pytest.mark.parametrize(
    "question",
    [
        "Ong Can giu chuc vu gi?",
        "ông cẩn làm chức gì vậy",
        "Dai ta Can giu chuc gi",
        "Đại tá Cẩn giữ chức vụ gì?",
        "bà kể ông văn cẩn giữ chức gì ở Sở Mây",
    ],
)
def test_someone_called_by_the_end_of_the_name(question: str) -> None:
    asked = reading(question)
    text = plain("Đại tá Lữ Văn Cẩn, Phó Giám đốc Sở Mây, báo tin.")
    assert best(read_offices(asked, text)) == "Phó Giám đốc Sở Mây"
    assert names_asked(asked.question, text)


def test_another_with_more_to_the_name_is_not_called() -> None:
    text = plain("Ông Lữ Văn Cẩn, Phó Giám đốc Sở Mây, báo tin.")
    assert read_offices(reading("Ông Cẩn Tâm giữ chức vụ gì?"), text) == []


SEVERAL = (
    "Ông Lữ Văn Cẩn, Tỉnh ủy viên, Phó Giám đốc Sở Mây, Phó Trưởng ban thường trực Ban Chỉ đạo về CĐS, "
    "Tổ phó Tổ công tác Đề án 14 của tỉnh, chủ trì buổi họp."
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "Trong Tổ công tác Đề án 14, ông Lữ Văn Cẩn giữ vai trò gì?",
            "Tổ phó Tổ công tác Đề án 14 của tỉnh",
        ),
        (
            "Tại Ban Chỉ đạo chuyển đổi số, ông Lữ Văn Cẩn là gì?",
            "Phó Trưởng ban thường trực Ban Chỉ đạo về CĐS",
        ),
        (
            "O to cong tac de an 14 ong Lu Van Can giu chuc gi",
            "Tổ phó Tổ công tác Đề án 14 của tỉnh",
        ),
        # Where he spoke tells of none of his offices.
        (
            "Tại hội nghị ở Bàu Sen, ông Lữ Văn Cẩn giữ chức gì?",
            "Tỉnh ủy viên, Phó Giám đốc Sở Mây, Phó Trưởng ban thường trực Ban Chỉ đạo về CĐS",
        ),
    ],
)
def test_the_office_in_the_body_that_the_question_begins_with(question: str, answer: str) -> None:
    asked = reading(question)
    assert asked.question.asks == "office"
    assert best(read_offices(asked, plain(SEVERAL))) == answer

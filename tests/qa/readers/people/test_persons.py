"""People and offices as answers, in sentences like the press's."""

import pytest

from qa.questions.question import understand
from qa.readers.people.asked_posts import asked_post
from qa.readers.people.held_offices import read_offices
from qa.readers.people.persons import read_persons
from tests.qa.readings import best, reading
from tests.qa.reports import plain

INSPECTOR = "Phó tổng Thanh tra Chính phủ Lê Văn Tám nói về thí điểm tiếp dân trực tuyến."


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Vụ trưởng Vụ Pháp chế NHNN là ai?",
            "Ông Lê Văn Tám - vụ trưởng Vụ Pháp chế (Ngân hàng Nhà nước) - nói.",
            "Lê Văn Tám",
        ),
        ("Tổng GĐ BHXH là bà nào?", "Tổng giám đốc BHXH Lê Thị Tám chia sẻ.", "Lê Thị Tám"),
        (
            "Vị giáo sư trưởng khoa tiếp đoàn là ai?",
            "Tại đây, đoàn đã nghe GS Karl Schneider - trưởng khoa, giới thiệu.",
            "Karl Schneider",
        ),
        (
            "Giám đốc Sở GD&ĐT nào bị mạo danh?",
            "Ông Lê Văn Tám, Giám đốc Sở Giáo dục và Đào tạo, bị mạo danh.",
            "Lê Văn Tám",
        ),
        (
            "GĐ Kho bạc Nhà nước Phú Thọ?",
            "Ông Lê Văn Tám – Giám đốc KBNN Phú Thọ báo cáo.",
            "Lê Văn Tám",
        ),
    ],
)
def test_who_holds_an_office(question: str, text: str, answer: str) -> None:
    asked = reading(question)
    assert asked.question.asks == "person"
    assert best(read_persons(asked, plain(text))) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Trưởng phòng PK12 Công an tỉnh tên gì?",
            "Đại tá Lê Văn Tám (Trưởng phòng Cảnh sát cơ động, PK12 Công an tỉnh) nói.",
            "Lê Văn Tám",
        ),
        (
            "Nhà sáng lập Fabrikam là ai?",
            "Theo lời mời của Chủ tịch điều hành và sáng lập Fabrikam, Giáo sư Karl Schneider.",
            "Karl Schneider",
        ),
        (
            "Người đứng đầu chính quyền xã Mây Trắng là ai?",
            "Bà LÊ THỊ TÁM, Chủ tịch UBND xã Mây Trắng, trả lời.",
            "LÊ THỊ TÁM",
        ),
        (
            "Kiến trúc sư nào đề nghị giữ cây cầu?",
            "Giáo sư Lê Văn Bảy đề nghị giữ cây cầu. KTS Lê Văn Tám đề nghị giữ cây.",
            "Lê Văn Tám",
        ),
        (
            "Sáng kiến mở cửa buổi tối ở P. Mây Trắng là của ai?",
            "Ở P. Mây Trắng có bà Lê Thị Bảy. Việc này từ sáng kiến của công chức trẻ - chị Lê Thị Tám.",
            "Lê Thị Tám",
        ),
        (
            "Ai là đạo diễn đoạn phim về cây cầu?",
            "Ông Lê Văn Bảy nói về đoạn phim về cây cầu. Phim của đạo diễn Lê Văn Tám.",
            "Lê Văn Tám",
        ),
        (
            "Ai được phân công làm phó chủ tịch hội đồng?",
            "Hội đồng gồm ông Lê Văn Tám làm Phó chủ tịch, ông Lê Văn Bảy làm ủy viên.",
            "Lê Văn Tám",
        ),
    ],
)
def test_an_office_said_in_other_words(question: str, text: str, answer: str) -> None:
    assert best(read_persons(reading(question), plain(text))) == answer


@pytest.mark.parametrize(
    "text",
    [
        "Trường Mây Trắng vắng. Thầy Lê Văn Tám, Hiệu trưởng Trường Tiểu học Sông Xanh, lo.",
        "Hiệu trưởng Trường Sông Xanh TP. HCM Lê Văn Tám lo.",
        "Công ty Fabrikam ở đây. Hiệu trưởng Lê Văn Tám, 32 tuổi, về Trường Mây Trắng.",
    ],
)
def test_the_same_office_elsewhere_is_another(text: str) -> None:
    found = read_persons(reading("Hiệu trưởng Trường Tiểu học Mây Trắng là ai?"), plain(text))
    assert all(one.score < 0.5 for one in found)


def test_the_office_of_now_and_of_then() -> None:
    text = "Bà Lê Thị Tám, khi đó là Trưởng phòng Du lịch, nay là Phó Giám đốc Sở, kể lại."
    now = best(read_offices(reading("Bà Lê Thị Tám hiện nay giữ chức gì?"), plain(text)))
    then = best(read_offices(reading("Bà Lê Thị Tám khi đó giữ chức gì?"), plain(text)))
    assert (now, then) == ("Phó Giám đốc Sở", "Trưởng phòng Du lịch")


def test_an_office_someone_was_appointed_to() -> None:
    text = "Lê Thị Tám học ở Huế, rồi bạn được bổ nhiệm làm trưởng phòng xúc tiến du lịch."
    asked = reading("Năm ngoái chị Lê Thị Tám giữ vị trí nào ở phòng du lịch?")
    assert best(read_offices(asked, plain(text))) == "trưởng phòng xúc tiến du lịch"


def test_a_deputy_does_not_stand_for_the_head() -> None:
    head = read_persons(reading("Tổng Thanh tra Chính phủ là ai?"), plain(INSPECTOR))
    deputy = read_persons(reading("Phó tổng Thanh tra Chính phủ là ai?"), plain(INSPECTOR))
    assert head[0].score < 0.4 < deputy[0].score


@pytest.mark.parametrize(
    "question", ["Bạn tên gì?", "Bạn là ai vậy?", "Ai làm ra bạn?", "ban ten la gi"]
)
def test_small_talk_has_no_answer(question: str) -> None:
    assert read_persons(reading(question), plain(INSPECTOR)) == []


def test_a_friend_is_no_small_talk() -> None:
    assert read_persons(reading("Ai là bạn của thí điểm?"), plain(INSPECTOR)) != []


@pytest.mark.parametrize(
    "question",
    [
        "Ông Lê Văn Tám giữ vị trí gì tại ngân hàng ABC?",
        "Ông Lê Văn Tám là ai?",
        "Ông Lê Văn Tám làm gì ở ngân hàng ABC?",
        "Ông Tám giữ chức vụ gì?",
    ],
)
def test_the_office_of_a_person(question: str) -> None:
    text = "Theo ông Lê Văn Tám - phó tổng giám đốc ngân hàng ABC, khách tăng."
    asked = reading(question)
    assert asked.question.asks == "office"
    assert best(read_offices(asked, plain(text))) == "phó tổng giám đốc ngân hàng ABC"


def test_offices_are_not_told_with_the_name_between_them() -> None:
    text = "Chủ tịch UBND huyện Lê Văn Tám, Trưởng ban Chỉ đạo chuyển đổi số, chủ trì."
    answer = best(read_offices(reading("Ông Lê Văn Tám giữ chức vụ gì?"), plain(text)))
    assert answer == "Trưởng ban Chỉ đạo chuyển đổi số"


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Kẻ mạo danh ông Lê Văn Tám tên là gì?", "person"),
        ("Ba công ty nào cho thuê máy chủ?", "list"),
        ("Những tờ báo nào đưa tin?", "list"),
        ("Công ty nào chi bao nhiêu tiền?", "money"),
        ("Thông tư nào quy định mức phí?", "document"),
        ("Ông Lê Văn Tám đã làm gì ở hội nghị?", "how"),
    ],
)
def test_what_is_asked(question: str, asks: str) -> None:
    assert understand(question).asks == asks


def test_a_deed_of_the_month_in_which_its_report_was_published() -> None:
    text = "Phó Thống đốc Lê Văn Tám chủ trì họp báo về 6 tháng đầu năm 2025."
    asked = reading("Ai chủ trì họp báo ngày 9/7/2025?")
    other = reading("Ai chủ trì họp báo ngày 9/11/2025?")
    said = plain(text, published="2025-07-10")
    assert read_persons(asked, said)[0].score > 2 * read_persons(other, said)[0].score


def test_a_place_in_brackets_holds_no_office() -> None:
    asked = reading("Chủ tịch phường Bàu Sen (Hà Đông) trong vụ nhà sụt lún là ai?")
    assert asked_post(asked) is not None


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Ai là giám đốc Sở Xây dựng được bầu bổ sung?",
            "Đó là giám đốc Sở Y tế Lê Văn Tám, giám đốc Sở Kế hoạch Lê Thị Chín, giám đốc Sở Xây dựng Lê Văn Mười.",
            "Lê Văn Mười",
        ),
        (
            "Vị thứ trưởng nào ký phép xả thải?",
            "Ông Lê Văn Tám, nguyên Thứ trưởng Tài nguyên, đã ký phép xả thải. Cục trưởng Lê Văn Mười dự.",
            "Lê Văn Tám",
        ),
        (
            "Đại biểu nào nêu chuyện ngập?",
            "Bộ trưởng Lê Văn Mười nghe. Chuyện ngập được đại biểu tỉnh Quảng Nam Lê Văn Tám nêu.",
            "Lê Văn Tám",
        ),
        (
            "Ai được giao phụ trách trường sau khi hiệu trưởng nghỉ?",
            "Ông Lê Văn Mười (Chủ tịch hội đồng) ký quyết định về trường sau khi hiệu trưởng nghỉ, "
            "và bà Lê Thị Chín lo việc trường.",
            "Lê Thị Chín",
        ),
    ],
)
def test_whom_an_office_or_a_deed_tells(question: str, text: str, answer: str) -> None:
    assert best(read_persons(reading(question), plain(text))) == answer


def test_who_decides_is_not_whom_it_was_decided_for() -> None:
    text = "Ông Lê Văn Mười (Chủ tịch hội đồng) ký quyết định miễn nhiệm hiệu trưởng."
    [given] = read_persons(
        reading("Ai được giao phụ trách trường khi hiệu trưởng nghỉ?"), plain(text)
    )
    [signed] = read_persons(reading("Ai ký quyết định miễn nhiệm hiệu trưởng?"), plain(text))
    assert given.signs["doer"] < signed.signs["doer"]


def test_several_are_hardly_one_alone() -> None:
    one, two = "Bà Lê Thị Mây tra cứu sổ.", "Bà Lê Thị Mây và ông Trần Văn Gió tra cứu sổ."
    [alone] = read_persons(reading("Những ai tra cứu sổ?"), plain(one))
    beside, _ = read_persons(reading("Những ai tra cứu sổ?"), plain(two))
    [asked] = read_persons(reading("Ai tra cứu sổ?"), plain(one))
    assert alone.score < min(beside.score, asked.score)


def test_a_former_deputy_is_asked_for_with_the_deed_only() -> None:
    text = plain("Ông Lê Văn Tám, nguyên Thứ trưởng Tài nguyên, đã ký phép.")
    [now] = read_persons(reading("Thứ trưởng Tài nguyên là ai?"), text)
    assert now.signs["office"] < 0.5


def test_a_former_deputy_holds_the_office_asked_with_a_deed() -> None:
    text = plain("Ông Lê Văn Tám, nguyên Thứ trưởng Tài nguyên, đã ký phép.")
    [then] = read_persons(reading("Vị thứ trưởng nào ký phép?"), text)
    assert then.signs["office"] >= 1.0


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Đại biểu nào nêu chuyện ngập?", "Đại biểu tỉnh Quảng Nam Lê Văn Tám nêu chuyện ngập."),
        ("Đại biểu Quốc hội nào nêu chuyện ngập?", "Đại biểu Lê Văn Tám nêu chuyện ngập."),
    ],
)
def test_the_calling_asked_by(question: str, text: str) -> None:
    [found] = read_persons(reading(question), plain(text))
    assert found.signs["called"] > 1.0


def test_whoever_does_what_is_asked_does_not_decide() -> None:
    [found] = read_persons(
        reading("Ai được mời ký hợp đồng?"), plain("Ông Lê Văn Tám ký hợp đồng sáng qua.")
    )
    assert found.signs["doer"] == 1.0


def test_who_gives_a_task_is_not_whom_it_is_given_to() -> None:
    text = "Chủ tịch thành phố Lữ Văn Cẩn giao Sở Mía nối thêm phòng khám."
    asked = reading("Việc nối thêm phòng khám giao cho ai làm?")
    [found] = read_persons(asked, plain(text))
    assert found.signs["doer"] < 1


PUNISHED = (
    "Huyện ra thông báo khiển trách ông Lữ Văn Cẩn, Chủ tịch xã Bàu Sen; cảnh cáo ông Mạc Văn Lá, Phó Chủ "
    "tịch xã này, và cách chức bà Vi Thị Nở."
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Ai bị khiển trách?", "Lữ Văn Cẩn"),
        ("Ai bị cảnh cáo?", "Mạc Văn Lá"),
        ("Ai bị cách chức?", "Vi Thị Nở"),
        ("Huyện cảnh cáo ai?", "Mạc Văn Lá"),
        ("Huyện cách chức ai?", "Vi Thị Nở"),
    ],
)
def test_who_of_several_a_deed_is_done_to(question: str, answer: str) -> None:
    assert best(read_persons(reading(question), plain(PUNISHED))) == answer


def test_an_office_before_the_next_one_is_no_deed() -> None:
    text = (
        "Tỉnh kiểm điểm ông Lữ Văn Cẩn, bí thư huyện uỷ và ông Mạc Văn Lá, chủ tịch huyện Bàu Sen."
    )
    asked = reading("Bí thư huyện uỷ Bàu Sen bị kiểm điểm là ai?")
    assert best(read_persons(asked, plain(text))) == "Lữ Văn Cẩn"

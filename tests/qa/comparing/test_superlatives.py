"""The first, the highest, the least of several."""

import pytest

from qa.comparing.superlatives import is_superlative, superlative, tells_of_it
from qa.questions.question import understand
from qa.readers.reading import Candidate
from tests.qa.finding import finding
from tests.qa.reports import plain


def answer(question: str, *texts: str, province: str | None = None) -> str | None:
    return superlative(understand(question), finding(*texts, province=province), 0.4).answer


SCORES = (
    "Điểm vào lớp 10: trường Long Mây 21 điểm, trường Sông Đá 19 điểm, trường Bến Trăng 16 điểm."
)


def test_one_of_those_that_are_named() -> None:
    asked = "Trong các trường Long Mây và Sông Đá, trường nào lấy điểm vào lớp 10 thấp nhất?"
    said = answer(asked, SCORES)
    assert said is not None
    assert said.startswith("Sông Đá thấp hơn 2 điểm")
    assert "Bến Trăng" not in said


ALIKE = (
    "Điểm vào lớp 10: trường Long Mây 16 điểm, trường Sông Đá 19 điểm, trường Bến Trăng 16 điểm."
)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Trường nào lấy điểm vào lớp 10 thấp nhất?", "trường Long Mây, trường Bến Trăng: 16"),
        (
            "Trong các trường Long Mây, Sông Đá và Bến Trăng, trường nào lấy điểm thấp nhất?",
            "Long Mây, Bến Trăng thấp nhất",
        ),
    ],
)
def test_those_that_are_alike_are_all_told(asked: str, said: str) -> None:
    told = answer(asked, ALIKE)
    assert told is not None
    assert told.startswith(said)


def test_a_choice_at_the_end_and_a_limit_that_is_no_level() -> None:
    text = "Cơ cấu ứng viên: phụ nữ 339 người, ngoài Đảng 97 người, trẻ tuổi (dưới 40) 268 người."
    said = answer("Cơ cấu ứng viên nhóm nào ít nhất: phụ nữ, ngoài Đảng hay trẻ tuổi?", text)
    assert said is not None
    assert said.startswith("ngoài Đảng thấp nhất")
    assert "dưới 40" not in said


def test_none_of_those_that_are_named() -> None:
    asked = "Trong các trường Lê Mây và Bờ Đá, trường nào lấy điểm vào lớp 10 thấp nhất?"
    text = "Trường Bến Trăng lấy điểm vào lớp 10 thấp nhất, các trường Lê Mây và Bờ Đá cao hơn."
    assert answer(asked, text) is None


def test_a_body_where_a_body_is_asked_for() -> None:
    text = (
        "Năm 2027, Bắc Ninh vươn lên dẫn đầu khối tỉnh về cải cách hành chính. "
        "Trong khối bộ, Ngân hàng Nhà nước đạt chỉ số cải cách hành chính cao nhất."
    )
    said = answer("Bộ, ngành nào đạt chỉ số cải cách hành chính cao nhất?", text)
    assert said == "Ngân hàng Nhà nước"
    other = "Năm 2027, Bắc Ninh vươn lên đạt chỉ số cải cách hành chính cao nhất."
    assert answer("Bộ, ngành nào đạt chỉ số cải cách hành chính cao nhất?", other) is None


def test_a_time_is_nothing_that_troubles() -> None:
    text = "Chiều 8-1 trở thành buổi khiến ông Lê Mây trăn trở nhất khi làm bí thư hai năm."
    assert answer("Làm bí thư hai năm, điều gì khiến ông Lê Mây trăn trở nhất?", text) is None


def test_a_part_of_another_province() -> None:
    text = "Huyện Ba Vì có diện tích lớn nhất thành phố."
    asked = "Huyện nào của tỉnh Thái Bình có diện tích lớn nhất?"
    assert answer(asked, text, province="Hà Nội") is None


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Khâu khó nhất là sắp xếp cán bộ.", True),
        ("Sở Xây dựng đứng đầu khối sở.", True),
        ("Lối đi tự mở gây nhiều tai nạn.", False),
        ("Thành viên Hội đồng quản trị nhất trí thông qua.", False),
    ],
)
def test_whether_a_sentence_tells_of_an_extreme(text: str, tells: bool) -> None:
    said = (0, len(text))
    assert tells_of_it(Candidate(plain(text), said, said, text, 0.8)) is tells


@pytest.mark.parametrize(
    ("text", "extreme"),
    [
        ("Lĩnh vực nào bị phản ánh nhiều nhất?", True),
        ("Đơn vị nào được Huân chương Lao động hạng Nhất?", False),
        ("Ai đoạt giải nhất cuộc thi?", False),
    ],
)
def test_what_asks_for_an_extreme(text: str, extreme: bool) -> None:
    assert is_superlative(understand(text)) is extreme


def test_a_long_text_without_a_new_name_is_no_place() -> None:
    told = "Giải quyết thủ tục hành chính trên cổng dịch vụ công Gò Mây luôn đứng số 1 hoặc thứ 2 toàn tỉnh."
    assert answer("Xã nào ở Gò Mây dẫn đầu về giải quyết thủ tục hành chính?", told) is None
    told = "Các tỉnh số hóa sách cổ. Mộc bản thì Hà Tĩnh lại số hóa nhiều nhất."
    assert answer("Tỉnh nào số hóa nhiều nhất?", told) is not None


@pytest.mark.parametrize(
    ("asked", "text", "said"),
    [
        # What is done in a place is no place.
        (
            "Xã nào ở Sông Mây dẫn đầu huyện về chuyển đổi số?",
            "Giải quyết thủ tục hành chính trên cổng dịch vụ công Sông Mây dẫn đầu về chuyển đổi số.",
            None,
        ),
        (
            "Xã nào ở Sông Mây dẫn đầu huyện về chuyển đổi số?",
            "Xã Gò Đoài dẫn đầu huyện Sông Mây về chuyển đổi số.",
            "Xã Gò Đoài",
        ),
        # The first or the second leads no one.
        (
            "Huyện nào đứng đầu tỉnh về chuyển đổi số?",
            "Sông Mây luôn đứng số 1 hoặc thứ 2 toàn tỉnh về chuyển đổi số.",
            None,
        ),
        # What a sentence opens with is no name.
        (
            "Lĩnh vực nào của xã Mây đạt được nhiều mục tiêu nhất?",
            "Để xã Mây đạt được mục tiêu cao nhất, huyện họp bàn.",
            None,
        ),
    ],
)
def test_what_can_be_the_one_asked_for(asked: str, text: str, said: str | None) -> None:
    assert answer(asked, text) == said


def test_a_document_of_another_year_is_not_called_so() -> None:
    asked = "Văn bản quan trọng nhất về bến thuyền năm 2031 là gì?"
    text = "Văn bản quan trọng nhất về bến thuyền là Kế hoạch số 59/KH-UBND ngày 1/3/2030."
    assert answer(asked, text) is None
    assert answer(asked.replace(" năm 2031", ""), text) is not None

"""Parts of other countries, and places by the level and the words that are asked."""

import pytest

from qa.reader import read_bodies
from qa.readers.places.places import read_provinces
from tests.qa.readings import best, reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Quy định mới được áp dụng ở tỉnh nào của Trung Quốc?",
            "Quy định mới được áp dụng ở tỉnh Hồ Nam, Trung Quốc. Hà Nội theo dõi quy định.",
            "Hồ Nam",
        ),
        (
            "Người lái xe sống ở bang nào?",
            "Người lái xe sống gần St Petersburg, bang Florida.",
            "Florida",
        ),
        ("Người lái xe sống ở bang nào?", "Người lái xe sống tại California.", "California"),
        # Unaccented, the level asked for is told too.
        (
            "cho moi nam o phuong nao cua quan cau giay",
            "Chợ mới nằm ở phường Yên Lá, quận Cầu Giấy, cạnh huyện Bàu Sen.",
            "Yên Lá",
        ),
        (
            "Muốn đổi thẻ thì người dân phải đến chỗ nào?",
            "Người dân muốn đổi thẻ phải đến Trung tâm Phục vụ hành chính công tỉnh.",
            "Trung tâm Phục vụ hành chính công tỉnh",
        ),
    ],
)
def test_the_level_asked_for(question: str, text: str, answer: str) -> None:
    asked = reading(question)
    assert asked.question.asks == "province"
    assert best(read_provinces(asked, plain(text))) == answer


def test_a_province_at_home_is_read_as_before() -> None:
    asked = reading("Quy định mới được áp dụng ở tỉnh nào của Việt Nam?")
    text = plain("Quy định mới được áp dụng ở Cao Bằng, không phải ở tỉnh Hồ Nam.")
    assert best(read_provinces(asked, text)) == "Cao Bằng"


def test_a_body_asked_about_in_part_is_no_place() -> None:
    asked = reading("Trung tâm giám sát, điều hành thông minh dời về địa chỉ nào?")
    text = plain("Xã gửi Trung tâm Giám sát, điều hành đô thị thông minh tỉnh xem.")
    assert "Trung tâm" not in " ".join(one.text for one in read_provinces(asked, text))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Đơn vị nào đứng cuối bảng?", "Bàu Sen"),
        ("Đơn vị nào khen bảng?", "UBND tỉnh"),
    ],
)
def test_units_that_are_ranked_may_be_localities(question: str, answer: str) -> None:
    text = plain("UBND tỉnh khen bảng xếp hạng. Đứng cuối bảng là xã Bàu Sen, 51 điểm.")
    assert best(read_bodies(reading(question), text)) == answer

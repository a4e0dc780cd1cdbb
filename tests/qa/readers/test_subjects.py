"""A figure right behind a name is that name's: it is not said of another."""

import pytest

from qa.readers.subjects import LOCAL, NAMED_OTHER
from tests.qa.readings import reading
from tests.qa.reports import plain

SCORES = "Điểm số hóa năm nay: Đồng Mây 0,712 điểm, Chơn Gió 0,688, Bù Sương chót bảng 0,397."
CARDS = "Khoái Mây cấp căn cước cho 98,8% dân đủ tuổi, Phù Gió 94,1%. Văn Sương họp bàn về thẻ."
BODY = "Sở Nội vụ đã số hóa 12.400 hồ sơ."


@pytest.mark.parametrize(
    ("question", "text", "figure", "other"),
    [
        ("Điểm số hóa của Lộc Sao là bao nhiêu?", SCORES, "0,712", True),
        ("Điểm số hóa của Lộc Sao là bao nhiêu?", SCORES, "0,397", True),
        ("Điểm số hóa của Đồng Mây là bao nhiêu?", SCORES, "0,712", False),
        ("Văn Sương cấp căn cước cho bao nhiêu phần trăm dân?", CARDS, "98,8%", True),
        ("Phù Gió cấp căn cước cho bao nhiêu phần trăm dân?", CARDS, "94,1%", False),
        ("Huyện Lộc Sao đã số hóa bao nhiêu hồ sơ?", BODY, "12.400", False),
        ("Điểm số hóa là bao nhiêu?", SCORES, "0,712", False),
        ("Huyện Lộc Sao của Thái Bình có bao nhiêu xã?", "Thái Bình có 242 xã.", "242", False),
    ],
)
def test_a_figure_behind_a_name(question: str, text: str, figure: str, other: bool) -> None:
    paragraph = plain(text)
    at = text.index(figure)
    signs = reading(question).place_signs(paragraph, (at, at + len(figure)))
    assert signs["rival"] == (NAMED_OTHER if other else 1.0)


@pytest.mark.parametrize(
    ("question", "fit"),
    [
        ("Đứng thứ mấy cả nước về chuyển đổi số?", 1.0),
        ("Cả nước có bao nhiêu tổ công nghệ số?", LOCAL),
    ],
)
def test_a_rank_of_the_country_is_of_a_province(question: str, fit: float) -> None:
    within = plain("Quảng Ninh đứng thứ 3 về chuyển đổi số, có 12 tổ công nghệ số.")
    signs = reading(question).place_signs(
        within, (within.text.index("3"), within.text.index("3") + 1)
    )
    assert signs["place"] == fit

"""Figures of what is left, where that is asked for and where it is not."""

import pytest

from qa.figures import figures
from qa.readers.remainders import LEFT_OVER, NOT_ASKED, OF_ANOTHER, remainder_fit
from tests.qa.readings import reading
from tests.qa.reports import plain

OFFICES = "Đến nay 5 sở đã xong, còn lại 17 sở đang thẩm định."
COMMUNES = "Trước mốc này Hà Nam còn khoảng 4 xã, Hà Giang 7 xã."
BEHIND = "Đã giải ngân 30 tỷ đồng, 12 tỷ đồng vốn còn lại chờ phân bổ."


@pytest.mark.parametrize(
    ("question", "text", "fits"),
    [
        ("Còn bao nhiêu sở đang chờ thẩm định?", OFFICES, [OF_ANOTHER, LEFT_OVER]),
        ("con lai bao nhieu so chua xong", OFFICES, [OF_ANOTHER, LEFT_OVER]),
        ("Bao nhiêu sở đã xong?", OFFICES, [1.0, NOT_ASKED]),
        ("Hà Giang còn mấy xã?", COMMUNES, [LEFT_OVER, 1.0]),
        ("Có mấy xã?", COMMUNES, [1.0, 1.0]),
        ("Bao nhiêu vốn còn lại chờ phân bổ?", BEHIND, [OF_ANOTHER, LEFT_OVER]),
        ("Đã giải ngân bao nhiêu?", BEHIND, [1.0, NOT_ASKED]),
    ],
)
def test_what_is_left(question: str, text: str, fits: list[float]) -> None:
    within = plain(text)
    listed = figures(within)
    asked = reading(question)
    assert [remainder_fit(asked, within, one, listed) for one in listed] == fits

"""Which item of a list of an invented text a figure is of."""

import pytest

from qa.readers.figures.listing import OF_ANOTHER_ITEM, OF_BRACKETED, listing_fit
from qa.texts.figures import figures
from tests.qa.readings import reading
from tests.qa.reports import plain

ITEMS = "Năm nay 12 xã gắn loa; 5 chợ dùng máy lọc nước; 9 trường dùng kính thiên văn."
PILLARS = "Ba mảng đều tăng: kinh tế số tăng 5 bậc; xã hội số tăng 1 bậc."
GOES_ON = "Tỷ lệ bệnh án điện tử ở Gò Sậy là 50%; ở Bãi Cát 60%."
BRACKETS = "Nghị quyết có 20 mục tiêu ở hai nhóm: nhóm thôn (15 mục tiêu), nhóm chợ (5 mục tiêu)."


@pytest.mark.parametrize(
    ("question", "text", "fits"),
    [
        ("Mấy trường dùng máy lọc nước?", ITEMS, [1.0, 1.0, OF_ANOTHER_ITEM]),
        ("Mấy trường dùng kính thiên văn?", ITEMS, [1.0, OF_ANOTHER_ITEM, 1.0]),
        ("Kinh tế số tăng mấy bậc?", PILLARS, [1.0, OF_ANOTHER_ITEM]),
        ("Bao nhiêu phần trăm bệnh án điện tử ở Bãi Cát?", GOES_ON, [1.0, 1.0]),
        (
            "Nghị quyết có tất cả mấy mục tiêu?",
            BRACKETS,
            [1.0, OF_BRACKETED, OF_BRACKETED],
        ),
        ("Nghị quyết có mấy mục tiêu về chợ?", BRACKETS, [1.0, OF_BRACKETED, 1.0]),
    ],
)
def test_items(question: str, text: str, fits: list[float]) -> None:
    paragraph = plain(text)
    listed = figures(paragraph)
    asked = reading(question)
    assert [listing_fit(asked, paragraph, one, listed) for one in listed] == fits

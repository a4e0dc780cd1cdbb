"""Sums of money by what they are called."""

import pytest

from qa.readers.figures.payments import payment_fit
from qa.texts.figures import figures
from tests.qa.readings import reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("question", "text", "fits"),
    [
        ("Giá một hộp hạt sen là bao nhiêu?", "Doanh thu hạt sen đạt 3 tỷ đồng.", False),
        ("Giá một hộp hạt sen là bao nhiêu?", "Giá bán hạt sen là 90.000 đồng.", True),
        ("Giá một hộp hạt sen là bao nhiêu?", "Mỗi hộp hạt sen bán 90.000 đồng.", True),
        ("Lương của tổ trưởng là bao nhiêu?", "Quỹ dành kinh phí 2 tỷ đồng.", False),
        ("Giá vé một lượt đi phà là bao nhiêu?", "Bến phà có tổng mức đầu tư 9 tỷ đồng.", False),
        ("moi luot di pha het bao nhieu tien", "Bến phà có tổng mức đầu tư 9 tỷ đồng.", False),
        ("Bến phà tốn bao nhiêu tiền?", "Bến phà có tổng mức đầu tư 9 tỷ đồng.", True),
        ("Tỉnh thu về bao nhiêu tiền?", "Doanh thu hạt sen đạt 3 tỷ đồng.", True),
    ],
)
def test_a_sum_that_is_called_something_else(question: str, text: str, fits: bool) -> None:
    paragraph = plain(text)
    [figure] = figures(paragraph)
    assert (payment_fit(reading(question), paragraph, figure) == 1.0) is fits


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Khách bỏ vào hòm 200.000 đồng.", False),
        ("Công ty bị phạt 200.000 đồng.", True),
        ("Huyện đã ra quyết định xử phạt. Số tiền là 200.000 đồng.", True),
    ],
)
def test_a_fine_is_told_as_one(text: str, fits: bool) -> None:
    paragraph = plain(text)
    [figure] = figures(paragraph)
    asked = reading("Công ty bị phạt bao nhiêu tiền?")
    assert (payment_fit(asked, paragraph, figure) == 1.0) is fits

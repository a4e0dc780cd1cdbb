"""Figures of those that do and of those that do not."""

import pytest

from qa.readers.figures.denials import (
    AFFIRMED,
    DENIED,
    OF_THE_OTHERS,
    OF_THE_REST,
    OF_THOSE_DONE,
    denial_fit,
)
from qa.readers.figures.numbers import read_numbers
from tests.qa.readings import best, reading
from tests.qa.reports import plain

BOTH = "Toàn tỉnh có 97 xã đã có biên lai điện tử, 12 xã chưa có biên lai điện tử."


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Bao nhiêu xã chưa có biên lai điện tử?", "12 xã"),
        ("Bao nhiêu xã đã có biên lai điện tử?", "97 xã"),
    ],
)
def test_those_that_do_not(question: str, answer: str) -> None:
    assert best(read_numbers(reading(question), plain(BOTH))) == answer


def test_a_figure_whose_words_deny_weighs_more_than_its_rival() -> None:
    text = plain(BOTH)
    spans = [(at, at + 2) for at in (BOTH.index("97"), BOTH.index("12"))]
    asked = reading("Bao nhiêu xã chưa có biên lai điện tử?")
    assert [denial_fit(asked, text, span, spans) for span in spans] == [AFFIRMED, DENIED]
    plainly = reading("Bao nhiêu xã có biên lai điện tử?")
    assert [denial_fit(plainly, text, span, spans) for span in spans] == [1.0, OF_THE_OTHERS]
    assert AFFIRMED < 1 < DENIED


@pytest.mark.parametrize(
    ("question", "text", "fit"),
    [
        ("Bao nhiêu phần trăm văn bản chưa ký số?", "99% văn bản được ký số.", OF_THE_REST),
        ("bao nhieu phan tram van ban chua ky so", "99% văn bản được ký số.", OF_THE_REST),
        ("Bao nhiêu phần trăm văn bản được ký số?", "99% văn bản được ký số.", 1.0),
        ("Bao nhiêu phần trăm văn bản chưa ký số?", "Còn 9% văn bản phải ký tay.", 1.0),
        ("Bao nhiêu xã chưa có trạm y tế?", "Có 12 xã có trạm y tế.", OF_THE_REST),
        ("Bao nhiêu xã chưa có trạm y tế?", "Có 12 xã thiếu trạm y tế.", 1.0),
        ("Bao nhiêu xã chưa có trạm y tế?", "Có 12 xã nhận gạo.", 1.0),
        ("Huyện không đạt mấy chỉ tiêu?", "Huyện hụt 2 chỉ tiêu.", 1.0),
        ("Huyện không đạt mấy chỉ tiêu?", "Tỉnh lỡ hẹn 2 chỉ tiêu.", 1.0),
        ("Còn mấy việc chưa hoàn thành?", "Huyện đã vượt 2 việc.", OF_THOSE_DONE),
        ("Còn mấy việc chưa đạt?", "Huyện đã hoàn thành 2 việc.", OF_THOSE_DONE),
        ("Huyện chưa hoàn thành mấy việc?", "Huyện đã hoàn thành 2 việc.", OF_THOSE_DONE),
        ("Còn mấy việc chưa đạt?", "Đến hết năm, huyện đạt 2 việc.", OF_THOSE_DONE),
        ("Còn mấy việc chưa đạt?", "Đề án đề ra 9 việc.", OF_THOSE_DONE),
        ("Còn mấy việc chưa đạt?", "Đến nay còn 2 việc hoàn thành một nửa.", 1.0),
        ("Bao nhiêu sản phẩm chưa lên sàn?", "Có 11 sản phẩm lên sàn.", OF_THE_REST),
        ("Bao nhiêu xã đã lập kế hoạch?", "Còn 5 xã chưa lập kế hoạch.", OF_THE_OTHERS),
        ("bao nhieu xa da lap ke hoach", "Còn 5 xã chưa lập kế hoạch.", OF_THE_OTHERS),
        ("Bao nhiêu xã nợ kế hoạch?", "Còn 5 xã chưa lập kế hoạch.", 1.0),
        ("Bao nhiêu xã dưới 30%?", "Có 17 xã chưa đạt mức 30%.", 1.0),
        ("Bao nhiêu xã có chợ?", "Có 5 xã chưa lập kế hoạch.", 1.0),
        ("Máy cho không trị giá bao nhiêu?", "Máy ấy trị giá 9 triệu đồng.", 1.0),
        ("Tỷ lệ không trả tiền mặt là bao nhiêu?", "Có 83% khách không dùng tiền mặt.", 1.0),
    ],
)
def test_those_that_do_are_not_those_that_do_not(question: str, text: str, fit: float) -> None:
    found = read_numbers(reading(question), plain(text))
    assert {one.signs["denied"] for one in found} == {fit}

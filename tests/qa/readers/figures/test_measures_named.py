"""Whether a rate of an invented text is of the thing asked about, of a narrower one or of another."""

import pytest

from qa.readers.figures.measures_named import (
    NARROWER,
    OF_OTHERS,
    OF_OTHERS_YET,
    measure_fit,
)
from qa.texts.figures import figures
from tests.qa.readings import reading
from tests.qa.reports import plain

LICENCES = "Tỷ lệ nộp hồ sơ đổi thẻ săn cá trực tuyến chỉ đạt 10%, đến nay tỷ lệ nộp hồ sơ đạt 80%."
BESIDE = "Tỷ lệ nộp hồ sơ đổi thẻ săn cá trực tuyến đạt 10%; tỷ lệ hồ sơ trực tuyến đạt 64%."
PLAIN = "Tỷ lệ hồ sơ tiếp nhận, xử lý trực tuyến trên tổng số hồ sơ đạt 64%."
SERVICES = "Tỷ lệ thủ tục hành chính cung cấp qua mạng đạt 72%."
PAID = "Tỷ lệ trả phí trên cổng dịch vụ công mới đạt 2%."
USERS = "Tỷ lệ người dùng thường xuyên phần mềm của huyện ở các cơ quan đạt 92%."
THIS = "Sau một năm tỷ lệ này đạt 72%."
AFTER_ANOTHER = "Tỷ lệ dự án sống sau một năm là 73%, hơn hẳn 61% của lứa vay trước."
RATE = "Tỷ lệ hồ sơ trực tuyến là bao nhiêu?"


@pytest.mark.parametrize(
    ("question", "text", "fits"),
    [
        (RATE, LICENCES, [NARROWER, NARROWER]),
        (RATE, BESIDE, [NARROWER, 1.0]),
        (RATE, PLAIN, [1.0]),
        ("Tỷ lệ hồ sơ đổi thẻ săn cá trực tuyến là bao nhiêu?", LICENCES, [1.0, 1.0]),
        ("Bao nhiêu phần trăm văn bản đã ký số?", SERVICES, [OF_OTHERS]),
        ("Tỷ lệ thanh toán qua mạng là bao nhiêu?", SERVICES, [OF_OTHERS_YET]),
        ("Tỷ lệ dịch vụ công là bao nhiêu?", PAID, [OF_OTHERS]),
        ("Tỷ lệ trả phí là bao nhiêu?", PAID, [1.0]),
        ("Tỷ lệ người dùng điện thoại thông minh là bao nhiêu?", USERS, [OF_OTHERS]),
        ("Tỷ lệ người dùng phần mềm là bao nhiêu?", USERS, [1.0]),
        ("Tỷ lệ cán bộ làm thủ tục qua mạng là bao nhiêu?", SERVICES, [1.0]),
        ("Xã nào đạt tỷ lệ cao hơn, là bao nhiêu?", SERVICES, [1.0]),
        ("Tỷ lệ thủ tục so với tỷ lệ thanh toán là bao nhiêu?", SERVICES, [1.0]),
        ("Bao nhiêu phần trăm thủ tục làm qua mạng?", SERVICES, [1.0]),
        ("Bao nhiêu phần trăm văn bản đã ký số?", THIS, [1.0]),
        ("Lứa vay trước tỷ lệ ấy là mấy phần trăm?", AFTER_ANOTHER, [OF_OTHERS, 1.0]),
    ],
)
def test_a_rate_of_another_thing_counts_less(question: str, text: str, fits: list[float]) -> None:
    paragraph = plain(text)
    asked = reading(question)
    found = [measure_fit(asked, paragraph, one) for one in figures(paragraph)]
    assert found == fits


def test_a_number_is_no_rate() -> None:
    paragraph = plain(SERVICES)
    (figure,) = figures(paragraph)
    assert measure_fit(reading("Có bao nhiêu văn bản?"), paragraph, figure) == 1.0

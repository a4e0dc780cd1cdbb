"""Which date of an invented text answers "khi nào"."""

import pytest

from qa.dating import period_of
from qa.figures import figures
from qa.period import agreement, find_periods
from qa.question import understand
from qa.readers.dates import read_dates
from tests.qa.readings import best, reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Thông tư đất đai có hiệu lực khi nào?",
            "Ngày 14/8/2018, bộ ký thông tư đất đai. Thông tư có hiệu lực ngày 1/10/2018.",
            "ngày 1/10/2018",
        ),
        (
            "Ông Bình nhậm chức ngày tháng năm nào?",
            "Ông Bình nhậm chức ngày 3/10/2011, nghỉ năm 2015.",
            "ngày 3/10/2011",
        ),
        (
            "Xã muốn thành xã thông minh vào mốc năm nào?",
            "Xã muốn thành xã thông minh đến năm 2045; thôn xây năm 1998.",
            "năm 2045",
        ),
        (
            "Hạn chót xã phát xong gạo là ngày nào?",
            "Ngày 4/1/2019, xã phát gạo. Việc phát gạo phải xong trước ngày 30/1/2019.",
            "trước ngày 30/1/2019",
        ),
        ("Bến đò mở năm mấy?", "Bến đò mở năm 2009, có 3 chiếc thuyền.", "năm 2009"),
    ],
)
def test_dates(question: str, text: str, answer: str) -> None:
    assert understand(question).asks == "date"
    assert best(read_dates(reading(question), plain(text))) == answer


def test_the_number_of_a_document_is_no_month() -> None:
    assert not find_periods("Thông tư 03/2018 của Bộ")


def test_a_month_without_a_year_takes_the_reports() -> None:
    within = plain("Giá tháng 5 tăng 0,49%; giá tháng 12 tăng 2%.", published="2019-06-02")
    first, second = (period_of(within, figure.span) for figure in figures(within))
    assert first and (first.year, first.part) == (2019, "m5")
    assert second and (second.year, second.part) == (2018, "m12")
    assert agreement(find_periods("tháng 6/2019")[0], first) == 0


def test_a_scale_is_no_month() -> None:
    assert not find_periods("Xếp hạng hài lòng (thang 5 điểm)")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Khi nào sóng ở đảo Mây Gió bị tắt?", "16/9/2026"),
        ("Quyết định về việc tắt sóng ở đảo Mây Gió ký ngày nào?", "ngày 13/9/2024"),
    ],
)
def test_the_date_of_a_document_is_of_nothing_else(question: str, answer: str) -> None:
    line = plain(
        "Theo Quyết định 45/QĐ-SMG ngày 13/9/2024 về việc tắt sóng ở đảo Mây Gió, sóng bị tắt từ 16/9/2026."
    )
    assert best(read_dates(reading(question), line)) == answer


def test_the_end_of_a_time_is_no_beginning() -> None:
    line = plain("Bến Sóc Gió miễn phí từ 15/8/2025, lấy vé ở cổng, miễn phí đến 14/8/2028.")
    assert best(read_dates(reading("Bến Sóc Gió miễn phí tới ngày nào?"), line)) == "14/8/2028"

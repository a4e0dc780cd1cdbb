"""Days that no date tells: of each month, of the week, of the lunar year, counted from a deed."""

import pytest

from qa.readers.dates.dates import read_dates
from tests.qa.readings import best, reading
from tests.qa.reports import plain

REPORT = (
    "Ngày 15/02/2022, Sở Mía họp bàn việc nộp báo cáo. Các xã nộp báo cáo chậm nhất ngày 10 hằng tháng. "
    "Các huyện nộp danh sách trước ngày 25 tháng cuối quý. Cán bộ tới nhà dân vào thứ Năm hằng tuần."
)


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Mỗi tháng các xã nộp báo cáo vào ngày nào?", REPORT, "chậm nhất ngày 10 hằng tháng"),
        ("Moi thang cac xa nop bao cao vao ngay nao?", REPORT, "chậm nhất ngày 10 hằng tháng"),
        ("Các huyện phải nộp danh sách khi nào?", REPORT, "trước ngày 25 tháng cuối quý"),
        ("Hôm nào trong tuần cán bộ tới nhà dân?", REPORT, "thứ Năm hằng tuần"),
        (
            "Đường dây nóng trực tới ngày nào?",
            "Đường dây nóng nhận phản ánh suốt đêm, trực đến hết mùng 6.",
            "đến hết mùng 6",
        ),
        (
            "Bao giờ lắp xong mái che?",
            "Cảng họp ngày 03/3/2024. Cảng hứa lắp xong mái che trước Tết Nguyên đán 2025.",
            "trước Tết Nguyên đán 2025",
        ),
        (
            "Quyết định có hiệu lực lúc nào?",
            "Quyết định có hiệu lực 45 ngày sau khi ký và thay văn bản năm 2022.",
            "45 ngày sau khi ký",
        ),
        (
            "Máy chủ thường nghẽn lúc nào?",
            "Trạm nói máy chủ thường nghẽn từ 9 đến 11 giờ.",
            "từ 9 đến 11 giờ",
        ),
    ],
)
def test_a_day_without_a_date(question: str, text: str, answer: str) -> None:
    asked = reading(question)
    assert asked.question.asks == "date"
    assert best(read_dates(asked, plain(text))) == answer


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Quầy được thử từ ngày nào?", "Quầy mở thứ Ba và thứ Năm."),
        ("Hội nghị họp ngày nào?", "Hội nghị họp thứ Ba, ngày 12/3/2024."),
        ("Năm nào xã lắp loa?", "Xã lắp loa vào mùng 6."),
        ("Xã đứng đầu ngày nào?", "Xã đứng thứ hai."),
        ("Lần thử thứ hai diễn ra ngày nào?", "Lần thử thứ ba sẽ báo sau."),
        ("Hội đồng họp ngày nào?", "Hội đồng họp kỳ họp thứ 7."),
    ],
)
def test_where_a_date_is_told_or_none_asked_for(question: str, text: str) -> None:
    told = {one.text.lower() for one in read_dates(reading(question), plain(text))}
    assert not told & {"thứ ba và thứ năm", "thứ ba", "mùng 6", "thứ hai", "thứ 7"}


def test_what_is_of_every_month_asks_for_no_month() -> None:
    assert reading("Tháng nào cũng tiếp khoảng bao nhiêu hồ sơ?").question.asks == "number"


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Bảng xếp hạng công bố vào ngày mấy?", "date"),
        ("Làm bảng xếp hạng tốn bao nhiêu?", "money"),
        ("Số xã được xếp loại tốt là bao nhiêu?", "number"),
    ],
)
def test_a_ranking_is_not_always_asked_for_a_rank(question: str, kind: str) -> None:
    assert reading(question).question.asks == kind


def test_one_day_is_asked_for() -> None:
    text = plain("Khóa học bắt đầu ngày 14/5/2024, học mỗi chiều thứ Sáu, thi trước Tết Ất Tỵ.")
    asked = reading("Khóa học bắt đầu ngày nào?")
    assert best(read_dates(asked, text)) == "ngày 14/5/2024"
    others = [one for one in read_dates(asked, text) if one.text != "ngày 14/5/2024"]
    assert all(one.signs["recurring"] < 0.7 for one in others)


def test_a_year_within_a_longer_time_is_less() -> None:
    text = plain("Cảng hứa lắp xong mái che trước Tết Nguyên đán 2025.")
    told = {one.text for one in read_dates(reading("Bao giờ lắp xong mái che?"), text)}
    assert told == {"trước Tết Nguyên đán 2025"}


def test_a_date_is_less_where_a_day_comes_again() -> None:
    text = plain("Các xã nộp báo cáo ngày 15/02/2022.")
    [found] = read_dates(reading("Mỗi tháng các xã nộp báo cáo vào ngày nào?"), text)
    assert found.signs["again"] < 1

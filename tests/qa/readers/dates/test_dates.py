"""Which date of an invented text answers "khi nào"."""

import pytest

from qa.questions.question import understand
from qa.readers.dates.dates import AIMED, NO_EFFECT, OF_NEWS, PUT_OFF, read_dates
from qa.readers.dates.occasions import NOT_HELD
from qa.texts.dating import period_of
from qa.texts.figures import figures
from qa.texts.period import agreement, find_periods
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
            "Đề thi lớp 10 bao giờ công bố?",
            "Sở công bố đề thi lớp 10 năm học 2019-2020 trên trang của sở. Đề được công bố vào cuối tháng 3.",
            "cuối tháng 3",
        ),
        (
            "Học bạ số lớp 10 dùng từ bao giờ?",
            "Học bạ số lớp 10 dùng từ năm học 2019. Sở họp vào cuối tháng 3.",
            "2019",
        ),
        (
            "Chợ được hứa xây xong trong tháng mấy?",
            "Xã hứa chợ xây xong trong tháng 7.",
            "tháng 7",
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
        (
            "Xã xin lùi hạn phát gạo đến ngày nào?",
            "Ngày 4/1/2019, xã xin lùi hạn phát gạo đến hết ngày 30/1/2019.",
            "đến hết ngày 30/1/2019",
        ),
        (
            "Xã xin lùi hạn phát gạo đến ngày nào?",
            "Thay vì phát gạo trước 20/2, xã xin lùi phát trước 28/2.",
            "trước 28/2",
        ),
        (
            "Bản đề án của xã phải trình chậm nhất lúc nào?",
            "Bản đề án của xã đến năm 2025, tầm nhìn đến năm 2030 trình trc ngày 22/7.",
            "trc ngày 22/7",
        ),
        (
            "Kế hoạch 59 ra đời ngày nào?",
            "Xã làm theo kế hoạch ngày 9/9/2021. Kế hoạch 59 (ngày 1/3/2022) gồm 27 mục tiêu.",
            "ngày 1/3/2022",
        ),
        (
            "Kết luận về xã được báo ngày nào?",
            "Kết luận về xã giai đoạn 1-2016 đến tháng 4-2018 được báo sau, ngày 9-11.",
            "ngày 9-11",
        ),
        ("Quý nào phải xong?", "Phấn đấu quý II phải xong.", "quý II"),
        ("Bến đò mở năm mấy?", "Bến đò mở năm 2009, có 3 chiếc thuyền.", "năm 2009"),
        ("Bao giờ cấp nước luân phiên?", "Từ 20/3 tỉnh cấp nước luân phiên.", "20/3"),
        ("Quy luật ấy ra đời năm nào?", "Quy luật ấy ra đời năm 1896 ở nước Ý.", "năm 1896"),
        (
            "Đợt kiểm tra diễn ra từ tháng mấy tới tháng mấy?",
            "Xã kiểm tra từ tháng 4. Đợt kiểm tra diễn ra từ tháng 4 đến hết tháng 10-2019.",
            "tháng 4 đến hết tháng 10-2019",
        ),
        (
            "Hạn hoàn tất việc bàn giao trường nghề là ngày nào?",
            "Từ ngày 1/1/2017, bộ nhận trường nghề. Việc bàn giao trường hoàn thành trước ngày 31/12/2016.",
            "trước ngày 31/12/2016",
        ),
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


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Hội trại sông Mây Gió diễn ra vào những ngày nào?",
            "Hội trại sông Mây Gió diễn ra từ 13 đến 17/5, ngày 2/4 đã nhận trại sinh.",
            "13 đến 17/5",
        ),
        (
            "Hội trại sông Mây Gió diễn ra ngày nào?",
            "Hội trại sông Mây Gió diễn ra từ 26 đến 27/6 năm 2024.",
            "26 đến 27/6",
        ),
        (
            "Hội trại kéo dài từ hôm nào tới hôm nào?",
            "Sáng 7-7, hội trại Mây Gió kéo dài nhiều ngày ra quân. Hội trại từ ngày 7-7 đến ngày 4-8.",
            "ngày 7-7 đến ngày 4-8",
        ),
        (
            "Xã Mây Gió ứng cử vào hội đồng nhiệm kỳ nào?",
            "Giai đoạn 2016-2019, xã Mây Gió chưa ứng cử vào hội đồng; xã ứng cử nhiệm kỳ 2020-2021.",
            "2020-2021",
        ),
        (
            "Xã Mây Gió hỗ trợ người già từ năm nào?",
            "Năm 2018, xã Mây Gió hỗ trợ người già thêm. Từ năm 2010, xã Mây Gió hỗ trợ người.",
            "năm 2010",
        ),
        (
            "Hạn nộp lúa là ngày nào?",
            "Xã nộp lúa ngày 3/4 và nộp lúa ngày 7/5, trước 9/6.",
            "trước 9/6",
        ),
    ],
)
def test_times_and_their_ends(question: str, text: str, answer: str) -> None:
    assert understand(question).asks == "date"
    assert best(read_dates(reading(question), plain(text))) == answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Trạm Mây Gió bị khóa hôm nào?", "Ngày 19/5"),
        ("Hội nghị về trạm Mây Gió bị khóa họp hôm nào?", "Sáng 18/9"),
    ],
)
def test_the_day_of_a_meeting_is_of_the_meeting(question: str, answer: str) -> None:
    line = plain(
        "Sáng 18/9, xã tổ chức hội nghị về trạm Mây Gió bị khóa. Ngày 19/5, trạm Mây Gió khóa."
    )
    assert best(read_dates(reading(question), line)) == answer


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Trạm Mây Gió mở vào thứ mấy?", "date"),
        ("Hôm vắng khách nhất là thứ mấy?", "date"),
        ("Trạm Mây Gió xếp vào thứ mấy?", "rank"),
        ("Trạm Mây Gió đứng thứ mấy?", "rank"),
    ],
)
def test_a_day_of_the_week_is_no_rank(question: str, asks: str) -> None:
    assert understand(question).asks == asks


def test_days_of_the_week_in_a_row() -> None:
    line = plain("Trạm Mây Gió mở các ngày thứ ba và thứ năm, xếp thứ hai toàn tỉnh.")
    assert best(read_dates(reading("Trạm Mây Gió mở vào thứ mấy?"), line)) == "thứ ba và thứ năm"


def test_a_deadline_is_told_by_no_word_for_it() -> None:
    said = {unit.folded for unit in understand("Hạn nộp lúa là ngày nào?").content}
    assert said == {"nop", "lua"}


def test_the_day_of_a_street_is_no_month() -> None:
    line = plain("Phố Mây Gió mở đèn từ đường 3 tháng 2, xong tháng 7.")
    found = read_dates(reading("Phố Mây Gió mở đèn khi nào?"), line)
    assert {one.text for one in found} == {"tháng 7"}


@pytest.mark.parametrize(
    ("question", "sign", "marked"),
    [
        ("Trạm Mây Gió bị khóa hôm nào?", "occasion", {"Sáng 18/9"}),
        ("Hội nghị về trạm Mây Gió họp hôm nào?", "occasion", set()),
        ("Trạm Mây Gió bị khóa từ hôm nào?", "begun", {"ngày 19/5"}),
        ("Trạm Mây Gió bị khóa hôm nào?", "begun", set()),
    ],
)
def test_what_is_said_of_a_date(question: str, sign: str, marked: set[str]) -> None:
    line = plain(
        "Sáng 18/9, xã tổ chức hội nghị về trạm Mây Gió. Trạm bị khóa từ ngày 19/5, mở ngày 3/6."
    )
    found = read_dates(reading(question), line)
    assert {one.text for one in found if one.signs[sign] != 1.0} == marked


def test_the_day_of_signing_is_not_that_of_effect() -> None:
    asked = reading("Thông tư đất đai được áp dụng từ ngày nào?")
    found = read_dates(asked, plain("Ngày 14/8/2018, bộ ký thông tư đất đai."))
    assert [one.signs["effect"] for one in found] == [NO_EFFECT]


def test_the_day_of_a_name_is_no_other_event() -> None:
    text = "Chiều 21/9, tỉnh họp sơ kết một năm và phát động Ngày Làm vườn toàn quốc 10/10."
    assert (
        best(read_dates(reading("Tỉnh phát động làm vườn và họp hôm nào?"), plain(text)))
        == "Chiều 21/9"
    )
    assert best(read_dates(reading("Ngày Làm vườn toàn quốc là ngày nào?"), plain(text))) == "10/10"


def test_keywords_that_begin_with_a_day_ask_for_one() -> None:
    text = "Sáng 13/4, xã họp về việc chợ đến quý I và việc quý II năm 2022."
    assert (
        best(read_dates(reading("ngày họp về việc chợ quý II năm 2022"), plain(text)))
        == "Sáng 13/4"
    )


def test_a_meeting_has_the_day_of_a_meeting() -> None:
    asked = reading("Hội nghị của xã dự kiến tổ chức ngày nào?")
    text = plain("Bản thảo của xã dự kiến trình ngày 22/7; hội nghị của xã họp ngày 30/7.")
    first, second = sorted(read_dates(asked, text), key=lambda one: one.span)
    assert (first.signs["held"], second.signs["held"]) == (NOT_HELD, 1.0)


@pytest.mark.parametrize(
    ("question", "text", "sign", "values"),
    [
        (
            "Xã xin lùi hạn phát gạo đến ngày nào?",
            "Ngày 4/1/2019, xã xin lùi hạn phát gạo đến hết ngày 30/1/2019.",
            "beginning",
            [OF_NEWS, 1.0],
        ),
        (
            "Xã xin lùi hạn phát gạo đến ngày nào?",
            "Thay vì phát gạo trước 20/2, xã xin lùi phát trước 28/2.",
            "beginning",
            [PUT_OFF, 1.0],
        ),
        (
            "Bản đề án của xã phải trình khi nào?",
            "Bản đề án của xã đến năm 2025, tầm nhìn đến năm 2030 trình trước ngày 22/7.",
            "aimed",
            [AIMED, AIMED, 1.0],
        ),
    ],
)
def test_days_that_are_no_ends(question: str, text: str, sign: str, values: list[float]) -> None:
    found = sorted(read_dates(reading(question), plain(text)), key=lambda one: one.span)
    assert [one.signs[sign] for one in found] == values

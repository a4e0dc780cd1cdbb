"""Which figure of an invented text answers "bao nhiêu"."""

import pytest

from qa.readers.figures.counting import UNIT_NEAR
from qa.readers.figures.numbers import read_numbers
from qa.readers.times import DAY_SAID
from tests.qa.readings import best, reading
from tests.qa.reports import plain


def answered(question: str, text: str, province: str | None = None) -> str:
    return best(read_numbers(reading(question), plain(text, province=province)))


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Danh sách có bao nhiêu phụ nữ?",
            "Cơ cấu danh sách: phụ nữ: 41, tỷ lệ 30%; người trẻ: 12 người.",
            "41",
        ),
        (
            "Đợt kiểm kê huy động bao nhiêu người?",
            "Đợt kiểm kê kéo dài 25 ngày, huy động 312 tình nguyện viên của xã.",
            "312 tình nguyện viên",
        ),
        (
            "Hồ sơ nộp qua bưu điện xã được mấy bộ?",
            "Qua bưu điện xã nhận 616 hồ sơ nộp, bán 94 tem thư.",
            "616 hồ sơ",
        ),
        (
            "Học bạ số của trường làm xong được bao nhiêu rồi?",
            "Trường có 41 thầy cô, học bạ số làm xong 93%.",
            "93%",
        ),
        (
            "Huyện yêu cầu 80% văn bản ký số, riêng văn bản mật ký số phải đạt bao nhiêu phần trăm?",
            "Huyện yêu cầu 80% văn bản ký số; 45% hồ sơ ký số. Trong đó, văn bản mật phải đạt 30%.",
            "30%",
        ),
        (
            "Chợ thu phí được bao nhiêu, không phải con số 12 triệu đồng tiền điện?",
            "Chợ thu phí 35 triệu đồng; tiền điện chợ trả 12 triệu đồng, tiền nước chợ trả 9 triệu đồng.",
            "35 triệu đồng",
        ),
        (
            "Đồng hồ nước thông minh gắn được bao nhiêu cái rồi?",
            "Đồng hồ nước thông minh gắn đạt 62% số hộ, tức 39.600 chiếc đồng hồ nước ở xã.",
            "39.600 chiếc",
        ),
        ("Bờ kè dài mấy mét?", "Bờ kè xây trong 2 năm, dài 731 m.", "731 m"),
        (
            "Cảng cần bao nhiêu vốn?",
            "Cảng rộng 220 ha, tổng vốn cần 3.200 tỷ đồng.",
            "3.200 tỷ đồng",
        ),
        (
            "Ví điện tử có bao nhiêu giao dịch?",
            "Sau 3 năm, ví điện tử có 12,4 tỷ giao dịch.",
            "12,4 tỷ giao dịch",
        ),
        (
            "Bao nhiêu bị can đã bị truy tố?",
            "Viện kiểm sát truy tố 612 vụ với 1.044 bị can, đúng hạn 100%.",
            "1.044 bị can",
        ),
        (
            "Huy chương đồng được thưởng gấp mấy lần lương cơ sở?",
            "Huy chương đồng được thưởng bằng 22 lần lương cơ sở (28,6 triệu đồng).",
            "22 lần",
        ),
    ],
)
def test_what_is_counted(question: str, text: str, answer: str) -> None:
    assert answered(question, text) == answer


def test_a_word_of_the_same_first_syllable_is_another_word() -> None:
    found = read_numbers(reading("Hội có bao nhiêu hội viên?"), plain("Hội đã mở 58 hội nghị."))
    assert found[0].signs["unit"] < 0.5


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Ông Bình rút ra mấy bài học?", "Ông Bình nêu 6 việc, rút ra ba bài học.", "ba bài học"),
        ("Có mấy bài học?", "Thứ ba bài học của lớp ba.", ""),
        (
            "Ngân hàng Hoa Mai xếp thứ mấy?",
            "Ngân hàng Hoa Mai họp. Ngân hàng Lúa Vàng xếp thứ 6; Ngân hàng Hoa Mai xếp thứ 9.",
            "thứ 9",
        ),
        (
            "Đến năm 2025 kinh tế số chiếm bao nhiêu phần trăm?",
            "Năm 2023 kinh tế số chiếm 8,3%. Đến năm 2025 kinh tế số chiếm 20%.",
            "20%",
        ),
        (
            "Đến năm 2030 huyện phải vào tốp mấy của tỉnh?",
            "Huyện phải vào top 40 vào năm 2025 và top 15 vào năm 2030.",
            "top 15",
        ),
        (
            "Đến năm 2025 huyện phải vào tốp mấy của tỉnh?",
            "Huyện phải vào top 40 vào năm 2025 và top 15 vào năm 2030.",
            "top 40",
        ),
        (
            "Bao nhiêu phòng đã bỏ trống?",
            "Khoảng 640 trong tổng số hơn 1.100 phòng bỏ trống, cần 30 thợ.",
            "Khoảng 640 trong tổng số hơn 1.100 phòng",
        ),
        (
            "Hộ cận nghèo mua máy được hỗ trợ bao nhiêu tiền?",
            "Có 1,5 triệu lượt mua; hộ nghèo được hỗ trợ 9 triệu, hộ cận nghèo được hỗ trợ 4 triệu.",
            "4 triệu",
        ),
        (
            "Thị xã được chấm bao nhiêu điểm?",
            "Đoàn chấm 12/15 tiêu chí; điểm của thị xã là 83/100, cao hơn huyện bên.",
            "83/100",
        ),
        (
            "Tháng chiếu phim có thêm bao nhiêu tài khoản?",
            "Đã có 900 tài khoản khác; tháng chiếu phim tăng 315 tài khoản.",
            "315 tài khoản",
        ),
        (
            "Lợi nhuận của hội năm 2019 đạt bao nhiêu?",
            "Trong 3 năm, lợi nhuận của hội đạt 4,5 tỷ đồng.",
            "4,5 tỷ đồng",
        ),
    ],
)
def test_figures_by_their_words(question: str, text: str, answer: str) -> None:
    assert answered(question, text) == answer


def test_half_a_year_and_another_school_year_answer_little() -> None:
    def counted_in(question: str, text: str) -> float:
        found = read_numbers(reading(question), plain(text))
        return max(one.signs["counted in"] for one in found)

    half = "Nửa đầu năm 2018, tỉnh thu 310 triệu USD."
    assert counted_in("Cả năm 2018 tỉnh thu bao nhiêu tiền?", half) < 0.5
    assert counted_in("Năm 2018 tỉnh thu bao nhiêu tiền?", half) == 1.0
    school = "Điểm chuẩn năm học 2019-2020: An Bình (32 điểm)."
    assert counted_in("Điểm chuẩn năm học 2020-2021 là bao nhiêu điểm?", school) < 0.5


def test_a_name_before_another_bracket_is_not_of_this_figure() -> None:
    found = read_numbers(
        reading("Trường Long Thành lấy bao nhiêu điểm?"),
        plain("Điểm chuẩn của trường: Long Khánh (26,25 điểm), Long Thành (21 điểm)."),
    )
    assert max(found, key=lambda one: one.score).text == "21 điểm"
    assert found[0].signs["own"] < 0.5


def test_what_is_wished_for_may_be_a_target_or_not() -> None:
    question = "Tỉnh muốn nâng tỷ lệ hồ sơ lên bao nhiêu phần trăm?"
    for text in ("Tỷ lệ hồ sơ phải nâng lên 65%.", "Tỉnh nói tỷ lệ hồ sơ lên 65%."):
        [one] = read_numbers(reading(question), plain(text))
        assert one.signs["nature"] == 1.0


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Tổng chi phí mua flycam là bao nhiêu?", "1,5 tỷ đồng"),
        ("Chi phí mua mỗi flycam là bao nhiêu?", "190 triệu đồng"),
    ],
)
def test_what_each_costs_is_not_the_sum(question: str, answer: str) -> None:
    text = (
        "Chi phí mua mỗi flycam là 190 triệu đồng. Xã chi 1,5 tỷ đồng, tính cả chi phí mua flycam."
    )
    assert best(read_numbers(reading(question), plain(text))) == answer


def test_a_switchboard_is_no_sum() -> None:
    text = "Mỗi ngày tổng đài của tỉnh tiếp nhận 300 cuộc gọi."
    [candidate] = read_numbers(
        reading("Tổng đài của tỉnh tiếp nhận bao nhiêu cuộc gọi?"), plain(text)
    )
    assert candidate.signs["whole"] == 1.0


def test_a_figure_is_said_with_what_it_is_measured_in() -> None:
    found = read_numbers(
        reading("Tổng công suất hai dự án là bao nhiêu?"),
        plain("Hai dự án có tổng công suất 640 MWp."),
    )
    assert best(found) == "640 MWp"


def test_what_only_links_is_no_part_of_the_answer() -> None:
    found = read_numbers(reading("Đã lắp bao nhiêu trạm?"), plain("Trạm đã lắp 17 trong năm nay."))
    assert best(found) == "17"


def test_what_a_figure_is_for_is_not_what_it_counts() -> None:
    text = plain("Xã sửa 41 nhà cho hộ nghèo, 17 hộ nghèo được vay vốn.")
    found = read_numbers(reading("Bao nhiêu hộ nghèo được giúp?"), text)
    assert best(found) == "17 hộ nghèo"
    assert {one.text[:2]: one.signs["unit"] >= 0.9 for one in found}["41"] is False


@pytest.mark.parametrize(
    ("question", "left_out"),
    [
        ("Hồ sơ trực tuyến lĩnh vực hải quan là bao nhiêu?", True),
        ("Hồ sơ trực tuyến là bao nhiêu?", False),
        ("Hồ sơ trực tuyến chưa kể lĩnh vực hải quan là bao nhiêu?", False),
    ],
)
def test_what_a_figure_leaves_out(question: str, left_out: bool) -> None:
    text = plain("Số hồ sơ trực tuyến là 29.400, chưa bao gồm lĩnh vực hải quan.")
    [one] = read_numbers(reading(question), text)
    assert (one.signs["left out"] < 1.0) == left_out


def test_an_item_of_an_index_is_no_target() -> None:
    assert reading("Chỉ tiêu hạ tầng của huyện được bao nhiêu điểm?").question.nature == "achieved"
    assert reading("Chỉ tiêu hồ sơ là bao nhiêu phần trăm?").question.nature == "target"


def test_the_number_of_a_plan_may_be_a_count_too() -> None:
    text = plain("Trong Đề án 06 có 6 mô hình chậm, 5 xã xong.")
    assert best(read_numbers(reading("Mấy mô hình Đề án 06 bị chậm?"), text)) == "6 mô hình"


@pytest.mark.parametrize(("day", "fits"), [("20/3/2019", True), ("21/3/2019", False)])
def test_a_day_without_its_year_is_the_day_asked_about(day: str, fits: bool) -> None:
    text = plain("Giá nước tăng thêm 8% từ ngày 20/3.")
    [found] = read_numbers(reading(f"Từ {day} giá nước tăng thêm bao nhiêu phần trăm?"), text)
    assert (found.signs["counted in"] == DAY_SAID) is fits


def test_happenings_are_no_things_beside_them() -> None:
    text = "Trạm cảnh báo các vụ tấn công mạng cho 1.200 máy tính của huyện."
    asked = "Trạm đã chặn bao nhiêu vụ tấn công mạng?"
    assert [one.signs["unit"] for one in read_numbers(reading(asked), plain(text))] == [0.25]
    visits = "Tỉnh đón 5,9 triệu lượt khách, Gò Mây 2,5 triệu, còn lại ở bãi Tâu."
    found = read_numbers(reading("Gò Mây đón mấy lượt khách?"), plain(visits))
    assert {one.text: one.signs["unit"] for one in found}["2,5 triệu"] > UNIT_NEAR / 2
    assert answered("Có bao nhiêu vụ cháy chợ?", "Huyện ghi 19 tai nạn, vụ cháy chợ là một.") == (
        "19 tai nạn"
    )

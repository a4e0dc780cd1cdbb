"""Figures of real sentences: kind, whole, nature, value and period."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.texts.dating import period_of
from qa.texts.figures import Figure, figures, value_of
from qa.texts.paragraph import Paragraph
from tests.qa.reports import paragraph, plain, reports


def figure_at(sentence: str, number: str) -> tuple[Paragraph, Figure]:
    """The figure that begins where `number` stands in the paragraph of a sentence."""
    within = paragraph(sentence)
    at = within.text.index(number, within.text.index(sentence))
    [found] = [figure for figure in figures(within) if figure.span[0] == at]
    return within, found


@pytest.mark.parametrize(
    ("sentence", "number", "kind", "whole", "nature"),
    [
        ("mức độ 4 đạt trên 72%", "72%", "percent", "trên 72%", "achieved"),
        ("93,4% TTHC được", "93,4%", "percent", "93,4%", "achieved"),
        ("(mục tiêu là 80%)", "80%", "percent", "80%", "target"),
        ("đạt 78,3% (vượt mục tiêu 28,3%)", "78,3%", "percent", "78,3%", "achieved"),
        ("đạt 78,3% (vượt mục tiêu 28,3%)", "28,3%", "percent", "28,3%", "exceeded"),
        ("8/11 mục tiêu về Chính quyền số", "8/11", "ratio", "8/11", "achieved"),
        ("chỉ đứng 52/63 các tỉnh", "52/63", "rank", "52/63", "achieved"),
        ("hạng 3 Chỉ số DTI", "3", "rank", "hạng 3", "achieved"),
        ("tăng 4 bậc so với năm 2021", "4", "steps", "4 bậc", "change"),
        ("đạt 0,7804 điểm", "0,7804", "score", "0,7804 điểm", "achieved"),
        ("(tăng 0,1428 điểm", "0,1428", "score", "0,1428 điểm", "change"),
        ("tích hợp 1.864 thủ tục", "1.864", "count", "1.864", "achieved"),
        ("doanh thu 5 tháng đạt 4,79 tỷ đồng", "4,79", "money", "4,79 tỷ đồng", "achieved"),
        ("còn cách xa mục tiêu 30%", "30%", "percent", "30%", "target"),
        ("161 điểm cấp xã", "161", "count", "161", "achieved"),
        ("khoảng 15.000 GPLX", "15.000", "count", "khoảng 15.000", "achieved"),
        ("phải đạt từ 80% trở lên", "80%", "percent", "đạt từ 80% trở lên", "target"),
        ("chi 6,5 triệu USD", "6,5", "money", "6,5 triệu USD", "achieved"),
        ("rút ra được 6 bài học", "6", "count", "6", "achieved"),
    ],
)
def test_figures_of_reports(sentence: str, number: str, kind: str, whole: str, nature: str) -> None:
    within, figure = figure_at(sentence, number)
    assert within.text[slice(*figure.span)] == number
    assert (figure.kind, within.text[slice(*figure.whole)], figure.nature) == (kind, whole, nature)


def test_what_must_be_raised_is_a_target() -> None:
    _, figure = figure_at("phải nâng tỷ lệ hồ sơ trực tuyến lên 65%", "65%")
    assert figure.nature == "target"


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Nghị quyết số 02 về", "02"),
        ("Quyết định số 571", "571"),
        ("ở mức độ 3, mức độ 4", "3,"),
        ("Sáng 13/4, đồng chí", "13/4"),
        ("đến quý I và nhiệm vụ trọng tâm quý II năm 2022", "2022"),
        ("Nghị quyết số 11-NQ/TU ngày 7/3/2022", "7/3/2022"),
        ("Kế hoạch số 59/KH-UBND", "59/KH"),
        ("Covid-19", "19"),
        ("trc ngày 22/7", "22/7"),
    ],
)
def test_names_and_dates_are_no_figures(sentence: str, number: str) -> None:
    within = paragraph(sentence)
    at = within.text.index(number, within.text.index(sentence))
    assert not [figure for figure in figures(within) if figure.span[0] <= at < figure.span[1]]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Trong số 40 xã, con số 12 xã đã xong; tổng số 96 thôn.", [40, 12, 96]),
        ("Chi nhánh Q. 2, 5, 6, Tân Phú trễ 14 hồ sơ.", [14]),
        ("Tuyến số 7 chở 300 khách.", [300]),
        ("Bảng 3: Hồ sơ của 12 xã", [12]),
        ("Biểu số 4. Kết quả theo xã", []),
        ("Cả huyện có bảng 3 m tại 12 xã.", [3, 12]),
        ("Hiệp ước ký (07/1957, 1961) với xóm 3 và 40 hộ.", [40]),
        ("Cả xã có 1961 hộ.", [1961]),
        ("Sau trận lụt (1950-1953), rồi 1954 - 1975, còn 40 hộ.", [40]),
        ("Từ hôm nay, 15-9, xã đổi 11 bảng; nghỉ dịp 2-9 và 30-4, trực 5-7 người.", [11, 7]),
        (
            "Công an khởi tố 3 bị can, kỷ luật 4 cán bộ; ô tô 7 chỗ; cơ quan 12 người.",
            [3, 4, 7, 12],
        ),
        ("Dân tổ 3 và quận 4 nhận 9 phần quà.", [9]),
    ],
)
def test_numbers_that_count(text: str, values: list[float]) -> None:
    assert [figure.value for figure in figures(plain(text))] == values


def test_a_tables_target_column() -> None:
    within, row = paragraph("Tỷ lệ thanh toán trực tuyến | 9,4%"), "9,4% 26,1% 30%".split()
    assert [within.text[slice(*f.span)] for f in figures(within)] == row
    assert [f.nature for f in figures(within)] == ["achieved", "achieved", "target"]
    years = [period.year for f in figures(within) if (period := period_of(within, f.span))]
    assert years == [2022, 2023, 2023]


@pytest.mark.parametrize(
    ("sentence", "number", "year", "part"),
    [
        ("6 tháng đầu năm 2024, tỷ lệ hồ sơ", "78,3%", 2024, "h1"),
        ("mức độ 4 đạt trên 72%", "72%", 2022, "q1"),
        ("Riêng 6 tháng đầu năm, việc ứng dụng", "217", 2022, "h1"),
        ("Nghệ An năm 2022 chỉ đứng", "52/63", 2022, None),
        ("Chính quyền số đạt 0,7804", "0,7804", 2022, None),
        ("khi mới triển khai, tỷ lệ nộp hồ sơ cấp", "10%", 2023, "m6"),
        ("đến nay tỷ lệ nộp hồ sơ đạt trên 80%", "80%", 2024, None),
    ],
)
def test_the_period_of_a_figure(
    sentence: str, number: str, year: int | None, part: str | None
) -> None:
    within, figure = figure_at(sentence, number)
    period = period_of(within, figure.span)
    assert period is not None
    assert (period.year, period.part) == (year, part)


def test_a_report_without_a_date_dates_nothing() -> None:
    within, figure = figure_at("Giao Trường Chính trị tỉnh bồi dưỡng", "100%")
    assert within.document.published is None
    assert period_of(within, figure.span) is None


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("93,4%", 93.4),
        ("93.4 %", 93.4),
        ("1.864", 1864),
        ("1.792.000", 1792000),
        ("1.864,5", 1864.5),
        ("0,7804", 0.7804),
        ("0.780", 0.78),
        ("8/11", None),
        ("13/4/2022", None),
        ("", None),
        ("abc", None),
        ("1.2.3", None),
    ],
)
def test_values(number: str, value: float | None) -> None:
    assert value_of(number) == value


@given(st.integers(0, 10**12))
def test_grouped_numbers_have_their_value(number: int) -> None:
    assert value_of(f"{number:,}".replace(",", ".")) == number


def test_ranks_in_words() -> None:
    within = plain("Huyện đứng thứ hai toàn tỉnh, sau đó xếp thứ nhất, đạt 3 giải nhất.")
    ranks = [f for f in figures(within) if f.kind == "rank"]
    assert [(within.text[slice(*f.whole)], f.value) for f in ranks] == [
        ("thứ hai", 2),
        ("thứ nhất", 1),
    ]


@pytest.mark.parametrize(
    ("text", "whole", "kind", "nature"),
    [
        (
            "Giá bán từ 15 triệu đồng - 20 triệu đồng mỗi thẻ.",
            "15 triệu đồng - 20 triệu đồng",
            "money",
            "achieved",
        ),
        (
            "Theo dự thảo mới, hành vi ấy phạt tiền từ 1 triệu đồng đến 2 triệu đồng.",
            "1 triệu đồng đến 2 triệu đồng",
            "money",
            "achieved",
        ),
        ("Đã xong 82%; chỉ tiêu liên ngành đặt ra 80%.", "80%", "percent", "target"),
        ("Tỷ lệ lên 71%, chưa chạm mốc 75%.", "75%", "percent", "target"),
        ("Đích đến của nghị quyết là 95%.", "95%", "percent", "target"),
        ("Chiến dịch cần 20 tỷ đồng.", "20 tỷ đồng", "money", "achieved"),
        ("Mục ấy tỉnh chỉ được 5,7 trên 10 điểm.", "5,7 trên 10 điểm", "score", "achieved"),
        ("Tỉnh này được trên 10 điểm.", "trên 10 điểm", "score", "achieved"),
        ("Hồ sơ được trả trong thời gian từ 3 đến 5 ngày.", "3 đến 5", "count", "achieved"),
        ("Vốn của quỹ tăng từ 3 tỷ đồng đến 5 tỷ đồng.", "5 tỷ đồng", "money", "achieved"),
        (
            "Xã đặt mục tiêu đến năm 2023 đạt 40%; đến năm 2025 có 70% hộ dùng ví.",
            "70%",
            "percent",
            "target",
        ),
        ("Xã đã có 40% hộ dùng ví; đến năm 2025 có 70% hộ dùng ví.", "70%", "percent", "achieved"),
        ("Tỉnh hỗ trợ chi phí hỏa táng 3 triệu đồng.", "3 triệu đồng", "money", "achieved"),
        ("Đơn vị trao tặng 5 tỷ đồng.", "5 tỷ đồng", "money", "achieved"),
        ("Doanh thu tăng thêm 7 tỷ đồng.", "7 tỷ đồng", "money", "change"),
        ("Tập đoàn nhắm 35%, thay vì mức 30%.", "30%", "percent", "previous"),
        (
            "Hai bên hướng tới mục tiêu nâng kim ngạch lên 10 tỷ USD.",
            "10 tỷ USD",
            "money",
            "target",
        ),
    ],
)
def test_figures_of_news(text: str, whole: str, kind: str, nature: str) -> None:
    found = figures(plain(text))[-1]
    assert (text[slice(*found.whole)], found.kind, found.nature) == (whole, kind, nature)


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        (
            "Thị trấn Mái Lá thứ ba với 82,7 điểm; xã Cầu Tre thứ hai 83 điểm.",
            ["thứ ba", "thứ hai"],
        ),
        ("Năm nay huyện thứ nhất toàn tỉnh.", ["thứ nhất"]),
        ("Cuối bảng là Điện Mai hạng 61, Bạc Mai 62 và Kon Mai 63.", ["hạng 61", "62", "63"]),
        ("Huyện đứng thứ 5, cấp 62 máy và 63 loa.", ["thứ 5"]),
        ("Họp vào sáng thứ ba, ngày 12/3; trực thứ hai 3 người.", []),
    ],
)
def test_ranks_without_a_verb(text: str, ranks: list[str]) -> None:
    found = [figure for figure in figures(plain(text)) if figure.kind == "rank"]
    assert [text[slice(*figure.whole)] for figure in found] == ranks


def test_an_occasion_is_no_rank() -> None:
    text = "Cách mạng công nghiệp lần thứ 4; kỳ họp thứ 7; năm thứ 14 liên tiếp."
    assert not [figure for figure in figures(plain(text)) if figure.kind == "rank"]


def test_every_figure_of_every_report_is_sound() -> None:
    found = 0
    for report in reports():
        for line in report.text.split("\n\n"):
            within = Paragraph(report, start := report.text.index(line), start + len(line))
            for figure in figures(within):
                (start, end), (first, last) = figure.span, figure.whole
                assert first <= start < end <= last <= len(within.text)
                sentence = within.sentence_at(start)
                assert sentence[0] <= first and last <= sentence[1]
                found += 1
    assert found > 400


def test_spots_are_no_scores() -> None:
    kinds = [one.kind for one in figures(plain("Có 36 điểm ngập úng, được 8 điểm."))]
    assert kinds == ["count", "score"]


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("Hai năm trước huyện xếp thứ 58, năm ngoái 41, giờ là 23.", ["thứ 58", "41", "23"]),
        ("Trụ cột kinh tế số chỉ xếp 14.", ["14"]),
        ("Mục tiêu lọt tốp 15 đã không thành.", ["tốp 15"]),
        ("Nhóm Gió Lá, làm phao ở Bàu Sen, hạng ba, 87 điểm.", ["hạng ba"]),
        ("Mây Trắng đứng thứ 4, Bàu Sen 87,2 điểm.", ["thứ 4"]),
        ("Mây Trắng đứng thứ 4, Bàu Sen 87,2 đứng thứ 6.", ["thứ 4", "thứ 6"]),
        ("Kho được xếp 14, sau đó 20 thùng; dân đứng 3 hàng.", []),
    ],
)
def test_ranks_without_a_word_for_one(text: str, ranks: list[str]) -> None:
    found = [figure for figure in figures(plain(text)) if figure.kind == "rank"]
    assert [text[slice(*figure.whole)] for figure in found] == ranks


@pytest.mark.parametrize(
    ("text", "whole", "nature"),
    [
        ("Số quầy cao hơn so với dự kiến ban đầu 63 quầy.", "63", "change"),
        ("Số quầy cao hơn năm trước khoảng 63 quầy.", "khoảng 63", "change"),
        ("Số quầy nhiều hơn, có 63 quầy.", "63", "achieved"),
    ],
)
def test_more_than_expected_by_so_many(text: str, whole: str, nature: str) -> None:
    paragraph = plain(text)
    (figure,) = figures(paragraph)
    assert (text[slice(*figure.whole)], figure.nature) == (whole, nature)


def test_what_a_number_is_set_over_bounds_nothing() -> None:
    text = "Đã rà soát 1.216 trên 27 ngành nghề."
    _, last = figures(plain(text))
    assert text[slice(*last.whole)] == "27"


def test_the_spaced_number_of_a_document_is_no_figure() -> None:
    within = plain("Theo quyết định 32 / QĐ - TTg, xe giá tối đa 920 triệu đồng.")
    assert [within.text[slice(*one.span)] for one in figures(within)] == ["920"]


def test_what_a_body_did_by_a_year_is_no_target() -> None:
    within = plain("Đến năm 2015, cơ quan này trả 500 triệu đồng.")
    assert [one.nature for one in figures(within)] == ["achieved"]

"""A question falls into the things it asks by its coordination."""

import pytest

from qa.questions.coordination import conjuncts
from qa.questions.parting import is_compared, parts
from qa.questions.question import Question, understand
from qa.questions.worded import Part


def sides(text: str) -> list[tuple[tuple[str, ...], int | None]]:
    asked = [part.question for part in parts(understand(text))]
    return [(one.provinces, one.period and one.period.year) for one in asked]


def labels(text: str) -> list[str]:
    return [part.label for part in parts(understand(text))]


def test_places_and_periods() -> None:
    assert sides("So sánh hạng DTI của Nghệ An và Quảng Ninh năm 2022") == [
        (("Nghệ An",), 2022),
        (("Quảng Ninh",), 2022),
    ]
    assert sides("So sánh hạng của Cao Bằng năm 2022 và Thái Bình năm 2024") == [
        (("Cao Bằng",), 2022),
        (("Thái Bình",), 2024),
    ]
    assert sides("So sánh hạng DTI của Đắk Lắk năm 2022 và năm 2023, mục tiêu đến năm 2025") == [
        (("Đắk Lắk",), 2022),
        (("Đắk Lắk",), 2023),
    ]
    assert sides("Từ 2021 đến 2023 hạng DTI của Cà Mau thay đổi thế nào?") == [
        (("Cà Mau",), 2021),
        (("Cà Mau",), 2023),
    ]
    assert sides("So sánh") == [((), None)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Tỷ lệ ký số ở cấp tỉnh, cấp huyện và cấp xã là bao nhiêu?", 3 * ["cấp"]),
        ("So sánh chính quyền số và kinh tế số của Quảng Ninh", ["chính", "kinh"]),
        ("Phí nhận hồ sơ: nội quận và khác quận chênh nhau thế nào?", ["nội", "khác"]),
        ("VNPT và Viettel đầu tư lần lượt bao nhiêu ở Bắc Giang?", ["VNPT", "Viettel"]),
        ("TP. Long Xuyên và huyện Phú Tân được bao nhiêu điểm?", ["TP.", "huyện"]),
        ("Tỉnh có mấy dịch vụ mức 4 và mấy dịch vụ mức 3?", 2 * ["dịch"]),
        ("Kinh phí của Đắk Lắk là bao nhiêu và đã giải ngân bao nhiêu?", ["Kinh", "đã"]),
        ("So với mục tiêu, tỷ lệ ký số của Lâm Đồng thế nào?", ["đạt", "mục"]),
    ],
)
def test_words_of_one_build(text: str, named: list[str]) -> None:
    assert is_compared(understand(text))
    assert [label.split()[0] for label in labels(text)] == named


@pytest.mark.parametrize(
    "text",
    [
        "Bao nhiêu cán bộ, công chức và viên chức dùng phần mềm?",
        "Tỷ lệ hồ sơ tiếp nhận và trả kết quả trực tuyến của Thái Bình là bao nhiêu?",
        "Quảng Ninh tăng mấy bậc so với năm 2021?",
        "Sacombank đã lắp bao nhiêu máy POS?",
        "Vì sao hạng của Sơn La và Cà Mau giảm?",
    ],
)
def test_one_thing_stays_whole(text: str) -> None:
    assert not is_compared(understand(text)) or len(labels(text)) == 1


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Nội thành và ngoại thành Hà Nội chênh nhau ra sao về tỷ lệ hỏa táng?",
            ["Nội thành", "ngoại thành"],
        ),
        (
            "An Sơn cơ sở 2 và Bình Minh cơ sở 2 rút được mấy phần trăm vốn?",
            ["An Sơn cơ sở 2", "Bình Minh cơ sở 2"],
        ),
        (
            "Ngân hàng Nhà nước và Ủy ban Dân tộc chênh nhau mấy điểm?",
            ["Ngân hàng Nhà nước", "Ủy ban Dân tộc"],
        ),
        (
            "Hồ sơ trực tuyến ở bộ, ngành và ở địa phương chênh nhau mấy điểm phần trăm?",
            ["ở bộ, ngành", "ở địa phương"],
        ),
        (
            "Số hộ nhận gạo Tết Kỷ Hợi ở Quỳ Châu và Kỳ Sơn lần lượt là mấy hộ?",
            ["Quỳ Châu", "Kỳ Sơn"],
        ),
        (
            "So điểm lớp 10 năm 2019 giữa trường Nam Hà với trường Chu An, mỗi bên bao nhiêu?",
            ["trường Nam Hà", "trường Chu An"],
        ),
        (
            "Hiện Bộ đang soạn mấy dự án luật, và bao nhiêu dự thảo nghị định?",
            ["dự án luật", "dự thảo nghị định"],
        ),
    ],
)
def test_names_that_end_alike(text: str, named: list[str]) -> None:
    assert is_compared(understand(text))
    assert labels(text) == named


def test_a_period_that_was_aimed_for() -> None:
    asked = (
        "Tỷ lệ ký số của Sơn La 6 tháng đầu năm 2024 so với mức phấn đấu của quý II/2022 thế nào?"
    )
    natures = [
        (one.period and one.period.year, one.nature)
        for one in map(_question, parts(understand(asked)))
    ]
    assert natures == [(2024, "achieved"), (2022, "target")]


def _question(part: Part) -> Question:
    return part.question


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Trường An Mây: khối 1 hay các khối 2 đến 4 có tỷ lệ xong sổ số cao hơn?",
            ["khối 1", "khối 2 đến 4"],
        ),
        (
            "Trường An Mây khối nào xong sổ số cao hơn, khối 1 hay khối 2 đến khối 4?",
            ["khối 1", "khối 2 đến khối 4"],
        ),
        ("Sơn La ban hành nhiều quyết định hay nhiều kế hoạch hơn?", ["quyết định", "kế hoạch"]),
        (
            "Sơn La đạt nhiều mục tiêu về chính quyền số hay kinh tế số hơn?",
            ["chính quyền số", "kinh tế số"],
        ),
        (
            "Kế hoạch số 59 và Kế hoạch số 37 của Sơn La chênh nhau bao nhiêu nhiệm vụ?",
            ["Kế hoạch số 59", "Kế hoạch số 37"],
        ),
        (
            "Số hộ gia đình có địa chỉ số và số hộ có mạng ở Sơn La, bên nào nhiều hơn?",
            ["Số hộ gia đình có địa chỉ số", "số hộ"],
        ),
        (
            "An Mây: tỷ lệ văn bản lãnh đạo phê duyệt và ký hay tỷ lệ người dùng thường xuyên phần mềm cao hơn?",
            ["tỷ lệ văn bản lãnh đạo phê duyệt và ký", "tỷ lệ người dùng thường xuyên phần mềm"],
        ),
    ],
)
def test_the_two_that_are_compared(text: str, named: list[str]) -> None:
    assert is_compared(understand(text))
    assert labels(text) == named


def test_a_body_is_taken_whole() -> None:
    asked = understand("Huyện Mây hay Sở Tài nguyên Môi trường có tỷ lệ tiếp dân thấp hơn?")
    assert [asked.text[slice(*span)] for span in conjuncts(asked)][-1] == "Sở Tài nguyên Môi trường"

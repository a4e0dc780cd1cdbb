"""A count of one level is none of another."""

import pytest

from qa.readers.figures.levels import OF_ALL, OTHER_LEVEL, level_fit
from qa.readers.figures.numbers import read_numbers
from qa.readers.figures.written import written_counts
from qa.texts.figures import figures
from tests.qa.readings import best, reading
from tests.qa.reports import plain

SERVICES = "Người dân Bàu Sen làm được 38 dịch vụ công trực tuyến cấp độ 4 và 415 dịch vụ cấp độ 3."
BEFORE = "Mức độ 3 có 415 dịch vụ, mức độ 4 có 38 dịch vụ."
FARTHER = "Việc đưa dịch vụ mức độ 4, cổng của huyện tích hợp 96 thủ tục."
BRIDGES = "Hội nghị có 14 điểm cầu cấp tỉnh, 96 điểm cầu cấp xã."


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Bàu Sen có bao nhiêu dịch vụ công trực tuyến mức độ 3?", SERVICES, "415 dịch vụ"),
        ("Có bao nhiêu dịch vụ ở mức độ 4?", BEFORE, "38 dịch vụ"),
        ("Hội nghị có bao nhiêu điểm cầu cấp xã?", BRIDGES, "96 điểm cầu cấp xã"),
    ],
)
def test_levels(question: str, text: str, answer: str) -> None:
    assert best(read_numbers(reading(question), plain(text))) == answer


@pytest.mark.parametrize(
    ("question", "text", "fits"),
    [
        ("Có bao nhiêu dịch vụ mức 3?", SERVICES, [OTHER_LEVEL, 1.0]),
        ("Có bao nhiêu dịch vụ mức độ 3 và 4?", SERVICES, [1.0, 1.0]),
        ("Có bao nhiêu dịch vụ mức độ 3?", BEFORE, [1.0, OTHER_LEVEL]),
        ("Có bao nhiêu dịch vụ công?", SERVICES, [1.0, 1.0]),
        ("Phí ở mức 5 triệu đồng thì có bao nhiêu hộ?", "Mức 4 triệu đồng có 30 hộ.", [1.0, 1.0]),
        ("Có mấy điểm cầu cấp thôn?", BRIDGES, [OTHER_LEVEL, OTHER_LEVEL]),
        ("Có mấy thủ tục mức độ 3?", FARTHER, [OTHER_LEVEL]),
        ("Giai đoạn II có mấy dự án?", "Giai đoạn I có 5 dự án.", [OTHER_LEVEL]),
    ],
)
def test_whose_level(question: str, text: str, fits: list[float]) -> None:
    paragraph = plain(text)
    listed = figures(paragraph)
    found = [level_fit(reading(question), paragraph, figure, listed) for figure in listed]
    assert found == fits


def test_a_class_is_called_by_two_words() -> None:
    paragraph = plain("Học sinh khối 1 của trường nay đã làm xong 100% học bạ số, còn lại 90%.")
    listed = figures(paragraph)
    fits = [
        level_fit(reading(f"Lớp {n} xong mấy phần trăm học bạ?"), paragraph, listed[0], listed)
        for n in (1, 5)
    ]
    assert fits == [1.0, OTHER_LEVEL]


def test_classes_from_one_to_another() -> None:
    paragraph = plain("Từ khối 2 đến khối 4 làm xong 90% học bạ số.")
    listed = figures(paragraph)
    fits = [
        level_fit(reading(f"Lớp {n} xong mấy phần trăm học bạ?"), paragraph, listed[-1], listed)
        for n in (3, 5)
    ]
    assert fits == [1.0, OTHER_LEVEL]


def test_a_count_of_all_is_none_of_one_level() -> None:
    text = "Trường Bàu Sen có 900 học sinh. Học sinh khối 1 đã làm xong sổ số."
    paragraph = plain(text)
    listed = figures(paragraph)
    fits = [
        level_fit(reading(question), paragraph, listed[0], listed)
        for question in ("Có bao nhiêu học sinh khối 1 làm xong?", "Có bao nhiêu học sinh?")
    ]
    assert fits == [OF_ALL, 1.0]


def test_a_school_year_is_no_count() -> None:
    text = plain("Trường có năm học sinh giỏi ngay từ đầu năm học này.")
    assert [text.text[slice(*one.span)] for one in written_counts(text)] == ["năm"]

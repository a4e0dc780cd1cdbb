"""Another country, numbered place or body than the one asked about."""

import pytest

from index.documents import Document
from qa.readers.figures.numbers import read_numbers
from qa.readers.others import ABSENT, ELSEWHERE, NEAR, OTHER, Others, numbered
from qa.texts.countries import countries
from qa.texts.paragraph import Paragraph
from tests.qa.readings import reading
from tests.qa.reports import plain

PERMITS = "Theo ông Lữ Văn Cẩn, mỗi tháng quận 1 nhận 118 hồ sơ xin phép xây dựng."
PORTAL = "Estonia cấp 2.400 dịch vụ trên cổng dịch vụ công quốc gia."
WORLD = "Kinh tế số đóng góp 57% GDP toàn cầu."
INDEX = "Chỉ số phá sản giảm 29 bậc."


@pytest.mark.parametrize(
    ("question", "text", "figure", "fit"),
    [
        ("Mỗi tháng quận 3 nhận bao nhiêu hồ sơ?", PERMITS, "118", OTHER),
        ("Mỗi tháng quận 1 nhận bao nhiêu hồ sơ?", PERMITS, "118", 1.0),
        ("Mỗi tháng Q.1 nhận bao nhiêu hồ sơ?", PERMITS, "118", 1.0),
        ("Mỗi tháng có bao nhiêu hồ sơ?", PERMITS, "118", 1.0),
        ("Cổng dịch vụ công của Việt Nam có bao nhiêu dịch vụ?", PORTAL, "2.400", OTHER),
        ("Cổng dịch vụ công của Estonia có bao nhiêu dịch vụ?", PORTAL, "2.400", 1.0),
        ("Diễn đàn kinh tế Việt Nam nói có bao nhiêu dịch vụ?", PORTAL, "2.400", 1.0),
        ("Kinh tế số đóng góp bao nhiêu phần trăm GDP của Việt Nam?", WORLD, "57", OTHER),
        ("Kinh tế số đóng góp bao nhiêu phần trăm GDP của thế giới?", WORLD, "57", 1.0),
        ("Chỉ số phá sản của Thái Lan giảm bao nhiêu bậc?", INDEX, "29", ABSENT),
        ("Chỉ số phá sản của Thái Lan giảm bao nhiêu bậc?", "Thái Lan có dự. " + INDEX, "29", 1.0),
        ("Hội nghị Trung ương 10 bàn mấy việc?", "Hội nghị lần thứ 9 bàn 5 việc.", "5", OTHER),
        ("Hội nghị Trung ương 9 bàn mấy việc?", "Hội nghị lần thứ 9 bàn 5 việc.", "5", 1.0),
        ("Dự án giai đoạn 2 cần mấy tỷ?", "Dự án giai đoạn 1 cần 90 tỷ.", "90", OTHER),
        ("Dự án giai đoạn 2 cần mấy tỷ?", "Giai đoạn 2021-2025 cần 90 tỷ.", "90", 1.0),
        ("Bộ Y tế đã trả lời bao nhiêu kiến nghị?", "Đã trả lời 312 kiến nghị.", "312", ABSENT),
        ("Bộ Y tế đã trả lời bao nhiêu kiến nghị?", "Ngành y tế trả lời 312.", "312", 1.0),
    ],
)
def test_others(question: str, text: str, figure: str, fit: float) -> None:
    at = text.index(figure)
    found = Others(reading(question).question).fit(plain(text), (at, at + len(figure)))
    assert found == fit


@pytest.mark.parametrize(
    ("named", "fit"), [("Thái Lan có dự. ", NEAR), ("", ABSENT), ("\n\nThái Lan có dự.", ELSEWHERE)]
)
def test_a_country_named_farther_off_counts_less(named: str, fit: float) -> None:
    lead = "Kết quả được công bố ngay sau đó. " * 30
    text = lead + INDEX + named if named.startswith("\n") else lead + named + INDEX
    end = len(text) - len(named) if named.startswith("\n") else len(text)
    paragraph = Paragraph(Document("d", "", text, None), 0, end)
    at = text.index("29")
    asked = reading("Chỉ số phá sản của Thái Lan giảm bao nhiêu bậc?").question
    assert Others(asked).fit(paragraph, (at, at + 2)) == fit


def test_numbers_of_places() -> None:
    found = numbered("quan 2, 5 va 11, p.15, ky hop thu 8 co 20 phan tram quan 40%")
    assert found == {
        "quan": frozenset({"2", "5", "11"}),
        "phuong": frozenset({"15"}),
        "ky hop thu": frozenset({"8"}),
    }


def test_a_language_is_no_country() -> None:
    text = "Bạn dạy tiếng Anh ở Anh và chữ Nhật ở Lào."
    assert [text[slice(*span)] for span in countries(text)] == ["Anh", "Lào"]


def test_readers_weigh_another_one() -> None:
    found = read_numbers(reading("Mỗi tháng quận 3 nhận bao nhiêu hồ sơ?"), plain(PERMITS))
    assert all(one.signs["another"] < 0.5 for one in found)
    assert ABSENT < ELSEWHERE < NEAR < 1.0

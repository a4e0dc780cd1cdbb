"""Which figure of an invented text answers "bao nhiêu"."""

import pytest

from qa.readers.numbers import read_numbers
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

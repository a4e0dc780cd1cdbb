"""Which of several figures of a sentence has beside it the words that the question tells it by."""

import pytest

from qa.readers.figures import contrasts
from qa.readers.figures.numbers import read_numbers
from tests.qa.readings import best, reading
from tests.qa.reports import plain

FARES = "Giá vé lượt 7.000 đồng, vé tháng 157.500 đồng."
BUDGET = "Chợ nổi gồm ngân sách trung ương 420 tỷ đồng, ngân sách tỉnh 318 tỷ đồng."
REVIEW = "Hồ sơ chi thường xuyên duyệt trong 12 ngày, hồ sơ đầu tư 3 ngày."


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Vé tháng giá bao nhiêu tiền?", FARES, "157.500 đồng"),
        ("Vé lượt giá bao nhiêu tiền?", FARES, "7.000 đồng"),
        ("Ngân sách tỉnh góp bao nhiêu tiền?", BUDGET, "318 tỷ đồng"),
        ("Ngân sách trung ương góp bao nhiêu tiền?", BUDGET, "420 tỷ đồng"),
        ("Hồ sơ đầu tư duyệt trong mấy ngày?", REVIEW, "3 ngày"),
    ],
)
def test_a_figure_is_of_its_own_words(question: str, text: str, answer: str) -> None:
    assert best(read_numbers(reading(question), plain(text))) == answer


@pytest.mark.parametrize(
    ("question", "text"),
    [
        # The other one's words stand before the first one, too.
        (
            "Lúc mới mở, tỷ lệ nộp phí của chợ nổi là bao nhiêu phần trăm?",
            "Lúc mới mở, tỷ lệ nộp phí ghe bầu neo bến đạt 10%, nay tỷ lệ nộp phí đạt 80%.",
        ),
        # Behind the first one stands what is asked.
        (
            "Vé khứ hồi qua phà, vé tháng giá bao nhiêu tiền?",
            "Bến thu 7.000 đồng vé khứ hồi qua phà, vé tháng 157.500 đồng.",
        ),
        # They count other things.
        ("Chợ nổi có bao nhiêu ghe bầu?", "Xóm bãi sau 14 ghe, chợ nổi ghe bầu 26 tấn cá."),
        # Between the two stands what the first one is of.
        (
            "Năm 2022 thu được bao nhiêu phần trăm?",
            "Xóm bãi bốc xếp từ 39,5% năm 2022 lên 66,8%.",
        ),
    ],
)
def test_other_words_that_are_no_contrast(question: str, text: str) -> None:
    found = read_numbers(reading(question), plain(text))
    assert found
    assert all(one.signs["contrast"] == 1.0 for one in found)


def test_what_says_something_else_is_worth_less() -> None:
    found = read_numbers(reading("Vé tháng giá bao nhiêu tiền?"), plain(FARES))
    worth = {one.text: one.signs["contrast"] for one in found}
    assert worth == {"7.000 đồng": contrasts.OF_OTHER_WORDS, "157.500 đồng": 1.0}

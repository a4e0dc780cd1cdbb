"""What a figure is of: the part of the sentence that holds it."""

import pytest

from qa.reader import Reader
from qa.readers.sentences.measured import read_measured
from tests.qa.readings import best, reading
from tests.qa.reports import plain

TOLD = (
    "Tỷ lệ thợ dùng máy dệt mới đạt 92,5%, tỷ lệ vải được kiểm đạt gần 97%; có 13 ý kiến về kho, bãi, "
    "15 ý kiến về nước, 78 ý kiến về khói bụi. Xã chi 600 triệu đồng mua bông, gom 600 bao thóc."
)


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Con số 92,5% nói lên điều gì?", "Tỷ lệ thợ dùng máy dệt mới đạt 92,5%"),
        ("97% là tỷ lệ của cái gì?", "tỷ lệ vải được kiểm đạt gần 97%"),
        ("78 cái là kêu về chuyện gì?", "78 ý kiến về khói bụi"),
        ("15 cái là kêu về chuyện gì?", "15 ý kiến về nước"),
        ("con so 92,5% noi len dieu gi", "Tỷ lệ thợ dùng máy dệt mới đạt 92,5%"),
        ("Khoản 600 triệu dùng vào việc gì?", "Xã chi 600 triệu đồng mua bông"),
        ("Mức 600 đồng áp dụng cho loại thóc nào?", ""),
        ("Con số 92% nói lên điều gì?", ""),
        ("13% là tỷ lệ của cái gì?", ""),
    ],
)
def test_the_part_with_the_figure(question: str, part: str) -> None:
    assert best(read_measured(reading(question), plain(TOLD))) == part


def test_a_figure_that_hardly_stands_twice_tells_more() -> None:
    def score(figure: str) -> float:
        asked = reading(f"Con số {figure} mà đoàn khoe ấy nói lên điều gì?")
        told = plain(f"Tỷ lệ thợ dùng máy dệt mới đạt {figure}.")
        return read_measured(asked, told)[0].score

    assert score("92,5%") > score("80%") > score("7")


def test_a_question_for_it_is_read_so() -> None:
    asked = reading("Con số 92,5% nói lên điều gì?")
    found = Reader(asked.question, asked.matcher).read([(plain(TOLD), 1.0)])
    assert [one.text for one in found] == ["Tỷ lệ thợ dùng máy dệt mới đạt 92,5%"]


def test_a_magnitude_is_part_of_the_figure() -> None:
    asked = reading("Khoản 600 triệu dùng vào việc gì?")
    assert not read_measured(asked, plain("Xã gom 600 bao thóc cho mùa sau."))

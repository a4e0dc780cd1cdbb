"""Whether a figure of an invented text is of the whole or of a part of it."""

import pytest

from qa.readers.figures.numbers import read_numbers
from qa.readers.figures.wholes import NOT_DONE, WHOLE, whole_fit
from qa.texts.figures import figures
from tests.qa.readings import best, reading
from tests.qa.reports import plain

ROOMS = "Đến nay 640 trong 1.100 phòng của khu nhà Bàu Sen bỏ trống."
TASKS = "Trong 31 nhiệm vụ huyện giao, 22 nhiệm vụ đã xong, 9 nhiệm vụ xin lùi."
LEFT_OUT = "Trong 31 nhiệm vụ tỉnh giao, 22 đã xong, 9 xin lùi."
OF_SO_MANY = "Trong tổng số 52 thôn của xã, 17 thôn có trạm phát, tổng số hộ là 3.140."
RANKED = "Trong số 8 nhóm thủ tục được xếp hạng, nhóm thuế mất 2,9 giờ làm việc."
DONE = "Phòng đã làm 44 thủ tục (cấp độ 4) trong tổng số 91 thủ tục, xây mô hình một cửa theo hướng mới."
COSTS = "Mỗi trạm bơm 190 triệu đồng, huyện chi cho các trạm bơm 2,3 tỷ đồng."


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Bao nhiêu phòng ở Bàu Sen bỏ trống?", ROOMS, "640 trong 1.100 phòng"),
        ("Khu nhà Bàu Sen có tổng cộng bao nhiêu phòng?", ROOMS, "1.100 phòng"),
        ("Bao nhiêu nhiệm vụ huyện giao đã xong?", TASKS, "22 nhiệm vụ"),
        ("Bao nhiêu nhiệm vụ tỉnh giao xin lùi?", LEFT_OUT, "9 xin lùi"),
        ("Tất cả bao nhiêu thôn của xã?", OF_SO_MANY, "52 thôn"),
        ("Tổng số hộ của xã là bao nhiêu?", OF_SO_MANY, "3.140"),
        ("Có mấy nhóm thủ tục được xếp hạng?", RANKED, "8 nhóm thủ tục"),
        ("Tổng chi cho trạm bơm là bao nhiêu tiền?", COSTS, "2,3 tỷ đồng"),
    ],
)
def test_whole(question: str, text: str, answer: str) -> None:
    assert best(read_numbers(reading(question), plain(text))) == answer


def test_the_whole_of_a_part_counts_less_unless_it_is_asked_for() -> None:
    text = plain(ROOMS)
    listed = figures(text)
    of_part, of_whole = (
        [whole_fit(reading(asked), text, figure, listed) for figure in listed]
        for asked in ("Bao nhiêu phòng bỏ trống?", "Có tổng cộng bao nhiêu phòng?")
    )
    assert of_part == [1.0, WHOLE]
    assert of_whole == [WHOLE, 1.0]


def test_how_long_something_takes_is_no_part() -> None:
    text = plain(RANKED)
    listed = figures(text)
    assert whole_fit(reading("Có mấy nhóm thủ tục?"), text, listed[0], listed) == 1.0


def test_a_figure_that_the_question_tells_has_no_words_of_its_own() -> None:
    question = "Trong 91 thủ tục, mô hình theo hướng mới có bao nhiêu thủ tục?"
    [one] = read_numbers(reading(question), plain(DONE))
    assert one.text == "44 thủ tục"
    assert one.signs["coverage"] > 0.9


BOTH = "Năm nay số người đạt chuẩn danh hiệu nghệ nhân, thợ giỏi là 1.226."
PLAN = "Kế hoạch gồm 27 mục tiêu, 51 nhiệm vụ. Cả năm đã đạt và vượt 11 mục tiêu, 19 nhiệm vụ."


def test_a_figure_of_two_things_together_is_none_of_one() -> None:
    text = plain(BOTH)
    (figure,) = figures(text)
    asked = reading("Trong số người đạt chuẩn có bao nhiêu người là nghệ nhân?")
    assert whole_fit(asked, text, figure, [figure]) == WHOLE
    assert whole_fit(reading("Có bao nhiêu người đạt chuẩn?"), text, figure, [figure]) == 1.0


def test_what_a_plan_holds_is_not_what_was_done() -> None:
    asked = reading("Huyện đạt và vượt được mấy nhiệm vụ của kế hoạch?")
    text = plain(PLAN)
    fits = [whole_fit(asked, text, one, figures(text)) for one in figures(text)]
    assert fits == [NOT_DONE, NOT_DONE, 1.0, 1.0]
    missed = reading("Huyện không đạt mấy nhiệm vụ?")
    assert whole_fit(missed, text, figures(text)[0], figures(text)) == 1.0


def test_a_part_is_no_larger_than_its_whole() -> None:
    text = plain("Tổng số điều kiện được rà soát là 1.216 trên 27 ngành nghề.")
    asked = reading("Tất cả bao nhiêu điều kiện được rà soát?")
    assert best(read_numbers(asked, text)) == "1.216"


def test_of_all_there_are_none_is_told_by_those_that_have_something() -> None:
    text = "Xã có 52 hộ gia đình có máy tính."
    whole = {
        asked: [one.signs["whole"] for one in read_numbers(reading(asked), plain(text))]
        for asked in (
            "Tổng số hộ gia đình của xã là bao nhiêu?",
            "tong so ho gia dinh cua xa la bao nhieu",
            "Tổng số hộ gia đình có máy tính là bao nhiêu?",
        )
    }
    assert list(whole.values()) == [[WHOLE], [WHOLE], [1.0]]


def test_what_a_plan_sets_is_not_done() -> None:
    text = plain("Kế hoạch đề ra 35 chỉ tiêu để nâng các chỉ tiêu đã hoàn thành năm trước.")
    [set_out] = figures(text)[:1]
    fits = [
        whole_fit(reading(question), text, set_out, figures(text))
        for question in ("Xã hoàn thành bao nhiêu chỉ tiêu?", "Kế hoạch có bao nhiêu chỉ tiêu?")
    ]
    assert fits == [NOT_DONE, 1.0]

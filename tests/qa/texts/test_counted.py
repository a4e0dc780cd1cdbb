"""What numbers count."""

import pytest

from qa.texts.counted import Counted, counted, other_count, same_noun
from qa.words.terms import units


def numbers(text: str) -> list[Counted]:
    return counted(text, units(text), (0, len(text)))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("An Mây cấp 8.511 chứng thư", False),
        ("An Mây có 6 bài học", False),
        ("lên tới 11/20 sản phẩm", False),
        ("họp vào 21/9, đúng không", True),
        ("từ tháng 3 đến nay", True),
        ("kết quả năm 2015", True),
        ("dạy ở lớp 4", True),
        ("dự thảo lần 2 của sở", True),
        ("tổng số 40 xã", False),
    ],
)
def test_days_and_labels_count_nothing(text: str, named: bool) -> None:
    [one] = numbers(text)
    assert one.named is named


def test_a_number_counts_the_noun_behind_it() -> None:
    [claimed] = numbers("8.511 chứng thư")
    mail, certificates = numbers("8.511 hộp thư điện tử; 2.650 chứng thư số")
    assert not same_noun(claimed, mail) or claimed.keys & mail.keys
    assert other_count(claimed, certificates)
    assert not other_count(claimed, mail)


def test_another_number_of_a_measure_denies_nothing() -> None:
    [claimed] = numbers("4 ngày")
    [told] = numbers("5 ngày")
    assert not other_count(claimed, told)


def test_how_far_apart_two_are_is_not_how_many_they_are() -> None:
    [claimed] = numbers("còn thiếu 4 cơ sở")
    [told] = numbers("15 cơ sở")
    assert claimed.apart and not other_count(claimed, told)


def test_both_numbers_of_a_share_are_held() -> None:
    [told] = numbers("11/20 sản phẩm")
    assert told.keys == {"11", "20"}


def test_what_reached_and_exceeded_a_plan_is_no_difference() -> None:
    [one] = numbers("An Mây đạt và vượt kế hoạch 11 mục tiêu")
    assert not one.apart
    [other] = numbers("An Mây vượt kế hoạch 11 mục tiêu")
    assert other.apart

"""Periods as reports and questions name them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.vietnamese import fold
from qa.texts.period import Period, agreement, find_periods


def named(text: str) -> list[tuple[int | None, str | None]]:
    return [(period.year, period.part) for period in find_periods(text) if not period.horizon]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("năm 2022", [(2022, None)]),
        ("quý I năm 2022", [(2022, "q1")]),
        ("quý II/2022", [(2022, "q2")]),
        ("trong quý IV", [(None, "q4")]),
        ("quý 3 năm 2023", [(2023, "q3")]),
        ("6 tháng đầu năm 2024", [(2024, "h1")]),
        ("6 tháng cuối năm 2022", [(2022, "h2")]),
        ("6 tháng đầu năm", [(None, "h1")]),
        ("nửa đầu năm 2023", [(2023, "h1")]),
        ("9 tháng năm 2023", [(2023, "9m")]),
        ("hết ba tháng đầu năm 2022", [(2022, "3m")]),
        ("5 tháng đầu năm 2023", [(2023, "5m")]),
        ("tháng 6/2023", [(2023, "m6")]),
        ("tháng 6 năm 2023", [(2023, "m6")]),
        ("ngày 13/4/2022", [(2022, "m4")]),
        ("năm 2022, tăng so với năm 2021", [(2022, None), (2021, None)]),
        ("Năm học 2024 - 2025", [(2024, None)]),
        ("thực hiện trong 3 tháng", []),
        ("bắt đầu từ hôm nay", []),
        ("Sáng 13/4", []),
        ("", []),
    ],
)
def test_periods(text: str, periods: list[tuple[int | None, str | None]]) -> None:
    assert named(text) == periods
    assert named(fold(text)) == periods


@pytest.mark.parametrize(
    "text", ["đến năm 2025", "giai đoạn 2021 - 2025", "định hướng đến năm 2030", "tới 2025"]
)
def test_a_year_that_is_aimed_at_is_no_period(text: str) -> None:
    assert [period.horizon for period in find_periods(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Quỹ 3 tỷ đồng",
        "Thông tư số 01/2022/TT-BTTTT",
        "Quyết định số 2025/QĐ-UBND",
        "có 2025 hồ sơ",
    ],
)
def test_what_only_looks_like_a_period(text: str) -> None:
    assert named(text) == []


@given(st.text(alphabet="0123456789/-. quýnămthgIVđầucoi", max_size=30))
def test_spans_are_in_order_and_months_are_months(text: str) -> None:
    last = 0
    for period in find_periods(text):
        assert last <= period.start < period.end <= len(text)
        assert period.year is None or 1980 <= period.year < 2050
        assert period.horizon or period.year or period.part
        last = period.end


PERIODS = st.builds(
    Period,
    st.just(0),
    st.just(0),
    st.sampled_from([None, 2022, 2023]),
    st.sampled_from([None, "q1", "q2", "q4", "h1", "h2", "9m", "m1", "m6", "m12"]),
)


@given(PERIODS, st.none() | PERIODS)
def test_agreement_is_a_share_and_full_for_the_same(asked: Period, stated: Period | None) -> None:
    assert 0 <= agreement(asked, stated) <= 1
    assert agreement(asked, asked) == agreement(None, stated) == 1


@pytest.mark.parametrize(
    ("asked", "stated", "expected"),
    [
        ("năm 2022", "năm 2023", 0),
        ("quý I/2022", "quý II/2022", 0),
        ("6 tháng đầu năm 2022", "6 tháng cuối năm 2022", 0),
        ("6 tháng đầu năm 2024", "quý II năm 2024", 0.85),
        ("năm 2024", "6 tháng đầu năm 2024", 1),
        ("quý I", "quý I/2022", 1),
    ],
)
def test_agreement(asked: str, stated: str, expected: float) -> None:
    assert agreement(find_periods(asked)[0], find_periods(stated)[0]) == expected


def test_three_months_are_a_quarter() -> None:
    asked, stated = Period(0, 1, 2022, "3m"), Period(0, 1, 2022, "q1")
    assert agreement(asked, stated) == 1.0
    assert agreement(asked, Period(0, 1, 2022, "m3")) < 1.0


def test_a_year_before_what_is_counted() -> None:
    [year] = find_periods("Năm 2022 hồ sơ điện tử chiếm mấy phần trăm?")
    assert year.year == 2022
    assert find_periods("Có 2022 hồ sơ điện tử") == []

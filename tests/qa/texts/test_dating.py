"""When a figure of a report was measured."""

import pytest

from qa.texts.dating import period_of
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("text", "published", "year", "part"),
    [
        ("Sang tháng 1 tới mức phí là 12.000 đồng.", "2027-12-05", 2028, "m1"),
        ("Hồi tháng 1 mức phí là 12.000 đồng.", "2027-12-05", 2027, "m1"),
        ("Hồi tháng 12 mức phí là 12.000 đồng.", "2027-02-05", 2026, "m12"),
        ("Trong tháng 12 tới mức phí là 12.000 đồng.", "2027-02-05", 2027, "m12"),
        ("Năm ngoái mức phí là 12.000 đồng.", "2027-02-05", 2026, None),
    ],
)
def test_the_year_of_a_time_named_without_one(
    text: str, published: str, year: int, part: str | None
) -> None:
    at = text.index("12.000")
    found = period_of(plain(text, published=published), (at, at + 6))
    assert found is not None
    assert (found.year, found.part) == (year, part)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Năm 2026 chỉ có 640 hồ sơ thì đến tháng 8 năm 2027 số ấy đã khác.", 2026),
        ("Cả huyện có 640 hồ sơ trong năm 2027.", 2027),
        ("So với mọi năm, tỉnh 640 hồ sơ năm 2027.", 2027),
    ],
)
def test_the_time_behind_is_of_what_comes_next(text: str, year: int) -> None:
    at = text.index("640")
    found = period_of(plain(text), (at, at + 3))
    assert found is not None
    assert found.year == year


def test_nothing_was_measured_in_the_half_to_come() -> None:
    text = (
        "Kết quả 6 tháng đầu năm 2027 và nhiệm vụ trọng tâm 6 tháng cuối năm: thu đạt 640 tỷ đồng."
    )
    at = text.index("640")
    found = period_of(plain(text), (at, at + 3))
    assert found is not None
    assert (found.year, found.part) == (2027, "h1")


@pytest.mark.parametrize(
    ("text", "figure", "year", "part"),
    [
        ("Giá giảm từ 21.500 đồng (2023) còn 17.200 đồng (2025).", "21.500", 2023, None),
        ("Giá giảm từ 21.500 đồng (2023) còn 17.200 đồng (2025).", "17.200", 2025, None),
        ("Tỷ lệ tăng gấp đôi: 18,4% (quý I/2024) lên 37,9% (quý IV/2024).", "37,9%", 2024, "q4"),
        ("Năm 2025 đạt 93,7%, cao hơn 2024 (91,2%) và 2023 (88,5%).", "91,2%", 2024, None),
    ],
)
def test_a_time_in_brackets_is_of_the_figure_beside_it(
    text: str, figure: str, year: int, part: str | None
) -> None:
    at = text.index(figure)
    found = period_of(plain(text), (at, at + len(figure)))
    assert found is not None
    assert (found.year, found.part) == (year, part)

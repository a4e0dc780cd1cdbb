"""What the cells of a table say."""

import pytest

from qa.tables.values import is_figure, quantity, unit_named


@pytest.mark.parametrize("text", ["8.293", "88,4%", "-3,2", "12/15", "24.500 triệu đồng", "≥ 90"])
def test_figures(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize(
    "text", ["12/07/2024", "0269 3824 115", "Quý IV/2025", "Sở Y tế", "-", "12/KH-UBND", ""]
)
def test_what_is_no_figure(text: str) -> None:
    assert not is_figure(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8.293", 8293),
        ("88,4%", 88.4),
        ("-3,2", -3.2),
        ("3/4", 0.75),
        ("Sở Y tế", None),
        ("-", None),
    ],
)
def test_quantities(text: str, value: float | None) -> None:
    assert quantity(text) == value


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Kinh phí (triệu đồng)", "triệu đồng"),
        ("Bảng 1. Đơn vị tính: hồ sơ", "hồ sơ"),
        ("Tỷ lệ (%)", "%"),
        ("Đơn vị chủ trì", ""),
        ("Quá hạn", ""),
    ],
)
def test_units(text: str, unit: str) -> None:
    assert unit_named(text) == unit

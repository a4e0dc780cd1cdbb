"""A body's name and what is short for it."""

import pytest

from qa.readers.subjects import RIVAL
from qa.texts.initials import initials, is_short_for
from tests.qa.readings import reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        ("Sở TT - TT Đà Nẵng", "Sở Thông tin và Truyền thông", True),
        ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo Lào Cai", True),
        ("Sở Tài chính", "Sở Tư pháp", False),
        ("Sở GTVT", "Sở Giáo dục và Đào tạo", False),
        ("Sở Tài chính", "Sở Thủy sản Cà Mau", False),
        ("UB", "Ủy ban", False),
    ],
)
def test_is_short_for(one: str, other: str, short: bool) -> None:
    assert is_short_for(one, other) == is_short_for(other, one) == short


def test_initials() -> None:
    assert initials("Sở LĐ-TB&XH và Bộ Y tế") == "SLĐTBXHBYT"


@pytest.mark.parametrize(("body", "rival"), [("Sở TT - TT Lạc Hồng", 1.0), ("Sở Tư pháp", RIVAL)])
def test_an_abbreviated_body_is_no_rival(body: str, rival: float) -> None:
    text = f"Theo ước tính của {body}, mới có 41% người dùng."
    at = text.index("41")
    asked = reading("Sở Thông tin và Truyền thông ước tính bao nhiêu phần trăm người dùng?")
    assert asked.place_signs(plain(text), (at, at + 3))["rival"] == rival

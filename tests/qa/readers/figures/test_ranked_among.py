"""Among whom ranks of invented texts are told."""

import pytest

from qa.readers.figures.numbers import read_numbers
from qa.readers.figures.ranked_among import AMONG_OTHERS, among_fit
from qa.texts.figures import figures
from tests.qa.readings import best, reading
from tests.qa.reports import plain

BOTH = "Xã Gò Mây xếp thứ 2 toàn tỉnh, xếp thứ 41 cả nước."
WORLD = "Chính phủ điện tử xếp thứ 86/193 quốc gia, vùng lãnh thổ, xếp thứ 6 khu vực Đông Nam Á."
OF_ALL = "Tỉnh xếp hạng 52/63 các tỉnh, thành phố."


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Gò Mây xếp thứ mấy cả nước?", BOTH, "thứ 41"),
        ("Gò Mây xếp thứ mấy toàn tỉnh?", BOTH, "thứ 2"),
        ("go may xep thu may toan quoc", BOTH, "thứ 41"),
        ("Chính phủ điện tử xếp thứ mấy thế giới?", WORLD, "thứ 86/193"),
        ("Chính phủ điện tử xếp thứ mấy khu vực?", WORLD, "thứ 6"),
    ],
)
def test_among_whom(question: str, text: str, answer: str) -> None:
    assert best(read_numbers(reading(question), plain(text))) == answer


@pytest.mark.parametrize(
    ("question", "fit"),
    [
        ("Tỉnh xếp thứ mấy cả nước?", 1.0),
        ("Tỉnh xếp thứ mấy trong 63 tỉnh thành?", 1.0),
        ("Tỉnh xếp thứ mấy?", 1.0),
        ("Tỉnh xếp thứ mấy khu vực?", AMONG_OTHERS),
        ("Huyện Gò Mây xếp thứ mấy?", AMONG_OTHERS),
    ],
)
def test_no_district_ranks_among_provinces(question: str, fit: float) -> None:
    paragraph = plain(OF_ALL)
    ranks = [one for one in figures(paragraph) if one.kind == "rank"]
    assert [among_fit(reading(question), paragraph, one) for one in ranks] == [fit]

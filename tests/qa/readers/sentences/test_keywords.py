"""Keywords without a question word: the value and the year that they name."""

import pytest

from qa.readers.sentences.keywords import HEADLESS
from qa.readers.sentences.sentences import read_sentences
from tests.qa.readings import reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("question", "sentence", "fit"),
    [
        ("GRDP Nghệ An 2022", "Nghệ An tính lại tổng sản phẩm năm 2022.", HEADLESS),
        ("GRDP Nghệ An 2022", "GRDP của Nghệ An năm 2022 đứng thứ 12.", 1.0),
        ("GRDP Nghệ An 2022", "GRDP Nghệ An năm 2022 đạt 175.000 tỷ đồng.", 1.0),
        ("GRDP Nghệ An 2021", "GRDP Nghệ An năm 2022 đạt 175.000 tỷ đồng.", HEADLESS),
        ("OCOP Gò Mây", "Gò Mây họp bàn việc đồng áng vụ tới.", HEADLESS),
        ("OCOP Gò Mây", "Gò Mây có thêm OCOP về mật ong.", 1.0),
        ("GRDP Nghệ An 2022 là gì", "Nghệ An tính lại tổng sản phẩm năm 2022.", 1.0),
    ],
)
def test_what_is_named_first(question: str, sentence: str, fit: float) -> None:
    (found,) = read_sentences(reading(question), plain(sentence))
    assert found.signs["headed"] == fit


def test_a_pair_needs_the_value_too() -> None:
    told = "Nghệ An tính lại GRDP năm 2022. Theo đó, xã nào cũng họp."
    found = read_sentences(reading("GRDP Nghệ An 2022"), plain(told))
    assert {one.signs["headed"] for one in found} == {HEADLESS}

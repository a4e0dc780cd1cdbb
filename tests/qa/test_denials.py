"""Figures of those that do and of those that do not."""

import pytest

from qa.readers.denials import AFFIRMED, DENIED, denial_fit
from qa.readers.numbers import read_numbers
from tests.qa.readings import best, reading
from tests.qa.reports import plain

BOTH = "Toàn tỉnh có 97 xã đã có biên lai điện tử, 12 xã chưa có biên lai điện tử."


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Bao nhiêu xã chưa có biên lai điện tử?", "12 xã"),
        ("Bao nhiêu xã đã có biên lai điện tử?", "97 xã"),
    ],
)
def test_those_that_do_not(question: str, answer: str) -> None:
    assert best(read_numbers(reading(question), plain(BOTH))) == answer


def test_a_figure_whose_words_deny_weighs_more_than_its_rival() -> None:
    text = plain(BOTH)
    spans = [(at, at + 2) for at in (BOTH.index("97"), BOTH.index("12"))]
    asked = reading("Bao nhiêu xã chưa có biên lai điện tử?")
    assert [denial_fit(asked, text, span, spans) for span in spans] == [AFFIRMED, DENIED]
    plainly = reading("Bao nhiêu xã có biên lai điện tử?")
    assert [denial_fit(plainly, text, span, spans) for span in spans] == [1.0, 1.0]
    assert AFFIRMED < 1 < DENIED

"""A figure of something else beside one of what is asked for."""

import pytest

from qa.readers.figures.counted_beside import OF_ANOTHER, beside_fit
from qa.readers.figures.counted_nouns import counted_noun
from qa.texts.figures import figures
from tests.qa.readings import reading
from tests.qa.reports import plain

PLAN = "Kế hoạch có 31 chỉ tiêu, 40 giải pháp."
PUPILS = "Trường có 120 học sinh dự thi, 35 em đạt giải."
ALONE = "Kế hoạch có 40 giải pháp."


@pytest.mark.parametrize(
    ("question", "text", "fits"),
    [
        ("Kế hoạch có bao nhiêu chỉ tiêu?", PLAN, [1.0, OF_ANOTHER]),
        ("Kế hoạch có bao nhiêu giải pháp?", PLAN, [OF_ANOTHER, 1.0]),
        ("Trường có bao nhiêu học sinh đạt giải?", PUPILS, [1.0, 1.0]),
        ("Kế hoạch có bao nhiêu chỉ tiêu?", ALONE, [1.0]),
        ("Huyện có bao nhiêu nghị quyết?", "Huyện ban hành 6 quyết định.", [OF_ANOTHER]),
        ("huyen co bao nhieu truong", "Huyện có 900 học sinh.", [OF_ANOTHER]),
        ("Huyện có bao nhiêu hộ?", "Huyện có 900 hộ gia đình.", [1.0]),
        ("Huyện có bao nhiêu xã?", "Huyện có 12 đơn vị.", [1.0]),
        ("Huyện có 12 xã và bao nhiêu thôn?", "Huyện có 12 thôn, 40 xã.", [1.0, 1.0]),
        ("Trong 31 chỉ tiêu đạt bao nhiêu chỉ tiêu?", ALONE, [OF_ANOTHER]),
    ],
)
def test_another_noun(question: str, text: str, fits: list[float]) -> None:
    paragraph, asked = plain(text), reading(question)
    listed = figures(paragraph)
    noun = counted_noun(asked)
    wanted = [unit.key for unit in noun[:2]]
    found = []
    for one in listed:
        at = paragraph.unit_at(one.span[0]) + 1
        if [unit.key for unit in paragraph.units[at : at + 2]] == wanted:
            found.append(1.0)  # only what counts something else is asked
        else:
            found.append(beside_fit(asked, paragraph, one, noun, listed))
    assert found == fits

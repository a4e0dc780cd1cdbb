"""Of which numbered document a figure is."""

import pytest

from qa.readers.figures.numbers import read_numbers
from qa.readers.numbered import GOES_ON, OTHER_DOCUMENT
from tests.qa.readings import best, reading
from tests.qa.reports import plain

TOLD = (
    "Xã ban hành Nghị quyết số 5-NQ/TU về bến thuyền. Nghị quyết xác định 20 mục tiêu. "
    "Kế hoạch số 71/KH-UBND về bến thuyền có 27 mục tiêu."
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Nghị quyết 5-NQ/TU về bến thuyền có bao nhiêu mục tiêu?", "20 mục tiêu"),
        ("Kế hoạch 71 về bến thuyền có bao nhiêu mục tiêu?", "27 mục tiêu"),
    ],
)
def test_the_document_asked_about(question: str, answer: str) -> None:
    assert best(read_numbers(reading(question), plain(TOLD))) == answer


def test_a_sentence_that_goes_on_about_it_counts_more_another_document_less() -> None:
    asked = reading("Nghị quyết 5-NQ/TU về bến thuyền có bao nhiêu mục tiêu?")
    found = {one.text: one.signs["document"] for one in read_numbers(asked, plain(TOLD))}
    assert found == {"20 mục tiêu": GOES_ON, "27 mục tiêu": OTHER_DOCUMENT}

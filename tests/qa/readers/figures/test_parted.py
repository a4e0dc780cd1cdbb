"""Whether a count is of all or of the part that the question names."""

import pytest

from qa.readers.figures.numbers import read_numbers
from tests.qa.readings import best, reading
from tests.qa.reports import plain

TOLD = "Xã nhận 217 kiến nghị, trong đó 15 ý kiến về đường làng, 78 ý kiến về bến thuyền."
IN_BRACKETS = "Kế hoạch có 20 mục tiêu, đều đến năm 2030: đường làng (12 mục tiêu), bến thuyền ven sông (8 mục tiêu)."
OTHERS = "Xã ra 14 kế hoạch, 6 quyết định làm bến thuyền."


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Xã nhận bao nhiêu kiến nghị về bến thuyền?", TOLD, "78 ý kiến"),
        ("Xã nhận bao nhiêu kiến nghị?", TOLD, "217 kiến nghị"),
        ("Kế hoạch có bao nhiêu mục tiêu bến thuyền ven sông?", IN_BRACKETS, "8 mục tiêu"),
        # What stands behind another noun's count may be of both.
        ("Xã ra bao nhiêu kế hoạch làm bến thuyền?", OTHERS, "14 kế hoạch"),
        # One word of a label is not what is asked about.
        ("Kế hoạch về thuyền có bao nhiêu mục tiêu?", IN_BRACKETS, "20 mục tiêu"),
    ],
)
def test_part(question: str, text: str, answer: str) -> None:
    assert best(read_numbers(reading(question), plain(text))) == answer

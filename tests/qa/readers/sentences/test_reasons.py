"""Reasons by other words where what did it is asked for."""

import pytest

from qa.readers.sentences.reasons import UNCUED, WEAK, read_reasons
from tests.qa.readings import reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("question", "cue"),
    [
        ("Điều gì khiến khách của xã thích trạm mới?", WEAK),
        ("dieu gi khien khach cua xa thich tram moi", WEAK),
        ("Vì sao khách của xã thích trạm mới?", UNCUED),
    ],
)
def test_what_did_it_is_told_by_what_it_did(question: str, cue: float) -> None:
    (found,) = read_reasons(reading(question), plain("Cách bán vé ở trạm mới tạo thiện cảm."))
    assert found.signs["cue"] == cue

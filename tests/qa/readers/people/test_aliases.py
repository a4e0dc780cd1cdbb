"""Whose real name is asked for."""

import pytest

from qa.readers.people.persons import read_persons
from tests.qa.readings import best, reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    "text",
    [
        'Bị can Vi Văn Sáu bán trụ sở cho Lữ Văn Cẩn (Cẩn "mía") với giá rẻ.',
        'Bị can Vi Văn Sáu bán trụ sở cho Lữ Văn Cẩn, tức Cẩn "mía".',
        'Bị can Vi Văn Sáu bán trụ sở cho Cẩn "mía", tên thật là Lữ Văn Cẩn.',
    ],
)
def test_the_one_called_so(text: str) -> None:
    asked = reading("Cẩn mía mua trụ sở của bị can Sáu tên thật là gì?")
    assert best(read_persons(asked, plain(text))) == "Lữ Văn Cẩn"


def test_nobody_else() -> None:
    found = read_persons(
        reading("Cẩn mía tên thật là gì?"), plain("Ông Vi Văn Sáu bán nhà cho Cẩn mía.")
    )
    assert all(one.signs["alias"] < 0.5 for one in found)

"""Who is told to do what is asked about."""

import pytest

from qa.reader import read_anyone, read_several
from qa.readers.bodies.addressed import read_addressed
from tests.qa.readings import best, reading
from tests.qa.reports import plain

TOLD = (
    "Chủ tịch xã Lê Văn Sáng đề nghị trong thời gian tới, các tổ dân phố, điểm trường phải rà soát máy bơm. "
    "Ông Lê Văn Sáng yêu cầu trạm y tế kiểm tra kho thuốc."
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Chủ tịch xã yêu cầu ai phải rà soát máy bơm?", "các tổ dân phố, điểm trường"),
        ("chu tich xa giao cho ai ra soat may bom", "các tổ dân phố, điểm trường"),
        ("Ai phải rà soát máy bơm?", "các tổ dân phố, điểm trường"),
        ("Chủ tịch xã giao đơn vị nào kiểm tra kho thuốc?", "trạm y tế"),
        ("Ai rà soát máy bơm?", ""),
        ("Ai yêu cầu trạm y tế kiểm tra kho thuốc?", ""),
        ("Chủ tịch giao ai nhắc trạm y tế kiểm tra kho thuốc?", "các tổ dân phố, điểm trường"),
    ],
)
def test_they_stand_behind_the_verb(question: str, answer: str) -> None:
    assert best(read_addressed(reading(question), plain(TOLD))) == answer


def test_they_answer_whom_and_who_must() -> None:
    asked = reading("Chủ tịch xã đề nghị ai rà soát máy bơm?")
    assert best(read_anyone(asked, plain(TOLD))) == "các tổ dân phố, điểm trường"
    asked = reading("Chủ tịch xã yêu cầu những đơn vị nào rà soát máy bơm?")
    assert best(read_several(asked, plain(TOLD))) == "các tổ dân phố, điểm trường"


def test_the_body_of_an_office_is_told_nothing() -> None:
    told = plain("Chủ tịch UBND huyện nói huyện đào ao. Sở Y tế xem ao.")
    found = read_anyone(reading("Giao cho ai đào ao?"), told)
    assert "UBND huyện" not in {one.text for one in found}

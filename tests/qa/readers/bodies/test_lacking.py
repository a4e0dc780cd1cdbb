"""Bodies without a name that do not have or do what is asked."""

import pytest

from qa.reader import read_anyone, read_bodies, read_located, read_several, read_told
from qa.readers.bodies.lacking import read_lacking
from tests.qa.readings import best, reading
from tests.qa.reports import plain

TOLD = "Sở Y tế có máy quét từ năm ngoái. Trạm y tế các xã vùng cao vẫn chưa có máy quét."


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Những đơn vị nào chưa có máy quét?", TOLD, "Trạm y tế các xã vùng cao"),
        ("don vi nao chua co may quet", TOLD, "Trạm y tế các xã vùng cao"),
        ("Đơn vị nào có máy quét?", TOLD, ""),
        ("Cấp nào chưa có máy quét?", "Hiện nay, cấp xã đều chưa có máy quét.", "cấp xã"),
        ("Đơn vị nào chưa nộp?", "Tỉnh đã nộp, còn UBND các xã chưa nộp.", "UBND các xã"),
        ("Đơn vị nào chưa nộp?", "Một số trường chưa nộp. Còn 5 đơn vị chưa nộp.", ""),
        (
            "Ai chưa nộp?",
            "Việc chậm do người đứng đầu một số cơ quan, đơn vị chưa nộp đơn.",
            "người đứng đầu một số cơ quan, đơn vị",
        ),
        ("Đơn vị nào chưa nộp?", "Các trường không dùng tiền mặt.", ""),
    ],
)
def test_they_are_told_by_what_they_are_called(question: str, text: str, answer: str) -> None:
    assert best(read_lacking(reading(question), plain(text))) == answer


def test_they_answer_whatever_word_asks_for_them() -> None:
    told = plain(TOLD)
    who = "Trạm y tế các xã vùng cao"
    assert best(read_bodies(reading("Cơ quan nào chưa có máy quét?"), told)) == who
    assert best(read_several(reading("Những cơ quan nào chưa có máy quét?"), told)) == who
    assert best(read_anyone(reading("Ai chưa có máy quét?"), told)) == who
    assert best(read_located(reading("Nơi nào chưa có máy quét?"), told)) == who
    assert who in best(read_told(reading("Cấp nào chưa có máy quét?"), told))


def test_a_group_ends_before_its_denial() -> None:
    told = plain(
        "Ông Lê Văn Sáng cấp tài khoản cho cán bộ xã. Cán bộ thôn chưa được cấp tài khoản."
    )
    assert best(read_anyone(reading("Ai chưa được cấp tài khoản?"), told)) == "Cán bộ thôn"


def test_a_sentence_that_denies_nothing_tells_of_the_others() -> None:
    told = plain("Hồ sơ đất đai nộp qua mạng. Hồ sơ hộ tịch không nộp qua mạng được.")
    found = best(read_told(reading("Loại hồ sơ nào không nộp qua mạng được?"), told))
    assert found == "Hồ sơ hộ tịch không nộp qua mạng được."

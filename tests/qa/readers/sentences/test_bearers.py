"""Who is asked for by name is named, not only counted."""

import pytest

from qa.readers.sentences.bearers import NAMELESS, names_fit
from qa.readers.sentences.lists import read_lists
from tests.qa.readings import reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("question", "sentence", "named"),
    [
        ("Những đơn vị nào chưa nộp báo cáo?", "Hôm nay vẫn còn 5 đơn vị chưa nộp cho Sở.", False),
        ("Năm đơn vị chưa nộp là những đơn vị nào?", "Theo Sở Y tế, 5 đơn vị chưa nộp.", False),
        ("Kể tên 5 trường dạy lập trình ở Gò Mây", "Gò Mây có 5 trường dạy lập trình.", False),
        ("Những đơn vị nào chưa nộp?", "Các đơn vị chưa nộp: Sao Khuê, Mây Trắng.", True),
        ("Những đơn vị nào chưa nộp?", "Đến nay đơn vị thi công Sao Khuê chưa nộp.", True),
        ("Hai đơn vị nào chưa nộp?", "Đến nay đơn vị thi công Sao Khuê chưa nộp.", False),
        ("Những đơn vị nào dùng bộ này?", "Bộ chỉ số của các Sở, ban, ngành tỉnh Lúa.", True),
        ("Những đơn vị nào rà soát kho?", "Ở Lúa, đơn vị rà soát như: tổ dệt, đội cá.", True),
        ("Hai tỉnh nào có trạm này?", "Ở đó các tỉnh, thành phố có trạm Mây.", False),
        ("Năm xã nào có trạm?", "Ba xã có trạm là Mây, Gió và Lúa.", False),
        ("Những đơn vị nào chưa nộp?", "con 5 don vi chua nop", True),
        ("Đơn vị chưa nộp bị phạt thế nào?", "Còn 5 đơn vị chưa nộp cho Sở.", True),
        ("Những đơn vị nào chưa nộp?", "Ông Lê Văn Sáng, Chủ tịch xã, họp đơn vị.", False),
    ],
)
def test_names_or_none(question: str, sentence: str, named: bool) -> None:
    paragraph = plain(sentence)
    found = names_fit(reading(question), paragraph, (0, len(sentence)))
    assert found == (1.0 if named else NAMELESS)


def test_the_clause_that_has_the_noun_must_name() -> None:
    told = "Sở Y tế và Sở Nội vụ đã họp; vẫn còn 5 đơn vị chưa nộp."
    asked = reading("Những đơn vị nào chưa nộp?")
    assert names_fit(asked, plain(told), (0, len(told))) == NAMELESS


def test_a_list_that_names_none_is_doubted() -> None:
    told = "Gò Mây có 5 trường dạy lập trình. Trường dạy lập trình gồm Lúa, Gió."
    found = read_lists(reading("Những trường nào dạy lập trình ở Gò Mây?"), plain(told))
    assert [one.signs["named ones"] for one in found] == [NAMELESS, 1.0]

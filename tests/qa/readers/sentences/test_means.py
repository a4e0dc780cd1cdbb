"""Ways and means, and what only has to be done."""

import pytest

from qa.readers.sentences.means import ALL_THERE_IS, TOLD, UNTOLD, means
from qa.readers.sentences.sentences import read_sentences
from tests.qa.readings import best, reading
from tests.qa.reports import plain

ONLY = "Người dân chỉ cần ngồi ở nhà mở điện thoại."


@pytest.mark.parametrize(
    ("question", "sentence", "sign"),
    [
        ("Dân xã Mây có thể đổi thẻ bằng cách nào?", ONLY, ALL_THERE_IS),
        ("dan xa may can gi de doi the", ONLY, ALL_THERE_IS),
        ("Muốn đổi thẻ thì làm thế nào?", "Cán bộ hướng dẫn dân đăng nhập.", TOLD),
        ("Dân có thể đổi thẻ bằng cách nào?", "Cán bộ hướng dẫn dân đăng nhập.", TOLD),
        ("Muốn đổi thẻ thì làm thế nào?", "Sở hướng dẫn hoạt động này tới dân.", UNTOLD),
        ("Ai đổi thẻ cho dân?", ONLY, 1.0),
        ("Máy của Cao Bằng nối với trục nào?", ONLY, 1.0),
        ("Xã mở phần mềm dùng chung nào?", ONLY, 1.0),
        ("Xã bàn nội dung gì?", ONLY, 1.0),
        ("may cua xa noi bang day nao", ONLY, ALL_THERE_IS),
    ],
)
def test_the_way_is_told(question: str, sentence: str, sign: float) -> None:
    assert means(reading(question), plain(sentence), (0, len(sentence))) == sign


def test_what_only_has_to_be_done_goes_on_with_the_sentence_before() -> None:
    told = plain(
        f"Sở mở dịch vụ đổi thẻ bò sữa cho dân xã Mây. {ONLY} Năm nay dân xã Mây đổi thẻ bò sữa nhiều."
    )
    found = best(read_sentences(reading("Dân xã Mây đổi thẻ bò sữa bằng cách nào?"), told))
    assert found == f"Sở mở dịch vụ đổi thẻ bò sữa cho dân xã Mây. {ONLY}"

"""Things that are counted, and whether it is said which they are."""

import pytest

from qa.readers.sentences.lists import read_lists
from qa.readers.sentences.unlisted import FEWER, OTHERS, UNLISTED, listed_fit
from tests.qa.readings import reading
from tests.qa.reports import plain

ASKED = "Sáu mô hình chậm tiến độ ở Gò Mây là những mô hình nào?"


@pytest.mark.parametrize(
    ("question", "sentence", "fit"),
    [
        (ASKED, "Gò Mây còn 6 mô hình chậm tiến độ và chậm chuyển biến.", UNLISTED),
        ("6 mo hinh cham o go may la nhung mo hinh nao", "Còn 6 mô hình chậm.", UNLISTED),
        ("Kể tên 6 mô hình chậm tiến độ", "Còn 6 mô hình chậm.", UNLISTED),
        ("6 mô hình chậm tiến độ là gì?", "Còn 6 mô hình chậm.", UNLISTED),
        ("Những mô hình nào chậm?", "Còn 6/20 mô hình chậm.", UNLISTED),
        ("Những mô hình nào chậm?", "Còn sáu mô hình chậm.", UNLISTED),
        (ASKED, "Còn 6 mô hình chậm gồm chợ, trạm, kho.", 1.0),
        (ASKED, "Còn 6 mô hình chậm: chợ, trạm, kho.", 1.0),
        (ASKED, "Còn 6 mô hình chậm (chợ, trạm, kho).", 1.0),
        (ASKED, "Còn 6 mô hình chậm (chiếm 20%).", UNLISTED),
        (ASKED, "Chợ, trạm và kho là 6 mô hình chậm.", 1.0),
        (ASKED, "Còn 6 mô hình chợ, trạm, kho, cầu.", 1.0),
        ("3 mô hình nào chậm?", "Còn 3 mô hình về chợ xã; trạm bơm; kho lúa.", 1.0),
        (ASKED, "Còn 6 mô hình chậm; 3 mô hình khác gồm chợ, kho.", UNLISTED),
        (ASKED, "Mô hình chậm nhất là chợ và trạm.", FEWER),
        (ASKED, "Mô hình chậm là chợ, trạm, kho.", 1.0),
        ("Quận 6 mô hình nào chậm?", "Còn 6 mô hình chậm.", 1.0),
        ("Mô hình nào chậm?", "Còn 6 mô hình chậm.", 1.0),
        ("Những mạng nào hỏng?", "Xã có 6 mảng việc.", 1.0),
    ],
)
def test_what_is_only_counted_is_not_named(question: str, sentence: str, fit: float) -> None:
    assert listed_fit(reading(question), plain(sentence), (0, len(sentence))) == fit


def test_where_they_are_only_counted_other_sentences_tell_of_others() -> None:
    told = plain("Còn 6 mô hình chậm. Xã họp bàn về mô hình chợ, trạm, kho, cầu.")
    second = told.sentences[1]
    assert listed_fit(reading(ASKED), told, second) == OTHERS
    told = plain("Còn 6 mô hình chậm. Đó là chợ và trạm.")
    assert listed_fit(reading(ASKED), told, told.sentences[1]) == 1.0


def test_a_list_is_weighed_by_it() -> None:
    found = read_lists(reading(ASKED), plain("Gò Mây còn 6 mô hình chậm tiến độ."))
    assert [one.signs["listed"] for one in found] == [UNLISTED]

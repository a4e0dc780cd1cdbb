"""Who does not, where the question asks for such."""

import pytest

from qa.readers.bodies.organizations import read_organizations
from qa.readers.denied import (
    AFFIRMED,
    asks_what_is_not,
    asks_who_does_not,
    denied_fit,
    denies,
)
from qa.readers.places.places import read_place_lists, read_provinces
from qa.readers.sentences.sentences import read_sentences
from tests.qa.readings import best, reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("question", "denied"),
    [
        ("Những đơn vị nào đến nay vẫn chưa nộp?", True),
        ("Cơ quan nào của tỉnh Lúa chưa nộp?", True),
        ("don vi nao o go may chua nop", True),
        ("Ai không phải nộp?", True),
        ("Nhà mạng nào vừa tặng máy vừa không thu cước?", False),
        ("Trường nào không dùng tiền mặt?", False),
        ("Đơn vị nào nộp mà không cần ký?", False),
        ("Đơn vị nào nộp chưa?", False),
        ("Đơn vị nào chưa?", False),
    ],
)
def test_the_denial_stands_behind_the_question_word(question: str, denied: bool) -> None:
    assert asks_who_does_not(reading(question)) == denied


@pytest.mark.parametrize(
    ("question", "denied"),
    [
        ("Các xã của Gò Mây chưa có hệ thống gì?", True),
        ("cac xa cua go may chua co he thong gi", True),
        ("Các xã chưa có hệ thống gì?", True),
        ("Không có thẻ thì dân mang giấy gì?", False),
        ("Trạm y tế không nhận loại thẻ nào?", True),
        ("Các xã của Gò Mây có hệ thống gì?", False),
        ("Xã chưa xong thì huyện làm gì cho dân?", False),
        ("Xã chưa có trạm, huyện xây gì?", False),
        ("Trạm y tế không có thuốc thế nào?", False),
        ("Xã họp để làm gì khi chưa có điện?", False),
    ],
)
def test_what_is_not_so_is_asked_for(question: str, denied: bool) -> None:
    assert asks_what_is_not(reading(question)) == denied


def test_a_sentence_that_denies_tells_what_is_not_so() -> None:
    has, lacks = "Các xã đã có hệ thống camera.", "Các xã chưa có hệ thống họp từ xa."
    text = plain(f"{has} {lacks}")
    assert best(read_sentences(reading("Các xã chưa có hệ thống gì?"), text)) == lacks
    assert best(read_sentences(reading("Các xã có hệ thống gì?"), text)) != lacks


@pytest.mark.parametrize(
    ("text", "name", "fit"),
    [
        ("Mây đã nộp đơn, còn Gió chưa nộp.", "Mây", AFFIRMED),
        ("Mây đã nộp đơn, còn Gió chưa nộp.", "Gió", 1.0),
        ("Mây, Gió và Lúa chưa nộp.", "Mây", 1.0),
        ("Chưa nộp đơn là Mây, Gió.", "Gió", 1.0),
        ("Mây còn nợ đơn, Gió nộp rồi.", "Mây", 1.0),
        ("Mây còn nợ đơn, Gió nộp rồi.", "Gió", AFFIRMED),
    ],
)
def test_one_of_which_nothing_is_denied(text: str, name: str, fit: float) -> None:
    named = [(text.find(one), text.find(one) + len(one)) for one in ("Mây", "Gió", "Lúa")]
    named = [span for span in named if span[0] >= 0]
    span = (text.find(name), text.find(name) + len(name))
    asked = reading("Đơn vị nào chưa nộp?")
    assert denied_fit(asked, plain(text), span, named) == fit
    assert denied_fit(reading("Đơn vị nào nộp?"), plain(text), span, named) == 1.0


def test_other_words_deny_too() -> None:
    assert denies("Xã Mây còn nợ đơn.", 0, 17)
    assert not denies("Xã Mây thanh toán không dùng tiền mặt.", 0, 38)


def test_bodies_and_places_of_which_nothing_is_denied_come_last() -> None:
    told = plain("Sở Y tế nộp đơn đúng hạn. Đến nay chỉ Sở Nội vụ chưa nộp đơn.")
    found = {
        one.text: one.signs["denied"]
        for one in read_organizations(reading("Sở nào chưa nộp đơn?"), told)
    }
    assert found == {"Sở Y tế": AFFIRMED, "Sở Nội vụ": 1.0}
    told = plain("Xã Mây Lúa đã có trạm bơm, còn xã Gò Gió chưa có.")
    asked = reading("Xã nào chưa có trạm bơm?")
    assert sorted(one.signs["denied"] for one in read_provinces(asked, told)) == [AFFIRMED, 1.0]
    told = plain("Đã có trạm bơm là các xã Mây Lúa, Đồi Mây. Các xã Gò Gió, Bãi Cát chưa có.")
    asked = reading("Những xã nào chưa có trạm bơm?")
    assert sorted(one.signs["denied"] for one in read_place_lists(asked, told)) == [AFFIRMED, 1.0]

"""Whole sentences and lists as answers, in sentences like the press's."""

import pytest

from qa.readers.sentences.lists import read_lists
from qa.readers.sentences.sentences import read_sentences
from tests.qa.readings import best, reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Xã nhận đơn của dân bằng cách nào?",
            "Xã nhận đơn của dân từ tháng 5. Cán bộ xã nhận đơn của dân qua tin nhắn.",
            "Cán bộ xã nhận đơn của dân qua tin nhắn.",
        ),
        (
            "Nhà máy nước đầu tư theo kiểu gì?",
            "Nhà máy nước được đầu tư ở xã Mây. Nhà máy được đầu tư theo hình thức đối tác công tư.",
            "Nhà máy được đầu tư theo hình thức đối tác công tư.",
        ),
    ],
)
def test_a_way_is_told_by_its_words(question: str, text: str, answer: str) -> None:
    assert best(read_sentences(reading(question), plain(text))) == answer


def test_what_is_announced_is_told_by_the_next_sentence() -> None:
    told = best(
        read_sentences(
            reading("Phòng giảm giờ chờ làm hộ chiếu bằng biện pháp gì?"),
            plain("Ông Tám chia sẻ biện pháp giảm giờ chờ làm hộ chiếu. Đơn vị đã dùng máy quét."),
        )
    )
    assert told.endswith("Đơn vị đã dùng máy quét.")


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Những hộ nào được miễn phí rác?",
            "Hộ được giảm phí rác là hộ ở chợ, hộ ở phố, hộ ở bến. Hộ miễn phí gồm hộ nghèo, trẻ em, người già.",
            "Hộ miễn phí gồm hộ nghèo, trẻ em, người già.",
        ),
        (
            "Ba trụ cột của đề án là gì?",
            "Đề án có trụ cột là dân, nước. Đề án nêu 3 trụ cột là: đất, nước, rừng.",
            "Đề án nêu 3 trụ cột là: đất, nước, rừng.",
        ),
        (
            "Những nhà mạng nào đổi sim?",
            "Những nhà mạng nào đổi sim, đổi mã, đổi số? Nhà mạng Sao Mai và Mây đổi sim.",
            "Nhà mạng Sao Mai và Mây đổi sim.",
        ),
    ],
)
def test_what_counts_up_is_the_list(question: str, text: str, answer: str) -> None:
    assert best(read_lists(reading(question), plain(text))) == answer


def test_what_stands_before_a_link_is_no_part_of_the_noun() -> None:
    text = "Xã có ba tin gồm: tin bão, tin lũ. Sổ của xã thông với trục của tỉnh."
    asked = reading("Sổ của xã thông tin với trục nào?")
    signs = {one.text: one.signs.get("counted up") for one in read_sentences(asked, plain(text))}
    assert signs["Xã có ba tin gồm: tin bão, tin lũ."] == 1.0

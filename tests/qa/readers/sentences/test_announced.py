"""What only announces is not said, what follows it is."""

import pytest

from qa.readers.sentences.announced import ALONE, announces
from qa.readers.sentences.lists import read_lists
from qa.readers.sentences.sentences import read_sentences
from tests.qa.readings import best, reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("question", "sentence", "only"),
    [
        ("Xã còn những hạn chế gì?", "Tuy vậy, xã vẫn còn một số tồn tại, hạn chế.", True),
        ("Xã gặp khó khăn nào?", "Xã vẫn còn nhiều hạn chế cần khắc phục.", True),
        ("xa gap kho khan gi", "Xã vẫn còn nhiều khó khăn, vướng mắc.", True),
        ("Xã gặp khó khăn gì?", "Xã còn nhiều khó khăn về vốn và thiếu thợ.", False),
        ("Xã gặp khó khăn gì?", "Xã còn một số khó khăn: thiếu thợ, thiếu vốn.", False),
        ("Xã có những giải pháp nào?", "Xã vẫn còn một số hạn chế.", False),
        ("Ai chỉ ra hạn chế của xã?", "Xã vẫn còn một số hạn chế.", False),
    ],
)
def test_a_sentence_may_only_announce(question: str, sentence: str, only: bool) -> None:
    assert announces(question, sentence) == (ALONE if only else 1.0)


TOLD = (
    "Xã Gò Mây dệt vải còn một số tồn tại, hạn chế. Thợ chưa quen máy mới. Kho bông chật. Đường vào "
    "lầy lội. Xe hỏng nhiều."
)


def test_three_sentences_behind_it_are_said() -> None:
    three = "Thợ chưa quen máy mới. Kho bông chật. Đường vào lầy lội."
    asked = "Xã Gò Mây dệt vải còn những hạn chế gì?"
    found = read_lists(reading(asked), plain(TOLD))
    assert best(found) == three
    first = max(found, key=lambda one: one.score)
    assert TOLD[slice(*first.quote)] == TOLD[: TOLD.index(three) + len(three)]
    asked = "Xã Gò Mây dệt vải gặp khó khăn gì?"
    assert best(read_sentences(reading(asked), plain(TOLD))) == three


def test_it_ends_where_something_else_begins() -> None:
    told = TOLD.replace("Kho bông chật.", "Thời gian tới, xã sẽ xây kho.")
    found = read_lists(reading("Xã Gò Mây dệt vải còn những hạn chế gì?"), plain(told))
    assert best(found) == "Thợ chưa quen máy mới."


def test_deeds_need_a_word_that_goes_on() -> None:
    asked = "Xã Gò Mây dệt vải có những nhiệm vụ nào?"
    told = "Xã Gò Mây dệt vải có nhiều nhiệm vụ. Chiều qua trời mưa."
    assert "Chiều qua" not in best(read_lists(reading(asked), plain(told)))
    told = "Xã Gò Mây dệt vải có 51 nhiệm vụ. Trong đó có mua bông và sửa máy."
    assert best(read_lists(reading(asked), plain(told))) == "Trong đó có mua bông và sửa máy."

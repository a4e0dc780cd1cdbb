"""What something is good for, and steps to take."""

import pytest

from qa.readers.sentences.means import TOLD as STEP
from qa.readers.sentences.means import means
from qa.readers.sentences.reasons import read_reasons
from qa.readers.sentences.sentences import read_sentences
from qa.readers.sentences.uses import TOLD, UNTOLD, uses
from tests.qa.readings import reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("question", "sentence", "fit"),
    [
        ("Sổ tay số giúp ích gì cho xã?", "Sổ tay số giảm bớt giấy tờ.", TOLD),
        ("so tay so co loi gi cho dan", "Sổ tay số giảm bớt giấy tờ.", TOLD),
        ("Sổ tay số mang lại lợi ích gì?", "Sổ tay số dày 20 trang.", UNTOLD),
        ("Trạm quan trắc giúp gì cho xã?", "Trạm được triển khai để giám sát lũ.", TOLD),
        ("Xã được giúp gì sau lũ?", "Xã nhận 20 tấn gạo.", 1.0),
        ("Sổ tay số dày bao nhiêu?", "Sổ tay số dày 20 trang.", 1.0),
    ],
)
def test_a_use_is_told_or_not(question: str, sentence: str, fit: float) -> None:
    assert uses(reading(question), plain(sentence), (0, len(sentence))) == fit


def test_a_use_is_looked_for_in_sentences_pairs_and_reasons() -> None:
    told = plain("Sổ tay số của xã dày 20 trang. Theo đó, sổ tay số giúp xã bớt họp.")
    found = read_sentences(reading("Sổ tay số giúp gì cho xã?"), told)
    assert [one.signs["uses"] for one in found] == [UNTOLD, TOLD, TOLD]
    asked = "Sổ tay số giúp ích gì cho xã, sao lại phải làm?"
    found = read_reasons(reading(asked), told)
    assert [one.signs["uses"] for one in found[:2]] == [UNTOLD, TOLD]


@pytest.mark.parametrize(
    ("question", "sentence", "steps"),
    [
        ("Muốn đổi thẻ thì dân làm thế nào?", "Cán bộ hướng dẫn dân đăng ký tài khoản.", True),
        ("Muốn đổi thẻ thì dân làm thế nào?", "Dân đổi thẻ đạt 80%.", False),
        ("Vụ này xã làm thế nào?", "Cán bộ hướng dẫn dân đăng ký tài khoản.", False),
    ],
)
def test_steps_answer_what_people_have_to_do(question: str, sentence: str, steps: bool) -> None:
    found = means(reading(question), plain(sentence), (0, len(sentence)))
    assert (found == STEP) == steps

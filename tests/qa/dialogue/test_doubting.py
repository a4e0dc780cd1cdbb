"""Doubt at what was just said."""

import pytest

from qa.dialogue.conversation import is_complete, resolve
from qa.questions.question import understand

RANK = "Cao Bằng đứng thứ mấy về DTI năm 2022?"
DAY = "Hội nghị sơ kết của Cao Bằng họp hôm nào?"


@pytest.mark.parametrize(
    ("asked", "doubt", "read"),
    [
        (RANK, "Chắc không?", RANK),
        (RANK, "Có chắc không vậy?", RANK),
        (
            RANK,
            "Chắc không, tôi nhớ là 47 mà?",
            "Cao Bằng đứng thứ 47 về DTI năm 2022, đúng không?",
        ),
        (
            RANK,
            "Thấp vậy á? Chắc là 47 không?",
            "Cao Bằng đứng thứ 47 về DTI năm 2022, đúng không?",
        ),
        (
            "Cao Bằng có bao nhiêu phần trăm ký số?",
            "Tôi tưởng 80%?",
            "Cao Bằng có 80% ký số, đúng không?",
        ),
        (DAY, "Tôi nhớ là 10/10 mà?", "Hội nghị sơ kết của Cao Bằng họp ngày 10/10, đúng không?"),
        (
            "cao bang nhan bao nhieu kien nghi",
            "toi tuong 300",
            "cao bang nhan 300 kien nghi, dung khong?",
        ),
    ],
)
def test_doubt(asked: str, doubt: str, read: str) -> None:
    resolved = resolve(doubt, [asked])
    assert resolved.question.text == read
    # The same answer may be said again.
    assert resolved.earlier == ()


@pytest.mark.parametrize(
    "text", ["Tôi nghe nói Cao Bằng có 80% văn bản ký số, đúng không?", "Nghệ An có bao nhiêu xã?"]
)
def test_a_question_of_its_own_doubts_nothing(text: str) -> None:
    assert is_complete(understand(text))


def test_doubt_is_no_question_of_its_own() -> None:
    asked = understand("Có chắc là 47 hồ sơ không?")
    assert not is_complete(asked)


def test_doubt_is_also_of_the_question_as_it_was_typed() -> None:
    asked = ["Cao Bằng có bao nhiêu điểm cầu?", "Họp được mấy cuộc?"]
    assert resolve("Chắc là 15 không?", asked).readings[-1].text == "Họp được 15 cuộc, đúng không?"
    assert (
        len(resolve("Chắc không?", ["Cao Bằng có bao nhiêu điểm cầu?", "Thế Nghệ An?"]).readings)
        == 1
    )

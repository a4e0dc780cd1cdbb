"""Several things asked at once, told in one sentence."""

from pathlib import Path

import pytest

from index.encoder import Encoder
from index.store import Index
from index.update import build
from qa.assistant import Assistant
from qa.questions.question import understand
from qa.together import asks_the_same_twice, each_of_two, told_together
from tests.qa.finding import finding


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        ("Tỉnh thử nghiệm mạng mới năm nào và đưa vào kinh doanh năm nào?", True),
        ("Bao nhiêu camera cố định và bao nhiêu camera quay quét?", True),
        ("Tỉnh thử nghiệm mạng mới năm nào?", False),
    ],
)
def test_a_question_word_that_stands_twice(text: str, twice: bool) -> None:
    assert asks_the_same_twice(understand(text)) is twice


YEARS = "Tỉnh Sông Đá thử nghiệm mạng mới vào năm 2027 và đưa vào kinh doanh năm 2028."


def test_both_stand_in_one_sentence() -> None:
    asked = understand("Sông Đá thử nghiệm mạng mới năm nào và đưa vào kinh doanh năm nào?")
    answer = told_together(asked, finding(YEARS))
    assert answer is not None
    assert answer.answer == YEARS


@pytest.mark.parametrize(
    ("question", "text"),
    [
        # One time alone is told.
        (
            "Sông Đá thử nghiệm mạng mới năm nào và đưa vào kinh doanh năm nào?",
            "Tỉnh Sông Đá thử nghiệm mạng mới và đưa vào kinh doanh năm 2028.",
        ),
        # It is told of another bank.
        (
            "Abibank có bao nhiêu máy ATM và bao nhiêu máy POS?",
            "Ngân hàng Sông Đá có 2.536 máy ATM và 60.000 máy POS.",
        ),
        # A share is asked for beside a number, two numbers are told.
        (
            "Có bao nhiêu vụ khiếu nại về đất, chiếm bao nhiêu phần trăm?",
            "Có 129 vụ khiếu nại về đất, 40 vụ khiếu nại về nhà.",
        ),
    ],
)
def test_what_the_sentence_does_not_tell(question: str, text: str) -> None:
    assert told_together(understand(question), finding(text)) is None


EACH = "Mức thưởng cho cá nhân tối đa 3 triệu đồng và cho tập thể tối đa 15 triệu đồng."


def test_each_of_two_is_given_its_own_figure() -> None:
    asked = understand("Mức thưởng cho cá nhân và tập thể tối đa bao nhiêu?")
    answer = each_of_two(asked, finding(EACH)(asked))
    assert answer is not None
    assert answer.answer == "tối đa 3 triệu đồng; tối đa 15 triệu đồng"
    assert {citation.quote for citation in answer.citations} == {EACH}


def test_which_of_the_two_is_more_is_computed() -> None:
    text = "Bệnh viện Sông Mây giải ngân được 76,5%, còn Bệnh viện Bờ Đá đạt 56% vốn được giao."
    asked = understand(
        "Bệnh viện Sông Mây và Bệnh viện Bờ Đá giải ngân mấy phần trăm, bên nào hơn?"
    )
    answer = each_of_two(asked, finding(text)(asked))
    assert answer is not None
    assert answer.computed
    assert (answer.answer or "").startswith("Bệnh viện Sông Mây cao hơn 20,5 điểm phần trăm")
    assert [cell.value for cell in answer.cells] == ["76,5%", "56%"]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "Mức thưởng cho cá nhân và tập thể tối đa bao nhiêu?",
            EACH.replace("cá nhân", "mỗi người"),
        ),
        ("Mức thưởng cho cá nhân tối đa bao nhiêu?", EACH),
        (
            "Mức thưởng cho cá nhân và tập thể tối đa bao nhiêu?",
            "Mức thưởng cho cá nhân tối đa 3 triệu đồng, cho tập thể bằng 2% quỹ.",
        ),
    ],
)
def test_one_figure_is_meant(question: str, text: str) -> None:
    asked = understand(question)
    assert each_of_two(asked, finding(text)(asked)) is None


def test_the_assistant_gives_both(encoder: Encoder, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    text = f"Quy chế thưởng của tỉnh Sông Đá\n\n{EACH}\n\n{YEARS}\n"
    (tmp_path / "corpus" / "thuong.txt").write_text(text, encoding="utf-8")
    build(tmp_path / "corpus", tmp_path / "index", encoder)
    with Index.open(tmp_path / "index", encoder) as index:
        assistant = Assistant(index)
        each = assistant.ask("Mức thưởng cho cá nhân và tập thể tối đa bao nhiêu?")
        twice = assistant.ask("Sông Đá thử nghiệm mạng mới năm nào và đưa vào kinh doanh năm nào?")
    assert each.answer == "tối đa 3 triệu đồng; tối đa 15 triệu đồng"
    assert twice.answer == YEARS

"""Values of an earlier year, computed from a later one and its change since."""

import pytest

from index.passages import Passage
from qa.assistant import Assistant
from qa.comparing.earlier import as_it_was
from qa.findings import Findings
from qa.questions.question import Question, understand
from qa.reader import Reader
from qa.readers.matching import Matcher
from qa.retriever import Evidence
from tests.qa.reports import plain

TOLD = (
    "Năm 2022, chỉ số hài lòng của tỉnh xếp hạng 11, tụt 3 bậc so với năm 2021. Năm 2022, tỷ lệ ký số của "
    "tỉnh đạt 91,5%, tăng 12,25% so với năm 2021. Năm 2022, chỉ số an toàn của tỉnh xếp hạng 4."
)


def answer(question: str) -> str | None:
    def find(asked: Question) -> Findings:
        matcher = Matcher(asked, lambda unit: 1, 50)
        found = Reader(asked, matcher).read([(plain(TOLD), 1.0)])
        evidence = [Evidence(0, Passage("d", 0, len(TOLD), TOLD), 1.0)]
        return Findings(asked, evidence, [one for one in found if one.score > 0.5])

    told = as_it_was(understand(question), find, 0.0)
    return told.answer if told else None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Năm 2021 chỉ số hài lòng của tỉnh xếp hạng mấy?", "hạng 8"),
        ("Năm 2021 tỷ lệ ký số của tỉnh là bao nhiêu phần trăm?", "79,25%"),
        ("Năm 2020 chỉ số hài lòng của tỉnh xếp hạng mấy?", None),
        ("Năm 2021 chỉ số an toàn của tỉnh xếp hạng mấy?", None),
        ("Tỷ lệ ký số của tỉnh là bao nhiêu phần trăm?", None),
    ],
)
def test_what_it_was(question: str, expected: str | None) -> None:
    assert answer(question) == expected


def test_it_is_said_to_be_computed_and_from_what(five: Assistant) -> None:
    told = five.ask("Năm 2021 Quảng Ninh xếp hạng mấy về DTI?")
    assert told.answer == "hạng 7"
    assert told.computed
    assert [one.value for one in told.cells] == ["hạng 3", "4 bậc"]
    assert five.ask("Năm 2020 Quảng Ninh xếp hạng mấy về DTI?").abstained

"""Two things asked in one question."""

import pytest

from qa.findings import Findings
from qa.questions.question import Question, understand
from qa.reader import Reader
from qa.readers.matching import Matcher
from qa.twofold import answer_both, asked_twice
from tests.qa.reports import plain

TEXT = "Sáng kiến làm chợ nổi trên sông Mây là của ông Lê Văn Tám, có từ tháng 4/2027."


def find(question: Question) -> Findings:
    matcher = Matcher(question, lambda unit: 1, 50)
    return Findings(question, [], Reader(question, matcher).read([(plain(TEXT), 1.0)]))


@pytest.mark.parametrize("joint", [" và có từ", ", có từ"])
def test_both_are_answered_in_their_order(joint: str) -> None:
    asked = understand(f"Sáng kiến làm chợ nổi trên sông Mây là của ai{joint} bao giờ?")
    parts = asked_twice(asked)
    assert parts is not None
    assert [part.asks for part in parts] == ["person", "date"]
    assert answer_both(parts, find).answer == "Lê Văn Tám; tháng 4/2027"


@pytest.mark.parametrize(
    "question",
    ["Ai làm chợ nổi?", "Ai làm chợ nổi và bán cá?", "Chợ nổi có bao nhiêu thuyền, ở đâu?"],
)
def test_one_is_asked(question: str) -> None:
    assert asked_twice(understand(question)) is None

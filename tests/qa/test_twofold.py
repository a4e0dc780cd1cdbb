"""Two things asked in one question."""

import pytest

from qa.questions.question import understand
from qa.twofold import answer_both, asked_twice
from tests.qa.finding import finding

TEXT = "Sáng kiến làm chợ nổi trên sông Mây là của ông Lê Văn Tám, có từ tháng 4/2027."


@pytest.mark.parametrize("joint", [" và có từ", ", có từ"])
def test_both_are_answered_in_their_order(joint: str) -> None:
    asked = understand(f"Sáng kiến làm chợ nổi trên sông Mây là của ai{joint} bao giờ?")
    parts = asked_twice(asked)
    assert parts is not None
    assert [part.asks for part in parts] == ["person", "date"]
    assert answer_both(parts, finding(TEXT)).answer == "Lê Văn Tám; tháng 4/2027"


@pytest.mark.parametrize(
    "question",
    ["Ai làm chợ nổi?", "Ai làm chợ nổi và bán cá?", "Chợ nổi có bao nhiêu thuyền, ở đâu?"],
)
def test_one_is_asked(question: str) -> None:
    assert asked_twice(understand(question)) is None

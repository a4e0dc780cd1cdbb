"""Claims of what is not done, not so, or not in the year asked about."""

import pytest

from qa.claims.claims import verify
from qa.claims.polarity import judge
from qa.claims.statements import NO, YES
from qa.claims.targets import falls_below, meets_a_target
from qa.questions.question import understand
from qa.questions.slots import claim_of
from tests.qa.finding import finding
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("claim", "text", "denied"),
    [
        (
            "Tỉnh đã làm xong cơ sở dữ liệu dân cư và đất đai phải không?",
            "Các cơ sở dữ liệu như dân cư, đất đai chưa hoàn thành.",
            True,
        ),
        (
            "Thành phố đã quyết định thu phí theo khung giờ phải không?",
            "Bà nói thành phố chưa tính chuyện thu phí theo khung giờ.",
            True,
        ),
        (
            "Có phải chỉ một mình công ty An Phú làm dịch vụ?",
            "Có nhiều đơn vị làm dịch vụ chứ không chỉ công ty An Phú.",
            True,
        ),
        (
            "Phó giám đốc thừa nhận hai khu đất là lấn sông phải không?",
            'Phó giám đốc nhấn mạnh hai khu đất trên "không phải là dự án lấn sông".',
            True,
        ),
        (
            "Tỉnh đã ban hành quy chế phải không?",
            "Tỉnh đã ban hành quy chế, người dân chưa rõ cách dùng.",
            False,
        ),
    ],
)
def test_a_denial_in_other_words(claim: str, text: str, denied: bool) -> None:
    asked = understand(claim)
    read = plain(text)
    verdict = judge(claim_of(asked), (), asked.content, read, (0, len(text)))
    assert verdict.denies is denied


def test_how_many_targets_are_met_is_no_target() -> None:
    assert meets_a_target(understand("Tỉnh đạt chỉ tiêu 80% ký số phải không?"))
    assert not meets_a_target(understand("Tỉnh hoàn thành 8 chỉ tiêu, 5 nhiệm vụ phải không?"))


@pytest.mark.parametrize(
    ("claim", "below"),
    [
        ("Tỷ lệ ký số của tỉnh dưới mục tiêu, đúng không?", True),
        ("Tỷ lệ ký số của tỉnh chưa đạt mục tiêu, đúng không?", True),
        ("Tỷ lệ ký số của tỉnh vượt mục tiêu, đúng không?", False),
    ],
)
def test_a_claim_that_a_target_is_not_met(claim: str, below: bool) -> None:
    asked = understand(claim)
    assert meets_a_target(asked)
    assert falls_below(asked) is below
    told = "Tỷ lệ ký số của tỉnh đạt 93% (mục tiêu 80%)."
    said = verify(asked, finding(told), 0.3).answer or ""
    assert said.startswith(NO if below else YES)

"""Claims held against one sentence."""

import pytest

from qa.findings import Findings
from qa.matching import Matcher
from qa.question import Question, understand
from qa.reader import Reader
from qa.statements import NO, YES, said_in_a_sentence
from tests.qa.reports import plain


def verdict(claim: str, text: str) -> str | None:
    """The first word of the answer; None where none is given."""

    def find(question: Question) -> Findings:
        matcher = Matcher(question, lambda unit: 1, 50)
        return Findings(question, [], Reader(question, matcher).read([(plain(text), 1.0)]))

    answer = said_in_a_sentence(understand(claim), find, 0.4).answer
    return answer.split(".")[0] if answer else None


@pytest.mark.parametrize(
    ("claim", "text", "expected"),
    [
        (
            "Đà Nẵng đứng nhất về dịch vụ công trực tuyến, đúng không?",
            "Dịch vụ công trực tuyến: Đà Nẵng xếp thứ 4 sau Quảng Ninh.",
            NO,
        ),
        (
            "Đà Nẵng đứng nhất về dịch vụ công trực tuyến, đúng không?",
            "Dịch vụ công trực tuyến: Đà Nẵng xếp thứ 1, Quảng Ninh xếp thứ 4.",
            YES,
        ),
        (
            "Bệnh viện của Bộ Công an cũng phải chuyển về địa phương quản lý?",
            "Chuyển bệnh viện của các bộ về địa phương quản lý (trừ bệnh viện của Bộ Công an).",
            NO,
        ),
        (
            "Quận Sông Mây phải sáp nhập vào quận khác vì diện tích nhỏ?",
            "Quận Sông Mây mặc dù diện tích nhỏ, nhưng dân số đông, không thể sáp nhập vào quận khác.",
            NO,
        ),
        (
            "Email vanphong@songmay.vn là của chính giám đốc Sở Y tế?",
            "Email vanphong@songmay.vn là giả mạo giám đốc Sở Y tế.",
            NO,
        ),
        (
            "Ông Lê Văn Tám có vào danh sách bầu cử không?",
            "Bà Trần Thị Mây vào danh sách bầu cử.",
            None,
        ),
    ],
)
def test_a_sentence_decides(claim: str, text: str, expected: str | None) -> None:
    assert verdict(claim, text) == expected

"""Which of several goes furthest beyond its target."""

import pytest

from qa.comparing.exceeding import furthest_beyond
from qa.questions.question import understand
from tests.qa.finding import finding

STATED = (
    "Tỷ lệ hồ sơ trực tuyến của xã Mây đạt 78,3% (vượt mục tiêu 28,3%); tỷ lệ văn bản ký số đạt 99,1% "
    "(vượt mục tiêu 2,1%); tỷ lệ văn bản có đủ chữ ký số đạt 79,7% (vượt mục tiêu 29,7%)."
)
AIMED = (
    "Xã Mây có 93,4% thủ tục được xử lý trực tuyến (mục tiêu 80%); 99,2% doanh nghiệp nộp thuế điện tử "
    "(mục tiêu 99%); 25% hộ nộp thuế điện tử (mục tiêu 30%)."
)


@pytest.mark.parametrize(
    ("asked", "text", "said"),
    [
        (
            "Chỉ tiêu nào của xã Mây vượt mục tiêu nhiều nhất?",
            STATED,
            "tỷ lệ văn bản có đủ chữ ký số: vượt 29,7 điểm phần trăm",
        ),
        (
            "Chỉ tiêu nào của xã Mây vượt mục tiêu ít nhất?",
            STATED,
            "tỷ lệ văn bản ký số: vượt 2,1 điểm phần trăm",
        ),
        (
            "Chỉ tiêu nào của xã Mây vượt mục tiêu nhiều nhất?",
            AIMED,
            "thủ tục được xử lý trực tuyến: vượt 13,4 điểm phần trăm",
        ),
        (
            "Chỉ tiêu nào của xã Mây vượt mục tiêu ít nhất?",
            AIMED,
            "doanh nghiệp nộp thuế điện tử: vượt 0,2 điểm phần trăm",
        ),
        ("Chỉ tiêu nào của xã Mây cao nhất?", STATED, None),
        ("Xã nào vượt mục tiêu nhiều nhất?", STATED, None),
        (
            "Chỉ tiêu nào của xã Mây vượt mục tiêu nhiều nhất?",
            "Tỷ lệ hồ sơ trực tuyến của xã Mây đạt 78,3% (vượt mục tiêu 28,3%).",
            None,
        ),
    ],
)
def test_the_furthest_beyond_its_target(asked: str, text: str, said: str | None) -> None:
    answer = furthest_beyond(understand(asked), finding(text), 0.2)
    assert (answer and answer.answer) == said

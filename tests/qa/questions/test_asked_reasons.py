"""What brought something about is a reason, however it is asked for."""

import pytest

from index.vietnamese import fold
from qa.questions.question import understand


@pytest.mark.parametrize(
    "text",
    [
        "Điều gì khiến dân Gò Mây ngại nộp hồ sơ trên mạng?",
        "Đâu là gốc rễ khiến Gò Mây ì ạch với chuyển đổi số?",
        "Căn nguyên của việc nghẽn mạng là gì?",
        "Học bạ giấy gây phiền gì khiến trường muốn bỏ?",
    ],
)
def test_what_brought_it_about(text: str) -> None:
    assert understand(text).asks == "reason"
    assert understand(fold(text)).asks == "reason"


def test_a_weak_point_is_no_reason() -> None:
    assert understand("Đâu là điểm yếu của Gò Mây?").asks == "how"

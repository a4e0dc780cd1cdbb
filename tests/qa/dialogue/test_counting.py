"""What was counted, asked on: a part of it, another noun, one by one."""

import pytest

from qa.dialogue.conversation import resolve


@pytest.mark.parametrize(
    ("history", "text", "filled"),
    [
        (
            ["Cao Bằng nhận bao nhiêu kiến nghị?"],
            "Trong đó về môi trường bao nhiêu?",
            "Cao Bằng nhận bao nhiêu kiến nghị về môi trường?",
        ),
        (
            ["Cao Bằng nhận bao nhiêu kiến nghị?", "Trong đó về môi trường bao nhiêu?"],
            "Thủ tục hành chính nữa?",
            "Cao Bằng nhận bao nhiêu kiến nghị về Thủ tục hành chính?",
        ),
        (
            ["Kế hoạch 5 của Cao Bằng có bao nhiêu mục tiêu?"],
            "Riêng kinh tế số mấy mục tiêu?",
            "Kế hoạch 5 của Cao Bằng có bao nhiêu mục tiêu kinh tế số?",
        ),
        (
            ["Cao Bằng nhận bao nhiêu kiến nghị?"],
            "Bao nhiêu trong số đó về môi trường?",
            "Cao Bằng nhận bao nhiêu kiến nghị về môi trường?",
        ),
        (
            ["Cao Bằng phê duyệt bao nhiêu hệ thống thông tin?"],
            "Cụ thể là những gì?",
            "Cao Bằng phê duyệt những hệ thống thông tin nào?",
        ),
        (
            ["Cao Bằng có mấy đơn vị y tế làm bệnh án điện tử?", "Theo thông tư nào?"],
            "Kể tên mấy đơn vị đó đi",
            "Cao Bằng có những đơn vị y tế làm bệnh án điện tử nào?",
        ),
        (
            ["Cao Bằng có bao nhiêu học sinh?"],
            "Có bao nhiêu giáo viên?",
            "Cao Bằng có bao nhiêu giáo viên?",
        ),
        (
            ["Thanh Chương đã đưa sản phẩm lên sàn chưa?"],
            "Bao nhiêu sản phẩm rồi?",
            "Thanh Chương đã đưa bao nhiêu sản phẩm lên sàn?",
        ),
        (
            ["Thanh Chương đã đưa sản phẩm lên sàn chưa?"],
            "bao nhiêu sp?",
            "Thanh Chương đã đưa bao nhiêu sản phẩm lên sàn?",
        ),
        (
            ["Cao Bằng nhận bao nhiêu kiến nghị?"],
            "Trong đó bao nhiêu cái về môi trường?",
            "Cao Bằng nhận bao nhiêu kiến nghị về môi trường?",
        ),
    ],
)
def test_what_was_counted(history: list[str], text: str, filled: str) -> None:
    assert resolve(text, history).question.text == filled

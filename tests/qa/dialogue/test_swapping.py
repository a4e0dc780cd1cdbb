"""What a short question says, in the place of what stood there before."""

import pytest

from qa.dialogue.conversation import resolve


@pytest.mark.parametrize(
    ("history", "text", "filled"),
    [
        (
            ["Cao Bằng đã cấp bao nhiêu chứng thư số tính đến giữa năm 2022?"],
            "Còn hộp thư công vụ?",
            "Cao Bằng đã cấp bao nhiêu hộp thư công vụ tính đến giữa năm 2022?",
        ),
        (
            ["Cao Bằng có bao nhiêu hộ gia đình có địa chỉ số năm 2022?"],
            "Thế còn hộ dùng Internet?",
            "Cao Bằng có bao nhiêu hộ dùng Internet năm 2022?",
        ),
        (
            ["Tỷ lệ hộ có cáp quang ở Cao Bằng là bao nhiêu?"],
            "Còn thuê bao băng rộng?",
            "Tỷ lệ thuê bao băng rộng ở Cao Bằng là bao nhiêu?",
        ),
        (
            ["Năm 2024 ai là Trưởng ban Chỉ đạo Thái Bình?"],
            "Năm 2022 thì ai?",
            "Năm 2022 ai là Trưởng ban Chỉ đạo Thái Bình?",
        ),
        (
            ["Hồ sơ trực tuyến năm 2023 của Tiền Giang đạt bao nhiêu?"],
            "Quý II thì sao?",
            "Hồ sơ trực tuyến Quý II năm 2023 của Tiền Giang đạt bao nhiêu?",
        ),
        (
            ["Chủ tịch UBND tỉnh Cao Bằng tên gì?"],
            "Còn Phó Chủ tịch?",
            "Phó Chủ tịch UBND tỉnh Cao Bằng tên gì?",
        ),
        (
            ["Tỷ lệ ký số của Cao Bằng hiện nay là bao nhiêu?"],
            "Lúc mới triển khai thì sao?",
            "Lúc mới triển khai tỷ lệ ký số của Cao Bằng là bao nhiêu?",
        ),
        (
            ["Tỷ lệ ký số của huyện Thanh Chương là bao nhiêu?"],
            "Ý tôi là nộp hồ sơ trực tuyến",
            "Tỷ lệ nộp hồ sơ trực tuyến của huyện Thanh Chương là bao nhiêu?",
        ),
        (
            ["Sở Y tế Cao Bằng nhận bao nhiêu hồ sơ?"],
            "Còn Sở Nội vụ?",
            "Sở Nội vụ nhận bao nhiêu hồ sơ?",
        ),
        (
            ["Cao Bằng có bao nhiêu ý kiến về đất đai?"],
            "Còn về môi trường?",
            "Cao Bằng có bao nhiêu ý kiến về môi trường?",
        ),
        (
            ["Cao Bằng nhận mấy ý kiến về đất đai?"],
            "Thế còn môi trường?",
            "Cao Bằng nhận mấy ý kiến về môi trường?",
        ),
    ],
)
def test_what_stands_there_is_exchanged(history: list[str], text: str, filled: str) -> None:
    assert resolve(text, history).question.text == filled

"""What askers tell of themselves is no part of what is asked."""

import pytest

from index.vietnamese import fold
from qa.questions.introducing import introduced
from qa.questions.question import understand


@pytest.mark.parametrize(
    ("own", "asked"),
    [
        ("Em làm ở bộ phận một cửa bên Huế, ", "hồ sơ quét xong thì đưa vào kho nào ạ?"),
        ("Tôi mở quán ở Huế nên hỏi thử: ", "mảng chợ số của tỉnh đẩy mạnh việc gì?"),
        ("Con tôi đi học ở Gò Mây, ", "thế trường thu học phí bằng cách nào rồi?"),
        ("Tôi dân xã Gò Mây, nghe nói ", "hôm qua huyện họp bàn chuyện gì thế?"),
        ("Tôi già rồi không rành máy, ", "xã giúp dân đổi thẻ bằng cách nào?"),
        ("", "Máy xay lúa của xã, nơi có trạm, chạy bằng điện nào?"),
        ("", "Con đường mới ở xã Gò Mây, đoạn qua chợ, tên là gì?"),
        ("", "Tôi nộp hồ sơ qua mạng, vậy bao lâu có kết quả?"),
    ],
)
def test_the_question_begins_behind_who_asks(own: str, asked: str) -> None:
    assert introduced(own + asked, folded=False) == len(own)
    assert introduced(fold(own + asked), folded=True) == len(own)


def test_what_the_asker_does_is_not_asked_about() -> None:
    asked = "mảng chợ số của tỉnh đẩy mạnh hoạt động gì?"
    keys = [unit.key for unit in understand(asked).content]
    told = understand(f"Tôi mở quán phở nên hỏi thử: {asked}")
    assert [unit.key for unit in told.content] == keys


def test_where_little_else_is_said_it_is_part_of_the_question() -> None:
    told = understand("Tôi bán hàng qua mạng, vậy phải nộp gì?")
    assert any(told.text[unit.start : unit.end] == "mạng" for unit in told.content)

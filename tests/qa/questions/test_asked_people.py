"""Questions for a person by an office or a calling, with and without accents."""

import pytest

from index.vietnamese import fold
from qa.questions.asking import asked


@pytest.mark.parametrize(
    "text",
    [
        "Đại sứ Nhật Bản nào viết thư cho tỉnh?",
        "Người đứng đầu Bộ Công Thương nào ra lệnh rà soát?",
        "Phó giám đốc Sở Lao động Quảng Ninh nào kiêm giám đốc trung tâm?",
        "Cán bộ huyện Bàu Sen nào bị khởi tố?",
        "Trưởng khoa nào của trường tiếp đoàn khách?",
        "Xóm trưởng nào cho bà Nở vào hộ nghèo?",
        "Trong cuộc họp sáng 13/4, vị phó chủ tịch tỉnh Cao Bằng nào có mặt?",
        "Đại biểu nào ví phường như cái chợ?",
    ],
)
def test_an_office_with_its_body_asks_for_a_person(text: str) -> None:
    for said, folded in ((text, False), (fold(text), True)):
        found = asked(said, folded=folded)
        assert found is not None
        assert found.kind == "person"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Lãnh đạo TP Bàu Sen chọn phương án nào cho tuyến xe?", "how"),
        ("Giám đốc Sở Y tế Cao Bằng đề nghị giải pháp nào?", "how"),
        ("Lãnh đạo tỉnh nào đến thăm trạm?", "province"),
        ("Chủ tịch Bàu Sen kiểm tra chợ nào sáng qua?", "how"),
        ("Chủ tịch UBND xã ký quyết định nào hôm ấy?", "document"),
    ],
)
def test_a_deed_or_a_noun_before_the_question_word_asks_for_that(text: str, kind: str) -> None:
    found = asked(text, folded=False)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "kind", "focus"),
    [
        ("Đại biểu Quốc hội nào hỏi về trạm?", "person", "đại biểu quốc hội nào"),
        ("Phó giám đốc sở nào đó ở Bình Định bị nhắc tên là gì?", "person", "tên là gì"),
        ("Tám Mía trong vụ ấy tên thật là gì?", "person", "tên thật là gì"),
        ("Cuốn sách về chợ số là của tác giả nào?", "person", "tác giả nào"),
        ("Ông Lữ Văn Cẩn là gì ở huyện Bàu Sen?", "office", "là gì"),
        ("Video về bến xe có tên là gì?", "how", "tên là gì"),
    ],
)
def test_what_the_question_word_is(text: str, kind: str, focus: str) -> None:
    for said, folded in ((text, False), (fold(text), True)):
        found = asked(said, folded=folded)
        assert found is not None
        assert (found.kind, text[slice(*found.focus)].lower()) == (kind, focus)

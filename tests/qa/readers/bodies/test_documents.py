"""Official documents as answers: by numbers, codes, titles, and their articles."""

import pytest

from qa.questions.asking import asked
from qa.readers.bodies.documents import read_documents
from tests.qa.readings import best, reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Kết luận thanh tra mang số mấy?", "document"),
        ("Hợp đồng lắp máy số mấy?", "document"),
        ("VB nào giảm lệ phí?", "document"),
        ("Điều chỉnh nằm ở QĐ nào?", "document"),
        ("Số của tờ trình là gì?", "document"),
        ("Văn bản năm 2030 bị thay là gì?", "document"),
        ("Năm 2030 văn bản quan trọng nhất về bến thuyền là gì?", "document"),
        ("Ông Lá bị khởi tố theo điều nào?", "document"),
        ("Theo Nghị quyết 19, chỉ số nào tăng bậc?", "how"),
        ("Trong bảng xếp hạng, nhóm nào đứng cuối?", "how"),
        ("Sở Gió đứng hạng nào?", "rank"),
        ("Nhà xuất bản nào in cuốn sách?", "organization"),
        ("Điều nào khiến ông Lá lo?", "how"),
    ],
)
def test_what_is_asked_for(question: str, kind: str) -> None:
    found = asked(question, folded=False)
    assert found
    assert found.kind == kind


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Kết luận thanh tra đất đai mang số mấy?",
            "Kết luận thanh tra số 44/KL-TTr chỉ rõ sai phạm đất đai.",
            "Kết luận thanh tra số 44/KL-TTr",
        ),
        # A rule may stand in a document of any type.
        (
            "Trạm làm sổ gió theo quy định nào?",
            "Trạm làm sổ gió theo quy định tại Thông tư số 46/2031/TT-BG.",
            "Thông tư số 46/2031/TT-BG",
        ),
        (
            "Biên bản kiểm tra trạm mang số mấy?",
            "Thiếu sót bị nêu tại biên bản số 17 khi kiểm tra trạm.",
            "biên bản số 17",
        ),
        (
            "Quyết định của xã Mây mang số mấy?",
            "Kế hoạch số 5/KH-UBND của xã Mây và số 96/QĐ-BCĐ của xã Mây hết hiệu lực.",
            "số 96/QĐ-BCĐ",
        ),
        (
            "Thành phố làm thí điểm theo nghị quyết số mấy?",
            "Thành phố thực hiện nghị quyết 54 của Quốc hội về thí điểm.",
            "nghị quyết 54",
        ),
        (
            "Loa ngừng phát theo đề án nào?",
            'Theo đề án "Sắp xếp lại loa phường, xã" được duyệt, loa ngừng phát.',
            'đề án "Sắp xếp lại loa phường, xã"',
        ),
        (
            "Đạo luật nào được đề xuất xây dựng?",
            "Cần đề xuất xây dựng Luật chính quyền số và các văn bản hướng dẫn.",
            "Luật chính quyền số",
        ),
        (
            "Pháp luật về chữ ký có luật nào?",
            "Nước này có Luật về Chữ ký số năm 2000.",
            "Luật về Chữ ký số",
        ),
        (
            "Ông Lá bị khởi tố theo những điều luật nào?",
            "Ông Lá bị khởi tố theo khoản 2 Điều 18 và Điều 21 Bộ luật Mẫu Mực.",
            "khoản 2 Điều 18 và Điều 21 Bộ luật Mẫu Mực",
        ),
    ],
)
def test_a_document_is_named(question: str, text: str, answer: str) -> None:
    assert best(read_documents(reading(question), plain(text))) == answer


@pytest.mark.parametrize(
    "text",
    [
        "Xã thực hiện kế hoạch 11 mục tiêu của tỉnh.",
        "Luật sư và luật gia họp ở tỉnh, luật này còn mới.",
        "Tỉnh trực 24/7 ở 12/HN và chi 50 m³/s.",
    ],
)
def test_a_count_or_a_word_is_no_document(text: str) -> None:
    assert not read_documents(reading("Văn bản nào được thực hiện?"), plain(text))


def test_a_letter_may_be_called_a_paper() -> None:
    asked_letter = reading("Công văn gửi xã mang số mấy?")
    found = read_documents(asked_letter, plain("Văn bản số 40/UBND-KT gửi xã, rồi số 41/UBND-KT."))
    assert [one.signs["type"] for one in found] == [1.0, 1.0]


REVOKED = (
    "Sở nhận có sai sót và ban hành Quyết định số 1907 / QĐ-SGD ngày 22/5/2031 thu hồi Quyết định số "
    "1475 / QĐ-SGD ngày 10/5/2031 về việc phê duyệt Đề án lúa trời."
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Sở ban hành quyết định nào để thu hồi Quyết định 1475?", "1907"),
        ("Quyết định nào thu hồi Quyết định số 1475 về Đề án lúa trời?", "1907"),
        ("Quyết định số 1475 bị thu hồi bằng quyết định nào?", "1907"),
        ("Quyết định nào của Sở bị thu hồi?", "1475"),
        ("Quyết định nào đã bị Sở thu hồi?", "1475"),
        ("Quyết định 1907 thu hồi quyết định nào?", "1475"),
        ("Quyet dinh 1475 bi thu hoi bang quyet dinh nao", "1907"),
    ],
)
def test_one_that_revokes_another(question: str, answer: str) -> None:
    found = best(read_documents(reading(question), plain(REVOKED)))
    assert found.startswith(f"Quyết định số {answer}")

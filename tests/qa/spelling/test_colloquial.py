"""Question words as they are said, in the words that are written."""

import pytest

from qa.questions.asking import asked
from qa.spelling.colloquial import as_written


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Thuê chữ ký số một năm hết nhiêu?", "Thuê chữ ký số một năm hết bao nhiêu?"),
        ("Huyện có bn camera", "Huyện có bao nhiêu camera"),
        ("huyen co bn camera", "huyen co bao nhieu camera"),
        ("Giám đốc công ty ấy tên chi?", "Giám đốc công ty ấy tên gì?"),
        ("để máy đó làm chi", "để máy đó làm gì"),
        ("Dữ liệu ở xã sao hay bị lệch?", "Dữ liệu ở xã vì sao hay bị lệch?"),
        ("Tỉnh nào đứng 52 trên 63?", "Tỉnh nào đứng 52/63?"),
        (
            "xa nay dc may % truong ko thu tien mat r",
            "xa nay duoc may % truong khong thu tien mat roi",
        ),
        ("xã ký số đc mấy % r?", "xã ký số được mấy % rồi?"),
        ("kết quả ra sao, có k", "kết quả ra sao, có không"),
        ("xã có mấy ng dùng, kết quả ntn", "xã có mấy người dùng, kết quả như thế nào"),
        ("tinh nao dung 9 tren tong so 14", "tinh nao dung 9/14"),
        ("Hình ảnh mờ là bởi đâu?", "Hình ảnh mờ là vì sao?"),
    ],
)
def test_speech_is_written_out(said: str, written: str) -> None:
    assert as_written(said) == written


@pytest.mark.parametrize(
    "text",
    [
        "Bao nhiêu hộ đã đăng ký?",
        "Có 3 trên 65 tuổi không?",
        "Từ 90 trên 40 giảm còn mấy?",
        "Vì sao không nên so với điểm cũ?",
        "Làm sao để biết hồ sơ tới đâu?",
        "Bản sao để ở máy chủ nằm tại đâu?",
        "Nguồn chi đó gọi là gì?",
        "Năm 2024 chi bao nhiêu tiền?",
        "BN có bao nhiêu thửa đất?",
        "ĐC của sở ở đâu?",
        "kế hoạch 59/kh-ubnd và 7/ko-hn",
        "cho xin đc web của sở",
        "gặp đc Lê Văn Mơ ở đâu",
        "Vé 50 k một lượt à?",
        "Còn năm 2024 thì sao?",
        "sach noi it nhieu the nao",
    ],
)
def test_what_is_written_so_stays(text: str) -> None:
    assert as_written(text) == text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nghỉ học nhiều quá thì sao?", "how"),
        ("Kiểm lâm dựa vào đâu mà biết sớm?", "how"),
        ("Phần trăm kiến nghị xử lý dứt điểm?", "percent"),
        ("Sản lượng vải của huyện?", "number"),
        ("Quý I xuất khẩu hay nhập khẩu nhiều hơn?", "compare"),
        ("Đà Nẵng hay Hải Phòng xếp trên?", "compare"),
    ],
)
def test_what_is_asked_without_its_usual_words(text: str, kind: str) -> None:
    found = asked(text, folded=False)
    assert found is not None
    assert found.kind == kind

"""Claims held against one sentence."""

from dataclasses import replace

import pytest

from index.documents import Document
from qa.claims.statements import NO, YES, said_in_a_sentence
from qa.questions.question import understand
from qa.texts.paragraph import Paragraph
from tests.qa.finding import finding, finding_in


def verdict(claim: str, text: str) -> str | None:
    """The first word of the answer; None where none is given."""
    answer = said_in_a_sentence(understand(claim), finding(text), 0.4).answer
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
            "Hai xã phía đông mỗi nơi dùng một cổng điện tử riêng, đúng không?",
            "Hai xã phía đông có một cổng điện tử dùng chung, thống nhất với tỉnh.",
            NO,
        ),
        (
            "Hai xã phía đông mỗi nơi dùng một cổng điện tử riêng, đúng không?",
            "Hai xã phía đông nộp hồ sơ qua cổng điện tử của tỉnh.",
            None,
        ),
        (
            "Lý Sơn là huyện đầu tiên cấp thẻ lưu động đúng không?",
            "Lý Sơn họp sáng nay. Đây là huyện đầu tiên cấp thẻ lưu động.",
            YES,
        ),
        (
            "Dân đảo có phải vào đất liền để đổi giấy phép lái xe không?",
            "Đây là nơi đổi giấy phép lái xe lưu động và dân đảo ở nhà mà không phải vào đất liền.",
            NO,
        ),
        (
            "Huyện Sông Mây đã số hóa hồ sơ hộ tịch rồi phải không?",
            "Huyện Sông Mây đề xuất số hóa hồ sơ hộ tịch vào năm sau.",
            NO,
        ),
        (
            "Huyện Sông Mây đã số hóa hồ sơ hộ tịch rồi phải không?",
            "Huyện Sông Mây đã số hóa hồ sơ hộ tịch và đề xuất cấp thêm máy.",
            YES,
        ),
        (
            "Huyện Sông Mây đã chuyển trung tâm điều hành rồi phải không?",
            "Huyện Sông Mây nghe báo cáo về việc chuyển trung tâm điều hành.",
            NO,
        ),
        (
            "Có phải tất cả các cơ quan, đơn vị ở huyện Sông Mây đều đã chi trả lương qua tài khoản không?",
            "Huyện Sông Mây họp sáng nay. 100% các cơ quan đơn vị đã thực hiện trả lương qua tài khoản.",
            YES,
        ),
        (
            "100% sản phẩm của huyện Sông Mây đã lên sàn, đúng không?",
            "Huyện Sông Mây có 11/20 sản phẩm lên sàn.",
            NO,
        ),
        (
            "Huyện Sông Mây số hóa hồ sơ hộ tịch từ năm 2022 phải không?",
            "Huyện Sông Mây số hóa hồ sơ hộ tịch từ năm 2023.",
            NO,
        ),
        (
            "UBND tỉnh chưa có phòng họp số, đúng không?",
            "UBND các huyện chưa có phòng họp số.",
            None,
        ),
        (
            "huyen song may chi lam ho so o linh vuc ho tich dung khong",
            "Huyện Sông Mây làm hồ sơ ở cả 3 lĩnh vực, trong đó có hộ tịch.",
            NO,
        ),
        (
            "Văn bản mật có được gửi trên môi trường mạng không?",
            "Văn bản của các cơ quan được gửi trên môi trường mạng (trừ văn bản mật).",
            NO,
        ),
        (
            "Huyện Sông Mây có đường sắt đô thị không?",
            "Huyện Sông Mây phê duyệt chương trình đô thị thông minh.",
            None,
        ),
        (
            "Giám đốc trung tâm dữ liệu là bà Trần Thị Mây đúng không?",
            "Bà Trần Thị Mây cho biết dữ liệu được cập nhật.",
            None,
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


def test_what_another_does_is_not_told_of_one() -> None:
    claim = "Ông Lê Văn Tám có mở trại vịt không?"
    other = "Ông Lê Văn Tám dự họp. Ông Võ Văn Chín mở trại vịt ở bãi sông."
    assert verdict(claim, other) is None
    assert verdict(claim, "Ông Võ Văn Chín dự họp. Ông Lê Văn Tám mở trại vịt ở bãi sông.") == YES


def test_a_number_may_stand_before_the_sentence() -> None:
    before = "Phòng Nông vụ ra văn bản 1026.\n"
    text = before + "Quy định phạt người thả vịt rông không còn nữa."
    told = Paragraph(Document("d", "", text, None), len(before), len(text))

    for number, expected in (("1026", NO), ("1027", None)):
        claim = understand(f"Văn bản {number} có còn phạt người thả vịt rông không?")
        answer = said_in_a_sentence(claim, finding_in([told]), 0.2).answer
        assert (answer.split(".")[0] if answer else None) == expected


def test_a_question_mended_without_its_accents() -> None:
    typed = understand("xa doai chi lam ho so o linh vuc ho tich dung khong")
    claim = replace(typed, text="Xã Đoài chi làm hồ sơ ở lĩnh vực hộ tịch đúng không")
    told = finding("Xã Đoài làm hồ sơ ở cả 3 lĩnh vực, trong đó có hộ tịch.")
    assert (said_in_a_sentence(claim, told, 0.3).answer or "").startswith(NO)

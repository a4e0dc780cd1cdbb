"""A claim is held against the segment that speaks of it."""

import pytest

from qa.claims.polarity import denies_the_same, is_negated, is_refuted, judge
from qa.words.terms import units
from tests.qa.reports import plain


def denied(claim: str, text: str) -> bool:
    content = [unit for unit in units(claim) if not unit.is_stop]
    return judge(claim, content, content, plain(text), (0, len(text))).denies


@pytest.mark.parametrize(
    ("claim", "text", "denies"),
    [
        ("ngại công nghệ", "Bà con không ngại công nghệ, bà con chỉ ngại thủ tục rườm rà.", True),
        ("ngại thủ tục rườm rà", "Bà con không ngại công nghệ, chỉ ngại thủ tục rườm rà.", False),
        ("tăng biên chế", "Việc lập trung tâm không phát sinh thêm biên chế.", True),
        ("tăng gánh nặng", "Học bạ số góp phần giảm gánh nặng cho giáo viên.", True),
        ("tang ganh nang", "Học bạ số góp phần giảm gánh nặng cho giáo viên.", True),
        ("thu phí Wi-Fi", "Huyện phủ Wi-Fi miễn phí tại 22 điểm.", True),
        ("thu học phí qua thẻ", "Trường thu học phí không dùng tiền mặt, qua thẻ.", False),
        ("chỉ tiêu ký số đạt", "Còn hai chỉ tiêu chưa đạt: ký số và cáp quang.", True),
        ("ủng hộ tỉnh vào ghế", "Xã ủng hộ tỉnh vào ghế ủy viên không thường trực.", False),
        ("mở đường bay hàng không", "Tỉnh mở đường bay hàng không mới.", False),
        ("giao bệnh viện của bộ Mây", "Giao bệnh viện về tỉnh (trừ bệnh viện của bộ Mây).", True),
        ("còn in hạn dùng", "Thẻ mới bỏ in hạn dùng.", True),
        ("vẫn phát hằng ngày", "Loa ở hai xã không còn phát hằng ngày nữa.", True),
        ("thuê dịch vụ", "Sở không tự xây dựng hệ thống mà thuê dịch vụ của doanh nghiệp.", False),
        ("vào đất liền", "Bà con chỉ cần ở tại đảo mà không phải vào đất liền.", True),
        ("gửi qua Zalo", "Sở không gửi văn bản qua mạng xã hội, kể cả Zalo của cán bộ.", True),
        ("tiếp xúc cán bộ", "Nộp hồ sơ qua mạng giúp dân tránh tiếp xúc cán bộ.", True),
        ("đủ bù chi", "Tỉnh họp về phí… quá thấp không đủ bù chi, nâng bằng nơi khác.", True),
        ("các xã còn lại họp trực tuyến", "Hai xã chưa họp, các xã còn lại họp trực tuyến.", False),
        (
            "hạ tầng văn bản điện tử",
            "Sở không lấy ngân sách xây chính quyền điện tử mà thuê hạ tầng văn bản điện tử.",
            False,
        ),
        ("các bảo tàng nộp lại tiền phí", "Tiền phí thu được để lại cho các bảo tàng.", True),
        ("phải tự trả tiền", "Nếu thi không đỗ sẽ phải tự trả tiền học lại.", False),
        ("phải tự trả tiền", "Nếu thi đỗ sẽ không phải tự trả tiền học lại.", True),
        ("làm nhân sự cụ thể", "Quy hoạch chưa phải là “làm nhân sự” cụ thể, chỉ chuẩn bị.", True),
        ("giảm diện tích hồ", "Đề án giữ nguyên diện tích hồ.", True),
        ("học chương trình mới", "Học viên học tiếp chương trình hiện hành.", True),
        ("họp trực tuyến", "Tỉnh không chỉ họp trực tuyến mà còn ký số.", False),
    ],
)
def test_denials(claim: str, text: str, denies: bool) -> None:
    assert denied(claim, text) is denies


def test_a_word_with_its_accents_is_no_other() -> None:
    content = [unit for unit in units("lây sang trâu") if not unit.is_stop]
    told = plain("Sáng nay bệnh lây ở bò.")
    assert judge("lây sang trâu", content, content, told, (0, len(told.text))).met < 0.5


def test_negative_claims() -> None:
    assert is_negated("UBND các huyện chưa có hệ thống")
    assert is_negated("uy ban chua co he thong")
    assert not is_negated("thu phí không dùng tiền mặt")
    assert not is_negated("cấm bán cho người chưa đủ 18 tuổi")


def test_a_condition_makes_no_claim_negative() -> None:
    assert not is_negated("cán bộ được đăng tin khi chưa được ủy quyền")
    told = "Cán bộ không được đăng tin nội bộ khi chưa được ủy quyền."
    assert denied("cán bộ đăng tin nội bộ khi chưa được ủy quyền", told)
    told = "Cán bộ được đăng tin khi không trực."
    assert not denied("cán bộ đăng tin khi không trực", told)


@pytest.mark.parametrize(
    ("sentence", "refuted"),
    [
        ("Thông tin tỉnh thu phí qua mạng từ 1/8 là không đúng.", True),
        ("Ông chưa bao giờ phát ngôn rằng từ 1/8 sẽ thu phí qua mạng.", True),
        ("Sở bác bỏ tin đồn ngừng cấp thẻ từ 1/8.", True),
        ("Từ 1/8, hồ sơ ghi không đúng mẫu bị trả lại.", False),
        ("Từ 1/8, tỉnh thu phí qua mạng.", False),
    ],
)
def test_what_is_told_only_to_be_called_false(sentence: str, refuted: bool) -> None:
    assert is_refuted(sentence) is refuted


@pytest.mark.parametrize(
    ("claim", "told", "same"),
    [
        ("Kho còn nguyên, chưa cháy", "May mắn ba kho chưa cháy và còn nguyên", True),
        ("Xã chưa làm hết trách nhiệm", "Ông cho rằng xã chưa làm hết trách nhiệm", True),
        ("Kho chưa cháy", "Kho chưa được sửa", False),
        ("Kho không còn hàng", "Kho không còn người", False),
    ],
)
def test_who_denies_the_same_agrees(claim: str, told: str, same: bool) -> None:
    assert denies_the_same(claim, told) == same

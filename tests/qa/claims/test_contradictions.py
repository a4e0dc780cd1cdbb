"""Sentences that exclude a claim, and that say nothing of its point."""

import pytest

from qa.claims.contradictions import contradicts, turned


@pytest.mark.parametrize(
    ("claim", "told", "expected"),
    [
        ("Dữ liệu được làm riêng cho từng tỉnh", "Dữ liệu dùng chung trên toàn quốc.", True),
        ("Dữ liệu được làm riêng cho từng tỉnh", "Mỗi tỉnh giữ dữ liệu của mình.", False),
        ("Dữ liệu được làm riêng cho từng tỉnh", "Dữ liệu được cập nhật hằng ngày.", None),
        ("Số thợ đã đủ so với nhu cầu", "So với nhu cầu số thợ này cũng còn nhỏ.", True),
        ("So tho da du so voi nhu cau", "So với nhu cầu số thợ này cũng còn nhỏ.", True),
        ("Số thợ đã đủ so với nhu cầu", "Trường dạy thợ theo nhu cầu.", None),
        ("Số thợ đã đủ so với nhu cầu", "Mỗi năm có đủ thợ.", False),
        ("Các huyện dùng chung một cổng", "Mỗi huyện một cổng riêng.", True),
        ("Các hộ bắt buộc lắp loa", "Các hộ tự nguyện đăng ký lắp loa.", True),
        ("Cac ho bat buoc lap loa", "Các hộ tự nguyện đăng ký lắp loa.", True),
        ("Bà Mây ủng hộ việc dạy thêm", "Bà Mây nói không nên dạy thêm.", True),
        ("Bà Mây phản đối việc dạy thêm", "Bà Mây đồng tình với việc dạy thêm.", True),
        ("Ngày hội lần đầu được tổ chức", "Ngày hội lần thứ hai mở sáng nay.", True),
        ("Ngày hội là lần thứ hai được tổ chức", "Ngày hội lần đầu tiên mở sáng nay.", True),
        ("Ngày hội lần đầu được tổ chức", "Ngày hội lần thứ nhất mở sáng nay.", False),
        ("Ngày hội lần đầu được tổ chức", "Ngày hội mở sáng nay.", None),
        ("Ngày hội lần đầu được tổ chức", "Đây không phải lần đầu có ngày hội.", True),
        ("Xã đã nhiều lần mở ngày hội", "Đây là lần đầu xã mở ngày hội.", True),
        ("Xã đã từng mở ngày hội", "Đây không phải lần đầu xã mở ngày hội.", False),
        ("Học viên khóa 2016 học giáo trình mới", "Từ khoá 2017 học giáo trình mới.", None),
        ("Học viên khóa 2016 học giáo trình mới", "Khoá 2015 và 2016 học giáo trình mới.", False),
        ("Nội quy có còn phạt đi muộn", "Nội quy phạt người đi muộn.", None),
        ("Nội quy có còn phạt đi muộn", "Quy định phạt đi muộn vẫn giữ.", False),
        ("Mọi hộ đều phải nộp phí", "Có hộ không phải nộp phí.", True),
        ("Chỉ xã Mây được cấp nước", "Không chỉ xã Mây được cấp nước.", True),
        ("Chỉ xã Mây được cấp nước", "Ngoài xã Mây, hai xã khác cũng được cấp nước.", True),
        ("Chỉ xã Mây được cấp nước", "Riêng trong tháng năm, xã Mây được cấp nước.", None),
        ("Phần lớn khách dùng ứng dụng", "Mới có 20% khách dùng ứng dụng.", True),
        ("Phần lớn khách dùng ứng dụng", "Có 70% khách dùng ứng dụng.", False),
        ("Phần lớn khách dùng ứng dụng", "Số khách dùng ứng dụng tăng 20%.", False),
        ("Tất cả các xã có cáp quang", "Có 95% xã có cáp quang.", True),
        ("Bây giờ vẫn phải đến sở", "Trước đây, người dân phải đến sở.", True),
        ("Người dân phải đến sở", "Trước đây, người dân phải đến sở.", None),
        ("Trước đây phải đến sở", "Trước đây, người dân phải đến sở.", False),
        ("Người dân chỉ nộp được tại quầy", "Người dân có thể nộp tại quầy.", None),
        ("Người dân chỉ nộp được tại quầy", "Người dân mới nộp được tại quầy.", False),
        ("Chỉ số của xã Mây tăng", "Xã Mây tăng hai bậc.", False),
        ("Xã Mây chi cao hơn xã Gió", "Xã Mây chi 3 tỷ, xã Gió chi 5 tỷ đồng.", None),
        ("Xã cấp thẻ từ năm 2022", "Từ năm 2023, xã cấp thẻ.", True),
        ("Xã cấp thẻ từ năm 2022", "Từ đầu năm 2022, xã cấp thẻ.", False),
        ("Xã cấp thẻ từ năm 2022", "Năm 2023, xã cấp thẻ.", False),
        ("Hội nghị diễn ra buổi sáng", "Chiều 21/9, xã mở hội nghị.", True),
        ("Người dân quan tâm từ lâu", "Người dân đã bắt đầu quan tâm.", True),
        ("Xã giao cấp phó chỉ đạo", "Xã giao người đứng đầu chỉ đạo.", True),
        ("Loa số có trên toàn tỉnh", "Tỉnh thí điểm loa số ở xã Mây.", True),
        ("Loa số có trên toàn tỉnh", "Loa số có ở xã Mây.", None),
        ("Xã làm đường trước rồi mới kéo điện", "Xã kéo điện trước khi làm đường.", True),
        ("Các xã có phòng họp số", "UBND các huyện có phòng họp số.", None),
        ("Các xã chưa có phòng họp số", "UBND các huyện chưa có phòng họp số.", None),
        ("Em bị đuổi vì không có tiền mua vé", "Em mua vé thì bị đuổi vì thiếu tiền lẻ.", None),
        ("Em bị đuổi vì thiếu tiền lẻ", "Em mua vé thì bị đuổi vì thiếu tiền lẻ.", False),
        (
            "Phường An Mây trực vào thứ hai và thứ sáu",
            "P. An Mây trực vào thứ ba, P. An Gió trực vào thứ hai và thứ sáu.",
            True,
        ),
        (
            "Phường An Gió trực vào thứ hai và thứ sáu",
            "P. An Mây trực vào thứ ba, P. An Gió trực vào thứ hai và thứ sáu.",
            False,
        ),
    ],
)
def test_what_a_sentence_says_to_a_claim(claim: str, told: str, expected: bool | None) -> None:
    assert contradicts(claim, told) is expected


@pytest.mark.parametrize(
    ("claim", "told", "other"),
    [
        ("Đầu tư tăng 35,1%", "Đầu tư giảm mạnh tới 35,1%", True),
        ("Đầu tư tăng 35,1%", "Đầu tư tăng 35,1%", False),
        ("Đầu tư đạt 35,1%", "Đầu tư giảm 35,1%", False),
        ("Lệ phí giảm 1,5 lần", "Tăng lệ phí cấp phép lên 1,5 lần", True),
        ("Thu tăng 8%", "Số hộ nghèo giảm, thu đạt 8%", False),
    ],
)
def test_gained_or_lost(claim: str, told: str, other: bool) -> None:
    def at(text: str) -> int:
        return next(i for i, c in enumerate(text) if c.isdigit())

    assert turned(claim, at(claim), told, at(told)) is other

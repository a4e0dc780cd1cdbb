"""Claims held against the figure, the day, the extreme or the person that a report tells of."""

import pytest

from qa.claims.claims import verify
from qa.questions.question import understand
from tests.qa.finding import finding


def verdict(claim: str, text: str, threshold: float = 0.4) -> str | None:
    return verify(understand(claim), finding(text), threshold).answer


@pytest.mark.parametrize(
    ("claim", "text", "expected"),
    [
        # What grew by so much did not shrink by it.
        (
            "Đầu tư vào khu Sông Mây tăng 35,1% đúng không?",
            "Đầu tư vào khu Sông Mây giảm 35,1%.",
            "Không. “Đầu tư vào khu Sông Mây giảm 35,1%”",
        ),
        (
            "Đầu tư vào khu Sông Mây giảm 35,1% đúng không?",
            "Đầu tư vào khu Sông Mây giảm 35,1%.",
            "Có, 35,1%",
        ),
        # The figure of the fare is not that of the post.
        (
            "Dân đảo phải trả 80.000 đồng tiền chuyển phát giấy phép, đúng không?",
            "Dân đảo chỉ phải trả 20.000 đồng chi phí chuyển phát giấy phép. Dân đảo mất 80.000 đồng tiền tàu.",
            "Không, 20.000 đồng",
        ),
        # A day that is told of a neighbour of what is claimed.
        (
            "Hệ thống đánh giá hài lòng chạy thử từ ngày 21/6/2019 đúng không?",
            "Hệ thống đánh giá hài lòng chạy thử từ ngày 2/7 ở xã An Mây. "
            "Hệ thống đánh giá hài lòng chạy thử từ ngày 21/6/2019 ở xã An Gió.",
            "Có, ngày 21/6/2019",
        ),
        # That another speaks of the like denies no one's words.
        (
            "Ông Lê Văn Tám đề nghị phát triển bãi sông trước khi làm chợ đêm, đúng không?",
            "Bà Trần Thị Mây đề nghị phát triển bãi sông, mở chợ.",
            None,
        ),
        # 11/20 are not all, and the two figures of one target tell nothing of all of them.
        (
            "100% sản phẩm của xã Đoài đã lên sàn, đúng không?",
            "Xã Đoài có 11/20 sản phẩm lên sàn. Xã Đoài có 92% hộ có sóng.",
            "Không. “Xã Đoài có 11/20 sản phẩm lên sàn”",
        ),
        (
            "Chỉ nông nghiệp của xã Đoài có chỉ tiêu đạt và vượt kế hoạch, đúng không?",
            "Ở cả 3 ngành nông nghiệp, du lịch, chợ, xã Đoài có chỉ tiêu đạt và vượt kế hoạch. "
            "Nông nghiệp đạt 93% (kế hoạch 80%).",
            "Không. “Ở cả 3 ngành nông nghiệp, du lịch, chợ, xã Đoài có chỉ tiêu đạt và vượt kế hoạch”",
        ),
        # Less than so many are not more than so many.
        (
            "Trường An Mây có chưa đến 1.000 học sinh, đúng không?",
            "Trường An Mây có hơn 1.000 học sinh.",
            "Không, hơn 1.000 học sinh",
        ),
        (
            "Trường An Mây có trên 1.000 học sinh, đúng không?",
            "Trường An Mây có hơn 1.000 học sinh.",
            "Có, hơn 1.000 học sinh",
        ),
        # Another deputy is no denial of one.
        (
            "Ông Lê Văn Tám là Phó Chủ tịch UBND tỉnh An Mây, đúng không?",
            "Bà Trần Thị Mây là Phó Chủ tịch UBND tỉnh An Mây.",
            None,
        ),
        # "hợp nhất" is no extreme.
        (
            "Doanh thu hợp nhất của công ty năm 2018 giảm phải không?",
            "Doanh thu hợp nhất của công ty năm 2018 tăng mạnh.",
            "Không. “Doanh thu hợp nhất của công ty năm 2018 tăng mạnh”",
        ),
        # An abbreviation is asked about as it stands.
        (
            "Bộ GTVT đứng đầu về dịch vụ công trực tuyến đúng không?",
            "Bộ GTVT dẫn đầu trong 20 bộ về dịch vụ công trực tuyến.",
            "Có, Bộ GTVT",
        ),
        (
            "Nhóm xây dựng đứng cuối bảng xếp hạng phải không?",
            "Nhóm xây dựng đứng sau cùng bảng xếp hạng. Ba nhóm thuế có mức thấp nhất bảng.",
            "Có, Nhóm xây dựng",
        ),
        (
            "Nhóm xây dựng đứng cuối bảng xếp hạng phải không?",
            "Nhóm thuế đứng cuối bảng xếp hạng.",
            "Không, Nhóm thuế",
        ),
        # Something else may be called so first.
        (
            "Nhóm xây dựng đứng cuối bảng xếp hạng chi phí thủ tục phải không?",
            "Nhóm thuế đứng cuối bảng xếp hạng chi phí thủ tục tháng một. "
            "Nhóm xây dựng đứng cuối bảng.",
            "Có, Nhóm xây dựng",
        ),
        # Whether it is done yet is not whom it is told of.
        (
            "Ông Lê Văn Tám đã nhận nhà mới chưa?",
            "Ông Lê Văn Tám dự kiến nhận nhà mới vào năm sau.",
            "Không. “Ông Lê Văn Tám dự kiến nhận nhà mới vào năm sau”",
        ),
        (
            "Ông Lê Văn Tám lần đầu dự hội trại đúng không?",
            "Ông Lê Văn Tám dự hội trại lần thứ hai.",
            "Không. “Ông Lê Văn Tám dự hội trại lần thứ hai”",
        ),
        # A figure or a day stands in a sentence that denies what is claimed of it.
        (
            "Người bỏ quá 10% số buổi có được dự thi không?",
            "Người nào bỏ quá 10% số buổi học sẽ không được dự thi.",
            "Không. “Người nào bỏ quá 10% số buổi học sẽ không được dự thi”",
        ),
        (
            "Các lớp mẫu giáo có chuyển sang xã quản lý từ 1/1/2017 không?",
            "Từ ngày 1/1/2017, xã quản lý các lớp học, trừ các lớp mẫu giáo, các lớp năng khiếu.",
            "Không. “Từ ngày 1/1/2017, xã quản lý các lớp học, trừ các lớp mẫu giáo, các lớp năng khiếu”",
        ),
        (
            "Cả 19 trạm y tế đã ký cam kết hôm 20/1 đúng không?",
            "Ngày 20/1, 13 trạm y tế đã ký cam kết.",
            "Không, 13 trạm y tế",
        ),
        # The sentence of a figure, of a day or of a person tells of another deed, thing or person.
        (
            "Trưởng thôn Đoài có đồng ý cho tổ dệt 10 tỷ đồng để sửa kho không?",
            "Tổ dệt xin trưởng thôn Đoài 10 tỷ đồng để sửa kho. "
            "Trưởng thôn Đoài không đồng ý cho tổ dệt tiền để sửa kho.",
            "Không. “Trưởng thôn Đoài không đồng ý cho tổ dệt tiền để sửa kho”",
        ),
        (
            "Huyện xin 6 phà loại 200 tấn từ bến Đoài đúng không?",
            "Huyện xin 4 phà loại 200 tấn từ bến Đoài.",
            "Không, 4 phà loại 200 tấn",
        ),
        (
            "Ở Kivu mức thuế muối phổ thông là 17% phải không?",
            "Ở Lào mức thuế muối phổ thông là 17% còn ở Kivu mức thuế là 15%.",
            "Không. “Ở Lào mức thuế muối phổ thông là 17% còn ở Kivu mức thuế là 15%”",
        ),
        (
            "Hội trại dự kiến mở sáng 22/10 phải không?",
            "Chiều 16/10, tổ dệt trình việc hội trại dự kiến mở vào sáng thứ hai, ngày 22/10.",
            "Có. “Chiều 16/10, tổ dệt trình việc hội trại dự kiến mở vào sáng thứ hai, ngày 22/10”",
        ),
        (
            "Sổ họp của tổ dệt hiện còn ở kho không?",
            "Sổ họp của tổ dệt ở kho đã mất.",
            "Không. “Sổ họp của tổ dệt ở kho đã mất”",
        ),
        (
            "Tổ dệt đã trả lại cổ phần cho các cổ đông xã Mây chưa?",
            "Do tổ dệt chưa thể trả lại cổ phần, các cổ đông xã Mây và tổ dệt phải chờ.",
            "Không. “Do tổ dệt chưa thể trả lại cổ phần, các cổ đông xã Mây và tổ dệt phải chờ”",
        ),
        # Whether there is any is told by what says that there is none.
        (
            "Hai ngày 29 và 30/3 ở đảo Sóc có hội nghị nào cho các trưởng thôn dự không?",
            "Lịch ghi hai ngày 29 và 30/3 cho các trưởng thôn dự hội nghị ở đảo Sóc. "
            "Huyện nói ngày 29 và 30/3 không có hội nghị, hội thảo nào ở đảo Sóc.",
            "Không. “Huyện nói ngày 29 và 30/3 không có hội nghị, hội thảo nào ở đảo Sóc”",
        ),
        # All the figures of a claim stand in one sentence.
        (
            "Xã Đồi Sim được giao 1.000 triệu đồng nhưng mới chi 199 triệu đồng, đúng không?",
            "Xã Đồi Sim được giao 1.000 triệu đồng, mới chi 199 triệu đồng, còn 801 triệu đồng chưa chi.",
            "Có. “Xã Đồi Sim được giao 1.000 triệu đồng, mới chi 199 triệu đồng, còn 801 triệu đồng chưa chi”",
        ),
        # Of two people each; told of another.
        (
            "Ông Lê Văn Tám và bà Võ Thị Cúc cùng sinh năm 1965 đúng không?",
            "Ông Lê Văn Tám sinh năm 1965. Bà Võ Thị Cúc sinh năm 1965.",
            "Có, năm 1965",
        ),
        (
            "Ông Lê Văn Tám và bà Võ Thị Cúc cùng sinh năm 1965 đúng không?",
            "Ông Lê Văn Tám sinh năm 1965. Bà Võ Thị Cúc sinh năm 1967.",
            "Không, năm 1967",
        ),
        (
            "Ông Lê Văn Tám thôi làm trưởng thôn là để nghỉ hưu, đúng không?",
            "Xã cho ông Võ Văn Chín thôi làm tổ trưởng để nghỉ hưu và cho ông Lê Văn Tám "
            "thôi làm trưởng thôn để nhận việc khác.",
            "Không. “Xã cho ông Võ Văn Chín thôi làm tổ trưởng để nghỉ hưu và cho ông Lê Văn Tám "
            "thôi làm trưởng thôn để nhận việc khác”",
        ),
        # A place is told otherwise in the same words.
        (
            "Ông Lê Văn Tám có quê ở Bình Định không?",
            "Ông Võ Văn Chín sinh năm 1965, quê Bình Định. Ông Lê Văn Tám sinh năm 1965, quê Quảng Bình.",
            "Không. “Ông Lê Văn Tám sinh năm 1965, quê Quảng Bình”",
        ),
        # What is asked for is not done.
        (
            "Trạm bơm thôn Đoài đã được thành lập rồi phải không?",
            "Xã có công văn đề nghị huyện thành lập trạm bơm thôn Đoài.",
            "Không. “Xã có công văn đề nghị huyện thành lập trạm bơm thôn Đoài”",
        ),
        # A particle behind the question, and a negative claim that the report makes too.
        (
            "Sổ tay nông vụ có bản tiếng Anh không vậy",
            "Sổ tay nông vụ sẽ có bản tiếng Anh.",
            "Có. “Sổ tay nông vụ sẽ có bản tiếng Anh”",
        ),
        (
            "Trưởng thôn Đoài cũng không hay biết việc đổi tên chợ, đúng không?",
            "Việc đổi tên chợ thì trưởng thôn Đoài cũng không biết.",
            "Có. “Việc đổi tên chợ thì trưởng thôn Đoài cũng không biết”",
        ),
        # A document's number is no figure, and may stand before the sentence that tells of it.
        (
            "Văn bản 1026 của phòng Nông vụ có còn phạt người thả vịt rông không?",
            "Phòng Nông vụ ra văn bản 1026 thay văn bản cũ. "
            "Quy định phạt người thả vịt rông không còn được nhắc tới.",
            "Không. “Quy định phạt người thả vịt rông không còn được nhắc tới”",
        ),
    ],
)
def test_verdicts(claim: str, text: str, expected: str) -> None:
    assert verdict(claim, text) == expected


def test_of_a_person_another_deed_is_told() -> None:
    claim = "Trại vịt của gia đình ông Lê Văn Tám có bị tháo dỡ không?"
    assert verdict(claim, "Trại vịt của gia đình ông Lê Văn Tám rất rộng.") is None
    claim = "Giấy khen ký ngày 9-10-2007 do ông Lê Văn Tám ký phải không?"
    assert (
        verdict(claim, "Giấy khen ký ngày 9-10-2007, do ông Võ Văn Chín ký.")
        != "Có, ngày 9-10-2007"
    )


def test_a_figure_of_something_else_affirms_nothing() -> None:
    told = "Chi phí cần 44 tỷ đồng."
    claim = "Lập trung tâm dữ liệu tốn chi phí 44 tỷ đồng đúng không?"
    assert verdict(claim, told, 0.3) is None
    assert verdict(claim, f"Lập trung tâm dữ liệu: {told}", 0.3) == "Có, 44 tỷ đồng"


def test_of_one_another_thing_is_told() -> None:
    claim = "Ông Lê Văn Tám khen xã lập tổ dạy chữ cho người già, đúng không?"
    assert verdict(claim, "Ông Lê Văn Tám khen xã lập đội văn nghệ.") is None


@pytest.mark.parametrize(
    ("claim", "text", "word"),
    [
        (
            "Sở Lúa Vàng có ra văn bản tạm dừng thí điểm xe điện không?",
            "Sở Lúa Vàng khẳng định không có văn bản nào “tạm dừng hoặc phanh gấp” thí điểm xe điện.",
            "Không",
        ),
        (
            "Ông Lữ Văn Cẩn có chịu làm dự án ở hồ Bàu Sen không?",
            "Khi đi khảo sát hồ Bàu Sen thì ông Lữ Văn Cẩn không đồng ý, muốn rút lui khỏi dự án.",
            "Không",
        ),
        (
            "Ba kho của nhà máy Đồi Sim còn nguyên, chưa cháy, đúng không?",
            "Rất may ba kho của nhà máy Đồi Sim chưa cháy và còn nguyên.",
            "Có",
        ),
    ],
)
def test_what_is_denied(claim: str, text: str, word: str) -> None:
    said = verdict(claim, text)
    assert said is not None
    assert said.startswith(word)

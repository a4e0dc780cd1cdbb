"""Who is told by a common noun: by whom something is done, and for whom."""

import pytest

from qa.reader import read_anyone, read_bodies, read_several
from tests.qa.readings import best, reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Ai trả phí chi trả?",
            "Phó Giám đốc Lữ Văn Cẩn nói sẽ mở 29 điểm. Phí chi trả 0,6%, do ngân sách chịu.",
            "ngân sách",
        ),
        (
            "ai tai tro man hinh?",
            "Bộ màn hình một lớp tốn 43 triệu đồng, do quỹ từ thiện của một tập đoàn tài trợ.",
            "quỹ từ thiện của một tập đoàn",
        ),
        (
            "Máy tính do ai cho?",
            "Xã bố trí 10 bộ máy tính, do ngân hàng tài trợ. Ông Lữ Văn Cẩn cảm ơn.",
            "ngân hàng",
        ),
        (
            "Ai chịu khoản miễn giảm?",
            "Khoản miễn giảm 2,8 tỷ đồng do chủ đầu tư chợ mới gánh chứ không phải ngân sách.",
            "chủ đầu tư chợ mới",
        ),
        (
            "Ai trả tiền kiểm định?",
            "Ông Lữ Văn Cẩn dự họp, còn doanh nghiệp trả tiền kiểm định.",
            "doanh nghiệp",
        ),
        (
            "Những ai còn được trả tiền mặt?",
            "Công ty chỉ nhận thẻ, riêng người già trên 70 vẫn được trả tiền mặt.",
            "người già trên 70",
        ),
        (
            "Ai vẫn được dùng thẻ giấy?",
            "Từ 1/10, mọi cơ sở ngừng nhận thẻ giấy, trừ trẻ dưới 6 tuổi. Ông Lữ Văn Cẩn ký.",
            "trẻ dưới 6 tuổi",
        ),
        (
            "Sở Y tế bắt tay với ai để rà soát hồ sơ?",
            "Sở Y tế phối hợp với các bệnh viện và trạm y tế rà soát hồ sơ. Ông Lữ Văn Cẩn dự.",
            "các bệnh viện và trạm y tế",
        ),
        (
            "Ngoài các sở, ngành, tỉnh còn phối hợp với ai để rà soát hồ sơ?",
            "Tỉnh phối hợp với các sở, ngành và các địa phương rà soát hồ sơ.",
            "các địa phương",
        ),
        (
            "Tỉnh tuyên truyền sâu rộng về ký số đến những ai?",
            "Ông Lữ Văn Cẩn dự họp. Tỉnh tuyên truyền sâu rộng đến các cấp, các ngành và người dân về ký số.",
            "các cấp, các ngành và người dân",
        ),
        (
            "Những ai ở Trường Mây Trắng có thể tra cứu điểm?",
            "Ở Trường Mây Trắng, giáo viên, phụ huynh có thể tra cứu điểm. Bà Mạc Thị Nở vui.",
            "giáo viên, phụ huynh",
        ),
        (
            "Ai không phải đóng lệ phí?",
            "Lệ phí là 100.000 đồng. Hộ nghèo, trẻ em không phải đóng lệ phí.",
            "Hộ nghèo, trẻ em",
        ),
    ],
)
def test_those_without_a_name(question: str, text: str, answer: str) -> None:
    asked = reading(question)
    assert asked.question.asks == "person"
    assert best(read_anyone(asked, plain(text))) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Ai trả học phí?",
            "Học phí do ông Lữ Văn Cẩn trả.",
            "Lữ Văn Cẩn",
        ),
        ("Ai ký quyết định?", "Quyết định do tỉnh ban hành, ông Lữ Văn Cẩn ký.", "Lữ Văn Cẩn"),
        (
            "Ai được bầu làm bí thư?",
            "Ông Lữ Văn Cẩn được bầu làm bí thư, cho hộ nghèo vay.",
            "Lữ Văn Cẩn",
        ),
    ],
)
def test_someone_with_a_name(question: str, text: str, answer: str) -> None:
    assert best(read_anyone(reading(question), plain(text))) == answer


def test_kinds_of_people_that_something_reaches() -> None:
    asked = reading("Tỉnh tuyên truyền về ký số tới những đối tượng nào?")
    text = plain("Tỉnh tuyên truyền tới doanh nghiệp và người dân về ký số.")
    assert asked.question.asks == "list"
    assert "doanh nghiệp và người dân" in {one.text for one in read_several(asked, text)}


def test_any_body_is_asked_for() -> None:
    text = plain("Bệnh viện Mây có pin. Bộ thu vệ tinh 38 triệu đồng do một hãng tàu biển tặng.")
    asked = reading("Bên nào tặng bộ thu vệ tinh?")
    assert asked.question.asks == "organization"
    assert best(read_bodies(asked, text)) == "một hãng tàu biển"
    named = reading("Công ty nào tặng bộ thu vệ tinh?")
    assert "một hãng tàu biển" not in {one.text for one in read_bodies(named, text)}

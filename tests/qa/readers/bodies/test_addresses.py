"""Addresses asked for and found: of the web, of mail, of telephones."""

import pytest

from qa.questions.asking import asked
from qa.questions.question import understand
from qa.readers.bodies.addresses import addresses, read_addresses
from tests.qa.readings import best, reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    "question",
    [
        "Dân góp ý ở trang web nào của tỉnh Gió?",
        "Cổng dữ liệu có địa chỉ truy cập là gì?",
        "Tên miền của cổng dữ liệu là gì?",
        "Địa chỉ thư điện tử của bà Mây là gì?",
        "Email mạo danh ông Lá là gì?",
        "Gửi góp ý qua email nào?",
        "Cần cấp cứu thì gọi số mấy?",
        "Số điện thoại của trạm y tế?",
        "Đường dây nóng của xã là số nào?",
        "Trang web nhận kiến nghị của xã Mây là gì?",
        "Nộp đơn qua mạng thì truy cập đâu?",
        "Muốn góp ý online thì vào đâu?",
    ],
)
def test_an_address_is_asked_for(question: str) -> None:
    found = asked(question, folded=False)
    assert found
    assert found.kind == "address"


@pytest.mark.parametrize(
    "question",
    [
        "Trung tâm dời về địa chỉ nào?",
        "Tổng đài nhận bao nhiêu cuộc gọi?",
        "Email mạo danh ông Lá bảo mua sữa gì?",
        "Nội dung email giả là gì?",
        "Thông báo hôm 20/5 số mấy?",
        "Báo cáo kiểm toán mang số mấy?",
        "Website của xã có bao nhiêu lượt xem?",
        "Trang web là gì?",
        "Xe muốn vào đâu cũng phải xin phép à?",
        "Số tổng đài viên hiện tại?",
    ],
)
def test_something_else_is_asked_for(question: str) -> None:
    found = asked(question, folded=False)
    assert found is None or found.kind != "address"


@pytest.mark.parametrize(
    ("text", "form", "found"),
    [
        ("Góp ý tại địa chỉ gopy.gio.gov.vn, từ hôm nay.", "web", ["gopy.gio.gov.vn"]),
        ("Góp ý tạigopy.gio.gov.vntừ hôm nay.", "web", ["gopy.gio.gov.vn"]),
        ("Vào http://may.vn/bai/so-1.Trước đó thì khác.", "web", ["http://may.vn/bai/so-1"]),
        ("Ngày 1.2.2030, tỉnh Gió chi 1.200.000 đồng.", "web", []),
        ("Thư giả làmay@gio.edu.vn.", "mail", ["may@gio.edu.vn"]),
        ("Gọi (0299) 3.821.055 hay 1900 1234.", "phone", ["(0299) 3.821.055", "1900 1234"]),
        ("Có thể gọi tổng đài 1022 cả ngày.", "phone", ["1022"]),
        ("Tổng đài 1022 cuộc, chi 0,5 tỷ đồng.", "phone", []),
        ("Tỉnh chi 12.000.000 đồng ngày 12/3/2030.", "phone", []),
    ],
)
def test_addresses_stand_in_texts(text: str, form: str, found: list[str]) -> None:
    spans = sorted(addresses(text, frozenset({form})))
    assert [text[slice(*span)] for span in spans] == found


def test_a_sample_is_no_address() -> None:
    text = "Thư của Sở Gió có dạng xxx@gio.gov.vn. Thư giả của Sở Gió là so.gio@may.com."
    found = read_addresses(reading("Địa chỉ thư điện tử của Sở Gió là gì?"), plain(text))
    assert {one.text for one in found} == {"so.gio@may.com"}


def test_the_next_sentence_tells_what_an_address_is_of() -> None:
    text = (
        "Kiến nghị về giá nước thì gửi ở trang nuoc.gio.vn. Tỉnh mở hệ thống tại địa chỉ nghe.gio.vn. "
        "Người dân vào hệ thống này gửi kiến nghị về cán bộ gây phiền hà."
    )
    found = read_addresses(
        reading("Gửi kiến nghị về cán bộ gây phiền hà ở trang web nào?"), plain(text)
    )
    assert best(found) == "nghe.gio.vn"


def test_a_name_may_answer_where_no_address_stands() -> None:
    text = "Trang Chợ Quê bị phạt 5 triệu đồng vì bán hàng giả."
    asked_name = reading("Trang web nào bị phạt vì bán hàng giả?")
    assert best(read_addresses(asked_name, plain(text))) == text
    asked_address = reading("Trang Chợ Quê có địa chỉ là gì?")
    assert not read_addresses(asked_address, plain(text))


@pytest.mark.parametrize(
    "question",
    ["Muốn gửi kiến nghị online thì vào trang nào?", "muon gui kien nghi online thi vao trang nao"],
)
def test_an_address_tells_itself_that_it_is_online(question: str) -> None:
    said = {unit.folded for unit in understand(question).content}
    assert said == {"gui", "kien", "nghi"}


def test_an_online_service_keeps_its_name() -> None:
    said = {u.folded for u in understand("Dịch vụ công trực tuyến ở trang nào?").content}
    assert {"truc", "tuyen"} <= said


def test_where_to_go_online_asks_for_an_address_of_the_web() -> None:
    text = "Xã Mây nhận kiến nghị của dân tại địa chỉ may.gio.vn, điện thoại 0299 3821 055."
    asked_where = reading("Dân xã Mây gửi kiến nghị trên mạng thì truy cập đâu?")
    assert best(read_addresses(asked_where, plain(text))) == "may.gio.vn"

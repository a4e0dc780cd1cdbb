"""Documents and places as answers, in sentences like the press's."""

import pytest

from qa.readers.bodies.documents import read_documents
from qa.readers.countries import countries, read_countries
from qa.readers.others import ABSENT
from qa.readers.places.places import read_provinces
from qa.readers.places.streets import street_addresses
from qa.readers.places.wheres import NO_ADDRESS
from tests.qa.readings import best, reading
from tests.qa.reports import plain

CIRCULAR = "Thông tư số 7/2030/TT-BMT về học bạ số thay thế Thông tư số 5/2026/TT-BMT."


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Học bạ số theo quy định mới thay cho thông tư nào?", "Thông tư số 5/2026/TT-BMT"),
        ("Thông tư nào thay thế quy định cũ về học bạ số?", "Thông tư số 7/2030/TT-BMT"),
    ],
)
def test_the_replaced_document_and_the_one_that_replaces_it(question: str, answer: str) -> None:
    assert best(read_documents(reading(question), plain(CIRCULAR))) == answer


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Tin giả bị xử lý theo Luật An ninh mạng có hiệu lực từ 2029.", "Luật An ninh mạng"),
        ("Nước ấy đã ban hành Luật Cộng hòa số.", "Luật Cộng hòa số"),
        ("Sắp tới có Luật Phòng, chống rửa tiền, luật sư nói.", "Luật Phòng, chống rửa tiền"),
        (
            "Quốc hội thông qua Luật Ban hành văn bản mẫu và nhiều việc.",
            "Luật Ban hành văn bản mẫu",
        ),
    ],
)
def test_a_law_is_called_by_its_title(text: str, title: str) -> None:
    assert best(read_documents(reading("Luật nào được nói đến?"), plain(text))) == title


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Giải pháp đô thị thông minh được làm thử ở đâu?",
            "Công viên phần mềm Sao Mai là nơi làm thử giải pháp đô thị thông minh.",
            "Công viên phần mềm Sao Mai",
        ),
        (
            "Mạng lưới được nối với các trung tâm cùng loại ở đâu?",
            "Mạng lưới được nối với các trung tâm cùng loại tại Hoa Kỳ, EU, Ấn Độ.",
            "Hoa Kỳ, EU, Ấn Độ",
        ),
        (
            "Cách tô màu bản đồ học theo thành phố nào?",
            "Cách tô màu bản đồ học theo cố đô Kyoto.",
            "Kyoto",
        ),
        (
            "Kho gom hàng mở ở huyện nào?",
            "Huyện Mây Trắng và huyện Sông Xanh vui. Kho gom hàng mở tại Mây Trắng và Sông Xanh.",
            "Mây Trắng và Sông Xanh",
        ),
        (
            "0,72 điểm về dịch vụ công là của tỉnh nào?",
            "Dịch vụ công: Đà Nẵng xếp thứ 4 (với 0,7 điểm) sau Quảng Ninh (0,86 điểm), Tiền Giang (0,72 điểm).",
            "Tiền Giang",
        ),
        (
            "Đà Nẵng mong chia ranh giới với địa phương nào?",
            "Thành phố mong chia ranh giới giữa Đà Nẵng và Thừa Thiên - Huế.",
            "Thừa Thiên - Huế",
        ),
        (
            "Quận nào làm thử trạm sạc?",
            "Phường 4 vui. Trạm sạc được làm thử tại quận 15 và quận 17.",
            "quận 15 và quận 17",
        ),
    ],
)
def test_where_something_is(question: str, text: str, answer: str) -> None:
    assert best(read_provinces(reading(question), plain(text))) == answer


def test_a_syllable_of_a_name_is_no_country() -> None:
    text = "Ông chủ Nhật Cường, người Mỹ Tho, trốn sang Lào. Tổng thống Nga Putin hỏi Đức."
    named = [text[slice(*span)] for span in countries(text)]
    assert named == ["Lào", "Nga", "Đức"]


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Thỏa thuận được ký ở đâu?",
            "Thỏa thuận giữa UBND tỉnh An Giang và Tập đoàn Sao Mai được ký tại Rạch Giá.",
            "Rạch Giá",
        ),
        (
            "Lễ khai mạc diễn ra ở đâu?",
            "Lễ khai mạc của Đại học Huế diễn ra sáng 28/2 ở trụ sở số 6B Hoàng Diệu.",
            "trụ sở số 6B Hoàng Diệu",
        ),
        ("Kho lạnh được xây ở đâu?", "Kho lạnh được xây tại Đà Nẵng.", "Đà Nẵng"),
        ("Đơn tố cáo chuyển đến đâu?", "Đơn tố cáo chuyển Thanh tra tỉnh.", "Thanh tra tỉnh"),
        (
            "Dinh cũ nằm ở địa chỉ nào?",
            "Dinh cũ ở số 15-17 Hoa Mai, phường Lúa I, quận 3, nhiều người đến Đà Nẵng để xem.",
            "số 15-17 Hoa Mai, phường Lúa I, quận 3",
        ),
    ],
)
def test_where_something_is_done(question: str, text: str, answer: str) -> None:
    assert best(read_provinces(reading(question), plain(text))) == answer


KIOSKS = "Từ tháng 8, Bưu điện tỉnh mở kho gom hàng tại Sông Mây và Bến Đá, nhờ vậy phí giảm."


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (KIOSKS, "Sông Mây và Bến Đá"),
        (KIOSKS.replace("tại", "cho"), ""),
    ],
)
def test_a_district_named_without_its_type_where_something_is(text: str, answer: str) -> None:
    asked = reading("Bưu điện tỉnh mở kho gom hàng ở huyện nào?")
    assert best(read_provinces(asked, plain(text))) == answer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Trụ sở tại 82 Lúa Vàng, quận Hoa Mai I, Đà Nẵng.", ["82 Lúa Vàng, quận Hoa Mai I"]),
        ("Nhà số 5 đường Hoa (phường 3, Q. 10) cháy.", ["số 5 đường Hoa (phường 3, Q. 10)"]),
        (
            "Quán ở ngõ 28 Dịch Lúa; kho số 49, Đại lộ Hoa.",
            ["ngõ 28 Dịch Lúa", "số 49, Đại lộ Hoa"],
        ),
        ("Họp tại 2 tỉnh Hà Nam, ở 12 Sở Nội vụ, số 10 Nghị quyết; năm 2019 Hà Nội mưa.", []),
    ],
)
def test_houses_and_streets(text: str, found: list[str]) -> None:
    within = plain(text)
    assert [within.text[slice(*span)] for span in street_addresses(within)] == found


def test_a_place_without_a_house_is_rather_no_address() -> None:
    found = read_provinces(reading("Kho ở địa chỉ nào?"), plain("Kho ở Đà Nẵng."))
    assert {one.signs["address"] for one in found} == {NO_ADDRESS}


def test_a_foreign_capital_is_no_province() -> None:
    asked = reading("Thủ đô của nước Pháp là thành phố nào?")
    [found] = read_provinces(asked, plain("Hà Nội là thủ đô, thành phố lớn."))
    assert found.signs["another"] == ABSENT


def test_a_continent_is_no_country() -> None:
    asked = reading("Bằng do trường ở nước nào cấp?")
    found = read_countries(asked, plain("Ở châu Âu có trường cấp bằng. Bằng do Thuỵ Sĩ cấp."))
    assert [one.text for one in found] == ["Thuỵ Sĩ"]


@pytest.mark.parametrize("kind", ["địa bàn", "địa phương", "thành phố"])
def test_a_place_inside_of_the_province_asked_about(kind: str) -> None:
    text = "Tỉnh Quảng Ninh triển khai nền tảng dữ liệu đất đai trên địa bàn TP Hạ Long."
    asked = reading(f"Quảng Ninh triển khai nền tảng dữ liệu đất đai tại {kind} nào?")
    (found,) = [one for one in read_provinces(asked, plain(text)) if one.text == "Hạ Long"]
    assert found.signs.get("type", 1.0) == 1.0


def test_the_place_asked_about_is_no_answer() -> None:
    asked = reading("Trung tâm Mía Xanh, sau khi xây, dời về đâu?")
    found = read_provinces(asked, plain("Tỉnh dời Trung tâm Mía Xanh tại xã."))
    assert "Trung tâm Mía Xanh" not in [one.text for one in found]

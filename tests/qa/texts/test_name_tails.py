"""Names of bodies and offices to their end, over small letters, commas and dashes."""

import pytest

from qa.texts.offices import offices
from qa.texts.organizations import organizations


def named(text: str) -> list[str]:
    return [text[slice(*one.span)] for one in organizations(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Words of trade lead up to a company's own name.
        ("Công ty CP sự kiện cây cảnh Mây Gió trúng thầu", "Công ty CP sự kiện cây cảnh Mây Gió"),
        ("Công ty Du lịch Bốn phương trời Mây nhận", "Công ty Du lịch Bốn phương trời Mây"),
        # Whose a body is stands behind its whole name.
        (
            "Cục Phòng chống hàng giả mạo nguồn gốc (Bộ Tư pháp) họp",
            "Cục Phòng chống hàng giả mạo nguồn gốc",
        ),
        ("Trung tâm Cây giống lá dài thuộc Sở Y tế mở", "Trung tâm Cây giống lá dài"),
        ("Cục Hộ tịch, quốc tịch, chứng thực (Bộ Tư pháp)", "Cục Hộ tịch, quốc tịch, chứng thực"),
        (
            "gửi Trung tâm Giám sát, điều hành giao thông thành phố.",
            "Trung tâm Giám sát, điều hành giao thông thành phố",
        ),
        # Abbreviations behind "&", places in capitals, and two-syllable places with a body's word.
        ("theo Sở NN & PTNT Cao Bằng thì", "Sở NN & PTNT Cao Bằng"),
        ("UBND Thành phố Hồ Chí Minh họp", "UBND Thành phố Hồ Chí Minh"),
        ("UBND thành phố Hải Phòng họp", "UBND thành phố Hải Phòng"),
        ("vay ngân hàng chính sách xã hội huyện", "ngân hàng chính sách xã hội huyện"),
        ("Ban thường vụ tỉnh ủy Cao Bằng họp", "Ban thường vụ tỉnh ủy Cao Bằng"),
        ("Ban quản lý khu đô thị Mây Gió họp", "Ban quản lý khu đô thị Mây Gió"),
        ("gửi Thường trực HĐND tỉnh hôm qua", "Thường trực HĐND tỉnh"),
    ],
)
def test_a_name_goes_on_to_its_end(text: str, name: str) -> None:
    assert named(text)[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Công ty CP Mây Gió bán nhà cho Lá Vàng", "Công ty CP Mây Gió"),
        ("Cục Thuế tỉnh yêu cầu doanh nghiệp (Bộ Tài chính)", "Cục Thuế tỉnh"),
        ("Bí thư Thành ủy Cao Bằng Lữ Văn Cẩn nói", "Thành ủy Cao Bằng"),
        ("Phó Chủ tịch Thường trực UBND tỉnh nói", "UBND tỉnh"),
        ("Văn phòng Chính phủ Lữ Văn Cẩn nói", "Văn phòng Chính phủ"),
    ],
)
def test_a_name_ends_before_the_sentence(text: str, name: str) -> None:
    assert named(text)[0] == name


@pytest.mark.parametrize(
    "text",
    [
        "Xã tổ chức Hội nghị sơ kết.",
        "Bộ Quy tắc ứng xử có hiệu lực.",
        "Nhà ở đường Trường Chinh ngập.",
        "bảo vệ môi trường Mây Gió",
        "tại hội trường Mây Gió",
    ],
)
def test_words_that_begin_no_body(text: str) -> None:
    assert not [one for one in organizations(text) if one.kind != "brand"]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Ông A – Trưởng phòng Cảnh sát giao thông Công an tỉnh – nói",
            "Trưởng phòng Cảnh sát giao thông Công an tỉnh",
        ),
        ("giám đốc ban quản lý dự án huyện bị phạt", "giám đốc ban quản lý dự án huyện"),
        ("Thứ trưởng Ngoại giao dự", "Thứ trưởng Ngoại giao"),
        (
            "Giám đốc Sở Văn hóa, Thể thao và Du lịch tỉnh nói",
            "Giám đốc Sở Văn hóa, Thể thao và Du lịch tỉnh",
        ),
        ("Giám đốc Sở Y tế giao việc", "Giám đốc Sở Y tế"),
        (
            "Giám đốc Sở Lao động – Thương binh và Xã hội nói",
            "Giám đốc Sở Lao động – Thương binh và Xã hội",
        ),
        ("ngoài chủ tịch hội đồng?", "chủ tịch hội đồng"),
    ],
)
def test_an_office_goes_on_to_its_end(text: str, office: str) -> None:
    assert text[slice(*offices(text)[0].span)].startswith(office)
    assert text[slice(*offices(text)[0].span)] in (office, f"{office} bị phạt")

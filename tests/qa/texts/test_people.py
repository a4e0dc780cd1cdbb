"""People and their offices in sentences of the reports."""

import pytest

from qa.questions.asked_who import is_asked_who
from qa.questions.asking import asked
from qa.texts.offices import offices_in
from qa.texts.people import everyone, people
from tests.qa.reports import paragraph, reports


def offices(words: str) -> dict[str, list[str]]:
    """The people of the paragraph with these words, each with the offices of all mentions."""
    text = paragraph(words).text
    found: dict[str, list[str]] = {}
    for person in people(text):
        said = found.setdefault(text[slice(*person.name)], [])
        said += [text[slice(*office)] for office in person.offices]
    return found


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        (
            "Sáng 13/4, đồng chí",
            "Nguyễn Khắc Thận",
            [
                "Phó bí thư Tỉnh ủy",
                "Chủ tịch UBND tỉnh",
                "Trưởng Ban chỉ đạo về chuyển đổi số tỉnh Thái Bình",
            ],
        ),
        (
            "Sáng 13/4, đồng chí",
            "Trần Thị Bích Hằng",
            [
                "Phó chủ tịch UBND tỉnh",
                "Phó trưởng ban Thường trực Ban chỉ đạo chuyển đổi số tỉnh",
            ],
        ),
        (
            "Tham dự có đồng chí Lê Hải Hòa",
            "Lê Hải Hòa",
            [
                "Tỉnh ủy viên",
                "Phó Chủ tịch UBND tỉnh",
                "Phó trưởng Ban Thường trực BCĐ chuyển đổi số tỉnh",
            ],
        ),
        ("Phó Chủ tịch UBND tỉnh Lê Hải Hòa phát", "Lê Hải Hòa", ["Phó Chủ tịch UBND tỉnh"]),
        (
            "đồng chí Trình Văn Nhã - Phó",
            "Trình Văn Nhã",
            ["Phó Bí thư Huyện ủy - Chủ tịch UBND huyện"],
        ),
        ("Bà Nguyễn Thị Thắm", "Nguyễn Thị Thắm", ["Phó Hiệu trưởng nhà trường"]),
        ("bà H'Lan Byă", "H'Lan Byă", ["Chủ tịch UBND huyện Lắk"]),
        ("Ông Y Thuân Êban, Phó", "Y Thuân Êban", ["Phó Chủ tịch UBND tỉnh"]),
        ("Chủ tịch UBND tỉnh Nguyễn Đức Trung", "Nguyễn Đức Trung", ["Chủ tịch UBND tỉnh"]),
    ],
)
def test_offices(words: str, name: str, expected: list[str]) -> None:
    assert offices(words)[name][: len(expected)] == expected


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Trường Tiểu học Lý Tự Trọng", "Lý Tự Trọng"),
        ("trên địa bàn TP Hạ Long", "Hạ Long"),
        ("Nghị quyết số 02 về chuyển đổi số tỉnh Thái Bình", "Thái Bình"),
        ("Trường Đại học Hùng Vương", "Hùng Vương"),
    ],
)
def test_schools_and_places_are_no_people(words: str, name: str) -> None:
    assert name not in offices(words)


@pytest.mark.parametrize(
    ("words", "name"),
    [("Đồng bằng sông Cửu Long", "Cửu Long"), ("cổng dịch vụ công Thanh Chương", "Thanh Chương")],
)
def test_the_end_of_a_word_is_no_title(words: str, name: str) -> None:
    assert name not in offices(words)


@pytest.mark.parametrize(
    ("sentence", "name", "office"),
    [
        (
            "phó chánh Văn phòng nội các Nhật Bản Kenji Yamamoto",
            "Kenji Yamamoto",
            "phó chánh Văn phòng nội các Nhật Bản",
        ),
        ("Tổng thống Hàn Quốc Lee Sang-ho đến", "Lee Sang-ho", "Tổng thống Hàn Quốc"),
        ("Thủ tướng Nhật Bản Kenji Yamamoto thăm", "Kenji Yamamoto", "Thủ tướng Nhật Bản"),
        ("Chủ tịch UBND TP Hà Nội Trần Văn Mười dự", "Trần Văn Mười", "Chủ tịch UBND TP Hà Nội"),
        ("đã nghe GS Karl Schneider - trưởng khoa, giới thiệu", "Karl Schneider", "trưởng khoa"),
        (
            "ông Lê Văn Tám - vụ trưởng Vụ Pháp chế (Bộ Y tế) - nói",
            "Lê Văn Tám",
            "vụ trưởng Vụ Pháp chế",
        ),
        (
            "Theo ông Lê Văn Tám - phó tổng giám đốc ngân hàng ABC, đó",
            "Lê Văn Tám",
            "phó tổng giám đốc ngân hàng ABC",
        ),
        (
            "PGS.TS Lê Văn Tám, viện trưởng Viện Công nghệ thông tin và truyền thông (Trường ĐH",
            "Lê Văn Tám",
            "viện trưởng Viện Công nghệ thông tin và truyền thông",
        ),
        (
            "Phó tổng Thanh tra Chính phủ Lê Văn Tám cho hay",
            "Lê Văn Tám",
            "Phó tổng Thanh tra Chính phủ",
        ),
        ("Tổng giám đốc BHXH Lê Thị Tám chia sẻ", "Lê Thị Tám", "Tổng giám đốc BHXH"),
        (
            "Chủ tịch tập đoàn Fabrikam Karl Schneider nói",
            "Karl Schneider",
            "Chủ tịch tập đoàn Fabrikam",
        ),
        ("Chủ tịch UBND huyện Lê Văn Tám dự", "Lê Văn Tám", "Chủ tịch UBND huyện"),
        (
            "Karl Schneider, tổng giám đốc Fabrikam, cho biết",
            "Karl Schneider",
            "tổng giám đốc Fabrikam",
        ),
    ],
)
def test_an_office_as_the_press_writes_it(sentence: str, name: str, office: str) -> None:
    found = {sentence[slice(*person.name)]: person for person in people(sentence)}
    assert office in [sentence[slice(*span)] for span in found[name].offices]


def test_offices_in_a_row_before_a_name() -> None:
    text = "Bộ trưởng, chủ nhiệm Văn phòng Chính phủ Lê Văn Tám cho biết"
    assert [text[slice(*span)] for span in people(text)[0].offices] == [
        "Bộ trưởng",
        "chủ nhiệm Văn phòng Chính phủ",
    ]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("ca sĩ Mây Hồng và cầu thủ Quang Sáng", ["Mây Hồng", "Quang Sáng"]),
        ("Tổng thống Mỹ Schneider và ông Yamamoto", ["Schneider", "Yamamoto"]),
        ("Ông Tám cho biết", []),
        ("Bà LÊ THỊ TÁM: Tôi", ["LÊ THỊ TÁM"]),
        ("HỘI NGHỊ TRẦN HƯNG ĐẠO", []),
        ("Già A Nhơn, 74 tuổi, ở làng Đăk Mây", ["A Nhơn"]),
        ("Chị Y Blan, Bí thư Đoàn xã Đăk Mây, kể", ["Y Blan"]),
        ("Thủ tướng Papua New Guinea Peter O ’ Brien tới", ["Peter O ’ Brien"]),
        ("họp tại trụ sở 49 Lê Văn Tám, Hà Nội", []),
        ("số 12 Lê Văn Tám và công viên Lê Văn Tám", []),
        ("đại biểu Sở Thông tin dự", []),
        ("Thủ tướng Malaysia thăm Fabrikam Software", []),
    ],
)
def test_names_without_a_family_name(sentence: str, names: list[str]) -> None:
    assert [sentence[slice(*person.name)] for person in people(sentence)] == names


def test_a_foreign_name_alone_is_unsure() -> None:
    text = "Cuốn sách của Karl Schneider bán chạy"
    assert people(text) == []
    assert [text[slice(*person.name)] for person in everyone(text)] == ["Karl Schneider"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ông Lê Văn Tám là ai?", True),
        ("Xin hỏi bà Lê Thị Tám là người nào?", True),
        ("Ai là Lê Văn Tám?", True),
        ("Kẻ mạo danh ông Lê Văn Tám là ai?", False),
        ("Ai dịch sách của ông Lê Văn Tám?", False),
        ("Vợ ông Lê Văn Tám tên là gì?", False),
    ],
)
def test_who_a_person_is(question: str, expected: bool) -> None:
    found = asked(question, folded=False)
    assert found is not None
    assert is_asked_who(question, found.focus) is expected


def test_spans_lie_in_every_paragraph() -> None:
    count = 0
    for report in reports():
        for line in report.text.split("\n\n"):
            for person in people(line):
                name = line[slice(*person.name)]
                assert name == name.strip() and name[0].isupper() and "\n" not in name
                for start, end in person.offices:
                    assert 0 <= start < end <= len(line)
                    assert end <= person.name[0] or start >= person.name[1]
                count += 1
    assert count > 45


def test_an_office_without_a_holder() -> None:
    text = "Ai là Phó Chủ tịch UBND tỉnh Cao Bằng?"
    assert [text[slice(*span)] for span in offices_in(text)] == ["Phó Chủ tịch UBND tỉnh Cao Bằng"]
    assert people(text) == []
    assert people("") == []


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Đoàn gặp ông Lữ Văn Cẩn, bí thư huyện ủy và ông Vi Văn Sáu, trưởng công an.",
            {"Lữ Văn Cẩn": ["bí thư huyện ủy"], "Vi Văn Sáu": ["trưởng công an"]},
        ),
        (
            "Đó là giám đốc Sở Y tế Lữ Văn Cẩn, giám đốc Sở Xây dựng Vi Văn Sáu.",
            {"Lữ Văn Cẩn": ["giám đốc Sở Y tế"], "Vi Văn Sáu": ["giám đốc Sở Xây dựng"]},
        ),
        (
            "Ông Lữ Văn Cẩn, phó hiệu trưởng trường nghề, kiêm giám đốc viện mía, nói.",
            {"Lữ Văn Cẩn": ["phó hiệu trưởng trường nghề", "giám đốc viện mía"]},
        ),
        (
            "Ông Lữ Văn Cẩn, trước là Chủ tịch UBND xã nhưng hết tuổi, về hưu.",
            {"Lữ Văn Cẩn": ["Chủ tịch UBND xã"]},
        ),
        (
            "“Giám đốc Sở bảo đảm việc này”, Bí thư xã Lữ Văn Cẩn nói.",
            {"Lữ Văn Cẩn": ["Bí thư xã"]},
        ),
        ("TS LỮ VĂN CẨN (phó tổng thư ký hội)", {"LỮ VĂN CẨN": ["phó tổng thư ký hội"]}),
    ],
)
def test_whose_an_office_is(text: str, held: dict[str, list[str]]) -> None:
    told = {
        text[slice(*one.name)]: [text[slice(*office)] for office in one.offices]
        for one in people(text)
    }
    assert told == held


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Bí thư xã lúc ông Lữ Văn Cẩn nghỉ là ai?", "Lữ Văn Cẩn"),
        ("Bộ trưởng nào mời ông Lữ Văn Cẩn?", "Lữ Văn Cẩn"),
        ("Ai làm trưởng ban thay ông Lữ Văn Cẩn?", "Lữ Văn Cẩn"),
    ],
)
def test_an_office_before_someone_that_is_not_theirs(question: str, name: str) -> None:
    [person] = people(question)
    assert (question[slice(*person.name)], person.offices) == (name, ())


@pytest.mark.parametrize(
    ("text", "name", "offices"),
    [
        (
            "Chủ tịch UBND thành phố Lữ Văn Cẩn cho phép đấu thầu.",
            "Lữ Văn Cẩn",
            ["Chủ tịch UBND thành phố"],
        ),
        (
            "Giám đốc Bệnh viện Mây Mai Đào Xuân Cẩn nói.",
            "Đào Xuân Cẩn",
            ["Giám đốc Bệnh viện Mây Mai"],
        ),
        (
            "Giám đốc bệnh viện M Lữ Văn Cẩn Bình lo.",
            "Lữ Văn Cẩn Bình",
            ["Giám đốc bệnh viện M"],
        ),
        (
            "Giám đốc Sở Tài chính Thành phố Hồ Chí Minh Lữ Văn Cẩn dự.",
            "Lữ Văn Cẩn",
            ["Giám đốc Sở Tài chính Thành phố Hồ Chí Minh"],
        ),
        (
            "Giám đốc Công ty Nước sạch Bạch Mã, ông Lữ Văn Cẩn, dự.",
            "Lữ Văn Cẩn",
            ["Giám đốc Công ty Nước sạch Bạch Mã"],
        ),
        (
            "Chủ tịch UBND xã Bàu Sen, tỉnh Mây Trắng, bà Lữ Thị Cẩn, hứa.",
            "Lữ Thị Cẩn",
            ["Chủ tịch UBND xã Bàu Sen"],
        ),
        (
            "Bà Lữ Thị Cẩn, 44 tuổi, trước là Phó Bí thư Huyện ủy, nhận bàn giao.",
            "Lữ Thị Cẩn",
            ["Phó Bí thư Huyện ủy"],
        ),
        ("Cục phó Lữ Văn Cẩn trả lời.", "Lữ Văn Cẩn", ["Cục phó"]),
        ("Bà Lữ Thị Hạnh Nguyên, Phó Giám đốc, nói.", "Lữ Thị Hạnh Nguyên", ["Phó Giám đốc"]),
    ],
)
def test_a_name_is_whole_and_has_its_office(text: str, name: str, offices: list[str]) -> None:
    [person] = people(text)
    assert text[slice(*person.name)] == name
    assert [text[slice(*office)] for office in person.offices] == offices


@pytest.mark.parametrize(
    "text", ["Họp tại Thành phố Hồ Chí Minh.", "Hiệu trưởng Trường Lữ Văn Cẩn nói."]
)
def test_a_city_and_a_school_hold_no_office(text: str) -> None:
    assert people(text) == []

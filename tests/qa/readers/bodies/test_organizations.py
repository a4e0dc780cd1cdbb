"""Organisations in sentences as the press writes them."""

import pytest

from index.vietnamese import LOWER
from qa.reader import read_anyone
from qa.readers.bodies.organizations import read_organizations
from qa.readers.bodies.roles import DOER, role
from qa.texts.organizations import organizations
from tests.qa.readings import best, reading
from tests.qa.reports import plain, reports


def named(text: str) -> list[str]:
    return [text[slice(*one.span)] for one in organizations(text)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Đề án do Bộ Khoa học và công nghệ soạn thảo.", "Bộ Khoa học và công nghệ"),
        ("nộp tại Sở Kế hoạch và Đầu tư Hà Nội", "Sở Kế hoạch và Đầu tư Hà Nội"),
        (
            "Hội đồng Tư vấn cải cách thủ tục hành chính vừa họp",
            "Hội đồng Tư vấn cải cách thủ tục hành chính",
        ),
        ("Bộ Y tế cải cách thủ tục hành chính", "Bộ Y tế"),
        ("chỉ duy nhất sở Tư pháp chưa báo cáo", "sở Tư pháp"),
        ("theo bộ Y tế, đợt này", "bộ Y tế"),
        (
            "Cơ quan cảnh sát điều tra Bộ Công an khởi tố",
            "Cơ quan cảnh sát điều tra Bộ Công an",
        ),
        ("công ty TNHH M & N Sao làm chủ đầu tư", "công ty TNHH M & N Sao"),
        ("Ban Quản lý Khu kinh tế Sao Mai cho biết", "Ban Quản lý Khu kinh tế Sao Mai"),
        (
            "Việc này Bộ Lao động - thương binh và xã hội đã nêu.",
            "Bộ Lao động - thương binh và xã hội",
        ),
        ("Sở Văn hóa, Thể thao và Du lịch cho biết", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở Tài nguyên – Môi trường TP HCM tiếp nhận", "Sở Tài nguyên – Môi trường TP HCM"),
        ("Cục Thuế TP.HCM công bố", "Cục Thuế TP.HCM"),
        ("do Ban Dân vận trung ương tổ chức", "Ban Dân vận trung ương"),
        ("tại Bệnh viện Nhi đồng 2, người nhà", "Bệnh viện Nhi đồng 2"),
        ("Bệnh viện Nhân dân 115 mở khoa mới", "Bệnh viện Nhân dân 115"),
        ("giao Trường đại học Khoa học tự nhiên quản lý", "Trường đại học Khoa học tự nhiên"),
        ("theo công ty Luật TNHH Minh Khuê thì", "công ty Luật TNHH Minh Khuê"),
        (
            "Công ty cổ phần giải pháp phần mềm Sao Mai ra đời",
            "Công ty cổ phần giải pháp phần mềm Sao Mai",
        ),
        ("ngân hàng Quân đội và các bên", "ngân hàng Quân đội"),
        ("Ngân hàng Nhà nước Việt Nam yêu cầu", "Ngân hàng Nhà nước Việt Nam"),
        ("giải do Thời báo Tài chính Việt Nam trao", "Thời báo Tài chính Việt Nam"),
        (
            "Viện Nghiên cứu quản lý kinh tế trung ương (CIEM)",
            "Viện Nghiên cứu quản lý kinh tế trung ương",
        ),
        (
            "tại Chi nhánh Văn phòng Đăng ký đất đai quận 12",
            "Chi nhánh Văn phòng Đăng ký đất đai quận 12",
        ),
        ("trực thuộc văn phòng UBND tỉnh", "văn phòng UBND tỉnh"),
        ("Thanh tra Chính phủ kết luận", "Thanh tra Chính phủ"),
        ("do Công ty TNHH Bản đồ số Sao Mai xây dựng", "Công ty TNHH Bản đồ số Sao Mai"),
        ("do Viện Thủy văn ứng dụng miền Trung viết", "Viện Thủy văn ứng dụng miền Trung"),
        ("gồm Trường chuyên Sao Mai, lớp 6", "Trường chuyên Sao Mai"),
        ("Công viên phần mềm Sao Mai là nơi", "Công viên phần mềm Sao Mai"),
        ("UBND quận 3 cùng phường", "UBND quận 3"),
        ("thành lập Công ty ABC - IT, tập trung", "Công ty ABC - IT"),
        ("giao cho Công ty CP Tập đoàn Mây Gió, đổi lấy", "Công ty CP Tập đoàn Mây Gió"),
        (
            "Công ty TNHH Thương mại Hoàng Gia Mây bán máy",
            "Công ty TNHH Thương mại Hoàng Gia Mây",
        ),
        ("Ngân hàng Đầu tư Mây và Ngân hàng Tái thiết Gió ký", "Ngân hàng Đầu tư Mây"),
        ("Giám đốc Công ty TNHH Mây Gió Nguyễn Văn Tám nói", "Công ty TNHH Mây Gió"),
        ("Sao Mai Software là công ty con", "Sao Mai Software"),
        ("khách của Sacombank Cần Thơ tăng", "Sacombank Cần Thơ"),
    ],
)
def test_a_name_is_recognised_whole(sentence: str, name: str) -> None:
    assert name in named(sentence)


@pytest.mark.parametrize("text", ["công bố vào quý IV năm nay", "Quốc hội khóa XIV họp"])
def test_a_roman_number_is_no_body(text: str) -> None:
    assert not {"IV", "XIV"} & set(named(text))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Bộ trưởng Bộ Nội vụ Trần Văn Mười nói", "Bộ Nội vụ"),
        ("Bộ Công an và Bộ Tài chính công bố", "Bộ Công an"),
        ("Bộ Y tế quản lý 12 văn bản", "Bộ Y tế"),
        ("Sở Y tế phát triển công nghệ thông tin", "Sở Y tế"),
        ("Văn phòng Chính phủ Chủ tịch", "Văn phòng Chính phủ"),
    ],
)
def test_a_name_ends_where_the_sentence_goes_on(sentence: str, name: str) -> None:
    assert named(sentence)[0] == name


@pytest.mark.parametrize(
    "text",
    [
        "trụ sở Hà Nội",
        "báo cáo của tỉnh",
        "cán bộ Việt Nam",
        "nộp TTHC qua API",
        "chơi MXH",
        "CHUYỆN VỀ ĐẤT ĐAI",
        "",
    ],
)
def test_no_organisation(text: str) -> None:
    assert named(text) == []


def test_names_stand_whole_in_every_report() -> None:
    count = 0
    for report in reports():
        for line in report.text.split("\n"):
            last = 0
            for one in organizations(line):
                start, end = one.span
                assert last <= start < end <= len(line)
                assert end == len(line) or line[end] not in LOWER
                assert line[start:end] == line[start:end].strip(" ,-–")
                last = end
                count += 1
    assert count > 150


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Bệnh viện nào mở kho thuốc tự động?",
            "Sở Y tế cho biết Bệnh viện Nhi đồng 2 mở kho thuốc tự động.",
            "Bệnh viện Nhi đồng 2",
        ),
        (
            "Bộ nào soạn thảo nghị định về dữ liệu mở?",
            "Viettel góp ý để Bộ Thông tin và truyền thông soạn thảo nghị định về dữ liệu mở.",
            "Bộ Thông tin và truyền thông",
        ),
        (
            "Giải Sao Khuê do tờ báo nào tổ chức?",
            "Công ty Sao Mai nhận giải Sao Khuê do báo Đầu tư tổ chức.",
            "báo Đầu tư",
        ),
        (
            "Nhà băng nào mở chi nhánh không giấy tờ?",
            "Sở Công thương khen ngân hàng Á Châu mở chi nhánh không giấy tờ.",
            "ngân hàng Á Châu",
        ),
        (
            "Hãng luật nào ký thoả thuận tư vấn cho tỉnh?",
            "Tập đoàn Hoà Phát xem công ty Luật TNHH Minh Khuê ký thoả thuận tư vấn cho tỉnh.",
            "công ty Luật TNHH Minh Khuê",
        ),
    ],
)
def test_the_name_is_of_the_kind_asked_for(question: str, text: str, answer: str) -> None:
    assert best(read_organizations(reading(question), plain(text))) == answer


def test_each_of_a_list_has_its_own_deed() -> None:
    text = (
        'Tiêu biểu là "kho thuốc tự động" của Bệnh viện Nhi đồng 2, "bệnh án không giấy" của Bệnh viện'
        ' quận 7, "nhắc lịch tiêm chủng" của Bệnh viện Hùng Vương.'
    )
    for thing, owner in (
        ("kho thuốc tự động", "Bệnh viện Nhi đồng 2"),
        ("bệnh án không giấy", "Bệnh viện quận 7"),
        ("nhắc lịch tiêm chủng", "Bệnh viện Hùng Vương"),
    ):
        found = read_organizations(reading(f"Bệnh viện nào làm {thing}?"), plain(text))
        assert best(found) == owner


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Công ty nào làm ra bản đồ số?",
            "VNPT góp ý năm ngoái. Bản đồ số rất đẹp. Đơn vị phát triển là Công ty Sao Mai.",
            "Công ty Sao Mai",
        ),
        (
            "Trung tâm hành chính công trực thuộc cơ quan nào?",
            "Trung tâm hành chính công tỉnh Nghệ An là đơn vị trực thuộc văn phòng UBND tỉnh.",
            "văn phòng UBND tỉnh",
        ),
        (
            "Nhà mạng nào tặng máy và miễn cước ba tháng?",
            "Viettel tặng 7.200 máy, VNPT tặng 3.900 máy, còn Công ty Sao Mai, doanh nghiệp mới vào, tặng"
            " 1.500 máy và miễn cước ba tháng.",
            "Công ty Sao Mai",
        ),
        (
            "Cơ quan nào dựng Cổng thanh toán tập trung?",
            "Ngân hàng Nhà nước chủ trì xây dựng Cổng thanh toán tập trung, nối Cổng dịch vụ công.",
            "Ngân hàng Nhà nước",
        ),
        (
            "Đơn vị nào là thường trực của tổ công tác?",
            "Cục Kiểm soát thủ tục hành chính - Văn phòng Chính phủ là thường trực của tổ công tác.",
            "Cục Kiểm soát thủ tục hành chính",
        ),
        (
            "Bảng xếp hạng hãng bay do hãng nào đưa ra?",
            "Sao Mai Airlines cuối bảng xếp hạng hãng bay. Bảng do hãng nghiên cứu OMG công bố.",
            "hãng nghiên cứu OMG",
        ),
    ],
)
def test_who_does_what_is_asked(question: str, text: str, answer: str) -> None:
    assert best(read_organizations(reading(question), plain(text))) == answer


def test_whoever_builds_may_be_a_body() -> None:
    asked = reading("Phần mềm đất đai do ai xây dựng?")
    text = "Phần mềm đất đai, do Công ty Sao Mai viết, được ông Lê Văn Tám khen."
    assert best(read_anyone(asked, plain(text))) == "Công ty Sao Mai"


def test_a_year_that_the_report_does_not_name_tells_against() -> None:
    said = plain("Bộ Y tế dẫn đầu về dịch vụ công năm 2018.")
    asked = read_organizations(reading("Bộ nào dẫn đầu về dịch vụ công năm 2018?"), said)
    other = read_organizations(reading("Bộ nào dẫn đầu về dịch vụ công năm 2020?"), said)
    assert other[0].score < 0.4 < asked[0].score


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Bộ nào chủ trì quy định mức phí kho dữ liệu?",
            "Bộ Tài chính chủ trì, cùng Bộ Công an quy định mức phí kho dữ liệu.",
            "Bộ Tài chính",
        ),
        (
            "Nhà xuất bản nào in cuốn sách tranh?",
            "Công ty Lá Xanh in cuốn sách tranh của Nhà xuất bản Mây.",
            "Nhà xuất bản Mây",
        ),
    ],
)
def test_the_one_that_leads_is_named(question: str, text: str, answer: str) -> None:
    assert best(read_organizations(reading(question), plain(text))) == answer


def test_the_one_entrusted_is_the_doer() -> None:
    question = reading("Trường nào được Sở Gió giao quản lý kho sách?").question
    paragraph = plain("Kho sách được Sở Gió giao cho Trường Mây. Trường Lá quản lý kho cũ.")
    entrusted, other = organizations(paragraph.text)[1:]
    assert role(question, paragraph, entrusted.span) == DOER
    assert role(question, paragraph, other.span) == 1.0


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "Ngân hàng Đầu tư phát triển Việt Nam chi nhánh xã",
            "Ngân hàng Đầu tư phát triển Việt Nam",
        ),
        ("của Hội đồng Chức danh giáo sư Nhà nước, vừa họp", "Hội đồng Chức danh giáo sư Nhà nước"),
        ("Ban Chỉ đạo 389 Quốc gia họp", "Ban Chỉ đạo 389 Quốc gia"),
        ("Chủ tịch UBND TP Hà Nội Lữ Văn Cẩn họp", "UBND TP Hà Nội"),
        ("Chủ tịch UBND huyện Lữ Văn Cẩn họp", "UBND huyện"),
    ],
)
def test_names_to_their_end(sentence: str, name: str) -> None:
    assert named(sentence) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gói máy do Công ty Tân Trường Phát trúng thầu.", "Công ty Tân Trường Phát"),
        ("Công ty Âm hình Thiên Trường cho mượn máy.", "Công ty Âm hình Thiên Trường"),
        ("Bên cho thuê là Công ty Điện toán Lúa Mai.", "Công ty Điện toán Lúa Mai"),
        ("Máy do Quỹ Khí hậu xanh tài trợ.", "Quỹ Khí hậu xanh"),
        ("Công ty Lúa Vàng xây Trường Mầm non Hoa Mai.", "Công ty Lúa Vàng"),
    ],
)
def test_a_name_is_not_cut_short(text: str, name: str) -> None:
    assert text[slice(*organizations(text)[0].span)] == name


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("do Bưu điện tỉnh tài trợ", "Bưu điện tỉnh"),
        ("Điện lực Bình Phước nhận lời", "Điện lực Bình Phước"),
        ("mà Liên danh Hoa Mai - Mây Trắng trúng thầu", "Liên danh Hoa Mai - Mây Trắng"),
        ("Quỹ Hợp tác Đức - Việt chi tiền", "Quỹ Hợp tác Đức - Việt"),
        ("Vụ Tổ chức - Biên chế cảnh báo", "Vụ Tổ chức - Biên chế"),
        ("Câu lạc bộ Chữ ký số tổ chức", "Câu lạc bộ Chữ ký số"),
        ("Ban Quản lý dự án 4 làm", "Ban Quản lý dự án 4"),
        ("Bệnh viện Đa khoa tỉnh số 1 xong", "Bệnh viện Đa khoa tỉnh số 1"),
        ("Chi cục Trồng trọt và Bảo vệ thực vật nói", "Chi cục Trồng trọt và Bảo vệ thực vật"),
        ("Tỉnh đoàn làm phần ba", "Tỉnh đoàn"),
    ],
)
def test_a_name_goes_on_in_small_letters(sentence: str, name: str) -> None:
    assert named(sentence) == [name]


def test_a_dash_before_an_aside_joins_no_partner() -> None:
    assert named("Quỹ Hoa Mai - Mây Trắng nói - gồm ba người") == ["Quỹ Hoa Mai"]


def test_a_company_asked_about_by_its_short_name_is_no_answer() -> None:
    asked = reading("DHM mua cát từ doanh nghiệp nào?")
    text = "DHM Holdings mua cát của công ty TNHH Tuấn Lá."
    assert [one.text for one in read_organizations(asked, plain(text))] == ["công ty TNHH Tuấn Lá"]


def test_a_body_named_in_short_by_the_question_is_no_answer() -> None:
    asked = reading("Cùng với Sở TT&TT, cơ quan nào phải khảo sát lại trung tâm?")
    text = "Văn phòng UBND tỉnh phối hợp với Sở Thông tin và Truyền thông khảo sát lại trung tâm."
    found = [one.text for one in read_organizations(asked, plain(text))]
    assert "Văn phòng UBND tỉnh" in found
    assert "Sở Thông tin và Truyền thông" not in found

"""What a question asks for, told by its question words; with and without accents."""

import re

import pytest

from index.vietnamese import fold
from qa.questions.asking import asked
from qa.spelling.vocabulary import vocabulary
from qa.words.spelt import fold_pattern

ASKED = [
    ("Chợ được hứa xây xong trong tháng mấy?", "date", "tháng mấy"),
    ("Trong tháng mấy bạn được khen?", "number", "mấy"),
    ("Nguyên Bí thư xã Gò Mây được tặng bằng khen năm nào?", "date", "năm nào"),
    ("Nguyên Bí thư xã nào được tặng bằng khen?", "person", "nào"),
    ("Kể tên mấy xã chưa có trạm y tế", "list", "kể tên"),
    ("Xe của xã được mua giá cao nhất là bao nhiêu?", "money", "bao nhiêu"),
    ("Mấy bể xã sắp xây chứa được bao nhiêu tấn nước?", "number", "bao nhiêu"),
    ("Mấy xã và bao nhiêu thôn được cấp nước?", "number", "mấy"),
    ("Điểm cầu của các xã cộng lại được mấy điểm?", "number", "mấy"),
    ("Bà Mơ giúp những người ngại máy bằng cách nào?", "how", "bằng cách nào"),
    ("Sở giúp hai bệnh viện kia thế nào?", "how", "thế nào"),
    ("Các hãng xe xin điều gì?", "how", "gì"),
    ("Dân gửi đơn vào địa chỉ nào?", "address", "vào địa chỉ nào"),
    ("Dân dời đến địa chỉ nào?", "province", "đến địa chỉ nào"),
    ("Những điều gì bị cấm?", "list", "những"),
    ("Sau 90 ngày phải làm được gì?", "how", "gì"),
    ("14 kế hoạch mà xã ban hành là những kế hoạch nào?", "list", "14"),
    ("Kế hoạch 14 của xã là kế hoạch nào?", "document", "kế hoạch nào"),
    ("Xã Gò Mây kém hơn là vì gì?", "reason", "là vì gì"),
    ("Chậm tiến độ là do cái gì?", "reason", "là do cái gì"),
    ("Quán bị phạt vì lỗi gì?", "how", "gì"),
    ("Theo bà Mơ thì sao gian hàng không đông khách?", "reason", "sao"),
    ("Vắng hai buổi thì sao?", "how", "sao"),
    ("Các cụ sao vẫn thích nghe đài?", "reason", "sao"),
    ("Khách sạn 5 sao vẫn kín phòng ở đâu?", "province", "ở đâu"),
    ("Tỉnh nào có 93,4% thủ tục hành chính trực tuyến?", "province", "tỉnh nào"),
    ("Ai chủ trì cuộc họp?", "person", "ai"),
    ("Chủ tịch UBND tỉnh Cao Bằng là ai?", "person", "ai"),
    ("Ông Trình Văn Nhã giữ chức vụ gì?", "office", "giữ chức vụ gì"),
    ("Có bao nhiêu phần trăm hộ có Internet?", "percent", "bao nhiêu phần trăm"),
    ("Tỷ lệ hồ sơ trực tuyến là bao nhiêu?", "percent", "bao nhiêu"),
    ("Sau đợt tăng vừa rồi giá điện là bao nhiêu một số?", "money", "bao nhiêu"),
    ("Số xã đạt ăn đứt chỉ tiêu bao nhiêu?", "change", "bao nhiêu"),
    ("Xã leo lên mấy nấc?", "change", "mấy"),
    ("Đất chợ được đấu giá với mức khởi điểm bao nhiêu?", "money", "bao nhiêu"),
    ("Giá khởi điểm của đất chợ là bao nhiêu?", "money", "bao nhiêu"),
    ("Trong ba nhóm được kể tên, nhóm nào đông?", "how", "nào"),
    ("Nghệ An xếp hạng mấy?", "rank", "hạng mấy"),
    ("Tỷ lệ người dùng phần mềm là bao nhiêu?", "percent", "bao nhiêu"),
    ("Tỷ lệ người đứng phần mềm là bao nhiêu?", "percent", "bao nhiêu"),
    ("Khi tỷ lệ nộp hồ sơ vượt 80%, đã cấp bao nhiêu giấy phép?", "number", "bao nhiêu"),
    ("Với tỷ lệ 100%, mấy trường thu học phí qua mạng?", "number", "mấy"),
    ("Tỷ lệ hồ sơ của 3 xã, 6 tháng đầu năm, là bao nhiêu?", "percent", "bao nhiêu"),
    ("Đây là lần thứ mấy tỉnh dẫn đầu?", "number", "lần thứ mấy"),
    ("Ông Hà chịu hình thức kỷ luật gì?", "how", "gì"),
    ("Luật gì quy định việc này?", "document", "luật gì"),
    ("Nghị quyết mấy của HĐND tỉnh miễn phí?", "document", "nghị quyết mấy"),
    ("Thủ tướng quyết định mấy việc?", "number", "mấy"),
    ("Trường Hòa Bình được đổi thành tên gì?", "how", "tên gì"),
    ("Kinh phí sửa trường lấy ở đâu?", "how", "ở đâu"),
    ("Xe được mua ở đâu?", "province", "ở đâu"),
    ("Dân phải tới chỗ nào?", "province", "chỗ nào"),
    ("Máy bay hơn phun tay ở chỗ nào?", "how", "nào"),
    ("Họ sống ở bang nào?", "province", "bang nào"),
    ("Phao do đơn vị nào làm ra?", "organization", "đơn vị nào"),
    ("Ba nhóm mà đề án nhắm tới là những ai?", "list", "là những ai"),
    ("Nghệ An đứng thứ bao nhiêu cả nước?", "rank", "thứ bao nhiêu"),
    ("Xã hội số đạt bao nhiêu điểm?", "score", "bao nhiêu điểm"),
    ("DTI của tỉnh năm 2022", "score", ""),
    ("Cho em hỏi tỷ lệ ký số của tỉnh ạ", "percent", ""),
    ("Mức 79,7% của tỉnh đo lường cái gì?", "measured", "cái gì"),
    ("Tỉnh xếp hạng DTI năm 2022", "rank", ""),
    ("Ông Cẩn, người lo chợ, phụ trách bộ phận nào?", "office", "bộ phận nào"),
    ("Chỉ số DTI của tỉnh là bao nhiêu?", "score", "bao nhiêu"),
    ("Chủ tịch bảo xây cầu trước hay làm đường trước?", "how", ""),
    ("Bà Hằng ngồi ghế gì trong tỉnh?", "office", "ngồi ghế gì"),
    ("Nữ Phó Chủ tịch UBND tỉnh nào làm Phó Trưởng ban?", "person", "nào"),
    ("Tăng bao nhiêu bậc?", "change", "bao nhiêu"),
    ("Hạng kinh tế số của tỉnh tăng bao nhiêu?", "change", "bao nhiêu"),
    ("Tỉnh tăng hạng, đứng thứ bao nhiêu?", "rank", "thứ bao nhiêu"),
    ("Kinh phí năm 2023 là bao nhiêu?", "money", "bao nhiêu"),
    ("Doanh thu được bao nhiêu tỷ đồng?", "money", "bao nhiêu tỷ đồng"),
    ("Có bao nhiêu kiến nghị được tiếp nhận?", "number", "bao nhiêu"),
    ("Cuộc họp diễn ra khi nào?", "date", "khi nào"),
    ("Mỗi năm bao nhiêu người tốt nghiệp?", "number", "bao nhiêu"),
    ("Cổng nhận bình quân ngày mấy lượt?", "number", "mấy"),
    ("Khóa học bắt đầu ngày mấy?", "date", "ngày mấy"),
    ("Hệ thống có từ năm nào?", "date", "năm nào"),
    ("Nghị quyết nào về chuyển đổi số?", "document", "nghị quyết nào"),
    ("Đề án được phê duyệt tại quyết định số bao nhiêu?", "document", "quyết định số bao nhiêu"),
    ("Cơ quan nào tham mưu?", "organization", "cơ quan nào"),
    ("Vì sao chuyển đổi số chậm?", "reason", "vì sao"),
    ("Nguyên nhân của hạn chế?", "reason", "nguyên nhân"),
    ("Sáng kiến của phường tên là gì?", "how", "tên là gì"),
    ("Nhà thầu duy nhất tên gì?", "how", "tên gì"),
    ("Trưởng nhóm tên gì?", "person", "tên gì"),
    ("Lý do nào khiến lớp hoãn?", "reason", "lý do"),
    ("Cơ quan nào tìm ra nguyên nhân?", "organization", "cơ quan nào"),
    ("Ai nêu lý do hoãn lớp?", "person", "ai"),
    ("Người vắng không lý do bị xử lý thế nào?", "how", "thế nào"),
    ("So sánh Thái Bình với Cao Bằng", "compare", "so sánh"),
    ("Tỉnh nào có tỷ lệ cao nhất?", "superlative", "tỉnh nào"),
    ("Giữa Thái Bình và Cao Bằng, tỉnh nào cao hơn?", "compare", "tỉnh nào"),
    ("Những huyện nào còn lõm sóng?", "places", "những huyện nào"),
    ("Ba lĩnh vực nào được triển khai?", "list", "ba"),
    ("Quảng Ninh đứng thứ 3, đúng không?", "yesno", ", đúng không?"),
    ("Có phải Quảng Ninh đứng thứ 3?", "yesno", "có phải"),
    ("Kết quả ra sao?", "how", "ra sao"),
    ("Dân phường 3 báo mất điện bằng cách nào?", "how", "bằng cách nào"),
    ("Cơ sở 2 của trường nằm ở tỉnh nào?", "province", "tỉnh nào"),
    ("Bốn cửa hàng bị phạt nộp tiền theo hình thức nào?", "how", "nào"),
    ("Bốn chợ trong đề án là những chợ nào?", "list", "bốn"),
    ("Năm ngoái trường nào mở thêm lớp?", "organization", "trường nào"),
    ("Chỉ số môi trường nào bị tụt?", "how", "nào"),
    ("Chuyện đó xảy ra ở tỉnh, thành nào?", "province", "tỉnh, thành nào"),
    ("Đoàn kiểm tra đến từ đâu?", "province", "đến từ đâu"),
    ("Sao y giấy tờ phải nộp bao nhiêu đồng?", "money", "bao nhiêu đồng"),
    ("Nước ngọt nhiều, sao dân vẫn thiếu?", "reason", "sao"),
    ("Bà Lê Thị Mây là cán bộ cấp nào, sở nào?", "office", "cán bộ cấp nào, sở nào"),
    ("Số hiệu của quyết định về chợ số là gì?", "document", "số hiệu"),
    ("Phần mềm giao việc của xã có tên là gì?", "how", "tên là gì"),
    ("Công ty nào nợ thuế nhiều, tên là gì?", "organization", "công ty nào"),
    ("Người viết phần mềm giao việc tên là gì?", "person", "tên là gì"),
    ("Huyện phải vào tốp mấy của tỉnh?", "rank", "tốp mấy"),
    ("Huyện đứng đầu bảng mấy lần liên tiếp?", "number", "mấy"),
    ("Vị chủ tịch hội nào bị mạo danh?", "person", "nào"),
    ("Bí thư xã nào khen lớp học đêm?", "person", "nào"),
    ("Vé rẻ mà sao ít người đi?", "reason", "sao"),
    ("Việc số hóa đã tới đâu rồi?", "number", "tới đâu"),
    ("Trạm cách chợ bao xa?", "number", "bao xa"),
    ("Huyện phải đạt tỷ lệ nào?", "percent", "nào"),
    ("Lúa bán giá nào?", "money", "nào"),
    ("Xã niêm yết giá thế nào?", "how", "thế nào"),
    ("Chừng nào trạm xong?", "date", "chừng nào"),
    ("Sổ tay in xong chừng nào?", "date", "chừng nào"),
    ("Sổ tay in ra bữa nào?", "date", "bữa nào"),
    ("Trạm phải xong trước ngày?", "date", "?"),
    ("Kế toán bị xử nặng cỡ nào?", "how", "cỡ nào"),
    ("Tiền mua xe lấy từ đâu?", "how", "từ đâu"),
    ("Bộ trưởng Quốc phòng nào mời đoàn sang thăm?", "person", "nào"),
    ("Thủ tướng dự hội nghị ở thành phố nào?", "province", "thành phố nào"),
    ("Ngành y có người nào trúng cử không?", "yesno", "không?"),
    ("Muốn nâng thuế từ 8% lên bao nhiêu?", "percent", "bao nhiêu"),
    ("Phí tăng từ 20.000 đồng lên bao nhiêu đồng?", "number", "bao nhiêu"),
    ("Thuế suất của nước ấy là bao nhiêu?", "percent", "bao nhiêu"),
    ("Cầu vượt được bố trí bao nhiêu vốn?", "number", "bao nhiêu"),
    ("Chủ nhà bị phạt bao nhiêu vì xây trái phép?", "money", "bao nhiêu"),
    ("Kho không có biển báo thì bị phạt bao nhiêu vậy ạ?", "money", "bao nhiêu"),
    ("Sau khi sắp xếp lại, huyện còn bao nhiêu xã?", "number", "bao nhiêu"),
    ("Kho bạc trả lại khách hàng bao nhiêu tiền?", "money", "bao nhiêu tiền"),
    ("Nhóm hạng ba được thưởng bao nhiêu tiền?", "money", "bao nhiêu tiền"),
    ("Tòa nhà để giảm quá tải cao mấy tầng?", "number", "mấy"),
    ("Bệnh viện hạng I đã xong bao nhiêu?", "number", "bao nhiêu"),
    ("Tiền nợ thuế của tỉnh còn bao nhiêu?", "money", "bao nhiêu"),
    ("Hội góp bao nhiêu?", "number", "bao nhiêu"),
    ("Chi phí kho bãi chiếm bao nhiêu GRDP?", "percent", "bao nhiêu"),
    ("Sai số về vị trí là mấy mét?", "number", "mấy"),
    ("Tổ giúp việc họp thứ mấy?", "date", "thứ mấy"),
    ("Chuyện cấp máy bay được quy định ở đâu?", "document", "ở đâu"),
    ("Sổ quét xong thì đưa lên đâu?", "how", "lên đâu"),
    ("Kể tên mấy đơn vị chưa nộp đơn", "list", "kể tên"),
    ("Kể giùm vài hệ thống của xã", "list", "kể giùm"),
    ("Tỷ lệ hộ nghèo ở hai bản, con số nào cao hơn?", "percent", "con số nào"),
    ("Số xe năm ngoái được nêu là con số nào?", "number", "con số nào"),
    ("Tiền mua loa ở đâu ra?", "how", "ở đâu ra"),
    ("Nguồn kinh phí lấy ở đâu?", "how", "ở đâu"),
    ("Vốn tiêu chậm là tại đâu?", "reason", "tại đâu"),
    ("Các hộ nuôi yến dồn về ở phường nào?", "province", "phường nào"),
    ("Tỉnh quản lý huyện đảo nào?", "province", "huyện đảo nào"),
    ("Dinh cũ nằm tại địa chỉ nào?", "province", "tại địa chỉ nào"),
    ("Địa chỉ của nhà văn hóa là gì?", "province", "là gì?"),
    ("Địa chỉ cổng dịch vụ công là gì?", "address", "gì?"),
    ("Địa chỉ của Sở Y tế tỉnh?", "province", "địa chỉ"),
]


@pytest.mark.parametrize(("text", "kind", "focus"), ASKED, ids=[row[0] for row in ASKED])
def test_the_question_word_tells(text: str, kind: str, focus: str) -> None:
    found = asked(text, folded=False)
    assert found is not None
    assert (found.kind, text[slice(*found.focus)].strip().lower()) == (kind, focus)
    unaccented = asked(fold(text), folded=True)
    assert unaccented == found


def test_patterns_hold_whole_words() -> None:
    """The words of patterns are known to whoever mends a question: "ệ" of "[Bb]ệnh" is none."""
    single = {word for word in vocabulary(False).written.values() if len(word) == 1}
    assert not single & set("ệộỹữựỷĩịụ")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Từ mấy tuổi trở lên thì ai cũng có tài khoản?", "number"),
        ("tu may tuoi tro len la ai cung co tai khoan", "number"),
        ("Xã nào có máy mà bất kỳ ai cũng dùng được?", "province"),
        ("Ai đó gọi đến đòi tiền thì báo cho số nào?", "address"),
        ("ai cung cap he thong cho xa nao", "person"),
        ("Ngoài ông Lá thì ai cũng dự họp?", "person"),
    ],
)
def test_everybody_is_asked_for_only_where_nothing_else_is(text: str, kind: str) -> None:
    found = asked(text, folded=text.isascii())
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Lớp AI đầu tiên mở ở đâu?", "province"),
        ("Muốn học lớp AI phải làm gì?", "how"),
        ("AI chủ trì cuộc họp?", "person"),
        ("AI CHỦ TRÌ CUỘC HỌP NÀO?", "person"),
    ],
)
def test_artificial_intelligence_is_nobody(text: str, kind: str) -> None:
    found = asked(text, folded=False)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mấy xã đó vướng gì?", "how"),
        ("Mấy năm gần đây, xã nào làm nhiều nhất?", "superlative"),
        ("Ai chê mấy bệnh viện tư?", "person"),
        ("Xã có mấy trạm?", "number"),
        ("Năm ngoái huyện được chấm mấy sao?", "number"),
        ("Xe không dán gì thì bán được mấy chiếc?", "number"),
        ("Lớp bắt đầu lúc mấy giờ, ở đâu?", "number"),
    ],
)
def test_may_asks_where_no_other_word_does(text: str, kind: str) -> None:
    for said, folded in ((text, False), (fold(text), True)):
        found = asked(said, folded=folded)
        assert found is not None
        assert found.kind == kind


def test_a_ranking_is_no_rank() -> None:
    found = asked("Sở làm bảng xếp hạng cùng hội nào?", folded=False)
    assert found is not None
    assert found.kind == "organization"


def test_without_accents_a_beginning_is_no_place() -> None:
    found = asked("Tu dau nam co may ca soi?", folded=True)
    assert found is not None
    assert found.kind == "number"


def test_no_question_word() -> None:
    assert asked("chuyển đổi số Cao Bằng", folded=False) is None
    assert asked("", folded=False) is asked("", folded=True) is None


def test_words_that_only_look_like_question_words() -> None:
    assert asked("Mai Văn An họp tại Gia Lai", folded=False) is None


def test_folding_a_pattern_keeps_its_escapes() -> None:
    pattern = fold_pattern(r"\bĐặt\W+(?P<Số>\d+)\S*")
    assert pattern == r"\bdat\W+(?P<Số>\d+)\S*"
    assert re.search(pattern, "dat: 5x")

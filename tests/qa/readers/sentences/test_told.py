"""A sentence without a word of what is asked is no answer: nothing said, no sanction, no name."""

import pytest

from qa.readers.sentences.lists import read_lists
from qa.readers.sentences.sentences import read_sentences
from qa.readers.sentences.told import UNNAMED, UNTOLD, tells
from tests.qa.readings import best, reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("question", "sentence", "fit"),
    [
        ("Ông Sáng nói gì tại hội nghị?", "Ông Sáng tới dự hội nghị sáng nay.", UNTOLD),
        ("Ông Sáng nói gì tại hội nghị?", "Ông Sáng cho rằng lúa đã chín.", 1.0),
        ("ong Sang noi gi tai hoi nghi", "Ong Sang cho rang lua da chin.", 1.0),
        ("Bộ trả lời thế nào về đề nghị?", "Huyện vừa gửi đề nghị tới bộ.", UNTOLD),
        ("Bộ trả lời thế nào về đề nghị?", "Bộ chưa đồng ý với đề nghị.", 1.0),
        ("Xã xin huyện những gì?", "Xã gửi huyện bản tổng kết.", UNTOLD),
        ("Xã xin huyện những gì?", "Xã mong huyện cấp thêm hai máy quét.", 1.0),
        ("Hãng cam kết điều gì?", "Hãng có 27 cửa hàng.", UNTOLD),
        ("Hãng cam kết điều gì?", "Hãng sẽ miễn phí một năm.", 1.0),
        ("Đoàn khuyên phường đó làm gì?", "Đoàn tới phường đó hôm qua.", UNTOLD),
        ("Đoàn khuyên phường đó làm gì?", "Phường đó nên mượn máy.", 1.0),
        ("Câu nói gì được in trên áo?", "Áo in hình bông lúa.", 1.0),
        ("Người vắng họp bị xử lý ra sao?", "Sở đếm được 9 người vắng họp.", UNTOLD),
        ("Người vắng họp bị xử lý ra sao?", "Người vắng họp bị hạ một bậc thi đua.", 1.0),
        ("Ông Bền bị kỷ luật bằng hình thức nào?", "Ông Bền tự nhận hình thức kỷ luật.", UNTOLD),
        ("Ông Bền bị kỷ luật bằng hình thức nào?", "Ông Bền bị khiển trách.", 1.0),
        ("Sở đề nghị xã xử lý thế nào với người vắng?", "Có 9 người vắng ở xã.", UNTOLD),
        ("Sở đề nghị xã xử lý thế nào với người vắng?", "Sở đề nghị xã nhắc nhở họ.", 1.0),
        ("Quán bị phạt vì lỗi gì?", "Quán bán hàng quá giờ.", 1.0),
    ],
)
def test_what_must_be_said(question: str, sentence: str, fit: float) -> None:
    assert tells(reading(question), plain(sentence), sentence) == fit


@pytest.mark.parametrize(
    ("question", "sentence", "fit"),
    [
        ("Đội nào vô địch?", "Có chín đội dự giải, ba đội vào vòng cuối.", UNNAMED),
        ("Đội nào vô địch?", "Đội Sao Khuê giành ngôi đầu.", 1.0),
        ("Hai xã nào của Tuy Sơn được chọn?", "Tuy Sơn có hai xã được chọn.", UNNAMED),
        ("Hai xã nào của Tuy Sơn được chọn?", "Tuy Sơn chọn xã Gò Mây và xã Đồi Cọ.", 1.0),
        ("Xã cấp loại sổ nào cho dân?", "Xã cấp sổ tiêm điện tử cho dân ở Gò Mây.", 1.0),
        ("Sở nào cấp sổ cho dân?", "Dân được cấp sổ.", UNNAMED),
        ("Nhà thầu nào bị phạt?", "Vietbrik bị phạt vì chậm.", 1.0),
        ("Nhà thầu nào bị phạt?", "Chậm nhất Việt Nam là trạm ở Hà Nội.", UNNAMED),
        ("Nhà thầu nào xây trạm?", "Sở Xây dựng họp với ông Bền ở đường Lúa.", UNNAMED),
        ("Nhà thầu nào xây trạm?", "Trạm xong trong quý III ở Huế.", UNNAMED),
        ("Nhà thầu nào xây trạm?", "Trạm do Sao Khuê xây ở Hà Nội.", 1.0),
        ("Khối nào đã làm xong?", "Việc được giao tới các khối từ lớp 1 đến lớp 4.", UNNAMED),
        ("Khối nào của trường đã làm xong?", "Học sinh khối 1 đã làm xong.", 1.0),
        ("khoi nao cua truong da lam xong", "Học sinh khối 1 đã làm xong.", 1.0),
        ("Những khối lớp nào đã làm xong?", "Các khối từ lớp 1 đến lớp 4 đã xong.", 1.0),
        ("Phương án thi nào được chọn?", "Sở họp bàn về các phương án.", UNNAMED),
        ("Phương án thi nào được chọn?", "Sở chọn phương án thứ hai.", 1.0),
        ("Tàu lớp nào được giao?", "Tàu thuộc lớp Sao Khuê.", 1.0),
        ("Đội nào vô địch?", "Năm nay Hà Nội vô địch.", 1.0),
        ("Trường hợp nào được miễn?", "Người trên 80 tuổi được miễn.", 1.0),
        ("Đội nào vô địch?", "doi sao khue vo dich", 1.0),
        ("Bệnh viện chữa thế nào?", "Bác sĩ cho uống thuốc.", 1.0),
    ],
)
def test_a_body_asked_for_has_a_name(question: str, sentence: str, fit: float) -> None:
    assert tells(reading(question), plain(sentence), sentence) == fit


def test_the_sentence_that_tells_stands_first() -> None:
    met = "Ông Sáng, Chủ tịch xã Gò Mây, tới dự lễ gặt ở xã Gò Mây."
    said = "Chủ tịch xã cho rằng lúa đã chín."
    asked = reading("Chủ tịch xã Gò Mây nói gì ở lễ gặt?")
    found = {one.text: one.signs["told"] for one in read_sentences(asked, plain(f"{met} {said}"))}
    assert found[met] == UNTOLD
    assert found[said] == 1.0
    unnamed = "Hai ngân hàng góp tiền thưởng, do tỉnh trao."
    named = "Tiền thưởng là của ngân hàng Lúa Vàng và ngân hàng Sông Mây."
    text = plain(f"{unnamed} {named}")
    assert best(read_lists(reading("Hai ngân hàng nào góp tiền thưởng?"), text)) == named

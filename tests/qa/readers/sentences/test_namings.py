"""A question for a name is not answered by a sentence that tells of the thing without it."""

import pytest

from qa.readers.sentences.namings import OUTRIGHT, UNBORNE, UNNAMED, WORDED, says_name, words_it
from qa.readers.sentences.sentences import read_sentences
from tests.qa.readings import best, reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("question", "sentence", "named"),
    [
        ("Tên nhà thầu bỏ hợp đồng?", "Sở chậm vì nhà thầu bỏ dở hợp đồng 6,8 tỷ đồng.", False),
        ("ten nha thau bo hop dong la gi", "Sở chậm vì nhà thầu bỏ dở hợp đồng.", False),
        ("Ứng dụng của tỉnh tên gì?", "Ứng dụng của tỉnh có 300 người dùng.", False),
        ("Hãng bản đồ số tên là gì?", "Sở Du lịch Lâm Đồng bắt tay một hãng bản đồ số.", False),
        ("Tên hãng Hàn Quốc là gì?", "Tỉnh thuê một hãng Hàn Quốc viết phần mềm.", False),
        ("Bệnh viện bị phạt tên là gì?", "Một bệnh viện của Gò Mây bị phạt.", False),
        ("Ứng dụng của tỉnh tên gì?", 'Tỉnh công bố ứng dụng "Mây trong tay".', True),
        ("Công ty họp ảo tên gì?", "Công ty Họp Xanh cung cấp phòng họp ảo.", True),
        ("Tên nhà thầu xây trạm là gì?", "Nhà thầu chính Sao Mai xây trạm ở xã Gió.", True),
        ("Nhà thầu làm gì?", "Nhà thầu bỏ dở hợp đồng.", True),
        ("Tên miền của tỉnh dùng làm gì?", "Tên miền của tỉnh dùng cho các cổng.", True),
    ],
)
def test_a_name_is_given_or_missed(question: str, sentence: str, named: bool) -> None:
    paragraph = plain(sentence)
    found = says_name(reading(question), paragraph, (0, len(sentence)))
    assert found == (1.0 if named else UNNAMED)


def test_the_sentence_with_the_name_is_read() -> None:
    text = "Ứng dụng số của tỉnh có 300 người dùng. Ứng dụng của tỉnh mang tên Mây."
    found = read_sentences(reading("Ứng dụng số của tỉnh tên gì?"), plain(text))
    assert best(found) == "Ứng dụng của tỉnh mang tên Mây."


@pytest.mark.parametrize(
    ("question", "sentence", "sign"),
    [
        ("Ứng dụng của tỉnh tên gì?", "Ứng dụng của tỉnh mang tên Mây Số.", OUTRIGHT),
        ("Viện Gió có tên viết tắt là gì?", "Tỉnh mở Viện Gió (VGIO) ở xã Lá.", OUTRIGHT),
        ("Viện Gió có tên viết tắt là gì?", "Tỉnh mở Viện Gió ở xã Lá.", UNNAMED),
        ("Ứng dụng nào cho dân chấm điểm?", "Sở ra mắt ứng dụng iMay.", OUTRIGHT),
        ("Ứng dụng nào cho dân chấm điểm?", "Ứng dụng cho dân chấm điểm cán bộ.", UNBORNE),
        ("Em bé lên xe ở trạm nào?", "Em bé lên xe ở trạm Lá Xanh.", OUTRIGHT),
        ("Ứng dụng Mây có điểm nào hay?", "Ứng dụng cho dân chấm điểm cán bộ.", 1.0),
    ],
)
def test_a_thing_is_named_outright(question: str, sentence: str, sign: float) -> None:
    assert says_name(reading(question), plain(sentence), (0, len(sentence))) == sign


@pytest.mark.parametrize(
    ("question", "sentence", "sign"),
    [
        ("Phương châm của xã là gì?", "Xã làm theo phương châm “Rõ việc, rõ người”.", WORDED),
        ("phuong cham cua xa la gi", "Xã làm theo phương châm “Rõ việc, rõ người”.", WORDED),
        ("Xã làm theo phương châm gồm những nội dung nào?", "Theo phương châm “Rõ việc”.", WORDED),
        ("Bốn điều trong phương châm của xã là gì?", "Theo phương châm “Rõ việc”.", WORDED),
        ("Chủ đề năm nay của xã là gì?", "Xã lấy chủ đề năm 2024: lúa sạch.", WORDED),
        ("Xã họp theo chủ đề gì?", "Chủ đề là lúa sạch.", 1.0),
        ("Phương châm của xã là gì?", "Xã gặt xong lúa.", UNNAMED),
        ("Ai đặt ra phương châm của xã?", "Xã gặt xong lúa.", 1.0),
    ],
)
def test_a_motto_is_given_by_its_words(question: str, sentence: str, sign: float) -> None:
    assert words_it(reading(question), plain(sentence), (0, len(sentence))) == sign


def test_a_motto_is_looked_for_in_sentences_and_pairs() -> None:
    told = "Xã gặt xong lúa. Theo đó, xã làm theo phương châm “Rõ việc”."
    found = read_sentences(reading("Phương châm của xã là gì?"), plain(told))
    assert [one.signs["worded"] for one in found] == [UNNAMED, WORDED, WORDED]

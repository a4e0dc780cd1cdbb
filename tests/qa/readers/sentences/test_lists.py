"""Lists as answers, and what only looks like one."""

from qa.readers.places.places import read_place_lists
from qa.readers.sentences.lists import FEW, NONE, read_lists
from tests.qa.readings import best, reading
from tests.qa.reports import plain


def test_those_concerned_are_named_by_no_list() -> None:
    told = (
        "Chiều nay, trưởng thôn yêu cầu tất cả các đơn vị có liên quan trong xã rà soát vụ cháy kho "
        "thóc, ngô, lúa. Trong đó, xã yêu cầu các đơn vị liên quan như: tổ dệt, đội cá, trạm bơm rà "
        "soát vụ cháy kho."
    )
    asked = "Trưởng thôn yêu cầu những đơn vị nào trong xã rà soát vụ cháy kho thóc?"
    assert "tổ dệt" in best(read_lists(reading(asked), plain(told)))


def test_places_that_are_provinces_by_what_they_are() -> None:
    told = "Bệnh lúa ở 3 tỉnh (Hưng Yên, Thái Bình, Hải Dương), nhiều nhất ở huyện Kiến Xương."
    asked = "Ba tỉnh đầu tiên có bệnh lúa là những nơi nào?"
    assert best(read_place_lists(reading(asked), plain(told))) == "Hưng Yên, Thái Bình, Hải Dương"


def test_things_in_a_row_need_no_word_before_them() -> None:
    told = "Sau bão, xã Gò Mây có thể gặp lũ quét, sạt lở, ngập úng, mưa đá. Sau bão, xã Gò Mây có thể gặp mưa."
    found = read_lists(reading("Những hiểm họa nào xã Gò Mây có thể gặp sau bão?"), plain(told))
    assert [one.signs["counts"] for one in found] == [FEW, NONE]


def test_what_is_asked_about_is_no_list_of_itself() -> None:
    text = "Xã làm trên ba mảng gồm: chợ phiên, bến thuyền và hội làng. Hội làng mạnh ở múa lân, hát xoan."
    found = read_lists(reading("Hội làng mạnh ở những ngành nào?"), plain(text))
    assert best(found).startswith("Hội làng mạnh")


def test_what_a_motto_consists_of_is_in_its_words() -> None:
    told = "Kế hoạch 5 gồm các nội dung về chợ, kho và trạm. Xã làm theo phương châm “Rõ việc, rõ người, rõ ngày”."
    asked = "Kế hoạch 5 của xã làm theo phương châm gồm những nội dung nào?"
    found = read_lists(reading(asked), plain(told))
    assert best(found) == "Xã làm theo phương châm “Rõ việc, rõ người, rõ ngày”."
    assert found[-1].signs["head"] == 1.0

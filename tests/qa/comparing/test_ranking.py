"""Extremes said with other words than the question's, and rankings told in one sentence."""

import pytest

from qa.comparing.extremes import named_extreme
from qa.comparing.ranking import ranked_in_a_sentence, without_choice
from qa.comparing.superlatives import is_superlative
from qa.findings import Findings
from qa.questions.question import understand
from qa.readers.reading import Candidate
from tests.qa.reports import plain

RANKING = "Bảng xếp hạng quý III (thang 10): An Phú 9,1; Bình Hòa 8,7; Tân Lộc 5,4."
TOP = "An Phú đứng đầu với 99,1%, tiếp đến là Bình Hòa 97,6% và Tân Lộc 95,8%."
COMMUNES = "Lũ làm 211 hộ bị ảnh hưởng, gồm xã An Phú 132 hộ, xã Bình Hòa 33 hộ, xã Tân Lộc 46 hộ."


def ranked(question: str, text: str) -> dict[str, str]:
    read = plain(text)
    asked = understand(question)
    found = [Candidate(read, span, span, read.text[slice(*span)], 0.8) for span in read.sentences]
    sides = ranked_in_a_sentence(asked, Findings(asked, [], found), 0.4)
    return {one.label: one.found.text for one in sides}


def test_a_ranking_in_prose() -> None:
    told = ranked("Nơi nào bị chấm thấp nhất?", RANKING)
    assert told == {"An Phú": "9,1", "Bình Hòa": "8,7", "Tân Lộc": "5,4"}


def test_things_of_the_type_asked_for() -> None:
    told = ranked("Xã nào nhiều hộ bị ảnh hưởng nhất?", COMMUNES)
    assert set(told) == {"xã An Phú", "xã Bình Hòa", "xã Tân Lộc"}


def test_all_together_are_none_of_the_groups() -> None:
    text = (
        "Trong tổng số 320 phản ánh của người dân, có 45 phản ánh về đất đai, 120 phản ánh về rác thải, "
        "32 phản ánh về điện."
    )
    told = ranked("Trong các nhóm phản ánh, nhóm nào nhiều nhất?", text)
    assert told == {"đất đai": "45", "rác thải": "120", "điện": "32"}


def test_what_is_grouped_stays_in_the_matter() -> None:
    asked = understand("Trong ba nhóm phản ánh được kể tên ở xã An Phú, nhóm nào đông nhất?")
    assert is_superlative(asked)
    assert without_choice(asked).text.startswith("phản ánh ở xã An Phú")


def test_the_first_of_a_ranking_tell_nothing_of_its_last() -> None:
    assert ranked("Nơi nào hoàn thành thấp nhất?", TOP) == {}


@pytest.mark.parametrize(
    ("question", "text", "named"),
    [
        (
            "Tuyến buýt nào ế khách nhất?",
            "Tuyến số 2 đông nhất, tuyến số 9 vắng nhất.",
            "tuyến số 9",
        ),
        ("Xã nào đội sổ?", "Xã An Phú đạt 92%, xã Tân Lộc thấp nhất với 71%.", "xã Tân Lộc"),
        ("Xã nào dẫn đầu tốc độ số hóa?", "Xã An Phú làm nhanh nhất, đạt 98%.", "Xã An Phú"),
        (
            "Hình thức nào tăng nhiều nhất?",
            "Thanh toán bằng mã QR tăng mạnh nhất, rút tiền giảm 17%.",
            "Thanh toán bằng mã QR",
        ),
        ("Thủ đoạn nào nhiều nhất?", "Chiêu phổ biến nhất là giả công an, 41 vụ.", "giả công an"),
    ],
)
def test_an_extreme_in_other_words(question: str, text: str, named: str) -> None:
    read = plain(text)
    span = named_extreme(understand(question), read, (0, len(text)))
    assert span is not None
    assert text[slice(*span)].startswith(named)


@pytest.mark.parametrize(
    "question",
    [
        "Huyện nào luôn nhất hoặc nhì tỉnh?",
        "Ba bộ nào giải ngân chậm nhất nước?",
        "Hang đá dài nhất nước nằm ở tỉnh nào?",
    ],
)
def test_what_is_counted_up_or_located_is_not_compared(question: str) -> None:
    assert not is_superlative(understand(question))


PILLARS = (
    "Ở cả 3 trụ cột, Mây Trắng đều tiến bộ: chính quyền số đạt 0,71 điểm xếp hạng 6 (tăng 0,11 điểm); "
    "kinh tế số đạt 0,62 điểm xếp hạng 9 (tăng 0,24 điểm); xã hội số đạt 0,55 điểm, xếp hạng 2 (tăng "
    "0,11 điểm)."
)
OPINIONS = "Tổng đài nhận 9 ý kiến về học phí, 52 ý kiến về rác thải, 17 ý kiến về đường sá."


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Trụ cột nào có điểm thấp nhất?", {"0,71 điểm", "0,62 điểm", "0,55 điểm"}),
        ("Trụ cột nào tăng điểm nhiều nhất?", {"tăng 0,11 điểm", "tăng 0,24 điểm"}),
        ("tru cot nao xep hang cao nhat", {"hạng 6", "hạng 9", "hạng 2"}),
    ],
)
def test_the_series_that_is_meant(question: str, told: set[str]) -> None:
    assert set(ranked(question, PILLARS).values()) == told


def test_things_of_any_sort_by_what_is_counted_of_each() -> None:
    assert set(ranked("Lĩnh vực nào bị góp ý kiến nhiều nhất?", OPINIONS)) == {
        "học phí",
        "rác thải",
        "đường sá",
    }
    assert ranked("Phường nào bị góp ý kiến nhiều nhất?", OPINIONS) == {}


def test_things_numbered_over_sentences() -> None:
    text = "Bậc 1 có giá 1.500 đồng, bậc 2 có giá 1.700 đồng. Bậc 3 có giá 2.000 đồng, bậc 4 có giá 2.400 đồng."
    assert len(ranked("Bậc nào đắt nhất?", text)) == 4


@pytest.mark.parametrize("pause", [",", " thì"])
def test_the_matter_of_a_question(pause: str) -> None:
    asked = understand(f"Trong ba trụ cột{pause} trụ nào xong nhiều chỉ tiêu nhất?")
    assert without_choice(asked).text == "xong chỉ tiêu thế nào?"
    longer = understand(
        f"Xét ba trụ cột{pause} trụ nào có nhiều chỉ tiêu tới năm sau đã xong nhất?"
    )
    assert without_choice(longer).text == "có chỉ tiêu tới năm sau đã xong thế nào?"

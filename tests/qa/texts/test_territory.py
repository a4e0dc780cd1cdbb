"""Whose words are whose in sentences that list several figures."""

import time

import pytest

from index.vietnamese import Span
from qa.texts.figures import figures
from qa.texts.paragraph import Paragraph
from qa.texts.territory import OWN, RIVALS, Territories
from tests.qa.reports import paragraph, plain


def shares(within: Paragraph, numbers: list[str], word: str, after: str = "") -> list[float]:
    """For each number how far the word (the first behind `after`) belongs to it."""
    listed = {within.text[slice(*figure.span)]: figure.span for figure in figures(within)}
    items: list[Span] = [listed[number] for number in numbers]
    territories = Territories(within, items)
    unit = within.unit_at(within.text.index(word, within.text.index(after)))
    return [round(territories.shares(item)(unit), 2) for item in items]


def test_each_figure_owns_the_words_between_its_commas() -> None:
    within = paragraph("riêng cấp xã chỉ đạt 76,3%")
    levels = ["98,4%", "91,7%", "76,3%"]
    for at, word in enumerate(("tỉnh đạt", "huyện 91", "xã chỉ")):
        told = shares(within, levels, word)
        assert told[at] == OWN
        assert told[:at] + told[at + 1 :] == [RIVALS, RIVALS]


def test_what_stands_before_the_first_is_shared() -> None:
    within = paragraph("riêng cấp xã chỉ đạt 76,3%")
    assert min(shares(within, ["98,4%", "91,7%", "76,3%"], "ký số")) > 0.9


@pytest.mark.parametrize(
    ("sentence", "numbers", "word", "owner"),
    [
        ("13 ý kiến về chế độ", ["217", "13", "15", "78"], "môi trường", "78"),
        ("13 ý kiến về chế độ", ["217", "13", "15", "78"], "thủ tục hành chính, 78", "15"),
        ("VNPT Phú Thọ cấp 15.000", ["15.000", "10.000"], "Viettel", "10.000"),
        ("VNPT Phú Thọ cấp 15.000", ["15.000", "10.000"], "VNPT", "15.000"),
        ("Long Xuyên xếp thứ nhất", ["88,2", "85,7", "61,9"], "Thoại Sơn", "85,7"),
    ],
)
def test_the_owner_of_a_word(sentence: str, numbers: list[str], word: str, owner: str) -> None:
    told = dict(zip(numbers, shares(paragraph(sentence), numbers, word), strict=True))
    assert max(told, key=lambda number: told[number]) == owner
    assert all(0 <= share <= OWN for share in told.values())


def test_the_parts_of_a_whole_share_its_words() -> None:
    told = shares(paragraph("13 ý kiến về chế độ"), ["217", "13", "15", "78"], "kiến nghị, trong")
    assert min(told) > 0.9


def test_an_item_that_is_not_listed_owns_everything() -> None:
    within = paragraph("riêng cấp xã chỉ đạt 76,3%")
    assert Territories(within, []).shares((0, 1))(0) == OWN


def test_a_name_before_a_bracket_is_of_the_figure_in_it() -> None:
    within = plain(
        "Điểm chuẩn các trường: An Bình (30 điểm), Lê Hữu Cảnh (24,75 điểm), Xuân Lộc (21 điểm)."
    )
    assert shares(within, ["30", "24,75", "21"], "Lê Hữu") == [RIVALS, OWN, RIVALS]
    assert min(shares(within, ["30", "24,75", "21"], "chuẩn")) > 0.9


def test_what_follows_the_last_is_not_of_one_with_words_of_its_own() -> None:
    within = plain("Trung tâm làm 58 thủ tục ngành thuế và 12 thủ tục của các huyện miền núi.")
    assert shares(within, ["58", "12"], "miền núi") == [RIVALS, OWN]


def test_a_common_unit_is_no_word_of_its_own() -> None:
    within = plain("Hội An Bình góp 210 tỷ đồng, Hội Mai Hoa góp 64 tỷ đồng cho hạ tầng.")
    assert min(shares(within, ["210", "64"], "hạ tầng")) > 0.8


def test_a_long_run_of_capitals_before_a_bracket_is_read_at_once() -> None:
    within = plain(f"Đơn vị {'UBNDTTHCC' * 4} làm tốt (12,5%), xã Hòa Bình làm chậm (10,1%).")
    started = time.perf_counter()
    told = shares(within, ["12,5%", "10,1%"], "tốt")
    assert time.perf_counter() - started < 1
    assert told == [OWN, RIVALS]

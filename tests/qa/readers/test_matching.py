"""How well a place in a report meets a question's words."""

import pytest

from index.vietnamese import fold
from qa.questions.question import understand
from qa.readers.matching import Matcher
from qa.texts.paragraph import Paragraph
from qa.words.terms import Unit
from tests.qa.reports import paragraph, plain


def coverage(question: str, within: Paragraph, at: str) -> float:
    """How far the paragraph meets the question around the words `at`."""
    matcher = Matcher(understand(question), lambda unit: 3, 48)
    start = within.text.index(at)
    first = within.unit_at(start)
    return matcher.match(within, first, max(first + 1, within.unit_at(start + len(at)))).coverage


WATER = plain(
    "Cao Bằng có 136.787 hộ gia đình có địa chỉ số; 52.719 hộ gia đình có kết nối Internet."
)


def test_the_nearer_the_better() -> None:
    asked = "Bao nhiêu hộ gia đình có kết nối Internet?"
    assert coverage(asked, WATER, "52.719") > coverage(asked, WATER, "136.787") > 0
    asked = "Bao nhiêu hộ gia đình có địa chỉ số?"
    assert coverage(asked, WATER, "136.787") > coverage(asked, WATER, "52.719") > 0


@pytest.mark.parametrize(
    "asked",
    [
        "Bao nhiêu hộ gia đình có kết nối Internet?",
        "bao nhieu ho gia dinh co ket noi internet",
        "Có mấy hộ gia đình kết nối được Internet?",
    ],
)
def test_all_words_met(asked: str) -> None:
    assert coverage(asked, WATER, "52.719") > 0.75


def test_no_word_met() -> None:
    assert coverage("Ai ký quyết định bổ nhiệm giám đốc?", WATER, "52.719") == 0
    assert coverage("?là gì", WATER, "52.719") == 0


def test_an_abbreviation_meets_what_it_stands_for() -> None:
    within = paragraph("93,4% TTHC được xử lý")
    long = coverage(
        "Bao nhiêu thủ tục hành chính được xử lý hoàn toàn trực tuyến?", within, "93,4%"
    )
    short = coverage("Bao nhiêu TTHC được xử lý hoàn toàn trực tuyến?", within, "93,4%")
    assert long == pytest.approx(short)
    assert long > 0.8


def test_accents_tell_words_apart_only_when_typed() -> None:
    within = plain("Tỉnh có 7 bản đồ số.")
    assert coverage("Có bao nhiêu bán đỏ?", within, "7") == 0
    assert coverage(fold("Có bao nhiêu bán đỏ?"), within, "7") > 0.5


def test_the_rarer_word_weighs_more() -> None:
    def frequency(unit: Unit) -> int:
        return 1 if unit.folded == "sapa" else 40

    matcher = Matcher(understand("Bản đồ của Sapa?"), frequency, 48)
    weights = {term.unit.folded: term.weight for term in matcher.terms}
    assert weights["sapa"] > 2 * weights["ban"]
    rare = matcher.match(plain("Sapa có 5 mục."), 0, 1)
    common = matcher.match(plain("Bản đồ có 5 mục."), 0, 1)
    assert rare.lost < common.lost
    assert {term.unit.folded for term in rare.missing} == {"ban", "do"}


def test_coverage_is_a_share() -> None:
    for within in (WATER, paragraph("Tỷ lệ thanh toán trực tuyến |"), plain("…"), plain("x")):
        for asked in ("Hộ gia đình?", "x", "Tỷ lệ thanh toán trực tuyến năm 2023 là bao nhiêu?"):
            matcher = Matcher(understand(asked), lambda unit: 3, 48)
            for at in range(len(within.units)):
                match = matcher.match(within, at, at + 1)
                assert 0 <= match.coverage <= 1
                assert 0 <= match.lost <= 1

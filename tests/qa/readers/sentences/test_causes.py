"""The cause of what is asked about, and that of something else."""

import pytest

from index.documents import Document
from qa.reader import Reader
from qa.readers.sentences.causes import (
    ITSELF,
    OF_IT,
    OF_OTHER,
    asks_on,
    asks_why,
    cause_fit,
    only_causes,
)
from qa.readers.sentences.reasons import UNCUED, UNTOLD, doubted, read_reasons
from qa.texts.paragraph import paragraphs
from tests.qa.readings import best, reading
from tests.qa.reports import plain

RAIN = "Đường làng ngập do mưa lớn."
OPENING = "Do mưa lớn, đường làng ngập."
FOLLOWED = "Mưa lớn khiến đường làng ngập."
NAMED = "Nguyên nhân đường làng ngập là mưa lớn kéo dài."
OTHER = "Phiên chợ phải đóng cửa vì đường làng ngập."


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        (RAIN, OF_IT),
        (OPENING, OF_IT),
        (FOLLOWED, OF_IT),
        (NAMED, OF_IT),
        (OTHER, OF_OTHER),
        ("Phiên chợ hôm nay vắng vì rét; đường làng ngập.", OF_OTHER),
        ("Tự do lối xóm, đường làng ngập.", None),
        ("Đường làng ngập sâu, do Sở Xây dựng quản lý.", None),
        ("Đường làng ngập, tiền vá đường do xã và huyện cùng góp.", None),
        ("Đường làng ngập 40 cm thay vì 20 cm.", None),
        ("Đường làng ngập, ứng dụng báo lụt do con trai ông viết, chạy tốt.", None),
    ],
)
def test_whose_cause(text: str, fit: float | None) -> None:
    line = plain(text)
    asked = reading("Vì sao đường làng ngập?")
    assert cause_fit(asked, line, line.sentences[0]) == fit


def test_that_someone_asked_is_no_cause() -> None:
    asked = reading("Vì sao đường làng ngập?")
    asks = "Cử tri hỏi vì sao đường làng ngập."
    found = {one.text: one.score for one in read_reasons(asked, plain(f"{asks} {RAIN}"))}
    assert found[asks] < 0.7 * found[RAIN]


def test_the_effect_is_not_told_for_the_cause() -> None:
    asked = reading("Vì sao đường làng ngập?")
    told, other = (read_reasons(asked, plain(text))[0].score for text in (FOLLOWED, OTHER))
    assert told > other


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Cử tri hỏi vì sao đường làng ngập.", True),
        ("Đại biểu chất vấn tại sao chợ đóng cửa.", True),
        ("Được hỏi vì sao đường ngập, ông Mây đáp mưa lớn.", False),
        ("Ông Mây nói vì sao đường ngập.", False),
    ],
)
def test_a_text_that_only_asks(text: str, asks: bool) -> None:
    assert asks_why(text) == asks


@pytest.mark.parametrize(
    "second",
    ["Ông Mây, Chủ tịch xã, phân trần rằng cống hẹp.", "Chủ tịch xã trả lời: cống hẹp."],
)
def test_who_explains_gives_the_reason(second: str) -> None:
    text = f"Cử tri hỏi vì sao đường làng ngập. {second}"
    line = paragraphs(Document("d", "", f"Họp xã\n{text}"), 8, 9)[0]
    assert best(read_reasons(reading("Vì sao đường làng ngập?"), line)) == text


def test_what_is_asked_about_may_be_the_cause_of_another_thing() -> None:
    text = (
        "Do xã Lạc Hồng chưa thể trả lại tiền nên sổ thu được lập thêm. "
        "Xã Lạc Hồng chưa thể trả lại tiền do thiếu căn cứ pháp lý."
    )
    found = read_reasons(reading("Vì sao xã Lạc Hồng chưa trả lại tiền?"), plain(text))
    assert best(found).endswith("do thiếu căn cứ pháp lý.")
    fits = [
        cause_fit(reading(asked), plain(text), plain(text).sentences[0])
        for asked in ("Vì sao xã chưa trả lại tiền?", "Vì sao xã trả lại tiền?")
    ]
    assert fits[0] == ITSELF < OF_OTHER
    assert fits[1] != ITSELF


def test_a_sentence_that_only_announces_reasons_is_none() -> None:
    text = (
        "Người dân Lạc Hồng vẫn chuộng tiền mặt. Có 2 lý do khiến người dân chuộng tiền mặt. "
        "Thứ nhất, do nhiều người thiếu hiểu biết về thẻ."
    )
    found = read_reasons(reading("Vì sao người dân chuộng tiền mặt?"), plain(text))
    assert "thiếu hiểu biết" in best(found)


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Đường làng ngập khiến phiên chợ đóng cửa.", True),
        ("Đường làng ngập làm cả xóm mất điện.", True),
        (FOLLOWED, False),
        ("Đường làng ngập do mưa, khiến phiên chợ đóng cửa.", False),
        ("Đường làng ngập sâu.", False),
    ],
)
def test_what_came_of_it_is_no_cause(text: str, only: bool) -> None:
    line = plain(text)
    asked = reading("Vì sao đường làng ngập?")
    assert only_causes(asked, line, line.sentences[0]) == only
    assert (read_reasons(asked, line)[0].signs["cue"] == ITSELF) == only


def test_who_asks_on_gives_no_cause() -> None:
    assert asks_on("Cử tri xóm dưới thì hỏi ngược lại.")
    assert not asks_on("Cử tri hỏi thêm, ông Bền trả lời do mưa.")
    asked = reading("Vì sao đường làng ngập?")
    text = "Cử tri hỏi vì sao đường làng ngập. Cử tri khác hỏi ngược lại sao xóm trên khô."
    pairs = [one for one in read_reasons(asked, plain(text)) if "pair" in one.signs]
    assert all(one.signs["cue"] < OF_IT for one in pairs)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Đường làng ngập sâu ở xóm Gò Mây.", UNTOLD),
        ("Đường làng ngập sâu ở xóm Gò Mây, do ông Bùi Văn Sáng chỉ huy.", UNTOLD),
        ("Đường làng ngập: cống bị lấp.", 1.0),
        (RAIN, 1.0),
    ],
)
def test_a_sentence_without_any_cause_is_doubted(text: str, share: float) -> None:
    found = read_reasons(reading("Vì sao đường làng ngập?"), plain(text))[0]
    assert (found.signs["cue"] <= UNCUED) == (text != RAIN)
    assert doubted([found]).score == pytest.approx(found.score * share)


def test_who_gives_a_pretext_explains() -> None:
    text = "Dân xóm dưới viện dẫn rằng đường làng hay ngập."
    asked = reading("Vì sao dân xóm dưới chê đường làng?")
    assert read_reasons(asked, plain(text))[0].signs["cue"] >= 1.0


def test_the_reader_doubts_an_answer_without_a_cause() -> None:
    asked = reading("Vì sao đường làng ngập?")
    line = plain("Đường làng ngập sâu ở xóm Gò Mây.")
    alone = read_reasons(asked, line)[0]
    found = Reader(asked.question, asked.matcher).read([(line, 1.0)])[0]
    assert found.score < 0.9 * alone.score

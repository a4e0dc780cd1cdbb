"""Reasons by other words where what did it is asked for."""

import pytest

from qa.readers.sentences.reasons import UNCUED, UNTOLD, WEAK, doubted, read_reasons
from qa.texts.paragraph import paragraphs
from tests.qa.readings import reading
from tests.qa.reports import plain


@pytest.mark.parametrize(
    ("question", "cue"),
    [
        ("Điều gì khiến khách của xã thích trạm mới?", WEAK),
        ("dieu gi khien khach cua xa thich tram moi", WEAK),
        ("Vì sao khách của xã thích trạm mới?", UNCUED),
    ],
)
def test_what_did_it_is_told_by_what_it_did(question: str, cue: float) -> None:
    (found,) = read_reasons(reading(question), plain("Cách bán vé ở trạm mới tạo thiện cảm."))
    assert found.signs["cue"] == cue


@pytest.mark.parametrize(
    ("question", "sentence", "cue"),
    [
        ("Vì sao các xã chưa có trạm?", "Các xã chưa có trạm bơm nước.", UNCUED),
        ("vi sao cac xa chua co tram", "Các xã chưa có trạm bơm nước.", UNCUED),
        ("Vì sao các xã chưa có trạm?", "Các xã chưa đủ tiền mua máy.", WEAK),
        ("Vì sao các xã có trạm?", "Các xã chưa có trạm bơm nước.", WEAK),
        ("Vì sao dời trạm bơm?", "Tổ giúp việc họp về dời trạm bơm.", UNCUED),
        ("Vì sao dời trạm bơm?", "Xã nghe kế hoạch để mở chợ; báo cáo về dời trạm bơm.", UNCUED),
        ("Vì sao dời trạm bơm?", "Xã nghe kế hoạch mở chợ; báo cáo dời trạm để rộng chỗ.", WEAK),
    ],
)
def test_a_word_of_the_fact_or_of_another_matter_gives_no_reason(
    question: str, sentence: str, cue: float
) -> None:
    found = {one.text: one for one in read_reasons(reading(question), plain(sentence))}
    assert found[sentence].signs["cue"] == cue


def test_details_of_a_fact_give_no_reason() -> None:
    fact, more = "Xã Mây xếp hạng 9 về trồng lúa.", "Trong đó, lúa nếp xếp hạng 3."
    cause = "Trong đó, lúa nếp xếp thấp do thiếu nước."
    asked = reading("Vì sao xã Mây xếp hạng 9?")
    found = {one.text: one for one in read_reasons(asked, plain(f"{fact} {more}"))}
    assert found[f"{fact} {more}"].signs["cue"] == UNCUED
    found = {one.text: one for one in read_reasons(asked, plain(f"{fact} {cause}"))}
    assert found[f"{fact} {cause}"].signs["cue"] > UNCUED


@pytest.mark.parametrize(
    ("between", "share"),
    [("Lúa chín. " * 100, UNTOLD), ("", 1.0)],
    ids=["far", "beside"],
)
def test_another_matters_reason_is_none_of_a_bare_fact(between: str, share: float) -> None:
    asked = reading("Vì sao xã Mây dời trạm bơm nước?")
    told = plain(f"Xã Mây dời trạm bơm nước.\n{between}\nTrạm giữ xe đông vì xã Mây mở chợ.")
    fact, cause = (
        next(one for one in read_reasons(asked, line) if one.text.startswith(opening))
        for opening, line in (
            ("Xã Mây dời", paragraphs(told.document, 0, 25)[0]),
            ("Trạm giữ", paragraphs(told.document, 0, len(told.document.text))[-1]),
        )
    )
    assert doubted([cause, fact]).score == pytest.approx(cause.score * share)

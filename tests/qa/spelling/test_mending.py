"""Questions typed in another way: slips, accents and capitals mended over real reports."""

import random
import re
from collections.abc import Callable
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.places import provinces
from index.vietnamese import fold, has_diacritics, normalize, sentences, tokens, unaccented
from qa.assistant import Assistant
from qa.spelling.capitals import plain_case
from qa.spelling.colloquial import as_written
from qa.spelling.mending import Mender
from qa.spelling.usage import LOOKED_FOR
from qa.spelling.vocabulary import vocabulary
from tests.qa.reports import reports

SENTENCES = [
    report.text[start:end]
    for report in reports()
    for start, end in sentences(report.text)
    if 20 < end - start < 400 and has_diacritics(report.text[start:end])
]


def words(text: str) -> list[str]:
    return [token.key for token in tokens(text)]


def test_no_sentence_of_the_reports_is_changed(both: Assistant) -> None:
    written = [t for t in SENTENCES if t[1:] != t[1:].lower() and not t.isupper()]
    assert len(written) > 200
    for text in written:
        assert both.mender.mend(text) == text


def test_in_a_large_index_the_rarest_words_are_enough(
    both: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = [text for text in SENTENCES if len(text.split()) > 12][::25]

    def restored(mender: Mender) -> int:
        return sum(words(mender.mend(unaccented(text).lower())) == words(text) for text in written)

    before = restored(both.mender)
    monkeypatch.setattr("qa.spelling.usage.COMMON", 0)
    searched: list[int] = []
    search = both.index.lexical.search
    monkeypatch.setattr(
        both.index.lexical,
        "search",
        lambda terms, k: searched.append(len(terms.kept) + len(terms.folded)) or search(terms, k),
    )
    assert restored(Mender(both.index)) >= 0.95 * before
    assert median(searched) == LOOKED_FOR


LONG = re.compile(r"(?<![\w.])[^\W\d_A-Z]{4,}(?![\w.])")


def slip(text: str, chance: random.Random) -> str:
    """A sentence with one slip in a word of at least four letters."""
    match = chance.choice(list(LONG.finditer(text)))
    at = chance.randrange(match.start() + 1, match.end() - 1)
    kind = chance.choice(("swap", "drop", "double"))
    if kind == "swap" and text[at] != text[at + 1]:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + text[at + 1 :] if kind == "drop" else text[: at + 1] + text[at:]


def test_most_slips_in_the_reports_words_are_mended(both: Assistant) -> None:
    chance = random.Random(1)
    tried = mended = 0
    for text in SENTENCES:
        if not LONG.search(text):
            continue
        slipped = slip(text, chance)
        if words(slipped) != words(text):
            tried += 1
            mended += words(both.mender.mend(slipped)) == words(text)
    assert tried > 300
    assert mended >= 0.75 * tried, f"{mended} of {tried}"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Cao Bằgn có bao nhieeu hộp thư?", "Cao Bằng có bao nhiêu hộp thư?"),
        ("Tỷ lệ kí số của Thái Bnh?", "Tỷ lệ kí số của Thái Bình?"),
        ("An Gang đạt bao nhiêu điểm?", "An Giang đạt bao nhiêu điểm?"),
        ("Tỉnh nòa có chỉ số cao nhất?", "Tỉnh nào có chỉ số cao nhất?"),
        ("Nghị quyết của Đảgn bộ tỉnh", "Nghị quyết của Đảng bộ tỉnh"),
        ("chuyểnđổi số ở Thái Bình", "chuyển đổi số ở Thái Bình"),
        ("How many opinoins did Cao Bằng receive?", "How many opinions did Cao Bằng receive?"),
    ],
)
def test_slips(both: Assistant, typed: str, meant: str) -> None:
    assert both.mender.mend(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Cao Bằng có bn hộp thư?", "Cao Bằng có bao nhiêu hộp thư?"),
        ("Cao Bằng chi hết nhiêu?", "Cao Bằng chi hết bao nhiêu?"),
        ("thai binh co bn dich vu", "Thái Bình có bao nhiêu dịch vụ"),
        (
            "chau phi co lua khong",
            "Châu Phi có lừa không",
        ),
        ("thai binh co may ty dong", "Thái Bình có mấy tỷ đồng"),
        ("thai binh con thieu may van ban", "Thái Bình còn thiếu mấy văn bản"),
    ],
)
def test_words_of_asking_as_they_are_said(both: Assistant, typed: str, meant: str) -> None:
    assert both.mender.mend(typed) == meant


CASES: dict[str, Callable[[str], str]] = {
    "as written": str,
    "small": str.lower,
    "capitals": str.upper,
    "unaccented": unaccented,
}


@pytest.mark.parametrize("case", CASES)
def test_a_province_never_becomes_another(both: Assistant, case: str) -> None:
    for name in provinces():
        typed = CASES[case](f"Tỷ lệ hồ sơ trực tuyến của tỉnh {name} là bao nhiêu?")
        assert name in both.mender.mend(typed)


@pytest.mark.parametrize(
    "name",
    ["huyện Mường Lát", "huyện Thanh Sơn", "xã Tân Bình", "ông Trần Văn Tèo", "Bộ Y tế", "FPT"],
)
def test_an_absent_name_stays_and_is_seen_as_a_name(both: Assistant, name: str) -> None:
    careful = f"Năm 2022, {name} đạt bao nhiêu điểm?"
    assert both.mender.mend(careful) == careful
    assert both.mender.mend(careful.lower()) == careful
    assert both.mender.mend(careful.upper()) == careful


@pytest.mark.parametrize(
    "text",
    [
        "thành phố thông minh ở Thái Bình đã có chưa?",
        "các xã nông thôn mới của huyện miền núi",
        "DTI 2022?",
        "IOC",
        "59/KH-UBND",
        "ketnoi.caobang.gov.vn là gì?",
        "",
        "?!",
        "😀 là gì",
        "a" * 3000,
    ],
)
def test_what_is_left_as_it_is(both: Assistant, text: str) -> None:
    assert fold(both.mender.mend(text)) == fold(text)


def test_accents_come_back(both: Assistant) -> None:
    right = total = 0
    for text in SENTENCES:
        restored = words(both.mender.mend(unaccented(normalize(text))))
        pairs = list(zip(restored, words(as_written(text)), strict=True))
        right += sum(one == other for one, other in pairs)
        total += len(pairs)
    assert right >= 0.97 * total, f"{right} of {total}"


def test_small_letters_are_capitalised_as_written(both: Assistant) -> None:
    assert (
        both.mender.mend("BÀ LÂM THỊ HƯƠNG SEN LÀ AI?")
        == both.mender.mend("bà lâm thị hương sen là ai?")
        == "Bà Lâm Thị Hương Sen là ai?"
    )
    # Where a name ends, the reports' small letters tell.
    assert both.mender.mend("ông huỳnh văn đực nhớ ra gì?") == "Ông Huỳnh Văn Đực nhớ ra gì?"
    assert (
        both.mender.mend("kế hoạch 59/kh-ubnd quý iii/2023 của hue-s")
        == "Kế hoạch 59/KH-UBND quý III/2023 của Hue-S"
    )


def test_a_shout_is_read_in_small_letters() -> None:
    assert plain_case("TỈNH NÀO CAO NHẤT?") == "tỉnh nào cao nhất?"
    assert plain_case("DTI 2022?") == "DTI 2022?"
    assert plain_case("Tỉnh NÀO?") == "Tỉnh NÀO?"


@settings(max_examples=200)
@given(st.text(max_size=300))
def test_anything_can_be_typed(both: Assistant, text: str) -> None:
    assert isinstance(both.mender.mend(text), str)


@given(st.sampled_from(SENTENCES), st.sampled_from(sorted(CASES)))
def test_mending_twice_is_mending_once(both: Assistant, text: str, case: str) -> None:
    once = both.mender.mend(CASES[case](text))
    assert both.mender.mend(once) == once


def test_many_is_no_question_for_how_many(both: Assistant) -> None:
    assert both.mender.mend("theo cach goi cua nhieu nguoi lam nghe") == (
        "Theo cách gọi của nhiều người làm nghề"
    )


def test_how_many_computers(both: Assistant) -> None:
    assert both.mender.mend("SOC giam sat bao nhieu may tinh").endswith("bao nhiêu máy tính")
    assert "lên tối thiểu" in both.mender.mend("nang ty le len toi thieu bao nhieu")


def test_the_words_of_asking_are_known() -> None:
    for word in "bao nhiêu mấy nào gì ai khi vì sao tỉnh huyện xếp hạng thứ phần trăm".split():
        assert words(word)[0] in vocabulary(False).written


def test_the_answer_says_how_the_question_was_read(both: Assistant) -> None:
    answer = both.ask("tinh nao co 93,4% TTHC duoc xu ly truc tuyến?")
    assert answer.answer == "Quảng Ninh"
    answer = both.ask("Cao Bằgn có bao nhiu hộp thư điện tử công vụ?")
    assert answer.understood == "Cao Bằng có bao nhiêu hộp thư điện tử công vụ?"
    assert answer.question == "Cao Bằgn có bao nhiu hộp thư điện tử công vụ?"


def test_a_follow_up_is_mended_too(both: Assistant) -> None:
    history = ["tỷ lệ hồ sơ trực tuyến của an giang năm 2023?"]
    assert both.ask("Còn Sơn La?", history).answer == both.ask("CÒN SƠN LA?", history).answer


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("con nghe an nua", "Còn Nghệ An nữa"),
        ("giam sat bao nhieu may tinh", "Giám sát bao nhiêu máy tính"),
        ("ba ay giu chuc gi", "Bà ấy giữ chức gì"),
    ],
)
def test_what_goes_on_a_conversation(five: Assistant, typed: str, meant: str) -> None:
    assert five.mender.mend(typed) == meant

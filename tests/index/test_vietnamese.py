"""Spelling: one key for one word however it is typed, tokens, sentences, normal form."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.vietnamese import (
    clauses,
    fold,
    has_diacritics,
    normalize,
    number_key,
    sentences,
    tokens,
    word_key,
)

ROOT = Path(__file__).parents[2]
REPORTS = [
    path.read_text(encoding="utf-8")
    for folder in ("corpus", "tests/data/reports")
    for path in sorted((ROOT / folder).glob("*.txt"))
]

PIECES = st.sampled_from(
    "Sở TT&TT đạt 93,4% 1.864 52/63 TP. ThS. v.v. 11-NQ/TU 13/4/2022 hòa hoà uỷ ủy thuý “rõ” – … ; : ("
    " ) . ! ? nợ. UBND Đắk Lắk M'Drắk 0,7804 a\u0301 \u200b \u00a0 \t \n\n ï ﬁ ½ 😀 ｔｔ ， İ".split(
        " "
    )
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(PIECES, max_size=25).map(" ".join),
    st.lists(PIECES, max_size=12).map("".join),
)


def keys(text: str) -> list[str]:
    return [token.key for token in tokens(text)]


def said(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@given(TEXTS)
def test_fold_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_fold() -> None:
    assert fold("Đắk Lắk: “ƯỚC 93,4%” – Uỷ ban") == 'dak lak: "uoc 93,4%" - uy ban'
    for text in REPORTS:
        folded = fold(normalize(text))
        assert not has_diacritics(folded)
        assert fold(folded) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("Hoá", "hóa"),
        ("uỷ", "ủy"),
        ("thuý", "thúy"),
        ("tỷ", "tỉ"),
        ("kỹ", "kĩ"),
        ("lý", "lí"),
        ("khoẻ", "khỏe"),
        ("quý", "quí"),
        ("hoàn", "HOÀN"),
    ],
)
def test_one_key_for_one_word(one: str, other: str) -> None:
    spelt = {form(word) for word in (one, other) for form in (_nfc, _nfd, str.lower)}
    assert len({word_key(word) for word in spelt}) == 1
    assert keys(one) == keys(other)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize(
    ("one", "other"), [("hoà", "hoa"), ("tư", "tu"), ("thuỳ", "thúy"), ("đa", "da"), ("tay", "tai")]
)
def test_different_words_keep_different_keys(one: str, other: str) -> None:
    assert word_key(one) != word_key(other)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("93,4%", "percent"),
        ("93,4 %", "percent"),
        ("1.864", "number"),
        ("52/63", "number"),
        ("0,7804", "number"),
        ("13/4/2022", "number"),
        ("11-NQ/TU", "document"),
        ("59/KH-UBND", "document"),
        ("46/2018/TT-BYT", "document"),
        ("46/2018/TTBYT", "document"),
        ("749/QĐ-TTg", "document"),
        ("TTHC", "word"),
    ],
)
def test_one_token(text: str, kind: str) -> None:
    [token] = tokens(f"({text}),")
    assert (token.start, token.end, token.kind) == (1, 1 + len(text), kind)


def test_numbers_have_one_key_however_typed() -> None:
    assert keys("93,4%") == keys("93.4%") == keys("93,4 %")
    assert keys("1.864") == keys("1,864") == keys("1864")
    assert keys("13/04/2022") == keys("13/4/2022")
    assert keys("02-NQ/TU") == keys("2-nq/tu")
    assert number_key("0,780") != number_key("780")
    assert len({number_key(n) for n in ("93,4", "9,34", "934", "39,4", "93,40")}) == 5


@given(TEXTS)
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    text = normalize(text)
    last = 0
    for token in tokens(text):
        assert last <= token.start < token.end <= len(text)
        assert any(map(str.isalnum, text[token.start : token.end]))
        assert token.key
        assert token.folded == fold(token.folded)
        last = token.end


def test_every_digit_of_the_reports_is_in_a_number() -> None:
    for text in map(normalize, REPORTS):
        held = {at for t in tokens(text) if t.kind != "word" for at in range(t.start, t.end)}
        assert {at for at, letter in enumerate(text) if letter.isdecimal()} <= held


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ đạt 93,4% so với 1.864 thủ tục",
        "họp tại TP. Buôn Ma Thuột",
        "ThS. Nguyễn Văn A. Sơn phát biểu",
        "giấy phép, học bạ, v.v. được số hóa",
        "ứng dụng ketnoi.caobang.gov.vn tiếp nhận",
        "ngày 13.4.2022 và 13/4",
        "Sở đứng 52/63... và còn thấp",
        "Đ/c. Lê Hải Hòa",
    ],
)
def test_no_end_inside(text: str) -> None:
    assert said(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Có lẽ là vì thế. | Đến nay đã khác.",
        "Đạt 97%. | Hệ thống ổn định.",
        "Kế hoạch số 59. | 100% TTHC đã xong.",
        "Năm 2022. | “Rõ việc, rõ người”.",
        "Ai đúng? | Tỉnh nào! | Đây.",
        "ở cả 3 lĩnh vực… | Đến nay.",
        "Do Ban Chỉ đạo (BCĐ). | Ngày 1/3.",
        "Một dòng không chấm\n| Dòng sau",
        "có kết nối Internet…|- Hệ thống thông tin",
        "theo UBND. | Tỉnh làm.",
    ],
)
def test_ends(text: str) -> None:
    assert said(text.replace("|", "")) == [part.strip() for part in text.split("|")]


@pytest.mark.parametrize("end", ["xử lý xong nợ", "tác động của nó", "theo Sở TT&TT"])
def test_words_like_abbreviations_end_a_sentence(end: str) -> None:
    assert len(sentences(f"{end}. Tỉnh đề nghị tiếp tục.")) == 2


def test_a_small_abbreviation() -> None:
    assert len(sentences("có đ/c. Lê Hải Hòa dự")) == 1


@given(TEXTS)
def test_every_character_is_in_one_sentence_and_one_clause(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    for start, end in spans:
        assert text[start:end] == text[start:end].strip()
        parts = clauses(text, (start, end))
        assert parts
        assert all(start <= a < b <= end for a, b in parts)


def test_no_sentence_of_a_report_ends_inside_a_token() -> None:
    for text in map(normalize, REPORTS):
        ends = {end for _, end in sentences(text)} | {start for start, _ in sentences(text)}
        assert not [t for t in tokens(text) if any(t.start < at < t.end for at in ends)]


def test_a_list_of_a_report_falls_into_clauses() -> None:
    [text] = [t for t in REPORTS if "93,4% TTHC" in t]
    text = normalize(text)
    [long] = [s for s in sentences(text) if "93,4% TTHC" in text[slice(*s)]]
    parts = [text[slice(*part)] for part in clauses(text, long)]
    assert "93,4% TTHC được xử lý hoàn toàn trực tuyến (mục tiêu là 80%)" in parts
    assert len(parts) == 14


# What an invisible or full-width character keeps from composing is the next test's.
_UNSETTLED = re.compile(
    r"[\u200b-\u206f\ufeff\u00ad\0-\x1f\x7f-\x9f]|[\uff01-\uff5e][\u0300-\u036f]"
)


@settings(max_examples=300)
@given(TEXTS.filter(lambda text: not _UNSETTLED.search(text)))
@example("Hoà\u00a0Bình\r\n\r\n\r\n  đạt\u30003 ％ ")
def test_normalize_is_idempotent(text: str) -> None:
    once = normalize(text)
    assert normalize(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not re.search(r"[^\S\n]{2}|^\s|\n{3}|[ \t]\n|\r", once)


def test_an_invisible_character_inside_a_letter() -> None:
    assert normalize("hoa\u200b\u0300") == "hoà"


def test_normalize_keeps_the_authors_spelling() -> None:
    assert normalize("Uỷ ban “Hoà Bình” – uỷ quyền…") == "Uỷ ban “Hoà Bình” – uỷ quyền…"
    assert normalize(_nfd("Đắk Lắk đạt")) == "Đắk Lắk đạt"


def test_has_diacritics() -> None:
    assert has_diacritics("dak lắk")
    assert has_diacritics("đ")
    assert not has_diacritics("tinh nao dat 93,4% xu ly truc tuyen?")
    assert not has_diacritics("")


@pytest.mark.parametrize("text", ["“tinh nao”", "tinh nao – dat", "5‑10"])
def test_punctuation_is_no_diacritic(text: str) -> None:
    assert not has_diacritics(text)

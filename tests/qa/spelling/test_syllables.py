"""Syllables: which there are, and how a key is written again."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.vietnamese import fold, word_key
from qa.spelling.syllables import (
    folded_is_syllable,
    folded_syllables,
    is_syllable,
    spell,
    split_key,
    tones,
)
from tests.qa.reports import reports

WORDS = sorted({word for report in reports() for word in re.findall(r"[^\W\d_]+", report.text)})


@pytest.mark.parametrize(
    "word",
    "chuyển đổi số quốc quyết quý gì gìn giếng nghiêng ngoài khuya yêu ý oanh thuở thuế ươn".split(),
)
def test_what_is_a_syllable(word: str) -> None:
    assert is_syllable(word_key(word))


@pytest.mark.parametrize(
    "word", "nhieêu Bnìh chhuyển kông nghành ngiên cêu viêc Viettel wifi".split()
)
def test_what_is_none(word: str) -> None:
    assert not is_syllable(word_key(word))


def test_nearly_all_words_of_the_reports_are_syllables() -> None:
    small = [word for word in WORDS if word.islower()]
    assert sum(is_syllable(word_key(word)) for word in small) >= 0.98 * len(small)


@given(st.sampled_from([word for word in WORDS if is_syllable(word_key(word))]))
def test_a_key_is_written_again(word: str) -> None:
    key = word_key(word)
    assert word_key(spell(key)) == key
    assert unicodedata.is_normalized("NFC", spell(key))
    assert folded_is_syllable(fold(split_key(key)[0]))


def test_the_tone_stands_where_it_is_written_today() -> None:
    words = "hòa hoàn thủy quý khuỷu giữa tiếng được mười nghĩa của quả gì lý tỷ".split()
    assert [spell(word_key(word)) for word in words] == words


def test_folded_syllables_hold_every_syllable() -> None:
    for folded, ways in folded_syllables().items():
        assert all(fold(letters) == folded and tones(letters) for letters in ways)

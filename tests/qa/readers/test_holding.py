"""`qa.readers.holding`, `.locating`: what a report's letters tell before its words are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents import Document
from index.places import find_provinces, provinces
from index.vietnamese import Tokens
from qa.assistant import Assistant
from qa.readers.holding import holds_count, may_hold
from qa.readers.locating import names_any


def report(text: str) -> Document:
    return Document(id=text, title="", text=text)


def test_letters_find_the_provinces_that_words_find(both: Assistant) -> None:
    named = 0
    for document in both.index.documents.values():
        found = {mention.name for mention in find_provinces(document.text)}
        assert {name for name in provinces() if names_any(document, [name])} == found
        named += len(found)
    assert named > 30


@pytest.mark.parametrize(
    ("text", "province", "held"),
    [
        ("Bà Rịa-Vũng Tàu họp.", "Bà Rịa - Vũng Tàu", True),
        ("TỈNH THỪA THIÊN - HUẾ HỌP", "Huế", True),
        ("Khánh Hoà họp.", "Khánh Hòa", True),
        ("Đồng bào sống hòa bình.", "Hòa Bình", False),
        ("Ông Trương Hòa Bình đến thăm.", "Hòa Bình", False),
    ],
)
def test_a_province_however_it_is_written(text: str, province: str, held: bool) -> None:
    assert names_any(report(text), [province]) is held


@given(
    text=st.text(alphabet="aăâđêôơưyỳhnHNĐ –-.,%1€\n", max_size=40),
    start=st.integers(0, 8),
    many=st.integers(1, 3),
)
def test_no_words_that_stand_there_are_missed(text: str, start: int, many: int) -> None:
    words = [token.folded for token in Tokens(text).lexemes if token.kind == "word"]
    said = Tokens(text).lexemes[start : start + many]
    if said and all(one.kind == "word" for one in said):
        assert may_hold(report(text), [one.folded for one in said])
    assert not may_hold(report(text), [*words, "khong-co"])


@pytest.mark.parametrize(
    ("number", "noun", "held"),
    [("35", "chỉ", True), ("35", "chi", True), ("5", "chỉ", False), ("35", "nhiệm", False)],
)
def test_so_many_of_something(number: str, noun: str, held: bool) -> None:
    told = report("Kế hoạch đề ra 135 nhiệm vụ và 35 chỉ tiêu.")
    assert holds_count(told, number, noun) is held

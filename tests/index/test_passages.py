"""Passages: exact offsets, every character held, no cut where a reader would stumble."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.documents import Document, read_document
from index.passages import SIZE, Passage, split
from index.vietnamese import sentences, tokens

ROOT = Path(__file__).parents[2]
REPORTS = [
    read_document(path, path.parent)
    for folder in ("corpus", "tests/data/reports")
    for path in sorted((ROOT / folder).glob("*.txt"))
]

WORDS = st.sampled_from(
    "Thái Bình đạt 93,4% 1.864 13/4/2022 TP. Hạ Long, ThS. Nguyễn v.v. – (mục tiêu) 59/KH-UBND; … hồ sơ."
    " M'Drắk - | • UBND TT&TT Đến nay, “rõ” ! \n \n\n \t \u00a0".split(" ")
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(WORDS, max_size=60).map(" ".join).map(lambda text: text * 12),
    st.lists(WORDS, min_size=1, max_size=30).map("".join).map(lambda text: text * 15),
    st.lists(WORDS, max_size=30).map("\n".join).map(lambda text: text * 20),
    st.characters().map(lambda letter: letter * (2 * SIZE + 1)),
)


def document(text: str) -> Document:
    return Document("d", "", text)


def check(text: str, passages: list[Passage]) -> None:
    last = 0
    for passage in passages:
        assert passage.text == text[passage.start : passage.end]
        assert passage.text == passage.text.strip()
        assert last <= passage.start < passage.end
        assert len(passage.text) <= SIZE
        assert not text[last : passage.start].strip()
        last = passage.end
    assert not text[last:].strip()


@settings(deadline=None)
@given(TEXTS)
def test_passages_join_to_the_text_again(text: str) -> None:
    check(text, split(document(text)))


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_reports(report: Document) -> None:
    passages = split(report)
    check(report.text, passages)
    assert {passage.document for passage in passages} == {report.id}
    assert split(replace(report, text=report.text)) == passages
    cuts = [passage.end for passage in passages[:-1]]
    assert not [t for t in tokens(report.text) if any(t.start < cut < t.end for cut in cuts)]
    for start, end in sentences(report.text):
        inside = [cut for cut in cuts if start < cut < end]
        assert not inside or end - start > SIZE, report.text[start:end]


def test_a_text_that_repeats_itself() -> None:
    text = "\n\n".join(["Tỷ lệ đạt 93,4%, tăng 2,1%. " * 32] * 7)
    passages = split(document(text))
    check(text, passages)
    assert len({passage.start for passage in passages}) == len(passages) == 7


UNCUT = "93,4% 1.864 13/4/2022 0,7804 52/63 59/KH-UBND 11-NQ/TU ketnoi.caobang.gov.vn".split()


def never_cut(whole: str, filler: str) -> None:
    for shift in range(len(whole) + len(filler)):
        text = (filler * SIZE)[: SIZE - shift] + " " + whole + " " + filler * 40
        passages = split(document(text))
        check(text, passages)
        assert any(whole in passage.text for passage in passages), shift


@pytest.mark.parametrize("whole", [*UNCUT, "TP. Hạ Long", "TS. Nguyễn Văn An", "ngày 13/4"])
@pytest.mark.parametrize("filler", ["Hồ sơ. ", "hồ sơ "])
def test_never_cut_inside(whole: str, filler: str) -> None:
    never_cut(whole, filler)


def test_never_cut_inside_a_list_that_trails_off() -> None:
    never_cut("giấy tờ, v.v. và học bạ", "Hồ sơ. ")


def test_never_cut_inside_a_masters_name() -> None:
    never_cut("ThS. Nguyễn Văn An", "Hồ sơ. ")


def test_a_number_longer_than_a_passage_is_still_held() -> None:
    text = "9" * (2 * SIZE + 7)
    check(text, split(document(text)))


def test_no_text_no_passages() -> None:
    assert split(document("")) == split(document(" \n\t\n ")) == []


def test_paragraphs_stay_whole_when_they_fit() -> None:
    paragraphs = [f"Đoạn {n}. " + "Thái Bình, Cao Bằng. " * (10 + n % 5) for n in range(20)]
    passages = split(document("\n\n".join(paragraphs)))
    assert 1 < len(passages) < len(paragraphs)
    held = [part for passage in passages for part in re.split("\n\n", passage.text)]
    assert [part.strip() for part in held] == [part.strip() for part in paragraphs]

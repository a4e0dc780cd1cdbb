"""One story under several names, or on several portals, is one source."""

from pathlib import Path

import pytest

from index.copies import find_pairs, originals, sketch
from index.encoder import Encoder
from index.store import Index
from index.update import add, build, remove
from tests.index.small_corpus import CountingEncoder, everything, report, warmed

REPORTS = Path(__file__).parents[1] / "data" / "reports"
CORPUS = Path(__file__).parents[2] / "corpus"
STORY = (
    "Quảng Ninh cấp chữ ký số cho cán bộ xã\n\n"
    "Ngày 12/7/2023, UBND tỉnh Quảng Ninh tổ chức hội nghị về chuyển đổi số tại trung tâm hành chính"
    " công của tỉnh theo Kế hoạch số 59/KH-UBND ngày 3/2/2023.\n\n"
    "Đến nay, tỉnh đã xử lý 93,4% hồ sơ trực tuyến, tăng 12,5 điểm phần trăm so với năm trước, và"
    " cấp 1.864 chữ ký số cho cán bộ, công chức các xã, phường trên địa bàn.\n\n"
    "Ông Nguyễn Văn Bình, Giám đốc Sở Thông tin và Truyền thông, cho biết Sở sẽ tiếp tục hướng dẫn"
    " người dân nộp hồ sơ trên cổng dịch vụ công trong sáu tháng cuối năm.\n"
)
PORTALS = {
    "a.txt": STORY,
    "b.txt": f"Trang chủ\nGiới thiệu\nTin tức\n\n{STORY}\nLượt xem: 1.234\nIn trang\nVề đầu trang\n",
    "c.txt": f"Thứ Năm, 13/07/2023\n\n{STORY}\nTheo TTXVN\n",
}


def copies(texts: dict[str, str]) -> dict[str, str]:
    sketches = {name: sketch(text, None) for name, text in texts.items()}
    return originals(find_pairs(sketches, set(texts), texts.__getitem__), sketches)


def test_one_story_on_three_portals() -> None:
    found = copies(PORTALS)
    assert len(found) == 2
    assert len(set(found.values())) == 1


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("93,4%", "39,4%"),
        ("93,4%", "93,5%"),
        ("Quảng Ninh", "Hà Giang"),
        ("12/7/2023", "12/7/2024"),
        ("59/KH-UBND", "69/KH-UBND"),
        ("Nguyễn Văn Bình", "Trần Quốc Tuấn"),
    ],
)
def test_a_form_filled_in_otherwise_is_no_copy(said: str, instead: str) -> None:
    assert copies({"a": STORY, "b": STORY.replace(said, instead)}) == {}


def test_a_shorter_one_is_a_copy_of_the_longer() -> None:
    longer = (
        f"{STORY}\nTỉnh đặt mục tiêu đến năm 2025 có 80% người dân dùng định danh điện tử VNeID.\n"
    )
    assert copies({"a": STORY, "b": longer}) == {"a": "b"}


def test_the_reports_are_no_copies_of_each_other() -> None:
    texts = {
        path.name: path.read_text(encoding="utf-8")
        for folder in (CORPUS, REPORTS)
        for path in folder.glob("*.txt")
    }
    assert copies(texts) == {}
    assert copies({str(number): report(number) for number in range(12)}) == {}


def test_in_an_index(place: Path, encoder: Encoder) -> None:
    corpus, counting = place / "corpus", CountingEncoder(encoder)
    corpus.mkdir()
    for name, text in PORTALS.items():
        (corpus / name).write_text(text, encoding="utf-8")
    (corpus / "sub").mkdir()
    (corpus / "sub" / "same.txt").write_text(STORY, encoding="utf-8")
    done = build(corpus, place / "index", counting)
    assert (done.documents, done.copies, len(done.added)) == (4, 3, 4)
    with Index.open(place / "index", encoder) as index:
        [first] = {index.original_of(name) for name in PORTALS} - {None}
        assert first
        others = sorted({*PORTALS, "sub/same.txt"} - {first})
        assert list(index.copies_of(first)) == others
        assert index.document("sub/same.txt").text
        assert [len(index.passages_of(name)) for name in others] == [0, 0, 0]
        assert index.passage_count == len(index.passages_of(first)) == len(counting.encoded)
        own = list(index.passages_of(first))
        assert index.passage_ids({"id": [first, *others]}).tolist() == own
        assert index.passage_ids({"id": others}).tolist() == []
        assert index.passage_ids({"id": others}, or_copies=True).tolist() == own
        ids, _ = index.vectors.search(index.vector("hồ sơ trực tuyến"), 10)
        assert {index.passage(int(number)).document for number in ids} == {first}
        told_once = index.database.document("sub/same.txt")
        assert told_once
        assert told_once.text == index.document("a.txt").text

    remove([first], place / "index")
    with Index.open(place / "index", encoder) as index:
        [second] = {index.original_of(name) for name in others} - {None}
        assert second
        assert len(index.passages_of(second)) > 0
        assert index.document(others[0]).text
    assert add([corpus], place / "index", encoder, corpus=corpus).added == (first,)
    (corpus / first).write_text(report(2), encoding="utf-8")
    add([corpus], place / "index", encoder, corpus=corpus)
    whole = warmed(place / "whole", place / "index" / "vectors.sqlite")
    build(corpus, whole, encoder)
    with Index.open(place / "index") as one, Index.open(whole) as other:
        assert everything(one) == everything(other)

"""The library over a real index: found as one types, in step with the index, made again at will."""

import csv
import io
import re
import shutil
import sqlite3
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest

from index.documents import Document
from index.encoder import Encoder
from index.store import Index
from index.update import add, remove
from index.vietnamese import fold
from qa.catalogue import catalogue
from service.library import Library
from service.library.comparison import as_csv, month_of, rows
from service.library.holdings import (
    FIGURES,
    NEWEST,
    OLDEST,
    PROVINCE,
    RELEVANCE,
    SORTS,
    TITLE,
    Wanted,
    searched_pattern,
    searches,
)
from service.library.indicators import Reported
from service.library.originals import MISSING, OUTSIDE, original
from service.library.picture import as_png
from service.library.storage import NAME

WAIT = 60.0
REPORT = """Lào Cai đẩy mạnh chuyển đổi số

Thứ 2, 17/07/2023 | 14:15:41

Trong năm 2023, tỷ lệ hồ sơ trực tuyến của tỉnh Lào Cai đạt 81,27%, vượt mục tiêu 80%.
Tỉnh đã thành lập 1.511 tổ công nghệ số cộng đồng ở khắp các xã, phường, thị trấn trong tỉnh.
"""


@pytest.fixture(scope="module")
def opened(both_index: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Index, Library]:
    path = tmp_path_factory.mktemp("library") / "index"
    shutil.copytree(both_index, path)
    return open_library(path)


@pytest.fixture
def own(five_index: Path, tmp_path: Path) -> Path:
    """An index of corpus/ to change."""
    shutil.copytree(five_index, tmp_path / "index")
    (tmp_path / "index" / NAME).unlink(missing_ok=True)
    return tmp_path / "index"


def open_library(path: Path) -> tuple[Index, Library]:
    index = Index.open(path)
    library = Library(index)
    library.follow(index, WAIT)
    assert library.progress.complete
    return index, library


def found(library: Library, words: str, **wanted: object) -> list[str]:
    holdings, total = library.find(Wanted(words, sort=RELEVANCE, **wanted), 0, 100)  # type: ignore[arg-type]
    assert len(holdings) == total
    return [holding.id for holding in holdings]


def test_lists_every_document_with_what_is_known_of_it(opened: tuple[Index, Library]) -> None:
    index, library = opened
    holdings, total = library.find(Wanted(), 0, 100)
    assert total == len(index.documents) > 20
    for holding in holdings:
        document = index.document(holding.id)
        assert (holding.title, holding.province) == (document.title, document.province)
        assert (holding.published, holding.source) == (document.published, document.source)
        assert holding.suffix == "txt"
        assert holding.figures == len(library.figures_of(holding.id)) > 0


@pytest.mark.parametrize(
    "words",
    [
        "buôn làng",
        "buon lang",
        "BUÔN LÀNG",
        unicodedata.normalize("NFD", "buôn làng"),
        "buôn là",
        "buon lan",
        "Đắk Lắk buôn",
        "dak lak buon lang",
        "214.530",
        "Trần Quốc Vịnh 97,8%",
    ],
)
def test_finds_titles_places_and_text_however_they_are_typed(
    opened: tuple[Index, Library], words: str
) -> None:
    assert found(opened[1], words)[0] == "101_daklak_2023.txt"


def test_accents_that_are_typed_count(opened: tuple[Index, Library]) -> None:
    _, library = opened
    assert set(found(library, "hòa ")) < set(found(library, "hoa "))
    assert found(library, "hoà ") == found(library, "hòa ")
    # No report says this word with these accents, so that it is looked for without them.
    assert found(library, "chuyễn ") == found(library, "chuyen ")


@pytest.mark.parametrize(
    "words", ['"', "* OR", "NEAR(", "head : x", "a" * 300, "\x00", "%", "() -"]
)
def test_nothing_typed_is_a_query_language(opened: tuple[Index, Library], words: str) -> None:
    found(opened[1], words)


def test_only_what_can_be_looked_for_is_a_query() -> None:
    assert searches(" \t ") == []
    assert searched_pattern("?!") is None
    assert len(searches("ho so ")) == 1
    assert len(searches("hồ sơ ")) == 2


def test_filters_together(opened: tuple[Index, Library]) -> None:
    index, library = opened
    assert found(library, "", provinces=("Đắk Lắk",), years=(2024,)) == ["102_daklak_2024.txt"]
    assert found(library, "buôn", provinces=("Quảng Ninh",)) == []
    unplaced = found(library, "", provinces=(None,))
    assert "105_bo_tttt_xephang_2023.txt" in unplaced
    assert len(found(library, "", provinces=(None, "Cà Mau"))) == len(unplaced) + 1
    assert found(library, "", suffixes=("docx",)) == []
    choices = library.choices()
    assert choices.provinces["Đắk Lắk"] == 2
    assert sum(choices.years.values()) == choices.suffixes["txt"] == len(index.documents)


def test_sorts_every_way(opened: tuple[Index, Library]) -> None:
    index, library = opened

    def by(sort: str) -> list:  # type: ignore[type-arg]
        return library.find(Wanted(sort=sort), 0, 100)[0]

    days = [holding.published or holding.event for holding in by(NEWEST)]
    known = [day for day in days if day]
    assert known == sorted(known, reverse=True)
    assert days[: len(known)] == known
    assert [holding.published or holding.event for holding in by(OLDEST)][: len(known)] == known[
        ::-1
    ]
    assert by(FIGURES)[0].figures == max(holding.figures for holding in by(FIGURES))
    assert by(PROVINCE)[-1].province is None
    plain = [re.sub(r"^\W+", "", fold(holding.title)) for holding in by(TITLE)]
    assert plain == sorted(plain)
    for sort in SORTS:
        assert len(by(sort)) == len(index.documents)


def test_pages_hold_each_document_once(opened: tuple[Index, Library]) -> None:
    index, library = opened
    count = len(index.documents)
    seen = [
        holding.id
        for first in range(0, count, 7)
        for holding in library.find(Wanted(), first, 7)[0]
    ]
    assert len(seen) == len(set(seen)) == count


def test_indicators_are_those_of_several_reports_first(opened: tuple[Index, Library]) -> None:
    _, library = opened
    listed, total = library.indicators(count=500)
    assert len(listed) == total >= 20
    assert listed[0].name == "Tỷ lệ hồ sơ trực tuyến"
    assert all(one.documents > 1 for one in listed)
    everything = library.indicators(shared=False, count=2000)[1]
    assert everything > total
    for words in ("hồ sơ truc", "HO SO", unicodedata.normalize("NFD", "hồ sơ trực")):
        assert library.indicators(words)[0][0] == listed[0]
    assert library.indicators("%_'\"")[1] == 0


def test_an_indicators_figures_are_those_of_its_reports(opened: tuple[Index, Library]) -> None:
    index, library = opened
    for indicator in library.indicators(count=500)[0]:
        reported = library.reported(indicator.key)
        assert len(reported) == indicator.figures
        assert len({one.entry.document for one in reported}) == indicator.documents
        for one in reported:
            document = index.document(one.entry.document)
            assert document.text[one.entry.start : one.entry.end] == one.entry.text
            assert one.title == document.title
        table = rows(reported)
        told = [one for row in table for one in (*row.achieved, *row.target, *row.other)]
        assert sorted(map(id, told)) == sorted(map(id, reported))
    assert library.indicator("nothing") is None
    assert library.reported("nothing") == []


def test_keeps_in_step_with_its_index(own: Path, encoder: Encoder, tmp_path: Path) -> None:
    index, library = open_library(own)
    assert found(library, "Lào Cai 81,27%") == []
    (tmp_path / "laocai.txt").write_text(REPORT, encoding="utf-8")
    add([tmp_path / "laocai.txt"], own, encoder)
    newer = index.refresh()
    assert newer is not index
    library.follow(newer, WAIT)
    assert found(library, "Lào Cai 81,27%") == ["laocai.txt"]
    assert {"81,27%", "1.511"} <= {entry.text for entry in library.figures_of("laocai.txt")}
    assert library.indicators("tổ công nghệ", shared=False)[1] == 1
    remove(["laocai.txt"], own)
    library.follow(newer.refresh(), WAIT)
    assert found(library, "Lào Cai 81,27%") == []
    assert library.figures_of("laocai.txt") == []
    assert library.indicators("tổ công nghệ", shared=False)[1] == 0


def test_nothing_unchanged_is_read_again(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, library = open_library(own)
    expected = library.find(Wanted(), 0, 100)
    read: list[Document] = []
    monkeypatch.setattr(catalogue, "entries", read.append)
    _, again = open_library(own)
    assert again.find(Wanted(), 0, 100) == expected
    assert read == []


def test_one_bad_report_never_stops_the_rest(
    own: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bad = Index.open(own).document(next(iter(Index.open(own).documents)))
    real = catalogue.entries

    def entries(document: Document) -> list[catalogue.Entry]:
        if document.id == bad.id:
            raise ValueError("không đọc nổi")
        return real(document)

    monkeypatch.setattr(catalogue, "entries", entries)
    index, library = open_library(own)
    assert bad.id in caplog.text
    counted = {holding.id: holding.figures for holding in library.find(Wanted(), 0, 100)[0]}
    assert counted.pop(bad.id) == 0
    assert len(counted) == len(index.documents) - 1
    assert all(counted.values())


@pytest.mark.parametrize("content", [b"", b"not a database" * 500])
def test_a_damaged_file_is_made_again(own: Path, content: bytes) -> None:
    _, library = open_library(own)
    expected = library.find(Wanted(), 0, 100)
    for ending in ("-wal", "-shm"):
        (own / f"{NAME}{ending}").unlink(missing_ok=True)
    (own / NAME).write_bytes(content)
    assert open_library(own)[1].find(Wanted(), 0, 100) == expected


def test_an_older_shape_is_made_again(own: Path) -> None:
    _, library = open_library(own)
    expected = library.find(Wanted(), 0, 100)
    with sqlite3.connect(own / NAME) as connection:
        connection.execute("PRAGMA user_version = 999")
        connection.execute("DROP TABLE figures")
    assert open_library(own)[1].find(Wanted(), 0, 100) == expected


def test_two_may_follow_one_index_at_once(own: Path) -> None:
    index = Index.open(own)
    one, other = Library(index), Library(index)
    one.follow(index)
    other.follow(index)
    one.follow(index, WAIT)
    other.follow(index, WAIT)
    assert one.progress.complete
    counted = sum(len(one.figures_of(document)) for document in index.documents)
    assert counted == sum(holding.figures or 0 for holding in one.find(Wanted(), 0, 100)[0]) > 50


def test_an_original_is_handed_out_from_inside_the_corpus_only(
    five_index: Path, tmp_path: Path
) -> None:
    index = Index.open(five_index)
    document = next(iter(index.documents.values()))
    corpus = Path(document.path).parent
    kept = original(index, document, corpus)
    assert kept.path is not None
    assert kept.path.read_bytes() == Path(document.path).read_bytes()
    assert (kept.size, kept.changed) == (Path(document.path).stat().st_size, False)
    assert original(index, document, tmp_path).problem == OUTSIDE
    (tmp_path / document.id).symlink_to("/etc/passwd")
    assert original(index, document, tmp_path).problem == OUTSIDE
    (tmp_path / document.id).unlink()
    (tmp_path / document.id).write_text("khác", encoding="utf-8")
    moved = original(index, document, tmp_path)
    assert moved.path == tmp_path / document.id
    assert moved.changed
    for path in ("", "\0", "/nowhere/báo cáo.txt", "../../etc/shadow"):
        gone = type(document)(id="gone.txt", title="", text="", path=path)
        assert original(index, gone, corpus).problem in (MISSING, OUTSIDE)


def test_a_csv_keeps_its_letters_and_runs_no_formula(opened: tuple[Index, Library]) -> None:
    _, library = opened
    reported = library.reported(library.indicators()[0][0].key)

    def spell(one: Reported) -> Sequence[object]:
        return [one.entry.place, "=HYPERLINK(1)", " @SUM(1)", None, one.entry.amount]

    content = as_csv("Tỷ lệ, hồ sơ", reported, ["Chỉ tiêu", "Nơi", "a", "b", "c", "d"], spell)
    assert content.startswith(b"\xef\xbb\xbf")
    head, first, *rest = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    assert head[0] == "Chỉ tiêu"
    assert first[0] == "Tỷ lệ, hồ sơ"
    assert first[2:5] == ["'=HYPERLINK(1)", "' @SUM(1)", ""]
    assert float(first[5]) == reported[0].entry.amount
    assert len(rest) == len(reported) - 1


@pytest.mark.parametrize(
    ("period", "month"), [("", 12), ("q1", 3), ("h1", 6), ("9m", 9), ("m5", 5), ("q4", 12)]
)
def test_a_part_of_a_year_ends_in_its_last_month(period: str, month: int) -> None:
    assert month_of(period) == month


def test_a_picture_is_drawn_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    chart = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"values": [{"a": "Đắk Lắk <script>", "b": 3}]},
        "mark": "bar",
        "encoding": {"x": {"field": "b"}, "y": {"field": "a"}},
    }
    assert as_png(chart, "Tỷ lệ hồ sơ").startswith(b"\x89PNG")
    with pytest.raises(ValueError, match=r".+"):
        as_png({"mark": "nothing"}, "")

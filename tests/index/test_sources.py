"""`index.sources`: what a file is called, so that none is lost."""

from pathlib import Path

import pytest

from index.encoder import Encoder
from index.stale import why_stale
from index.store import Index
from index.update import add, build, remove
from tests.index.small_corpus import (
    report,
    write_reports,
)


class TestNames:
    def test_two_files_of_one_name(self, built: Path, place: Path) -> None:
        for folder, number in (("May", 3), ("June", 4), ("x/June", 5)):
            (place / folder).mkdir(parents=True)
            (place / folder / "report.txt").write_text(report(number), encoding="utf-8")
        files = [place / name / "report.txt" for name in ("May", "June", "x/June")]
        done = add(files, built)
        assert done.added == ("June/report.txt", "report.txt", "x/June/report.txt")
        with Index.open(built) as index:
            assert "Lào Cai" in index.document("report.txt").text
            assert "1.864" in index.document("June/report.txt").text
            assert "Quảng Ninh" in index.document("x/June/report.txt").text
        assert add(files, built).unchanged == done.added
        files[1].write_text(report(6), encoding="utf-8")
        assert add(files, built).changed == ("June/report.txt",)

    def test_a_name_of_the_corpus_stays_the_corpus(
        self, corpus: Path, built: Path, place: Path
    ) -> None:
        other = write_reports(place / "other", [7])
        assert add([other / "r0.txt"], built, corpus=corpus).added == ("other/r0.txt",)
        same = write_reports(place / "same", [0])
        assert add([same / "r0.txt"], built, corpus=corpus).unchanged == ("r0.txt",)

    def test_a_folder_from_elsewhere(self, built: Path, place: Path) -> None:
        write_reports(place / "other" / "2023", [7])
        assert add([place / "other"], built).added == ("2023/r0.txt",)

    def test_a_file_of_the_corpus_by_any_path(
        self, corpus: Path, built: Path, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (corpus / "r1.txt").write_text(report(5), encoding="utf-8")
        (place / "link").symlink_to(corpus)
        monkeypatch.chdir(corpus)
        for file in (Path("r1.txt"), Path("../corpus/r1.txt"), place / "link" / "r1.txt"):
            done = add([file], built, corpus=Path("../corpus"))
            assert (*done.changed, *done.unchanged) == ("r1.txt",)

    def test_what_was_added_survives_a_build(
        self, corpus: Path, built: Path, place: Path, encoder: Encoder
    ) -> None:
        other = write_reports(place / "other", [6, 7, 8, 9])
        add([other / "r3.txt"], built, corpus=corpus)
        assert why_stale(corpus, built) is None
        (corpus / "r3.txt").write_text(report(3), encoding="utf-8")
        assert "r3.txt" in (why_stale(corpus, built) or "")
        build(corpus, built, encoder)
        with Index.open(built) as index:
            assert index.document("r3.txt").text.startswith("Lào Cai")
            assert index.document("other/r3.txt").text.startswith("Quảng Ninh")
            assert all(
                passage.document == "other/r3.txt"
                for passage in index.passages(index.passages_of("other/r3.txt"))
            )
        assert remove(["other/r3.txt"], built).removed == ("other/r3.txt",)
        assert build(corpus, built, encoder).documents == 4

    def test_names_are_composed(self, corpus: Path, path: Path, encoder: Encoder) -> None:
        (corpus / "ba\u0301o ca\u0301o.txt").write_text(report(3), encoding="utf-8")
        assert "báo cáo.txt" in build(corpus, path, encoder).added


class TestStatedFacts:
    def test_a_change_beside_a_report_is_a_change_of_it(
        self, corpus: Path, built: Path, encoder: Encoder
    ) -> None:
        beside = corpus / "r1.txt.meta.toml"
        beside.write_text('source = "Sở Thông tin"', encoding="utf-8")
        assert "r1.txt" in (why_stale(corpus, built) or "")
        done = add([corpus], built, encoder, corpus=corpus)
        assert (done.changed, done.skipped) == (("r1.txt",), ())
        with Index.open(built) as index:
            assert index.document("r1.txt").source == "Sở Thông tin"
            assert index.document("r1.txt").found["source"] == "r1.txt.meta.toml: Sở Thông tin"
        assert why_stale(corpus, built) is None
        assert add([corpus], built, encoder, corpus=corpus).changed == ()
        beside.unlink()
        assert build(corpus, built, encoder).changed == ("r1.txt",)

    def test_what_is_beside_reports_is_none(
        self, corpus: Path, built: Path, encoder: Encoder
    ) -> None:
        (corpus / "README.md").write_text("Các báo cáo của tỉnh.", encoding="utf-8")
        (corpus / "gone.docx.meta.toml").write_text("x", encoding="utf-8")
        assert why_stale(corpus, built) is None
        assert build(corpus, built, encoder).skipped == ()

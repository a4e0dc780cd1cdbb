"""`index.update`: what goes in, under which name, and what a report tells of it."""

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.encoder import Encoder
from index.errors import (
    StoreError,
    UnknownDocumentError,
)
from index.lexical import Terms
from index.stale import why_stale
from index.store import Index
from index.update import add, build, remove
from tests.index.small_corpus import (
    everything,
    report,
    warmed,
    write_reports,
)


class TestBuilding:
    def test_what_went_in_comes_out(self, corpus: Path, built: Path, encoder: Encoder) -> None:
        with Index.open(built) as index:
            assert list(index.documents) == ["r0.txt", "r1.txt", "r2.txt"]
            assert index.document("r1.txt").province == "Quảng Ninh"
            assert "r1.txt" in index.documents
            assert "r9.txt" not in index.documents
            numbers: list[int] = []
            for document in index.documents.values():
                numbers += index.passages_of(document.id)
                for passage in index.passages(index.passages_of(document.id)):
                    assert passage.document == document.id
                    assert document.text[passage.start : passage.end] == passage.text
            assert numbers == list(range(index.passage_count))
            assert index.passage_ids({"id": ["r2.txt", "r0.txt"]}).tolist() == [
                *index.passages_of("r0.txt"),
                *index.passages_of("r2.txt"),
            ]
            texts = [passage.text for passage in index.passages(numbers)]
            cosines = np.sum(index.vectors.vectors(0, len(texts)) * encoder.passages(texts), axis=1)
            assert cosines.min() > 0.999
            ids, _ = index.lexical.search(Terms(folded={"thai": 1.0}), 5)
            assert {index.passage(int(number)).document for number in ids} == {"r2.txt"}
            assert index.lexical.count == index.vectors.count == index.passage_count
            assert index.encoder.fingerprint == encoder.fingerprint

    def test_documents_by_what_they_state(self, corpus: Path, built: Path) -> None:
        nowhere = report(2).replace("Thái Bình", "nọ").replace("Ngày 12/7/2023, ", "")
        (corpus / "r3.txt").write_text(nowhere, encoding="utf-8")
        add([corpus], built, corpus=corpus)
        with Index.open(built) as index:
            provinces = {"Hà Giang": 1, "Quảng Ninh": 1, "Thái Bình": 1, None: 1}
            assert index.counted("province") == provinces
            assert index.counted("year") == {"2023": 3, None: 1}
            assert set(index.counted("id")) == set(index.documents)
            for stated, names in (
                ({}, "0123"),
                ({"province": ["Hà Giang", "Thái Bình"]}, "02"),
                ({"province": ["Quảng Ninh", None]}, "13"),
                ({"province": [None], "id": ["r3.txt", "r0.txt"]}, "3"),
                ({"province": ["Hà Giang"], "year": ["2024", None]}, ""),
                ({"province": ["Hà Giang", None], "year": ["2023"]}, "0"),
                ({"province": []}, ""),
                ({"province": ["Paris"]}, ""),
            ):
                own = [index.passages_of(f"r{name}.txt") for name in names]
                expected = sorted(number for numbers in own for number in numbers)
                assert index.passage_ids(stated).tolist() == expected
                assert index.passage_ids(stated, or_copies=True).tolist() == expected

    def test_documents_are_chosen_without_their_texts(
        self, built: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with Index.open(built) as index:
            asked, run = [], index.database._rows
            monkeypatch.setattr(
                index.database, "_rows", lambda *query: asked.append(query) or run(*query)
            )
            for column in ("id", "province", "district", "source", "year"):
                index.counted(column)
                for value in ("x", None):
                    index.passage_ids({column: [value, "y"]}, or_copies=column != "id")
            index.passage_ids({"province": ["x", None], "year": [None]}, or_copies=True)
            index.copies_of("r0.txt")
            plans = {query: run(f"EXPLAIN QUERY PLAN {query}", *rest) for query, *rest in asked}
        for query, steps in plans.items():
            read = [step[-1] for step in steps if "documents" in step[-1]]
            assert read, query
            scans = [step for step in read if step.startswith("SCAN")]
            assert all("COVERING INDEX" in step for step in scans), (query, read)

    def test_unknown_names(self, built: Path) -> None:
        with Index.open(built) as index:
            for ask in (index.document, index.passages_of):
                for name in ("r9.txt", "\udcff.txt"):
                    with pytest.raises(UnknownDocumentError, match="python -m index status"):
                        ask(name)
            with pytest.raises(IndexError, match="99"):
                index.passages([0, 99])
            assert index.passages([]) == []
            assert index.passage_ids({"id": []}).shape == (0,)
            assert index.passage_ids({"id": ["r9.txt"]}).dtype == np.int64

    def test_progress_is_told(self, corpus: Path, place: Path, encoder: Encoder) -> None:
        told: dict[str, list[tuple[int, int]]] = {}
        build(
            corpus,
            place / "index",
            encoder,
            lambda stage, done, total: told.setdefault(stage, []).append((done, total)),
        )
        assert list(told) == [
            "Đọc tệp",
            "So bản sao",
            "Mã hoá",
            "Lập chỉ mục véc-tơ",
            "Lập chỉ mục từ",
        ]
        for steps in told.values():
            assert steps == sorted(steps)
            assert steps[-1] == (3, 3)

    def test_report(self, corpus: Path, path: Path, encoder: Encoder) -> None:
        first = build(corpus, path, encoder)
        assert first.added == ("r0.txt", "r1.txt", "r2.txt")
        (corpus / "r1.txt").write_text(report(5), encoding="utf-8")
        (corpus / "r2.txt").unlink()
        (corpus / "r3.txt").write_text(report(3), encoding="utf-8")
        second = build(corpus, path, encoder)
        assert second.added == ("r3.txt",)
        assert second.changed == ("r1.txt",)
        assert second.unchanged == ("r0.txt",)
        assert second.removed == ("r2.txt",)
        assert (second.generation, second.documents) == (2, 3)

    def test_bad_files_are_skipped_with_their_reason(
        self, corpus: Path, path: Path, encoder: Encoder
    ) -> None:
        (corpus / "empty.txt").write_bytes(b"")
        (corpus / "binary.txt").write_bytes(bytes(range(256)))
        (corpus / "a.zip").write_bytes(b"PK")
        (corpus / ".hidden").write_bytes(b"")
        (corpus / "sub").mkdir()
        shutil.copy(corpus / "r0.txt", corpus / "sub" / "r0.txt")
        os.mkfifo(corpus / "pipe.txt")
        bytes_name = os.fsencode(corpus) + b"/b\xff.txt"
        Path(os.fsdecode(bytes_name)).write_text(report(3), encoding="utf-8")
        done = build(corpus, path, encoder)
        assert done.added == ("r0.txt", "r1.txt", "r2.txt", "sub/r0.txt")
        skipped = dict(done.skipped)
        assert skipped.keys() == {
            "empty.txt",
            "binary.txt",
            "a.zip",
            "b\N{REPLACEMENT CHARACTER}.txt",
        }
        assert all("\n" not in reason and reason for reason in skipped.values())
        assert not skipped["empty.txt"].startswith("empty.txt")
        assert why_stale(corpus, path) is None

    def test_nothing_to_build(
        self, corpus: Path, built: Path, encoder: Encoder, place: Path
    ) -> None:
        bad = place / "bad"
        bad.mkdir()
        with pytest.raises(StoreError, match=r"trống.*chạy lại"):
            build(bad, built, encoder)
        (bad / "a.txt").write_bytes(b"")
        (bad / "b.txt").write_bytes(b"\xff\x00")
        with pytest.raises(StoreError, match=r"2 tệp.*a\.txt.*chạy lại"):
            build(bad, built, encoder)
        with pytest.raises(StoreError, match="--corpus"):
            build(place / "none", built, encoder)
        with Index.open(built) as index:
            assert (index.generation, len(index.documents)) == (1, 3)
        with pytest.raises(StoreError, match="--corpus"):
            build(place / "none", place / "fresh", encoder)
        assert not (place / "fresh").exists()


class TestChanging:
    def test_add_reads_only_what_is_new(
        self, corpus: Path, built: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        read: list[str] = []
        import index.sources

        original = index.sources.read_document
        monkeypatch.setattr(
            "index.sources.read_document",
            lambda path, root: read.append(path.name) or original(path, root),
        )
        (corpus / "r1.txt").write_text(report(5), encoding="utf-8")
        (corpus / "r3.txt").write_text(report(3), encoding="utf-8")
        done = add([corpus, corpus / "r3.txt"], built, corpus=corpus)
        assert read == ["r1.txt", "r3.txt"]
        assert (done.added, done.changed) == (("r3.txt",), ("r1.txt",))
        assert done.unchanged == ("r0.txt", "r2.txt")
        assert done.generation == 2
        again = add([corpus], built, corpus=corpus)
        assert again.unchanged == ("r0.txt", "r1.txt", "r2.txt", "r3.txt")
        assert again.generation == 2, "without a change no generation is written"

    def test_a_file_that_turned_bad_keeps_its_document(self, corpus: Path, built: Path) -> None:
        (corpus / "r1.txt").write_bytes(b"")
        done = add([corpus / "r1.txt", corpus / "none.txt"], built, corpus=corpus)
        assert {name for name, _ in done.skipped} == {"r1.txt", str(corpus / "none.txt")}
        assert done.generation == 1
        with Index.open(built) as index:
            assert "Quảng Ninh" in index.document("r1.txt").text

    def test_remove(self, corpus: Path, built: Path, encoder: Encoder) -> None:
        done = remove(["r1.txt", "r1.txt", "none", "\udcff"], built)
        assert done.removed == ("r1.txt",)
        assert len(done.skipped) == 2
        assert why_stale(corpus, built) is None, "removing is not undone by the next start"
        assert remove(["none"], built).generation == 2
        assert add([corpus], built, corpus=corpus).added == ("r1.txt",)
        remove(["r0.txt", "r1.txt", "r2.txt"], built)
        with Index.open(built) as index:
            assert (len(index.documents), index.passage_count) == (0, 0)
            assert len(index.vectors.search(encoder.query("tỉnh"), 5)[0]) == 0
            assert len(index.lexical.search(Terms(kept={"tinh4": 1.0}), 5)[0]) == 0
        assert build(corpus, built, encoder).documents == 3

    def test_without_an_index(self, corpus: Path, place: Path) -> None:
        for work in (lambda: add([corpus], place / "none"), lambda: remove(["a"], place)):
            with pytest.raises(StoreError, match=r"build|--index"):
                work()
        assert not (place / "none").exists()

    @settings(max_examples=6, deadline=None)
    @given(
        steps=st.lists(
            st.tuples(st.integers(0, 3), st.one_of(st.none(), st.integers(0, 11))),
            min_size=1,
            max_size=5,
        )
    )
    def test_any_way_there_gives_the_same_index(
        self, cache: Path, encoder: Encoder, steps: list[tuple[int, int | None]]
    ) -> None:
        """Adding, changing and removing one by one against building from the outcome."""
        with TemporaryDirectory() as folder:
            corpus = write_reports(Path(folder) / "corpus", [0])
            changed = warmed(Path(folder) / "changed", cache)
            build(corpus, changed, encoder)
            for place, number in steps:
                file = corpus / f"r{place}.txt"
                if number is not None:
                    file.write_text(report(number), encoding="utf-8")
                    add([file], changed, encoder, corpus=corpus)
                elif file.exists():
                    file.unlink()
                    remove([file.name], changed)
            if not list(corpus.iterdir()):
                return
            whole = warmed(Path(folder) / "whole", cache)
            build(corpus, whole, encoder)
            with Index.open(changed) as one, Index.open(whole) as other:
                assert everything(one) == everything(other)
                for term in ("tinh4", "93.4", "quang4"):
                    found = [i.lexical.search(Terms(kept={term: 1.0}), 9) for i in (one, other)]
                    np.testing.assert_array_equal(*found)


class TestStale:
    def test_reasons(self, corpus: Path, path: Path, encoder: Encoder) -> None:
        assert "Chưa có" in (why_stale(corpus, path) or "")
        (corpus / "empty.txt").write_bytes(b"")
        build(corpus, path, encoder)
        assert why_stale(corpus, path) is None
        os.utime(corpus / "r0.txt", ns=(1, 1))
        assert why_stale(corpus, path) is None, "touched, but the same"
        (corpus / "r0.txt").write_text(report(8), encoding="utf-8")
        assert "r0.txt" in (why_stale(corpus, path) or "")
        add([corpus / "r0.txt"], path, encoder, corpus=corpus)
        assert why_stale(corpus, path) is None
        (corpus / "r3.txt").write_text(report(3), encoding="utf-8")
        assert "r3.txt" in (why_stale(corpus, path) or "")
        (corpus / "r3.txt").unlink()
        (corpus / "r1.txt").unlink()
        assert "r1.txt" in (why_stale(corpus, path) or "")

    def test_other_rules(self, corpus: Path, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("index.stale.rules", lambda: "changed")
        assert "chương trình" in (why_stale(corpus, built) or "")
        (corpus / "r3.txt").write_text(report(3), encoding="utf-8")
        add([corpus], built, corpus=corpus)
        assert "chương trình" in (why_stale(corpus, built) or ""), "the others are still as read"

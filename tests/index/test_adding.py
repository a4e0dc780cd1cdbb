"""Adding to an index by what changed: shared files, nothing read or encoded twice, the same answers."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import publishing, writer
from index.cache import VectorCache
from index.encoder import Encoder
from index.errors import StoreError
from index.generation import CACHE
from index.lexical import Terms
from index.store import Index
from index.update import add, build, remove, sync
from tests.index.small_corpus import CountingEncoder, everything, report, warmed, write_reports


@pytest.fixture(scope="class")
def extending() -> Iterator[None]:
    """As a large index: never written whole, every file shared."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writer, "WHOLE_ROWS", 0)
        patch.setattr(writer, "DEAD_SHARE", 1.0)
        patch.setattr(publishing, "LARGE", 0)
        yield


def words(index: Index, term: str) -> list[tuple[str, int]]:
    ids, _ = index.lexical.search(Terms(kept={term: 1.0}), 50)
    found = [index.passage(int(number)) for number in ids]
    return sorted((passage.document, passage.start) for passage in found)


@pytest.mark.usefixtures("extending")
class TestExtending:
    @settings(max_examples=15, deadline=None)
    @given(
        steps=st.lists(
            st.tuples(st.integers(0, 4), st.one_of(st.none(), st.integers(0, 11))),
            min_size=1,
            max_size=10,
        )
    )
    def test_any_way_there_finds_the_same(
        self, cache: Path, encoder: Encoder, steps: list[tuple[int, int | None]]
    ) -> None:
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
                assert one.lexical.count == other.lexical.count == one.vectors.count
                for term in ("tinh4", "93.4", "quang4"):
                    assert words(one, term) == words(other, term)
                query = encoder.query("hồ sơ trực tuyến của tỉnh")
                near = []
                for index in (one, other):
                    ids, scores = index.vectors.search(query, 20)
                    documents = [index.passage(int(number)).document for number in ids]
                    near.append(sorted(zip(scores.tolist(), documents, strict=True)))
                assert near[0] == near[1]

    def test_unchanged_files_are_shared(self, corpus: Path, built: Path, encoder: Encoder) -> None:
        (corpus / "r3.txt").write_text(report(3), encoding="utf-8")
        add([corpus], built, encoder, corpus=corpus)
        first, second = (built / "generations" / number for number in "12")
        shared = [
            path.relative_to(first).as_posix()
            for path in first.rglob("*")
            if path.is_file()
            and (second / path.relative_to(first)).exists()
            and path.samefile(second / path.relative_to(first))
        ]
        assert "vectors/0000000000.faiss" in shared
        assert len([name for name in shared if name.startswith("lexical/")]) >= 6
        with Index.open(built) as index:
            assert words(index, "lao1") == [("r3.txt", 0)]

    def test_parts_stay_few(self, corpus: Path, built: Path, cache: Path, encoder: Encoder) -> None:
        for step in range(40):
            (corpus / "r1.txt").write_text(report(3 + step % 9), encoding="utf-8")
            add([corpus / "r1.txt"], built, encoder, corpus=corpus)
        with Index.open(built) as index:
            assert index.manifest.rows == 43
            assert index.passage_count == index.vectors.count == index.lexical.count == 3
            assert index.passage_ids({}).tolist() == [0, 2, 42]
        newest = max((built / "generations").iterdir(), key=lambda path: int(path.name))
        assert len(list((newest / "vectors").iterdir())) <= 6
        assert len(list((newest / "lexical").iterdir())) < 80

    def test_damage_to_a_shared_file_is_told(
        self, corpus: Path, built: Path, encoder: Encoder
    ) -> None:
        (corpus / "r3.txt").write_text(report(3), encoding="utf-8")
        add([corpus], built, encoder, corpus=corpus)
        with (built / "generations" / "2" / "vectors" / "0000000000.faiss").open("r+b") as file:
            file.seek(200)
            file.write(b"\xff\x00\xff")
        with pytest.raises(StoreError, match="python -m index build"):
            Index.open(built)
        done = build(corpus, built, encoder)
        assert done.documents == 4
        with Index.open(built) as index:
            assert index.warning is None


def test_much_taken_out_is_written_whole(
    corpus: Path, built: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "WHOLE_ROWS", 0)
    remove(["r1.txt"], built)
    with Index.open(built) as index:
        assert (index.manifest.rows, index.passage_count) == (2, 2)
        assert index.passage_ids({}).tolist() == [0, 1]
        assert words(index, "tinh4") == [("r0.txt", 0), ("r2.txt", 0)]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files read as documents, and of those whose bytes were summed."""
    import index.sources

    names: list[str] = []
    for function in ("read_document", "checksum"):
        original = getattr(index.sources, function)
        monkeypatch.setattr(
            f"index.sources.{function}",
            lambda path, *rest, original=original: names.append(path.name) or original(path, *rest),
        )
    return names


def settle(folder: Path) -> None:
    """As if the files had been written a while ago."""
    for file in folder.rglob("*.txt"):
        os.utime(file, ns=(10**18, 10**18))


class TestSync:
    def test_nothing_unchanged_is_read_or_encoded(
        self, corpus: Path, path: Path, encoder: Encoder, read: list[str]
    ) -> None:
        counting = CountingEncoder(encoder)
        settle(corpus)
        build(corpus, path, counting)
        for work in (
            lambda: sync(corpus, path, counting, None, corpus),
            lambda: add([corpus], path, counting, None, corpus),
            lambda: build(corpus, path, counting),
        ):
            read.clear()
            counting.encoded.clear()
            done = work()
            assert (read, counting.encoded, done.encoded) == ([], [], 0)
            assert done.unchanged == ("r0.txt", "r1.txt", "r2.txt")

    def test_a_folder_of_the_corpus(
        self, corpus: Path, built: Path, encoder: Encoder, read: list[str]
    ) -> None:
        settle(corpus)
        build(corpus, built, encoder)
        (corpus / "r0.txt").unlink()
        (corpus / "r1.txt").write_text(report(5), encoding="utf-8")
        (corpus / "r3.txt").write_text(report(3), encoding="utf-8")
        (corpus / "bad.txt").write_bytes(b"")
        read.clear()
        done = sync(corpus, built, encoder, None, corpus)
        assert "r2.txt" not in read
        assert done.added == ("r3.txt",)
        assert done.changed == ("r1.txt",)
        assert done.unchanged == ("r2.txt",)
        assert done.removed == ("r0.txt",)
        assert [name for name, _ in done.skipped] == ["bad.txt"]
        again = sync(corpus, built, encoder, None, corpus)
        assert (again.generation, again.removed, again.added) == (done.generation, (), ())

    def test_a_folder_from_elsewhere(
        self, corpus: Path, built: Path, encoder: Encoder, place: Path
    ) -> None:
        other = write_reports(place / "other", [6, 7])
        (other / "r0.txt").rename(other / "x.txt")
        (other / "r1.txt").rename(other / "y.txt")
        assert sync(other, built, encoder, None, corpus).added == ("x.txt", "y.txt")
        (other / "x.txt").unlink()
        done = sync(other, built, encoder, None, corpus)
        assert (done.removed, done.unchanged, done.documents) == (("x.txt",), ("y.txt",), 4)

    def test_a_folder_that_is_not_there_empties_nothing(
        self, corpus: Path, built: Path, encoder: Encoder, place: Path
    ) -> None:
        with pytest.raises(StoreError, match="Không có thư mục"):
            sync(place / "none", built, encoder, None, corpus)
        for file in corpus.iterdir():
            file.unlink()
        with pytest.raises(StoreError, match="python -m index remove"):
            sync(corpus, built, encoder, None, corpus)
        with Index.open(built) as index:
            assert (index.generation, len(index.documents)) == (1, 3)

    def test_a_file_that_turned_bad_keeps_its_document(
        self, corpus: Path, built: Path, encoder: Encoder
    ) -> None:
        (corpus / "r1.txt").write_bytes(b"")
        done = sync(corpus, built, encoder, None, corpus)
        assert [name for name, _ in done.skipped] == ["r1.txt"]
        with Index.open(built) as index:
            assert "Quảng Ninh" in index.document("r1.txt").text


def test_the_cache_shrinks(
    corpus: Path, built: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cached() -> int:
        cache = VectorCache(built / CACHE, encoder.fingerprint, encoder.dimension)
        try:
            return cache._connection.execute("SELECT count(*) FROM vectors").fetchone()[0]
        finally:
            cache.close()

    assert cached() == 12, "too few to be worth the trouble"
    monkeypatch.setattr("index.cache._SURPLUS", 0)
    size = (built / CACHE).stat().st_size
    add([corpus], built, encoder, corpus=corpus)
    (corpus / "r1.txt").write_text(report(5), encoding="utf-8")
    counting = CountingEncoder(encoder)
    add([corpus], built, counting, corpus=corpus)
    assert cached() == 4, "three of this generation, one more of that before"
    assert (built / CACHE).stat().st_size < size
    assert not counting.encoded
    assert build(corpus, built, counting).encoded == 0

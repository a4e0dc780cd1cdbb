"""`index.store`: generations side by side, damage noticed, encoders told apart."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Thread

import pytest
from filelock import FileLock

from index.encoder import Encoder
from index.errors import (
    EncoderMismatchError,
    IndexBusyError,
    IndexDamagedError,
    IndexMissingError,
    StoreError,
)
from index.generation import checksum_of
from index.lexical import Terms
from index.report import Report
from index.stale import why_stale
from index.store import Index
from index.update import add, build, remove
from tests.index.small_corpus import (
    CountingEncoder,
    everything,
    report,
    write_reports,
)


class TestGenerations:
    def test_the_previous_one_is_kept(self, corpus: Path, built: Path, encoder: Encoder) -> None:
        for _ in range(3):
            build(corpus, built, encoder)
        assert sorted(p.name for p in (built / "generations").iterdir()) == ["3", "4"]

    def test_a_reader_keeps_what_it_opened(
        self, corpus: Path, built: Path, encoder: Encoder
    ) -> None:
        reader = Index.open(built)
        (corpus / "r1.txt").write_text(report(5), encoding="utf-8")
        for _ in range(3):
            build(corpus, built, encoder)
        assert not (built / "generations" / "1").exists()
        assert "93,4%" in reader.document("r1.txt").text
        assert len(everything(reader)[1]) == 3
        assert len(reader.lexical.search(Terms(kept={"quang4": 1.0}), 5)[0]) == 1
        assert len(reader.vectors.search(encoder.query("tỉnh"), 5)[0]) == 3

    def test_refresh(self, corpus: Path, built: Path, encoder: Encoder) -> None:
        first = Index.open(built, encoder)
        assert first.refresh() is first
        build(corpus, built, encoder)
        second = first.refresh()
        assert (first.generation, second.generation) == (1, 2)
        assert second.encoder is encoder
        shutil.rmtree(built)
        assert second.refresh() is second
        assert "python -m index build" in (second.warning or "")
        build(corpus, built, encoder)
        third = second.refresh()
        assert third is not second, "built anew, and number 1 again"
        assert third.generation == 1

    def test_what_a_dead_writer_left_is_cleared(
        self, corpus: Path, built: Path, encoder: Encoder
    ) -> None:
        generations = built / "generations"
        (generations / ".partial-2").mkdir()
        (generations / ".partial-2" / "x").write_text("x")
        shutil.copytree(generations / "1", generations / "2")  # renamed, but never in service
        with Index.open(built) as index:
            assert (index.generation, index.warning) == (1, None)
        build(corpus, built, encoder)
        assert sorted(p.name for p in generations.iterdir()) == ["1", "3"]

    def test_one_writer_at_a_time(self, corpus: Path, built: Path, encoder: Encoder) -> None:
        with FileLock(built / "lock"):
            works: list[Callable[[], Report]] = [
                lambda: build(corpus, built, encoder, timeout=0.1),
                lambda: add([corpus], built, timeout=0.1),
                lambda: remove(["r0.txt"], built, timeout=0.1),
            ]
            for work in works:
                with pytest.raises(IndexBusyError, match=r"0\.1 giây.*chạy lại"):
                    work()
            with Index.open(built) as index:
                assert index.generation == 1
        assert works[0]().generation == 2

    def test_two_writers_both_get_through(
        self, corpus: Path, built: Path, encoder: Encoder, place: Path
    ) -> None:
        others = [write_reports(place / name, [number]) for name, number in (("a", 6), ("b", 7))]
        for folder in others:
            (folder / "r0.txt").rename(folder / f"{folder.name}.txt")
        with ThreadPoolExecutor(2) as threads:
            done = list(threads.map(lambda folder: add([folder], built, encoder), others))
        assert sorted(report.generation for report in done) == [2, 3]
        with Index.open(built) as index:
            assert list(index.documents) == ["a.txt", "b.txt", "r0.txt", "r1.txt", "r2.txt"]

    def test_opening_while_it_is_written(self, corpus: Path, built: Path, encoder: Encoder) -> None:
        stop, failed, seen = Event(), [], set()

        def read() -> None:
            while not stop.is_set():
                try:
                    with Index.open(built) as index:
                        seen.add(index.generation)
                        assert index.warning is None
                        assert len(everything(index)[1]) == 3
                except Exception as error:
                    failed.append(error)

        threads = [Thread(target=read) for _ in range(2)]
        for thread in threads:
            thread.start()
        for _ in range(8):
            build(corpus, built, encoder)
        stop.set()
        for thread in threads:
            thread.join()
        assert not failed
        assert len(seen) > 1

    def test_shared_between_threads(self, built: Path, encoder: Encoder) -> None:
        with Index.open(built) as index, ThreadPoolExecutor(8) as threads:
            expected = everything(index)
            for found in threads.map(lambda _: everything(index), range(100)):
                assert found == expected


FILES = ("reports.sqlite", "vectors/0000000000.faiss", "lexical/meta.json", "manifest.json")


class TestDamage:
    @pytest.mark.parametrize("name", FILES)
    @pytest.mark.parametrize("harm", ["flipped", "truncated", "missing", "emptied"])
    def test_is_noticed_and_the_previous_served(
        self, corpus: Path, built: Path, encoder: Encoder, name: str, harm: str
    ) -> None:
        def damage(generation: int) -> None:
            file = built / "generations" / str(generation) / name
            content = bytearray(file.read_bytes())
            content[random.Random(name + harm).randrange(len(content))] ^= 0x04
            changed = {"flipped": content, "truncated": content[:-1], "emptied": b""}
            file.unlink() if harm == "missing" else file.write_bytes(changed[harm])

        damage(1)
        with pytest.raises(IndexDamagedError) as error:
            Index.open(built)
        assert name in str(error.value)
        assert f"python -m index build --index {built}" in str(error.value)
        assert "\n" not in str(error.value)
        assert why_stale(corpus, built)
        build(corpus, built, encoder)
        build(corpus, built, encoder)
        damage(3)
        index = Index.open(built)
        assert index.generation == 2
        assert name in (index.warning or "")
        assert index.document("r0.txt")
        build(corpus, built, encoder)
        assert index.refresh().warning is None
        assert sorted(p.name for p in (built / "generations").iterdir()) == ["2", "4"]

    @pytest.mark.parametrize("harm", ["flipped", "truncated", "missing", "emptied", "longer"])
    def test_any_file_may_be_harmed(
        self, corpus: Path, built: Path, encoder: Encoder, harm: str
    ) -> None:
        """Each file of the newest generation in turn; the one before is served, and says so."""
        (corpus / "r3.txt").write_text(report(3), encoding="utf-8")
        add([corpus], built, encoder, corpus=corpus)
        newest = built / "generations" / "2"
        files = sorted(path for path in newest.rglob("*") if path.is_file())
        assert len(files) >= 10
        chance = random.Random(harm)
        for file in files:
            content = file.read_bytes()
            changed = bytearray(content)
            changed[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
            harmed = {
                "flipped": bytes(changed),
                "truncated": content[: len(content) // 2],
                "emptied": b"",
                "longer": content + b"\0",
            }
            file.unlink()
            if harm != "missing":
                file.write_bytes(harmed[harm])
            with Index.open(built) as index:
                assert (index.generation, len(index.documents)) == (1, 3)
                assert f"python -m index build --index {built}" in (index.warning or "")
                assert file.name in (index.warning or "")
            file.write_bytes(content)
        with Index.open(built) as index:
            assert (index.generation, index.warning) == (2, None)

    def test_a_large_file_is_read_again_when_its_date_has_changed(
        self, corpus: Path, built: Path, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        read: list[str] = []

        def counted(file: Path) -> str:
            read.append(file.name)
            return checksum_of(file)

        def opened(path: Path, thorough: bool = False) -> list[str]:
            read.clear()
            with Index.open(path, thorough=thorough) as index:
                assert (index.warning, len(index.documents)) == (None, 3)
            return list(read)

        monkeypatch.setattr("index.generation.LARGE", 0)
        monkeypatch.setattr("index.generation.checksum_of", counted)
        files = [path for path in (built / "generations/1").rglob("*") if path.is_file()]
        assert opened(built) == []
        assert len(opened(built, thorough=True)) == len(files) - 1, "the manifest sums itself"
        copied = place / "copied"
        shutil.copytree(built, copied, copy_function=shutil.copyfile)
        assert len(opened(copied)) == len(files) - 1
        assert opened(copied) == [], "the dates are set back"
        file = built / "generations/1/reports.sqlite"
        dates = file.stat().st_atime_ns, file.stat().st_mtime_ns
        os.utime(file)
        assert opened(built) == ["reports.sqlite"]
        content = bytearray(file.read_bytes())
        content[-1] ^= 1
        file.write_bytes(content)
        with pytest.raises(IndexDamagedError, match=r"reports\.sqlite"):
            Index.open(built)
        os.utime(file, ns=dates)
        with pytest.raises(IndexDamagedError, match=r"reports\.sqlite"):
            Index.open(built, thorough=True)
        assert "reports.sqlite" in (why_stale(corpus, built) or "")

    def test_a_large_index_from_elsewhere_takes_a_moment(
        self,
        built: Path,
        place: Path,
        monkeypatch: pytest.MonkeyPatch,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        monkeypatch.setattr("index.generation._TOLD", 1000)
        monkeypatch.setattr("index.generation.LARGE", 0)
        copied = place / "copied"
        shutil.copytree(built, copied, copy_function=shutil.copyfile)
        for _ in range(2):
            Index.open(copied).close()
        assert [record.getMessage() for record in caplog.records] == [
            f"Đang kiểm tra 0.0 GB của chỉ mục {copied} …"
        ]

    def test_files_of_another_models_index(
        self, corpus: Path, built: Path, encoder: Encoder, place: Path
    ) -> None:
        """Each file alone and the whole generation, taken from an index of another encoder."""
        other = place / "other"
        shutil.copytree(built, other)
        foreign = CountingEncoder(encoder, fingerprint="f" * 64)
        (corpus / "r0.txt").write_text(report(9), encoding="utf-8")
        build(corpus, other, foreign)
        whole = other / "generations" / "2"
        build(corpus, built, encoder)
        own = built / "generations" / "2"
        kept = place / "kept"
        shutil.copytree(own, kept)
        for name in ("manifest.json", "reports.sqlite", "vectors/0000000000.faiss", "lexical"):
            source, target = whole / name, own / name
            if source.is_dir():
                shutil.rmtree(target)
                shutil.copytree(source, target)
            else:
                shutil.copy(source, target)
            if (kept / name).is_dir() or target.read_bytes() != (kept / name).read_bytes():
                with Index.open(built) as index:
                    assert index.generation == 1 or index.warning
                    assert "python -m index build" in (index.warning or "")
            shutil.rmtree(own)
            shutil.copytree(kept, own)
        shutil.rmtree(own)
        shutil.copytree(whole, own)
        with Index.open(built, encoder) as index:
            assert "python -m index build" in (index.warning or "")

    @pytest.mark.parametrize("content", ["", "\0\xff\x01", "1 abc", "7 abc", "9" * 5000, "-1", "x"])
    def test_a_damaged_pointer(
        self, corpus: Path, built: Path, encoder: Encoder, content: str
    ) -> None:
        build(corpus, built, encoder)
        (built / "CURRENT").write_text(content, encoding="latin-1")
        with Index.open(built) as index:
            assert index.generation == 2
            assert "python -m index build" in (index.warning or "")
        build(corpus, built, encoder)
        with Index.open(built) as index:
            assert (index.generation, index.warning) == (3, None)

    def test_no_pointer(self, corpus: Path, built: Path, encoder: Encoder) -> None:
        (built / "CURRENT").unlink()
        with Index.open(built) as index:
            assert (index.generation, bool(index.warning)) == (1, True)
        assert build(corpus, built, encoder).unchanged == ("r0.txt", "r1.txt", "r2.txt")

    def test_another_schema(
        self, corpus: Path, built: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("index.generation.SCHEMA", 99)
        with pytest.raises(
            IndexDamagedError, match=r"lược đồ 3.*lược đồ 99.*python -m index build"
        ):
            Index.open(built)

    def test_missing_and_foreign_folders(self, corpus: Path, place: Path, encoder: Encoder) -> None:
        empty = place / "empty"
        empty.mkdir()
        for path in (empty, place / "none", place / "none" / "deeper"):
            with pytest.raises(IndexMissingError, match=r"Chưa có chỉ mục.*python -m index build"):
                Index.open(path)
            assert why_stale(corpus, path)
        for path in (corpus, corpus / "r0.txt"):
            before = sorted(corpus.rglob("*"))
            with pytest.raises(StoreError, match="--index"):
                Index.open(path)
            with pytest.raises(StoreError, match="--index"):
                build(corpus, path, encoder)
            assert sorted(corpus.rglob("*")) == before


class TestEncoders:
    def test_another_encoder_is_refused(
        self, corpus: Path, built: Path, encoder: Encoder, place: Path
    ) -> None:
        other = CountingEncoder(encoder, fingerprint="0" * 64)
        build(corpus, built, other)
        with Index.open(built, encoder) as index:
            assert index.document("r0.txt")
            with pytest.raises(EncoderMismatchError, match=r"00000000.*python -m index build"):
                _ = index.encoder
        new = write_reports(place / "new", [9])
        for used in (encoder, None):
            with pytest.raises(EncoderMismatchError, match="python -m index build"):
                add([new / "r0.txt"], built, used)
        assert "bộ mã hoá" in (why_stale(corpus, built) or "")
        assert remove(["r0.txt"], built).removed == ("r0.txt",)
        build(corpus, built, encoder)
        with Index.open(built, encoder) as index:
            assert index.encoder is encoder


def test_asking_imports_nothing_heavy(built: Path) -> None:
    script = """
import sys
from pathlib import Path
from index.lexical import Terms
from index.store import Index
index = Index.open(Path(sys.argv[1]))
index.vectors.search(index.encoder.query("tỉnh"), 5)
index.lexical.search(Terms(kept={"tinh4": 1.0}), 5)
index.passages([0])
heavy = "torch transformers sentence_transformers langchain langchain_text_splitters pandas sklearn"
print([name for name in heavy.split() if name in sys.modules])
"""
    words = [sys.executable, "-c", script, str(built)]
    done = subprocess.run(words, capture_output=True, check=False, encoding="utf-8")
    assert (done.stdout, done.stderr) == ("[]\n", "")

"""The disk at its worst: killed writers, no room, no rights. The old index stays whole."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from index.encoder import Encoder
from index.errors import (
    StoreError,
)
from index.lexical import Terms
from index.store import Index
from index.update import build, remove
from tests.index.small_corpus import (
    everything,
    report,
    warmed,
    write_reports,
)

ROOT = Path(__file__).parents[2]


def python(script: str, *arguments: object) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", script, *map(str, arguments)]
    pipe = subprocess.PIPE
    return subprocess.Popen(words, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, encoding="utf-8")


BUILD_TILL_KILLED = """
import os, sys
from pathlib import Path
from index.documents import read_document
from index.encoder import open_encoder
from index.passages import split
from index.update import build
corpus, index = Path(sys.argv[1]), Path(sys.argv[2])
split(read_document(corpus / "r0.txt", corpus))
encoder = open_encoder()
for _ in sys.stdin:
    builder = os.fork()
    while builder == 0:
        build(corpus, index, encoder)
    print(builder, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(builder, 0)[1]) * -1, flush=True)
"""

# One change after another, each adding to what is there as in a large index.
CHANGE_TILL_KILLED = """
import itertools, os, sys
from pathlib import Path
from index import publishing, writer
from index.encoder import open_encoder
from index.update import add, remove, sync
from tests.index.small_corpus import report
corpus, index = Path(sys.argv[1]), Path(sys.argv[2])
writer.WHOLE_ROWS, publishing.LARGE = 0, 0
encoder = open_encoder()
for _ in sys.stdin:
    builder = os.fork()
    for step in itertools.count() if builder == 0 else ():
        (corpus / "new.tmp").write_text(report(3 + step % 9), encoding="utf-8")
        (corpus / "new.tmp").replace(corpus / "r1.txt")
        [add, sync][step % 2]([corpus / "r1.txt"] if step % 2 == 0 else corpus, index, encoder, None, corpus)
        if step % 5 == 4:
            remove(["r1.txt"], index)
    print(builder, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(builder, 0)[1]) * -1, flush=True)
"""

BUILD_WITH_LIMIT = """
import resource, sys
from pathlib import Path
from index.errors import ReportsError
from index.update import build
limit = int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    build(Path(sys.argv[1]), Path(sys.argv[2]))
except ReportsError as error:
    print(error)
"""


class TestDisk:
    def test_killed_at_any_moment(self, corpus: Path, built: Path, encoder: Encoder) -> None:
        """kill -9 in the middle of one build after another; every time a whole index is there."""
        with Index.open(built) as index:
            expected = everything(index)
        chance, generations = random.Random(7), []
        with python(BUILD_TILL_KILLED, corpus, built) as process:
            assert process.stdin
            assert process.stdout
            for _ in range(30):
                print(file=process.stdin, flush=True)
                builder = int(process.stdout.readline())
                time.sleep(chance.uniform(0, 0.25))
                os.kill(builder, signal.SIGKILL)
                assert process.stdout.readline() == f"{signal.SIGKILL:d}\n"
                with Index.open(built) as index:
                    assert index.warning is None
                    assert everything(index) == expected
                    generations.append(index.generation)
        assert generations == sorted(generations)
        done = build(corpus, built, encoder)
        assert done.encoded == 0
        names = sorted(int(p.name) for p in (built / "generations").iterdir())
        assert len(names) == 2
        assert names[-1] == done.generation > 3

    @pytest.mark.slow
    def test_killed_while_changing(self, corpus: Path, built: Path, encoder: Encoder) -> None:
        """kill -9 in the middle of adding, syncing and removing; what is there is whole."""
        texts = {report(number) for number in range(12)}
        chance = random.Random(11)
        with python(CHANGE_TILL_KILLED, corpus, built) as process:
            assert process.stdin
            assert process.stdout
            for _ in range(30):
                print(file=process.stdin, flush=True)
                builder = int(process.stdout.readline())
                time.sleep(chance.uniform(0, 0.4))
                os.kill(builder, signal.SIGKILL)
                assert process.stdout.readline() == f"{signal.SIGKILL:d}\n"
                with Index.open(built) as index:
                    assert index.warning is None
                    assert (
                        {"r0.txt", "r2.txt"}
                        <= set(index.documents)
                        <= {f"r{i}.txt" for i in range(3)}
                    )
                    assert all(f"{d.text}\n" in texts for d in index.documents.values())
                    assert index.vectors.count == index.lexical.count == index.passage_count
                    for passage, _ in everything(index)[1]:  # type: ignore[misc]
                        assert index.lexical.search(Terms(kept={"tinh4": 1.0}), 9)[0].tolist() == (
                            index.passage_ids({}).tolist()
                        ), passage
        done = build(corpus, built, encoder)
        assert done.encoded == 0
        with Index.open(built) as index:
            assert len(everything(index)[1]) == done.passages

    @pytest.mark.parametrize("limit", [200, 20_000])
    def test_no_room(self, corpus: Path, built: Path, limit: int) -> None:
        """No file may grow beyond `limit` bytes, as for an account with a quota."""
        with Index.open(built) as index:
            expected = everything(index)
        with python(BUILD_WITH_LIMIT, corpus, built, limit) as process:
            output, complaint = process.communicate()
        assert complaint == ""
        assert output.count("\n") == 1
        assert "Chỉ mục cũ còn nguyên" in output
        with Index.open(built) as index:
            assert index.warning is None
            assert everything(index) == expected
        assert sorted(p.name for p in (built / "generations").iterdir()) == ["1"]

    def test_a_full_disk(self, corpus: Path, cache: Path, encoder: Encoder, place: Path) -> None:
        disk = place / "disk"
        disk.mkdir()
        mounting = ["mount", "-t", "tmpfs", "-o", "size=200k", "none", str(disk)]
        if os.geteuid() != 0 or subprocess.run(mounting, capture_output=True).returncode:
            pytest.skip("only root can mount a small disk")
        try:
            path = warmed(disk / "index", cache)
            build(corpus, path, encoder)
            for free in range(0, 64, 8):
                left = shutil.disk_usage(disk).free
                (disk / "filling").write_bytes(bytes(max(0, left - free * 1024)))
                try:
                    build(corpus, path, encoder)
                except StoreError as error:
                    assert "Hết chỗ trên đĩa" in str(error)
                (disk / "filling").unlink()
                with Index.open(path) as index:
                    assert index.warning is None
                    assert len(everything(index)[1]) == 3
            assert free
        finally:
            subprocess.run(["umount", "--lazy", str(disk)], check=True)

    def test_a_folder_that_may_not_be_written(self, cache: Path, encoder: Encoder) -> None:
        with TemporaryDirectory() as folder:
            corpus = write_reports(Path(folder) / "corpus", [0, 1, 2])
            path = warmed(Path(folder) / "index", cache)
            build(corpus, path, encoder)
            before = sorted(Path(folder).rglob("*"))
            with read_only(Path(folder)):
                with Index.open(path, encoder) as index:
                    assert len(index.lexical.search(Terms(kept={"quang4": 1.0}), 5)[0]) == 1
                    assert len(everything(index)[1]) == 3
                works: list[Callable[[], object]] = [
                    lambda: build(corpus, path, encoder),
                    lambda: build(corpus, Path(folder) / "new", encoder),
                    lambda: remove(["r0.txt"], path),
                ]
                for work in works:
                    with pytest.raises(StoreError, match="quyền ghi"):
                        work()
            assert sorted(Path(folder).rglob("*")) == before


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Take away the right to write below a folder, from root too."""
    folders = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    for path in folders:
        path.chmod(0o555)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        for path in folders:
            path.chmod(0o755)

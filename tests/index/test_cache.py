"""`index.cache`: nothing unchanged is encoded twice, and the cache may be harmed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from index.encoder import Encoder
from index.errors import (
    IndexMissingError,
)
from index.generation import CACHE
from index.report import Report
from index.store import Index
from index.update import add, build, remove
from tests.index.small_corpus import (
    CountingEncoder,
    everything,
    report,
)


class TestCache:
    def test_nothing_unchanged_is_encoded_twice(
        self, corpus: Path, place: Path, encoder: Encoder
    ) -> None:
        counting, path = CountingEncoder(encoder), place / "index"

        def encoded(work: Callable[[], Report]) -> int:
            counting.encoded.clear()
            done = work()
            assert done.encoded == len(counting.encoded) == len(set(counting.encoded))
            return done.encoded

        shutil.copy(corpus / "r0.txt", corpus / "same.txt")
        assert encoded(lambda: build(corpus, path, counting)) == 3
        assert encoded(lambda: build(corpus, path, counting)) == 0
        (corpus / "r1.txt").write_text(report(5), encoding="utf-8")
        (corpus / "r3.txt").write_text(report(3), encoding="utf-8")
        assert encoded(lambda: add([corpus], path, counting, corpus=corpus)) == 2
        assert encoded(lambda: remove(["r3.txt"], path)) == 0
        assert encoded(lambda: build(corpus, path, counting)) == 0

    def test_another_encoder_has_vectors_of_its_own(
        self, corpus: Path, built: Path, encoder: Encoder
    ) -> None:
        other = CountingEncoder(encoder, fingerprint="other")
        assert build(corpus, built, other).encoded == 3
        assert build(corpus, built, encoder).encoded == 0

    @pytest.mark.parametrize("harm", ["gone", "foreign", "torn", "flipped"])
    def test_a_damaged_cache_costs_time_only(
        self, corpus: Path, built: Path, encoder: Encoder, harm: str
    ) -> None:
        with Index.open(built) as index:
            before = everything(index)
        file = built / CACHE
        content = bytearray(file.read_bytes())
        if harm == "gone":
            file.unlink()
        elif harm == "foreign":
            file.write_bytes(b"not a database " * 1000)
        elif harm == "torn":
            file.write_bytes(content[: len(content) // 2])
        else:
            for at in range(9000, len(content), 50):
                content[at] ^= 0xFF
            file.write_bytes(content)
        build(corpus, built, encoder)
        with Index.open(built) as index:
            after = everything(index)
        assert before[0] == after[0]
        assert [passage for passage, _ in before[1]] == [passage for passage, _ in after[1]]
        for (_, one), (_, other) in zip(before[1], after[1], strict=True):
            assert np.frombuffer(one, "f4") @ np.frombuffer(other, "f4") > 0.999
        assert build(corpus, built, encoder).encoded == 0

    def test_wrong_vectors_are_refused(self, corpus: Path, place: Path, encoder: Encoder) -> None:
        broken = CountingEncoder(encoder)
        broken.dimension = 5
        with pytest.raises(Exception, match=r"\(3, 384\).*\(3, 5\)"):
            build(corpus, place / "index", broken)
        with pytest.raises(IndexMissingError):
            Index.open(place / "index")

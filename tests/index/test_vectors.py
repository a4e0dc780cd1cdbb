"""`index.vectors`: exact search of small parts, on the disk and back."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import faiss
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.encoder import Encoder
from index.vectors import VectorIndex, write_part
from tests.index.search_contract import QUERY, TEXTS, SearchContract


def opened(*parts: np.ndarray, dead: Iterable[range] = ()) -> VectorIndex:
    """An index of these parts, whose files are gone already."""
    with TemporaryDirectory() as folder:
        first = 0
        for part in parts:
            write_part(Path(folder), part, first)
            first += len(part)
        return VectorIndex.load(Path(folder), dead)


def some_vectors(seed: int, count: int, dimension: int = 8) -> np.ndarray:
    vectors = np.random.default_rng(seed).standard_normal((count, dimension)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


class TestContract(SearchContract):
    @pytest.fixture(autouse=True, scope="class")
    @staticmethod
    def built(request: pytest.FixtureRequest, encoder: Encoder) -> None:
        index = opened(encoder.passages(TEXTS))
        empty = opened(np.zeros((0, encoder.dimension), np.float32))
        query = encoder.query(QUERY)
        request.cls.search = lambda _, *rest: index.search(query, *rest)
        request.cls.empty = lambda _, *rest: empty.search(query, *rest)


@settings(max_examples=50, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), count=st.integers(1, 300), k=st.integers(1, 50))
def test_same_as_comparing_with_each(seed: int, count: int, k: int) -> None:
    vectors = some_vectors(seed, count)
    query = some_vectors(seed + 1, 1)[0]
    allowed = np.flatnonzero(np.random.default_rng(seed).random(count) < 0.5)
    ids, scores = opened(vectors).search(query, k, allowed)
    expected = vectors @ query
    best = allowed[np.argsort(-expected[allowed], kind="stable")][:k]
    np.testing.assert_allclose(scores, expected[best], atol=1e-6)
    np.testing.assert_allclose(expected[ids], expected[best], atol=1e-6)


def test_equal_vectors_are_cut_off_by_id() -> None:
    index = opened(np.repeat(np.eye(4, dtype=np.float32), 50, axis=0))
    ids, _ = index.search(np.eye(4, dtype=np.float32)[2], 5)
    assert ids.tolist() == [100, 101, 102, 103, 104]
    ids, _ = index.search(np.eye(4, dtype=np.float32)[2], 3, np.array([149, 101, 120, 140, 7]))
    assert ids.tolist() == [101, 120, 140]


@pytest.mark.parametrize("count", [0, 1, 100])
def test_saved_and_loaded(tmp_path: Path, count: int) -> None:
    vectors = some_vectors(1, count)
    write_part(tmp_path / "vectors", vectors)
    index = VectorIndex.load(tmp_path / "vectors")
    shutil.rmtree(tmp_path / "vectors")
    assert (index.count, index.dimension) == (count, 8)
    np.testing.assert_array_equal(index.vectors(0, count), vectors)
    assert len(index.search(some_vectors(2, 1)[0], 5)[0]) == min(5, count)


def test_a_file_that_is_no_index(tmp_path: Path) -> None:
    (tmp_path / "0.faiss").write_bytes(b"root:x:0:0" * 10)
    with pytest.raises(OSError, match="not a FAISS index"):
        VectorIndex.load(tmp_path)
    with pytest.raises(OSError, match="vectors"):
        write_part(tmp_path / "none" / "vectors", some_vectors(1, 1))


def test_query_of_another_encoder_is_refused() -> None:
    index = opened(some_vectors(1, 3))
    with pytest.raises(ValueError, match=r"\(5,\).*\(8,\)"):
        index.search(np.zeros(5, np.float32), 1)


def test_one_thread_a_question() -> None:
    """Each thread has its own setting; torch, in the same process, keeps its own."""
    index = opened(some_vectors(1, 3))
    used = []

    def ask() -> None:
        index.search(some_vectors(2, 1)[0], 1)
        used.append(faiss.omp_get_max_threads())

    thread = Thread(target=ask)
    thread.start()
    thread.join()
    assert used == [1]

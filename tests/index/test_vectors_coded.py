"""`index.vectors.coded`: large parts, searched by codes, as good as exact."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import faiss
import numpy as np
import pytest

from index.encoder import Encoder
from index.vectors import VectorIndex, files_of, part_files, write_part
from index.vectors.coded import CANDIDATES, FEWEST
from index.vectors.part import write_index
from tests.index.search_contract import QUERY, TEXTS, SearchContract
from tests.index.test_vectors import opened

ROWS, DIMENSION = 20_000, 48


def alike(seed: int, count: int) -> np.ndarray:
    """Unit vectors as an encoder makes them: near each other, in some directions more than others."""
    chance = np.random.default_rng(seed)
    spread = 0.12 * np.exp(-np.arange(DIMENSION) / 20)
    vectors = chance.standard_normal((count, DIMENSION)) * spread + 0.14
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


VECTORS, QUERIES = alike(1, ROWS), alike(2, 40)


@pytest.fixture(autouse=True, scope="module")
def _all_parts_are_large() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("index.vectors.files.EXACT_ROWS", 10)
        yield


@pytest.fixture
def index(tmp_path: Path) -> VectorIndex:
    write_part(tmp_path, VECTORS)
    assert len(files_of(*part_files(tmp_path))) == 2
    return VectorIndex.load(tmp_path)


def exact(query: np.ndarray, k: int, allowed: np.ndarray) -> np.ndarray:
    return allowed[np.argsort(-(VECTORS[allowed] @ query), kind="stable")[:k]]


class TestContract(SearchContract):
    """Passages among so many others that codes are compared."""

    @pytest.fixture(autouse=True, scope="class")
    @staticmethod
    def built(request: pytest.FixtureRequest, encoder: Encoder) -> None:
        texts = encoder.passages(TEXTS)
        index = opened(np.concatenate([texts, np.repeat(-texts, 200, axis=0)]))
        query, inside = encoder.query(QUERY), np.arange(len(TEXTS))
        request.cls.search = lambda _, k, allowed=inside: index.search(query, k, allowed)
        request.cls.empty = lambda _, k, allowed=inside: index.search(query, k, allowed[:0])
        request.cls.every = lambda _, k: index.search(query, k)

    def test_without_a_mask(self) -> None:
        ids, scores = self.every(8)
        expected, cosines = self.search(8)
        assert ids.tolist() == expected.tolist()
        assert scores.tolist() == cosines.tolist()


@pytest.mark.parametrize("share", [0.001, 0.03, 0.1, 0.5, 1.0])
def test_nearly_what_comparing_with_each_finds(index: VectorIndex, share: float) -> None:
    allowed = np.flatnonzero(np.random.default_rng(3).random(ROWS) < share)
    found = wanted = 0
    for query in QUERIES:
        ids, scores = index.search(query, 50, None if share == 1.0 else allowed)
        np.testing.assert_allclose(scores, VECTORS[ids] @ query, atol=3e-4)
        assert np.isin(ids, allowed).all()
        assert scores.tolist() == sorted(scores.tolist(), reverse=True)
        expected = exact(query, 50, allowed)
        found += len(np.intersect1d(ids[:10], expected[:10]))
        wanted += min(10, len(allowed))
        if len(allowed) <= CANDIDATES * FEWEST:
            assert sorted(scores) == pytest.approx(sorted(VECTORS[expected] @ query), abs=3e-4)
    assert found >= 0.97 * wanted


def test_what_is_allowed_lies_far_from_the_question(index: VectorIndex) -> None:
    """A filter is no wish for the nearest of all: those it leaves may be the farthest."""
    for query in QUERIES[:5]:
        allowed = np.sort(np.argsort(VECTORS @ query)[:5_000])
        _, scores = index.search(query, 10, allowed)
        best = VECTORS[exact(query, 10, allowed)] @ query
        assert scores == pytest.approx(best, abs=2e-3)


def test_dead_rows_are_not_found(tmp_path: Path, index: VectorIndex) -> None:
    ids, _ = index.search(QUERIES[0], 3)
    dead = [range(number, number + 1) for number in ids.tolist()]
    rest = VectorIndex.load(tmp_path, dead)
    assert rest.count == ROWS - 3
    assert not np.isin(rest.search(QUERIES[0], 50)[0], ids).any()
    assert rest.search(QUERIES[0], 5, ids)[0].tolist() == []


def test_large_and_small_parts_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.vectors.files.EXACT_ROWS", 15_000)
    both = opened(VECTORS[:15_000], VECTORS[15_000:])
    everything = np.arange(ROWS)
    for query in QUERIES:
        ids, _ = both.search(query, 20)
        assert len(np.intersect1d(ids, exact(query, 20, everything))) >= 19
    np.testing.assert_allclose(both.vectors(14_990, 15_010), VECTORS[14_990:15_010], atol=5e-4)


def test_storing_again_loses_nothing_more(index: VectorIndex) -> None:
    once = index.vectors(0, ROWS)
    np.testing.assert_allclose(once, VECTORS, atol=5e-4)
    np.testing.assert_array_equal(opened(once).vectors(0, ROWS), once)


def test_the_same_vectors_give_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_part(tmp_path / name, VECTORS)
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


def test_progress_is_told_by_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.vectors.coded._BLOCK", 8_000)
    told: list[int] = []
    write_part(tmp_path, VECTORS, told=told.append)
    assert told == [8_000, 16_000, 20_000]


def test_many_threads_get_what_one_gets(index: VectorIndex) -> None:
    allowed = np.arange(0, ROWS, 3)
    for rows in (None, allowed):
        ask = partial(index.search, k=50, allowed=rows)
        alone = [ask(query)[0].tolist() for query in QUERIES]
        with ThreadPoolExecutor(8) as threads:
            for _ in range(3):
                together = [ids.tolist() for ids, _ in threads.map(ask, QUERIES)]
                assert together == alone


def test_files_may_be_deleted_while_it_is_open(tmp_path: Path, index: VectorIndex) -> None:
    before = index.search(QUERIES[0], 50)[0].tolist()
    for file in tmp_path.iterdir():
        file.unlink()
    assert index.search(QUERIES[0], 50)[0].tolist() == before


@pytest.mark.parametrize("harm", ["shorter", "gone"])
def test_vectors_that_are_not_all_there(tmp_path: Path, index: VectorIndex, harm: str) -> None:
    _, vectors = files_of(*part_files(tmp_path))
    content = vectors.read_bytes()
    vectors.unlink()
    if harm == "shorter":
        vectors.write_bytes(content[:-2])
    with pytest.raises(OSError, match=r"float16|faiss"):
        VectorIndex.load(tmp_path)


def test_a_full_disk_is_told() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("only Linux has a device that is always full")

    with pytest.raises(OSError):
        write_index(Path("/dev/full"), faiss.IndexFlatIP(4))

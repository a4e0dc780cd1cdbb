"""Exact nearest-vector search with FAISS.

Flat inner product: at the size of a government archive (100,000 passages, 7 ms a question)
an exact search is fast enough, needs no training and never misses. The vectors lie in parts, each
named by its first row, so that what is added later is a new file beside the old ones.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import faiss
import numpy as np

SUFFIX = ".faiss"


class VectorIndex:
    """Unit vectors of all passages; row i belongs to passage i. Dead rows are never found."""

    def __init__(self, parts: list[Any], dead: Iterable[range] = ()) -> None:
        """parts: FAISS indexes of consecutive rows, at least one."""
        self._parts = parts
        self._starts = np.cumsum([0, *(part.ntotal for part in parts)])
        self._live = np.ones(self.rows, dtype=bool)
        for numbers in dead:
            self._live[numbers.start : numbers.stop] = False
        self._some_dead = not self._live.all()

    @classmethod
    def build(cls, vectors: np.ndarray) -> "VectorIndex":
        """Index float32 vectors of shape (passages, dimension); zero passages are allowed."""
        index = faiss.IndexFlatIP(vectors.shape[1])
        if len(vectors):
            index.add(np.ascontiguousarray(vectors, dtype=np.float32))
        return cls([index])

    @classmethod
    def load(cls, folder: Path, dead: Iterable[range] = ()) -> "VectorIndex":
        """Map the parts in a folder into memory. Raises OSError when one is no index or missing."""
        parts, rows = [], 0
        for path in part_files(folder):
            try:
                parts.append(faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC))
            except RuntimeError as error:
                raise OSError(f"not a FAISS index: {path}") from error
            if first_row(path) != rows:
                raise OSError(f"{path} does not begin at row {rows}")
            rows += parts[-1].ntotal
        if not parts:
            raise OSError(f"no FAISS index in {folder}")
        return cls(parts, dead)

    def save(self, folder: Path, first: int = 0) -> None:
        """Write the rows as one part. Raises OSError, from FAISS too, so that a full disk shows.

        first: the row that row 0 of this index is in the whole.
        """
        folder.mkdir(exist_ok=True)
        whole = self._parts[0] if len(self._parts) == 1 else self._joined()
        with (folder / f"{first:010}{SUFFIX}").open("wb") as file:
            faiss.write_index(whole, faiss.PyCallbackIOWriter(file.write))  # type: ignore[attr-defined]

    def _joined(self) -> Any:
        index = faiss.IndexFlatIP(self.dimension)
        index.add(self.vectors(0, self.rows))
        return index

    @property
    def rows(self) -> int:
        """How many rows there are, dead ones too."""
        return int(self._starts[-1])

    @property
    def count(self) -> int:
        """How many rows can be found."""
        return int(self._live.sum())

    @property
    def dimension(self) -> int:
        return int(self._parts[0].d)

    def vectors(self, start: int, stop: int) -> np.ndarray:
        """The stored vectors of rows start..stop-1, float32 (stop - start, dimension)."""
        found = [np.zeros((0, self.dimension), dtype=np.float32)]
        for part, first in zip(self._parts, self._starts.tolist(), strict=False):
            low, high = max(start - first, 0), min(stop - first, part.ntotal)
            if low < high:
                found.append(part.reconstruct_n(low, high - low))
        return np.concatenate(found)

    def search(
        self, query: np.ndarray, k: int, allowed: np.ndarray | None = None
    ) -> tuple[np.ndarray, np.ndarray]:
        """The k passages nearest to a unit vector, best first, ties by passage id.

        query: float32 (dimension,). allowed: passage ids that may be returned; the others do
        not take part in the ranking. Returns ids (int64) and cosines (float32), at most k.
        Raises ValueError when the query's dimension is not the index's.
        """
        if query.shape != (self.dimension,):
            raise ValueError(f"query of shape {query.shape}, vectors of ({self.dimension},)")
        mask = self._live if self._some_dead else None
        if allowed is not None:
            mask = np.zeros(self.rows, dtype=bool)
            mask[np.asarray(allowed, dtype=np.int64)] = True
            mask &= self._live
        # One question is too little work to share: with two threads the waiting at the barrier
        # took 16 ms for a search of 0.4 ms. The setting belongs to the calling thread.
        faiss.omp_set_num_threads(1)
        vector = np.ascontiguousarray(query, dtype=np.float32).reshape(1, -1)
        ids, scores = [np.zeros(0, np.int64)], [np.zeros(0, np.float32)]
        for part, first in zip(self._parts, self._starts.tolist(), strict=False):
            own = None if mask is None else mask[first : first + part.ntotal]
            limit = min(k, part.ntotal if own is None else int(own.sum()))
            if limit > 0:
                found, cosines = _search(part, vector, limit, own)
                ids.append(found + first)
                scores.append(cosines)
        every, all_scores = np.concatenate(ids), np.concatenate(scores)
        order = np.lexsort((every, -all_scores))[: max(k, 0)]
        return every[order], all_scores[order]


def part_files(folder: Path) -> list[Path]:
    """The files of the parts, in order of their rows."""
    return sorted(folder.glob(f"*{SUFFIX}"))


def first_row(part: Path) -> int:
    """The row a part begins at. Raises OSError for another name."""
    if not part.stem.isdecimal():
        raise OSError(f"{part} names no row")
    return int(part.stem)


def _search(
    part: Any, vector: np.ndarray, k: int, mask: np.ndarray | None
) -> tuple[np.ndarray, np.ndarray]:
    parameters = None
    if mask is not None:
        bits = np.packbits(mask, bitorder="little")
        selector = faiss.IDSelectorBitmap(bits)  # type: ignore[call-arg,arg-type]
        parameters = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
    scores, ids = part.search(vector, k, params=parameters)
    held = ids[0] >= 0
    return ids[0][held], scores[0][held]

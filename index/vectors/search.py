"""Search over all parts, among the rows that may be found."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from index.vectors.files import read_parts
from index.vectors.part import Part


class VectorIndex:
    """Unit vectors of all passages; row i belongs to passage i. Dead rows are never found."""

    def __init__(self, parts: Sequence[Part], dead: Iterable[range] = ()) -> None:
        """parts: of consecutive rows, at least one."""
        self._parts = parts
        self._starts = np.cumsum([0, *(part.rows for part in parts)]).tolist()
        self._live = np.ones(self.rows, dtype=bool)
        for numbers in dead:
            self._live[numbers.start : numbers.stop] = False
        self._some_dead = not self._live.all()

    @classmethod
    def load(cls, folder: Path, dead: Iterable[range] = ()) -> "VectorIndex":
        """Open the parts in a folder. Raises OSError when one is no index or missing."""
        return cls(read_parts(folder), dead)

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
        return self._parts[0].dimension

    def vectors(self, start: int, stop: int) -> np.ndarray:
        """The vectors of rows start..stop-1, float32 (stop - start, dimension).

        Exact to the precision they are stored in: storing them again loses nothing more.
        """
        found = [np.zeros((0, self.dimension), dtype=np.float32)]
        for part, first in self._placed():
            low, high = max(start - first, 0), min(stop - first, part.rows)
            if low < high:
                found.append(part.vectors(low, high))
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
        query = np.ascontiguousarray(query, dtype=np.float32)
        ids, scores = [np.zeros(0, np.int64)], [np.zeros(0, np.float32)]
        for part, first in self._placed():
            own = None if mask is None else mask[first : first + part.rows]
            count = part.rows if own is None else int(np.count_nonzero(own))
            if k > 0 and count:
                own = None if count == part.rows else own
                found, cosines = part.search(query, min(k, count), own)
                ids.append(found + first)
                scores.append(cosines)
        every, all_scores = np.concatenate(ids), np.concatenate(scores)
        order = np.lexsort((every, -all_scores))[: max(k, 0)]
        return every[order], all_scores[order]

    def _placed(self) -> Iterator[tuple[Part, int]]:
        """Each part with the row it begins at."""
        return zip(self._parts, self._starts, strict=False)

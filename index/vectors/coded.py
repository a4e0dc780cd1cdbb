"""A large part: short codes of all vectors are compared, then the vectors of the best codes.

Every code is gone through, so that a question is answered as well when it is on nothing the
reports are on, or may be answered by few of them only: there an inverted file has to open half of
its lists. A code is four bits for every two dimensions, compared 32 at a time in the registers of
the CPU (André et al., "Accelerated Nearest Neighbor Search with Quick ADC", 2017). What all vectors
have in common, the direction of their mean, is coded by itself: a question has more of it than of
all else, so that an error there would outweigh the others.

Measured in benchmarks/README.md, "Vectors".
"""

import os
import weakref
from pathlib import Path
from typing import Any

import faiss
import numpy as np

from index.vectors.part import Told, nearest, read_index, selector, write_index

ROWS_SUFFIX = ".float16"  # the vectors themselves, one after the other
# For each passage wanted, how many are compared by their vectors; and for how many at least.
CANDIDATES, FEWEST = 10, 30
_SAMPLE = 65_536  # vectors that codes are fitted to
_BLOCK = 50_000  # vectors coded at once


class CodedPart:
    """Codes, in memory (FAISS maps none of this kind); and vectors, read as they are wanted."""

    def __init__(self, path: Path) -> None:
        """path: of the codes; the vectors lie beside it. Raises OSError when either is damaged."""
        self._codes = read_index(path)
        self.rows, self.dimension = int(self._codes.ntotal), int(self._codes.d)
        self._width = 2 * self.dimension
        # Not mapped: in time every page would be touched, and count as the process's memory.
        self._file = os.open(rows_file(path), os.O_RDONLY)
        weakref.finalize(self, os.close, self._file)
        size = os.fstat(self._file).st_size
        if size != self.rows * self._width:
            raise OSError(f"{rows_file(path)} has {size} bytes, not {self.rows * self._width}")

    @staticmethod
    def write(path: Path, vectors: np.ndarray, told: Told) -> None:
        """Write the codes and, beside them, the vectors, float32 (rows, dimension).

        Raises OSError.
        """
        sample = np.ascontiguousarray(vectors[:: -(-len(vectors) // _SAMPLE)], dtype=np.float32)
        turn = _turn(sample)
        faiss.omp_set_num_threads(1)  # two wait for each other more than they help
        codes = faiss.index_factory(
            turn.d_out, f"IVF1,PQ{turn.d_out // 2}x4fs", faiss.METRIC_INNER_PRODUCT
        )  # of one list: the kind without lists takes no mask
        index: Any = faiss.IndexPreTransform(turn, codes)
        index.train(sample)
        with rows_file(path).open("wb") as file:
            for at in range(0, len(vectors), _BLOCK):
                block = np.ascontiguousarray(vectors[at : at + _BLOCK], dtype=np.float32)
                index.add(block)
                file.write(block.astype("<f2").tobytes())
                told(at + len(block))
        write_index(path, index)

    def vectors(self, start: int, stop: int) -> np.ndarray:
        return self._vectors(np.arange(start, stop))

    def search(
        self, query: np.ndarray, k: int, mask: np.ndarray | None
    ) -> tuple[np.ndarray, np.ndarray]:
        wanted = CANDIDATES * max(k, FEWEST)
        if mask is None:
            rows, _ = nearest(self._codes, query, min(wanted, self.rows), None)
        elif np.count_nonzero(mask) <= wanted:
            rows = np.flatnonzero(mask)
        else:
            parameters = faiss.SearchParametersIVF(sel=selector(mask), nprobe=1)  # type: ignore[call-arg]
            rows, _ = nearest(self._codes, query, wanted, parameters)
        scores = np.vecdot(self._vectors(rows), query)  # equal vectors have equal scores
        best = np.lexsort((rows, -scores))[:k]
        return rows[best], scores[best]

    def _vectors(self, rows: np.ndarray) -> np.ndarray:
        width, file = self._width, self._file
        content = b"".join([os.pread(file, width, width * row) for row in rows.tolist()])
        return np.frombuffer(content, "<f2").reshape(len(rows), -1).astype(np.float32)


def rows_file(path: Path) -> Path:
    """Where the vectors lie whose codes are in `path`."""
    return path.with_suffix(ROWS_SUFFIX)


def _turn(sample: np.ndarray) -> Any:
    """The linear map to what is coded: the part along the mean and a zero, then all others.

    The others are turned at random, so that each of them tells about as much.
    """
    dimension = sample.shape[1]
    mean = sample.mean(axis=0, dtype=np.float64)
    chance = np.random.default_rng(1).standard_normal((dimension, dimension - 1))
    along, *others = np.linalg.qr(np.column_stack([mean, chance])).Q.T
    # FAISS wants pairs: of so many others one may be left out.
    matrix = np.array([along, np.zeros(dimension), *others[: (dimension - 2) // 2 * 2]], np.float32)
    turn = faiss.LinearTransform(dimension, len(matrix), False)
    faiss.copy_array_to_vector(matrix.ravel(), turn.A)
    turn.is_trained = True
    return turn

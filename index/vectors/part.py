"""What a part of the vectors can do, and what both kinds of parts share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import faiss
import numpy as np

Told = Callable[[int], None]  # how many vectors are written


class Part(Protocol):
    """Consecutive rows of vectors, numbered from 0; only read, so safe to share between threads."""

    rows: int
    dimension: int

    def vectors(self, start: int, stop: int) -> np.ndarray:
        """The vectors of rows start..stop-1, float32 (stop - start, dimension)."""

    def search(
        self, query: np.ndarray, k: int, mask: np.ndarray | None
    ) -> tuple[np.ndarray, np.ndarray]:
        """Rows (int64) and cosines (float32) of the k best, in any order.

        query: float32 (dimension,). k: at most as many as may be found. mask: bool (rows,), which
        may be; None for all.
        """


def read_index(path: Path, flags: int = 0) -> Any:
    """A FAISS index. Raises OSError."""
    try:
        return faiss.read_index(str(path), flags)
    except RuntimeError as error:
        raise OSError(f"not a FAISS index: {path}") from error


def write_index(path: Path, index: Any) -> None:
    """Write a FAISS index. Raises OSError, from FAISS too, so that a full disk shows."""
    with path.open("wb") as file:
        faiss.write_index(index, faiss.PyCallbackIOWriter(file.write))  # type: ignore[attr-defined]


def nearest(
    index: Any, query: np.ndarray, k: int, parameters: Any
) -> tuple[np.ndarray, np.ndarray]:
    """Rows and scores of a FAISS search for one vector, the places it left empty taken out."""
    # One question is too little work to share: with two threads the waiting at the barrier
    # took 16 ms for a search of 0.4 ms. The setting belongs to the calling thread.
    faiss.omp_set_num_threads(1)
    scores, rows = index.search(query.reshape(1, -1), k, params=parameters)
    held = rows[0] >= 0
    return rows[0][held], scores[0][held]


def selector(mask: np.ndarray) -> Any:
    """A mask of rows as FAISS takes it."""
    return faiss.IDSelectorBitmap(np.packbits(mask, bitorder="little"))  # type: ignore[call-arg,arg-type]

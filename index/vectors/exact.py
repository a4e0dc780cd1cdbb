"""A small part: every vector is compared, in float32."""

from pathlib import Path
from typing import Any

import faiss
import numpy as np

from index.vectors.part import Told, nearest, read_index, selector, write_index


class ExactPart:
    """A FAISS flat index of inner products, mapped."""

    def __init__(self, path: Path) -> None:
        """Raises OSError when the file is no flat index."""
        self._index: Any = read_index(path, faiss.IO_FLAG_MMAP_IFC)
        if not isinstance(self._index, faiss.IndexFlat):
            raise OSError(f"not a flat FAISS index: {path}")
        self.rows, self.dimension = int(self._index.ntotal), int(self._index.d)

    @staticmethod
    def write(path: Path, vectors: np.ndarray, told: Told) -> None:
        """Write vectors, float32 (rows, dimension). Raises OSError."""
        index: Any = faiss.IndexFlatIP(vectors.shape[1])
        if len(vectors):
            index.add(np.ascontiguousarray(vectors, dtype=np.float32))
        write_index(path, index)
        told(len(vectors))

    def vectors(self, start: int, stop: int) -> np.ndarray:
        return np.asarray(self._index.reconstruct_n(start, stop - start))

    def search(
        self, query: np.ndarray, k: int, mask: np.ndarray | None
    ) -> tuple[np.ndarray, np.ndarray]:
        parameters = None
        if mask is not None:
            parameters = faiss.SearchParameters(sel=selector(mask))  # type: ignore[call-arg]
        return nearest(self._index, query, k, parameters)

"""The kinds of vector index that are compared: how each is written, and the ways to ask it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import faiss
import numpy as np

from index.vectors import coded
from index.vectors.coded import CodedPart
from index.vectors.exact import ExactPart
from index.vectors.part import Part, nearest, read_index, selector, write_index
from qa.retriever import DEPTH

# Some kinds of parameters its stubs do not know.
_FAISS: Any = faiss
_BLOCK = 50_000  # vectors added at once


class FaissPart:
    """Any FAISS index as a part, asked with the parameters of its kind."""

    def __init__(self, path: Path, parameters: Callable[..., Any]) -> None:
        self._index = read_index(path, faiss.IO_FLAG_MMAP_IFC)
        self._parameters = parameters
        self.rows, self.dimension = self._index.ntotal, self._index.d

    def vectors(self, start: int, stop: int) -> np.ndarray:
        return np.asarray(self._index.reconstruct_n(start, stop - start))

    def search(
        self, query: np.ndarray, k: int, mask: np.ndarray | None
    ) -> tuple[np.ndarray, np.ndarray]:
        chosen = {} if mask is None else {"sel": selector(mask)}
        return nearest(self._index, query, k, self._parameters(**chosen))


@dataclass(frozen=True)
class Kind:
    """A way to store vectors, and the ways to ask it: name → what opens it."""

    write: Callable[[Path, np.ndarray], None]
    ways: dict[str, Callable[[Path], Part]]


def by_faiss(factory: str, **ways: Callable[[int], Callable[..., Any]]) -> Kind:
    """factory: for `faiss.index_factory`, {lists} being the usual number. ways: lists → parameters."""

    def lists(path: Path) -> int:
        return int(np.load(path.parent / "lists.npy"))

    def build(path: Path, vectors: np.ndarray) -> None:
        count = 2 ** round(np.log2(4 * np.sqrt(len(vectors))))
        np.save(path.parent / "lists.npy", count)
        description = factory.format(lists=count)
        index: Any = faiss.index_factory(vectors.shape[1], description, faiss.METRIC_INNER_PRODUCT)
        index.train(np.ascontiguousarray(vectors[:: max(1, len(vectors) // 262_144)]))
        for at in range(0, len(vectors), _BLOCK):
            index.add(np.ascontiguousarray(vectors[at : at + _BLOCK]))
        write_index(path, index)

    return Kind(
        build,
        {
            name: lambda path, way=way: FaissPart(path, way(lists(path)))  # type: ignore[misc]
            for name, way in ways.items()
        },
    )


def refined(factory: str) -> Kind:
    """Codes of one list, and the vectors of the best, as `index.vectors.coded` has them."""

    def build(path: Path, vectors: np.ndarray) -> None:
        by_faiss(factory).write(path, vectors)
        vectors.astype("<f2").tofile(coded.rows_file(path))

    return Kind(build, candidates(coded.CANDIDATES))


def candidates(*counts: int) -> dict[str, Callable[[Path], Part]]:
    """To compare the vectors of so many passages for each that is wanted."""

    def opened(path: Path, count: int) -> Part:
        coded.CANDIDATES = count
        return CodedPart(path)

    return {
        f"best {count * DEPTH}": lambda path, count=count: opened(path, count)  # type: ignore[misc]
        for count in counts
    }


def untold(done: int) -> None:
    """Nobody is told how far writing has come."""


def probing(share: float) -> Callable[[int], Callable[..., Any]]:
    return lambda lists: (
        lambda **more: _FAISS.SearchParametersIVF(nprobe=max(1, round(share * lists)), **more)
    )


def walking(depth: int) -> Callable[[int], Callable[..., Any]]:
    return lambda lists: lambda **more: _FAISS.SearchParametersHNSW(efSearch=depth, **more)


def plain(lists: int) -> Callable[..., Any]:
    return faiss.SearchParameters


KINDS = {
    "exact": Kind(lambda path, vectors: ExactPart.write(path, vectors, untold), {"": ExactPart}),
    "flat, float16": by_faiss("SQfp16", **{"": plain}),
    "flat, 8 bits": by_faiss("SQ8", **{"": plain}),
    "HNSW 32, 8 bits": by_faiss(
        "HNSW32_SQ8", **{f"depth {depth}": walking(depth) for depth in (64, 256, 1024)}
    ),
    "IVF, 8 bits": by_faiss(
        "IVF{lists},SQ8",
        **{f"1/{part} of lists": probing(1 / part) for part in (64, 16, 4)},
    ),
    "RaBitQ": refined("IVF1,RaBitQfs"),
    "product codes, not turned": refined("IVF1,PQ192x4fs"),
    "coded": Kind(
        lambda path, vectors: CodedPart.write(path, vectors, untold), candidates(5, 10, 20)
    ),
}

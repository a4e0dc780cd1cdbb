"""A few short reports, and an index of them that needs no encoding twice."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from index.encoder import Encoder
from index.generation import CACHE
from index.store import Index
from index.update import build

PROVINCES = ("Hà Giang", "Quảng Ninh", "Thái Bình", "Lào Cai")
FIGURES = ("93,4%", "1.864", "217")


def report(number: int) -> str:
    """The text of a report, one of twelve."""
    province, figure = PROVINCES[number % 4], FIGURES[number // 4]
    return (
        f"{province} đẩy mạnh chuyển đổi số\n\n"
        f"Ngày 12/7/2023, UBND tỉnh {province} tổ chức hội nghị về chuyển đổi số tại trung tâm"
        f" hành chính công của tỉnh theo Kế hoạch số 59/KH-UBND.\n\n"
        f"Đến nay, tỉnh {province} đã xử lý {figure} hồ sơ trực tuyến, tăng so với năm trước.\n"
    )


def write_reports(folder: Path, numbers: Sequence[int]) -> Path:
    """Write r0.txt, r1.txt, … with the reports of these numbers."""
    folder.mkdir(parents=True, exist_ok=True)
    for place, number in enumerate(numbers):
        (folder / f"r{place}.txt").write_text(report(number), encoding="utf-8")
    return folder


def warm_cache(folder: Path, encoder: Encoder) -> Path:
    """A vector cache that knows every report."""
    build(write_reports(folder / "corpus", range(12)), folder / "index", encoder)
    return folder / "index" / CACHE


def warmed(index: Path, cache: Path) -> Path:
    """A place for an index, with a copy of the cache in it."""
    index.mkdir(parents=True, exist_ok=True)
    shutil.copy(cache, index / CACHE)
    return index


class CountingEncoder:
    """The real encoder, counting what it is given; with another fingerprint if wanted."""

    def __init__(self, encoder: Encoder, fingerprint: str | None = None) -> None:
        self.name = encoder.name
        self.dimension = encoder.dimension
        self.fingerprint = fingerprint or encoder.fingerprint
        self.encoded: list[str] = []
        self._encoder = encoder

    def passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> np.ndarray:
        self.encoded += texts
        return self._encoder.passages(texts, progress)

    def prepare(self) -> None:
        """Nothing to load."""

    def query(self, text: str) -> np.ndarray:
        return self._encoder.query(text)


def everything(index: Index) -> tuple[list[object], list[object]]:
    """All that an index holds, to be compared: documents, and passages with their vectors.

    The numbers of the passages are left out: they depend on the way the documents came in.
    """
    documents: list[object] = []
    passages: list[object] = []
    for document in index.documents.values():
        copies = index.original_of(document.id), index.copies_of(document.id)
        documents.append((document.id, document.text, document.sha256, copies))
        numbers = index.passages_of(document.id)
        vectors = index.vectors.vectors(numbers.start, numbers.stop)
        for passage, vector in zip(index.passages(numbers), vectors, strict=True):
            passages.append((passage, vector.tobytes()))
    return documents, passages

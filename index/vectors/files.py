"""The files of the parts: which there are, which kind each is, and writing one more."""

from pathlib import Path

import numpy as np

from index.vectors.coded import CodedPart, rows_file
from index.vectors.exact import ExactPart
from index.vectors.part import Part, Told

SUFFIX = ".faiss"
# A part of fewer rows is searched exactly; see benchmarks/README.md, "Vectors".
EXACT_ROWS = 50_000


def write_part(
    folder: Path, vectors: np.ndarray, first: int = 0, told: Told = lambda done: None
) -> None:
    """Write vectors, float32 (rows, dimension), as one part. Raises OSError.

    first: the row that row 0 is in the whole. told: how many are written, after each block.
    """
    folder.mkdir(exist_ok=True)
    kind = ExactPart if len(vectors) < EXACT_ROWS else CodedPart
    kind.write(folder / f"{first:010}{SUFFIX}", vectors, told)


def read_parts(folder: Path) -> list[Part]:
    """The parts in a folder, in order. Raises OSError when one is damaged or missing."""
    parts: list[Part] = []
    rows = 0
    for path in part_files(folder):
        parts.append(CodedPart(path) if rows_file(path).exists() else ExactPart(path))
        if first_row(path) != rows:
            raise OSError(f"{path} does not begin at row {rows}")
        rows += parts[-1].rows
    if not parts:
        raise OSError(f"no FAISS index in {folder}")
    return parts


def part_files(folder: Path) -> list[Path]:
    """The file that each part is named by, in order of their rows."""
    return sorted(folder.glob(f"*{SUFFIX}"))


def files_of(part: Path) -> list[Path]:
    """All files of a part."""
    return [path for path in (part, rows_file(part)) if path.exists()]


def first_row(part: Path) -> int:
    """The row a part begins at. Raises OSError for another name."""
    if not part.stem.isdecimal():
        raise OSError(f"{part} names no row")
    return int(part.stem)

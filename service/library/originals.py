"""The file a document was read from, where it may be handed out."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from index.documents import Document
from index.sources import checksum
from service.corpus import file_of

if TYPE_CHECKING:
    from index.store import Index

MISSING, OUTSIDE = "missing", "outside"


@dataclass(frozen=True, slots=True)
class Original:
    """Where the original lies and how many bytes it has; or why it is not handed out.

    `problem` is missing or outside, None when there is a path. `changed` tells whether the file
    is no longer what was read.
    """

    path: Path | None = None
    size: int = 0
    changed: bool = False
    problem: str | None = None


def original(index: "Index", document: Document, corpus: Path) -> Original:
    """The original of a document, if it still lies inside the corpus, links followed."""
    kept = file_of(corpus, document.id) or Path()
    there = [path for path in (Path(document.path), kept) if _is_file(path)]
    inside = next((path for path in there if _is_inside(path, corpus)), None)
    if inside is None:
        return Original(problem=OUTSIDE if there else MISSING)
    try:
        size = inside.stat().st_size
        return Original(inside, size, changed=_is_changed(index, document, inside))
    except OSError:
        return Original(problem=MISSING)


def _is_changed(index: "Index", document: Document, path: Path) -> bool:
    """Whether a file is no longer what was read; its bytes are looked at only in doubt."""
    file = index.database.file(document.id)
    if file is None:
        return False
    stat = path.stat()
    if (stat.st_size, stat.st_mtime_ns) == (file.size, file.mtime_ns):
        return False
    return checksum(path) != file.sha256


def _is_file(path: Path) -> bool:
    try:
        return path.name != "" and path.is_file()
    except (OSError, ValueError):
        return False


def _is_inside(path: Path, corpus: Path) -> bool:
    try:
        return path.resolve().is_relative_to(corpus.resolve())
    except OSError:
        return False

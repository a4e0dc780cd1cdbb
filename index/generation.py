"""Generations on disk: whole or not there.

    <index>/CURRENT                  number of the generation served, checksum of its manifest
    <index>/generations/7/           one generation; never altered once it has this name
    <index>/generations/.partial-8/  one being written
    <index>/vectors.sqlite           cache of vectors (`index.cache`); may be deleted at any time
    <index>/lock                     held by the one writer

A generation is written under its partial name, flushed to the disk, renamed, and only then does
CURRENT name it. Whatever a writer leaves behind when it dies, the next one clears away.
"""

import hashlib
import json
import logging
import os
import shlex
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from index.errors import IndexDamagedError, IndexMissingError, StoreError

SCHEMA = 3  # raised when the files of a generation change shape
DEFAULT_INDEX = Path(".index")
CURRENT, GENERATIONS, MANIFEST, LOCK, CACHE = (
    "CURRENT",
    "generations",
    "manifest.json",
    "lock",
    "vectors.sqlite",
)
PARTIAL = ".partial-"
LARGE = 4_000_000  # bytes; a file from this size on is shared between generations, see `verify`
_TOLD = 500_000_000  # bytes to be summed, from which on one waits long enough to be told why
_LIBRARY = "library.sqlite3"  # what the pages keep of an index beside it (`service.library`)
_LEFTOVERS = (
    *(GENERATIONS, LOCK, CACHE, f"{CACHE}-journal", f"{CURRENT}.new"),
    *(_LIBRARY, f"{_LIBRARY}-wal", f"{_LIBRARY}-shm"),
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation was made of and with.

    `encoder` holds name, dimension and fingerprint; `files` maps each file to its size in
    bytes, its sha256 and the time of change it had when that was taken; `rules` is the checksum of
    the code that reads and cuts reports. `rows` are the passage numbers given so far, `passages`
    those in use; `copies` counts the documents that are copies of others.
    """

    generation: int
    encoder: dict[str, Any]
    splitter: str
    rules: str
    documents: int
    passages: int
    rows: int
    copies: int
    created: str
    files: dict[str, dict[str, Any]]
    schema: int = SCHEMA

    @property
    def checksum(self) -> str:
        text = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()

    def to_json(self) -> str:
        """The manifest with its own checksum, so that an altered one is noticed."""
        content = {**asdict(self), "checksum": self.checksum}
        return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def command(index: Path, *words: str) -> str:
    """A command line for this index, for messages: `command(index, "build")`."""
    words = ("python", "-m", "index", *words)
    if index != DEFAULT_INDEX:
        words += ("--index", str(index))
    return shlex.join(words)


def read_pointer(index: Path) -> str:
    """The line in CURRENT. Raises IndexMissingError, or StoreError for a foreign folder."""
    try:
        return (index / CURRENT).read_text(encoding="utf-8", errors="replace").strip()
    except (FileNotFoundError, NotADirectoryError):
        pass
    except OSError as error:
        raise StoreError(
            f"Không đọc được {index / CURRENT} ({error.strerror}). Hãy kiểm tra quyền đọc."
        ) from error
    check_ours(index)
    if numbers(index):
        return ""
    raise IndexMissingError(_missing(index))


def check_ours(index: Path) -> None:
    """Refuse a folder that holds anything but an index. Raises StoreError."""
    advice = "Hãy chọn một thư mục khác hoặc trống với --index."
    if index.exists() and not index.is_dir():
        raise StoreError(f"{index} là một tệp, không phải thư mục chỉ mục. {advice}")
    if not index.is_dir() or (index / CURRENT).exists():
        return
    with _readable(index):
        strangers = sorted({path.name for path in index.iterdir()} - set(_LEFTOVERS))
    if strangers:
        raise StoreError(
            f"{index} không phải thư mục chỉ mục (có {strangers[0]!r} bên trong). {advice}"
        )


@contextmanager
def _readable(index: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"Không đọc được thư mục {index} ({error.strerror}). Hãy kiểm tra quyền đọc."
        ) from error


def serving_order(index: Path, pointer: str) -> list[int]:
    """Generations to try: the one `pointer` names, then earlier ones, the latest first.

    Those after it were never put in service, unless the pointer itself is unreadable.
    """
    latest_first = sorted(numbers(index), reverse=True)
    current = pointer.partition(" ")[0]
    if not (current.isascii() and current.isdecimal() and len(current) < 19):
        return latest_first
    return [int(current), *(number for number in latest_first if number < int(current))]


def choose(index: Path, pointer: str, thorough: bool = False) -> tuple[Manifest, str | None]:
    """The manifest of the generation to serve, and a warning unless `pointer` names it.

    thorough: as in `verify`. Raises IndexDamagedError when no generation is whole.
    """
    first_error = None
    for number in serving_order(index, pointer):
        try:
            manifest = verify(index, number, thorough)
        except IndexDamagedError as error:
            first_error = first_error or error
            continue
        if first_error:
            return manifest, f"{first_error} Trong lúc đó đang dùng thế hệ {number}."
        if pointer == pointer_of(manifest):
            return manifest, None
        if pointer:
            return choose(index, "", thorough)[0], _pointer_warning(index)
        return manifest, _pointer_warning(index)
    raise first_error or IndexMissingError(_missing(index))


def folder_of(index: Path, number: int) -> Path:
    return index / GENERATIONS / str(number)


def read_manifest(index: Path, number: int) -> Manifest:
    """The manifest of a generation, itself checked. Raises IndexDamagedError as `verify`."""
    try:
        content = json.loads((folder_of(index, number) / MANIFEST).read_bytes())
        schema = content["schema"]
    except OSError as error:
        raise _damaged(index, number, MANIFEST, _unreadable(error)) from error
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(index, number, MANIFEST, "nội dung bị hỏng") from error
    if schema != SCHEMA:
        reason = f"chỉ mục theo lược đồ {schema}, chương trình này cần lược đồ {SCHEMA}"
        raise _damaged(index, number, MANIFEST, reason)
    try:
        checksum = content.pop("checksum")
        manifest = Manifest(**content)
    except (KeyError, TypeError) as error:
        raise _damaged(index, number, MANIFEST, "nội dung bị hỏng") from error
    if manifest.checksum != checksum or manifest.generation != number:
        raise _damaged(index, number, MANIFEST, "nội dung bị hỏng")
    return manifest


def verify(index: Path, number: int, thorough: bool = False) -> Manifest:
    """Check every file of a generation against its manifest.

    The sum of a large file is taken only if its time of change is not the one it was written
    with: it has been altered, or copied from elsewhere. thorough: the sums of all are taken. Raises
    IndexDamagedError naming the file and the command that mends it.
    """
    manifest = read_manifest(index, number)
    folder = folder_of(index, number)
    doubted: list[tuple[str, os.stat_result]] = []
    for name, stamp in manifest.files.items():
        try:
            found = (folder / name).stat()
        except OSError as error:
            raise _damaged(index, number, name, _unreadable(error)) from error
        if found.st_size != stamp["size"]:
            reason = f"dài {found.st_size} byte, lẽ ra {stamp['size']}"
            raise _damaged(index, number, name, reason)
        if thorough or found.st_size < LARGE or found.st_mtime_ns != stamp["mtime_ns"]:
            doubted.append((name, found))
    if not thorough and (size := sum(found.st_size for _, found in doubted)) > _TOLD:
        _log.warning("Đang kiểm tra %.1f GB của chỉ mục %s …", size / 1e9, index)
    for name, found in doubted:
        stamp = manifest.files[name]
        try:
            if checksum_of(folder / name) != stamp["sha256"]:
                raise _damaged(index, number, name, "nội dung bị hỏng")
        except OSError as error:
            raise _damaged(index, number, name, _unreadable(error)) from error
        if found.st_mtime_ns != stamp["mtime_ns"]:
            _date_back(folder / name, found, stamp["mtime_ns"])
    return manifest


def _date_back(file: Path, found: os.stat_result, mtime_ns: int) -> None:
    """Give a copied file, found to be whole, its time of change: next time that tells enough."""
    with suppress(OSError):
        if file.stat().st_mtime_ns == found.st_mtime_ns:
            os.utime(file, ns=(found.st_atime_ns, mtime_ns))


def _damaged(index: Path, number: int, name: str, reason: str) -> IndexDamagedError:
    file = folder_of(index, number) / name
    return IndexDamagedError(f"{file}: {reason}. Hãy chạy: {command(index, 'build')}")


def _unreadable(error: OSError) -> str:
    missing = isinstance(error, FileNotFoundError)
    return "thiếu tệp" if missing else f"không đọc được ({error.strerror})"


def pointer_of(manifest: Manifest) -> str:
    return f"{manifest.generation} {manifest.checksum}"


def numbers(index: Path) -> list[int]:
    with suppress(OSError):
        names = [folder.name for folder in (index / GENERATIONS).iterdir()]
        return [int(name) for name in names if name.isascii() and name.isdecimal()]
    return []


def stamp_of(file: Path) -> dict[str, Any]:
    """What a manifest remembers of a finished file. Raises OSError."""
    found = file.stat()
    sha256 = checksum_of(file)
    return {"size": found.st_size, "sha256": sha256, "mtime_ns": found.st_mtime_ns}


def checksum_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _missing(index: Path) -> str:
    return f"Chưa có chỉ mục ở {index}. Hãy chạy: {command(index, 'build')}"


def _pointer_warning(index: Path) -> str:
    return (
        f"{index / CURRENT}: thiếu hoặc bị hỏng; đang dùng thế hệ mới nhất còn nguyên."
        f" Hãy chạy: {command(index, 'build')}"
    )

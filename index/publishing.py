"""Writing generations: one writer at a time, and a new generation appears whole."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from filelock import FileLock, Timeout

from index.errors import IndexBusyError, StoreError
from index.generation import (
    CURRENT,
    GENERATIONS,
    LARGE,
    LOCK,
    MANIFEST,
    PARTIAL,
    Manifest,
    check_ours,
    folder_of,
    numbers,
    pointer_of,
    stamp_of,
)

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def writing(index: Path, timeout: float) -> Iterator[None]:
    """Be the only writer; on entry, clear away what a dead writer left.

    Waits `timeout` seconds for another writer, then raises IndexBusyError.
    """
    check_ours(index)
    (index / GENERATIONS).mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(index / LOCK, timeout=timeout):
            for leftover in (index / GENERATIONS).glob(f"{PARTIAL}*"):
                shutil.rmtree(leftover, ignore_errors=True)
            yield
    except Timeout as error:
        raise IndexBusyError(
            f"Một tiến trình khác đang ghi chỉ mục {index}; đã chờ {timeout:g} giây."
            " Hãy đợi nó xong rồi chạy lại."
        ) from error


@contextmanager
def one_line_errors(index: Path) -> Iterator[None]:
    """Turn what a disk, SQLite, FAISS or tantivy raises while writing into a StoreError."""
    unharmed = "Chỉ mục cũ còn nguyên."
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        number = getattr(error, "errno", None)
        name = getattr(error, "sqlite_errorname", "")
        if number in _FULL or name == "SQLITE_FULL":
            reason = "Hết chỗ trên đĩa khi ghi"
            advice = "Hãy giải phóng dung lượng rồi chạy lại."
        elif number in _FORBIDDEN or name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")):
            reason = "Không có quyền ghi vào"
            advice = "Hãy kiểm tra quyền ghi, hoặc chọn thư mục khác với --index."
        else:
            reason = f"Lỗi khi ghi ({' '.join(str(error).split())})"
            advice = "Hãy kiểm tra dung lượng đĩa và quyền ghi rồi chạy lại."
        raise StoreError(f"{reason} {index}. {unharmed} {advice}") from error


@contextmanager
def draft(index: Path) -> Iterator[tuple[int, Path]]:
    """The number and folder of the next generation; the folder is gone unless published."""
    number = max(numbers(index), default=0) + 1
    folder = index / GENERATIONS / f"{PARTIAL}{number}"
    folder.mkdir()
    try:
        yield number, folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def publish(index: Path, folder: Path, manifest: Manifest, before: Manifest | None) -> Manifest:
    """Put a draft in service: checksums, flush, rename, pointer. Returns its full manifest.

    before: the generation served until now, which is kept; all others are removed. Readers of
    those hold every file open already. A file that is one with a file of `before` was flushed and
    summed then.
    """
    files = {}
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = file.relative_to(folder).as_posix()
        if before and name in before.files and _is_linked(file, index, before, name):
            files[name] = before.files[name]
            continue
        _flush(file)
        files[name] = stamp_of(file)
    manifest = replace(manifest, files=files)
    _write(folder / MANIFEST, manifest.to_json())
    for inner in (path for path in folder.rglob("*") if path.is_dir()):
        _flush(inner)
    _flush(folder)
    final = folder.rename(folder_of(index, manifest.generation))
    fresh = index / f"{CURRENT}.new"
    try:
        _flush(final.parent)
        _write(fresh, pointer_of(manifest) + "\n")
        fresh.replace(index / CURRENT)
    except OSError:
        fresh.unlink(missing_ok=True)
        shutil.rmtree(final, ignore_errors=True)
        raise
    _flush(index)
    kept = {manifest.generation, before.generation if before else 0}
    for number in numbers(index):
        if number not in kept:
            shutil.rmtree(folder_of(index, number), ignore_errors=True)
    return manifest


def share(source: Path, target: Path) -> None:
    """Give a finished file a second name, or copy it where it is small or links are not to be had.

    Small files are copied so that damage to one generation leaves the other whole.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.stat().st_size >= LARGE:
        with suppress(OSError):
            os.link(source, target)
            return
    shutil.copyfile(source, target)


def _is_linked(file: Path, index: Path, before: Manifest, name: str) -> bool:
    try:
        return file.samefile(folder_of(index, before.generation) / name)
    except OSError:
        return False


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    _flush(path)


def _flush(path: Path) -> None:
    """Have the disk hold a file or folder; where folders cannot be opened, do nothing."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

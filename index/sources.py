"""Files on the way into the index: which there are, what each is called, what is in it.

A document's id is its path below the corpus, with forward slashes. A file from elsewhere is
called by its name, or by its path below the folder that was given. If another document holds
that name already, the name of the folder around it goes before it (`July/report.txt`), then the
next one, until the name is free: two files never share an id, and none is lost. A file keeps the
id it was given first, and one with the same name and content as a document is that document.
"""

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count as count_from
from pathlib import Path

from index.database import File
from index.documents import Document, read_document, unknown_suffix
from index.errors import DocumentError
from index.formats import SUFFIXES
from index.formats.limits import Limits
from index.passages import split
from index.sidecar import SUFFIX as SIDECAR
from index.sidecar import beside


@dataclass(frozen=True, slots=True)
class Source:
    """A file that may become a document, with what is stated beside it.

    location: None if it lies in the corpus. size in bytes.
    """

    id: str
    path: Path
    root: Path
    location: str | None
    size: int
    mtime_ns: int

    def file(self, reason: str | None = None) -> File:
        """What the index remembers of the file; the sha256 is "" when it is not to be read."""
        sha256 = ""
        if self.size <= Limits.from_environment().bytes:
            with suppress(OSError):
                sha256 = checksum(self.path)
        return File(self.id, self.location, self.size, self.mtime_ns, sha256, reason)


Skipped = list[tuple[str, str]]

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def corpus_sources(corpus: Path, index: Path, skipped: Skipped) -> list[Source]:
    """The readable files of a corpus by id; the others go to `skipped` with a reason."""
    found: dict[str, Source] = {}
    for path in files_below(corpus, index):
        name = path.relative_to(corpus).as_posix()
        if reason := unfit(path, corpus):
            skipped.append((printable(name), reason))
            continue
        composed = unicodedata.normalize("NFC", name)
        name = composed if composed not in found else name
        try:
            found[name] = _source(name, path, corpus, None)
        except OSError as error:
            skipped.append((name, f"không đọc được tệp ({error.strerror})"))
    return sorted(found.values(), key=lambda source: source.id)


def inside_source(path: Path, corpus: Path) -> Source | None:
    """The source a full build would make of a file; None if it does not lie in the corpus."""
    ways = ((Path.absolute(path), Path.absolute(corpus)), (path.resolve(), corpus.resolve()))
    for file, root in ways:
        # `absolute` leaves ".." in place, which would let a file outside pass for one inside.
        if file.is_relative_to(root) and ".." not in file.parts:
            relative = file.relative_to(root)
            name = unicodedata.normalize("NFC", relative.as_posix())
            return _source(name, corpus / relative, corpus, None)
    return None


def outside_source(
    path: Path, root: Path, files: Mapping[str, File], names: Mapping[str | None, str]
) -> Source:
    """Name a file from outside the corpus, by the rule at the top of this module.

    files: those that have a name already; names: location → name.
    """
    location = printable(str(path.resolve()))
    source = _source(names.get(location, ""), path, root, location)
    if source.id:
        return source
    file = source.file()
    for name in outside_names(file, len(path.relative_to(root).parts)):
        taken = files.get(name)
        if taken is None or (taken.reason is None and taken.sha256 == file.sha256):
            return replace(source, id=name)
    raise AssertionError("names never run out")


def outside_names(file: File, given: int = 1) -> Iterator[str]:
    """Names for a file by where it lies, from its last `given` parts to ever longer ones."""
    location = unicodedata.normalize("NFC", Path(file.location or file.name).as_posix())
    parts = location.strip("/").split("/")
    for count in range(min(given, len(parts)), len(parts) + 1):
        yield "/".join(parts[-count:])
    for number in count_from(2):
        yield f"{'/'.join(parts)}~{number}"


def read(source: Source) -> Document:
    """Read a file that can be cut into passages. Raises DocumentError, whatever went wrong."""
    try:
        document = replace(read_document(source.path, source.root), id=source.id)
        passages = split(document)
        if not passages:
            raise DocumentError("không có nội dung; hãy kiểm tra lại tệp")
        for passage in passages:
            if document.text[passage.start : passage.end] != passage.text:
                raise AssertionError(f"đoạn {passage.start}-{passage.end} lệch văn bản")
        document.text.encode()
    except DocumentError as error:
        name = source.path.relative_to(source.root).as_posix()
        raise DocumentError(str(error).removeprefix(f"{name}: ")) from error
    # One bad file never stops the rest, and what a reader of files may raise is unbounded.
    except Exception as error:
        raise DocumentError(f"không đọc được ({type(error).__name__}: {error})") from error
    return document


def files_below(folder: Path, index: Path) -> Iterator[Path]:
    """Every file below a folder but hidden ones, office locks (`~$…`) and the index itself.

    Folders behind links are named but not entered; `NAME.meta.toml` belongs to its report, and a
    README tells of the folder.
    """
    for where, folders, names in os.walk(folder):
        here = Path(where)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and (here / name).resolve() != index.resolve()
        )
        linked = [name for name in folders if (here / name).is_symlink()]
        for name in sorted([*names, *linked]):
            hidden = name.startswith((".", "~$")) or name.endswith(SIDECAR)
            hidden = hidden or name.lower().startswith("readme.")
            if not hidden and (name in linked or (here / name).is_file()):
                yield here / name


def given_files(
    paths: Iterable[Path], index: Path, skipped: Skipped
) -> Iterator[tuple[Path, Path]]:
    """Every file of these paths, with the folder its name is relative to."""
    for path in paths:
        if path.is_dir():
            found = [(file, path) for file in files_below(path, index)]
        elif path.is_file():
            found = [(path, path.parent)]
        else:
            skipped.append((printable(str(path)), "không có tệp hay thư mục này"))
            continue
        for file, root in found:
            if reason := unfit(file, root if path.is_dir() else None):
                skipped.append((printable(str(file)), reason))
            else:
                yield file, root


def checksum(path: Path) -> str:
    """sha256 of a file's bytes, and of what is stated beside it. Raises OSError."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
    if facts := beside(path):
        digest.update(facts.read_bytes())
    return digest.hexdigest()


def printable(name: str) -> str:
    """A file name as one line of text: a mark for every byte that is none, and the number of a
    character that would break the line or reorder it on the screen."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return _UNSEEN.sub(lambda match: f"[U+{ord(match.group()):04X}]", text)


def unfit(path: Path, folder: Path | None = None) -> str | None:
    """Why a file cannot become a document, judged by its name and place; None when it may.

    folder: the one it was found in, None for a file that was named itself.
    """
    name = str(path.relative_to(folder)) if folder else path.name
    if name.encode("utf-8", "surrogateescape").decode("utf-8", "replace") != name:
        return "tên tệp không phải UTF-8; hãy đổi tên tệp"
    if _UNSEEN.search(name):
        return "tên có ký tự xuống dòng hoặc ký tự ẩn; hãy đổi tên"
    if folder and path.is_dir():
        return "là liên kết tới thư mục, không được đọc theo; hãy thêm thẳng thư mục đó"
    if folder and path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
        return "là liên kết ra ngoài thư mục; hãy chép chính tệp đó vào"
    if path.suffix.lower() not in SUFFIXES:
        return unknown_suffix()
    return None


def _source(name: str, path: Path, root: Path, location: str | None) -> Source:
    stats = [one.stat() for one in (path, beside(path)) if one]
    size = sum(stat.st_size for stat in stats)
    return Source(name, path, root, location, size, max(stat.st_mtime_ns for stat in stats))

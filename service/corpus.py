"""The folder of reports that the pages write into: where it lies, and what a file there is called."""

import os
import re
import unicodedata
from collections.abc import Collection
from itertools import count
from pathlib import Path

from index.formats import SUFFIXES
from index.sidecar import SUFFIX as SIDECAR
from index.stale import DEFAULT_CORPUS

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_FORBIDDEN = re.compile(r'[<>:"|?*]')
# Windows opens a device under these names, whatever follows the dot.
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_NOT_A_REPORT = re.compile(r"(readme\.|~\$)", re.IGNORECASE)  # `index.sources` leaves these out
_LONGEST = 255 - len(SIDECAR) - len(" (999)")  # bytes of a name, with room for what is added to it


def corpus_path() -> Path:
    """Where reports are kept: the environment variable HOIDAP_CORPUS, or `corpus`."""
    return Path(os.environ.get("HOIDAP_CORPUS") or DEFAULT_CORPUS)


def is_readable(name: str) -> bool:
    """Whether a file of this name is of a type that becomes a document."""
    return Path(name).suffix.lower() in SUFFIXES


def safe_name(name: str) -> str:
    """A file name as any system can keep and show it, in no other folder, seen by the index.

    Folders before the name, characters that are not seen or reorder text, and those that some
    system forbids are taken out; a name that means something else is given a mark before it.
    """
    text = unicodedata.normalize("NFC", name.encode("utf-8", "ignore").decode())
    text = re.split(r"[/\\]", text)[-1]
    text = _FORBIDDEN.sub("_", _UNSEEN.sub("", text)).strip(" ").lstrip(".")
    suffix = Path(text).suffix
    stem = " ".join(text.removesuffix(suffix).split()).rstrip(". ")
    if not stem:
        stem = "bao-cao"
    if _DEVICES.match(stem) or _NOT_A_REPORT.match(f"{stem}{suffix}"):
        stem = f"_{stem}"
    while len(f"{stem}{suffix}".encode()) > _LONGEST:
        stem, suffix = (stem[:-1], suffix) if len(stem) > 1 else (stem, suffix[:-1])
    return f"{stem.rstrip('. ')}{suffix}"


def existing_name(corpus: Path, name: str) -> str | None:
    """The file of the corpus that has this name, upper or lower case, however it is composed."""
    wanted = _key(name)
    names = sorted(path.name for path in corpus.iterdir()) if corpus.is_dir() else []
    return next((found for found in names if _key(found) == wanted), None)


def free_name(corpus: Path, name: str, taken: Collection[str] = ()) -> str:
    """The name itself, or with the first number behind it that no file has: "a (2).txt"."""
    path = Path(name)
    keys = {_key(other) for other in taken}
    for number in count(1):
        candidate = name if number == 1 else f"{path.stem} ({number}){path.suffix}"
        if _key(candidate) not in keys and existing_name(corpus, candidate) is None:
            return candidate
    raise AssertionError("numbers never run out")


def same_file_name(one: str, other: str) -> bool:
    """Whether two names are one on some system."""
    return _key(one) == _key(other)


def file_of(corpus: Path, document_id: str) -> Path | None:
    """The file of the corpus that a document was read from; None when it is not there."""
    path = corpus
    for part in document_id.split("/"):
        path = path / part if (path / part).exists() else _composed(path, part)
    inside = path.absolute().is_relative_to(corpus.absolute()) and ".." not in path.parts
    return path if inside and path.is_file() else None


def _composed(folder: Path, name: str) -> Path:
    """Ids are composed (NFC), the names of files need not be."""
    for entry in folder.iterdir() if folder.is_dir() else ():
        if unicodedata.normalize("NFC", entry.name) == name:
            return entry
    return folder / name


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()

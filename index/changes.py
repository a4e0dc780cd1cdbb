"""Which files are as they were when they were read, and which have changed since."""

import time
from collections import ChainMap
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from index.database import File
from index.sources import Source, inside_source, outside_source
from index.writer import Contents

_TICK = 2_000_000_000  # nanoseconds; coarse file systems count time in these


def sorted_out(
    contents: Contents, given: Sequence[tuple[Path, Path]], corpus: Path
) -> tuple[list[str], list[Source]]:
    """Ids of the files that are documents already, and the files to be read."""
    names = {file.location: file.name for file in contents.files.values()}
    unchanged: list[str] = []
    new: dict[str, Source] = {}
    files = ChainMap[str, File]({}, contents.files)
    for path, root in given:
        source = inside_source(path, corpus) or outside_source(path, root, files, names)
        if source.id in new:
            continue
        if source.id in contents.kept and _same(source, files[source.id]):
            contents.files[source.id] = _seen_again(source, files[source.id])
            unchanged.append(source.id)
        else:
            new[source.id] = source
            files[source.id] = source.file()
    return unchanged, list(new.values())


def came_from(folder: Path, contents: Contents, corpus: Path) -> list[str]:
    """Ids of the files that lie below a folder, or did."""
    here = folder.resolve()
    return [
        name
        for name, file in contents.files.items()
        if Path(file.location or corpus.resolve() / name).is_relative_to(here)
    ]


def _same(source: Source, known: File) -> bool:
    """Whether a file is as it was: by size and time of change, else by content."""
    if (source.size, source.mtime_ns) == (known.size, known.mtime_ns):
        return True
    return known.sha256 == source.file().sha256 != ""


def kept_as_it_was(contents: Contents, source: Source) -> bool:
    """Keep the document of a file that has not changed since it was read by these very rules."""
    base = contents.base
    if base is None or base.manifest.rules != contents.rules:
        return False
    known = base.database.file(source.id)
    if known is None or known.location is not None or known.reason is not None:
        return False
    if not _same(source, known):
        return False
    contents.kept[source.id] = source.id
    contents.files[source.id] = _seen_again(source, known)
    return True


def _seen_again(source: Source, known: File) -> File:
    """What is known of a file whose content is the same, with its time of change as of now."""
    return settled(replace(known, mtime_ns=source.mtime_ns))


def settled(file: File) -> File:
    """A file changed just now may change again within the same tick of its clock."""
    recent = time.time_ns() - file.mtime_ns < _TICK
    return replace(file, mtime_ns=0) if recent else file

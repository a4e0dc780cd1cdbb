"""Changing the index: a full build, additions and removals, each a new generation.

`build` makes the index hold the corpus, and keeps what was added to it from elsewhere; `add` and
`remove` change single documents. Passages are numbered in order of the documents' ids, so that
the same documents give the same index, whatever way they came in.
"""

import time
from collections import ChainMap
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from index.database import File
from index.encoder import DEFAULT, Encoder, open_encoder
from index.errors import DocumentError, StoreError
from index.generation import DEFAULT_INDEX, Manifest, check_ours, read_pointer
from index.publishing import one_line_errors, writing
from index.sources import (
    Skipped,
    Source,
    corpus_sources,
    given_files,
    inside_source,
    outside_names,
    outside_source,
    printable,
    read,
)
from index.store import Index, check_encoder
from index.writer import Contents, Progress, rules, stamp, write

DEFAULT_CORPUS = Path("corpus")
WAIT = 5.0  # seconds for another writer to finish
READING = "Đọc tệp"
REMOVED = "đã gỡ"


@dataclass(frozen=True, slots=True)
class Report:
    """What a build or update did.

    Documents by id; `skipped` pairs a file with the reason. `documents` and `passages` count
    what the index holds now, `encoded` the texts that were not in the vector cache.
    """

    generation: int
    documents: int
    passages: int
    encoded: int = 0
    seconds: float = 0.0
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


def build(
    corpus: Path = DEFAULT_CORPUS,
    index: Path = DEFAULT_INDEX,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
    timeout: float = WAIT,
) -> Report:
    """Index every file of a corpus, and the documents added from elsewhere before.

    encoder: None stands for the one the index has, or the default. progress: told the stage, how
    much of it is done, of how much. timeout: seconds to wait for another writer. Raises
    StoreError when nothing could be read or written; the index then stays as it was.
    """
    began = time.monotonic()
    if not corpus.is_dir():
        raise StoreError(f"Không có thư mục {corpus}. Hãy chỉ đúng thư mục báo cáo với --corpus.")
    with one_line_errors(index), writing(index, timeout), _base(index) as base:
        skipped: Skipped = []
        contents = Contents(base, rules())
        sources = corpus_sources(corpus, index, skipped)
        _read_into(contents, sources, skipped, progress)
        if not contents.new:
            raise StoreError(_nothing_read(corpus, skipped))
        if base:
            _keep_outside(contents, base)
        used = encoder or open_encoder(base.manifest.encoder["name"] if base else DEFAULT)
        manifest, encoded = write(index, contents, stamp(used), lambda: used, progress)
        return _report(contents, manifest, encoded, skipped, began)


def add(
    paths: Sequence[Path],
    index: Path = DEFAULT_INDEX,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
    corpus: Path = DEFAULT_CORPUS,
    timeout: float = WAIT,
) -> Report:
    """Index new or changed files, or all files of folders; what is unchanged is not read again.

    A file that cannot be read is skipped, and the document it was before stays. Ids are given as
    `index.sources` says. Without a change no generation is written. encoder, progress, timeout
    as in `build`. Raises IndexMissingError, StoreError, and EncoderMismatchError.
    """
    began = time.monotonic()
    read_pointer(index)  # or there is nothing to change
    with one_line_errors(index), writing(index, timeout), closing(Index.open(index)) as base:
        skipped: Skipped = []
        unchanged: list[str] = []
        contents = _everything(base)
        names = {file.location: file.name for file in contents.files.values()}
        new: dict[str, Source] = {}
        files = ChainMap[str, File]({}, contents.files)
        for path, root in given_files(paths, index, skipped):
            source = inside_source(path, corpus) or outside_source(path, root, files, names)
            file = source.file()
            if source.id in new:
                continue
            if source.id in contents.kept and files[source.id].sha256 == file.sha256 != "":
                unchanged.append(source.id)
            else:
                new[source.id] = source
                files[source.id] = file
        manifest, encoded = base.manifest, 0
        if new:
            used = encoder or base.encoder
            check_encoder(index, manifest, used)
            _read_into(contents, list(new.values()), skipped, progress)
            if contents.new:
                manifest, encoded = write(index, contents, manifest.encoder, lambda: used, progress)
        report = _report(contents, manifest, encoded, skipped, began)
        return replace(report, unchanged=tuple(sorted(set(unchanged))))


def remove(
    document_ids: Iterable[str],
    index: Path = DEFAULT_INDEX,
    progress: Progress | None = None,
    timeout: float = WAIT,
) -> Report:
    """Take documents out of the index; their files stay, and a full build reads them again.

    Ids that are not there are skipped. Raises IndexMissingError or StoreError.
    """
    began = time.monotonic()
    read_pointer(index)  # or there is nothing to change
    with one_line_errors(index), writing(index, timeout), closing(Index.open(index)) as base:
        contents = _everything(base)
        skipped: Skipped = []
        for document_id in dict.fromkeys(document_ids):
            if contents.kept.pop(document_id, None) is None:
                skipped.append((printable(document_id), "không có trong chỉ mục"))
                continue
            file = contents.files.pop(document_id)
            if file.location is None:
                contents.files[document_id] = replace(file, reason=REMOVED)
        manifest, encoded = base.manifest, 0
        if len(contents.kept) < len(base.documents):
            manifest, encoded = write(
                index, contents, manifest.encoder, lambda: base.encoder, progress
            )
        report = _report(contents, manifest, encoded, skipped, began)
        return replace(report, unchanged=())


def why_stale(corpus: Path = DEFAULT_CORPUS, index: Path = DEFAULT_INDEX) -> str | None:
    """Why the index should be built anew, in Vietnamese; None when it holds the corpus as it is.

    Files are compared by size and time of change, and by content where those differ. Raises
    StoreError for a folder that is no index.
    """
    check_ours(index)
    try:
        opened = Index.open(index)
    except StoreError as error:
        return str(error)
    with closing(opened):
        if opened.warning:
            return opened.warning
        if opened.manifest.rules != rules():
            return "chương trình đọc báo cáo đã thay đổi"
        made_with = opened.manifest.encoder
        if made_with["name"] == DEFAULT and made_with != stamp(open_encoder()):
            return "bộ mã hoá đã thay đổi"
        indexed = {name: f for name, f in opened.database.files().items() if f.location is None}
    sources = corpus_sources(corpus, index, []) if corpus.is_dir() else []
    for source in sources:
        file = indexed.pop(source.id, None)
        if file is None:
            return f"{source.id}: tệp mới"
        same_times = (file.size, file.mtime_ns) == (source.size, source.mtime_ns)
        if not same_times and file.sha256 != source.file().sha256:
            return f"{source.id}: tệp đã thay đổi"
    gone = [name for name, file in indexed.items() if file.reason is None]
    return f"{gone[0]}: tệp không còn trong {corpus}" if gone else None


def _read_into(
    contents: Contents, sources: Sequence[Source], skipped: Skipped, progress: Progress | None
) -> None:
    """Read files. One that cannot be read is skipped; a document it was before stays as it was."""
    for number, source in enumerate(sources):
        if progress:
            progress(READING, number, len(sources))
        file = source.file()
        try:
            contents.new[source.id] = read(source)
        except DocumentError as error:
            skipped.append((source.id, str(error)))
            if source.id not in contents.kept and source.location is None:
                contents.files[source.id] = replace(file, reason=str(error))
            continue
        contents.kept.pop(source.id, None)
        contents.files[source.id] = file
    if progress and sources:
        progress(READING, len(sources), len(sources))


def _everything(base: Index) -> Contents:
    contents = Contents(base, base.manifest.rules)
    contents.kept = {document_id: document_id for document_id in base.documents}
    contents.files = base.database.files()
    return contents


def _keep_outside(contents: Contents, base: Index) -> None:
    """Carry over what was added from outside the corpus; a name the corpus has is given up."""
    for file in base.database.files().values():
        if file.location is None:
            continue
        for name in outside_names(file):
            if name not in contents.files:
                contents.kept[name] = file.name
                contents.files[name] = replace(file, name=name)
            elif contents.files[name].sha256 != file.sha256:
                continue
            break


@contextmanager
def _base(index: Path) -> Iterator[Index | None]:
    """The index as it is, None if there is none or no whole one."""
    try:
        opened = Index.open(index)
    except StoreError:
        yield None
        return
    with closing(opened):
        yield opened


def _nothing_read(corpus: Path, skipped: Skipped) -> str:
    if not skipped:
        return f"Thư mục {corpus} trống. Hãy chép báo cáo vào đó rồi chạy lại."
    name, reason = skipped[0]
    return (
        f"Không đọc được tệp nào trong {len(skipped)} tệp của {corpus}; {name}: {reason}."
        " Hãy sửa các tệp đó rồi chạy lại."
    )


def _report(
    contents: Contents, manifest: Manifest, encoded: int, skipped: Skipped, began: float
) -> Report:
    base = contents.base
    held = set(base.documents) if base else set()
    before = base.database.files() if base else {}

    def same(document_id: str) -> bool:
        return before[document_id].sha256 == contents.files[document_id].sha256

    now = contents.new.keys() | contents.kept.keys()
    return Report(
        generation=manifest.generation,
        documents=manifest.documents,
        passages=manifest.passages,
        encoded=encoded,
        seconds=round(time.monotonic() - began, 3),
        added=tuple(sorted(now - held)),
        changed=tuple(sorted(name for name in now & held if not same(name))),
        unchanged=tuple(sorted(name for name in now & held if same(name))),
        removed=tuple(sorted(held - now)),
        skipped=tuple(skipped),
    )

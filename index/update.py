"""Changing the index: a full build, additions and removals, each a new generation.

`build` makes the index hold the corpus, and keeps what was added to it from elsewhere; `sync` does
so for any folder; `add` and `remove` change single documents. The same documents give the same
answers, whatever way they came in; only the numbers of their passages may differ.
"""

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from index.changes import came_from, kept_as_it_was, settled, sorted_out
from index.encoder import DEFAULT, Encoder, open_encoder
from index.errors import DocumentError, StoreError
from index.generation import DEFAULT_INDEX, Manifest, command, read_pointer
from index.publishing import one_line_errors, writing
from index.report import Report
from index.sources import (
    Skipped,
    Source,
    corpus_sources,
    given_files,
    outside_names,
    printable,
    read,
)
from index.stale import DEFAULT_CORPUS
from index.store import Index, check_encoder
from index.writer import Contents, Progress, rules, stamp, write

WAIT = 5.0  # seconds for another writer to finish
READING = "Đọc tệp"
REMOVED = "đã gỡ"


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
        fresh = [source for source in sources if not kept_as_it_was(contents, source)]
        _read_into(contents, fresh, skipped, progress)
        if not (contents.new or contents.kept):
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
    below: Path | None = None,
) -> Report:
    """Index new or changed files, or all files of folders; what is unchanged is not read again.

    A file that cannot be read is skipped, and the document it was before stays. Ids are given as
    `index.sources` says; below: the folder that single files from outside the corpus are named
    from, their own when None. Without a change no generation is written. encoder, progress,
    timeout as in `build`. Raises IndexMissingError, StoreError, and EncoderMismatchError.
    """
    began = time.monotonic()
    read_pointer(index)  # or there is nothing to change
    with one_line_errors(index), writing(index, timeout), closing(_whole(index)) as base:
        skipped: Skipped = []
        contents = _everything(base)
        given = list(given_files(paths, index, skipped))
        if below:
            given = [(path, below) for path, _ in given]
        unchanged, new = sorted_out(contents, given, corpus)
        _read_into(contents, new, skipped, progress)
        return _changed(index, contents, encoder, progress, skipped, began, unchanged)


def sync(
    folder: Path,
    index: Path = DEFAULT_INDEX,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
    corpus: Path = DEFAULT_CORPUS,
    timeout: float = WAIT,
) -> Report:
    """Make the index hold a folder as it is: add what is new or changed, remove what is gone.

    Documents from elsewhere stay. A folder that is missing, or empty though documents came from
    it, is refused: a drive that is not there must not empty the index. Otherwise as `add`.
    """
    began = time.monotonic()
    read_pointer(index)  # or there is nothing to change
    if not folder.is_dir():
        raise StoreError(f"Không có thư mục {folder}. Hãy kiểm tra tên thư mục hoặc ổ đĩa.")
    with one_line_errors(index), writing(index, timeout), closing(_whole(index)) as base:
        skipped: Skipped = []
        contents = _everything(base)
        given = list(given_files([folder], index, skipped))
        unchanged, new = sorted_out(contents, given, corpus)
        there = {source.id for source in new}.union(unchanged)
        gone = [name for name in came_from(folder, contents, corpus) if name not in there]
        if gone and not given:
            raise StoreError(
                f"Thư mục {folder} trống, trong khi chỉ mục có {len(gone)} tài liệu từ đó."
                f" Nếu đúng là muốn gỡ chúng, hãy chạy: {command(index, 'remove', gone[0])}"
            )
        for name in gone:
            contents.kept.pop(name, None)
            contents.files.pop(name)
        _read_into(contents, new, skipped, progress)
        return _changed(index, contents, encoder, progress, skipped, began, unchanged)


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
    with one_line_errors(index), writing(index, timeout), closing(_whole(index)) as base:
        contents = _everything(base)
        skipped: Skipped = []
        for document_id in dict.fromkeys(document_ids):
            if contents.kept.pop(document_id, None) is None:
                skipped.append((printable(document_id), "không có trong chỉ mục"))
                continue
            file = contents.files.pop(document_id)
            if file.location is None:
                contents.files[document_id] = replace(file, reason=REMOVED)
        return _changed(index, contents, None, progress, skipped, began, [])


def _changed(
    index: Path,
    contents: Contents,
    encoder: Encoder | None,
    progress: Progress | None,
    skipped: Skipped,
    began: float,
    unchanged: Sequence[str],
) -> Report:
    """Write a generation if there is anything to write, and tell what was done."""
    base = contents.base
    assert base
    manifest, encoded = base.manifest, 0
    if contents.new or len(contents.kept) < len(base.documents):
        if contents.new:
            check_encoder(index, manifest, encoder or base.encoder)
        manifest, encoded = write(
            index, contents, manifest.encoder, lambda: encoder or base.encoder, progress
        )
    report = _report(contents, manifest, encoded, skipped, began)
    return replace(report, unchanged=tuple(sorted(set(unchanged))))


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
        contents.files[source.id] = settled(file)
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


def _whole(index: Path) -> Index:
    """The index with every byte checked: what is damaged must not be handed on."""
    return Index.open(index, thorough=True)


@contextmanager
def _base(index: Path) -> Iterator[Index | None]:
    """The index as it is, None if there is none or no whole one."""
    try:
        opened = _whole(index)
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
        copies=manifest.copies,
        encoded=encoded,
        seconds=round(time.monotonic() - began, 3),
        added=tuple(sorted(now - held)),
        changed=tuple(sorted(name for name in now & held if not same(name))),
        unchanged=tuple(sorted(name for name in now & held if same(name))),
        removed=tuple(sorted(held - now)),
        skipped=tuple(skipped),
    )

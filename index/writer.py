"""Writing one generation from what it is to hold.

What the generation before holds already is shared with it: unchanged vectors and words are not
even copied. A small index, or one with many passages taken out, is written whole.
"""

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from index import passages
from index.cache import VectorCache
from index.copies import Pair, Sketch, find_pairs, originals, sketch
from index.database import Database, File
from index.documents import Document
from index.encoder import Encoder
from index.errors import StoreError
from index.filling import DatabaseWriter
from index.generation import CACHE, Manifest, folder_of, numbers, read_manifest
from index.lexical import LexicalIndex
from index.passages import Passage, split
from index.publishing import draft, publish, share
from index.store import DATABASE, LEXICAL, VECTORS, Index
from index.vectors import files_of, first_row, part_files, write_part
from index.vietnamese import one_spelling

COMPARING, ENCODING = "So bản sao", "Mã hoá"
STORING, INDEXING = "Lập chỉ mục véc-tơ", "Lập chỉ mục từ"
WHOLE_ROWS = 1_000  # an index of so few passages is written whole: it takes half a second
DEAD_SHARE = 0.05  # of passages taken out, before the whole is written anew

Progress = Callable[[str, int, int], None]


@dataclass
class Contents:
    """What a generation is to hold.

    new: id → document just read. kept: id → id in `base`, the index as it was. files: every file
    looked at, by `File.name`. rules: see `rules`.
    """

    base: Index | None
    rules: str
    new: dict[str, Document] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)

    def document(self, document_id: str) -> Document:
        if document_id in self.new:
            return self.new[document_id]
        assert self.base
        return replace(self.base.document(self.kept[document_id]), id=document_id)

    def passages(self, document_id: str) -> list[Passage]:
        return split(self.document(document_id))

    def forget_texts(self) -> None:
        """Let go of the texts once they are written: of a large archive they are a gigabyte."""
        self.new = {name: replace(document, text="") for name, document in self.new.items()}


@dataclass(frozen=True)
class _Stories:
    """Who tells whose story: sketches of all documents, possible copies, and copy → original."""

    sketches: dict[str, Sketch]
    pairs: set[Pair]
    copies: dict[str, str]


def write(
    index: Path,
    contents: Contents,
    encoder: dict[str, Any],
    open_encoder: Callable[[], Encoder],
    progress: Progress | None = None,
) -> tuple[Manifest, int]:
    """Write and publish a generation; returns its manifest and how many texts were encoded.

    encoder: name, dimension and fingerprint; open_encoder: called if a text is new. Raises
    OSError, sqlite3.Error, EncoderError; the draft is gone then.
    """

    def report(stage: str, done: int, total: int) -> None:
        if progress:
            progress(stage, done, total)

    stories = _stories(contents, report)
    base = contents.base if _can_extend(contents, encoder) else None
    with draft(index) as (number, folder):
        with closing(_fill(folder / DATABASE, base, contents, stories)) as writer:
            documents, count, rows = writer.documents, writer.passages, writer.rows
        gone = [] if base is None else _gone(folder, base)
        if rows and base and rows - count > DEAD_SHARE * rows:
            (folder / DATABASE).unlink()
            base = None
            with closing(_fill(folder / DATABASE, None, contents, stories)) as writer:
                rows = writer.rows
        contents.forget_texts()
        first = base.manifest.rows if base else 0
        with (
            closing(Database(folder / DATABASE)) as database,
            closing(
                VectorCache(index / CACHE, encoder["fingerprint"], encoder["dimension"])
            ) as cache,
        ):
            vectors, encoded = cache.vectors(
                (one_spelling(text) for _, text in database.texts(first)),
                rows - first,
                open_encoder,
                lambda done, total: report(ENCODING, done, total),
            )
            _write_vectors(folder / VECTORS, base, vectors, report)
            del vectors
            _write_words(folder / LEXICAL, base, database.texts(first), gone, rows, report)
        manifest = Manifest(
            generation=number,
            encoder=encoder,
            splitter=passages.SETTINGS,
            rules=contents.rules,
            documents=documents,
            passages=count,
            rows=rows,
            copies=len(stories.copies),
            created=datetime.now(UTC).isoformat(timespec="seconds"),
            files={},
        )
        before = contents.base.manifest if contents.base else None
        published = publish(index, folder, manifest, before)
    _prune(index, published)
    return published, encoded


def stamp(encoder: Encoder) -> dict[str, Any]:
    """How a manifest names an encoder."""
    return {
        "name": encoder.name,
        "dimension": encoder.dimension,
        "fingerprint": encoder.fingerprint,
    }


def rules() -> str:
    """Checksum of the code and tables that decide what is indexed: this whole package."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _prune(index: Path, published: Manifest) -> None:
    """Drop cached vectors that neither generation kept on disk uses. Failing costs room only."""
    with ExitStack() as stack, suppress(OSError, sqlite3.Error, StoreError):
        kept: list[tuple[Manifest, Database]] = []
        for number in numbers(index):
            manifest = read_manifest(index, number)
            kept.append((manifest, Database(folder_of(index, number) / DATABASE)))
            stack.callback(kept[-1][1].close)
        encoder = published.encoder
        cache = VectorCache(index / CACHE, encoder["fingerprint"], encoder["dimension"])
        stack.callback(cache.close)
        cache.prune(
            max(manifest.passages for manifest, _ in kept),
            lambda: (
                (manifest.encoder["fingerprint"], one_spelling(text))
                for manifest, database in kept
                for _, text in database.texts()
            ),
        )


def _can_extend(contents: Contents, encoder: dict[str, Any]) -> bool:
    base = contents.base
    return (
        base is not None
        and base.manifest.rows > WHOLE_ROWS
        and base.manifest.encoder == encoder
        and len(contents.new) <= len(contents.kept)
        and base.manifest.splitter == passages.SETTINGS
        and all(name == held for name, held in contents.kept.items())
    )


def _stories(contents: Contents, report: Progress) -> _Stories:
    base = contents.base
    known = base.database.sketches() if base else {}
    sketches = {name: known[held] for name, held in contents.kept.items()}
    for done, (name, document) in enumerate(contents.new.items()):
        report(COMPARING, done, len(contents.new))
        sketches[name] = sketch(document.text, document.published)
    if contents.new:
        report(COMPARING, len(contents.new), len(contents.new))
    now = {held: name for name, held in contents.kept.items()}
    pairs = {
        (now[one], now[other])
        for one, other in (base.database.pairs() if base else ())
        if one in now and other in now
    }
    ordered = dict(sorted(sketches.items()))
    pairs |= find_pairs(ordered, set(contents.new), lambda name: contents.document(name).text)
    return _Stories(ordered, pairs, originals(pairs, ordered))


def _fill(path: Path, base: Index | None, contents: Contents, stories: _Stories) -> DatabaseWriter:
    """Write the documents, as a change to those of `base` where that is given."""
    held: set[str] = set()
    if base:
        shutil.copyfile(folder_of(base.path, base.generation) / DATABASE, path)
        held = contents.kept.keys() - contents.new.keys()
    writer = DatabaseWriter(path, base.manifest.rows if base else 0)
    if base:
        for gone in set(base.database.ids()) - held:
            writer.remove(gone)
        before = base.database.copies()
        for name in sorted(held & (stories.copies.keys() ^ before.keys())):
            if name in stories.copies:
                writer.silence(name)
            else:
                writer.speak(name, contents.passages(name))
    for name in sorted((contents.new.keys() | contents.kept.keys()) - held):
        cut = [] if name in stories.copies else contents.passages(name)
        writer.add(contents.document(name), cut, stories.sketches[name])
    files = [contents.files[name] for name in sorted(contents.files)]
    writer.finish(files, stories.pairs, stories.copies)
    return writer


def _gone(folder: Path, base: Index) -> list[int]:
    """Numbers of the passages that `base` has and the draft has not."""
    with closing(Database(folder / DATABASE)) as database:
        dead = {number for part in database.dead() for number in part}
    return sorted(dead.difference(number for part in base.database.dead() for number in part))


def _write_vectors(folder: Path, base: Index | None, vectors: np.ndarray, report: Progress) -> None:
    """Share the parts of `base` and write one more, into which small neighbours are taken up.

    Parts so grow by doubling: there are never more than some twenty.
    """
    folder.mkdir()
    first = base.manifest.rows if base else 0
    if base:
        parts = part_files(folder_of(base.path, base.generation) / VECTORS)
        while (
            len(vectors)
            and len(parts) > 1
            and first - first_row(parts[-1]) <= 2 * (base.manifest.rows - first + len(vectors))
        ):
            first = first_row(parts.pop())
        for file in (file for part in parts for file in files_of(part)):
            share(file, folder / file.name)
        if not len(vectors):
            return
        taken_up = base.vectors.vectors(first, base.manifest.rows)
        vectors = np.concatenate([taken_up, vectors])
    write_part(folder, vectors, first, lambda done: report(STORING, done, len(vectors)))


def _write_words(
    folder: Path,
    base: Index | None,
    texts: Iterator[tuple[int, str]],
    gone: list[int],
    rows: int,
    report: Progress,
) -> None:
    first = base.manifest.rows if base else 0

    def told(done: int) -> None:
        report(INDEXING, done, rows - first)

    if base is None:
        LexicalIndex.build(folder, (text for _, text in texts), told)
        return
    for file in (folder_of(base.path, base.generation) / LEXICAL).iterdir():
        share(file, folder / file.name)
    if gone or rows > first:
        LexicalIndex.extend(folder, texts, gone, told)

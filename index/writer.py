"""Writing one generation from what it is to hold."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from index import passages
from index.cache import VectorCache
from index.database import Database, DatabaseWriter, File
from index.documents import Document
from index.encoder import Encoder
from index.generation import CACHE, Manifest
from index.lexical import LexicalIndex
from index.passages import Passage, split
from index.publishing import draft, publish
from index.store import DATABASE, LEXICAL, VECTORS, Index
from index.vectors import VectorIndex

ENCODING, INDEXING = "Mã hoá", "Lập chỉ mục từ"

Progress = Callable[[str, int, int], None]


@dataclass
class Contents:
    """What a generation is to hold.

    new: id → document just read, with its passages. kept: id → id in `base`, the index as it
    was. files: every file looked at, by `File.name`. rules: see `rules`.
    """

    base: Index | None
    rules: str
    new: dict[str, tuple[Document, list[Passage]]] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)

    def __iter__(self) -> Iterator[tuple[Document, list[Passage]]]:
        """Every document with its passages, in order of the ids."""
        for document_id in sorted(self.new.keys() | self.kept.keys()):
            if document_id in self.new:
                yield self.new[document_id]
            elif self.base:
                document = self.base.document(self.kept[document_id])
                document = replace(document, id=document_id)
                yield document, split(document)


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

    with draft(index) as (number, folder):
        with closing(DatabaseWriter(folder / DATABASE)) as writer:
            for document, pieces in contents:
                writer.add(document, pieces)
            writer.add_files(contents.files[name] for name in sorted(contents.files))
        count = writer.passages
        with (
            closing(Database(folder / DATABASE)) as database,
            closing(
                VectorCache(index / CACHE, encoder["fingerprint"], encoder["dimension"])
            ) as cache,
        ):
            vectors, encoded = cache.vectors(
                (text for _, text in database.texts()),
                count,
                open_encoder,
                lambda done, total: report(ENCODING, done, total),
            )
            VectorIndex.build(vectors).save(folder / VECTORS)
            LexicalIndex.build(
                folder / LEXICAL,
                (text for _, text in database.texts()),
                lambda done: report(INDEXING, done, count),
            )
        manifest = Manifest(
            generation=number,
            encoder=encoder,
            splitter=passages.SETTINGS,
            rules=contents.rules,
            documents=writer.documents,
            passages=count,
            created=datetime.now(UTC).isoformat(timespec="seconds"),
            files={},
        )
        before = contents.base.generation if contents.base else None
        return publish(index, folder, manifest, before), encoded


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

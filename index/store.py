"""The index as it is read: documents, passages, vectors, words and the encoder.

    index = Index.open(Path(".index"))
    ids, scores = index.vectors.search(index.encoder.query("…"), k=50)
    passages = index.passages(ids)

`index.update` writes it.
"""

import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from itertools import chain
from pathlib import Path

import numpy as np

from index.database import Database, Stated
from index.documents import Document
from index.encoder import Encoder, open_encoder
from index.errors import (
    EncoderMismatchError,
    IndexDamagedError,
    ReportsError,
    StoreError,
    UnknownDocumentError,
)
from index.generation import (
    DEFAULT_INDEX,
    Manifest,
    choose,
    command,
    folder_of,
    read_pointer,
)
from index.lexical import LexicalIndex
from index.passages import Passage
from index.vectors import VectorIndex
from index.vietnamese import one_spelling

DATABASE, VECTORS, LEXICAL = "reports.sqlite", "vectors", "lexical"


class Documents(Mapping[str, Document]):
    """All documents by id, in order of their ids, read as they are asked for."""

    def __init__(self, database: Database, count: int) -> None:
        self._database = database
        self._count = count

    def __getitem__(self, document_id: str) -> Document:
        document = self._database.document(document_id)
        if document is None:
            raise KeyError(document_id)
        return document

    def __iter__(self) -> Iterator[str]:
        return iter(self._database.ids())

    def __len__(self) -> int:
        return self._count


class Index:
    """One generation, opened for reading; safe to share between threads.

    It keeps serving what it opened, whatever is written or deleted meanwhile; `refresh` gives
    the newest. `warning` is a Vietnamese line when the newest is damaged and an earlier one is
    served, else None.
    """

    path: Path
    manifest: Manifest
    warning: str | None
    documents: Documents
    vectors: VectorIndex
    lexical: LexicalIndex

    def __init__(
        self, path: Path, pointer: str, encoder: Encoder | None = None, thorough: bool = False
    ) -> None:
        """For `open` and `refresh`, which read the pointer and wait out a writer."""
        self.path = path
        self.manifest, self.warning = choose(path, pointer, thorough)
        folder = folder_of(path, self.generation)
        self._pointer = pointer
        self._database = Database(folder / DATABASE)
        self.documents = Documents(self._database, self.manifest.documents)
        self.vectors = VectorIndex.load(folder / VECTORS, self._database.dead())
        self.lexical = LexicalIndex.load(folder / LEXICAL)
        same = encoder and encoder.fingerprint == self.manifest.encoder["fingerprint"]
        self._encoder = encoder if same else None
        self._encoder_lock = threading.Lock()

    @classmethod
    def open(
        cls, path: Path = DEFAULT_INDEX, encoder: Encoder | None = None, thorough: bool = False
    ) -> "Index":
        """Open the newest whole generation, its files checked as `index.generation.verify` says.

        encoder: one that is open already, used if it is the index's own. thorough: every byte is
        checked, as a writer does before it builds on them. Raises IndexMissingError,
        IndexDamagedError or StoreError, each naming the mending command.
        """
        while True:
            pointer = read_pointer(path)
            try:
                opened = cls(path, pointer, encoder, thorough)
            except (OSError, sqlite3.Error, IndexDamagedError) as error:
                # A writer may have removed the generation while it was being opened.
                if read_pointer(path) != pointer:
                    continue
                if isinstance(error, StoreError):
                    raise
                raise StoreError(
                    f"Không mở được chỉ mục {path} ({error}). Hãy chạy: {command(path, 'build')}"
                ) from error
            if opened.warning is None or read_pointer(path) == pointer:
                return opened
            opened.close()

    def refresh(self) -> "Index":
        """Self while nothing newer is in service, else the newer index, newly opened.

        When the newer one cannot be opened, self with a warning.
        """
        try:
            pointer = read_pointer(self.path)
            if pointer == self._pointer:
                return self
            self._pointer = pointer  # so that one that cannot be opened is tried once only
            return Index.open(self.path, self._encoder)
        except StoreError as error:
            self.warning = str(error)
            return self

    @property
    def generation(self) -> int:
        return self.manifest.generation

    @property
    def encoder(self) -> Encoder:
        """The encoder the vectors were made with, opened when first asked for.

        Raises EncoderMismatchError when it is no longer the same one, EncoderError when it
        cannot be loaded.
        """
        with self._encoder_lock:
            if self._encoder is None:
                self._encoder = open_encoder(self.manifest.encoder["name"])
            check_encoder(self.path, self.manifest, self._encoder)
            return self._encoder

    def warm_up(self) -> None:
        """Begin to load the encoder; whoever asks first is told of what fails."""
        with suppress(ReportsError):
            self.encoder.prepare()

    def vector(self, question: str) -> np.ndarray:
        """A question's vector, float32 (dimension,), the same for both ways to place tones."""
        return self.encoder.query(one_spelling(question))

    def document(self, document_id: str) -> Document:
        """The document of that id. Raises UnknownDocumentError."""
        document = self._database.document(document_id)
        if document is None:
            raise self._unknown(document_id)
        return document

    def original_of(self, document_id: str) -> str | None:
        """The document that this one tells the same story as; None unless it is a copy."""
        return self._copies.get(document_id)

    def copies_of(self, document_id: str) -> tuple[str, ...]:
        """Ids of the documents that tell the same story and have no passages of their own."""
        return tuple(self._database.copies_of(document_id))

    @cached_property
    def _copies(self) -> dict[str, str]:
        return self._database.copies()

    @property
    def passage_count(self) -> int:
        return self.manifest.passages

    def passage(self, number: int) -> Passage:
        """A passage by its id. Raises IndexError."""
        return self.passages([number])[0]

    def passages(self, numbers: Sequence[int] | np.ndarray) -> list[Passage]:
        """Passages by their ids, in the order given, read at once. Raises IndexError."""
        wanted = [int(number) for number in numbers]
        found = self._database.passages(wanted)
        try:
            return [found[number] for number in wanted]
        except KeyError as error:
            raise IndexError(f"no passage {error}; the index has {self.passage_count}") from error

    def passages_of(self, document_id: str) -> range:
        """Ids of a document's passages, in order; a copy has none. Raises UnknownDocumentError."""
        numbers = self._database.passages_of(document_id)
        if numbers is None:
            raise self._unknown(document_id)
        return numbers

    def counted(self, column: str) -> dict[str | None, int]:
        """Each value of a column with the number of documents that state it; None: state none.

        column: `id`, `province`, `district`, `source` or `year`. No document is read.
        """
        return self._database.counted(column)

    def passage_ids(self, stated: Stated, or_copies: bool = False) -> np.ndarray:
        """Sorted ids (int64) of the passages of some documents: what a search may return.

        Of those that state, of each column, one of the values given, None standing for none;
        or_copies: also of those a copy of which does. Columns as for `counted`; without any, all.
        """
        spans = self._database.spans(stated, or_copies)
        flat = np.fromiter(chain.from_iterable(spans), np.int64, 2 * len(spans))
        first, stop = flat[::2], flat[1::2]
        first, at = np.unique(first[first < stop], return_index=True)
        lengths = stop[flat[::2] < stop][at] - first
        before = np.cumsum(lengths) - lengths
        return np.arange(lengths.sum()) + np.repeat(first - before, lengths)

    @property
    def size(self) -> int:
        """Bytes of the generation on disk."""
        return sum(stamp["size"] for stamp in self.manifest.files.values())

    @property
    def database(self) -> Database:
        """The documents, passages and files as stored, for `index.update`."""
        return self._database

    def close(self) -> None:
        """Let go of the file of documents; vectors and words go with the object."""
        self._database.close()

    def __enter__(self) -> "Index":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _unknown(self, document_id: str) -> UnknownDocumentError:
        return UnknownDocumentError(
            f"Chỉ mục {self.path} không có tài liệu {document_id!r}."
            f" Hãy xem danh sách: {command(self.path, 'status')}"
        )


def check_encoder(path: Path, manifest: Manifest, encoder: Encoder) -> None:
    """Raises EncoderMismatchError unless the vectors were made by this very encoder."""
    stamp = manifest.encoder
    if (encoder.fingerprint, encoder.dimension) != (stamp["fingerprint"], stamp["dimension"]):
        more = [] if stamp["name"] == encoder.name else ["--encoder", encoder.name]
        raise EncoderMismatchError(
            f"Chỉ mục {path} được mã hoá bằng {stamp['name']} ({stamp['dimension']} chiều,"
            f" dấu {stamp['fingerprint'][:8]}), bộ mã hoá đang có là {encoder.name}"
            f" ({encoder.dimension} chiều, dấu {encoder.fingerprint[:8]})."
            f" Hãy chạy: {command(path, 'build', *more)}"
        )

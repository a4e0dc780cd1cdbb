"""Word search with BM25, on tantivy; k1 = 1.2 and b = 0.75 are tantivy's and fixed.

Each passage is indexed twice: by its accent-kept keys and by its accent-free keys, both made by
`index.vietnamese.tokens`. A number or the number of an official document is one term; a
percentage "93.4%" is found as "93.4" too, "11-nq/tu" as "11".
"""

import errno
import math
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np
import tantivy

from index.vietnamese import number_key, tokens

KEPT, FOLDED = "kept", "folded"
# A word of more passages is common. To find the best passages by such words takes long, the longer
# the more of them; in a small index none is.
COMMON = 20_000

_WRITER_BYTES = 1_000_000_000  # used as needed; about 2,000,000 passages before a second segment
_EXTENDING_BYTES = 32_000_000
_DEEPER = 8
_REMEMBERED = 8192
_NEARLY_FULL = 1_000_000  # bytes
_NUMBER = re.compile(r"\d+(?=[/-])")
_LOCKS = (".tantivy-writer.lock", ".tantivy-meta.lock")


@dataclass(frozen=True, slots=True)
class Terms:
    """What to look for: term → weight, for each of the two fields.

    `kept` holds `Token.key`s, `folded` holds `Token.folded`s. The field is named rather than
    guessed from the key because a key cannot tell: "an", "93.4" are the same in both. Weights
    are positive; a term of another weight is left out.
    """

    kept: Mapping[str, float] = field(default_factory=dict)
    folded: Mapping[str, float] = field(default_factory=dict)


class LexicalIndex:
    """BM25 over all passages; passage ids are the order in which the texts were given."""

    def __init__(self, index: tantivy.Index) -> None:
        self._schema = index.schema
        self._searcher = index.searcher()
        # Every step of a question asks how common its words are.
        self._frequency = lru_cache(maxsize=_REMEMBERED)(self._searcher.doc_freq)

    @classmethod
    def build(
        cls, path: Path, texts: Iterable[str], progress: Callable[[int], None] | None = None
    ) -> None:
        """Write an index of `texts` into the folder `path`, in one commit.

        progress: told how many texts are in. Raises OSError.
        """
        path.mkdir(parents=True, exist_ok=True)
        with _writing(path):
            index = tantivy.Index(_schema(), path=str(path), reuse=False, sort_by_field="id")
            _write(index, _WRITER_BYTES, enumerate(texts), (), progress)

    @classmethod
    def extend(
        cls,
        path: Path,
        texts: Iterable[tuple[int, str]],
        gone: Iterable[int],
        progress: Callable[[int], None] | None = None,
    ) -> None:
        """Add passages to a copy of an index, and take some out; nothing else is written anew.

        The files of the copy may be hard links: tantivy replaces files and alters none. Until
        their segment is merged, passages taken out still count for how rare a word is. Raises
        OSError.
        """
        with _writing(path):
            _write(tantivy.Index.open(str(path)), _EXTENDING_BYTES, texts, gone, progress)

    @classmethod
    def load(cls, path: Path) -> "LexicalIndex":
        """Open an index for reading; writes nothing into its folder. Raises OSError.

        tantivy takes a lock file in the folder it opens. It is therefore shown a folder of
        links; once the files are mapped into memory the links can go.
        """
        with tempfile.TemporaryDirectory(
            prefix="hoi-dap-cds-", ignore_cleanup_errors=True
        ) as folder:
            for file in path.resolve().iterdir():
                _link(file, Path(folder) / file.name)
            try:
                index = tantivy.Index.open(folder)
                index.config_reader(reload_policy="manual")
                return cls(index)
            except ValueError as error:
                raise _os_error(error, path) from error

    @property
    def count(self) -> int:
        return int(self._searcher.num_docs)

    def document_frequency(self, term: str, field: str = KEPT) -> int:
        """How many passages hold a term; field: `KEPT` or `FOLDED`."""
        return int(self._frequency(field, term))

    def search(
        self, query: Terms, k: int, allowed: np.ndarray | None = None
    ) -> tuple[np.ndarray, np.ndarray]:
        """The k passages that match best, best first, ties by passage id.

        allowed: sorted ids of the passages that may be returned; the others do not take part in
        the ranking, but every passage counts for how rare a word is. Returns ids (int64) and BM25
        scores (float32), at most k; passages with none of the terms are not returned.
        """
        parsed, count = self._parsed(query), self.count
        if allowed is None:
            return self._ranked(parsed, min(k, count))
        k = min(k, len(allowed))
        # To look an id up takes about as long as to rank two passages deeper.
        if len(allowed) ** 2 <= k * count:
            return self._ranked(self._narrowed(parsed, allowed), k)
        depth = k + 2 * k * count // len(allowed)
        while True:
            ids, scores = self._ranked(parsed, min(depth, count))
            inside = allowed[np.searchsorted(allowed[:-1], ids)] == ids
            if inside.sum() >= k or len(ids) < depth:
                return ids[inside][:k], scores[inside][:k]
            depth *= _DEEPER

    def _narrowed(self, parsed: tantivy.Query, allowed: np.ndarray) -> tantivy.Query:
        within = tantivy.Query.term_set_query(self._schema, "id", allowed.tolist())
        must = [parsed, tantivy.Query.const_score_query(within, 0.0)]
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in must])

    def _parsed(self, query: Terms) -> tantivy.Query:
        parts = []
        for name, weights in ((KEPT, query.kept), (FOLDED, query.folded)):
            for term, weight in weights.items():
                if weight > 0:
                    part = tantivy.Query.term_query(self._schema, name, term, index_option="freq")
                    parts.append(tantivy.Query.boost_query(part, weight))
        return tantivy.Query.boolean_query([(tantivy.Occur.Should, part) for part in parts])

    def _ranked(self, query: tantivy.Query, k: int) -> tuple[np.ndarray, np.ndarray]:
        if k <= 0:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
        hits = self._searcher.search(query, k, count=False).hits
        addresses = [address for _, address in hits]
        ids = np.array(self._searcher.fast_field_values("id", addresses), dtype=np.int64)
        scores = np.array([score for score, _ in hits], dtype=np.float32)
        order = np.lexsort((ids, -scores))
        return ids[order], scores[order]


def rarity(frequency: int, count: int) -> float:
    """What a term that stands in so many of all passages is worth: the idf of BM25."""
    return math.log1p((count - frequency + 0.5) / (frequency + 0.5))


def _write(
    index: tantivy.Index,
    memory: int,
    texts: Iterable[tuple[int, str]],
    gone: Iterable[int],
    progress: Callable[[int], None] | None,
) -> None:
    # One thread: several would deal the passages out to segments by chance.
    writer = index.writer(heap_size=memory, num_threads=1)
    if numbers := list(gone):
        # `delete_documents_by_term` takes a number for a signed one, and finds nothing.
        within = tantivy.Query.term_set_query(index.schema, "id", numbers)
        writer.delete_documents_by_query(within)
    for done, (number, text) in enumerate(texts, 1):
        kept, folded = _keys(text)
        row = {"id": number, KEPT: kept, FOLDED: folded}
        writer.add_document(tantivy.Document.from_dict(row, index.schema))
        if progress:
            progress(done)
    writer.commit()
    writer.garbage_collect_files()
    writer.wait_merging_threads()


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except ValueError as error:
        raise _os_error(error, path) from error
    # Its settings files come out readable by their owner only; whoever may read the other
    # files, the account a service runs under say, needs these too.
    for file in path.iterdir():
        if file.stat().st_nlink == 1:
            shutil.copymode(path / _LOCKS[0], file)
    for lock in _LOCKS:
        (path / lock).unlink(missing_ok=True)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", indexed=True, fast=True)
    for name in (KEPT, FOLDED):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def _keys(text: str) -> tuple[str, str]:
    """The keys of both fields, joined by spaces, which no key holds."""
    kept, folded = [], []
    for token in tokens(text):
        kept.append(token.key)
        folded.append(token.folded)
        if token.kind == "percent":
            kept.append(token.key.removesuffix("%"))
            folded.append(token.folded.removesuffix("%"))
        elif token.kind == "document" and (number := _NUMBER.match(token.key)):
            kept.append(number_key(number.group()))
            folded.append(number_key(number.group()))
    return " ".join(kept), " ".join(folded)


def _link(source: Path, target: Path) -> None:
    with suppress(OSError):
        target.symlink_to(source)
        return
    shutil.copyfile(source, target)


def _os_error(error: ValueError, path: Path) -> OSError:
    """tantivy tells the number of the system's error in its message, if at all."""
    number = re.search(r"(?:os error|code:) (\d+)", str(error))
    if number:
        return OSError(int(number[1]), str(error))
    # "An index writer was killed" is all that is left of an error in a writer's own thread.
    if shutil.disk_usage(path).free < _NEARLY_FULL:
        return OSError(errno.ENOSPC, str(error))
    return OSError(str(error))

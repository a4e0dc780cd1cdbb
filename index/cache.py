"""Vectors by content: nothing unchanged is encoded twice.

The key is the encoder's fingerprint and the passage's text. The file is a cache and nothing
else: deleting it costs time only, and a row that is damaged counts as missing. What no
generation uses any more is dropped now and then.
"""

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from index.encoder import Encoder
from index.errors import EncoderError

_READ = 500  # rows per query
_SURPLUS = 100  # rows beyond a quarter more than is used, before the cache is pruned
_ENCODE = 512  # passages per commit: what a killed build has to encode again


class VectorCache:
    """Vectors of one encoder. Raises OSError or sqlite3.OperationalError when it cannot write."""

    def __init__(self, path: Path, fingerprint: str, dimension: int) -> None:
        self._path = path
        self._fingerprint = fingerprint
        self._dimension = dimension
        self._connection = self._open()

    def vectors(
        self,
        texts: Iterable[str],
        count: int,
        open_encoder: Callable[[], Encoder],
        progress: Callable[[int, int], None],
    ) -> tuple[np.ndarray, int]:
        """Vectors of `count` texts, float32 (count, dimension), and how many were encoded.

        open_encoder: called only if a text is not in the cache. progress: told how many of the
        texts to encode are done, of how many.
        """
        found = np.zeros((count, self._dimension), dtype=np.float32)
        missing: dict[bytes, tuple[str, list[int]]] = {}
        part: list[tuple[int, str]] = []
        for row in enumerate(texts):
            part.append(row)
            if len(part) == _READ:
                self._fill(found, part, missing)
                part = []
        self._fill(found, part, missing)
        if missing:
            self._encode(found, list(missing.items()), open_encoder(), progress)
        return found, len(missing)

    def _encode(
        self,
        found: np.ndarray,
        wanted: Sequence[tuple[bytes, tuple[str, list[int]]]],
        encoder: Encoder,
        progress: Callable[[int, int], None],
    ) -> None:
        done = 0

        def advance(count: int) -> None:
            nonlocal done
            done += count
            progress(done, len(wanted))

        progress(0, len(wanted))
        for at in range(0, len(wanted), _ENCODE):
            chunk = wanted[at : at + _ENCODE]
            fresh = encoder.passages([text for _, (text, _) in chunk], advance)
            if fresh.shape != (len(chunk), self._dimension) or not np.isfinite(fresh).all():
                raise EncoderError(
                    f"{encoder.name} trả về véc-tơ hỏng, dạng {fresh.shape}, lẽ ra"
                    f" {(len(chunk), self._dimension)}. Hãy dùng mô hình khác với --encoder."
                )
            self._keep(zip([key for key, _ in chunk], fresh, strict=True))
            for vector, (_, (_, rows)) in zip(fresh, chunk, strict=True):
                found[rows] = vector

    def prune(self, used: int, texts: Callable[[], Iterable[tuple[str, str]]]) -> int:
        """Drop vectors that nothing uses once they are many; returns how many went.

        used: about how many there need be. texts: fingerprint and text of all that is in use,
        asked for only if there is something to drop. Raises sqlite3.Error; the cache stays whole.
        """
        [(count,)] = self._connection.execute("SELECT count(*) FROM vectors").fetchall()
        if count <= used + used // 4 + _SURPLUS:
            return 0
        run = self._connection.execute
        with self._connection:
            run("CREATE TEMP TABLE used (key BLOB PRIMARY KEY)")
            self._connection.executemany(
                "INSERT OR IGNORE INTO used VALUES (?)",
                ([_key(fingerprint, text)] for fingerprint, text in texts()),
            )
            gone = run("DELETE FROM vectors WHERE key NOT IN (SELECT key FROM used)").rowcount
            run("DROP TABLE used")
        run("VACUUM")
        return int(gone)

    def close(self) -> None:
        self._connection.close()

    def _fill(
        self,
        found: np.ndarray,
        part: Sequence[tuple[int, str]],
        missing: dict[bytes, tuple[str, list[int]]],
    ) -> None:
        keys = [_key(self._fingerprint, text) for _, text in part]
        known = self._lookup(keys)
        for key, (row, text) in zip(keys, part, strict=True):
            if key in known:
                found[row] = known[key]
            else:
                missing.setdefault(key, (text, []))[1].append(row)

    def _lookup(self, keys: Sequence[bytes]) -> dict[bytes, np.ndarray]:
        marks = ", ".join("?" * len(keys))
        query = f"SELECT key, vector, crc FROM vectors WHERE key IN ({marks})"
        try:
            rows = self._connection.execute(query, keys).fetchall()
        except sqlite3.DatabaseError as error:
            self._start_again(error)
            return {}
        return {
            key: np.frombuffer(vector, dtype="<f4")
            for key, vector, crc in rows
            if len(vector) == 4 * self._dimension and zlib.crc32(vector) == crc
        }

    def _keep(self, vectors: Iterable[tuple[bytes, np.ndarray]]) -> None:
        rows = [
            (key, content, zlib.crc32(content))
            for key, content in ((key, vector.astype("<f4").tobytes()) for key, vector in vectors)
        ]
        try:
            with self._connection:
                self._connection.executemany("REPLACE INTO vectors VALUES (?, ?, ?)", rows)
        except sqlite3.DatabaseError as error:
            self._start_again(error)

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path)
        try:
            connection.executescript(
                "PRAGMA synchronous=NORMAL; CREATE TABLE IF NOT EXISTS vectors"
                " (key BLOB PRIMARY KEY, vector BLOB NOT NULL, crc INTEGER NOT NULL)"
            )
        except sqlite3.DatabaseError as error:
            connection.close()
            if type(error) is not sqlite3.DatabaseError:
                raise
            self._remove()
            return self._open()
        return connection

    def _start_again(self, error: sqlite3.DatabaseError) -> None:
        """Replace a damaged file with an empty one; pass on any other error.

        Python raises plain DatabaseError for "malformed" and "not a database" only.
        """
        if type(error) is not sqlite3.DatabaseError:
            raise error
        self._connection.close()
        self._remove()
        self._connection = self._open()

    def _remove(self) -> None:
        self._path.unlink(missing_ok=True)
        self._path.with_name(f"{self._path.name}-journal").unlink(missing_ok=True)


def _key(fingerprint: str, text: str) -> bytes:
    return hashlib.blake2b(f"{fingerprint}\0{text}".encode(), digest_size=20).digest()

"""Corpora as large as one likes, from a file of articles: texts with words changed, vectors grown.

An article file holds JSON lines with `title` and `body`, packed with gzip. Past its end the
articles come again, every third word taken from another one at the same place, so that words stay
as frequent as they are and no text is near another. Vectors of such texts cannot be waited for:
beyond a pool of real ones they are sums of three of these.
"""

import gzip
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from index.encoder import Encoder

CHANGED = 3  # one word in so many is another article's
STRIDE = 7919  # from an article to the one whose words it takes; prime, so that all differ
# How far a grown vector is moved from a real one, along the difference of two others.
SPREAD = 0.5


def articles(files: Sequence[Path], count: int) -> Iterator[str]:
    """So many articles, title first; those past the end of the files with words changed."""
    every: list[str] = []
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                if len(every) == count:
                    return
                row = json.loads(line)
                every.append(f"{row['title']}\n\n{row['body']}")
                yield every[-1]
    for number in range(len(every), count):
        turn, at = divmod(number, len(every))
        yield changed(every[at], every[(at + turn * STRIDE) % len(every)])


def changed(text: str, other: str) -> str:
    """A text with one word in three taken from another, at the same place in its line."""
    lines = [line.split(" ") for line in text.split("\n")]
    words = other.split()
    at = 0
    for line in lines:
        for place in range(len(line)):
            if at % CHANGED == 0 and line[place] and words:
                line[place] = words[at % len(words)]
            at += 1
    return "\n".join(" ".join(line) for line in lines)


def write_corpus(folder: Path, files: Sequence[Path], count: int) -> list[Path]:
    """So many articles, a file each, in folders of 500."""
    written = []
    for number, text in enumerate(articles(files, count)):
        path = folder / f"{number // 500:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written


def grown(pool: np.ndarray, chosen: np.ndarray) -> np.ndarray:
    """Unit vectors, each a row of the pool moved along the difference of two others.

    Of the direction of the mean, which all rows share, each keeps as much as it has: with less of
    it most would be far from every question, and the few near ones easy to find.
    `benchmarks.vectors --grown` compares grown vectors with real ones.

    pool: float32 (n, dimension) of unit rows. chosen: whole numbers (count, 3), which rows.
    """
    mean = pool.mean(axis=0)
    mean /= np.linalg.norm(mean)
    one, other, third = (pool[chosen[:, at] % len(pool)] for at in range(3))
    shared = np.outer(one @ mean, mean)
    moved = one + SPREAD * (other - third)
    moved -= np.outer(moved @ mean, mean)
    length = np.linalg.norm(one - shared, axis=1) / np.linalg.norm(moved, axis=1)
    return shared + moved * length[:, None]


class Growing:
    """The real encoder for the first texts it is given, and a pool grown from those for others.

    limit: how many texts are really encoded. One and the same text has one and the same vector.
    """

    def __init__(self, encoder: Encoder, limit: int, pool: np.ndarray | None = None) -> None:
        """pool: real vectors there are already, float32 (n, dimension)."""
        self.name = encoder.name
        self.dimension = encoder.dimension
        self.fingerprint = encoder.fingerprint
        self.encoded = 0
        self.limit = limit
        self._encoder = encoder
        self._pool = np.zeros((0, encoder.dimension), np.float32) if pool is None else pool

    def passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> np.ndarray:
        """As `Encoder.passages`."""
        real = np.zeros((0, self.dimension), np.float32)
        if first := texts[: self.limit - self.encoded]:
            real = self._encoder.passages(first, progress)
            self.encoded += len(real)
            self._pool = np.concatenate([self._pool, real])
        others = texts[len(real) :]
        if not others:
            return real
        vectors = grown(self._pool, np.array([_numbers(text) for text in others]))
        if progress:
            progress(len(others))
        return np.concatenate([real, vectors.astype(np.float32)])

    def prepare(self) -> None:
        """Nothing to load."""

    def query(self, text: str) -> np.ndarray:
        """As `Encoder.query`."""
        return self._encoder.query(text)


def _numbers(text: str) -> list[int]:
    digest = hashlib.blake2b(text.encode(), digest_size=12).digest()
    return [int.from_bytes(digest[at : at + 4], "little") for at in (0, 4, 8)]

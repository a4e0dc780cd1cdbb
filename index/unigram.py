"""Text → token ids: the most probable cut into the bundle's own SentencePiece pieces.

Unigram (Kudo 2018) needs a library and seconds to load elsewhere; here the pieces stay in the
mapped file, found by a checksum. No piece reaches over a space, so a text is cut word by word,
and words come again: each is cut once and remembered.
"""

import re
from functools import lru_cache
from itertools import accumulate

import numpy as np

from index.bundle import Vocabulary

_BEGIN, _END, _UNKNOWN = 0, 2, 3
_SPACE = "▁"  # how SentencePiece writes a space
_REMEMBERED = 1 << 16  # words
_MIXING = 0x9E3779B97F4A7C15  # odd: 2⁶⁴ over the golden ratio
_WORD = (1 << 64) - 1


class Unigram:
    """Cuts normalised (NFKC) text as `tokenizers` does; safe to share between threads."""

    def __init__(self, vocabulary: Vocabulary, normalisation: dict[str, str]) -> None:
        """normalisation: what to put in place of a character."""
        self._table = str.maketrans(normalisation)
        self._vocabulary = vocabulary
        self._texts = vocabulary.texts.tobytes()
        checksums = _checksums(vocabulary.texts, vocabulary.offsets)
        self._order = np.argsort(checksums)
        self._sorted = checksums[self._order]
        self._longest = int(np.diff(vocabulary.offsets).max())  # bytes
        self._unknown = float(vocabulary.scores.min()) - 10
        self._word = lru_cache(maxsize=_REMEMBERED)(self._cut)

    def ids(self, text: str, limit: int) -> list[int]:
        """Ids of a text between those of its begin and its end, at most `limit` in all."""
        # A piece is at most so long: what stands further behind cannot count.
        text = re.sub(" {2,}", " ", text.translate(self._table))[: limit * self._longest]
        if not text.startswith(" "):
            text = f" {text}"
        found = [_BEGIN]
        for word in text.replace(" ", _SPACE).split(_SPACE)[1:]:
            found += self._word(_SPACE + word)
        return [*found[: limit - 1], _END]

    def _cut(self, word: str) -> tuple[int, ...]:
        """Ids of the pieces of a word (Viterbi)."""
        raw = word.encode()
        ends = [0, *accumulate(len(letter.encode()) for letter in word)]
        spans = [
            (start, end)
            for start in range(len(word))
            for end in range(start + 1, len(ends))
            if ends[end] - ends[start] <= self._longest
        ]
        pieces = self._find([raw[ends[start] : ends[end]] for start, end in spans])
        best = [(0.0, 0, 0)] + [(-np.inf, 0, 0)] * len(word)  # score, last piece, its start
        for (start, end), piece in zip(spans, pieces, strict=True):
            if piece >= 0:
                score = best[start][0] + float(self._vocabulary.scores[piece])
            elif end == start + 1:
                score, piece = best[start][0] + self._unknown, _UNKNOWN
            else:
                continue
            if score > best[end][0]:
                best[end] = (score, piece, start)
        found, at = [], len(word)
        while at:
            _, piece, at = best[at]
            found.append(piece)
        return tuple(reversed(found))

    def _find(self, texts: list[bytes]) -> list[int]:
        """The piece that each text is, -1 where it is none."""
        offsets = np.array([0, *accumulate(map(len, texts))], np.uint32)
        checksums = _checksums(np.frombuffer(b"".join(texts), "u1"), offsets)
        places = np.searchsorted(self._sorted, checksums)
        places[places == len(self._sorted)] = 0
        found = self._order[places]
        found[self._sorted[places] != checksums] = -1
        return [
            piece if piece >= 0 and self._text(piece) == text else -1
            for piece, text in zip(found.tolist(), texts, strict=True)
        ]

    def _text(self, piece: int) -> bytes:
        start, end = self._vocabulary.offsets[piece : piece + 2]
        return self._texts[start:end]


def _checksums(texts: np.ndarray, offsets: np.ndarray) -> np.ndarray:
    """64 bits (n,) for each text (bytes laid end to end), eight bytes at a time."""
    padded = np.concatenate([texts, np.zeros(8, "u1")])
    words = np.ndarray((len(texts) + 1,), "<u8", padded, strides=(1,))  # at every byte
    starts = offsets[:-1].astype(np.int64)
    left = np.diff(offsets).astype(np.int64)
    sums = np.zeros(len(left), np.uint64)
    at = np.arange(len(left))
    factor = _MIXING
    while len(at):
        kept = np.minimum(left[at], 8).astype(np.uint64)
        word = words[starts[at]] & (np.uint64(_WORD) >> (np.uint64(64) - 8 * kept))
        sums[at] += word * np.uint64(factor)
        left[at] -= 8
        starts[at] += 8
        at = at[left[at] > 0]
        factor = factor * _MIXING & _WORD
    return sums

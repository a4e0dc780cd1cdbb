"""Documents that tell one story: the same text under several names, or one wire story on
several portals with other page furniture around it.

Likely pairs share a band of MinHash values (datasketch); each is then compared word by word. A
copy may say less than its original, never more: every figure, place and name of its prose stands
in the original too, so that two reports filled into one form are never taken for one.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from index.places import find_provinces
from index.vietnamese import fold, tokens

Pair = tuple[str, str]

_HASHES, _BANDS = 64, 16  # a pair as like as _LIKE shares a band with probability .996
_LIKE = 0.75  # Jaccard, of the runs of _RUN syllables
_RUN = 3
_LEAST_RUNS = 20
_PROSE = 60  # characters; shorter lines are what a portal prints around a story
_NAMES_MISSING = 2

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What documents are compared by before they are read: hashes (uint32), length, date."""

    hashes: bytes
    length: int
    published: str | None


def sketch(text: str, published: str | None) -> Sketch:
    """The sketch of a document's text."""
    from datasketch import MinHash  # slow to import, needed for new documents only

    hashed = MinHash(num_perm=_HASHES, seed=1)
    hashed.update_batch([run.encode() for run in _runs(text)])
    return Sketch(hashed.hashvalues.astype("<u4").tobytes(), len(text), published)


def find_pairs(
    sketches: Mapping[str, Sketch], fresh: set[str], read: Callable[[str], str]
) -> set[Pair]:
    """(copy, original) for every two documents of which one is fresh; both ways if both hold."""
    found = set()
    facts = lru_cache(maxsize=64)(lambda name: _Facts.of(read(name)))
    for one, other in sorted(_candidates(sketches, fresh)):
        left, right = facts(one), facts(other)
        if left.likeness(right) >= _LIKE:
            found |= {(one, other)} if left.within(right) else set()
            found |= {(other, one)} if right.within(left) else set()
    return found


def originals(pairs: set[Pair], sketches: Mapping[str, Sketch]) -> dict[str, str]:
    """Copy → original; the same for the same documents, whatever way they came in.

    An original is what most are copies of; then the longest, the first published, the first name.
    """
    copies: dict[str, list[str]] = {}
    for copy, original in pairs:
        copies.setdefault(original, []).append(copy)

    def rank(name: str) -> tuple[int, int, str, str]:
        known = sketches[name]
        return -len(copies[name]), -known.length, known.published or "~", name

    found: dict[str, str] = {}
    taken: set[str] = set()
    for original in sorted(copies, key=rank):
        if original in found:
            continue
        for copy in copies[original]:
            if copy not in found and copy not in taken:
                found[copy] = original
                taken.add(original)
    return found


def _candidates(sketches: Mapping[str, Sketch], fresh: set[str]) -> Iterator[Pair]:
    """Pairs that share a band of hashes, at least one of them fresh."""
    names = list(sketches)
    if len(names) < 2 or not fresh:
        return
    matrix = np.frombuffer(b"".join(known.hashes for known in sketches.values()), "<u4")
    bands = matrix.reshape(len(names), _BANDS, -1)
    is_fresh = np.array([name in fresh for name in names])
    seen = set()
    for band in range(_BANDS):
        rows = np.ascontiguousarray(bands[:, band])
        keys = rows.view(f"V{rows.shape[1] * 4}").ravel()
        _, group, sizes = np.unique(keys, return_inverse=True, return_counts=True)
        shared = np.flatnonzero(sizes[group] > 1)
        wanted = set(group[shared[is_fresh[shared]]].tolist())
        members: dict[int, list[int]] = {}
        for at in shared.tolist():
            if int(group[at]) in wanted:
                members.setdefault(int(group[at]), []).append(at)
        for together in members.values():
            seen |= {
                (one, other)
                for place, one in enumerate(together)
                for other in together[place + 1 :]
                if is_fresh[one] or is_fresh[other]
            }
    for one, other in seen:
        left, right = sorted((names[one], names[other]))
        yield left, right


@dataclass(frozen=True, slots=True)
class _Facts:
    text: str
    runs: frozenset[str]
    figures: frozenset[str]
    places: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "_Facts":
        prose = "\n".join(line for line in text.split("\n") if len(line) >= _PROSE)
        found = tokens(prose)
        return cls(
            text,
            frozenset(_runs(text)),
            frozenset(token.key for token in found if token.kind != "word"),
            frozenset(mention.name for mention in find_provinces(prose)),
            frozenset(t.key for t in found if t.kind == "word" and prose[t.start].isupper()),
        )

    def likeness(self, other: "_Facts") -> float:
        if self.text == other.text:
            return 1.0
        if min(len(self.runs), len(other.runs)) < _LEAST_RUNS:
            return 0.0
        return len(self.runs & other.runs) / len(self.runs | other.runs)

    def within(self, other: "_Facts") -> bool:
        return (
            self.figures <= other.figures
            and self.places <= other.places
            and len(self.names - other.names) <= _NAMES_MISSING
        )


def _runs(text: str) -> Sequence[str]:
    words = _WORD.findall(fold(text))
    return [" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))]

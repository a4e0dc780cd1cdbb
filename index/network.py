"""Token ids → vectors: the bundled model's forward pass, run by OpenVINO.

The weights stay at 4 bits, 12 MB that fit a processor's cache; OpenVINO multiplies them with
activations in 8 bits, and the rest is bfloat16 where the processor has it, else float32. Of the
word embeddings, 380 MB in float32, only the rows of the text are read from the mapped bundle.
"""

import hashlib
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from index.bundle import Bundle, Settings, Tensor

# OpenVINO does without its converter of models, whose import takes longer than its own and brings
# telemetry along.
_CONVERTER = "openvino.tools.ovc"
sys.modules[_CONVERTER] = None  # type: ignore[assignment]
try:
    import openvino as ov
    from openvino import Node
    from openvino import opset13 as ops

    from index.compiled import compiled
finally:
    del sys.modules[_CONVERTER]

_LAYER = "encoder.layer.{}."
_EMBEDDINGS = "embeddings."
_AWAY = 1e4  # taken from the attention that padding gets
# Lengths are rounded up to a multiple of it: OpenVINO prepares for every new one, which takes 5 ms
# and a megabyte, and the lengths of questions are many.
_STEP = 4


class Network:
    """BERT (Devlin et al. 2018) with mean pooling; threads that share it take turns.

    It is compiled in a thread of its own, and whoever asks for vectors waits for that: a cold
    process imports and opens the rest meanwhile. The process, too, waits for it to end.
    """

    def __init__(self, bundle: Bundle, name: str) -> None:
        """name: of the weights, to know what was compiled of them before."""
        tensors = bundle.tensors
        self._words = tensors[f"{_EMBEDDINGS}word_embeddings.weight"]
        kinds = tensors[f"{_EMBEDDINGS}token_type_embeddings.weight"].values()
        self._places = tensors[f"{_EMBEDDINGS}position_embeddings.weight"].values() + kinds[0]
        self._computing = threading.Lock()
        thread = ThreadPoolExecutor(1)
        self._request = thread.submit(_request, bundle, name)
        thread.shutdown(wait=False)

    def vectors(self, texts: Sequence[Sequence[int]]) -> np.ndarray:
        """Texts as token ids, none empty → float32 (n, hidden), unit rows.

        Raises RuntimeError when OpenVINO cannot run it.
        """
        request = self._request.result()
        longest = -(-max(map(len, texts)) // _STEP) * _STEP
        tokens = np.zeros((len(texts), longest), np.int64)
        mask = np.zeros((len(texts), longest), np.float32)
        for row, ids in enumerate(texts):
            tokens[row, : len(ids)] = ids
            mask[row, : len(ids)] = 1
        embedded = self._words.rows(tokens) + self._places[:longest]
        with self._computing:
            sums = request.infer([embedded, mask])[0][:, 0].copy()
        return sums / np.linalg.norm(sums, axis=1, keepdims=True)


def _request(bundle: Bundle, name: str) -> ov.InferRequest:
    request = compiled(lambda: _model(bundle), f"{name} {_source()}").create_infer_request()
    # The first run lays the weights out.
    request.infer(
        [np.zeros((1, 1, bundle.settings.hidden), np.float32), np.ones((1, 1), np.float32)]
    )
    return request


def _source() -> str:
    """This file's own digest: what it compiles changes with it."""
    return hashlib.sha256(Path(__file__).read_bytes()).hexdigest()


def _model(bundle: Bundle) -> ov.Model:
    """Embedded tokens (n, length, hidden) and their mask (n, length) → sums (n, 1, hidden)."""
    settings, tensors = bundle.settings, bundle.tensors
    embedded = ops.parameter([-1, -1, settings.hidden], np.float32)
    mask = ops.parameter([-1, -1], np.float32)
    away = ops.multiply(ops.subtract(mask, np.float32(1)), np.float32(_AWAY))
    away = ops.unsqueeze(away, _integers(1, 2))
    states = _normalised(embedded, tensors, f"{_EMBEDDINGS}LayerNorm", settings)
    for layer in range(settings.layers):
        name = _LAYER.format(layer)
        seen = _attention(states, away, tensors, f"{name}attention.self.", settings)
        seen = ops.add(states, _dense(seen, tensors, f"{name}attention.output.dense"))
        states = _normalised(seen, tensors, f"{name}attention.output.LayerNorm", settings)
        wide = ops.gelu(_dense(states, tensors, f"{name}intermediate.dense"), "erf")
        states = ops.add(states, _dense(wide, tensors, f"{name}output.dense"))
        states = _normalised(states, tensors, f"{name}output.LayerNorm", settings)
    sums = ops.matmul(ops.unsqueeze(mask, _integers(1)), states, False, False)
    return ov.Model([sums], [embedded, mask])


def _attention(
    states: Node, away: Node, tensors: dict[str, Tensor], name: str, settings: Settings
) -> Node:
    asked = _dense(states, tensors, *(f"{name}{part}" for part in ("query", "key", "value")))
    split = _integers(0, 0, settings.heads, settings.hidden // settings.heads)
    heads = [
        ops.transpose(ops.reshape(part, split, True), _integers(0, 2, 1, 3))
        for part in ops.split(asked, ops.constant(np.int64(2)), 3).outputs()
    ]
    seen = ops.transpose(ops.scaled_dot_product_attention(*heads, away), _integers(0, 2, 1, 3))
    return ops.reshape(seen, _integers(0, 0, settings.hidden), True)


def _dense(states: Node, tensors: dict[str, Tensor], *names: str) -> Node:
    """Linear layers over the same input, their outputs side by side."""
    weights = [tensors[f"{name}.weight"] for name in names]
    rows, columns = sum(weight.shape[0] for weight in weights), weights[0].shape[1]
    blocks = np.concatenate([weight.stored for weight in weights])
    # Owned by OpenVINO: of an array it is handed it keeps the address alone.
    numbers = ov.Tensor(ov.Type.i4, ov.Shape([rows, columns // 32, 32]))
    numbers.data.reshape(-1)[:] = _in_order(blocks["nibbles"]).reshape(-1)
    scales = blocks["scale"].astype(np.float32).reshape(rows, columns // 32, 1)
    weight = ops.multiply(ops.convert(ops.constant(numbers), np.float32), ops.constant(scales))
    weight = ops.reshape(weight, _integers(rows, columns), False)
    biases = np.concatenate([tensors[f"{name}.bias"].values() for name in names])
    return ops.add(ops.matmul(states, weight, False, True), ops.constant(biases))


def _in_order(nibbles: np.ndarray) -> np.ndarray:
    """Q4_0's bytes (n, 16) as OpenVINO's int4: two neighbours to a byte, in two's complement."""
    low, high = nibbles & 15, nibbles >> 4
    pairs = np.concatenate([half[:, ::2] | half[:, 1::2] << 4 for half in (low, high)], axis=1)
    return pairs ^ 0x88


def _normalised(states: Node, tensors: dict[str, Tensor], name: str, settings: Settings) -> Node:
    """Layer normalisation."""
    even = ops.mvn(states, _integers(-1), True, settings.epsilon, "INSIDE_SQRT")
    scaled = ops.multiply(even, ops.constant(tensors[f"{name}.weight"].values()))
    return ops.add(scaled, ops.constant(tensors[f"{name}.bias"].values()))


def _integers(*values: int) -> Node:
    return ops.constant(np.array(values, np.int64))

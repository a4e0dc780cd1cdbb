"""Keeps what OpenVINO compiled, for the next process to load.

OpenVINO's own cache does not know a model again that was put together in memory: it goes by the
addresses of weights, and would write a file of 14 MB at almost every start.
"""

import hashlib
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
import openvino as ov

from index.bundle import cache_folder

_DEVICE = "CPU"
_SETTINGS = {
    "PERFORMANCE_HINT": "LATENCY",
    "NUM_STREAMS": 1,
    "ENABLE_CPU_PINNING": False,
    "DYNAMIC_QUANTIZATION_GROUP_SIZE": 32,
}
_DIGEST = hashlib.sha256().digest_size  # at the end of the file, over what stands before


def compiled(make: Callable[[], ov.Model], name: str) -> ov.CompiledModel:
    """The model of that name, made and compiled unless that was done before.

    name: changes whenever `make` would give another model. Raises RuntimeError when OpenVINO
    cannot compile it.
    """
    core = ov.Core()
    path = cache_folder() / "openvino" / f"{_key(core, name)}.bin"
    with suppress(OSError, RuntimeError, ValueError):  # missing, damaged, of another processor
        return core.import_model(ov.Tensor(_kept(path)), _DEVICE, _SETTINGS)
    model = core.compile_model(make(), _DEVICE, _SETTINGS)
    with suppress(OSError):  # where nothing can be kept it is compiled each time
        _keep(path, model.export_model().getvalue())
    return model


def _key(core: ov.Core, name: str) -> str:
    """What is compiled for one processor by one release is not for others."""
    processor = core.get_property(_DEVICE, "FULL_DEVICE_NAME")
    abilities = core.get_property(_DEVICE, "OPTIMIZATION_CAPABILITIES")
    facts = (name, ov.get_version(), processor, abilities, _SETTINGS)
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]


def _kept(path: Path) -> np.ndarray:
    """Raises OSError when there is none, ValueError when it is damaged."""
    stored = path.read_bytes()
    if hashlib.sha256(memoryview(stored)[:-_DIGEST]).digest() != stored[-_DIGEST:]:
        raise ValueError(f"{path} is not as it was written")
    return np.frombuffer(stored, np.uint8)[:-_DIGEST]


def _keep(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(data + hashlib.sha256(data).digest())
    Path(file.name).replace(path)

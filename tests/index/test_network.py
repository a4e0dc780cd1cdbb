"""`index.network`: the forward pass, against the same weights in float32."""

import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from index.bundle import Bundle, bundle_path, read_bundle
from index.network import Network
from index.weights import model_folder

ROOT = Path(__file__).parents[2]
CHANCE = np.random.default_rng(0)
NAME = "e5"
LENGTHS = [3, 512, 20, 21, 130, 7, 64, 64]
TEXTS = [[0, *CHANCE.integers(4, 250_000, length - 2).tolist(), 2] for length in LENGTHS]


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return read_bundle(bundle_path())


@pytest.fixture(scope="module")
def network(bundle: Bundle) -> Network:
    return Network(bundle, NAME)


@pytest.fixture(scope="module")
def exact() -> np.ndarray:
    """Vectors of TEXTS in float32, by transformers."""
    import torch
    from transformers import AutoModel

    model = AutoModel.from_pretrained(model_folder(), dtype="float32").eval()
    with torch.inference_mode():
        states = [model(torch.tensor([ids])).last_hidden_state[0].mean(0) for ids in TEXTS]
    return torch.nn.functional.normalize(torch.stack(states)).numpy()


def test_vectors_are_those_of_float32(network: Network, exact: np.ndarray) -> None:
    vectors = network.vectors(TEXTS)
    assert vectors.shape == (len(TEXTS), 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-6)
    assert (vectors * exact).sum(axis=1).min() >= 0.999


def test_padding_changes_nothing_to_speak_of(network: Network) -> None:
    alone = np.concatenate([network.vectors([ids]) for ids in TEXTS])
    assert (network.vectors(TEXTS) * alone).sum(axis=1).min() >= 0.9995


def test_lengths_are_rounded_up(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    request, shapes = network._request.result(), set[tuple[int, ...]]()

    class Watched:
        def infer(self, inputs: list[np.ndarray]) -> object:
            shapes.add(inputs[0].shape)
            return request.infer(inputs)

    watched: Future[Watched] = Future()
    watched.set_result(Watched())
    monkeypatch.setattr(network, "_request", watched)
    for length in (17, 18, 19, 20, 512):
        network.vectors([TEXTS[1][:length]])
    assert shapes == {(1, 20, 384), (1, 512, 384)}


def test_threads_get_what_one_gets(network: Network) -> None:
    alone = [network.vectors([ids]) for ids in TEXTS]
    with ThreadPoolExecutor(32) as threads:
        together = list(threads.map(lambda ids: network.vectors([ids]), TEXTS * 20))
    assert all(np.array_equal(a, b) for a, b in zip(together, alone * 20, strict=True))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder."""
    monkeypatch.setenv("HOIDAP_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_was_compiled_is_kept(bundle: Bundle, cache: Path, network: Network) -> None:
    before = network.vectors(TEXTS[:3])
    assert np.array_equal(Network(bundle, NAME).vectors(TEXTS[:3]), before)
    [kept] = (cache / "openvino").iterdir()
    written = kept.stat().st_mtime_ns
    assert np.array_equal(Network(bundle, NAME).vectors(TEXTS[:3]), before)
    assert kept.stat().st_mtime_ns == written


@pytest.mark.parametrize("size", [0, 100, 5_000_000])
def test_a_torn_file_is_compiled_again(
    bundle: Bundle, cache: Path, network: Network, size: int
) -> None:
    Network(bundle, NAME).vectors(TEXTS[:1])
    [kept] = (cache / "openvino").iterdir()
    kept.write_bytes(kept.read_bytes()[:size])
    vectors = Network(bundle, NAME).vectors(TEXTS[:3])
    assert np.array_equal(vectors, network.vectors(TEXTS[:3]))


def test_a_changed_byte_is_noticed(bundle: Bundle, cache: Path, network: Network) -> None:
    Network(bundle, NAME).vectors(TEXTS[:1])
    [kept] = (cache / "openvino").iterdir()
    stored = bytearray(kept.read_bytes())
    stored[5_000_000] ^= 0xFF
    kept.write_bytes(stored)
    vectors = Network(bundle, NAME).vectors(TEXTS[:3])
    assert np.array_equal(vectors, network.vectors(TEXTS[:3]))
    assert kept.read_bytes() != stored


def test_other_weights_are_compiled_apart(bundle: Bundle, cache: Path) -> None:
    for name in ("e5", "another", "e5"):
        Network(bundle, name).vectors(TEXTS[:1])
    assert len(list((cache / "openvino").iterdir())) == 2


def test_a_cache_that_cannot_be_written_is_done_without(
    bundle: Bundle, network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("HOIDAP_CACHE", str(tmp_path / "file"))
    vectors = Network(bundle, NAME).vectors(TEXTS[:3])
    assert np.array_equal(vectors, network.vectors(TEXTS[:3]))


def test_no_converter_and_no_telemetry() -> None:
    code = (
        "import sys, index.network;"
        "print([name for name in sys.modules if 'telemetry' in name or '.ovc' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"

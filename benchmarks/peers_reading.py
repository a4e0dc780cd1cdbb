"""Reading a text that comes with the question: how the plain ways do, and ours.

The plain ways answer with a whole sentence: the one that shares most of the question's words,
weighed by rarity, the one nearest in meaning, and both together. Ours answers with a part of
one. The file's licences are unclear: it is measured with, and nothing else.
"""

import json
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from index.encoder import Encoder
from index.vietnamese import normalize, sentences, tokens
from qa.given import read_text
from qa.questions.question import Question, understand
from qa.readers.matching import Matcher
from qa.words.terms import Unit, units

READING = Path("../shared/eval/reading.jsonl")
# Cosines differ by hundredths where shares of words differ by tenths.
MEANING = 5.0
COLUMNS = "{:<30} {:<12}" + 3 * " {:>8}" + " {:>8}"


@dataclass(frozen=True)
class Scores:
    """Means of one way over one source: shares, and milliseconds but for encoding."""

    way: str
    source: str
    rows: int
    sentence_at_1: float
    f1: float
    exact: float
    p95_ms: float


@dataclass(frozen=True)
class Reading:
    """The whole table; `step` n means that every n-th row was read."""

    step: int
    scores: list[Scores]

    def draw(self) -> str:
        read = sum(one.rows for one in self.scores if one.source != "mean" and one.way == "ours")
        lines = [
            f"reading: {read} questions, each with its text",
            COLUMNS.format("", "source", "sent@1", "F1", "exact", "p95 ms"),
        ]
        for one in self.scores:
            shares = (f"{share:.3f}" for share in (one.sentence_at_1, one.f1, one.exact))
            lines.append(COLUMNS.format(one.way, one.source, *shares, f"{one.p95_ms:.1f}"))
        return "\n".join(lines)


class Words:
    """In how many texts of a source each word stands."""

    def __init__(self, texts: set[str]) -> None:
        self.count = len(texts)
        self.kept: Counter[str] = Counter()
        self.folded: Counter[str] = Counter()
        for text in texts:
            found = tokens(normalize(text))
            self.kept.update({token.key for token in found})
            self.folded.update({token.folded for token in found})

    def matcher(self, question: Question) -> Matcher:
        return Matcher(question, lambda unit: self.frequency(question, unit), self.count)

    def frequency(self, question: Question, unit: Unit) -> int:
        return self.folded[unit.folded] if question.folded else self.kept[unit.key]


def measure_reading(path: Path, encoder: Encoder, step: int) -> Reading | None:
    """Read every answerable row of a file in all ways; None where there is no file."""
    if not path.is_file():
        return None
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        texts[row["source"]].add(row["context"])
    words = {source: Words(found) for source, found in texts.items()}
    asked = [row for row in rows if row["answer"]][::step]
    said = sorted({one for row in asked for one in _sentences(row)})
    vectors = dict(zip(said, encoder.passages(said), strict=True))
    found: dict[tuple[str, str], list[tuple[float, ...]]] = defaultdict(list)
    for row in asked:
        vector = encoder.query(understand(row["question"]).original)
        near = {one: float(vectors[one] @ vector) for one in _sentences(row)}
        for way, scored in _read(row, words[row["source"]], near).items():
            found[way, row["source"]].append(scored)
    return Reading(step, _summarised(found))


def _sentences(row: Mapping[str, Any]) -> list[str]:
    text = normalize(row["context"])
    return [text[slice(*span)] for span in sentences(text)]


def _read(
    row: Mapping[str, Any], words: Words, near: Mapping[str, float]
) -> dict[str, tuple[float, ...]]:
    question, text = understand(row["question"]), normalize(row["context"])
    said = list(near)
    start = time.perf_counter()
    shares = _overlap(question, words, said)
    spent = 1000 * (time.perf_counter() - start)
    found: dict[str, tuple[str, str | None, float]] = {
        "words: idf overlap": (said[int(np.argmax(shares))], None, spent),
        "meaning: encoder": (max(said, key=lambda one: near[one]), None, 0.0),
        "words + meaning": (
            said[int(np.argmax(shares + MEANING * np.array([near[one] for one in said])))],
            None,
            spent,
        ),
    }
    for way, meaning in (
        ("ours", None),
        ("ours, sentence vectors given", lambda one: float(near.get(one, 0.0))),
    ):
        start = time.perf_counter()
        best = read_text(
            question, text, lambda unit: words.frequency(question, unit), words.count, meaning
        )
        spent = 1000 * (time.perf_counter() - start)
        if best is None:
            found[way] = ("", "", spent)
        else:
            paragraph = best.paragraph.text
            found[way] = (paragraph[slice(*best.quote)], paragraph[slice(*best.span)], spent)
    return {way: _scored(row["answer"], *one) for way, one in found.items()}


def _overlap(question: Question, words: Words, said: Sequence[str]) -> np.ndarray:
    """The share of the question's words, weighed by rarity, in each sentence."""
    matcher = words.matcher(question)
    asked = {matcher.key(unit): matcher.weigh(unit) for unit in question.units}
    held = [{matcher.key(unit) for unit in units(one)} for one in said]
    total = sum(asked.values()) or 1.0
    return np.array([sum(asked[key] for key in asked.keys() & keys) / total for keys in held])


def _scored(answer: str, sentence: str, part: str | None, spent: float) -> tuple[float, ...]:
    """Whether the sentence holds the answer, token F1 and exact match of what is said."""
    wanted, spoken = plain_words(answer), plain_words(sentence if part is None else part)
    held = f" {' '.join(wanted)} " in f" {' '.join(plain_words(sentence))} "
    return float(held), token_f1(wanted, spoken), float(wanted == spoken), spent


def plain_words(text: str) -> list[str]:
    """The words of a text in small letters, without punctuation."""
    small = normalize(text).lower()
    return "".join(letter if letter.isalnum() else " " for letter in small).split()


def token_f1(wanted: Sequence[str], said: Sequence[str]) -> float:
    common = sum((Counter(wanted) & Counter(said)).values())
    return 2 * common / (len(wanted) + len(said)) if common else 0.0


def _summarised(found: Mapping[tuple[str, str], list[tuple[float, ...]]]) -> list[Scores]:
    """A row a way and source, then the mean over the sources, each counting the same."""
    scores = []
    for way in dict.fromkeys(way for way, _ in found):
        by_source = {source: rows for (one, source), rows in found.items() if one == way}
        means = {source: np.mean(rows, axis=0) for source, rows in by_source.items()}
        for source, rows in by_source.items():
            p95 = float(np.percentile([row[3] for row in rows], 95))
            scores.append(_row(way, source, len(rows), means[source], p95))
        spent = [row[3] for rows in by_source.values() for row in rows]
        overall = np.mean(list(means.values()), axis=0)
        p95 = float(np.percentile(spent, 95))
        scores.append(_row(way, "mean", len(spent), overall, p95))
    return scores


def _row(way: str, source: str, rows: int, means: np.ndarray, p95: float) -> Scores:
    held, f1, exact, *_ = means.tolist()
    return Scores(way, source, rows, held, f1, exact, p95)

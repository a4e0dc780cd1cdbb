"""Runs a file of questions and prints what is right, wrong, and how fast."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from index.errors import ReportsError
from index.vietnamese import fold, normalize
from qa.answer import Answer, loose_figures
from qa.assistant import Assistant
from qa.errors import QuestionError

# Of these every accepted answer must be said.
_ALL_ASKED = frozenset({"compare", "rows"})
_EDGES = re.compile(r"^[\W_]+|[^\w%]+$")


@dataclass(frozen=True)
class Result:
    """One question with its answer and what is right about it."""

    row: Mapping[str, Any]
    answer: Answer
    right: bool
    right_document: bool
    inexact: int
    """How many citations do not stand at their offsets."""
    rank: int | None
    """Place of the first passage that holds the evidence, from 1; None if none does."""

    @property
    def answerable(self) -> bool:
        return bool(self.row.get("answers"))


@dataclass
class Summary:
    """Counts and means over results; rates are shares of the rows they are about."""

    results: list[Result] = field(default_factory=list)

    def rows(self) -> list[dict[str, Any]]:
        """One row a kind of question, then one for all."""
        kinds = sorted({str(result.row.get("kind", "")) for result in self.results})
        rows = [
            _row(kind, [result for result in self.results if result.row.get("kind") == kind])
            for kind in kinds
        ]
        return [*rows, _row("tất cả", self.results)]


def read_questions(path: Path) -> list[dict[str, Any]]:
    """The rows of a question file. Raises `ReportsError` naming the line that is wrong."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ReportsError(f"{path}: không đọc được tệp câu hỏi; hãy kiểm tra đường dẫn") from error
    rows = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise ReportsError(
                f"{path}: dòng {number} không phải JSON; hãy sửa dòng này"
            ) from error
        if not isinstance(row, dict) or not isinstance(row.get("question"), str):
            raise ReportsError(f'{path}: dòng {number} thiếu trường "question"; hãy bổ sung')
        rows.append(row)
    return rows


def evaluate(assistant: Assistant, rows: Iterable[Mapping[str, Any]]) -> Summary:
    """Ask every question and judge its answer."""
    summary = Summary()
    for row in rows:
        try:
            answer = assistant.ask(row["question"], tuple(row.get("history") or ()))
        except QuestionError:
            answer = Answer(row["question"], "passage", None, 0.0)
        summary.results.append(judge(row, answer, inexact(assistant, answer)))
    return summary


def judge(row: Mapping[str, Any], answer: Answer, inexact_citations: int = 0) -> Result:
    """Compare an answer with its row; any accepted answer is right; of a comparison, and of the
    rows of a table, all are needed."""
    accepted = [str(one) for one in (row.get("answers") or ())]
    if not accepted:
        right = answer.abstained
    elif answer.answer is None:
        right = False
    else:
        said = answer.answer
        if row.get("kind") == "yesno":
            # The verdict comes first; what is quoted behind it may say either word.
            said = re.split(r"[\W]", said, maxsplit=1)[0]
        held = (holds(said, one) for one in accepted)
        right = all(held) if row.get("kind") in _ALL_ASKED else any(held)
    documents = set(row.get("documents") or ())
    cited = {citation.document for citation in answer.citations}
    return Result(
        row, answer, right, bool(documents & cited), inexact_citations, evidence_rank(row, answer)
    )


def holds(answer: str, accepted: str) -> bool:
    """Whether an answer says an accepted one: as whole words, accents and case aside."""
    said, wanted = _plain(answer), _plain(accepted)
    if not wanted:
        return False
    pattern = rf"(?<![\w.,/])(?<!\d){re.escape(wanted)}(?![\w/]|[.,]\d)"
    return re.search(pattern, said) is not None


def _plain(text: str) -> str:
    text = fold(unicodedata.normalize("NFC", normalize(text)))
    return _EDGES.sub("", re.sub(r"\s+", " ", text))


def evidence_rank(row: Mapping[str, Any], answer: Answer) -> int | None:
    """The place of the first passage in which an evidence string stands whole."""
    wanted = [re.sub(r"\s+", " ", str(one)) for one in (row.get("evidence") or ())]
    documents = set(row.get("documents") or ())
    for place, passage in enumerate(answer.passages, 1):
        text = re.sub(r"\s+", " ", passage.text)
        if passage.document in documents and any(one in text for one in wanted):
            return place
    return None


def inexact(assistant: Assistant, answer: Answer) -> int:
    """How many citations do not stand at their offsets."""
    return sum(
        assistant.index.document(citation.document).text[citation.start : citation.end]
        != citation.quote
        for citation in answer.citations
    )


def _row(name: str, results: Sequence[Result]) -> dict[str, Any]:
    answerable = [result for result in results if result.answerable]
    rest = [result for result in results if not result.answerable]
    ranked = [result for result in answerable if result.row.get("evidence")]
    times = [result.answer.timings_ms.get("total", 0.0) for result in results]
    return {
        "kind": name,
        "questions": len(results),
        "right": sum(result.right for result in answerable),
        "wrong": sum(not result.right and not result.answer.abstained for result in answerable),
        "abstained_wrongly": sum(result.answer.abstained for result in answerable),
        "abstained_rightly": sum(result.answer.abstained for result in rest),
        "answered_wrongly": sum(not result.answer.abstained for result in rest),
        "right_document": _share(result.right_document for result in answerable),
        "evidence_at_1": _share(result.rank == 1 for result in ranked),
        "evidence_at_4": _share((result.rank or 99) <= 4 for result in ranked),
        "mrr": _mean(1 / result.rank if result.rank else 0.0 for result in ranked),
        "loose_figures": sum(
            len(loose_figures(result.answer.answer or "", result.answer.citations))
            for result in results
            if not result.answer.computed
        ),
        "inexact_citations": sum(result.inexact for result in results),
        "p50_ms": float(np.percentile(times, 50)) if times else 0.0,
        "p95_ms": float(np.percentile(times, 95)) if times else 0.0,
    }


def _share(values: Iterable[bool]) -> float | None:
    return _mean(float(value) for value in values)


def _mean(values: Iterable[float]) -> float | None:
    listed = list(values)
    return sum(listed) / len(listed) if listed else None

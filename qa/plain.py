"""Answers and evaluations as plain text for a terminal."""

from collections.abc import Sequence
from typing import Any

from qa.answer import Answer
from qa.evaluate import Summary

_COLUMNS = (
    ("kind", "loại"),
    ("questions", "câu"),
    ("right", "đúng"),
    ("wrong", "sai"),
    ("abstained_wrongly", "bỏ sót"),
    ("abstained_rightly", "từ chối đúng"),
    ("answered_wrongly", "trả lời bừa"),
    ("right_document", "đúng bài@1"),
    ("evidence_at_1", "đoạn@1"),
    ("evidence_at_4", "đoạn@4"),
    ("mrr", "MRR"),
    ("loose_figures", "số lạc"),
    ("inexact_citations", "trích lệch"),
    ("p50_ms", "p50 ms"),
    ("p95_ms", "p95 ms"),
)
NOT_FOUND = "Không có trong các báo cáo."


def as_text(answer: Answer) -> str:
    """An answer with its citations, or an abstention with the nearest passages."""
    if answer.answer is None:
        lines = [NOT_FOUND, *([answer.note] if answer.note else [])]
        if answer.passages:
            lines.append("Đoạn gần nhất:")
            lines += [f"  – {_shortened(one.text)} ({one.document})" for one in answer.passages[:2]]
        return "\n".join(lines)
    lines = [answer.answer, *([answer.note] if answer.note else [])]
    for number, citation in enumerate(answer.citations, 1):
        source = " · ".join(
            part for part in (citation.title, citation.province, _day(citation.published)) if part
        )
        lines.append(f"[{number}] “{citation.quote}”")
        lines.append(f"    {source} ({citation.document}, {citation.start}–{citation.end})")
    return "\n".join(lines)


def _shortened(text: str, length: int = 160) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rstrip() + "…"


def _day(iso: str | None) -> str:
    if not iso:
        return "chưa rõ ngày"
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}"


def evaluation_table(rows: Sequence[dict[str, Any]]) -> str:
    """The rows of an evaluation in aligned columns."""
    cells = [[title for _, title in _COLUMNS]]
    cells += [[_cell(row[name]) for name, _ in _COLUMNS] for row in rows]
    widths = [max(len(line[at]) for line in cells) for at in range(len(_COLUMNS))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in cells
    )


def _cell(value: Any) -> str:
    if value is None:
        return "–"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def misses(summary: Summary) -> str:
    """The questions that were not answered rightly, each with what was said."""
    lines = []
    for result in summary.results:
        if not result.right:
            said = result.answer.answer or "(không có)"
            expected = " | ".join(map(str, result.row.get("answers") or ())) or "(không có)"
            lines.append(
                f"{result.row.get('id')} [{result.row.get('kind')}] {result.row['question']}\n"
                f"    nói: {said} ({result.answer.confidence:.2f}) · đúng: {expected}"
            )
    return "\n".join(lines)

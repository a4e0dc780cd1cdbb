"""Judging: what counts as right, and what the table counts."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from index.errors import ReportsError
from qa.answer import Answer, Citation, ReadPassage
from qa.assistant import Assistant
from qa.evaluate import Summary, evidence_rank, holds, inexact, judge, read_questions
from qa.plain import as_text, evaluation_table, misses

CITED = Citation("a.txt", "Tin", "Cao Bằng", None, 0, 12, "đạt 93,4% hồ sơ")
SAID = Answer(
    "Bao nhiêu?",
    "number",
    "93,4%",
    0.9,
    (CITED,),
    (ReadPassage("b.txt", 0, 5, "khác", 0.5), ReadPassage("a.txt", 0, 9, "đạt  93,4%\nhồ sơ", 1)),
    timings_ms={"total": 4.0},
)
ROW: dict[str, Any] = {
    "id": "q",
    "kind": "percent",
    "question": "Bao nhiêu?",
    "answers": ["93,4%"],
    "documents": ["a.txt"],
    "evidence": ["93,4% hồ sơ"],
}


@pytest.mark.parametrize(
    ("answer", "accepted", "right"),
    [
        ("93,4%", "93,4%", True),
        ("trên 93,4%", "93,4%", True),
        ("93,4%", "93,4", True),
        ("93,41%", "93,4", False),
        ("193,4%", "93,4%", False),
        ("1.864 thủ tục", "864", False),
        ("1.864 thủ tục", "1.864", True),
        ("52/63", "52", False),
        ("ông Nguyễn Khắc Thận,", "Nguyễn Khắc Thận", True),
        ("UỶ BAN", "uy ban", True),
        ("Quảng Ninh", "Quảng", True),
        ("Quảng Ninh", "Ninh Quảng", False),
        ("Có", "Không", False),
        ("x", "", False),
        ("", "x", False),
    ],
)
def test_holds(answer: str, accepted: str, right: bool) -> None:
    assert holds(answer, accepted) is right


def test_judge() -> None:
    result = judge(ROW, SAID)
    assert (result.right, result.right_document, result.rank, result.answerable) == (
        True,
        True,
        2,
        True,
    )
    silent = replace(SAID, answer=None, citations=())
    assert not judge(ROW, silent).right
    assert judge({**ROW, "answers": []}, silent).right
    assert not judge({**ROW, "answers": []}, SAID).right
    compare = {**ROW, "kind": "compare", "answers": ["93,4%", "80%"]}
    assert not judge(compare, SAID).right
    assert judge({**compare, "kind": "percent"}, SAID).right
    assert evidence_rank({**ROW, "documents": ["c.txt"]}, SAID) is None
    quoted = replace(SAID, answer="Có. “không có hồ sơ nào”")
    verdict = {**ROW, "kind": "yesno"}
    assert judge({**verdict, "answers": ["Có"]}, quoted).right
    assert not judge({**verdict, "answers": ["Không"]}, quoted).right


def test_the_table() -> None:
    silent = replace(SAID, answer=None, citations=(), passages=())
    rows = [(ROW, SAID), (ROW, silent), ({**ROW, "answers": ["1%"]}, SAID)]
    rows += [({**ROW, "kind": "none", "answers": []}, answer) for answer in (silent, SAID)]
    summary = Summary([judge(row, answer) for row, answer in rows])
    none, percent, total = summary.rows()
    assert (percent["right"], percent["wrong"], percent["abstained_wrongly"]) == (1, 1, 1)
    assert (none["abstained_rightly"], none["answered_wrongly"]) == (1, 1)
    assert (total["questions"], total["evidence_at_1"], total["p50_ms"]) == (5, 0.0, 4.0)
    assert percent["evidence_at_4"] == percent["right_document"] == pytest.approx(2 / 3)
    table = evaluation_table(summary.rows()).splitlines()
    assert len({len(line) for line in table}) == 1
    assert len(table) == 4
    assert misses(summary).count("Bao nhiêu?") == 3


def test_a_loose_figure_and_an_inexact_citation_are_counted(five: Assistant) -> None:
    loose = replace(SAID, answer="93,4% và 7%")
    assert Summary([judge(ROW, loose)]).rows()[-1]["loose_figures"] == 1
    real = five.ask("Tỉnh nào có 93,4% TTHC xử lý trực tuyến?")
    assert inexact(five, real) == 0
    bent = replace(real, citations=(replace(real.citations[0], start=0),))
    assert inexact(five, bent) == 1


@pytest.mark.parametrize(
    ("content", "line"),
    [('{"question": "a"}\n{', "dòng 2"), ("[]", "dòng 1"), ('\n\n{"id": 1}', "dòng 3")],
)
def test_a_question_file_that_is_wrong(tmp_path: Path, content: str, line: str) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ReportsError, match=rf"q\.jsonl: {line} [^\n]*hãy"):
        read_questions(path)
    with pytest.raises(ReportsError, match=r"none\.jsonl: "):
        read_questions(tmp_path / "none.jsonl")


def test_plain_text() -> None:
    shown = as_text(replace(SAID, note="Ghi chú"))
    assert shown.splitlines()[:3] == ["93,4%", "Ghi chú", "[1] “đạt 93,4% hồ sơ”"]
    assert "chưa rõ ngày" in shown
    assert as_text(replace(SAID, answer=None)).startswith("Không có trong các báo cáo.")

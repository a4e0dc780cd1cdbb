"""`python -m qa` as a user or a script sees it: output, exit status, one line for an error."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from qa.__main__ import main
from qa.answer import KINDS
from tests.qa.reports import ROOT

QUESTION = "Tỉnh nào có 93,4% thủ tục hành chính được xử lý hoàn toàn trực tuyến?"
RESULT: dict[str, type | tuple[type, ...]] = {
    "id": (str, int, type(None)),
    "question": str,
    "kind": str,
    "abstained": bool,
    "answer": (str, type(None)),
    "computed": bool,
    "confidence": float,
    "citations": list,
    "passages": list,
    "timings_ms": dict,
}
CITATION: dict[str, type | tuple[type, ...]] = {
    "document": str,
    "title": str,
    "province": (str, type(None)),
    "published": (str, type(None)),
    "start": int,
    "end": int,
    "quote": str,
}
PASSAGE = {"document": str, "start": int, "end": int, "text": str, "score": float}


def run(*words: str | bytes, stdin: str | bytes = b"", **environment: str) -> tuple[int, str, str]:
    """Status, output and complaint of `python -m qa …`."""
    done = subprocess.run(
        [sys.executable, "-m", "qa", *words],
        cwd=ROOT,
        env={**os.environ, **environment},
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def asked(index: Path, *rows: object) -> tuple[int, list[dict[str, Any]], str]:
    """Status, answers and complaint for lines of questions."""
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    status, output, complaint = run(
        "ask", "--jsonl", "--index", str(index), stdin="\n".join(lines) + "\n"
    )
    return status, [json.loads(line) for line in output.splitlines()], complaint


def fits(value: dict[str, Any], types: dict[str, Any]) -> None:
    for name, wanted in types.items():
        assert isinstance(value[name], wanted), name


def conforms(answer: dict[str, Any]) -> None:
    """The JSON contract of the design."""
    fits(answer, RESULT)
    assert answer["kind"] in KINDS
    assert answer["abstained"] == (answer["answer"] is None)
    assert answer["timings_ms"].keys() >= {"understand", "retrieve", "read", "total"}
    for citation in answer["citations"]:
        fits(citation, CITATION)
        assert citation["end"] - citation["start"] == len(citation["quote"])
    for passage in answer["passages"]:
        fits(passage, PASSAGE)


def test_ask(five_index: Path) -> None:
    status, output, complaint = run("ask", QUESTION, "--index", str(five_index))
    assert (status, complaint) == (0, "")
    lines = output.splitlines()
    assert lines[0] == "Quảng Ninh"
    assert "93,4% TTHC" in lines[1]
    assert "17/07/2023" in lines[2]
    assert "004_e8cd8284828f518f.txt" in lines[2]


def test_ask_json(
    five_index: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["ask", QUESTION, "--index", str(five_index), "--json"]) == 0
    output, complaint = capsys.readouterr()
    assert (complaint, output.count("\n")) == ("", 1)
    answer = json.loads(output)
    conforms(answer)
    assert (answer["answer"], answer["kind"], answer["id"]) == ("Quảng Ninh", "province", None)
    assert answer["citations"][0]["published"] == "2023-07-17"
    assert "Quảng Ninh" in output
    assert main(["ask", "Ai nuôi rồng ở Hà Giang?", "--index", str(five_index), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    conforms(answer)
    assert (answer["answer"], answer["abstained"], answer["citations"]) == (None, True, [])
    assert answer["passages"]


def test_ask_lines(five_index: Path) -> None:
    status, found, complaint = asked(
        five_index,
        {"id": "b", "question": QUESTION},
        {"id": 7, "question": "Còn Cao Bằng?", "history": ["Ai là Chủ tịch UBND tỉnh Thái Bình?"]},
        "",
        {"question": "Ai nuôi rồng ở Hà Giang?", "history": None},
        {"id": "a", "question": QUESTION, "history": [], "more": {"x": 1}},
    )
    assert (status, complaint) == (0, "")
    for answer in found:
        conforms(answer)
    assert [answer["id"] for answer in found] == ["b", 7, None, "a"]
    assert [answer["answer"] for answer in found] == [
        "Quảng Ninh",
        "Hoàng Xuân Ánh",
        None,
        "Quảng Ninh",
    ]


def test_lines_that_cannot_be_asked(five_index: Path) -> None:
    status, found, _ = asked(
        five_index,
        "{not json",
        {"id": "q2"},
        {"id": "q3", "question": "  ?! "},
        "[1, 2]",
        {"id": "q5", "question": 5},
        {"id": "q6", "question": "a" * 20_000},
        {"id": "q7", "question": QUESTION},
    )
    assert status == 1
    assert [row["id"] for row in found] == [None, None, "q3", None, None, "q6", "q7"]
    assert found[-1]["answer"] == "Quảng Ninh"
    for number, row in enumerate(found[:-1], 1):
        assert row.keys() == {"id", "error"}
        assert "\n" not in row["error"]
        assert "hãy" in row["error"]
        assert f"dòng {number}" in row["error"] or row["id"]


@pytest.mark.parametrize(
    "row",
    [
        {"id": 1, "question": QUESTION, "history": 5},
        '{"id": 1, "question": "\\ud800 Cao Bằng"}',
        "[" * 100_000,
    ],
)
def test_one_bad_line_does_not_end_the_rest(five_index: Path, row: object) -> None:
    _, found, complaint = asked(five_index, row, {"id": 2, "question": QUESTION})
    assert "Traceback" not in complaint
    assert found[-1]["answer"] == "Quảng Ninh"


def test_a_history_that_is_no_list(five_index: Path) -> None:
    _, [found], _ = asked(
        five_index,
        {"question": "Còn Cao Bằng?", "history": "Ai là Chủ tịch UBND tỉnh Thái Bình?"},
    )
    assert "error" in found or found["answer"] == "Hoàng Xuân Ánh"


def test_lines_saved_on_windows(five_index: Path) -> None:
    row = json.dumps({"id": 1, "question": QUESTION})
    lines = b"\xef\xbb\xbf" + row.encode() + b"\r\n"
    status, output, _ = run("ask", "--jsonl", "--index", str(five_index), stdin=lines)
    assert (status, json.loads(output)["answer"] if status == 0 else None) == (0, "Quảng Ninh")


def test_no_lines(five_index: Path) -> None:
    assert run("ask", "--jsonl", "--index", str(five_index)) == (0, "", "")


def test_evaluate(five_index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "q.jsonl"
    rows = [
        {"id": "1", "kind": "province", "question": QUESTION, "answers": ["Quảng Ninh"]},
        {"id": "2", "kind": "province", "question": QUESTION, "answers": ["Cao Bằng"]},
        {"id": "3", "kind": "none", "question": "Ai nuôi rồng?", "answers": []},
    ]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    words = ["evaluate", str(file), "--index", str(five_index)]
    assert main([*words, "--json"]) == 0
    none, province, total = json.loads(capsys.readouterr().out)["rows"]
    assert (total["questions"], total["right"], total["wrong"]) == (3, 1, 1)
    assert (province["kind"], none["abstained_rightly"]) == ("province", 1)
    assert main([*words, "--verbose"]) == 0
    output, complaint = capsys.readouterr()
    assert complaint == ""
    assert output.splitlines()[0].startswith("loại")
    assert "đúng: Cao Bằng" in output


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (["ask", QUESTION, "--index", "{tmp}/none"], "python -m index build --index {tmp}/none"),
        (["ask", "--jsonl", "--index", "{tmp}/none"], "python -m index build"),
        (["ask", "", "--index", "{five}"], "hãy"),
        (["ask", "?!", "--index", "{five}"], "hãy"),
        (["ask", "a" * 20_000, "--index", "{five}"], "hãy"),
        (["evaluate", "{tmp}/none.jsonl", "--index", "{five}"], "{tmp}/none.jsonl"),
        (["evaluate", "{tmp}", "--index", "{five}"], "hãy"),
    ],
)
def test_errors_are_one_line_with_the_next_step(
    words: list[str],
    advice: str,
    tmp_path: Path,
    five_index: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def filled(word: str) -> str:
        return word.replace("{tmp}", str(tmp_path)).replace("{five}", str(five_index))

    assert main([filled(word) for word in words]) == 1
    output, complaint = capsys.readouterr()
    assert output == ""
    assert complaint.count("\n") == 1
    assert filled(advice) in complaint


def test_a_missing_index_leaves_no_traceback(tmp_path: Path) -> None:
    status, output, complaint = run("ask", QUESTION, "--index", str(tmp_path / "none"))
    assert (status, output, complaint.count("\n")) == (1, "", 1)


@pytest.mark.parametrize("field", ["history", "answers", "documents", "evidence"])
def test_a_question_file_with_nulls(
    field: str, five_index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "q.jsonl"
    row = {"question": QUESTION, "answers": ["x"], "documents": ["x"], "evidence": ["x"]}
    file.write_text(json.dumps({**row, field: None}), encoding="utf-8")
    assert main(["evaluate", str(file), "--index", str(five_index)]) in (0, 1)


@pytest.mark.parametrize(
    "words", [[], ["fly"], ["ask", "x", "--speed"], ["evaluate"], ["ask", "x", "y"]]
)
def test_wrong_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(words)
    output, complaint = capsys.readouterr()
    assert output == ""
    assert complaint.startswith("usage: python -m qa")


def test_no_question(five_index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--index", str(five_index)]) == 2
    output, complaint = capsys.readouterr()
    assert (output, complaint.count("\n")) == ("", 1)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_that_knows_no_vietnamese(five_index: Path, encoding: str) -> None:
    status, _, complaint = run(
        "ask", QUESTION, "--index", str(five_index), PYTHONIOENCODING=encoding
    )
    assert (status, complaint) == (0, "")


def test_output_cut_short(five_index: Path) -> None:
    rows = json.dumps({"question": QUESTION}) + "\n"
    script = f"{sys.executable} -m qa ask --jsonl --index {five_index} | head -c 1"
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=ROOT,
        input=(rows * 60).encode(),
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""


def test_an_argument_that_is_not_utf8(five_index: Path) -> None:
    status, _, complaint = run("ask", b"b\xff\xfeo c\xe1o", "--index", str(five_index))
    assert (status, complaint) == (0, "")

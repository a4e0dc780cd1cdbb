"""Ask and evaluate from the command line; see `python -m qa --help`."""

import argparse
import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("HF_HUB_OFFLINE", "1")

from index.errors import ReportsError
from index.interrupts import INTERRUPTED, Interrupted, interruptible


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 failed, 2 wrong usage, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    if options.command == "ask" and not options.jsonl and options.question is None:
        print('Thiếu câu hỏi: python -m qa ask "câu hỏi"', file=sys.stderr)
        return 2
    if options.command == "ask" and options.jsonl and options.question is not None:
        print("Dùng một trong hai: câu hỏi, hoặc --jsonl với đầu vào chuẩn", file=sys.stderr)
        return 2
    try:
        with interruptible():
            return _COMMANDS[options.command](options)
    except ReportsError as error:
        print(f"Lỗi: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Interrupted:
        print("Đã dừng theo yêu cầu", file=sys.stderr)
        return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m qa", description="Hỏi đáp trên các báo cáo chuyển đổi số"
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    ask = commands.add_parser("ask", help="trả lời một câu hỏi")
    ask.add_argument("question", nargs="?", metavar="CÂU_HỎI")
    ask.add_argument(
        "--jsonl", action="store_true", help="đọc mỗi dòng một câu hỏi JSON từ đầu vào chuẩn"
    )
    evaluate = commands.add_parser("evaluate", help="chấm một tệp câu hỏi")
    evaluate.add_argument("file", type=Path, metavar="TỆP.jsonl")
    evaluate.add_argument("--verbose", action="store_true", help="in cả những câu chưa đúng")
    for command in (ask, evaluate):
        command.add_argument(
            "--index", type=Path, default=Path(".index"), metavar="THƯ_MỤC", help="mặc định .index"
        )
        command.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    return parser


def _ask(options: argparse.Namespace) -> int:
    from index.store import Index

    index = Index.open(options.index)
    index.warm_up()
    from qa.assistant import Assistant  # imported while the encoder is loaded

    assistant = Assistant(index)
    if options.jsonl:
        return _ask_lines(assistant)
    answer = assistant.ask(_sound(options.question))
    if options.json:
        _print_json(answer.to_dict())
    else:
        from qa.plain import as_text

        print(as_text(answer))
    return 0


def _ask_lines(assistant: Any) -> int:
    """One answer a line, in order; a line that cannot be asked gets an "error" instead."""
    failed = 0
    for number, line in enumerate(_input_lines(), 1):
        if line.strip():
            found = _ask_line(assistant, number, line)
            failed += "error" in found
            _print_json(found, flush=True)
    if failed:
        print(f"Lỗi: {failed} dòng không hỏi được; xem trường error của dòng đó", file=sys.stderr)
    return 1 if failed else 0


def _ask_line(assistant: Any, number: int, line: str) -> dict[str, Any]:
    identifier = None
    try:
        row = json.loads(line)
        if not isinstance(row, dict) or not isinstance(row.get("question"), str):
            raise ReportsError(f'dòng {number}: thiếu trường "question"; hãy bổ sung')
        identifier = row.get("id")
        history = row.get("history") or []
        if not isinstance(history, list) or not all(isinstance(turn, str) for turn in history):
            raise ReportsError(f'dòng {number}: "history" phải là danh sách câu hỏi; hãy sửa lại')
        answer = assistant.ask(_sound(row["question"]), [_sound(turn) for turn in history])
    except (json.JSONDecodeError, RecursionError):
        return {"id": identifier, "error": f"dòng {number}: không phải JSON; hãy sửa dòng này"}
    except ReportsError as error:
        return {"id": identifier, "error": str(error)}
    return answer.with_id(identifier).to_dict()


def _sound(text: str) -> str:
    """A text without lone surrogates, which JSON may hold and UTF-8 cannot."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _input_lines() -> Iterator[str]:
    for number, line in enumerate(sys.stdin.buffer):
        yield line.decode("utf-8-sig" if number == 0 else "utf-8", errors="replace")


def _evaluate(options: argparse.Namespace) -> int:
    from qa.assistant import Assistant
    from qa.evaluate import evaluate, read_questions
    from qa.plain import evaluation_table, misses

    rows = read_questions(options.file)
    summary = evaluate(Assistant.open(options.index), rows)
    if options.json:
        _print_json({"rows": summary.rows()})
    else:
        print(evaluation_table(summary.rows()))
        if options.verbose:
            print(misses(summary))
    return 0


def _print_json(value: Any, *, flush: bool = False) -> None:
    print(json.dumps(value, ensure_ascii=False), flush=flush)


_COMMANDS = {"ask": _ask, "evaluate": _evaluate}

if __name__ == "__main__":
    sys.exit(main())

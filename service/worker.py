"""One change in a process of its own: `python -m service.worker`, for `service.uploads` alone.

Reads one request as JSON from its input and prints JSON lines: progress, then outcomes or an error.
A process apart keeps those who ask from waiting: it runs at low priority, what it loads for
encoding goes with it, and no reader of files can take the page down.
"""

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from index.errors import ReportsError

_NICE = 5  # behind those who ask, and not starved where the machine is never idle
_UNEXPECTED = "Có lỗi ngoài dự kiến ({error}). Không có gì thay đổi; hãy thử lại."


def main() -> int:
    """Carry out the request on standard input; returns 0 also when it failed and said so."""
    lines = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no line of ours
    with suppress(OSError, AttributeError):
        os.nice(_NICE)

    def say(**message: Any) -> None:
        print(json.dumps(message, ensure_ascii=False), file=lines, flush=True)

    try:
        say(outcomes=[asdict(outcome) for outcome in _carry_out(json.load(sys.stdin), say)])
    except ReportsError as error:
        say(error=" ".join(str(error).split()))
    except Exception as error:
        say(error=_UNEXPECTED.format(error=" ".join(str(error).split()) or type(error).__name__))
        raise
    return 0


def _carry_out(request: dict[str, Any], say: Any) -> list[Any]:
    from service.changes import Changes, Incoming

    def progress(stage: str, done: int, total: int) -> None:
        say(stage=stage, done=done, total=total)

    changes = Changes(Path(request["corpus"]), Path(request["index"]), progress)
    match request["kind"]:
        case "add":
            return changes.add_files([Incoming(**file) for file in request["files"]])
        case "remove":
            return changes.remove_documents(request["documents"])
        case "restore":
            return changes.restore(request["entries"])
        case "facts":
            return changes.state_facts(request["document"], request["shown"], request["entered"])
        case "follow":
            return changes.follow_corpus()
    raise ValueError(f"unknown kind {request['kind']!r}")


if __name__ == "__main__":
    sys.exit(main())

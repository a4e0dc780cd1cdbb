"""The process that reads a file apart: `python -m index.formats.worker`, started by `isolation`.

A line of JSON in for each file, lines of JSON out: {} is a sign of progress, {"content": …} or
{"error": …} the end. It limits itself, and is ended from outside when it falls silent.
"""

import contextlib
import json
import os
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from index.errors import DocumentError
from index.formats import ALIASES, ISOLATED
from index.formats.guards import content_suffix
from index.formats.limits import Limits, variable

_QUIET = 1.0  # seconds between signs of progress
_NEAR = 0.6
_WITH_PROGRESS = frozenset({".pdf", ".png", ".jpg", ".tif"})
_PROCESSOR_SHARE = 4  # processors a reader's helpers may keep busy within its seconds


def main() -> None:
    """Read files until the input ends."""
    # Libraries may print; nothing but our lines may reach the other side.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

    def say(answer: dict[str, Any]) -> None:
        answers.write(json.dumps(answer) + "\n")
        answers.flush()

    for line in sys.stdin:
        request = json.loads(line)
        limits = Limits(**request["limits"])
        _confine(limits)
        say(_answer(Path(request["path"]), limits, _ticking(say, limits)))


def _answer(path: Path, limits: Limits, progress: Callable[[], None]) -> dict[str, Any]:
    suffix = path.suffix.lower()
    try:
        suffix = content_suffix(path)
        suffix = ALIASES.get(suffix, suffix)
        if suffix not in ISOLATED:
            raise DocumentError(
                f"nội dung không phải dạng {path.suffix.lower()}; hãy đổi đúng đuôi tệp hoặc lưu lại"
            )
        module, function = ISOLATED[suffix]
        read = getattr(import_module(f"index.formats.{module}"), function)
        content = read(path, limits, *([progress] if suffix in _WITH_PROGRESS else []))
        return {"content": content.to_dict()}
    except DocumentError as error:
        return {"error": str(error)}
    except MemoryError:
        return {"error": _too_large(limits), "spent": True}
    # What a reader of broken files may raise is unbounded.
    except Exception as error:
        if _peak_megabytes() > _NEAR * limits.memory:
            # Libraries in C say something else when they get no memory.
            return {"error": _too_large(limits), "spent": True}
        said = " ".join(str(error).replace(str(path), path.name).split())[:120]
        return {
            "error": f"tệp bị hỏng hoặc không đúng dạng {suffix} ({type(error).__name__}: {said});"
            " hãy mở bằng phần mềm tạo ra nó rồi lưu lại"
        }


def _peak_megabytes() -> float:
    """The most address space this process has had; 0 where the system does not tell."""
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
            if line.startswith("VmPeak:"):
                return int(line.split()[1]) / 1000
    return 0.0


def _too_large(limits: Limits) -> str:
    return (
        f"đọc tệp cần hơn {limits.memory} MB bộ nhớ; hãy chia nhỏ tệp hoặc tăng"
        f" {variable('memory')}"
    )


def _ticking(say: Callable[[dict[str, Any]], None], limits: Limits) -> Callable[[], None]:
    last = time.monotonic()

    def tick() -> None:
        nonlocal last
        _confine(limits)
        if time.monotonic() - last > _QUIET:
            last = time.monotonic()
            say({})

    return tick


def _confine(limits: Limits) -> None:
    """Bound memory, and processor time from now on: a backstop if nobody watches any more."""
    try:
        import resource
    except ImportError:  # not on Windows, where the watching process alone must do
        return
    space = limits.memory * 1_000_000
    _lower(resource, resource.RLIMIT_AS, space)
    _lower(resource, resource.RLIMIT_CORE, 0)
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + _PROCESSOR_SHARE * limits.seconds
    _lower(resource, resource.RLIMIT_CPU, seconds)


def _lower(resource: Any, kind: int, value: int) -> None:
    hard = resource.getrlimit(kind)[1]
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (value, hard))


if __name__ == "__main__":
    main()

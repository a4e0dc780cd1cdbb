"""What measured numbers depend on, and how they are taken down."""

import json
import os
import platform
import time
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path

from index.bundle import bundle_sha256

# Vector instructions: they decide how quick the encoder is.
FLAGS = ("avx2", "fma", "f16c", "avx512f", "avx512_vnni", "avx512_bf16", "amx_bf16", "asimd")


def machine(packages: Iterable[str]) -> dict[str, object]:
    """Facts about this machine; asked before the work, which raises the load itself.

    Imports nothing heavy, so that a process that must stay small can ask too.
    """
    cpu = _cpu()
    flags = cpu.get("flags", cpu.get("Features", "")).split()
    return {
        "cpu": cpu.get("model name", platform.processor()),
        "cores": os.cpu_count(),
        "flags": [flag for flag in FLAGS if flag in flags],
        # Well above the work's own threads, someone else was using the cores.
        "load_average": os.getloadavg(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "packages": {name: version(name) for name in packages},
        "weights_sha256": bundle_sha256(),
    }


def machine_line(facts: dict[str, object]) -> str:
    """What to read a table by, to print below it."""
    loads = [
        " ".join(f"{value:.2f}" for value in moment)
        for moment in (facts["load_average"], os.getloadavg())
        if isinstance(moment, tuple)
    ]
    return (
        f"{facts['cpu']}, {facts['cores']} cores; load average (1, 5, 15 minutes)"
        f" before {loads[0]}, after {loads[-1]}"
    )


def write(path: Path, facts: dict[str, object], **measured: object) -> None:
    """The machine and what was measured on it, as JSON."""
    facts = {**facts, "load_average_after": os.getloadavg()}
    content = {"machine": facts, **measured}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")


def timed(work: Callable[[], object]) -> float:
    """Seconds `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _cpu() -> dict[str, str]:
    """The first processor as Linux tells of it; empty elsewhere."""
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return {}
    pairs = (line.partition(":") for line in text.split("\n\n")[0].splitlines())
    return {name.strip(): value.strip() for name, _, value in pairs}

"""The running page as a subprocess, for the screenshots and for the browser's tests."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

APP = Path(__file__).parents[1] / "app.py"
READY_WITHIN = 60.0


@contextmanager
def served(index: Path, **environment: str) -> Iterator[str]:
    """Run the page over an index on a free port; gives its address once it answers.

    What it keeps, questions and feedback, goes with it. environment: variables to set besides
    those of this process.
    """
    with running(index, **environment) as (address, _):
        yield address


@contextmanager
def running(index: Path, **environment: str) -> Iterator[tuple[str, int]]:
    """As `served`, with the process's id besides the address."""
    port = free_port()
    with serving(index, port, **environment) as process:
        yield f"http://localhost:{port}", process


@contextmanager
def serving(index: Path, port: int, **environment: str) -> Iterator[int]:
    """As `served` on a port that is known before, with the process's id."""
    with tempfile.TemporaryDirectory(prefix="hoi-dap-cds-") as kept:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", APP.name, "--server.port", str(port)],
            cwd=APP.parent,
            env={
                **os.environ,
                "HOIDAP_RECORDS": str(Path(kept) / "records.sqlite3"),
                **environment,
                "HOIDAP_INDEX": str(index.absolute()),
            },
        )
        try:
            _wait(process, f"http://localhost:{port}/_stcore/health")
            yield process.pid
        finally:
            process.terminate()
            process.wait(timeout=10)


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"the page stopped with exit status {process.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    raise RuntimeError(f"the page did not answer within {READY_WITHIN:.0f} seconds")

"""`python -m ui`: one command serves the page, says where, and stops when told to."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from ui.__main__ import is_free

ROOT = Path(__file__).parents[2]


def test_serves_and_stops(index_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "ui", "--port", str(port)]
    environment = {**os.environ, "HOIDAP_INDEX": str(index_path)}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=1):
                    break
            except (urllib.error.URLError, TimeoutError, ConnectionError):
                time.sleep(0.1)
        assert not is_free(port)
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=30)[0].decode()
    assert process.returncode == 0
    assert f"http://localhost:{port}" in said
    assert "Traceback" not in said


def test_a_taken_port_is_said(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("localhost", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "ui", "--port", str(port)],
            cwd=ROOT,
            capture_output=True,
            check=False,
            timeout=60,
        )
    assert done.returncode == 1
    assert f"PORT={port + 1}" in done.stderr.decode()

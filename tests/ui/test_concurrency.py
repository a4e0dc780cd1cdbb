"""Twenty visitors asking together: every answer comes, in time, from one model in memory.

A few seconds of it by default; the whole minute with
`CONCURRENCY_SECONDS=60 .venv/bin/python -m pytest tests/ui/test_concurrency.py`.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from benchmarks.sessions import measure
from ui.serving import running

SESSIONS = 20
SECONDS = float(os.environ.get("CONCURRENCY_SECONDS", "8"))
# Seconds that 95 in 100 answers stay within. Measured on two cores: 1.4 to 3.0 with visitors who
# ask every three seconds, 1.5 every ten; the aim is 1.0.
IN_TIME = 4.0
GROWTH = 150.0  # megabytes for twenty sessions; a second model alone takes more


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_twenty_sessions_are_answered_in_time_from_one_model(index_path: Path) -> None:
    # What else this machine does, for each of its cores, stretches every time measured here.
    busy = max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
    # In a thread of its own: the browser tests keep an event loop in this one.
    with running(index_path) as (address, process), ThreadPoolExecutor(1) as apart:
        measured = apart.submit(measure, address, process, SESSIONS, SECONDS).result()
    assert measured.errors == []
    assert len(measured.times) >= SESSIONS
    assert measured.megabytes_after - measured.megabytes_before < GROWTH
    assert measured.share(95) <= IN_TIME * busy

"""Changes in the background: one after another, each tells how far it is, none blocks the page."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.store import Index
from service.uploads import INCOMING, Job, Upload, Uploads
from tests.service.conftest import report

WITHIN = 120.0


@pytest.fixture
def uploads(built: Path, tmp_path: Path) -> Iterator[Uploads]:
    for name in ("corpus", "index"):
        shutil.copytree(built / name, tmp_path / name)
    yield Uploads(tmp_path / "corpus", tmp_path / "index")


def finished(uploads: Uploads, number: int) -> Job:
    until = time.monotonic() + WITHIN
    while time.monotonic() < until:
        job = uploads.job(number)
        assert job
        if job.over:
            return job
        time.sleep(0.05)
    raise AssertionError(f"not over within {WITHIN} s: {uploads.jobs()}")


def test_an_upload_is_done_in_the_background_and_readers_follow(uploads: Uploads) -> None:
    reader = Index.open(uploads.index)
    began = time.monotonic()
    number = uploads.add([Upload("mới.txt", report("Lai Châu", "12,3").encode())])
    assert time.monotonic() - began < 1
    assert "mới.txt" not in reader.documents
    job = finished(uploads, number)
    assert (job.phase, job.error, job.kind, job.names) == ("done", "", "add", ("mới.txt",))
    assert [outcome.state for outcome in job.outcomes] == ["added"]
    assert job.stage
    assert "mới.txt" in reader.refresh().documents
    follower = uploads.follow()  # begins when all is cleared away
    finished(uploads, follower)
    assert list((uploads.corpus / INCOMING).iterdir()) == []


def test_changes_go_one_after_another_and_one_that_waits_can_be_cancelled(
    uploads: Uploads,
) -> None:
    removed = uploads.remove({"ha-nam.txt": "Hà Nam"})
    waiting = uploads.remove({"lao-cai.txt": "Lào Cai"})
    assert uploads.cancel(waiting)
    assert not uploads.cancel(waiting)
    job = finished(uploads, removed)
    assert not uploads.cancel(removed)
    back = uploads.restore({job.outcomes[0].undo: "Hà Nam"})
    assert finished(uploads, back).outcomes[0].state == "added"
    assert [job.phase for job in uploads.jobs()] == ["done", "cancelled", "done"]
    with Index.open(uploads.index) as index:
        assert set(index.documents) == {"ha-nam.txt", "lao-cai.txt"}
    uploads.forget(removed)
    assert [job.number for job in uploads.jobs()] == [back, waiting]


def test_a_failure_is_one_line_and_the_next_change_goes_on(uploads: Uploads) -> None:
    manifest = next((uploads.index / "generations").glob("*/manifest.json"))
    whole = manifest.read_bytes()
    manifest.write_bytes(b"{}")
    failed = finished(uploads, uploads.remove({"ha-nam.txt": "Hà Nam"}))
    assert failed.phase == "failed"
    assert "python -m index build" in failed.error
    assert (uploads.corpus / "ha-nam.txt").exists()
    manifest.write_bytes(whole)
    assert finished(uploads, uploads.remove({"ha-nam.txt": "Hà Nam"})).phase == "done"


def test_a_worker_that_dies_is_told_of(uploads: Uploads, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", shutil.which("false"))
    job = finished(uploads, uploads.follow())
    assert job.phase == "failed"
    assert "dừng bất ngờ (mã 1)" in job.error

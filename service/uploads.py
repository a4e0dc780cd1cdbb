"""Changes asked for on the page, one after another in the background.

    uploads = Uploads(corpus, index)
    number = uploads.add([Upload("báo cáo.docx", content)])
    uploads.jobs()   # how far each has come; the latest first

Who asks questions meanwhile keeps being served from the generation before.
"""

import json
import logging
import os
import secrets
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Literal

from service.changes import Incoming, Outcome, Taken
from service.records import now

INCOMING = ".incoming"
KEPT_JOBS = 20
_THREADS = max(1, (os.cpu_count() or 1) // 2)  # the rest of the machine is for those who ask
_LEFT_BEHIND = 24 * 3600.0  # seconds after which a waiting file belongs to no job any more
_log = logging.getLogger(__name__)

Kind = Literal["add", "remove", "restore", "facts", "follow"]
Phase = Literal["waiting", "running", "done", "failed", "cancelled"]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was sent; `taken` and `document` as in `service.changes.Incoming`."""

    name: str
    content: bytes | memoryview
    taken: Taken = "replace"
    document: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """A change and how far it has come.

    `stage` is what the index is doing, `done` of `total` steps of it; `error` says in Vietnamese
    why all of it failed; `outcomes` tell of each file once it is done.
    """

    number: int
    kind: Kind
    names: tuple[str, ...]
    asked: str
    phase: Phase = "waiting"
    stage: str = ""
    done: int = 0
    total: int = 0
    error: str = ""
    outcomes: tuple[Outcome, ...] = ()

    @property
    def over(self) -> bool:
        return self.phase in ("done", "failed", "cancelled")


class Uploads:
    """The changes of a corpus and its index; safe to share between threads."""

    def __init__(self, corpus: Path, index: Path) -> None:
        self.corpus = corpus.absolute()
        self.index = index.absolute()
        self._jobs: dict[int, Job] = {}
        self._requests: SimpleQueue[tuple[int, dict[str, Any]]] = SimpleQueue()
        self._lock = threading.Lock()
        self._clear_left_behind()
        threading.Thread(target=self._work, name="uploads", daemon=True).start()

    def add(self, files: Sequence[Upload]) -> int:
        """Add files, or new versions of documents. Raises OSError."""
        folder = self.corpus / INCOMING / secrets.token_hex(8)
        folder.mkdir(parents=True)
        incoming = []
        for number, file in enumerate(files):
            path = folder / str(number)
            path.write_bytes(file.content)
            incoming.append(asdict(Incoming(file.name, str(path), file.taken, file.document)))
        return self._ask("add", [file.name for file in files], files=incoming, folder=str(folder))

    def remove(self, documents: Mapping[str, str]) -> int:
        """Remove documents, given their titles by id."""
        return self._ask("remove", documents.values(), documents=list(documents))

    def restore(self, entries: Mapping[str, str]) -> int:
        """Bring back what the trash keeps, given titles by id of the entry."""
        return self._ask("restore", entries.values(), entries=list(entries))

    def correct(
        self, document: str, title: str, shown: Mapping[str, str], entered: Mapping[str, str]
    ) -> int:
        """State facts of a document, given a form as it was shown and as it came back."""
        return self._ask(
            "facts", [title], document=document, shown=dict(shown), entered=dict(entered)
        )

    def follow(self) -> int:
        """Have the index hold the corpus as it is."""
        return self._ask("follow", [])

    def cancel(self, number: int) -> bool:
        """Give up a change that has not begun; False when it is too late."""
        with self._lock:
            job = self._jobs.get(number)
            if job is None or job.phase != "waiting":
                return False
            self._jobs[number] = replace(job, phase="cancelled")
            return True

    def forget(self, number: int) -> None:
        """Take a change that is over off the list."""
        with self._lock:
            if number in self._jobs and self._jobs[number].over:
                del self._jobs[number]

    def jobs(self) -> list[Job]:
        """The changes that go on and the last ones that are over, the latest first."""
        with self._lock:
            return sorted(self._jobs.values(), key=lambda job: -job.number)

    def job(self, number: int) -> Job | None:
        with self._lock:
            return self._jobs.get(number)

    def _ask(self, kind: Kind, names: Iterable[str], **request: Any) -> int:
        with self._lock:
            number = max(self._jobs, default=0) + 1
            self._jobs[number] = Job(number, kind, tuple(names), now())
            over = [job.number for job in self._jobs.values() if job.over]
            for old in sorted(over)[: max(0, len(self._jobs) - KEPT_JOBS)]:
                del self._jobs[old]
        request |= {"kind": kind, "corpus": str(self.corpus), "index": str(self.index)}
        self._requests.put((number, request))
        return number

    def _work(self) -> None:
        while True:
            number, request = self._requests.get()
            folder = request.pop("folder", None)
            try:
                job = self.job(number)
                if job and job.phase == "waiting":
                    self._set(number, phase="running")
                    self._carry_out(number, request)
            except Exception as error:
                _log.exception("could not carry out a change")
                self._set(number, phase="failed", error=f"{type(error).__name__}: {error}")
            finally:
                if folder:
                    shutil.rmtree(folder, ignore_errors=True)

    def _carry_out(self, number: int, request: dict[str, Any]) -> None:
        process = subprocess.Popen(
            [sys.executable, "-m", "service.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "OMP_NUM_THREADS": str(_THREADS)},
        )
        assert process.stdin
        assert process.stdout
        with process:
            with suppress(BrokenPipeError):
                json.dump(request, process.stdin)
                process.stdin.close()
            for line in process.stdout:
                self._hear(number, json.loads(line))
        job = self.job(number)
        if job and not job.over:
            error = f"Tiến trình cập nhật dừng bất ngờ (mã {process.returncode}); hãy thử lại."
            self._set(number, phase="failed", error=error)

    def _hear(self, number: int, message: dict[str, Any]) -> None:
        if "error" in message:
            self._set(number, phase="failed", error=message["error"])
        elif "outcomes" in message:
            outcomes = tuple(Outcome(**outcome) for outcome in message["outcomes"])
            self._set(number, phase="done", outcomes=outcomes)
        else:
            self._set(number, **message)

    def _set(self, number: int, **values: Any) -> None:
        with self._lock:
            if number in self._jobs:
                self._jobs[number] = replace(self._jobs[number], **values)

    def _clear_left_behind(self) -> None:
        """Delete what waited for a process that is no more."""
        with suppress(OSError):
            for folder in os.scandir(self.corpus / INCOMING):
                if time.time() - folder.stat().st_mtime > _LEFT_BEHIND:
                    shutil.rmtree(folder.path, ignore_errors=True)

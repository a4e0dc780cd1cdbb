"""A process of its own for the readers of binary files: it may hang, crash or eat memory."""

import atexit
import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any

from index.errors import DocumentError
from index.formats.content import Content
from index.formats.limits import Limits, variable

# A library that leaks never gets far.
_FILES_EACH = 50
_ROOT = Path(__file__).parents[2]

_lock = threading.Lock()
_running: "_Reader | None" = None


def read_apart(path: Path, limits: Limits) -> Content:
    """Read a file in another process, which is ended when it takes too long.

    Raises DocumentError, its message without the file's name.
    """
    global _running
    with _lock:
        if _running is None or not _running.is_fit:
            _close()
            _running = _Reader()
        try:
            answer = _running.ask(path, limits)
        except BaseException:
            _close()
            raise
    if "error" in answer:
        raise DocumentError(answer["error"])
    return Content.from_dict(answer["content"])


def _close() -> None:
    global _running
    if _running is not None:
        _running.end()
        _running = None


atexit.register(_close)


class _Reader:
    """The other process, and the folder for what it and its helpers write."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="hoidap-", ignore_cleanup_errors=True)
        self._left = _FILES_EACH
        paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "index.formats.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._folder.name,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(paths),
                "TMPDIR": self._folder.name,
                "OMP_THREAD_LIMIT": "1",
            },
            # Its helpers are ended with it, and Ctrl-C is ours to handle.
            start_new_session=True,
            encoding="utf-8",
        )
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def is_fit(self) -> bool:
        return self._left > 0 and self._process.poll() is None

    def ask(self, path: Path, limits: Limits) -> dict[str, Any]:
        """The answer for one file. Raises DocumentError when there is none."""
        self._left -= 1
        request = json.dumps({"path": str(path.absolute()), "limits": asdict(limits)})
        assert self._process.stdin
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.write(request + "\n")
            self._process.stdin.flush()
        answer: dict[str, Any] = {}
        while not answer:
            try:
                line = self._lines.get(timeout=limits.seconds)
            except queue.Empty:
                raise DocumentError(
                    f"không đọc xong trong {limits.seconds} giây nên đã dừng; hãy chia nhỏ tệp hoặc"
                    f" tăng {variable('seconds')}"
                ) from None
            if not line:
                raise DocumentError(
                    f"chương trình đọc bị dừng giữa chừng (tệp hỏng hoặc cần hơn {limits.memory} MB"
                    " bộ nhớ); hãy lưu lại hoặc chia nhỏ tệp"
                )
            answer = json.loads(line)
        if "spent" in answer:
            self._left = 0
        return answer

    def end(self) -> None:
        """End the process with all it started, and clear its folder away."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                if stream:
                    stream.close()
        self._folder.cleanup()

    def _listen(self) -> None:
        assert self._process.stdout
        with contextlib.suppress(ValueError, OSError):
            for line in self._process.stdout:
                self._lines.put(line)
        self._lines.put("")

"""Serve the page: `python -m ui [--port 8501]`."""

import argparse
import socket
import sys
import threading
from pathlib import Path

from streamlit import runtime
from streamlit.web import cli

from index.formats.limits import Limits

APP = Path(__file__).parents[1] / "app.py"


def main(arguments: list[str] | None = None) -> int:
    """Check the port, then run the Streamlit server. Returns 1 when the port is taken."""
    parser = argparse.ArgumentParser(prog="python -m ui", description="Mở trang hỏi đáp")
    parser.add_argument("--port", type=int, default=8501, metavar="CỔNG")
    port = parser.parse_args(arguments).port
    if not is_free(port):
        print(
            f"Lỗi: cổng {port} đang có chương trình khác dùng;"
            f" hãy tắt chương trình đó hoặc chọn cổng khác: make run PORT={port + 1}",
            file=sys.stderr,
        )
        return 1
    print(f"Mở http://localhost:{port} – nhấn Ctrl-C để dừng", flush=True)
    command = ["run", str(APP), "--server.port", str(port)]
    command += ["--server.maxUploadSize", str(Limits.from_environment().megabytes)]
    # In this process, so that all is ready before the first visitor comes; and waited for in the
    # end: a process that ends while native libraries load is aborted.
    stopped = threading.Event()
    preparing = threading.Thread(target=_prepare, args=(stopped,))
    preparing.start()
    try:
        cli.main(command, prog_name="streamlit", standalone_mode=False)
    finally:
        stopped.set()
        preparing.join()
    return 0


def _prepare(stopped: threading.Event) -> None:
    """Make the pages ready once the server runs, unless it stopped before."""
    while not runtime.exists():
        if stopped.wait(0.05):
            return
    from ui.engine import prepare  # its caches belong to the running server

    prepare()


def is_free(port: int) -> bool:
    """Whether nothing listens on a port of this machine."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("localhost", port))
        except (OSError, OverflowError):
            return False
    return True


if __name__ == "__main__":
    sys.exit(main())

"""Many visitors asking at once: `python -m benchmarks.sessions [--sessions 20] [--seconds 60]`.

Each visitor is a session of the running page over its own websocket, as a browser opens it: asks,
waits until the whole answer has come, reads for `--pause` seconds, asks the next question. The
time of an answer is from sending the question to the end of drawing it.
"""

import argparse
import asyncio
import itertools
import json
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from ui.serving import running

QUESTIONS = (
    "Tỉnh nào có 93,4% thủ tục hành chính được xử lý hoàn toàn trực tuyến?",
    "Thái Bình xếp thứ mấy về chuyển đổi số?",
    "Ai chủ trì cuộc họp Ban Chỉ đạo chuyển đổi số tỉnh Cao Bằng?",
    "Quảng Ninh có bao nhiêu dịch vụ công trực tuyến?",
    "Dân số sao Hỏa là bao nhiêu?",
    "Huyện Thanh Chương tham gia hội nghị gì?",
)
TURNS = 6  # questions of a conversation, before the visitor opens a new one
LONGEST = 30.0  # seconds after which an answer counts as lost
_MARK = "footer"  # the class of the line under an answer


@dataclass(slots=True)
class Measured:
    """What the visitors saw: times in seconds, what went wrong, megabytes of the server."""

    sessions: int
    seconds: float
    pause: float
    times: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    megabytes_before: float = 0.0
    megabytes_after: float = 0.0

    def share(self, percent: float) -> float:
        """The time that this share of the answers stays within."""
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


class Visitor:
    """One session of the page."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._box = ""
        self._page = ""

    async def open(self) -> None:
        """Have the page drawn once."""
        await self._send(None)
        await self._drawn(answers=0)

    async def ask(self, question: str, answers: int) -> float:
        """Ask; returns the seconds until as many answers stand on the page, drawn to the end."""
        began = time.perf_counter()
        await self._send(question)
        await self._drawn(answers)
        return time.perf_counter() - began

    async def _send(self, question: str | None) -> None:
        message = BackMsg()
        message.rerun_script.query_string = ""
        message.rerun_script.page_script_hash = self._page
        if question is not None:
            state = message.rerun_script.widget_states.widgets.add()
            state.id = self._box
            state.chat_input_value.data = question
        await self._connection.send(message.SerializeToString())

    async def _drawn(self, answers: int) -> None:
        """Read what the server sends until it has drawn a page with so many answers."""
        seen = 0
        async with asyncio.timeout(LONGEST):
            while True:
                message = ForwardMsg()
                message.ParseFromString(await self._connection.recv(decode=False))
                kind = message.WhichOneof("type")
                if kind == "new_session":
                    seen = 0
                    self._page = message.new_session.page_script_hash
                elif kind == "delta":
                    element = message.delta.new_element
                    if element.WhichOneof("type") == "chat_input":
                        self._box = element.chat_input.id
                    elif element.WhichOneof("type") == "html":
                        seen += f'{_MARK}"' in element.html.body
                    elif element.WhichOneof("type") == "exception":
                        raise RuntimeError(element.exception.message)
                elif kind == "script_finished" and self._box and seen >= answers:
                    return


async def _visit(address: str, until: float, pause: float, measured: Measured) -> None:
    questions = itertools.cycle(random.sample(QUESTIONS, len(QUESTIONS)))
    while time.monotonic() < until:
        try:
            async with connect(
                f"{address.replace('http', 'ws')}/_stcore/stream",
                subprotocols=["streamlit"],  # type: ignore[list-item]
                origin=address,  # type: ignore[arg-type]
                max_size=None,
            ) as connection:
                visitor = Visitor(connection)
                await visitor.open()
                for answers in range(1, TURNS + 1):
                    if time.monotonic() >= until:
                        return
                    measured.times.append(await visitor.ask(next(questions), answers))
                    await asyncio.sleep(random.uniform(0.5, 1.5) * pause)
        except Exception as error:
            measured.errors.append(f"{type(error).__name__}: {error}")


async def _all_visit(address: str, measured: Measured) -> None:
    until = time.monotonic() + measured.seconds
    visits = [_visit(address, until, measured.pause, measured) for _ in range(measured.sessions)]
    await asyncio.gather(*visits)


def measure(
    address: str, process: int, sessions: int = 20, seconds: float = 60.0, pause: float = 3.0
) -> Measured:
    """Have visitors ask a running page. pause: mean seconds between an answer and a question."""
    asyncio.run(_all_visit(address, Measured(2, 1.0, 0.1)))  # what is loaded once is loaded now
    measured = Measured(sessions, seconds, pause, megabytes_before=_megabytes(process))
    asyncio.run(_all_visit(address, measured))
    measured.megabytes_after = _megabytes(process)
    return measured


def _megabytes(process: int) -> float:
    """Memory of a process that is its own, in megabytes; Linux only."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    [line] = [line for line in status.splitlines() if line.startswith("VmRSS:")]
    return int(line.split()[1]) / 1000


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve an index, have it asked, print the table; returns 1 when an answer was lost."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sessions", description=__doc__)
    parser.add_argument("--index", type=Path, default=Path(".index"))
    parser.add_argument("--sessions", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--pause", type=float, default=3.0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    with running(options.index) as (address, process):
        measured = measure(address, process, options.sessions, options.seconds, options.pause)
    if options.json:
        print(json.dumps(asdict(measured)))
    else:
        print(f"answers {len(measured.times)}, errors {len(measured.errors)}")
        for percent in (50, 95, 99):
            print(f"p{percent} {measured.share(percent):.3f} s")
        print(f"memory {measured.megabytes_before:.0f} → {measured.megabytes_after:.0f} MB")
    for error in sorted(set(measured.errors)):
        print(error, file=sys.stderr)
    return 1 if measured.errors else 0


if __name__ == "__main__":
    sys.exit(main())

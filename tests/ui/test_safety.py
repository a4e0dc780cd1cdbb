"""What the running server refuses: other sites, forged uploads, sending anything elsewhere."""

import re
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from index.formats.limits import Limits
from tests.ui.staffing import ROOT
from ui import __main__ as command
from ui.serving import served

EVIL = "http://evil.example"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server without an index: what it refuses does not depend on one."""
    with served(tmp_path_factory.mktemp("none") / "index") as started:
        yield started


@pytest.fixture(scope="module")
def configured() -> dict[str, dict[str, object]]:
    return tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


def fetched(url: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    body = b"x" if method in ("PUT", "POST") else None
    request = urllib.request.Request(url, body, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read()


def test_another_site_cannot_open_a_session(address: str) -> None:
    stream = f"{address.replace('http', 'ws')}/_stcore/stream"
    with pytest.raises(InvalidStatus) as caught:
        connect(stream, origin=EVIL)  # type: ignore[arg-type]
    assert caught.value.response.status_code == 403
    with connect(stream, origin=address):  # type: ignore[arg-type]
        pass


@pytest.mark.parametrize("path", ["_stcore/health", "_stcore/host-config", ""])
def test_another_site_cannot_read_an_answer(address: str, path: str) -> None:
    _, headers, _ = fetched(f"{address}/{path}", Origin=EVIL)
    assert headers.get("Access-Control-Allow-Origin", "") not in ("*", EVIL)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Xsrftoken": "forged"},
        {"X-Xsrftoken": "2|a|b|1", "Cookie": "_streamlit_xsrf=2|a|b|1"},
    ],
)
def test_an_upload_without_the_sessions_own_token_is_refused(
    address: str, headers: dict[str, str]
) -> None:
    status, _, _ = fetched(f"{address}/_stcore/upload_file/session/file", "PUT", **headers)
    assert status in (400, 403)  # a token that is well formed still names no session
    if "Cookie" not in headers:
        assert status == 403


def test_no_program_may_drive_the_page_and_no_file_of_the_project_is_served(address: str) -> None:
    assert fetched(f"{address}/_stcore/agent/interact", "POST")[0] >= 400
    for path in ("app/static/../../pyproject.toml", "../pyproject.toml", ".streamlit/secrets.toml"):
        _, _, body = fetched(f"{address}/{path}")
        assert b"password" not in body
        assert b"dependencies" not in body


def test_the_configuration_protects_and_sends_nothing(configured: dict[str, dict]) -> None:  # type: ignore[type-arg]
    server = configured["server"]
    assert server["address"] == "localhost"
    assert server["enableCORS"] is True
    assert server["enableXsrfProtection"] is True
    assert configured["browser"]["gatherUsageStats"] is False
    assert configured["client"]["showErrorDetails"] == "none"
    assert "enableAgentApi" not in server


def test_the_page_takes_as_large_a_file_as_the_index_reads(
    configured: dict[str, dict],  # type: ignore[type-arg]
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert configured["server"]["maxUploadSize"] == Limits().megabytes
    started: list[list[str]] = []
    monkeypatch.setenv("HOIDAP_MAX_MEGABYTES", "7")
    monkeypatch.setattr(command.cli, "main", lambda words, **_: started.append(words))
    monkeypatch.setattr(command, "_prepare", lambda _: None)
    monkeypatch.setattr(command, "is_free", lambda _: True)
    command.main([])
    assert started[0][-2:] == ["--server.maxUploadSize", "7"]


def test_nothing_in_the_styles_and_scripts_comes_from_elsewhere() -> None:
    sources = [*(ROOT / "ui").rglob("*.css"), *(ROOT / "ui").rglob("*.py"), ROOT / "app.py"]
    fetching = re.compile(r"@import|url\(\s*['\"]?https?:|src=['\"]https?:|href=['\"]https?:")
    assert [str(path) for path in sources if fetching.search(path.read_text("utf-8"))] == []


def test_the_server_tells_browsers_to_send_no_statistics(address: str) -> None:
    stream = f"{address.replace('http', 'ws')}/_stcore/stream"
    begin = BackMsg()
    begin.rerun_script.query_string = ""
    with connect(stream, origin=address) as connection:  # type: ignore[arg-type]
        connection.send(begin.SerializeToString())
        message = ForwardMsg()
        while message.WhichOneof("type") != "new_session":
            message.ParseFromString(connection.recv(timeout=30, decode=False))
    assert message.new_session.config.gather_usage_stats is False

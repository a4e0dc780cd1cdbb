"""Indexes to look at: the reports of `corpus/`, and those with a hostile one among them."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from index.encoder import Encoder
from index.update import add, build
from tests.index.small_corpus import warmed
from ui.engine import engine
from ui.screenshots import browser, chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
QUESTION = "Tỉnh nào có 93,4% thủ tục hành chính được xử lý hoàn toàn trực tuyến?"
HOSTILE_TOPIC = "Hà Nam tiếp nhận bao nhiêu hồ sơ trực tuyến năm 2023?"
HOSTILE_QUESTION = "<b onclick=window.hacked=1>Tỉnh</b> nào $x$ :red[có] [a](javascript:b)?"
HOSTILE_NAME = "<img src=x onerror=window.hacked=1>.txt"
# axe-core's rules of what a page's colours decide; all else is the same in either scheme, and is
# looked for in one.
OF_COLOURS = ("color-contrast", "link-in-text-block")
HOSTILE_TITLE = (
    "Hà Nam <script>window.hacked=1</script> [x](javascript:window.hacked=1)"
    " $\\LaTeX$ :red[đỏ] :smile: chuyển đổi số"
)
HOSTILE_REPORT = f"""{HOSTILE_TITLE}

Thứ 2, 17/07/2023 | 14:15:41

Trong năm 2023, tỉnh Hà Nam tiếp nhận <img src=x onerror="window.hacked=1"> 7.531 hồ sơ trực \
tuyến, **đậm** :smile: $x^2$ \u202etừ phải sang trái, tăng so với năm trước.
Các cơ quan của tỉnh <svg onload=window.hacked=1> tiếp tục đẩy mạnh chuyển đổi số, cải cách \
thủ tục hành chính và phục vụ người dân, doanh nghiệp trong thời gian tới.
"""

Page = Callable[[Path], AppTest]


@pytest.fixture(scope="session", autouse=True)
def records_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test writes into the records of whoever works here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOIDAP_RECORDS", str(tmp_path_factory.mktemp("records") / "r.sqlite3"))
        yield


@pytest.fixture(scope="session")
def index_path(vectors: Path, encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the reports that come with the project."""
    path = warmed(tmp_path_factory.mktemp("ui") / "index", vectors)
    build(ROOT / "corpus", path, encoder)
    return path


@pytest.fixture(scope="session")
def hostile_index_path(
    index_path: Path, encoder: Encoder, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The same with a report that tries to be HTML, Markdown, LaTeX and JavaScript."""
    folder = tmp_path_factory.mktemp("hostile")
    report = folder / HOSTILE_NAME
    report.write_text(HOSTILE_REPORT, encoding="utf-8")
    shutil.copytree(index_path, folder / "index")
    add([report], folder / "index", encoder)
    return folder / "index"


@pytest.fixture(autouse=True)
def records_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Records of the test's own."""
    path = tmp_path / "records" / "records.sqlite3"
    monkeypatch.setenv("HOIDAP_RECORDS", str(path))
    return path


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Page:
    """Opens the page over an index in a new process's state: nothing is cached yet."""
    engine.clear()

    def opened(path: Path) -> AppTest:
        monkeypatch.setenv("HOIDAP_INDEX", str(path))
        return AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)

    return opened


@pytest.fixture(scope="session")
def chrome() -> Iterator["Browser"]:
    """One headless browser for all tests that need one."""
    if chromium() is None:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with browser() as started:
        yield started

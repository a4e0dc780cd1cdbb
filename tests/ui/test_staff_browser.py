"""Staff in headless Chromium: sign in, upload a report, have it answered from, remove it, undo."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document as WordDocument

from index.update import remove
from qa.answer import Answer
from service.accounts import ATTEMPTS
from service.questions import log_question
from service.records import Records
from tests.ui.conftest import HOSTILE_NAME, HOSTILE_REPORT, HOSTILE_TITLE
from tests.ui.provider import CLIENT, SECRET, provided
from tests.ui.staffing import PASSWORD, WRONG, Office, open_office, set_password
from ui.screenshots import window
from ui.serving import free_port, served, serving

pytestmark = pytest.mark.browser
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
Browser, Page, expect = sync_api.Browser, sync_api.Page, sync_api.expect

QUESTION = "Tỷ lệ hồ sơ trực tuyến của Sơn La năm 2023 là bao nhiêu?"
MARKS = {"Hỏi đáp": "stChatInputTextArea", "Quản lý": "stFileUploaderDropzone"}
TOO_WIDE = """[...document.querySelectorAll(".stMain *")].some(
  element => element.getBoundingClientRect().right > innerWidth + 1
)"""
SECRETS_READ = 12_000  # Streamlit looks every few seconds
WITHIN = 120_000  # milliseconds for a change to be done


@pytest.fixture(scope="module")
def office(hostile_index_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = open_office(tmp_path_factory.mktemp("office"), hostile_index_path)
    remove([HOSTILE_NAME], office.index)  # its vectors are kept: adding it takes no time
    return office


@pytest.fixture(scope="module")
def address(office: Office) -> Iterator[str]:
    with served(office.index, **office.environment) as started:
        yield started


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real Word file."""
    path = tmp_path_factory.mktemp("word") / "Sơn La.docx"
    word = WordDocument()
    word.add_heading("Tỉnh Sơn La đẩy mạnh chuyển đổi số")
    word.add_paragraph(
        "Năm 2023, tỉnh Sơn La có 77,7% hồ sơ được nộp trực tuyến, tăng so với năm trước."
    )
    word.save(str(path))
    return path


@pytest.fixture
def desktop(chrome: Browser) -> Iterator[Page]:
    with window(chrome, 1440, 900) as opened:
        yield opened


def sign_in(page: Page, address: str, password: str = PASSWORD) -> None:
    page.goto(f"{address}/quan-ly")
    page.locator("input[type=password]").fill(password)
    page.keyboard.press("Enter")


def managed(page: Page, address: str) -> Page:
    sign_in(page, address)
    page.get_by_test_id("stFileUploaderDropzone").wait_for()
    return page


def go(page: Page, title: str) -> None:
    """Follow the navigation, which keeps the session, and wait until the page is drawn."""
    page.get_by_test_id("stTopNavLink").filter(has_text=title).click()
    page.get_by_test_id(MARKS[title]).wait_for()
    idle(page)


def idle(page: Page) -> None:
    """Wait until the server has nothing more to say."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()


def ask(page: Page, question: str = QUESTION) -> str:
    """Everything said in reply to a question asked on the page of asking."""
    answers = page.locator(".footer").count()
    page.get_by_test_id("stChatInputTextArea").fill(question)
    page.keyboard.press("Enter")
    page.locator(".footer").nth(answers).wait_for()
    return page.get_by_test_id("stChatMessage").last.inner_text()


def open_tab(page: Page, name: str) -> None:
    page.locator(".st-key-tab").get_by_text(name).click()
    page.wait_for_timeout(200)
    idle(page)


def done(page: Page, change: str) -> None:
    """Wait until the card of a change says that it is done."""
    heading = page.get_by_role("heading", name=change, exact=True)
    card = page.get_by_test_id("stHtml").filter(has=heading)
    card.filter(has_text="Xong").first.wait_for(timeout=WITHIN)
    idle(page)


def test_an_uploaded_report_is_answered_from_until_removed_and_again_after_undo(
    desktop: Page, address: str, report: Path
) -> None:
    managed(desktop, address)
    go(desktop, "Hỏi đáp")
    assert "77,7%" not in ask(desktop)
    go(desktop, "Quản lý")
    desktop.locator("input[type=file]").set_input_files(report)
    desktop.get_by_role("button", name="Thêm 1 tệp vào kho").click()
    done(desktop, "Thêm Sơn La.docx")
    go(desktop, "Hỏi đáp")
    assert "77,7%" in ask(desktop)
    go(desktop, "Quản lý")
    desktop.get_by_label("Tìm trong 6 tài liệu").fill("son la")
    desktop.keyboard.press("Enter")
    expect(desktop.locator(".document")).to_have_count(1)
    desktop.get_by_role("button", name="Gỡ", exact=True).click()
    desktop.get_by_role("button", name="Gỡ khỏi kho").click()
    done(desktop, "Gỡ Tỉnh Sơn La đẩy mạnh chuyển đổi số")
    go(desktop, "Hỏi đáp")
    assert "77,7%" not in ask(desktop)
    go(desktop, "Quản lý")
    desktop.get_by_role("button", name="Hoàn tác").first.click()
    done(desktop, "Khôi phục Sơn La.docx")
    go(desktop, "Hỏi đáp")
    assert "77,7%" in ask(desktop)


def test_an_upload_keeps_nobody_from_asking(
    chrome: Browser, desktop: Page, address: str, tmp_path: Path
) -> None:
    path = tmp_path / "bao-cao.txt"
    # Long enough to be seen at work.
    communes = [f"Xã An Bình {number} có {number},3% hồ sơ trực tuyến." for number in range(300)]
    path.write_text("\n\n".join(["Báo cáo", *communes]), encoding="utf-8")
    managed(desktop, address)
    with window(chrome, 1024, 768) as visitor:
        visitor.goto(address)
        ask(visitor, "Tỉnh nào có 93,4% thủ tục hành chính được xử lý hoàn toàn trực tuyến?")
        desktop.locator("input[type=file]").set_input_files(path)
        desktop.get_by_role("button", name="Thêm 1 tệp vào kho").click()
        desktop.get_by_test_id("stProgress").wait_for()
        answered = 0
        while desktop.get_by_test_id("stProgress").count():
            assert "Quảng Ninh" in ask(visitor, f"Tỉnh nào có 93,4% thủ tục? ({answered})")
            answered += 1
        done(desktop, "Thêm bao-cao.txt")
    assert answered >= 2  # also the last of these was begun while the change went on


def test_a_wrong_password_is_refused_then_attempts_run_out_whatever_is_opened(
    chrome: Browser, tmp_path: Path
) -> None:
    office = open_office(tmp_path)
    with served(office.index, **office.environment) as address:
        with window(chrome, 1024, 768) as page:
            for left in range(ATTEMPTS - 1, 0, -1):
                sign_in(page, address, WRONG)
                page.get_by_text(f"Còn {left} lần thử").wait_for()
                assert page.get_by_test_id("stFileUploaderDropzone").count() == 0
        with window(chrome, 1024, 768) as page:
            sign_in(page, address, WRONG)
            page.get_by_text("Hết lượt thử").wait_for()
            page.reload()
            page.get_by_text("Hãy thử lại sau 15 phút").wait_for()
            expect(page.locator("input[type=password]")).to_be_disabled()


def test_signing_in_and_out(desktop: Page, address: str) -> None:
    managed(desktop, address)
    desktop.get_by_role("button", name="Đăng xuất").click()
    desktop.locator("input[type=password]").wait_for()
    assert desktop.get_by_test_id("stFileUploaderDropzone").count() == 0
    managed(desktop, address)
    desktop.reload()  # a new session: whoever finds the browser open has to sign in again
    desktop.locator("input[type=password]").wait_for()


def test_an_open_dialog_does_nothing_once_the_password_is_another(
    desktop: Page, address: str, office: Office
) -> None:
    managed(desktop, address)
    desktop.get_by_role("button", name="Gỡ", exact=True).first.click()
    desktop.get_by_role("button", name="Gỡ khỏi kho").wait_for()
    before = sorted(path.name for path in office.corpus.iterdir() if path.is_file())
    set_password(office)
    desktop.wait_for_timeout(SECRETS_READ)
    desktop.get_by_role("button", name="Gỡ khỏi kho").click()
    desktop.locator("input[type=password]").wait_for()
    assert sorted(path.name for path in office.corpus.iterdir() if path.is_file()) == before


def test_whom_openid_connect_vouches_for_and_who_is_staff_manages(
    chrome: Browser, tmp_path: Path
) -> None:
    port = free_port()
    address = f"http://localhost:{port}"
    with provided() as provider:
        office = open_office(tmp_path)
        (tmp_path / "secrets.toml").write_text(
            f"""[staff]
emails = ["@so.tinh.gov.vn"]
[auth]
redirect_uri = "{address}/oauth2callback"
cookie_secret = "một bí mật dài để ký cookie trong kiểm thử"
client_id = "{CLIENT}"
client_secret = "{SECRET}"
server_metadata_url = "{provider.address}/.well-known/openid-configuration"
""",
            encoding="utf-8",
        )
        way_in = "Đăng nhập bằng tài khoản cơ quan"
        with serving(office.index, port, **office.environment):
            for email, seen in (
                ("an@noi-khac.vn", "an@noi-khac.vn không có trong danh sách"),
                ("an@so.tinh.gov.vn", "Đã đăng nhập: an@so.tinh.gov.vn"),
            ):
                provider.email = email
                with window(chrome, 1024, 768) as page:
                    page.goto(f"{address}/quan-ly")
                    page.get_by_role("button", name=way_in).click()
                    page.wait_for_url(f"{address}/")
                    page.goto(f"{address}/quan-ly")
                    page.get_by_text(seen).wait_for()
                    idle(page)
                    is_staff = email.endswith("@so.tinh.gov.vn")
                    chooser = page.get_by_test_id("stFileUploaderDropzone")
                    expect(chooser).to_have_count(int(is_staff))
                    if is_staff:
                        page.get_by_role("button", name="Đăng xuất").click()
                        # By way of the server, which forgets who it was.
                        expect(page).to_have_url(f"{address}/", timeout=30_000)
                        page.goto(f"{address}/quan-ly")
                        page.get_by_role("button", name=way_in).wait_for()


def test_hostile_files_are_named_and_not_run(desktop: Page, address: str, tmp_path: Path) -> None:
    desktop.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    file = tmp_path / HOSTILE_NAME
    file.write_text(HOSTILE_REPORT, encoding="utf-8")
    managed(desktop, address)
    desktop.locator("input[type=file]").set_input_files(file)
    desktop.get_by_role("button", name="Thêm 1 tệp vào kho").click()
    done(desktop, f"Thêm {HOSTILE_NAME}")
    desktop.get_by_label("Tìm trong").fill("latex")
    desktop.keyboard.press("Enter")
    expect(desktop.locator(".document")).to_have_text([HOSTILE_TITLE])
    for label in ("Sửa thông tin", "Gỡ"):
        desktop.get_by_role("button", name=label, exact=True).click()
        heading = desktop.locator('[role="dialog"] > h2')
        heading.wait_for()
        assert HOSTILE_TITLE.startswith(heading.inner_text().replace("\u2060", "")[:60])
        desktop.keyboard.press("Escape")
        heading.wait_for(state="detached")
    assert desktop.evaluate("window.hacked") is None
    assert desktop.locator(".stMain img, .katex, a[href^=javascript]").count() == 0


def test_the_question_log_is_downloaded_for_excel(
    desktop: Page, address: str, office: Office
) -> None:
    answer = Answer("=1+1 đúng không?", "number", None, 0.2, timings_ms={"total": 9.0})
    log_question(Records.open(office.records), answer)
    managed(desktop, address)
    open_tab(desktop, "Câu hỏi")
    with desktop.expect_download() as download:
        desktop.get_by_role("button", name="Tải về CSV").click()
    content = Path(download.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert "'=1+1 đúng không?" in [row["Câu hỏi"] for row in rows]
    desktop.get_by_role("button", name="Đã xử lý").first.click()
    desktop.get_by_role("button", name="Mở lại").first.wait_for()  # the tab stays open


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_all_of_it_without_sideways_scrolling(
    chrome: Browser, address: str, scheme: str
) -> None:
    with window(chrome, 390, 844, scheme) as page:
        managed(page, address)
        page.locator(".document").first.wait_for()
        for tab in ("Câu hỏi", "Góp ý", "Đã gỡ", "Chỉ mục", "Tài liệu"):
            open_tab(page, tab)
            assert not page.evaluate(TOO_WIDE)

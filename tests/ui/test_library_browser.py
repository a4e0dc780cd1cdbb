"""The library and the comparison in headless Chromium: what only a browser can tell."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from index.store import Index
from service.library import Library
from tests.ui.conftest import HOSTILE_TITLE, OF_COLOURS
from tests.ui.test_browser import CONTRAST, SEEN
from ui.screenshots import window
from ui.serving import served

pytestmark = pytest.mark.browser
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
Browser, Page = sync_api.Browser, sync_api.Page

SIZES = [(1440, 900, "light"), (1024, 768, "dark"), (390, 844, "light"), (390, 844, "dark")]
OVERFLOW = "document.scrollingElement.scrollWidth - innerWidth"
DOCUMENT = "102_daklak_2024.txt"
ROWS = '[class*="st-key-holding-"]'
TITLES = '[class*="st-key-read-"] button'
VALUES = '[class*="st-key-value-"] button'
ONLINE = "Tỷ lệ hồ sơ trực tuyến"


@pytest.fixture(scope="module")
def address(both_index: Path) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("HOIDAP_CORPUS", str(both_index.parent / "corpus"))
        index = Index.open(both_index)
        Library(index).follow(index, 60.0)  # what the pages would read first
        with served(both_index) as started:
            yield started


@pytest.fixture
def desktop(chrome: Browser) -> Iterator[Page]:
    with window(chrome, 1440, 900) as opened:
        yield opened


def titles(page: Page) -> list[str]:
    return [title.replace("\u2060", "") for title in page.locator(TITLES).all_inner_texts()]


def settle(page: Page) -> None:
    """Wait until the page is drawn as asked."""
    page.wait_for_timeout(300)
    page.locator('[data-test-script-state="notRunning"]').wait_for()


def open_document(page: Page, address: str, document: str = DOCUMENT) -> None:
    page.goto(f"{address}/thu-vien?document={document}")
    page.locator("article.reading").wait_for()


def choose(page: Page, address: str, name: str = ONLINE) -> None:
    page.goto(f"{address}/so-sanh")
    page.locator(TITLES, has_text=name).first.click()
    page.locator("h1", has_text=name).wait_for()
    page.locator(VALUES).first.wait_for()


def test_finds_as_one_types_and_comes_back_to_the_same_list(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}/thu-vien")
    desktop.locator(ROWS).nth(19).wait_for()
    desktop.locator('input[type="search"]').click()
    desktop.keyboard.type("buon la", delay=30)  # no Enter
    desktop.wait_for_url("**tim=buon+la*")
    settle(desktop)
    assert titles(desktop)[0] == "Đắk Lắk: Đưa chuyển đổi số về từng buôn làng"
    found = titles(desktop)
    desktop.locator(TITLES).first.click()
    desktop.locator("article.reading").wait_for()
    assert "document=101_daklak_2023.txt" in desktop.url
    desktop.get_by_role("button", name="Danh sách").click()
    desktop.locator(TITLES).nth(len(found) - 1).wait_for()
    assert titles(desktop) == found
    desktop.reload()
    desktop.locator(TITLES).nth(len(found) - 1).wait_for()
    assert titles(desktop) == found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(chrome: Browser, address: str, scheme: str) -> None:
    with window(chrome, 1440, 900, scheme) as page:
        page.goto(f"{address}/thu-vien?tim=an giang")
        page.locator("mark.found").first.wait_for()
        rules = OF_COLOURS if scheme == "dark" else ()
        found = serious(page, rules)
        open_document(page, address)
        found += serious(page, rules)
        page.goto(f"{address}/so-sanh")
        page.locator(TITLES).first.wait_for()
        found += serious(page, rules)
        choose(page, address)
        found += serious(page, rules)
        page.get_by_text("Cột", exact=True).click()
        page.locator("[role=graphics-document]").wait_for()
        assert found + serious(page, rules) == []


def serious(page: Page, rules: Sequence[str]) -> list[str]:
    """What axe finds seriously or critically wrong with a page, and where first."""
    settle(page)
    options = {"runOnly": list(rules)} if rules else None
    violations = axe.Axe().run(page, options=options).response["violations"]
    return [
        f"{found['id']}: {found['nodes'][0]['html']}"
        for found in violations
        if found["impact"] in ("serious", "critical")
    ]


def test_what_a_figure_measures_is_shown_by_pointer_keyboard_and_touch(
    chrome: Browser, desktop: Page, address: str
) -> None:
    open_document(desktop, address)
    figure, tip = desktop.locator("#so-2"), desktop.locator("#do-2")
    assert not tip.is_visible()
    figure.hover()
    assert tip.is_visible()
    assert tip.inner_text().startswith(ONLINE)
    desktop.mouse.move(5, 5)
    assert not tip.is_visible()
    desktop.locator("#so-1").focus()
    desktop.keyboard.press("Tab")
    assert desktop.evaluate("document.activeElement.id") == "so-2"
    assert tip.is_visible()
    assert tip.evaluate(SEEN)
    with window(chrome, 390, 844) as phone:
        open_document(phone, address)
        phone.locator("#so-2").click()
        assert phone.locator("#do-2").evaluate(SEEN)
        assert phone.evaluate(OVERFLOW) <= 0


def test_the_list_of_figures_leads_to_each(desktop: Page, address: str) -> None:
    open_document(desktop, address)
    desktop.locator(".measured a").last.click()
    last = desktop.locator(".fact").last
    desktop.wait_for_function("document.querySelector(':target')")
    assert last.get_attribute("id") in desktop.url
    desktop.wait_for_timeout(300)
    assert last.evaluate(SEEN)


def test_the_original_is_the_file_itself(desktop: Page, address: str, both_index: Path) -> None:
    open_document(desktop, address)
    with desktop.expect_download() as started:
        desktop.get_by_role("button", name="Tải tệp gốc").click()
    assert started.value.suggested_filename == DOCUMENT
    original = both_index.parent / "corpus" / DOCUMENT
    assert Path(started.value.path()).read_bytes() == original.read_bytes()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}-{size[2]}")
def test_fits_and_can_be_read_at_every_width(
    chrome: Browser, address: str, size: tuple[int, int, str]
) -> None:
    with window(chrome, *size) as page:
        page.goto(f"{address}/thu-vien?tim=buôn làng")
        page.locator("mark.found").first.wait_for()
        names = [".page-title", TITLES, ".facts", ".snippet", "mark.found"]
        measured = {name: page.locator(name).first.evaluate(CONTRAST) for name in names}
        assert page.evaluate(OVERFLOW) <= 0
        open_document(page, address)
        page.locator(".fact").first.focus()
        names = [".reading h1", ".reading p", ".fact", ".tip", ".measured a", ".measured .facts"]
        measured |= {name: page.locator(name).first.evaluate(CONTRAST) for name in names}
        assert page.evaluate(OVERFLOW) <= 0
        choose(page, address)
        measured |= {VALUES: page.locator(VALUES).first.evaluate(CONTRAST)}
        assert page.evaluate(OVERFLOW) <= 0
        page.get_by_text("Cột", exact=True).click()
        page.locator("[role=graphics-document] .mark-rect path").first.wait_for()
        page.wait_for_timeout(300)
        assert page.evaluate(OVERFLOW) <= 0
        chart = page.locator("[role=graphics-document]").bounding_box()
        assert chart
        assert chart["x"] >= 0
        assert chart["x"] + chart["width"] <= size[0]
        assert {name: value for name, value in measured.items() if value < 4.5} == {}


def test_a_value_opens_its_article_at_the_span(desktop: Page, address: str) -> None:
    choose(desktop, address)
    desktop.locator(VALUES, has_text="72,4%").first.click()
    desktop.locator(".article .target").wait_for()
    desktop.wait_for_timeout(800)  # the drawer slides in
    assert desktop.locator("mark.answer-mark").inner_text() == "72,4%"
    assert desktop.locator("mark.answer-mark").evaluate(SEEN)


def test_charts_are_drawn_with_what_is_reported(desktop: Page, address: str) -> None:
    choose(desktop, address)
    desktop.get_by_text("Cột", exact=True).click()
    desktop.locator("[role=graphics-document] .mark-rect path").first.wait_for()
    drawn = desktop.locator("[role=graphics-document] .mark-text text").all_text_contents()
    assert "72,4%" in drawn
    with desktop.expect_download() as started:
        desktop.get_by_role("button", name="Tải hình PNG").click()
    content = Path(started.value.path()).read_bytes()
    assert content.startswith(b"\x89PNG")
    assert len(content) > 20_000
    desktop.get_by_text("Đường", exact=True).click()
    desktop.locator("[role=graphics-document] .mark-line path").first.wait_for()


def test_the_csv_opens_again_with_every_figure(desktop: Page, address: str) -> None:
    choose(desktop, address)
    desktop.locator(VALUES).nth(20).wait_for()
    settle(desktop)
    shown = [text.replace("\u2060", "") for text in desktop.locator(VALUES).all_inner_texts()]
    with desktop.expect_download() as started:
        desktop.get_by_role("button", name="Tải CSV").click()
    content = Path(started.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(content.decode("utf-8-sig").splitlines()))
    assert {row["Chỉ tiêu"] for row in rows} == {ONLINE}
    said = [row["Số liệu nguyên văn"] for row in rows]
    assert len(said) >= len(shown) > 20  # the table shows a page of them
    assert all(any(text.endswith(value) for value in said) for text in shown)
    assert all(row["Số liệu nguyên văn"] in row["Câu trích"] for row in rows)
    by_place = {(row["Địa phương"], row["Năm"], row["Tính chất"]): row["Giá trị"] for row in rows}
    assert by_place["Đắk Lắk", "2024", "đạt được"] == "72,4"


def test_hostile_texts_are_shown_and_not_run(desktop: Page, hostile_index_path: Path) -> None:
    desktop.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    with served(hostile_index_path) as address:
        desktop.goto(f"{address}/thu-vien?tim=Hà Nam")
        desktop.locator(TITLES).first.click()
        desktop.locator("article.reading").wait_for()
        assert desktop.locator("article.reading h1").inner_text() == HOSTILE_TITLE
        text = desktop.locator("article.reading").inner_text()
        assert '<img src=x onerror="window.hacked=1">' in text
        desktop.goto(f"{address}/so-sanh?indicator=<script>window.hacked=1</script>")
        desktop.locator(".nothing").wait_for()
        assert desktop.evaluate("window.hacked") is None
        assert desktop.locator(".stHtml img, .stHtml svg, .katex").count() == 0


def test_nothing_is_fetched_from_elsewhere(desktop: Page, address: str) -> None:
    fetched: list[str] = []
    desktop.on("request", lambda request: fetched.append(request.url))
    open_document(desktop, address)
    choose(desktop, address)
    desktop.get_by_text("Cột", exact=True).click()
    desktop.locator("[role=graphics-document]").wait_for()
    assert [url for url in fetched if not url.startswith((address, "data:", "blob:"))] == []

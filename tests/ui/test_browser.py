"""The running page in headless Chromium: what only a browser can tell."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from tests.ui.conftest import HOSTILE_QUESTION, HOSTILE_TITLE, HOSTILE_TOPIC, QUESTION
from ui.screenshots import COMPARISON, chromium, window
from ui.serving import served

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        chromium() is None, reason="Chromium is not installed (apt-get install chromium)"
    ),
]
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
Browser, Locator, Page = sync_api.Browser, sync_api.Locator, sync_api.Page


# Whether all of an element is seen, whatever scrolls or clips above it.
SEEN = """element => new Promise(resolve => new IntersectionObserver(
  ([entry]) => resolve(entry.intersectionRatio === 1)
).observe(element))"""

SCROLLED = """element => {
  for (let parent = element.parentElement; parent; parent = parent.parentElement)
    if (parent.scrollTop > 0) return true;
  return false;
}"""


# The contrast of an element's text with what lies behind it, by WCAG's formula.
CONTRAST = """element => {
  const context = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const luminance = colour => {
    context.fillStyle = colour; context.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map(value => {
      const part = value / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  let behind = element;
  const none = "rgba(0, 0, 0, 0)";
  while (behind.parentElement && getComputedStyle(behind).backgroundColor === none)
    behind = behind.parentElement;
  const [low, high] = [
    luminance(getComputedStyle(element).color),
    luminance(getComputedStyle(behind).backgroundColor),
  ].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}"""


@pytest.fixture(scope="session")
def address(index_path: Path) -> Iterator[str]:
    with served(index_path) as started:
        yield started


@pytest.fixture(scope="session")
def hostile_address(hostile_index_path: Path) -> Iterator[str]:
    with served(hostile_index_path) as started:
        yield started


@pytest.fixture(
    params=[(1440, 900, "light"), (1024, 768, "dark"), (390, 844, "light"), (390, 844, "dark")],
    ids=lambda size: f"{size[0]}-{size[2]}",
)
def page(request: pytest.FixtureRequest, chrome: Browser) -> Iterator[Page]:
    """A page of every size that is promised."""
    with window(chrome, *request.param) as opened:
        yield opened


two_sizes = pytest.mark.parametrize(
    "page", [(1440, 900, "light"), (390, 844, "dark")], indirect=True, ids=["desktop", "phone"]
)


@pytest.fixture
def desktop(chrome: Browser) -> Iterator[Page]:
    with window(chrome, 1440, 900) as opened:
        yield opened


def ask(page: Page, question: str) -> None:
    answers = page.locator(".footer").count()
    page.get_by_test_id("stChatInputTextArea").fill(question)
    page.keyboard.press("Enter")
    page.locator(".footer").nth(answers).wait_for()


def open_article(page: Page) -> None:
    page.get_by_role("button", name="Xem trong bài").first.click()
    page.locator(".article .target").first.wait_for()
    page.wait_for_timeout(800)  # the drawer slides in


def test_answer_and_article_at_every_width(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, QUESTION)
    assert page.locator(".short").inner_text() == "Quảng Ninh"
    page.wait_for_timeout(300)
    assert page.locator(".short").evaluate(SEEN)
    open_article(page)
    assert page.locator(".article .target").evaluate(SEEN)
    assert page.locator(".article .target").evaluate(SCROLLED)
    assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0
    assert page.locator(".article .target").evaluate(CONTRAST) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_background(chrome: Browser, address: str, scheme: str) -> None:
    with window(chrome, 1440, 900, scheme) as page:
        page.goto(address)
        page.locator(".welcome p").wait_for()
        selectors = [".product", ".welcome h1", ".welcome p"]
        measured = {name: page.locator(name).first.evaluate(CONTRAST) for name in selectors}
        ask(page, QUESTION)
        page.wait_for_timeout(500)
        for name in [
            ".question",
            ".label",
            ".short",
            "mark.evidence",
            "mark.answer-mark",
            ".source cite",
            ".source .facts",
            ".footer",
            ".footer button.copy",
            ".said .number",
            '[class*="st-key-open-"] button',
        ]:
            found = page.locator(name)
            if found.count():
                measured[name] = found.first.evaluate(CONTRAST)
        assert {name: value for name, value in measured.items() if value < 4.5} == {}


def test_the_question_box_has_the_cursor_and_enter_asks(desktop: Page, address: str) -> None:
    desktop.goto(address)
    focused = "document.activeElement.dataset.testid === 'stChatInputTextArea'"
    desktop.wait_for_function(focused)
    desktop.keyboard.type("Tỉnh nào có 93,4% thủ tục hành chính xử lý trực tuyến?")
    desktop.keyboard.press("Enter")
    desktop.locator(".footer").wait_for()
    assert desktop.evaluate("document.documentElement.lang") == "vi"
    desktop.wait_for_function(focused)


def test_a_later_answer_is_shown_from_its_question_on(desktop: Page, address: str) -> None:
    desktop.goto(address)
    for question in (QUESTION, "Dân số sao Hỏa là bao nhiêu?", QUESTION):
        ask(desktop, question)
    desktop.wait_for_timeout(800)
    assert desktop.locator(".question").last.evaluate(SEEN)
    assert desktop.locator(".question").last.bounding_box()["y"] < 200


def test_a_link_to_an_answer_opens_it_again(desktop: Page, address: str) -> None:
    desktop.goto(address)
    ask(desktop, QUESTION)
    link = desktop.locator(".to-copy.is-link").inner_text()
    quote = desktop.locator(".quote").first.inner_text()
    desktop.goto(f"{address}/{link}")
    desktop.locator(".footer").wait_for()
    assert desktop.locator(".quote").first.inner_text() == quote
    desktop.wait_for_url("**/?c=*")
    desktop.reload()
    desktop.locator(".footer").wait_for()
    assert desktop.locator(".quote").first.inner_text() == quote


def test_an_answer_is_copied_with_its_source(desktop: Page, address: str) -> None:
    desktop.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desktop.goto(address)
    ask(desktop, QUESTION)
    copy = desktop.get_by_role("button", name="Sao chép câu trả lời")
    copy.focus()
    desktop.keyboard.press("Enter")
    told = desktop.get_by_role("status").filter(has_text="Đã chép")
    told.wait_for()
    copied = desktop.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{QUESTION}\nQuảng Ninh [1]\n[1] “93,4%")
    desktop.get_by_role("button", name="Sao chép liên kết").click()
    desktop.get_by_role("status").filter(has_text="Đã chép liên kết").wait_for()
    assert desktop.evaluate("navigator.clipboard.readText()").startswith(f"{address}/?q=")


def test_copies_where_the_browser_has_no_clipboard(desktop: Page, address: str) -> None:
    # As over plain http from another machine.
    desktop.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    desktop.add_init_script(
        "document.addEventListener('copy', () => { window.copied = getSelection().toString()"
        " || document.activeElement.value; })"
    )
    desktop.goto(address)
    ask(desktop, QUESTION)
    desktop.get_by_role("button", name="Sao chép câu trả lời").click()
    desktop.get_by_role("status").filter(has_text="Đã chép").wait_for()
    assert "Quảng Ninh [1]" in desktop.evaluate("window.copied")


def test_back_does_not_lose_the_conversation(desktop: Page, address: str) -> None:
    desktop.goto(address)
    ask(desktop, QUESTION)
    desktop.wait_for_url("**/?c=*")
    kept = desktop.url
    desktop.get_by_role("button", name="Cuộc hỏi mới").click()
    desktop.locator(".welcome").wait_for()
    assert desktop.url != kept
    desktop.go_back()
    desktop.locator(".footer").wait_for()
    assert desktop.locator(".short").inner_text() == "Quảng Ninh"
    desktop.wait_for_url(kept)


def leave(page: Page, shown: Locator) -> None:
    """Press Escape until it is heard: keys are bound a moment after a page is drawn."""
    for _ in range(15):
        page.keyboard.press("Escape")
        with suppress(sync_api.TimeoutError):
            shown.wait_for(timeout=2_000)
            return
    shown.wait_for()


def test_a_conversation_is_kept_across_pages(desktop: Page, address: str) -> None:
    desktop.goto(address)
    ask(desktop, QUESTION)
    desktop.get_by_role("link", name="Trình chiếu").click()
    desktop.locator(".st-key-presenting .short").wait_for()
    desktop.reload()
    desktop.locator(".st-key-presenting .short").wait_for()
    leave(desktop, desktop.locator(".footer"))
    assert desktop.locator(".short").inner_text() == "Quảng Ninh"


@two_sizes
def test_a_remote_control_turns_the_slides(page: Page, address: str) -> None:
    page.goto(f"{address}/trinh-chieu")
    page.locator(".st-key-samples button").first.click()
    page.locator(".st-key-presenting .short").wait_for()
    assert not page.get_by_test_id("stTopNav").is_visible()
    question = page.locator(".question").inner_text()
    page.keyboard.press("PageDown")
    page.locator(".slide-title").wait_for()
    page.locator(".st-key-samples button").first.click()
    page.locator(".st-key-presenting .short").wait_for()
    assert page.locator(".question").inner_text() != question
    page.keyboard.press("ArrowLeft")
    page.get_by_text(question).wait_for()
    page.keyboard.press("ArrowRight")
    page.get_by_text(question).wait_for(state="detached")
    assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0
    leave(page, page.get_by_test_id("stChatInputTextArea"))


@two_sizes
def test_a_comparison_is_drawn(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, COMPARISON)
    chart = page.get_by_test_id("stVegaLiteChart")
    chart.locator("canvas, svg").first.wait_for()
    assert chart.bounding_box()["height"] > 60
    assert page.locator(".cells a.number").count() == 2
    page.locator(".cells a.number").last.click()
    page.wait_for_timeout(500)
    assert page.locator("#trich-0-2").evaluate(SEEN)
    assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize(("name", "suffix"), [("Word", "docx"), ("PDF", "pdf")])
def test_a_conversation_is_downloaded(
    desktop: Page, address: str, tmp_path: Path, name: str, suffix: str
) -> None:
    desktop.goto(address)
    ask(desktop, QUESTION)
    desktop.get_by_role("button", name="Tải về").click()
    with desktop.expect_download() as started:
        desktop.get_by_role("button", name=name).click()
    assert started.value.suggested_filename.endswith(f".{suffix}")
    started.value.save_as(tmp_path / "kept")
    if suffix == "pdf":
        said = " ".join(page.extract_text() for page in PdfReader(tmp_path / "kept").pages)
    else:
        said = " ".join(one.text for one in docx.Document(str(tmp_path / "kept")).paragraphs)
    assert QUESTION in " ".join(said.split())
    assert "Quảng Ninh" in said


def test_hostile_texts_are_shown_and_not_run(desktop: Page, hostile_address: str) -> None:
    desktop.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    desktop.goto(hostile_address)
    ask(desktop, HOSTILE_TOPIC)
    ask(desktop, HOSTILE_QUESTION)
    assert desktop.locator(".question").last.inner_text() == HOSTILE_QUESTION
    open_article(desktop)
    assert desktop.locator(".article h2").inner_text() == HOSTILE_TITLE
    assert (
        desktop.locator('[role="dialog"] > h2').inner_text().replace("\u2060", "") == HOSTILE_TITLE
    )
    assert '<img src=x onerror="window.hacked=1"> 7.531' in desktop.locator(".article").inner_text()
    assert desktop.evaluate("window.hacked") is None
    assert desktop.locator(".stHtml img, .stHtml svg, .katex").count() == 0


def test_nothing_is_fetched_from_elsewhere(desktop: Page, address: str) -> None:
    fetched: list[str] = []
    desktop.on("request", lambda request: fetched.append(request.url))
    desktop.goto(address)
    ask(desktop, QUESTION)
    open_article(desktop)
    assert [url for url in fetched if not url.startswith((address, "data:", "blob:"))] == []

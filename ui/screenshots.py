"""Remake the README's pictures from the running page: `python -m ui.screenshots OUT_DIR`.

Needs the development dependencies and Chromium (CHROMIUM names it when it is not on the path).
"""

import argparse
import io
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from ui.engine import index_path
from ui.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

QUESTION = "Tỉnh nào có 93,4% thủ tục hành chính được xử lý hoàn toàn trực tuyến?"
COMPARISON = (
    "Cao Bằng có bao nhiêu hộ gia đình có địa chỉ số và bao nhiêu hộ gia đình có kết nối Internet?"
)
LISTED = '[class*="st-key-read-"] button'  # the first column of what a page lists
COLOURS = 64
SETTLED = 1200  # milliseconds for what slides in or is drawn
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
).split()


def chromium() -> str | None:
    """The Chromium to drive: the environment variable CHROMIUM, or the one on the path."""
    return (
        os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    )


@contextmanager
def browser() -> Iterator["Browser"]:
    """A headless browser with a fresh profile."""
    from playwright.sync_api import sync_playwright  # a development dependency

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        try:
            yield started
        finally:
            started.close()


@contextmanager
def window(started: "Browser", width: int, height: int, scheme: str = "light") -> Iterator["Page"]:
    """A page in a window of a size, on a system that prefers light or dark."""
    context = started.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def main() -> None:
    """Ask the questions of the README and keep a picture of each page."""
    parser = argparse.ArgumentParser(prog="python -m ui.screenshots", description=__doc__)
    parser.add_argument("out", type=Path, metavar="OUT_DIR")
    folder = parser.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)
    with served(Path(index_path())) as address, browser() as started:
        with window(started, 1440, 900) as page:
            page.goto(address)
            _ask(page, QUESTION)
            _keep(page, folder / "answer.png")
            page.get_by_role("button", name="Xem trong bài").first.click()
            page.locator(".article .target").wait_for()
            _keep(page, folder / "article.png")
            page.keyboard.press("Escape")
            _ask(page, COMPARISON)
            _keep(page, folder / "comparison.png")
            page.goto(f"{address}/thu-vien")
            page.locator(LISTED).first.wait_for()
            _keep(page, folder / "library.png")
            page.goto(f"{address}/so-sanh")
            page.locator(LISTED).first.click()
            page.locator(LISTED).first.wait_for(state="detached")
            _keep(page, folder / "compare.png")
        with window(started, 1440, 810, "dark") as page:
            page.goto(address)
            _ask(page, QUESTION)
            page.get_by_role("link", name="Trình chiếu").click()
            page.locator(".st-key-presenting .short").wait_for()
            _keep(page, folder / "presentation.png")


def _ask(page: "Page", question: str) -> None:
    answers = page.locator(".footer").count()
    page.get_by_test_id("stChatInputTextArea").fill(question)
    page.keyboard.press("Enter")
    page.locator(".footer").nth(answers).wait_for()


def _keep(page: "Page", path: Path) -> None:
    """Save a picture in few enough colours for a repository: under 300 KB."""
    page.wait_for_timeout(SETTLED)
    picture = Image.open(io.BytesIO(page.screenshot()))
    picture.quantize(COLOURS).save(path, optimize=True)


if __name__ == "__main__":
    main()

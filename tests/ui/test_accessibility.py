"""Every page of the navigation, checked by axe-core in a real browser, and kept to its address."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest

from tests.ui.conftest import OF_COLOURS, QUESTION
from tests.ui.staffing import PASSWORD, Office, open_office
from ui.screenshots import window
from ui.serving import served

pytestmark = pytest.mark.browser
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe_core = pytest.importorskip("axe_playwright_python.base", reason="axe-core is not installed")
Browser, Page = sync_api.Browser, sync_api.Page

SERIOUS = ("serious", "critical")
# Streamlit's own elements, which no page of ours draws: (rule, what stands in the element's HTML).
NOT_OURS: tuple[tuple[str, str], ...] = ()


@pytest.fixture(scope="module")
def office(index_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Office:
    return open_office(tmp_path_factory.mktemp("office"), index_path)


@pytest.fixture(scope="module")
def address(office: Office) -> Iterator[str]:
    with served(office.index, **office.environment) as started:
        yield started


def idle(page: Page) -> None:
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
    page.wait_for_timeout(400)  # what slides or fades in


def links(page: Page, address: str) -> dict[str, str]:
    """Title → address of the pages that the navigation offers, whichever they are."""
    page.goto(address)
    offered = page.get_by_test_id("stTopNavLink")
    offered.first.wait_for()
    idle(page)
    return {link.inner_text(): str(link.get_attribute("href")) for link in offered.all()}


def violations(page: Page, rules: Sequence[str]) -> list[dict[str, Any]]:
    """What axe-core holds to be serious, an entry for each rule and element; rules: none for all."""
    page.evaluate(axe_core.AXE_SCRIPT)
    options = {"resultTypes": ["violations"]} | ({"runOnly": list(rules)} if rules else {})
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [
        {"rule": rule["id"], "impact": rule["impact"], "html": node["html"][:300]}
        for rule in found
        if rule["impact"] in SERIOUS
        for node in rule["nodes"]
        if not any(rule["id"] == name and part in node["html"] for name, part in NOT_OURS)
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_serious_violation(chrome: Browser, address: str, scheme: str) -> None:
    found: dict[str, list[dict[str, Any]]] = {}
    rules = OF_COLOURS if scheme == "dark" else ()
    with window(chrome, 1440, 900, scheme) as page:
        asked = ""
        for title, link in links(page, address).items():
            page.goto(f"{urljoin(address, link)}{asked}")
            idle(page)
            found[title] = violations(page, rules)
            if page.get_by_test_id("stChatInputTextArea").count():
                page.get_by_test_id("stChatInputTextArea").fill(QUESTION)
                page.keyboard.press("Enter")
                page.locator(".footer").first.wait_for()
                idle(page)
                found[f"{title}, answered"] = violations(page, rules)
                asked = f"?{urlsplit(page.url).query}"  # what there is to present
            password = page.locator("input[type=password]")
            if password.count():
                password.fill(PASSWORD)
                page.keyboard.press("Enter")
                password.wait_for(state="detached")
                idle(page)
                for tab in page.locator(".st-key-tab button").all_inner_texts():
                    page.locator(".st-key-tab button").filter(has_text=tab).click()
                    idle(page)
                    found[f"{title}, {tab}"] = violations(page, rules)
                page.locator(".st-key-tab button").first.click()
                for label in ("Sửa thông tin", "Thay tệp", "Gỡ"):
                    page.get_by_role("button", name=label, exact=True).first.click()
                    dialog = page.get_by_role("dialog")
                    dialog.wait_for()
                    idle(page)
                    found[f"{title}, {label}"] = violations(page, rules)
                    page.keyboard.press("Escape")
                    dialog.wait_for(state="detached")
                    idle(page)
    assert len(found) > 2
    assert {title: broken for title, broken in found.items() if broken} == {}


def test_no_page_sends_anything_elsewhere(chrome: Browser, address: str) -> None:
    sent: list[str] = []
    with window(chrome, 1440, 900) as page:
        page.on("request", lambda request: sent.append(request.url))
        page.on("websocket", lambda socket: sent.append(socket.url.replace("ws", "http", 1)))
        for link in links(page, address).values():
            page.goto(urljoin(address, link))
            idle(page)
    assert len(sent) > 10
    assert [url for url in sent if not url.startswith((address, "data:", "blob:"))] == []

"""Who sees which page: nobody manages without signing in, and attempts run out for everyone."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from service.accounts import ATTEMPTS, IDLE, hash_password
from tests.ui.staffing import PASSWORD, ROOT, WRONG, Office, open_office
from tests.ui.test_chat import words

SCRIPT = """
import streamlit as st
from ui.signin import for_askers, for_staff

def staff():
    from ui.signin import draw_sign_out, staff_name
    draw_sign_out(staff_name())
    st.html("<p>PHẦN QUẢN LÝ</p>")

def asking():
    st.html("<p>PHẦN HỎI</p>")

for_staff(staff)()
for_askers(asking)()
"""
Opened = Callable[..., AppTest]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    office = open_office(tmp_path, password=None)
    for name, value in office.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("HOIDAP_ASKING", "open")
    return office


@pytest.fixture
def opened(office: Office) -> Opened:
    def open_session(password: str | None = PASSWORD) -> AppTest:
        page = AppTest.from_string(SCRIPT, default_timeout=30)
        if password:
            page.secrets["staff"] = {
                "password": _hashes.setdefault(password, hash_password(password))
            }
        return page.run()

    return open_session


_hashes: dict[str, str] = {}


def sign_in(page: AppTest, password: str) -> AppTest:
    page.text_input(key="password").set_value(password)
    return next(button for button in page.button if button.label == "Đăng nhập").click().run()


def test_without_a_password_nobody_can_manage_and_the_page_says_how(opened: Opened) -> None:
    page = opened(password=None)
    assert "PHẦN QUẢN LÝ" not in words(page)
    assert "python -m service password" in words(page)
    assert not page.text_input
    assert not page.exception


def test_the_right_password_opens_the_page_and_signing_out_closes_it(opened: Opened) -> None:
    page = opened()
    assert "PHẦN QUẢN LÝ" not in words(page)
    assert sign_in(page, WRONG)
    assert "Mật khẩu không đúng. Còn 4 lần thử." in words(page)
    assert "PHẦN QUẢN LÝ" not in words(page)
    sign_in(page, PASSWORD)
    assert "PHẦN QUẢN LÝ" in words(page)
    assert PASSWORD not in [
        page.session_state[key] for key in ("password", "staff") if key in page.session_state
    ]
    page.button(key="sign-out").click().run()
    assert "PHẦN QUẢN LÝ" not in words(page)
    assert not page.exception


def test_attempts_run_out_for_every_session(opened: Opened) -> None:
    before = opened()
    for _ in range(ATTEMPTS):
        page = sign_in(opened(), WRONG)
    assert "Hết lượt thử" in words(page)
    assert "PHẦN QUẢN LÝ" not in words(sign_in(before, PASSWORD))
    assert "Hãy thử lại sau 15 phút" in words(before)
    after = opened()
    assert "Hãy thử lại sau 15 phút" in words(after)
    assert after.text_input(key="password").disabled


@pytest.mark.parametrize("what", ["began", "seen"])
def test_a_sign_in_ends_after_a_while(opened: Opened, what: str) -> None:
    page = sign_in(opened(), PASSWORD)
    staff = page.session_state["staff"]
    page.session_state["staff"] = replace(staff, **{what: time.time() - 9 * 3600})
    assert "PHẦN QUẢN LÝ" not in words(page.run())
    assert "staff" not in page.session_state


def test_a_click_keeps_the_sign_in_alive(opened: Opened) -> None:
    page = sign_in(opened(), PASSWORD)
    page.session_state["staff"] = replace(page.session_state["staff"], seen=time.time() - IDLE + 60)
    page.run()
    assert time.time() - page.session_state["staff"].seen < 30


def test_a_new_password_ends_what_the_old_one_began(opened: Opened) -> None:
    page = sign_in(opened(), PASSWORD)
    page.secrets["staff"] = {"password": hash_password(WRONG)}
    assert "PHẦN QUẢN LÝ" not in words(page.run())


def test_a_kept_password_that_is_no_hash_lets_nobody_in(opened: Opened) -> None:
    page = opened()
    page.secrets["staff"] = {"password": PASSWORD}
    sign_in(page.run(), PASSWORD)
    assert "PHẦN QUẢN LÝ" not in words(page)
    assert "python -m service password" in words(page)


def test_asking_can_be_closed(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "PHẦN HỎI" in words(opened())
    monkeypatch.setenv("HOIDAP_ASKING", "closed")
    page = AppTest.from_string(SCRIPT.replace("for_staff(staff)()", ""))
    page.secrets["staff"] = {"password": hash_password(PASSWORD)}
    assert "PHẦN HỎI" not in words(page.run())
    assert "Đăng nhập để hỏi" in words(page)
    assert "PHẦN HỎI" in words(sign_in(page, PASSWORD))


@pytest.mark.parametrize(
    ("address", "is_open"),
    [("localhost", True), ("127.0.0.1", True), ("0.0.0.0", False), (None, False)],
)
def test_asking_is_open_only_where_this_machine_alone_can_ask(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, address: str | None, is_open: bool
) -> None:
    monkeypatch.delenv("HOIDAP_ASKING")
    get_option = st.get_option
    monkeypatch.setattr(
        st, "get_option", lambda name: address if name == "server.address" else get_option(name)
    )
    assert ("PHẦN HỎI" in words(opened())) is is_open


def test_with_openid_connect_the_password_counts_no_more(opened: Opened) -> None:
    page = sign_in(opened(), PASSWORD)
    page.secrets["auth"] = {"client_id": "x", "sso": {"client_id": "y"}}
    page.run()
    assert "PHẦN QUẢN LÝ" not in words(page)
    labels = [button.label for button in page.button]
    assert labels == ["Đăng nhập bằng tài khoản cơ quan", "Đăng nhập bằng sso"]
    assert not page.text_input


def test_while_asking_is_closed_the_app_shows_no_page(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOIDAP_ASKING", "closed")
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    page.secrets["staff"] = {"password": hash_password(PASSWORD)}
    assert "Đăng nhập để hỏi" in words(page.run())
    assert not page.chat_input
    assert not page.exception

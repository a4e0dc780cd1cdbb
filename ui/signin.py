"""Signing in: who may see a page, the form, and signing out.

OpenID Connect is used when `[auth]` stands in the secrets, with `[staff] emails` saying who may
manage; otherwise the password whose hash is `[staff] password`. With neither nobody can sign in.
"""

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any

import streamlit as st

from index.errors import ReportsError
from service.accounts import (
    TooManyAttemptsError,
    check_password,
    expired,
    may_manage,
    wait_before_attempt,
)
from service.records import Records
from ui.markup import plain, safe
from ui.text import say

_KEY = "staff"
_WIDTH = 420  # pixels
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_COMMAND = ".venv/bin/python -m service password"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A sign-in of a session: times in seconds, and what it was made with."""

    name: str
    began: float
    seen: float
    proof: str


def for_staff(draw: Callable[[], None]) -> Callable[[], None]:
    """A page that only signed-in staff see; others see the form."""
    return _gated(draw, lambda: staff_name() is not None, "sign.manage")


def for_askers(draw: Callable[[], None]) -> Callable[[], None]:
    """A page that everyone sees while asking is open, and staff in any case."""
    return _gated(draw, lambda: asking_is_open() or staff_name() is not None, "sign.ask")


def asking_is_open() -> bool:
    """Whether asking needs no sign-in: HOIDAP_ASKING says "open" or "closed".

    Without it, asking is open where only this machine can reach the page.
    """
    setting = os.environ.get("HOIDAP_ASKING", "").strip().lower()
    if setting:
        return setting == "open"
    return st.get_option("server.address") in _LOOPBACK


def staff_name() -> str | None:
    """Who of the staff is signed in in this session; None when nobody is."""
    found = _by_provider() if _secrets("auth") else _by_password()
    if found is None:
        st.session_state.pop(_KEY, None)
        return None
    st.session_state[_KEY] = replace(found, seen=time.time())
    return found.name


def require_staff() -> None:
    """Have the form drawn once a sign-in is over: for parts that are drawn without their page."""
    if staff_name() is None:
        st.rerun()


def draw_sign_out(name: str) -> None:
    """Draw who is signed in, and the way out."""
    with st.container(
        key="signed-in", horizontal=True, vertical_alignment="center", width="content"
    ):
        st.html(f'<p class="quiet">{safe(say("sign.as", name=name))}</p>', width="content")
        if st.button(say("sign.out"), key="sign-out", type="tertiary", icon=":material/logout:"):
            st.session_state.pop(_KEY, None)
            if not _secrets("auth"):
                st.rerun()
            st.logout()
            st.stop()  # the browser is being sent away: a rerun now would take that back


def _gated(draw: Callable[[], None], allowed: Callable[[], bool], title: str) -> Callable[[], None]:
    @wraps(draw)
    def drawn() -> None:
        if allowed():
            draw()
        else:
            _draw_form(say(title))

    return drawn


def _draw_form(title: str) -> None:
    st.html(f"<h1>{safe(title)}</h1>")
    with st.container(key="sign-in-form", width=_WIDTH):
        _draw_ways_in()


def _draw_ways_in() -> None:
    if providers := _providers():
        _draw_providers(providers)
    elif kept := str(_secrets("staff").get("password") or ""):
        _draw_password(kept)
    else:
        st.html(
            f'<p class="note">{safe(say("sign.unset"))}</p>'
            f"<p>{safe(say('sign.unset.how'))}</p><pre><code>{safe(_COMMAND)}</code></pre>"
        )


def _draw_password(kept: str) -> None:
    try:
        records = Records.open()
        wait = wait_before_attempt(records)
        with st.form("sign-in", clear_on_submit=True, border=False):
            typed = st.text_input(
                say("sign.password"),
                type="password",
                autocomplete="current-password",
                key="password",
                disabled=wait > 0,
            )
            sent = st.form_submit_button(say("sign.in"), type="primary", disabled=wait > 0)
        if wait:
            raise TooManyAttemptsError(wait)
        if sent and typed:
            check_password(records, kept, typed)
            now = time.time()
            st.session_state[_KEY] = SignedIn(say("sign.staff"), now, now, kept)
            st.rerun()
    except ReportsError as error:
        st.html(f'<p class="note" role="alert">{safe(str(error))}</p>')


def _draw_providers(providers: Mapping[str, str]) -> None:
    if st.user.get("is_logged_in"):
        message = say("sign.stranger", name=_address(st.user))
        st.html(f'<p class="note" role="alert">{safe(message)}</p>')
        if st.button(say("sign.other"), key="sign-other"):
            st.logout()
        return
    for name, label in providers.items():
        if st.button(plain(label), key=f"sign-in-{name}", type="primary"):
            st.login(None if name == "default" else name)


def _providers() -> dict[str, str]:
    """Name → label of the ways to sign in with OpenID Connect."""
    auth = _secrets("auth")
    found = {"default": say("sign.provider")} if "client_id" in auth else {}
    named = [name for name, value in auth.items() if isinstance(value, Mapping)]
    return found | {
        name: say("sign.with", name=name) for name in named if "client_id" in auth[name]
    }


def _by_password() -> SignedIn | None:
    staff: SignedIn | None = st.session_state.get(_KEY)
    kept = _secrets("staff").get("password")
    # A new password ends what was begun with the old one.
    if staff is None or not kept or staff.proof != kept:
        return None
    return None if expired(staff.began, staff.seen, time.time()) else staff


def _by_provider() -> SignedIn | None:
    if not st.user.get("is_logged_in"):
        return None
    user: Mapping[str, Any] = st.user.to_dict()
    if not may_manage(user, _secrets("staff").get("emails", [])):
        return None
    now = time.time()
    address = _address(user)
    staff: SignedIn | None = st.session_state.get(_KEY)
    if staff is None or staff.proof != address:
        staff = SignedIn(address, float(user.get("iat") or now), now, address)
    return None if expired(staff.began, staff.seen, now) else staff


def _address(user: Mapping[str, Any]) -> str:
    return str(user.get("email") or user.get("name") or "")


def _secrets(section: str) -> Mapping[str, Any]:
    """A table of the secrets; empty when there is none, or no secrets at all."""
    if not st.secrets.load_if_toml_exists():
        return {}
    found = st.secrets.get(section, {})
    return found if isinstance(found, Mapping) else {}

"""Who may manage: a password kept as an Argon2 hash, or an address that OpenID Connect vouches for.

Wrong passwords are counted in the records, for all visitors together, so that neither reloading
the page nor another session, browser or address brings more attempts. There is no default
password: without one, and without OpenID Connect, only the command line can manage.
"""

import time
import unicodedata
from collections.abc import Collection, Mapping
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

from index.errors import ReportsError
from service.records import Records

SHORTEST, LONGEST = 12, 1000  # characters of a password
ATTEMPTS = 5
WINDOW = 15 * 60.0  # seconds in which that many wrong passwords are allowed
IDLE = 30 * 60.0  # seconds without a click after which staff have to sign in again
LIFETIME = 8 * 3600.0  # seconds after which they have to in any case

_hasher = PasswordHasher()  # RFC 9106's second choice: 64 MiB, three passes


class SignInError(ReportsError):
    """Not signed in; the message says why."""


class WrongPasswordError(SignInError):
    """Another attempt may be right."""


class TooManyAttemptsError(SignInError):
    """No password is looked at for `wait` seconds."""

    def __init__(self, wait: float) -> None:
        minutes = max(1, round(wait / 60 + 0.49))
        super().__init__(f"Nhập sai quá {ATTEMPTS} lần. Hãy thử lại sau {minutes} phút.")
        self.wait = wait


def hash_password(password: str) -> str:
    """A password as it is kept: Argon2id with a salt of its own. Raises SignInError."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise SignInError(f"Mật khẩu phải dài từ {SHORTEST} đến {LONGEST} ký tự.")
    return _hasher.hash(_typed(password))


def check_password(records: Records, kept: str, password: str, clock: float | None = None) -> None:
    """Let in who knows the password. clock: seconds since 1970, now when None.

    Raises TooManyAttemptsError without looking at the password, WrongPasswordError, and
    SignInError for a kept hash that is none.
    """
    # Counted as wrong before it is looked at: many attempts at once are still only as many.
    attempt = _begin_attempt(records, clock)
    try:
        _hasher.verify(kept.encode("ascii", "replace"), _typed(password[:LONGEST]))
    except VerifyMismatchError as error:
        left = ATTEMPTS - attempt
        more = f"Còn {left} lần thử." if left else "Hết lượt thử."
        raise WrongPasswordError(f"Mật khẩu không đúng. {more}") from error
    except (InvalidHashError, VerificationError) as error:
        raise SignInError(
            "Mật khẩu lưu trong .streamlit/secrets.toml không đúng dạng. Hãy đặt lại:"
            " python -m service password"
        ) from error
    with records.writing() as connection:
        connection.execute("DELETE FROM failed_sign_ins")


def wait_before_attempt(records: Records, clock: float | None = None) -> float:
    """Seconds until a password is looked at again; 0 when it is now."""
    at = time.time() if clock is None else clock
    recent = [row["at"] for row in records.rows(_RECENT, (at - WINDOW, at))]
    return max(0.0, recent[-ATTEMPTS] + WINDOW - at) if len(recent) >= ATTEMPTS else 0.0


def may_manage(user: Mapping[str, Any], staff: Collection[str]) -> bool:
    """Whether an address that OpenID Connect vouches for is one of the staff.

    staff: addresses, or domains written "@tinh.gov.vn". An address that the provider says is not
    verified does not count.
    """
    address = str(user.get("email") or "").strip().casefold()
    if "@" not in address or user.get("email_verified") is False:
        return False
    allowed = {str(entry).strip().casefold() for entry in staff}
    return address in allowed or f"@{address.rpartition('@')[2]}" in allowed


def expired(began: float, seen: float, clock: float) -> bool:
    """Whether a sign-in is over: begun too long ago, or not used for too long (all in seconds)."""
    return clock - began > LIFETIME or clock - seen > IDLE


def _typed(password: str) -> bytes:
    """The same bytes whichever way a keyboard composes Vietnamese letters."""
    return unicodedata.normalize("NFC", password).encode(errors="replace")


_RECENT = "SELECT at FROM failed_sign_ins WHERE at > ? AND at <= ? ORDER BY at"


def _begin_attempt(records: Records, clock: float | None) -> int:
    """Note an attempt; its number among the recent ones."""
    with records.writing() as connection:
        # Read once the others have written: an attempt begun before theirs sees them too.
        at = time.time() if clock is None else clock
        recent = [row["at"] for row in connection.execute(_RECENT, (at - WINDOW, at))]
        if len(recent) >= ATTEMPTS:
            raise TooManyAttemptsError(recent[-ATTEMPTS] + WINDOW - at)
        connection.execute("DELETE FROM failed_sign_ins WHERE at <= ?", (at - WINDOW,))
        connection.execute("INSERT INTO failed_sign_ins (at) VALUES (?)", (at,))
    return len(recent) + 1

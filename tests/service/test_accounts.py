"""Sign-in: a hash that tells nothing, attempts that run out for everyone, and who is staff."""

import threading
import unicodedata
from pathlib import Path

import pytest

from service.accounts import (
    ATTEMPTS,
    IDLE,
    LIFETIME,
    WINDOW,
    SignInError,
    TooManyAttemptsError,
    WrongPasswordError,
    check_password,
    expired,
    hash_password,
    may_manage,
    wait_before_attempt,
)
from service.records import Records

PASSWORD = "chuyển đổi số 2026"


@pytest.fixture(scope="module")
def kept() -> str:
    return hash_password(PASSWORD)


def test_the_hash_is_argon2id_with_a_salt_of_its_own(kept: str) -> None:
    assert kept.startswith("$argon2id$")
    assert PASSWORD not in kept
    assert hash_password(PASSWORD) != kept


@pytest.mark.parametrize("password", ["", "ngắn", "a" * 1001])
def test_a_password_that_is_too_short_or_too_long_is_refused(password: str) -> None:
    with pytest.raises(SignInError, match="từ 12 đến 1000 ký tự"):
        hash_password(password)


def test_the_right_password_is_let_in_and_clears_the_count(records: Records, kept: str) -> None:
    for left in (4, 3):
        with pytest.raises(WrongPasswordError, match=f"Còn {left} lần thử"):
            check_password(records, kept, "sai")
    check_password(records, kept, PASSWORD)
    with pytest.raises(WrongPasswordError, match="Còn 4 lần thử"):
        check_password(records, kept, "sai")


def test_the_keyboard_does_not_matter(records: Records, kept: str) -> None:
    decomposed = unicodedata.normalize("NFD", PASSWORD)
    assert decomposed != PASSWORD
    check_password(records, kept, decomposed)
    check_password(records, hash_password(decomposed), PASSWORD)


def test_attempts_run_out_and_come_back_one_by_one(records: Records, kept: str) -> None:
    for at in range(ATTEMPTS):
        assert wait_before_attempt(records, 1000.0 + at) == 0
        with pytest.raises(WrongPasswordError):
            check_password(records, kept, "sai", clock=1000.0 + at)
    with pytest.raises(TooManyAttemptsError, match="sau 15 phút") as caught:
        check_password(records, kept, PASSWORD, clock=1010.0)
    assert caught.value.wait == pytest.approx(WINDOW - 10)
    assert wait_before_attempt(records, 1010.0) == pytest.approx(WINDOW - 10)
    check_password(records, kept, PASSWORD, clock=1000.5 + WINDOW)


def test_the_count_outlives_the_process(tmp_path: Path, kept: str) -> None:
    for _ in range(ATTEMPTS):
        with pytest.raises(WrongPasswordError):
            check_password(Records(tmp_path / "r.sqlite3"), kept, "sai")
    with pytest.raises(TooManyAttemptsError):
        check_password(Records(tmp_path / "r.sqlite3"), kept, PASSWORD)


def test_many_attempts_at_once_are_only_as_many(records: Records, kept: str) -> None:
    seen: list[type[Exception]] = []

    def attempt() -> None:
        try:
            check_password(records, kept, "sai")
        except SignInError as error:
            seen.append(type(error))

    threads = [threading.Thread(target=attempt) for _ in range(3 * ATTEMPTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen.count(WrongPasswordError) == ATTEMPTS
    assert seen.count(TooManyAttemptsError) == 2 * ATTEMPTS


@pytest.mark.parametrize("kept", ["", "chuyển đổi số 2026", "$argon2id$v=19$hỏng"])
def test_a_kept_hash_that_is_none_lets_nobody_in(records: Records, kept: str) -> None:
    with pytest.raises(SignInError, match="python -m service password"):
        check_password(records, kept, "chuyển đổi số 2026")


def test_staff_are_those_named_and_no_others() -> None:
    staff = ["An@Tinh.gov.vn", "@so.tinh.gov.vn"]
    for address in ("an@tinh.gov.vn", " AN@tinh.gov.vn", "ai@so.tinh.gov.vn"):
        assert may_manage({"email": address}, staff)
    for address in ("binh@tinh.gov.vn", "an@so.tinh.gov.vn.xau.vn", "@so.tinh.gov.vn.vn", "", None):
        assert not may_manage({"email": address}, staff)
    assert not may_manage({"email": "an@tinh.gov.vn", "email_verified": False}, staff)
    assert not may_manage({"email": "an@tinh.gov.vn"}, [])
    assert not may_manage({}, staff)


def test_a_sign_in_ends_when_unused_and_in_any_case_after_a_while() -> None:
    assert not expired(began=0, seen=IDLE, clock=2 * IDLE - 1)
    assert expired(began=0, seen=0, clock=IDLE + 1)
    assert expired(began=0, seen=LIFETIME, clock=LIFETIME + 1)

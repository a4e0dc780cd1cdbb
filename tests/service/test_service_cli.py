"""python -m service password: asked for twice, kept as a hash, the rest of the file left alone."""

import stat
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from service.__main__ import main
from service.accounts import check_password
from service.records import Records

PASSWORD = "mật khẩu đủ dài"
Typed = Callable[..., None]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Typed:
    def answers(*lines: str) -> None:
        waiting = iter(lines)
        monkeypatch.setattr("getpass.getpass", lambda prompt: next(waiting))

    return answers


def test_the_written_hash_lets_in_and_the_file_is_the_owners(
    typed: Typed, tmp_path: Path, records: Records
) -> None:
    secrets = tmp_path / "new" / "secrets.toml"
    typed(PASSWORD, PASSWORD)
    assert main(["password", "--secrets", str(secrets)]) == 0
    kept = tomllib.loads(secrets.read_text(encoding="utf-8"))["staff"]["password"]
    check_password(records, kept, PASSWORD)
    assert stat.S_IMODE(secrets.stat().st_mode) == 0o600


def test_everything_else_in_the_file_stays(typed: Typed, tmp_path: Path) -> None:
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(
        '# của tôi\n[staff]\nemails = ["a@b.vn"]  # người trực\n\n[auth]\ncookie_secret = "x"\n',
        encoding="utf-8",
    )
    typed(PASSWORD, PASSWORD)
    assert main(["password", "--secrets", str(secrets)]) == 0
    text = secrets.read_text(encoding="utf-8")
    assert "# của tôi" in text
    assert "# người trực" in text
    read = tomllib.loads(text)
    assert read["auth"] == {"cookie_secret": "x"}
    assert read["staff"]["password"].startswith("$argon2id$")


@pytest.mark.parametrize(
    ("lines", "said"), [((PASSWORD, "khác rồi nhé!"), "không giống nhau"), (("a", "a"), "12 đến")]
)
def test_nothing_is_written_unless_it_was_typed_twice_and_is_long_enough(
    typed: Typed, tmp_path: Path, capsys: pytest.CaptureFixture[str], lines: tuple[str], said: str
) -> None:
    secrets = tmp_path / "secrets.toml"
    typed(*lines)
    assert main(["password", "--secrets", str(secrets)]) == 1
    assert said in capsys.readouterr().err
    assert not secrets.exists()


def test_a_file_that_is_no_toml_is_left_as_it_is(
    typed: Typed, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secrets = tmp_path / "secrets.toml"
    secrets.write_text("[staff\n", encoding="utf-8")
    typed(PASSWORD, PASSWORD)
    assert main(["password", "--secrets", str(secrets)]) == 1
    assert "--print" in capsys.readouterr().err
    assert secrets.read_text(encoding="utf-8") == "[staff\n"


def test_printing_writes_nothing(
    typed: Typed, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secrets = tmp_path / "secrets.toml"
    typed(PASSWORD, PASSWORD)
    assert main(["password", "--secrets", str(secrets), "--print"]) == 0
    kept = tomllib.loads(capsys.readouterr().out)["staff"]["password"]
    assert kept.startswith("$argon2id$")
    assert not secrets.exists()

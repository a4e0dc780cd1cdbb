"""The command line: python -m service password."""

import argparse
import getpass
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import tomlkit
from tomlkit.exceptions import TOMLKitError

from service.accounts import SignInError, hash_password

SECRETS = Path(".streamlit/secrets.toml")
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 failed, 130 interrupted."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except SignInError as error:
        print(error, file=sys.stderr)
        return 1
    except (KeyboardInterrupt, EOFError):
        print("\nĐã dừng; không có gì thay đổi.", file=sys.stderr)
        return _INTERRUPTED


def _password(options: argparse.Namespace) -> int:
    password = getpass.getpass("Mật khẩu mới của trang Quản lý: ")
    if getpass.getpass("Nhập lại lần nữa: ") != password:
        raise SignInError("Hai lần nhập không giống nhau; hãy chạy lại.")
    kept = hash_password(password)
    if options.print:
        print(f'[staff]\npassword = "{kept}"')
        return 0
    _write(options.secrets, kept)
    print(f"Đã ghi vào {options.secrets}. Trang đang mở dùng mật khẩu mới từ lần đăng nhập sau.")
    return 0


def _write(path: Path, kept: str) -> None:
    """Set the password in the file of secrets, which keeps all else it holds."""
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        secrets = tomlkit.parse(text)
        staff = secrets.setdefault("staff", tomlkit.table())
        staff["password"] = kept
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.new")
        # The hash is for this user alone to read.
        with os.fdopen(os.open(fresh, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w",
                       encoding="utf-8") as file:  # fmt: skip
            file.write(tomlkit.dumps(secrets))
        fresh.replace(path)
    except (OSError, TOMLKitError, UnicodeDecodeError) as error:
        raise SignInError(
            f"Không ghi được {path} ({' '.join(str(error).split())}). Hãy sửa tệp đó, hoặc dùng"
            " --print rồi chép hai dòng vào."
        ) from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m service", description="Việc của người quản lý")
    commands = parser.add_subparsers(required=True, metavar="LỆNH")
    text = "đặt mật khẩu cho trang Quản lý"
    added = commands.add_parser("password", help=text, description=text)
    added.add_argument(
        "--secrets", type=Path, default=SECRETS, metavar="FILE", help=f"tệp bí mật ({SECRETS})"
    )
    added.add_argument("--print", action="store_true", help="chỉ in ra, không ghi vào tệp")
    added.set_defaults(run=_password)
    return parser


if __name__ == "__main__":
    sys.exit(main())

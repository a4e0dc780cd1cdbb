"""A page with staff: a corpus, an index, records and a password of its own."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from service.accounts import hash_password

ROOT = Path(__file__).parents[2]
PASSWORD = "mật khẩu để kiểm thử"
WRONG = "một mật khẩu khác hẳn"


@dataclass(frozen=True)
class Office:
    """Where everything of one page lies."""

    folder: Path

    @property
    def index(self) -> Path:
        return self.folder / "index"

    @property
    def corpus(self) -> Path:
        return self.folder / "corpus"

    @property
    def records(self) -> Path:
        return self.folder / "records.sqlite3"

    @property
    def environment(self) -> dict[str, str]:
        return {
            "HOIDAP_INDEX": str(self.index),
            "HOIDAP_CORPUS": str(self.corpus),
            "HOIDAP_RECORDS": str(self.records),
            "STREAMLIT_SECRETS_FILES": str(self.folder / "secrets.toml"),
        }


def open_office(folder: Path, index: Path | None = None, password: str | None = PASSWORD) -> Office:
    """Lay out an office in a folder: the project's corpus with its index, if one is given."""
    office = Office(folder)
    if index:
        shutil.copytree(ROOT / "corpus", office.corpus)
        shutil.copytree(index, office.index)
    if password:
        set_password(office, password)
    return office


def set_password(office: Office, password: str = PASSWORD) -> None:
    """Set the password of an office; the same one again ends what was begun with it, too."""
    secrets = f'[staff]\npassword = "{hash_password(password)}"\n'
    (office.folder / "secrets.toml").write_text(secrets, encoding="utf-8")

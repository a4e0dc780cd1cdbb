"""Records in a folder of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.records import Records


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    opened = Records.open(tmp_path / "kept" / "records.sqlite3")
    yield opened
    opened.close()

"""Records in a folder of their own, and a small corpus with its index to copy."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.encoder import Encoder
from index.update import build
from service.records import Records

REPORT = """Tỉnh {province} đẩy mạnh chuyển đổi số

Thứ 2, 17/07/2023 | 14:15:41

Năm 2023, tỉnh {province} có {percent}% hồ sơ được nộp trực tuyến, tăng so với năm trước.
Các cơ quan của tỉnh tiếp tục phục vụ người dân và doanh nghiệp trên môi trường số.
"""


def report(province: str, percent: str = "81,2") -> str:
    return REPORT.format(province=province, percent=percent)


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    opened = Records.open(tmp_path / "kept" / "records.sqlite3")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Path:
    folder = tmp_path_factory.mktemp("built")
    (folder / "corpus").mkdir()
    for name, province in (("lao-cai.txt", "Lào Cai"), ("ha-nam.txt", "Hà Nam")):
        (folder / "corpus" / name).write_text(report(province), encoding="utf-8")
    build(folder / "corpus", folder / "index", encoder)
    return folder

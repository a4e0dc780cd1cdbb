"""Provinces before and after July 2025: what is asked under one name and told under another."""

from pathlib import Path

import pytest

from index.encoder import Encoder
from index.update import build
from qa.assistant import Assistant


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Assistant:
    """Over reports on Thái Bình and on Nam Định, both parts of larger units now."""
    home = tmp_path_factory.mktemp("merged")
    write(home / "corpus" / "a.txt", "Thái Bình", "1.864")
    write(home / "corpus" / "b.txt", "Nam Định", "2.071")
    build(home / "corpus", home / "index", encoder)
    return Assistant.open(home / "index")


def write(path: Path, province: str, count: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f"{province} đẩy mạnh chuyển đổi số\n\nNgày 12/7/2023, UBND tỉnh {province} tổ chức hội nghị"
        f" sơ kết công tác chuyển đổi số sáu tháng đầu năm.\n\nĐến nay, tỉnh {province} đã thành lập"
        f" {count} tổ công nghệ số cộng đồng tại các thôn, tổ dân phố trên địa bàn.\n",
        encoding="utf-8",
    )


@pytest.mark.parametrize(
    ("asked", "told", "count"),
    [("Hưng Yên", "Thái Bình", "1.864"), ("Ninh Bình", "Nam Định", "2.071")],
)
def test_the_new_unit_finds_its_parts_and_says_so(
    assistant: Assistant, asked: str, told: str, count: str
) -> None:
    answer = assistant.ask(f"{asked} có bao nhiêu tổ công nghệ số cộng đồng?")
    assert count in (answer.answer or "")
    assert f"{asked} từ tháng 7/2025 gồm cả {told}" in (answer.note or "")
    assert (answer.note or "").count("7/2025") == 1


def test_the_old_name_still_works(assistant: Assistant) -> None:
    answer = assistant.ask("Thái Bình có bao nhiêu tổ công nghệ số cộng đồng?")
    assert "1.864" in (answer.answer or "")
    assert "7/2025" not in (answer.note or "")


def test_before_the_merger_a_name_means_the_old_province(assistant: Assistant) -> None:
    assert assistant.ask("Năm 2022 Hưng Yên có bao nhiêu tổ công nghệ số cộng đồng?").abstained


@pytest.mark.parametrize(
    ("asked", "told"),
    [("Quảng Trị", "Quảng Bình"), ("Đà Nẵng", "Quảng Nam"), ("Lào Cai", "Yên Bái")],
)
def test_among_others_a_part_is_not_taken_for_the_new_unit(
    tmp_path: Path, encoder: Encoder, asked: str, told: str
) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text(
        "Sơ kết mã số thửa đất\n\nHội nghị bàn về mã số thửa đất ở ba tỉnh."
        f" {told} đã gắn mã 21.300 thửa đất, Nghệ An đã gắn mã 45.100 thửa đất."
        f" {asked} báo cáo muộn nên chưa có số liệu.\n",
        encoding="utf-8",
    )
    build(tmp_path / "corpus", tmp_path / "index", encoder)
    several = Assistant.open(tmp_path / "index")
    assert "21.300" in (several.ask(f"{told} đã gắn mã bao nhiêu thửa đất?").answer or "")
    assert several.ask(f"{asked} đã gắn mã bao nhiêu thửa đất?").abstained

"""The gazetteer: 63 provinces, 34 units, and places as reports and questions write them."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.places import (
    find_districts,
    find_provinces,
    main_district,
    main_province,
    parts,
    provinces,
)
from index.vietnamese import fold

REPORTS = Path(__file__).parents[1] / "data" / "reports"
CORPUS = Path(__file__).parents[2] / "corpus"
CITY = ["Thành phố Hồ Chí Minh"]
NAMES = sorted(provinces())


def named(text: str, *, proper: bool = True) -> list[str]:
    return [mention.name for mention in find_provinces(text, proper=proper)]


def test_the_gazetteer_is_whole() -> None:
    units = set(provinces().values())
    assert (len(NAMES), len(units)) == (63, 34)
    assert sorted(part for unit in units for part in parts(unit)) == NAMES
    assert parts("Phú Thọ") and set(parts("Phú Thọ")) == {"Phú Thọ", "Vĩnh Phúc", "Hòa Bình"}
    assert parts("Quảng Ninh") == ("Quảng Ninh",)
    assert parts("nowhere") == ()


@pytest.mark.parametrize("name", NAMES)
def test_every_province_is_found_however_typed(name: str) -> None:
    text = f"Ở tỉnh {name}, đến nay"
    assert named(text) == [name]
    [mention] = find_provinces(text)
    assert text[mention.start : mention.end] == name
    assert named(f"ở tỉnh {name.lower()} là bao nhiêu", proper=False) == [name]
    assert named(f"o tinh {fold(name)} la bao nhieu", proper=False) == [name]
    assert named(unicodedata.normalize("NFC", unicodedata.normalize("NFD", text))) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("tỉnh Hoà Bình", ["Hòa Bình"]),
        ("TP.HCM và Hà Nội", ["Thành phố Hồ Chí Minh", "Hà Nội"]),
        ("Thừa Thiên Huế, Bà Rịa - Vũng Tàu", ["Huế", "Bà Rịa - Vũng Tàu"]),
        ("BR-VT, TP. HCM, Sài Gòn và Thừa Thiên - Huế", ["Bà Rịa - Vũng Tàu", *CITY * 2, "Huế"]),
        ("Chủ tịch Hồ Chí Minh; Đoàn Thanh niên Cộng sản Hồ Chí Minh", []),
        ("tư tưởng Hồ Chí Minh ở Thành phố Hồ Chí Minh", CITY),
        ("vì hòa bình, thái bình", []),
        ("Bắc Giang hơn Bắc Ninh; Bắc Giang", ["Bắc Giang", "Bắc Ninh", "Bắc Giang"]),
        ("Quảng trường Ninh", []),
    ],
)
def test_names_in_reports(text: str, names: list[str]) -> None:
    assert named(text) == names


@given(st.lists(st.sampled_from([*NAMES, "đạt 93,4%", "và", "so với", "tỉnh", "."]), max_size=8))
def test_mentions_lie_in_the_text_in_order(words: list[str]) -> None:
    text = ", ".join(words)
    mentions = find_provinces(text)
    assert [m.name for m in mentions] == [word for word in words if word in NAMES]
    assert [text[m.start : m.end] for m in mentions] == [word for word in words if word in NAMES]


def test_districts_of_a_report() -> None:
    text = (REPORTS / "101_daklak_2023.txt").read_text(encoding="utf-8")
    found = find_districts(text)
    assert all(text[start:end] == name for (start, end), name in found)
    assert {name for _, name in found} >= {"Buôn Ma Thuột", "Lắk"}
    assert not find_districts("thành phố Thái Bình, thành phố thông minh, các huyện miền núi")
    assert [name for _, name in find_districts("thị xã Đông Triều và xã Tứ Xã")] == [
        "Đông Triều",
        "Tứ Xã",
    ]


def test_main_province() -> None:
    assert main_province("UBND tỉnh Lào Cai họp, sau Hà Giang.", "Họp giao ban") == "Lào Cai"
    assert main_province("Lào Cai và Hà Giang.", "Họp giao ban") is None
    assert main_province("Lào Cai, Lào Cai, Lào Cai", "Hà Giang bứt phá") == "Hà Giang"
    assert main_province("", "") is None
    table = "Cần Thơ 1\nLong An 2\nHậu Giang 3\nKiên Giang 4\nTrà Vinh 5\n"
    assert main_province(f"{table}Hậu Giang tiến nhanh.", "Xếp hạng cả vùng") is None
    ranking = (REPORTS / "105_bo_tttt_xephang_2023.txt").read_text(encoding="utf-8")
    assert main_province(ranking, ranking.split("\n")[0]) is None


def test_main_district() -> None:
    text = (CORPUS / "002_e3f9924b59cd3737.txt").read_text(encoding="utf-8")
    assert main_district(text, "Thanh Chương: Tham gia hội nghị trực tuyến") == "Thanh Chương"
    assert main_district(text, "Tham gia hội nghị trực tuyến") is None

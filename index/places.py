"""Provinces and districts as Vietnamese texts name them.

The gazetteer holds the 63 provinces before July 2025, the unit of the 34 that each
belongs to since (Nghị quyết 202/2025/QH15), and the other ways each is written.
"""

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from index.vietnamese import LOWER, UPPER, Span, Tokens, fold, has_diacritics

_GAZETTEER = Path(__file__).with_name("data") / "provinces.json"

# "huyện Thanh Chương", "thị xã Đông Triều": the name is one to three capitalised syllables.
_SYLLABLE = rf"[{UPPER}](?:['’][{UPPER}]?)?[{LOWER}]+"
_DISTRICT = re.compile(
    rf"\b(?P<type>[Hh]uyện|[Tt]hị xã|[Tt]hành phố|TP\.?|TX\.?|[Qq]uận|[Xx]ã|[Pp]hường)\s+"
    rf"(?P<name>{_SYLLABLE}(?:\s{_SYLLABLE}){{0,2}})"
)


# A report says at its beginning which province it is about.
LEAD = 700
# One that names so many others is on all of them, unless it speaks of one as often as of the rest.
MANY = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a text: its span and the province's name in the gazetteer."""

    start: int
    end: int
    name: str


@lru_cache(maxsize=1)
def provinces() -> dict[str, str]:
    """The 63 province names, each with the unit it belongs to since July 2025."""
    return {name: entry["since_july_2025"] for name, entry in _entries().items()}


def parts(unit: str) -> tuple[str, ...]:
    """The provinces that a unit of the 34 was formed from; itself alone if none merged."""
    return tuple(name for name, now in provinces().items() if now == unit)


def written(province: str) -> tuple[str, ...]:
    """The ways a province is written, its name first."""
    return (province, *_entries()[province].get("aliases", ()))


@lru_cache(maxsize=1)
def _entries() -> dict[str, dict]:
    return json.loads(_GAZETTEER.read_text(encoding="utf-8"))


@lru_cache(maxsize=2)
def _names(folded: bool) -> dict[tuple[str, ...], str]:
    names: dict[tuple[str, ...], str] = {}
    for province in _entries():
        for way in written(province):
            words = (word.folded if folded else word.key for word in Tokens(way).lexemes)
            names[tuple(words)] = province
    return names


def find_provinces(
    text: str, *, proper: bool = True, tokens: Tokens | None = None
) -> list[Mention]:
    """The provinces a text names, longest name first at each place.

    `proper` asks for a capital letter, as reports write names ("hòa bình" is peace,
    "Hòa Bình" a province); questions are typed anyhow. Text without any diacritic is
    matched without them. `tokens` are those of the text, where they are known already.
    """
    tokens = tokens or Tokens(text)
    folded = not has_diacritics(text)
    names, beginnings = _names(folded), _beginnings(folded)
    keys = [word.folded if folded else word.key for word in tokens.lexemes]
    places = [at for at, key in enumerate(keys) if key in beginnings]
    spans = tokens.spans if places else []
    found: list[Mention] = []
    end = 0  # of the name found last, counted in words
    for at in places:
        if at < end or (proper and not text[spans[at][0]].isupper()):
            continue
        for length in beginnings[keys[at]]:
            name = names.get(tuple(keys[at : at + length]))
            own = spans[at : at + length]
            if name and _is_meant(text, own[0], own[-1], name, proper):
                found.append(Mention(own[0][0], own[-1][1], name))
                end = at + length
                break
    return found


@lru_cache(maxsize=2)
def _beginnings(folded: bool) -> dict[str, list[int]]:
    """First word → how many words the names have that begin with it, the longest first."""
    lengths: dict[str, set[int]] = {}
    for keys in _names(folded):
        lengths.setdefault(keys[0], set()).add(len(keys))
    return {first: sorted(found, reverse=True) for first, found in lengths.items()}


# A given name behind a family name: "Trương Hòa Bình" is a man.
_FAMILIES = frozenset(
    """Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Ngô Đinh Trương Mai Đào Đoàn Lâm Trịnh Phùng
    Tạ Hà Cao Lương Lưu Tô Thái Tăng Đàm Nghiêm Triệu Khổng Kiều Quách Từ Vương""".split()
)
_GIVEN_NAME = re.compile(rf"(?<!\w)(?P<family>[{UPPER}][{LOWER}]+)\s$")

# The man, and what bears his name, is not the city.
_PERSON = re.compile(
    r"(?:chu tich|bac|tu tuong|tam guong|dao duc|phong cach|thanh nien cong san|thieu nien tien phong"
    r"|hoc vien chinh tri quoc gia|lang|duong mon|bao tang|giai thuong)\W*$"
)


def _is_meant(text: str, first: Span, last: Span, name: str, proper: bool) -> bool:
    capital = text[first[0]].isupper() and text[last[0]].isupper()
    if proper and not capital:
        return False
    if capital and _is_given_name(text, first[0]):
        return False
    if name == "Thành phố Hồ Chí Minh" and fold(text[slice(*first)]) == "ho":
        return not _PERSON.search(fold(text[max(0, first[0] - 40) : first[0]]))
    return True


def _is_given_name(text: str, start: int) -> bool:
    family = _GIVEN_NAME.search(text, max(0, start - 12), start)
    return family is not None and family["family"] in _FAMILIES


def find_districts(text: str) -> list[tuple[Span, str]]:
    """Spans and names of the districts, towns and communes a text names with their type."""
    return [
        (match.span("name"), match["name"])
        for match in _DISTRICT.finditer(text)
        if match["name"] not in provinces()
    ]


def main_province(text: str, title: str) -> str | None:
    """The province a report is about: named in its title, or most of all in its text.

    None for a report on several provinces alike.
    """
    in_title = {mention.name for mention in find_provinces(title)}
    if len(in_title) == 1:
        return in_title.pop()
    counts: Counter[str] = Counter()
    for mention in find_provinces(text):
        before = text[max(0, mention.start - 6) : mention.start].lower()
        weight = 2 if before.rstrip().endswith("tỉnh") else 1
        counts[mention.name] += weight * (2 if mention.start < LEAD else 1)
    if not counts:
        return None
    (name, most), *rest = counts.most_common()
    others = [count for _, count in rest]
    # A ranking names many once, and one of them again in a remark.
    rival = sum(others) if len(others) >= MANY else 2 * max(others, default=0)
    return name if most >= max(2, rival) else None


def main_district(text: str, title: str) -> str | None:
    """The district a report is about: named in its title and again, with its type, inside."""
    counts = Counter(name for _, name in find_districts(text))
    for name, _ in counts.most_common():
        if " " in name and name in title and name not in provinces():
            return name
    return None

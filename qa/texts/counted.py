"""What each number of a claim or a sentence counts: "8.511 | chứng thư", "6 | bài học".

The right figure of another thing affirms nothing: 8.511 may stand in the sentence as the number of
mailboxes, while the certificates beside them are 2.650.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.vietnamese import Span, fold, number_key
from qa.words.terms import Unit

# The first words behind a number say what it counts.
NOUN, REACH = 2, 4
_NUMBER = re.compile(
    r"(?<![\w.,/-])(?P<number>\d+(?:[.,]\d+)*)(?:/(?P<all>\d+(?:[.,]\d+)*))?(?![\d/])(?!-\d)(?P<behind>\s?%)?"
)
# Days, years and names of things are no counts.
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2]|(?:19|20)\d\d)")
_OF_TIME = re.compile(r"\b(?:ngay|thang|nam|quy|hom|sang|chieu)\s(?:\d+\s?(?:,|va|den|-)\s?)*$")
_LABELLED = re.compile(
    r"(?:\b(?:quan|lan|lop|khoi|phuong|nghi quyet|quyet dinh|ke hoach|chi thi|covid|giai doan|cap do|muc do|muc"
    r"|van ban|cong van|thong tu|nghi dinh|khoa|dot|vong|thu|hang|top|dieu|khoan|de an|luat|loai"
    r"|tuyen|duong|nha)|(?<!tong )(?<!trong )(?<!con )\bso)"
    r"\s(?:so\s|thu\s)?(?:\d{1,2}(?:,| va)\s)*$"
)
# These measure whatever is told of, so that another number of them denies nothing.
_MEASURES = frozenset(
    "ha km met m m2 kg tan lit hec nguoi lan nam ngay thang gio phut tuan tuoi diem do cay phan".split()
)
# A number behind these is the least, the most or about it.
_BOUND = re.compile(
    r"\b(?:tren|hon|vuot|it nhat|toi thieu|qua|duoi|chua toi|chua den|khong qua|toi da|chua day"
    r"|khoang|gan|xap xi|chung|tam|co|do)\s$"
)
_APART = re.compile(
    r"\b(?:thieu|kem|chenh(?: lech)?|du|thua|(?<!con )hon|(?<!dat va )vuot)\b[^,;.\d]{0,30}$"
)
# "vượt kế hoạch 11 mục tiêu": so many of them, and no plan's number.
_AIMS = re.compile(r"\s(?:muc tieu|chi tieu|nhiem vu)\b")
_ENDS = re.compile(r"[,;:.()?!\"“”\n]")
_MONEY = re.compile(r"\s(?:ty|ti|trieu|nghin|ngan|dong|usd|phan tram|diem)\b")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of a text and the units behind it, which say what it counts; of "11/20 sản phẩm"
    both numbers are `keys`. `named`: it is a day or a label; `money` has its unit for a noun;
    `apart`: it tells how far two are apart ("còn thiếu 4 xã"); `loose`: it only bounds what is
    counted ("hơn 100")."""

    keys: frozenset[str]
    at: int
    percent: bool
    named: bool
    money: bool
    apart: bool
    loose: bool
    behind: tuple[Unit, ...]

    @property
    def is_all(self) -> bool:
        """Whether it is a hundred percent."""
        return self.percent and self.keys == {"100"}

    @property
    def noun(self) -> tuple[Unit, ...]:
        """The first words behind it, up to one that only joins."""
        said: list[Unit] = []
        for unit in self.behind[:NOUN]:
            if unit.kind != "word" or unit.is_stop:
                break
            said.append(unit)
        return tuple(said)


def counted(text: str, units: Sequence[Unit], span: Span) -> list[Counted]:
    """The numbers of a span of a text with those units."""
    found = []
    plain = fold(text)
    for match in _NUMBER.finditer(text, *span):
        before = plain[max(span[0], match.start() - 40) : match.start()]
        raw = match["number"]
        stop = _ENDS.search(text, match.end(), span[1])
        end = stop.start() if stop else span[1]
        behind = tuple(unit for unit in units if match.end() <= unit.start < end)[:REACH]
        keys = {number_key(raw)} | ({number_key(match["all"])} if match["all"] else set())
        day = _DAY.fullmatch(text, match.start(), match.end())
        named = (
            bool(_YEAR.fullmatch(raw) or _OF_TIME.search(before))
            or (day is not None and (not behind or behind[0].is_stop))
            or (
                len(raw) < 4
                and _LABELLED.search(before) is not None
                and not _AIMS.match(plain, match.end())
            )
        )
        found.append(
            Counted(
                keys=frozenset(keys),
                at=match.start(),
                percent=bool(match["behind"]),
                named=named,
                money=_MONEY.match(plain, match.end()) is not None,
                apart=_APART.search(before) is not None,
                loose=_BOUND.search(before) is not None,
                behind=behind,
            )
        )
    return found


def same_noun(claimed: Counted, told: Counted) -> bool:
    """Whether a word says behind both numbers what they count, or behind one of them none does."""
    wanted = claimed.noun
    return not wanted or not told.noun or any(_said(unit, told) for unit in wanted)


def other_count(claimed: Counted, told: Counted) -> bool:
    """Whether two different numbers surely count the same: all the words behind the one claimed,
    which are more than a measure, stand behind the other."""
    if claimed.keys & told.keys or claimed.percent != told.percent or told.named or told.money:
        return False
    if claimed.apart != told.apart:
        return False
    wanted = claimed.noun
    if not wanted or wanted[0].folded in _MEASURES or told.loose:
        return False
    return all(_said(unit, told) for unit in wanted)


def _said(unit: Unit, told: Counted) -> bool:
    return any(
        unit.key == other.key or unit.folded == other.folded or unit.group == other.group >= 0
        for other in told.behind
    )

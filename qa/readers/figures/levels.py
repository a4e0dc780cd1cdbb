"""Whether a count is of the level that is asked about: "dịch vụ mức độ 4", "điểm cầu cấp tỉnh"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from index.vietnamese import fold
from qa.readers.reading import Reading
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph

OTHER_LEVEL = 0.4
# A count before any level is named, in a report that tells them apart, is of all of them.
OF_ALL = 0.5
# Of services reports tell one number for several levels without naming them.
_OF_PEOPLE = frozenset({"lop", "nhom"})

_CAP = r"\bcap (?P<level>tinh|huyen|xa|thon|ban|bo|so|trung uong|quoc gia)\b"
_LEVEL = re.compile(_CAP)
_LEVEL_BEHIND = re.compile(rf"[^\d,;.()]{{0,24}}?{_CAP}")
# What things of one kind are told apart by, each with its number; services have a "mức độ" or
# "cấp độ", said as "mức", too.
_NUMBERED = re.compile(
    r"\b(?P<head>cap do|muc do|muc|giai doan|dot|vong|lop|khoi|loai|nhom)\s"
    r"(?P<numbers>(?:\d|iv|i{1,3})(?:\s?(?:,|va|-|/)\s?(?:\d|iv|i{1,3})\b)*)(?![\d.,/%]*\d|%|[a-z]|\s?(?:trieu|ty|ti|nghin|dong|diem|phan|usd|lan|bac)\b)"
)
# "từ khối 2 đến khối 4".
_FROM_TO = re.compile(
    r"\b(?P<head>cap do|muc do|muc|lop|khoi) (?P<first>\d) (?:den|toi|-) (?:(?P=head) )?(?P<last>\d)(?![\d.,/%]*\d|%)"
)
_ALIKE = {"muc do": "cap do", "muc": "cap do", "khoi": "lop"}
_DIGITS = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_PAUSE = re.compile(r"[,;:]\s")
# A level stands no farther behind what is counted, nor before it.
REACH, BEFORE = 60, 45


def level_fit(
    reading: Reading, paragraph: Paragraph, figure: Figure, listed: Sequence[Figure]
) -> float:
    """A count for one level ("14 điểm cầu cấp tỉnh", "46 dịch vụ mức độ 4") is none for another."""
    asked = reading.question.plain
    levels = {found["level"] for found in _LEVEL.finditer(asked)}
    behind = _LEVEL_BEHIND.match(paragraph.folded, figure.whole[1]) if levels else None
    if behind and behind["level"] not in levels:
        return OTHER_LEVEL
    wanted = _numbered(asked)
    if not wanted:
        return 1.0
    told = _told(paragraph, figure, listed)
    shared = wanted.keys() & told.keys()
    if shared or figure.kind != "count":
        return OTHER_LEVEL if any(not wanted[head] & told[head] for head in shared) else 1.0
    before = _numbered(paragraph.folded[: figure.span[0]])
    apart = _told_apart(paragraph.document.text)
    return OF_ALL if _OF_PEOPLE & wanted.keys() & (apart.keys() - before.keys()) else 1.0


@lru_cache(maxsize=16)
def _told_apart(text: str) -> dict[str, set[str]]:
    """The levels that a report tells apart anywhere."""
    return _numbered(fold(text))


def _told(paragraph: Paragraph, figure: Figure, listed: Sequence[Figure]) -> dict[str, set[str]]:
    """The numbered levels beside a figure: behind it, else before it, else behind a pause."""
    start, end = paragraph.sentence_at(figure.span[0])
    others = [one.whole for one in listed if one.span != figure.span]
    stop = min([end, figure.whole[1] + REACH, *(s for s, _ in others if s >= figure.whole[1])])
    behind = paragraph.folded[figure.whole[1] : stop]
    start = max([start, figure.whole[0] - BEFORE, *(e for _, e in others if e <= figure.whole[0])])
    before = paragraph.folded[start : figure.whole[0]]
    return (
        _numbered(_PAUSE.split(behind, 1)[0])
        or _numbered(_PAUSE.split(before)[-1])
        or _numbered(behind)
        or _numbered(before)
    )


def _numbered(plain: str) -> dict[str, set[str]]:
    """The numbers of each kind of level that a folded text names."""
    found: dict[str, set[str]] = {}
    for match in _NUMBERED.finditer(plain):
        numbers = re.findall(r"\d|[iv]+", match["numbers"].replace("va", ","))
        head = _ALIKE.get(match["head"], match["head"])
        found.setdefault(head, set()).update(_DIGITS.get(one, one) for one in numbers)
    for match in _FROM_TO.finditer(plain):
        head = _ALIKE.get(match["head"], match["head"])
        between = range(int(match["first"]), int(match["last"]) + 1)
        found.setdefault(head, set()).update(map(str, between))
    return found

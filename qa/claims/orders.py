"""Claims of an order: "A trước rồi mới B", where a report says "B trước khi A"."""

import re

from index.vietnamese import fold
from qa.words.spelt import Spelt

# How two deeds are told one after the other. Only the first of these is told by nothing else.
_THEN = Spelt(
    r"^(?P<first>.+?) (?:trước(?: tiên| hết)?,? (?:rồi|sau đó|xong)(?: thì)?(?: mới)?|(?:xong|rồi)(?: thì)? mới)"
    r"(?: đến| tới)? (?P<second>.+)"
)
_TOLD = (
    Spelt(r"^\W*trước khi (?P<second>[^,]+),\s(?P<first>.+)"),
    Spelt(r"^\W*sau khi (?P<first>[^,]+?)(?:,| thì| mới) (?P<second>.+)"),
    Spelt(r"^(?P<first>.+?),? trước khi (?P<second>.+)"),
    Spelt(r"^(?P<second>.+?),? (?:chỉ )?sau khi (?:đã )?(?P<first>.+)"),
)
_FOLLOWED = Spelt(r"^(?P<first>.+?),? (?:sau đó|tiếp đó|rồi) (?P<second>.+)")
_PARTS = re.compile(r"[;.:]\s+")
# So many words nearest to what joins two deeds tell which they are.
NEAR = 6
# One is told in the place of the other by this share of its words.
SWAPPED = 0.3


def is_turned_round(claim: str, told: str) -> bool | None:
    """Whether a sentence tells two deeds in the other order than a claim; None where "rồi mới" is
    claimed and no order is told."""
    then = _THEN.search(claim)
    claimed = then or next((found for rule in _TOLD if (found := rule.search(claim))), None)
    if claimed is None:
        return False
    first = _words(claimed["first"])[-NEAR:]
    second = _words(claimed["second"])[:NEAR]
    one, other = set(first) - set(second), set(second) - set(first)
    if not one or not other:
        return False
    spoken_of = False
    for part in _PARTS.split(told):
        for rule in (_THEN, *_TOLD, _FOLLOWED):
            if (found := rule.search(part)) is None:
                continue
            before, behind = set(_words(found["first"])), set(_words(found["second"]))
            same = _share(one, before) + _share(other, behind)
            turned = _share(one, behind) + _share(other, before)
            if turned > same and min(_share(one, behind), _share(other, before)) >= SWAPPED:
                return True
            spoken_of = spoken_of or same > 0
    return None if then and not spoken_of else False


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def _share(wanted: set[str], held: set[str]) -> float:
    return len(wanted & held) / len(wanted)

"""Claims of a level of government that a sentence does not speak of: "các xã" where "các huyện"."""

import re

from index.vietnamese import fold

# The levels, each with the units that make it up.
_LEVELS = {
    "tinh": "tinh",
    "huyen": "huyen",
    "quan": "huyen",
    "xa": "xa",
    "phuong": "xa",
    "thon": "thon",
    "ban": "thon",
    "so": "so",
    "bo": "bo",
}
# A unit of any name, and not one by its name: "UBND các huyện", "cấp xã".
_OF_ANY = re.compile(
    r"\b(?:(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan)(?: cac| cap)?|cap|(?:tat ca |toan bo |moi |100% )?cac|moi)"
    r" (?P<unit>tinh|huyen|quan|xa|phuong|thon|so)\b(?! (?:hoi|dinh))"
)


def of_another_level(claim: str, told: str) -> bool | None:
    """None where a sentence tells of other levels than the one a claim is about."""
    claimed = _levels(claim)
    if len(claimed) != 1:
        return False
    others = _levels(told)
    [level] = claimed
    words = {_LEVELS.get(word) for word in re.findall(r"\w+", fold(told))}
    return None if others and level not in words else False


def _levels(text: str) -> set[str]:
    return {_LEVELS[match["unit"]] for match in _OF_ANY.finditer(fold(text))}

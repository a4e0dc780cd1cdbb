"""Brands, acronyms and foreign names: capitalised words that are no Vietnamese syllables."""

import re

from index.vietnamese import LOWER, UPPER, fold

# A Vietnamese syllable without its marks.
_SYLLABLE = re.compile(
    r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu?|r|s|th?|tr|v|x)?[aeiouy]{1,3}(?:ch?|m|ng?|nh|p|t)?"
)
# Foreign words that name no one.
_COMMON = frozenset("internet wifi web website online email app robot blockchain zip pdf".split())
_CAPITAL = re.compile(rf"\b[{UPPER}][{LOWER}]{{2,}}\b")
_ACRONYM = re.compile(rf"\b[{UPPER}][{UPPER}&-]{{2,}}\b|\b[{UPPER}][{LOWER}]+[{UPPER}]\w+\b")


def brands(text: str) -> list[re.Match[str]]:
    """The words of a text that name a brand or a foreigner: "VNPT", "MoMo", "Sacombank"."""
    foreign = [
        match
        for match in _CAPITAL.finditer(text)
        for folded in [fold(match.group())]
        if not _SYLLABLE.fullmatch(folded) and folded not in _COMMON
    ]
    return [*_ACRONYM.finditer(text), *foreign]

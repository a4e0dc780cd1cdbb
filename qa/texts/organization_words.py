"""The word tables that organisations are recognised by, as patterns and sets."""

import re
from functools import lru_cache

from index.places import provinces
from index.vietnamese import UPPER
from qa.words.wordlists import any_of, pairs, words


@lru_cache(maxsize=1)
def whole_names() -> frozenset[str]:
    """The heads that are whole names: "Ngân hàng Nhà nước"."""
    return frozenset(
        head.lower()
        for head in pairs("organization_heads.tsv")
        if any(word[0].isupper() and not word.isupper() for word in head.split(" ")[1:])
    )


@lru_cache(maxsize=1)
def kinds() -> dict[str, str]:
    """The kind of each head, by the head in small letters."""
    return {head.lower(): kind for head, kind in pairs("organization_heads.tsv").items()}


@lru_cache(maxsize=1)
def heads() -> re.Pattern[str]:
    # "sở Tư pháp": with a field in capitals a head in small letters begins a name, too.
    small = rf"(?:bộ|sở)(?=\s[{UPPER}])(?=\s{fields().pattern})"
    return re.compile(rf"(?<![\w&])(?:{any_of(pairs('organization_heads.tsv'))}|{small})(?!\w)")


@lru_cache(maxsize=1)
def fields() -> re.Pattern[str]:
    return re.compile(rf"{any_of(entry.lstrip('~') for entry in words('fields.txt'))}(?!\w)")


@lru_cache(maxsize=1)
def more_fields() -> re.Pattern[str]:
    """The rest of a row of fields, up to its last."""
    return re.compile(rf"(?:,\s[\w\s]{{3,20}}?)?\svà\s(?={fields().pattern})")


@lru_cache(maxsize=1)
def deeds() -> frozenset[str]:
    return frozenset(entry[1:] for entry in words("fields.txt") if entry.startswith("~"))


@lru_cache(maxsize=1)
def places() -> frozenset[str]:
    return frozenset((*words("countries.txt"), *words("cities.txt"), *provinces()))


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    return frozenset(words("surnames.txt"))


@lru_cache(maxsize=1)
def company_words() -> frozenset[str]:
    return frozenset(words("company_words.txt"))


@lru_cache(maxsize=1)
def not_organizations() -> frozenset[str]:
    return frozenset(words("not_organizations.txt"))

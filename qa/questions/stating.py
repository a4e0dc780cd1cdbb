"""Whether a text without a question word states something, so that it asks whether it is so.

"Hà Nội miễn lệ phí hồ sơ trực tuyến?" asks for yes or no; "Lệ phí hồ sơ trực tuyến ở Hà Nội?"
for what it names.
"""

import re
from functools import lru_cache

from index.vietnamese import LOWER, UPPER, fold
from qa.words.spelt import fold_pattern
from qa.words.wordlists import words

# These make a statement of whatever stands before them.
_MARKERS = r"\b(?:đã|đang|sẽ|vẫn|cũng|đều|phải|không|chưa|chỉ)\b"
_IS = r"\blà\b(?!\W*$)"
# What asks in another way than by the words of `qa.questions.asking`.
_ASKS = r"\b(?:sao|đâu|chi|mô|thế|à|hả|trước ngày|tới ngày|đến ngày)(?: hết| rồi)*\W*$|\bhay\b|:\s"
SHORTEST = 4


@lru_cache(maxsize=2)
def _rules(folded: bool) -> tuple[re.Pattern[str], ...]:
    asked_nouns = "|".join(sorted(words("asked_nouns.txt"), key=len, reverse=True))
    rules = (rf"^\W*(?:{asked_nouns})\b", _ASKS, rf"{_MARKERS}|{_IS}")
    return tuple(re.compile(fold_pattern(rule) if folded else rule) for rule in rules)


@lru_cache(maxsize=1)
def _said_of_a_name() -> re.Pattern[str]:
    verbs = "|".join(sorted(words("stating_verbs.txt"), key=len, reverse=True))
    capital = rf"[{UPPER}][^\s,;:()?]*"
    # The first word of a text begins with a capital whatever it is.
    return re.compile(rf"(?:{capital}\s|(?<=\s)){capital}(?:\s[{LOWER}]\S*)?\s(?:{verbs})\s")


def is_stated(text: str, *, folded: bool) -> bool:
    """Whether a text without a question word is a statement; `folded`: typed without accents."""
    plain = fold(text) if folded else text.lower()
    named, asks, marked = _rules(folded)
    if len(plain.split()) < SHORTEST or named.search(plain) or asks.search(plain):
        return False
    return bool(marked.search(plain) or (not folded and _said_of_a_name().search(text)))

"""English questions, read in the words of the reports."""

import re
from functools import lru_cache

from index.vietnamese import fold
from qa.words.wordlists import pairs

# "Ong Le The Tam giu chuc gi": "The" is a name without its accents, or "thẻ", "thế".
_NOT_ENGLISH = re.compile(
    r"\b(?:bao|nhieu|nao|khong|cua|duoc|la|nhung|o|dau|so sanh|gi|giu|chuc|nguoi|huyen|tinh|nhu|khi|thi|cho|tai|ong)\b"
)
ENGLISH = re.compile(
    r"\b(which|what|how|who|when|where|why|did|does|the|of|many|much|compare|is|are|was|were)\b",
    re.I,
)


# "The lam sach du lieu" opens as English does: "thế làm sạch dữ liệu".
_OPENS_ALIKE = re.compile(r"the (?!.*\b(?:which|what|how|who|when|where|why|of|is|are)\b)", re.I)


def from_english(question: str) -> str | None:
    """An English question word for word in the reports' Vietnamese; None if it is not English.

    Names and figures stay; the encoder, which reads both languages, sees the original.
    """
    if not ENGLISH.search(question) or _NOT_ENGLISH.search(fold(question)):
        return None
    phrases = _english()
    if _OPENS_ALIKE.match(question) and not phrases[0].search(question[4:]):
        return None
    translated = phrases[0].sub(
        lambda match: phrases[1][match.group().lower()], question.replace("'s", " ")
    )
    return LEFT_OVER.sub("", translated)


# English words that tell nothing; a Vietnamese word of the same letters has its accents here.
LEFT_OVER = re.compile(
    r"\b(?:the|of|on|at|a|an|is|are|was|were|does|do|did|has|have|had|by|for|with|and|or|its|their"
    r"|that|this|from|as|been|be|it|there|in|to|via|through|into|per|all|any|which|what)\b\s*",
    re.I,
)


@lru_cache(maxsize=1)
def _english() -> tuple[re.Pattern[str], dict[str, str]]:
    phrases = pairs("english.tsv")
    alternatives = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len)[::-1])
    return re.compile(rf"\b(?:{alternatives})\b", re.I), phrases

"""Thanks, greetings and other talk that asks the reports for nothing: it is met with silence."""

import re
from functools import lru_cache

from index.vietnamese import fold
from qa.words.spelt import Spelt
from qa.words.wordlists import words

# These are talk only where whoever answers is meant: "Bạn là ai?", not "Người đó là ai?".
_OF_IT = (
    *(
        "la ai",
        "ten gi",
        "ten la gi",
        "may tuoi",
        "lam duoc gi",
        "giup duoc gi",
        "giup gi",
        "biet gi",
    ),
    *("biet lam gi", "lam gi duoc", "tao ra", "lam ra", "hieu toi", "hieu minh", "the nao"),
)
_IT = Spelt(r"\b(?:bạn|bot|chatbot|trợ lý|admin)\b")
# What else such talk is made of, without accents.
_BESIDE = frozenset(
    "ban em anh chi ad admin bot chatbot tro ly minh toi tui con chau ai gi a nhe nha nhi vay the nhieu"
    " lam qua rat that da roi cua la oi u vang nao cho giup do ho tro tra loi cau thong tin hoi mot ngay"
    " vui ve tot lanh lan nua va hay nhanh duoc co the gui di xin nay khong hom troi suc khoe moi cac voi"
    " nghe gap lai".split()
)
_WORD = re.compile(r"\w+")
LONGEST = 14


def is_courtesy(text: str) -> bool:
    """Whether a text only thanks, greets, praises or asks who answers."""
    plain = " ".join(_WORD.findall(fold(text)))
    if plain.count(" ") >= LONGEST:
        return False
    left = _telling(_IT.search(text) is not None).sub(" ", plain)
    return left != plain and all(word in _BESIDE for word in left.split())


@lru_cache(maxsize=2)
def _telling(of_it: bool) -> re.Pattern[str]:
    """What makes a text polite talk; more is where it speaks to whoever answers."""
    phrases = [*map(fold, words("courtesies.txt")), *(_OF_IT if of_it else ())]
    ordered = "|".join(sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{ordered})(?!\w)")
